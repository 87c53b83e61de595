/// \file frame_writer.h
/// The shared frame as one image, or as two of the same size one behind the other: drawing goes straight into the memory that the shell
/// reads.
/// Errors:  RenderFailed: no such file, or one of another size.
/// Cost:    a frame drawn into before is mapped already: mapping it anew touches each of its pages anew, which takes longer than drawing.
#pragma once

#include <sys/types.h>

#include <QImage>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::engine {

class FrameWriter {
 public:
  ~FrameWriter();
  FrameWriter(const FrameWriter&) = delete;
  FrameWriter& operator=(const FrameWriter&) = delete;

  [[nodiscard]] QImage& image() { return image_; }
  /// Null unless the frame is in two.
  [[nodiscard]] QImage& upper() { return upper_; }

 private:
  friend class FrameWriters;
  FrameWriter(unsigned char* memory, std::size_t bytes, QImage image, QImage upper)
      : memory_(memory), bytes_(bytes), image_(std::move(image)), upper_(std::move(upper)) {}
  unsigned char* memory_;
  std::size_t bytes_;
  QImage image_, upper_;
  dev_t device_ = 0;  ///< with `inode_`: the file, which its name alone does not tell
  ino_t inode_ = 0;
};

/// The frames that are drawn into in turn.
class FrameWriters {
 public:
  /// Stays until one of another size or fourteen others were opened.
  [[nodiscard]] core::Result<FrameWriter*> open(const std::string& file, std::uint32_t width_px,
                                                std::uint32_t height_px, bool in_two);

 private:
  std::vector<std::unique_ptr<FrameWriter>> kept_;  ///< the last used one last
};

}  // namespace vicinia::gis::engine
