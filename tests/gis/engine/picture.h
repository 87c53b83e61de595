/// \file picture.h
/// Pixels of a frame or of a PNG.
#pragma once

#include <filesystem>
#include <vector>

#include "vicinia/gis/client/engine_client.h"

namespace vicinia::test {

struct Picture {
  int width = 0, height = 0;
  std::vector<unsigned char> rgb{};  ///< in rows from the top
};

[[nodiscard]] Picture picture_of(const gis::client::Frame& frame);
void save(const Picture& picture, const std::filesystem::path& file);
/// False where it is no picture with three channels.
[[nodiscard]] bool load(const std::filesystem::path& file, Picture& into);

}  // namespace vicinia::test
