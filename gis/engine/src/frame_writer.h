/// \file frame_writer.h
/// The shared frame as one image, or as two of the same size one behind the other: drawing goes straight into the memory that the shell
/// reads.
/// Errors:  RenderFailed: no such file, or one of another size.
#pragma once

#include <QImage>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::engine {

class FrameWriter {
 public:
  [[nodiscard]] static core::Result<std::unique_ptr<FrameWriter>> open(const std::string& file,
                                                                       std::uint32_t width_px,
                                                                       std::uint32_t height_px, bool in_two);
  ~FrameWriter();
  FrameWriter(const FrameWriter&) = delete;
  FrameWriter& operator=(const FrameWriter&) = delete;

  [[nodiscard]] QImage& image() { return image_; }
  /// Null unless the frame is in two.
  [[nodiscard]] QImage& upper() { return upper_; }

 private:
  FrameWriter(unsigned char* memory, std::size_t bytes, QImage image, QImage upper)
      : memory_(memory), bytes_(bytes), image_(std::move(image)), upper_(std::move(upper)) {}
  unsigned char* memory_;
  std::size_t bytes_;
  QImage image_, upper_;
};

}  // namespace vicinia::gis::engine
