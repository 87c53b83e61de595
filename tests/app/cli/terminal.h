/// The program vicinia, run as a shell runs it, in a folder of its own.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "support/process.h"
#include "support/temporary_folder.h"

namespace vicinia::cli {

namespace fs = std::filesystem;
using test::contents;
using test::Finished;

class Terminal : public testing::Test {
 protected:
  Finished vicinia(const std::string& arguments) {
    return test::run(fs::path(VICINIA_BIN_DIR) / "vicinia", arguments, folder_.path(), "LC_ALL=C.UTF-8");
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (folder_.path() / name).string(); }
  /// A copy of the small example, to be broken.
  std::string copy_of_mini() {
    fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "mini", folder_.path() / "data", fs::copy_options::recursive);
    return file("data");
  }
  void append(const std::string& name, const std::string& line) {
    std::ofstream(name, std::ios::app) << line << "\n";
  }

  test::TemporaryFolder folder_;
};

}  // namespace vicinia::cli
