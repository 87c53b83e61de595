/// The small example and the built-in data set, opened once a test.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "support/temporary_folder.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace {

inline std::shared_ptr<const OpenDataset> opened(const std::filesystem::path& folder) {
  auto data = load(folder);
  if (!data) {
    ADD_FAILURE() << error_text(data.error(), Language::en);
    std::abort();
  }
  return *data;
}

inline std::shared_ptr<const OpenDataset> mini() {
  return opened(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini");
}

inline std::shared_ptr<const OpenDataset> vietnam_2007() {
  return opened(std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007");
}

using test::TemporaryFolder;

}  // namespace vicinia::workspace
