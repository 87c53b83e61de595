/// \file part_file.h
/// A file beside its target that takes the target's place once it is whole. A failure leaves the target as it
/// was.
#pragma once

#include <filesystem>
#include <string>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::engine {

/// Gone at the end, unless it took its target's place.
class PartFile {
 public:
  explicit PartFile(std::filesystem::path path) : path_(std::move(path)) {}
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  /// Zero, or errno.
  [[nodiscard]] int create() const;
  /// \pre `target` is no link (files::target_of)
  [[nodiscard]] core::Status take_place_of(const std::string& target) const;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  const std::filesystem::path path_;
};

/// After a failed write beside `file`: is it that the disk is full? Libraries have many words for that, none of which is it.
[[nodiscard]] bool disk_is_full(const std::filesystem::path& file);

}  // namespace vicinia::gis::engine
