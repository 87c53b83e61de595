// What is no document is told from one before it is read: nothing waits, nothing fills the memory.
#include "vicinia/gis/files/read_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <random>

#include "../io/files.h"

namespace vicinia::gis::files {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

TEST(ReadFile, BringsBackEveryByteOfAnyLength) {
  const test::TemporaryFolder folder;
  std::mt19937 random(std::random_device{}());
  for (const std::size_t bytes : {0U, 1U, (1U << 18) - 1, 1U << 18, (1U << 18) + 1, 1'000'003U}) {
    std::string content(bytes, '\0');
    for (char& byte : content) byte = static_cast<char>(random());
    test::write_file(folder / "a", content);
    EXPECT_TRUE(read_file(folder / "a").value() == content) << bytes;
  }
}

TEST(ReadFile, RefusesWhatIsNoRegularFileWithoutWaitingForIt) {
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "folder");
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  for (const fs::path& file :
       {folder / "folder", folder / "pipe", fs::path("/dev/zero"), fs::path("/dev/null")}) {
    const auto read = read_file(file);
    ASSERT_FALSE(read) << file;
    EXPECT_EQ(read.error().code, ErrorCode::file_not_readable);
    EXPECT_EQ(read.error().subject.file, file.string());
    EXPECT_FALSE(read.error().detail.empty());
  }
  EXPECT_EQ(read_file(folder / "nothing").error().code, ErrorCode::file_not_found);
}

TEST(ReadFile, RefusesAFileLargerThanItsReaderCanWantBeforeItReads) {
  const test::TemporaryFolder folder;
  test::write_file(folder / "sparse", "");
  fs::resize_file(folder / "sparse", std::uintmax_t{20} << 30);  // takes no room on the disk
  EXPECT_EQ(read_file(folder / "sparse", most_bytes_of_a_figure).error().code, ErrorCode::file_not_readable);
  test::write_file(folder / "ten", "0123456789");
  EXPECT_TRUE(read_file(folder / "ten", 10));
  EXPECT_FALSE(read_file(folder / "ten", 9));
}

TEST(ReadFile, SaysWhatTheSystemSaysOfAFileThatBreaksOff) {
  const auto read = read_file("/proc/self/mem");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().detail, "Input/output error");
}

}  // namespace
}  // namespace vicinia::gis::files
