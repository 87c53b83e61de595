// An output takes its place whole, or what was there stays: over files, links, modes, devices, and folders that forbid it.
#include "vicinia/gis/files/write_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <random>
#include <thread>
#include <vector>

#include "../io/files.h"

namespace vicinia::gis::files {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

mode_t mode_of(const fs::path& file) {
  struct stat state {};
  EXPECT_EQ(::stat(file.c_str(), &state), 0) << file;
  return state.st_mode & 07777;
}

std::size_t entries_of(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(WriteFile, LeavesTheNewContentAloneInTheFolderAndKeepsTheModeOfTheOldFile) {
  std::mt19937 random(std::random_device{}());
  for (const mode_t mode : {0600U, 0644U, 0640U, 0444U, 0755U}) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "a.csv", "old");
    ASSERT_EQ(::chmod((folder / "a.csv").c_str(), mode), 0);
    const std::string content(random() % 1'000'000, 'x');
    ASSERT_TRUE(write_file(folder / "a.csv", content));
    EXPECT_TRUE(test::read_file(folder / "a.csv") == content);
    EXPECT_EQ(mode_of(folder / "a.csv"), mode);
    EXPECT_EQ(entries_of(folder.path()), 1U);
  }
}

TEST(WriteFile, GivesANewFileWhatTheMaskOfTheProcessLeaves) {
  const test::TemporaryFolder folder;
  const mode_t before = ::umask(027);
  EXPECT_TRUE(write_file(folder / "new", "x"));
  ::umask(before);
  EXPECT_EQ(mode_of(folder / "new"), 0640U);
}

TEST(WriteFile, WritesThroughAnyChainOfLinksAlsoWhereItsEndIsMissing) {
  for (const bool is_there : {true, false})
    for (const int links : {1, 2, 7}) {
      const test::TemporaryFolder folder;
      fs::create_directory(folder / "elsewhere");
      const fs::path end = folder / "elsewhere" / "end.csv";
      if (is_there) test::write_file(end, "old");
      fs::create_symlink("elsewhere/end.csv", folder / "link1");
      for (int i = 2; i <= links; ++i)
        fs::create_symlink("link" + std::to_string(i - 1), folder / ("link" + std::to_string(i)));
      const fs::path last = folder / ("link" + std::to_string(links));
      ASSERT_TRUE(write_file(last, "new")) << links;
      EXPECT_TRUE(fs::is_symlink(last));
      EXPECT_FALSE(fs::is_symlink(end));
      EXPECT_EQ(test::read_file(end), "new");
      EXPECT_EQ(entries_of(folder / "elsewhere"), 1U);
    }
}

TEST(WriteFile, WritesIntoAPipeAndNeverReplacesWhatIsNoRegularFile) {
  const test::TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  std::string got;
  std::thread reader([&] { got = test::read_file(folder / "pipe"); });
  EXPECT_TRUE(write_file(folder / "pipe", "through"));
  reader.join();
  EXPECT_EQ(got, "through");
  EXPECT_TRUE(fs::is_fifo(folder / "pipe"));
  EXPECT_TRUE(write_file("/dev/null", "gone"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_FALSE(write_file(folder.path(), "x"));
  test::write_file(folder / "part", "x");
  EXPECT_FALSE(put_in_place(folder / "part", folder / "pipe"));
  EXPECT_TRUE(fs::is_fifo(folder / "pipe"));
}

TEST(WriteFile, LeavesTheOldFileWhereTheNewOneCannotBeWhole) {
  const fs::path full = "/dev/full";  // takes every byte and has room for none
  if (!fs::exists(full)) GTEST_SKIP() << "/dev/full";
  const auto written = write_file(full, "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::file_not_writable);
  EXPECT_EQ(written.error().detail, "No space left on device");
  const test::TemporaryFolder folder;
  EXPECT_EQ(write_file(folder / "no" / "such" / "a.csv", "x").error().detail, "No such file or directory");
  EXPECT_EQ(entries_of(folder.path()), 0U);
}

TEST(WriteFile, ByManyAtOnceLeavesOneOfTheirsWhole) {
  const test::TemporaryFolder folder;
  std::vector<std::jthread> writers;
  for (char c = 'a'; c < 'i'; ++c)
    writers.emplace_back([&folder, c] { EXPECT_TRUE(write_file(folder / "same", std::string(300'000, c))); });
  writers.clear();
  const std::string left = test::read_file(folder / "same");
  ASSERT_EQ(left.size(), 300'000U);
  EXPECT_EQ(left.find_first_not_of(left[0]), std::string::npos);
  EXPECT_EQ(entries_of(folder.path()), 1U);
}

}  // namespace
}  // namespace vicinia::gis::files
