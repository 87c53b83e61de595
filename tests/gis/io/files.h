/// \file files.h
/// Files and folders for tests.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace vicinia::test {

/// A new empty folder, removed in the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

void write_file(const std::filesystem::path& file, std::string_view bytes);
[[nodiscard]] std::string read_file(const std::filesystem::path& file);
/// Every occurrence of `from` becomes `to`; false if there is none.
[[nodiscard]] bool replace_in_file(const std::filesystem::path& file, std::string_view from,
                                   std::string_view to);

}  // namespace vicinia::test
