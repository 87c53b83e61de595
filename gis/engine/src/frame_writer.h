/// \file frame_writer.h
/// The shared frame as an image: drawing goes straight into the memory that the shell reads.
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
                                                                       std::uint32_t height_px);
  ~FrameWriter();
  FrameWriter(const FrameWriter&) = delete;
  FrameWriter& operator=(const FrameWriter&) = delete;

  [[nodiscard]] QImage& image() { return image_; }

 private:
  FrameWriter(unsigned char* memory, std::size_t bytes, QImage image)
      : memory_(memory), bytes_(bytes), image_(std::move(image)) {}
  unsigned char* memory_;
  std::size_t bytes_;
  QImage image_;
};

}  // namespace vicinia::gis::engine
