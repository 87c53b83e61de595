// What is written of a manifest is read back as it was, whatever it holds.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/gis/io/manifest.h"

namespace vicinia::test {
namespace {

using core::BilingualText;
using core::ErrorCode;
using gis::io::LayerSource;
using gis::io::ManifestTable;
using gis::io::ObservationsSource;

template <class Value>
Value one_of(std::vector<Value> values) {
  return *rc::gen::elementOf(std::move(values));
}

bool maybe() { return *rc::gen::arbitrary<bool>(); }

std::string some_text() {
  std::string text = one_of<std::string>({"a", "Đất Đỏ", "x y", "\"q\"", "\\", "_", "{}", "漢", "\t"});
  if (maybe()) text += one_of<std::string>({"ế", "1", " ", "\n", "'", "/", "é"});
  return text;
}

std::string maybe_text() { return maybe() ? some_text() : std::string(); }

BilingualText some_words() {
  const std::string vi = some_text();
  return {vi, maybe() ? vi : some_text()};
}

BilingualText maybe_words() { return maybe() ? some_words() : BilingualText{}; }

LayerSource some_layer(bool is_district) {
  LayerSource layer{.file = some_text(),
                    .code = some_text(),
                    .name_vi = some_text(),
                    .name_en = maybe_text(),
                    .kind = maybe_text(),
                    .kind_en = maybe_text(),
                    .layer = maybe_text(),
                    .crs = maybe_text(),
                    .encoding = maybe_text(),
                    .approximate = maybe()};
  if (!is_district) return layer;
  layer.parent_name_vi = maybe_text();
  layer.parent_name_en = maybe_text();
  layer.survey_parent = maybe_text();
  if (maybe()) {
    layer.code.clear();
    layer.codes_from = some_text();
  }
  if (!layer.parent_name_vi.empty() && maybe())
    layer.parent_codes_from = some_text();
  else
    layer.parent = maybe_text();
  return layer;
}

ManifestTable some_table(const std::vector<std::string>& columns) {
  ManifestTable table{.file = some_text(), .sheet = maybe_text(), .encoding = maybe_text()};
  if (maybe()) table.separator = one_of<char>({',', ';', '\t', '|'});
  for (const std::string& column : columns)
    if (maybe()) table.columns[column] = some_text();
  return table;
}

ObservationsSource some_observations() {
  ObservationsSource source;
  const bool is_wide = maybe();
  static_cast<ManifestTable&>(source) =
      some_table(is_wide ? std::vector<std::string>{"unit_code", "period"}
                         : std::vector<std::string>{"unit_code", "sector_no", "lq", "employees"});
  if (is_wide) {
    source.layout = ObservationsSource::Layout::wide;
    source.field = one_of<std::string>({"employees", "lq"});
    if (maybe()) source.ignore = {some_text(), "tổng"};
  }
  if (maybe()) source.numbers.decimal = maybe() ? gis::io::DecimalMark::point : gis::io::DecimalMark::comma;
  if (maybe()) source.numbers.not_published = {"..", "n/a"};
  if (maybe()) source.numbers.zero = {"-"};
  return source;
}

/// Known ids and others, with the words that are usual for them or with others.
core::admin::LevelInfo some_level(std::size_t rank) {
  auto level =
      core::admin::level_called(std::vector<std::string>{"region", "province", "district", "to-9"}[rank]);
  if (maybe()) level.name = some_words();
  if (maybe()) level.plural = some_words();
  return level;
}

/// One to four; a level without a layer lies above one that has one.
std::vector<gis::io::LevelSource> some_levels() {
  std::vector<gis::io::LevelSource> levels;
  for (auto count = *rc::gen::inRange<std::size_t>(1, 5); levels.size() < count;) {
    const bool is_finest = levels.size() + 1 == count;
    const bool has_layer = is_finest || (!levels.empty() && !levels.back().layer) || maybe();
    auto& level = levels.emplace_back();
    level.level = some_level(levels.size() - 1);
    if (has_layer) level.layer = some_layer(levels.size() > 1);
  }
  return levels;
}

gis::io::FrameSource some_frame(int number) {
  gis::io::FrameSource frame{.id = "frame " + std::to_string(number),
                             .vintage = "2025-07-01",
                             .name = maybe_words(),
                             .crosswalk = some_table({"from", "to", "weight", "kind"})};
  for (std::size_t rank = 0, count = *rc::gen::inRange<std::size_t>(1, 4); rank < count; ++rank)
    frame.levels.push_back({some_level(rank), some_table({"code", "name_vi", "kind", "parent"})});
  return frame;
}

gis::io::Manifest some_manifest() {
  gis::io::Manifest manifest;
  manifest.provenance = {
      .title = some_words(),
      .source = some_words(),
      .survey = some_words(),
      .boundary_note = maybe_words(),
      .survey_vintage = one_of<std::string>({"2007-12-31", "2020-02-29"}),
      .boundary_vintage = "2008-08-01",
      .denominator =
          one_of<core::Denominator>({core::Denominator::all_employment, core::Denominator::manufacturing,
                                     core::Denominator::stated_in_source}),
      .denominator_text = maybe_words(),
      .completeness = maybe() ? core::Completeness::complete_matrix : core::Completeness::published_list,
      .employees_word = maybe_words(),
      .enterprises_word = maybe_words()};
  if (maybe()) manifest.projected_crs = "EPSG:32648";
  manifest.levels = some_levels();
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) manifest.frames.push_back(some_frame(i));
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    manifest.island_frames.push_back({some_words(), {111.5, -7, 112.25, 8}, maybe() ? 1 : 0.25, 0.5});
  if (maybe()) manifest.zoom_areas = {{some_words(), {"01", "79"}}};
  manifest.sectors = some_table({"sector_no", "name_vi", "parent"});
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i) manifest.observations.push_back(some_observations());
  manifest.shares = one_of<gis::io::ShareNotation>(
      {gis::io::ShareNotation::found, gis::io::ShareNotation::per_cent, gis::io::ShareNotation::fraction});
  return manifest;
}

