/// \file output_folder.h
/// Files are written in a folder of their own beside the target and renamed when whole, so that a failure leaves the older ones.
/// What a process that was killed has left of the same target is cleared away by the next: nobody holds its lock any more.
/// Errors:  FileNotWritable.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

class OutputFolder {
 public:
  /// Made beside `target`; removed with all that is still in it when this object ends.
  [[nodiscard]] static core::Result<OutputFolder> beside(const std::filesystem::path& target);
  ~OutputFolder();
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;

  /// Where to write; has the target's own name.
  [[nodiscard]] std::filesystem::path file() const { return folder_ / target_.filename(); }
  /// Renames everything in the folder to stand beside the target, the target itself last. Of an older
  /// shapefile, those indexes that were not written anew are removed: they would point into the old file.
  [[nodiscard]] core::Status release();

 private:
  OutputFolder(std::filesystem::path target, std::filesystem::path folder, int lock);
  std::filesystem::path target_;
  std::filesystem::path folder_;
  int lock_ = -1;  ///< the folder, open and locked; -1: where the file system has no locks
};

}  // namespace vicinia::gis::io
