/// \file warnings.h
/// Whatever Qt warns of fails the test that is running: a connection that does not exist, a model out of step, a painter without a device.
#pragma once

namespace vicinia::desktop {

/// For the rest of the program.
void failOnWarnings();

}  // namespace vicinia::desktop
