/// The small example and the built-in data set, opened once a test.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "vicinia/workspace/texts.h"
#include "vicinia/workspace/workspace.h"

namespace vicinia::workspace {

inline std::shared_ptr<const OpenDataset> opened(const std::filesystem::path& folder) {
  auto data = load(folder);
  if (!data) {
    ADD_FAILURE() << error_text(data.error(), Language::en);
    std::abort();
  }
  return *data;
}

inline std::shared_ptr<const OpenDataset> mini() { return opened(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini"); }

inline std::shared_ptr<const OpenDataset> vietnam_2007() {
  return opened(std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007");
}

/// A folder of the test's own, removed with it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = testing::TempDir() + "/vicinia-XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace vicinia::workspace
