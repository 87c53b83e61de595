#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;

/// Damages one file of a data set in one way; the same number gives the same damage.
void damage(std::string& bytes, std::mt19937& random) {
  if (bytes.empty()) return;
  const auto place = [&] { return static_cast<std::size_t>(random()) % bytes.size(); };
  switch (random() % 4) {
    case 0: bytes.resize(place()); return;
    case 1:
      for (int i = 0; i < 4; ++i) bytes[place()] = static_cast<char>(random());
      return;
    case 2: bytes[place()] ^= static_cast<char>(1U << (random() % 8)); return;
    default: bytes.insert(place(), std::string(1 + random() % 16, static_cast<char>(random())));
  }
}

TEST(DamagedFiles, GiveAValueOrAnErrorAndNeverCrash) {
  const TemporaryFolder folder;
  ASSERT_VALUE(write_mini(folder.path()));
  std::map<fs::path, std::string> whole;
  for (const auto& entry : fs::directory_iterator(folder.path()))
    whole[entry.path()] = read_file(entry.path());
  const std::vector<std::pair<fs::path, std::string>> files(whole.begin(), whole.end());

  constexpr unsigned rounds = 400;
  unsigned errors = 0;
  for (unsigned round = 0; round < rounds; ++round) {
    std::mt19937 random(round);
    const auto& [file, bytes] = files[random() % files.size()];
    std::string damaged = bytes;
    damage(damaged, random);
    write_file(file, damaged);
    const auto loaded = gis::io::read_dataset(folder.path());
    if (loaded) {
      EXPECT_EQ(loaded->dataset->areas.size(), loaded->dataset->frame.size()) << "round " << round;
    } else {
      ++errors;
      EXPECT_NE(loaded.error().code, core::ErrorCode::internal)
          << "round " << round << " " << text_of(loaded.error());
      EXPECT_FALSE(loaded.error().subject.file.empty())
          << "round " << round << " " << text_of(loaded.error());
    }
    write_file(file, bytes);
  }
  // A reader that accepts everything, or nothing, would pass the rest.
  EXPECT_GT(errors, rounds / 4);
  EXPECT_LT(errors, rounds);
}

TEST(DamagedFiles, OtherFormatsToo) {
  const TemporaryFolder folder;
  for (const char* name : {"layer.gpkg", "layer.geojson", "layer.fgb"}) {
    const fs::path file = folder / name;
    ASSERT_VALUE(gis::io::write_polygons(file, mini_districts()));
    const std::string bytes = read_file(file);
    for (unsigned round = 0; round < 60; ++round) {
      std::mt19937 random(round);
      std::string damaged = bytes;
      damage(damaged, random);
      write_file(file, damaged);
      const auto layer = gis::io::read_polygons(file, {});
      if (layer)
        EXPECT_EQ(layer->areas.size(), layer->attributes.rows.size()) << name << " round " << round;
      else
        EXPECT_EQ(layer.error().subject.file, file.string()) << name << " round " << round;
    }
  }
}

}  // namespace
}  // namespace vicinia::test
