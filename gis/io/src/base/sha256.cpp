#include "vicinia/gis/io/sha256.h"

#include <openssl/evp.h>

namespace vicinia::gis::io {

core::Result<std::array<unsigned char, 32>> sha256_of(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    return core::fail({.code = core::ErrorCode::internal, .detail = "SHA-256"});
  return digest;
}

}  // namespace vicinia::gis::io
