#include "frame_pool.h"

#include <fcntl.h>
#include <sys/mman.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "file_descriptor.h"

namespace vicinia::gis::client {
namespace {

/// One map has one on the screen, one being drawn, one in between. Of six that are compared, which are smaller, all may be exchanged at once.
constexpr std::size_t most_free_buffers = 8;

core::Error no_memory(const std::filesystem::path& file, std::size_t bytes, int reason) {
  return {.code = core::ErrorCode::render_failed,
          .subject = {.file = file.native()},
          .detail = "no memory for a frame of " + std::to_string(bytes) + " bytes: " + std::strerror(reason)};
}

class PooledFrame final : public Frame {
 public:
  PooledFrame(std::unique_ptr<FrameBuffer> buffer, std::size_t bytes, bool has_upper,
              std::weak_ptr<FramePool> pool)
      : buffer_(std::move(buffer)), bytes_(bytes), has_upper_(has_upper), pool_(std::move(pool)) {}
  ~PooledFrame() override {
    if (const auto pool = pool_.lock()) pool->give_back(std::move(buffer_));
  }
  [[nodiscard]] std::span<const std::byte> pixels() const override { return buffer_->pixels().first(bytes_); }
  [[nodiscard]] std::span<const std::byte> upper_pixels() const override {
    return has_upper_ ? buffer_->pixels().subspan(bytes_, bytes_) : std::span<const std::byte>();
  }

 private:
  std::unique_ptr<FrameBuffer> buffer_;
  std::size_t bytes_;  ///< of a picture
  bool has_upper_;
  std::weak_ptr<FramePool> pool_;
};

}  // namespace

core::Result<std::unique_ptr<FrameBuffer>> FrameBuffer::make(std::filesystem::path file, std::size_t bytes) {
  const FileDescriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!descriptor) return core::fail(no_memory(file, bytes, errno));
  // The blocks are taken now: a full file system then fails here, and not by a signal in the middle of drawing.
  if (const int reason = ::posix_fallocate(descriptor.get(), 0, static_cast<off_t>(bytes)); reason != 0) {
    ::unlink(file.c_str());
    return core::fail(no_memory(file, bytes, reason));
  }
  void* memory = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor.get(), 0);
  if (memory == MAP_FAILED) {
    const int reason = errno;
    ::unlink(file.c_str());
    return core::fail(no_memory(file, bytes, reason));
  }
  return std::unique_ptr<FrameBuffer>(
      new FrameBuffer(std::move(file), static_cast<std::byte*>(memory), bytes));
}

FrameBuffer::~FrameBuffer() {
  ::munmap(memory_, bytes_);
  ::unlink(file_.c_str());
}

core::Result<std::unique_ptr<FrameBuffer>> FramePool::take(std::uint32_t width_px, std::uint32_t height_px,
                                                           std::size_t pictures) {
  const std::size_t bytes = pictures * 4 * width_px * height_px;
  std::vector<std::unique_ptr<FrameBuffer>> of_other_sizes;  // unmapped after the lock
  const std::lock_guard lock(mutex_);
  while (!free_.empty()) {
    std::unique_ptr<FrameBuffer> last = std::move(free_.back());
    free_.pop_back();
    if (last->bytes() == bytes) return last;
    of_other_sizes.push_back(std::move(last));
  }
  return FrameBuffer::make(folder_ / ("frame-" + std::to_string(++made_) + ".argb"), bytes);
}

std::shared_ptr<Frame> FramePool::frame_of(std::unique_ptr<FrameBuffer> buffer, std::size_t bytes_per_picture,
                                           bool has_upper) {
  return std::make_shared<PooledFrame>(std::move(buffer), bytes_per_picture, has_upper, weak_from_this());
}

void FramePool::give_back(std::unique_ptr<FrameBuffer> buffer) {
  const std::lock_guard lock(mutex_);
  if (free_.size() < most_free_buffers) free_.push_back(std::move(buffer));
}

}  // namespace vicinia::gis::client