RC_GTEST_PROP(WrittenManifest, IsReadBackEqual, ()) {
  const gis::io::Manifest manifest = some_manifest();
  const auto text = gis::io::manifest_text(manifest);
  RC_ASSERT(text.has_value());
  const auto read = gis::io::parse_manifest(*text, "manifest.json");
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->manifest == manifest);
  RC_ASSERT(read->findings.empty());
  RC_ASSERT(*gis::io::manifest_text(read->manifest) == *text);
}

/// A manifest that could not be read is not written: each lack is named by its key.
RC_GTEST_PROP(WrittenManifest, IsNotOneThatCannotBeRead, ()) {
  gis::io::Manifest manifest = some_manifest();
  switch (*rc::gen::inRange(0, 5)) {
    case 0: manifest.provenance.title = {}; break;
    case 1: manifest.provenance.survey_vintage = "2007"; break;
    case 2: manifest.observations.clear(); break;
    case 3: manifest.levels.clear(); break;
    default: manifest.sectors.file.clear(); break;
  }
  const auto text = gis::io::manifest_text(manifest);
  RC_ASSERT(!text.has_value());
  RC_ASSERT(text.error().code == ErrorCode::bad_manifest);
  RC_ASSERT(!text.error().subject.field.empty());
}

/// What a program sets and the format has no key for is not lost in silence.
TEST(WrittenManifest, IsRefusedWhereAValueHasNoPlace) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_mini(folder.path()));
  auto read = gis::io::read_manifest(folder / "manifest.json");
  ASSERT_VALUE(read);
  read->manifest.levels[0].layer->parent = "parent";  // nothing lies above it
  ASSERT_ERROR(gis::io::manifest_text(read->manifest), bad_manifest);
  read->manifest.levels[0].layer->parent.clear();
  read->manifest.provenance.title.vi = "\xFF";
  ASSERT_ERROR(gis::io::manifest_text(read->manifest), bad_encoding);
}

TEST(WrittenManifest, TakesATextOfOneLanguageForBoth) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_mini(folder.path()));
  auto read = gis::io::read_manifest(folder / "manifest.json");
  ASSERT_VALUE(read);
  read->manifest.provenance.title = {.vi = "Ví dụ"};
  ASSERT_TRUE(gis::io::write_manifest(folder / "manifest.json", read->manifest));
  const auto again = gis::io::read_manifest(folder / "manifest.json");
  ASSERT_VALUE(again);
  EXPECT_EQ(again->manifest.provenance.title.en, "Ví dụ");
}

TEST(WrittenManifest, OpensTheSameDataset) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_mini(folder.path()));
  const auto before = gis::io::read_dataset(folder.path());
  ASSERT_VALUE(before);
  const auto read = gis::io::read_manifest(folder / "manifest.json");
  ASSERT_VALUE(read);
  ASSERT_TRUE(gis::io::write_manifest(folder / "manifest.json", read->manifest));
  const auto after = gis::io::read_dataset(folder.path());
  ASSERT_VALUE(after);
  EXPECT_EQ(after->dataset->provenance, before->dataset->provenance);
  EXPECT_EQ(after->dataset->observations.rows().size(), before->dataset->observations.rows().size());
}

TEST(ReadManifest, IsNotOneThatIsNestedTooDeep) {
  const std::string deep = std::string(200000, '[') + std::string(200000, ']');
  ASSERT_ERROR(gis::io::parse_manifest(deep, "manifest.json"), bad_manifest);
}

TEST(BuiltDataset, IsThatOfTheFilesWhereTheTablesAreInMemory) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_mini(folder.path()));
  const auto of_files = gis::io::read_dataset(folder.path());
  ASSERT_VALUE(of_files);
  const auto read = gis::io::read_manifest(folder / "manifest.json");
  ASSERT_VALUE(read);
  const auto sectors = gis::io::read_table(folder / "sectors.csv"),
             observations = gis::io::read_table(folder / "observations.csv");
  ASSERT_VALUE(sectors);
  ASSERT_VALUE(observations);
  std::filesystem::remove(folder / "sectors.csv");
  std::filesystem::remove(folder / "observations.csv");
  const auto built = gis::io::build_dataset(
      read->manifest,
      [&](const ManifestTable& table) -> core::Result<gis::io::Table> {
        return table.file == "sectors.csv" ? *sectors : *observations;
      },
      folder.path(), "1234");
  ASSERT_VALUE(built);
  EXPECT_EQ(built->dataset->content_hash, "1234");
  EXPECT_EQ(built->dataset->provenance, of_files->dataset->provenance);
  EXPECT_EQ(built->dataset->sectors.size(), of_files->dataset->sectors.size());
  ASSERT_EQ(built->dataset->observations.rows().size(), of_files->dataset->observations.rows().size());
  EXPECT_EQ(built->findings.size() + read->findings.size(), of_files->findings.size());
}

}  // namespace
}  // namespace vicinia::test
