#include <gtest/gtest.h>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::test {
namespace {

using core::ErrorCode;

class Manifest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_VALUE(write_mini(folder_.path())); }
  auto read_with(std::string_view from, std::string_view to) {
    write_file(file_, mini_manifest());
    EXPECT_TRUE(replace_in_file(file_, from, to)) << from;
    return gis::io::read_dataset(folder_.path());
  }
  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "manifest.json";
};

TEST_F(Manifest, BrokenJsonIsFoundByLineAndColumn) {
  const auto loaded = read_with(R"("version": 1,)", R"("version" 1,)");
  ASSERT_ERROR(loaded, bad_manifest);
  EXPECT_EQ(loaded.error().subject.row, 3U);
  EXPECT_TRUE(loaded.error().detail.starts_with("3:13 ")) << loaded.error().detail;
}

TEST_F(Manifest, EachNeededKeyIsNamedWhenItIsMissing) {
  for (const char* key : {"format", "version", "title", "source", "survey", "survey_vintage",
                          "boundary_vintage", "denominator", "completeness", "sectors", "observations"}) {
    std::string quoted = R"(  ")", renamed = R"(  "_)";
    quoted.append(key).append(R"(":)");
    renamed.append(key).append(R"(":)");
    const auto loaded = read_with(quoted, renamed);
    ASSERT_ERROR(loaded, bad_manifest);
    EXPECT_EQ(loaded.error().subject.field, key);
    EXPECT_EQ(loaded.error().detail, "missing");
    EXPECT_EQ(loaded.error().subject.file, file_.string());
  }
}

TEST_F(Manifest, SeveralMistakesComeTogether) {
  write_file(file_, "{}");
  const auto loaded = gis::io::read_dataset(folder_.path());
  ASSERT_ERROR(loaded, bad_manifest);
  EXPECT_EQ(length_of_chain(loaded.error()), 12U);
}

TEST_F(Manifest, NamesTheKeyWhoseValueIsWrong) {
  const struct {
    const char* from;
    const char* to;
    const char* field;
  } cases[] = {
      {"vicinia-dataset", "other", "format"},
      {"\"version\": 1", "\"version\": 3", "version"},
      {"\"survey_vintage\": \"2007-12-31\"", "\"survey_vintage\": \"2007\"", "survey_vintage"},
      {"\"boundary_vintage\": \"2007-12-31\"", "\"boundary_vintage\": \"2007-02-30\"", "boundary_vintage"},
      {"all_employment\"", "everything\"", "denominator"},
      {"complete_matrix", "some", "completeness"},
      {"{\"file\": \"sectors.csv\"}", "\"sectors.csv\"", "sectors"},
      {"{\"file\": \"sectors.csv\"}", "{\"file\": 7}", "sectors.file"},
      {"{\"file\": \"sectors.csv\"}", "{}", "sectors.file"},
      {"\"observations.csv\"", "\"observations.csv\", \"separator\": \"ab\"", "observations.separator"},
      {"\"observations.csv\"", "\"observations.csv\", \"columns\": {\"workers\": \"x\"}",
       "observations.columns.workers"},
      {"\"observations.csv\"", "\"observations.csv\", \"columns\": {\"lq\": 1}", "observations.columns.lq"},
      {"\"parent\": \"parent\"", "\"approximate\": \"yes\"", "districts.approximate"},
      {"\"code\": \"code\"", "\"code\": \"\"", "provinces.code"},
      {"{\"vi\": \"Ví dụ nhỏ\", \"en\": \"Small example\"}", "{}", "title"},
      {"{\"vi\": \"Ví dụ nhỏ\", \"en\": \"Small example\"}", "[1]", "title"}};
  for (const auto& wrong : cases) {
    const auto loaded = read_with(wrong.from, wrong.to);
    ASSERT_FALSE(loaded.has_value()) << wrong.to;
    EXPECT_EQ(loaded.error().code, ErrorCode::bad_manifest) << wrong.to;
    EXPECT_EQ(loaded.error().subject.field, wrong.field) << wrong.to;
    EXPECT_FALSE(loaded.error().detail.empty());
  }
}

TEST_F(Manifest, NeedsProvincesOrDistricts) {
  write_file(file_, mini_manifest());
  ASSERT_TRUE(replace_in_file(file_, "\"provinces\":", "\"_provinces\":"));
  ASSERT_TRUE(replace_in_file(file_, "\"districts\":", "\"_districts\":"));
  const auto loaded = gis::io::read_dataset(folder_.path());
  ASSERT_ERROR(loaded, bad_manifest);
  EXPECT_EQ(loaded.error().subject.field, "districts");
}

TEST_F(Manifest, TheProjectionMustBeInMetres) {
  const auto degrees = read_with("EPSG:32648", "EPSG:4326");
  ASSERT_ERROR(degrees, geographic_coordinates);
  EXPECT_EQ(degrees.error().subject.field, "projected_crs");
  EXPECT_EQ(degrees.error().subject.file, file_.string());
  ASSERT_ERROR(read_with("EPSG:32648", "EPSG:0"), unknown_crs);
}

