/// \file confinement.h
/// What the engine gives up before it opens a stranger's file: the network, and more memory than a map can need. Both hold for all that
/// it loads, and for good.
#pragma once

namespace vicinia::gis::engine {

/// Sockets of the internet can no longer be made; those of this machine's own files can. \return zero, or errno.
[[nodiscard]] int deny_network();
/// Three quarters of what the machine has: a request that wants more fails, and the machine goes on.
void limit_memory();

}  // namespace vicinia::gis::engine
