/// \file sha256.h
/// SHA-256 of some bytes (FIPS 180-4), by OpenSSL.
/// Errors:  Internal, where the library refuses.
/// Cost:    O(bytes).
#pragma once

#include <array>
#include <string_view>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

[[nodiscard]] core::Result<std::array<unsigned char, 32>> sha256_of(std::string_view bytes);

}  // namespace vicinia::gis::io
