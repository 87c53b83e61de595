#include "frame_writer.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {
namespace {

/// Of six maps that are compared the shell has one each on the screen, and keeps eight that are free. Of one map there are four, all in all.
constexpr std::size_t most_kept = 14;

core::Error bad_frame(const std::string& file, std::string detail) {
  return {.code = core::ErrorCode::render_failed, .subject = {.file = file}, .detail = std::move(detail)};
}

}  // namespace

core::Result<FrameWriter*> FrameWriters::open(const std::string& file, std::uint32_t width_px,
                                              std::uint32_t height_px, bool in_two) {
  if (width_px == 0 || height_px == 0 || width_px > map::max_side_px || height_px > map::max_side_px)
    return core::fail(bad_frame(file, "a side is 1 to " + std::to_string(map::max_side_px) + " pixels"));
  const std::size_t of_image = std::size_t{4} * width_px * height_px, bytes = (in_two ? 2 : 1) * of_image;
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return core::fail(bad_frame(file, std::strerror(errno)));
  struct stat found {};
  void* memory = MAP_FAILED;
  std::string reason = "its size is not that of the frame";
  if (::fstat(descriptor, &found) == 0 && static_cast<std::size_t>(found.st_size) == bytes) {
    const auto before = std::ranges::find_if(kept_, [&](const std::unique_ptr<FrameWriter>& frame) {
      return frame->device_ == found.st_dev && frame->inode_ == found.st_ino && frame->bytes_ == bytes &&
             frame->image_.width() == static_cast<int>(width_px) && frame->upper_.isNull() != in_two;
    });
    if (before != kept_.end()) {
      ::close(descriptor);
      std::rotate(before, before + 1, kept_.end());
      return kept_.back().get();
    }
    memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (memory == MAP_FAILED) reason = std::strerror(errno);
  }
  ::close(descriptor);
  if (memory == MAP_FAILED) return core::fail(bad_frame(file, reason));
  auto* pixels = static_cast<unsigned char*>(memory);
  const auto image_at = [&](std::size_t first) {
    return QImage(pixels + first, static_cast<int>(width_px), static_cast<int>(height_px),
                  static_cast<int>(4 * width_px), QImage::Format_ARGB32_Premultiplied);
  };
  // The shell has given up those of other sizes: kept here, they would hold the memory of deleted files.
  std::erase_if(kept_, [&](const std::unique_ptr<FrameWriter>& frame) { return frame->bytes_ != bytes; });
  if (kept_.size() == most_kept) kept_.erase(kept_.begin());
  kept_.push_back(std::unique_ptr<FrameWriter>(
      new FrameWriter(pixels, bytes, image_at(0), in_two ? image_at(of_image) : QImage())));
  kept_.back()->device_ = found.st_dev;
  kept_.back()->inode_ = found.st_ino;
  return kept_.back().get();
}

FrameWriter::~FrameWriter() {
  image_ = upper_ = {};
  ::munmap(memory_, bytes_);
}

}  // namespace vicinia::gis::engine