TEST_F(Manifest, APlainTextServesForBothLanguages) {
  const auto loaded = read_with("{\"vi\": \"Ví dụ nhỏ\", \"en\": \"Small example\"}", "\"Mini\"");
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->provenance.title.vi, "Mini");
  EXPECT_EQ(loaded->dataset->provenance.title.en, "Mini");
  EXPECT_EQ(loaded->dataset->provenance.completeness, core::Completeness::complete_matrix);
}

TEST_F(Manifest, AKeyThatMeansNothingIsAFinding) {
  const auto loaded = read_with("\"projected_crs\"", "\"projected_csr\"");
  ASSERT_VALUE(loaded);
  ASSERT_EQ(loaded->findings.size(), 1U);
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::bad_manifest);
  EXPECT_EQ(loaded->findings[0].subject.field, "projected_csr");
}

TEST_F(Manifest, FilesMayStandElsewhere) {
  const TemporaryFolder other;
  write_file(other / "sectors.csv", mini_sectors());
  const std::filesystem::path relative =
      std::filesystem::path("..") / other.path().filename() / "sectors.csv";
  for (const std::filesystem::path& path : {other / "sectors.csv", relative})
    ASSERT_VALUE(read_with("sectors.csv", path.generic_string()));
}

TEST_F(Manifest, WhatItSaysOfTablesOfObservationsIsChecked) {
  const struct {
    const char* observations;
    const char* field;
    const char* detail;
  } cases[] = {
      {R"({"file": "observations.csv", "decimal": ";"})", "observations.decimal",
       R"(neither "." nor ",": ";")"},
      {R"({"file": "observations.csv", "not_published": "-"})", "observations.not_published",
       R"(not a list of texts: "-")"},
      {R"({"file": "observations.csv", "zero": [0]})", "observations.zero", "not a text: 0"},
      {R"({"file": "observations.csv", "zero": [""]})", "observations.zero", R"(not a text: "")"},
      {R"({"file": "observations.csv", "zero": ["-"], "not_published": ["-"]})", "observations.zero",
       "in not_published too: -"},
      {R"({"file": "observations.csv", "layout": "tall"})", "observations.layout",
       "tall, not one of: long, wide"},
      {R"({"file": "observations.csv", "layout": "wide"})", "observations.field", "missing"},
      {R"({"file": "observations.csv", "layout": "wide", "field": "people"})", "observations.field",
       "people, not one of: enterprises, smes, fdi_enterprises, employees, lq, sector_share_pct, district_share_pct"},
      {R"({"file": "observations.csv", "layout": "wide", "field": "employees", "columns": {"sector_no": "x"}})",
       "observations.columns.sector_no", "no column of this table"},
      {R"([])", "observations", "empty"},
      {R"([{"file": "observations.csv"}, 7])", "observations[1]", "not an object: 7"},
      {R"([{"file": "observations.csv"}, {"decimal": "."}])", "observations[1].file", "missing"},
  };
  for (const auto& c : cases) {
    const auto loaded = read_with(R"("observations": {"file": "observations.csv"})",
                                  std::string(R"("observations": )") + c.observations);
    ASSERT_ERROR(loaded, bad_manifest);
    EXPECT_EQ(loaded.error().subject.field, c.field) << c.observations;
    EXPECT_EQ(loaded.error().detail, c.detail) << c.observations;
  }
}

TEST_F(Manifest, SaysWhatIsCountedAndHowSharesAreWritten) {
  const char* observations = R"("observations": {"file")";
  const auto loaded = read_with(
      observations,
      R"("counted": {"employees": {"vi": "giường bệnh", "en": "beds"}, "enterprises": "farms"}, "observations": {"file")");
  ASSERT_VALUE(loaded);
  EXPECT_TRUE(loaded->findings.empty());
  EXPECT_EQ(loaded->dataset->provenance.employees_word.vi, "giường bệnh");
  EXPECT_EQ(loaded->dataset->provenance.employees_word.en, "beds");
  EXPECT_EQ(loaded->dataset->provenance.enterprises_word.vi, "farms");
  const auto other = read_with(observations, R"("counted": {"workers": "x"}, "observations": {"file")");
  ASSERT_ERROR(other, bad_manifest);
  EXPECT_EQ(other.error().subject.field, "counted.workers");
  const auto shares = read_with(observations, R"("shares": "per mille", "observations": {"file")");
  ASSERT_ERROR(shares, bad_manifest);
  EXPECT_EQ(shares.error().detail, "per mille, not one of: per_cent, fraction");
}

TEST_F(Manifest, ColumnsToIgnoreBelongToWideTablesOnly) {
  const auto loaded = read_with(R"("observations": {"file")", R"("observations": {"ignore": ["x"], "file")");
  ASSERT_VALUE(loaded);
  ASSERT_EQ(loaded->findings.size(), 1U);
  EXPECT_EQ(loaded->findings[0].subject.field, "observations.ignore");
}

}  // namespace
}  // namespace vicinia::test
