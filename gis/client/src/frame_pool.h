/// \file frame_pool.h
/// Frames in memory that the engine shares.
/// A buffer is used again only when nobody holds its frame and the engine has answered for it. One that an engine
/// may still be writing to (the call was cancelled, or the engine died) is given up: its file is removed, its
/// memory goes when the engine lets go of it.
/// Threads: every member may be called from any thread; a frame may outlive its pool.
/// Errors:  RenderFailed, when there is no memory for a frame.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/client/engine_client.h"

namespace vicinia::gis::client {

/// A mapped file of the private folder. The file goes with the object.
class FrameBuffer {
 public:
  [[nodiscard]] static core::Result<std::unique_ptr<FrameBuffer>> make(std::filesystem::path file,
                                                                       std::size_t bytes);
  ~FrameBuffer();
  FrameBuffer(const FrameBuffer&) = delete;
  FrameBuffer& operator=(const FrameBuffer&) = delete;

  [[nodiscard]] std::span<const std::byte> pixels() const { return {memory_, bytes_}; }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  FrameBuffer(std::filesystem::path file, std::byte* memory, std::size_t bytes)
      : file_(std::move(file)), memory_(memory), bytes_(bytes) {}
  std::filesystem::path file_;
  std::byte* memory_;
  std::size_t bytes_;
};

class FramePool : public std::enable_shared_from_this<FramePool> {
 public:
  explicit FramePool(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Room for so many pictures of this size.
  [[nodiscard]] core::Result<std::unique_ptr<FrameBuffer>> take(std::uint32_t width_px,
                                                                std::uint32_t height_px,
                                                                std::size_t pictures = 1);
  /// A complete frame of one picture or, one behind the other, two; when its last holder lets go, the buffer comes back.
  [[nodiscard]] std::shared_ptr<Frame> frame_of(std::unique_ptr<FrameBuffer> buffer,
                                                std::size_t bytes_per_picture, bool has_upper);
  /// A buffer that no engine writes to.
  void give_back(std::unique_ptr<FrameBuffer> buffer);

 private:
  const std::filesystem::path folder_;
  std::mutex mutex_;
  std::uint64_t made_ = 0;
  std::vector<std::unique_ptr<FrameBuffer>> free_;
};

}  // namespace vicinia::gis::client
