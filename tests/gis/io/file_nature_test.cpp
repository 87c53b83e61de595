// What a file is that cannot be used, and how many features are at fault.
#include "base/file_nature.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {
namespace {

using namespace std::string_literals;
using test::TemporaryFolder;
using test::write_file;

std::string nature_of_text(const std::string& bytes) { return nature_of(bytes, bytes.size()); }

std::string in_utf16(const std::string& ascii, bool has_mark, bool is_little) {
  std::string bytes = has_mark ? (is_little ? "\xFF\xFE" : "\xFE\xFF") : "";
  for (const char c : ascii) bytes += is_little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

TEST(NatureOfFile, IsToldByTheFirstBytes) {
  const std::pair<std::string, const char*> known[] = {
      {"", "file:empty"},
      {" \r\n\t ", "file:blank"},
      {std::string(600, '\0'), "file:zeros"},
      {"<!doctype HTML><p>Log in", "file:html"},
      {"\xEF\xBB\xBF  <html>", "file:html"},
      {"<?xml version=\"1.0\"?><!DOCTYPE x><html xmlns=\"\">", "file:html"},
      {"<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "file:xml"},
      {"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd'>", "file:project"},
      {"version https://git-lfs.github.com/spec/v1\noid sha256:0", "file:git_lfs"},
      {"/annex/objects/SHA256E-s1--0.shp", "file:git_lfs"},
      {"PK\x03\x04\x14rest[Content_Types].xml", "file:office"},
      {"PK\x03\x04\x14rest", "file:zip"},
      {"PK\x05\x06"s + std::string(18, '\0'), "file:empty_archive"},
      {"\x1F\x8B\x08", "file:archive"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "file:office"},
      {"%PDF-1.7", "file:pdf"},
      {"\x89PNG\r\n", "file:picture"},
      {"SQLite format 3\0"s, "file:database"},
      {"{\"type\":\"Fea", "file:json"},
      {"unit_code,lq\n1,2\n", "file:text"},
      {"Quận Ba Đình", "file:text"},
      {"\x01\x02\x03\xFF\x04", ""},
  };
  for (const auto& [bytes, nature] : known) EXPECT_EQ(nature_of_text(bytes), nature) << bytes;
}

TEST(NatureOfFile, ALetterThatIsCutAtTheEndOfWhatIsLookedAtLeavesItText) {
  for (std::size_t lead = nature_bytes - 4; lead <= nature_bytes; ++lead)
    EXPECT_EQ(nature_of_text(std::string(lead, 'a') + "ệệệ" + std::string(9, 'b')), "file:text") << lead;
}

RC_GTEST_PROP(NatureOfFileProperty, AnyTextInUtf16IsKnownWithAMarkAndWithout,
              (bool has_mark, bool is_little)) {
  const auto letters = *rc::gen::suchThat(rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')),
                                          [](const std::string& text) { return text.size() >= 4; });
  RC_ASSERT(nature_of_text(in_utf16(letters, has_mark, is_little)) == "file:utf16");
}

RC_GTEST_PROP(NatureOfFileProperty, AnyBytesHaveSomeNatureAndAreReadToTheirEndOnly,
              (const std::string& bytes)) {
  const std::string nature = nature_of_text(bytes);
  RC_ASSERT(nature.empty() || nature.starts_with("file:"));
}

class UnusableFile : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file(const std::string& name, const std::string& bytes) const {
    write_file(folder_ / name, bytes);
    return folder_ / name;
  }
  TemporaryFolder folder_;
};

TEST_F(UnusableFile, SaysWhatItIsAsALayerWhateverItsNameClaims) {
  for (const char* name : {"a.geojson", "a.gpkg", "a.shp", "a.fgb", "a.kml"}) {
    const auto empty = read_polygons(file(name, ""), {});
    ASSERT_ERROR(empty, not_a_vector_file);
    EXPECT_EQ(empty.error().subject.field, "file:empty") << name;
    EXPECT_EQ(empty.error().detail.find("supported file format"), std::string::npos)
        << "that GDAL did not know it says nothing more";
    EXPECT_EQ(read_polygons(file(name, "<html>Log in</html>"), {}).error().subject.field, "file:html")
        << name;
  }
  EXPECT_EQ(read_polygons(file("u.geojson", in_utf16(R"({"type":"FeatureCollection"})", true, true)), {})
                .error()
                .subject.field,
            "file:utf16");
  EXPECT_EQ(read_polygons(file("cut.zip", "PK\x03\x04 and no more"), {}).error().subject.field,
            "file:broken_archive");
}

TEST_F(UnusableFile, WhatGdalSaidIsMarkedAsItsWordsAndHasNoFullStop) {
  const auto broken =
      read_polygons(file("b.geojson", R"({"type": "FeatureCollection", "features": [{"type)"), {});
  ASSERT_ERROR(broken, not_a_vector_file);
  EXPECT_TRUE(broken.error().detail.starts_with("GDAL: ")) << broken.error().detail;
  EXPECT_FALSE(broken.error().detail.ends_with(".")) << broken.error().detail;
}

TEST_F(UnusableFile, SaysWhatItIsAsATable) {
  for (const auto& [bytes, nature] : {std::pair("PK\x03\x04[Content_Types].xml"s, "file:office"),
                                      std::pair("<!doctype html>"s, "file:html")}) {
    const auto table = read_table(file("t.csv", bytes), ',');
    ASSERT_ERROR(table, bad_encoding);
    EXPECT_EQ(table.error().subject.field, nature);
  }
}

std::string collection(const std::vector<std::string>& geometries) {
  std::string features;
  for (const std::string& geometry : geometries)
    features +=
        (features.empty() ? "" : ",") + R"({"type":"Feature","properties":{},"geometry":)"s + geometry + "}";
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

RC_GTEST_PROP(UnusableFeaturesProperty, AreAllCountedWhereverTheyStand, ()) {
  const TemporaryFolder folder;
  const auto are_points = *rc::gen::container<std::vector<bool>>(rc::gen::arbitrary<bool>());
  std::vector<std::string> geometries{
      R"({"type":"Polygon","coordinates":[[[105,10],[106,10],[106,11],[105,10]]]})"};
  std::vector<std::size_t> rows;
  for (const bool is_point : are_points) {
    if (is_point) rows.push_back(geometries.size() + 1);
    geometries.push_back(is_point ? R"({"type":"Point","coordinates":[105,10]})" : geometries.front());
  }
  write_file(folder / "mixed.geojson", collection(geometries));
  const auto layer = read_polygons(folder / "mixed.geojson", {});
  RC_ASSERT(layer.has_value() == rows.empty());
  std::vector<std::size_t> told;
  if (!layer)
    for (const core::Error* error = &layer.error(); error != nullptr; error = error->cause.get()) {
      RC_ASSERT(error->code == core::ErrorCode::not_a_polygon);
      told.push_back(*error->subject.row);
    }
  RC_ASSERT(told == rows);
}

TEST(BoundariesOfAnotherYear, AreNotedWhereTheyHoldFromMoreThanAYearBeforeOrAfterTheSurvey) {
  const std::pair<const char*, bool> dates[] = {
      {"1999-04-01", true},  {"2006-08-01", true}, {"2007-01-01", false}, {"2007-12-31", false},
      {"2008-08-01", false}, {"2009-06-01", true}, {"2025-07-01", true}};
  for (const auto& [date, is_noted] : dates) {
    const TemporaryFolder folder;
    ASSERT_VALUE(test::write_mini(folder.path()));
    ASSERT_TRUE(test::replace_in_file(folder / "manifest.json", "\"boundary_vintage\": \"2007-12-31\"",
                                      "\"boundary_vintage\": \""s + date + "\""));
    const auto loaded = read_dataset(folder.path());
    ASSERT_VALUE(loaded);
    std::vector<std::string> told;
    for (const core::Finding& finding : loaded->findings)
      if (finding.code == core::ErrorCode::boundaries_of_another_year)
        told.push_back(finding.subject.id + ", " + finding.detail);
    EXPECT_EQ(told, is_noted ? std::vector<std::string>{date + ", 2007"s} : std::vector<std::string>{})
        << date;
  }
}

}  // namespace
}  // namespace vicinia::gis::io
