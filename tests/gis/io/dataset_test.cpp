#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "support/levels.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using core::Cell;
using core::ErrorCode;
using gis::io::LayerToWrite;
using gis::io::read_dataset;
using gis::io::write_polygons;

/// The mini data set, to be changed.
class ReadDataset : public testing::Test {
 protected:
  void SetUp() override { ASSERT_VALUE(write_mini(folder_.path())); }
  auto read() { return read_dataset(folder_.path()); }
  void change(const char* file, std::string_view from, std::string_view to) {
    ASSERT_TRUE(replace_in_file(folder_ / file, from, to)) << from;
  }
  void add_row(std::string_view row) {
    write_file(folder_ / "observations.csv",
               read_file(folder_ / "observations.csv") + std::string(row) + "\n");
  }
  /// An observations file with more columns than mini's.
  void observations(std::string_view text) { write_file(folder_ / "observations.csv", text); }
  [[nodiscard]] std::string name(const char* file) const { return (folder_ / file).string(); }

  TemporaryFolder folder_;
};

TEST_F(ReadDataset, PutsProvincesBeforeDistricts) {
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::admin::Frame& frame = loaded->dataset->frame;
  ASSERT_EQ(frame.size(), 9U);
  EXPECT_EQ(frame.at_level(tests::province_level), (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(loaded->dataset->areas.size(), 9U);
}

TEST_F(ReadDataset, AFolderThatIsNotThereIsNamed) {
  ASSERT_ERROR(read_dataset(folder_ / "nowhere"), folder_not_found);
  fs::remove(folder_ / "manifest.json");
  const auto loaded = read();
  ASSERT_ERROR(loaded, file_not_found);
  EXPECT_EQ(loaded.error().subject.file, name("manifest.json"));
}

TEST_F(ReadDataset, ACodeOfTwoUnitsNamesTheLayerBothRowsAndWhatTheySay) {
  LayerToWrite layer = mini_districts();
  layer.rows[4][0] = "12";
  ASSERT_VALUE(write_polygons(folder_ / "districts.shp", layer));
  const auto loaded = read();
  ASSERT_ERROR(loaded, features_differ);
  EXPECT_EQ(loaded.error().subject,
            (core::Subject{.file = name("districts.shp"), .row = 5, .field = "name_vi", .id = "12"}));
  EXPECT_EQ(loaded.error().detail, "2, 5|\"Tây Thượng\", \"Đông Hạ\"");
}

TEST_F(ReadDataset, ACodeInBothLayersNamesBothFiles) {
  LayerToWrite layer = mini_districts();
  layer.rows[4][0] = "3";
  ASSERT_VALUE(write_polygons(folder_ / "districts.shp", layer));
  const auto loaded = read();
  ASSERT_ERROR(loaded, duplicate_unit);
  EXPECT_EQ(loaded.error().subject.row, 5U);
  EXPECT_EQ(loaded.error().detail, name("provinces.shp") + ": 3");
}

TEST_F(ReadDataset, AUnitWithoutACodeIsNamedByRow) {
  LayerToWrite layer = mini_districts();
  layer.rows[3][0] = "";
  layer.rows[5][0] = "";
  ASSERT_VALUE(write_polygons(folder_ / "districts.shp", layer));
  const auto loaded = read();
  ASSERT_ERROR(loaded, missing_code);
  EXPECT_EQ(loaded.error().subject.row, 4U);
  ASSERT_NE(loaded.error().cause, nullptr);
  EXPECT_EQ(loaded.error().cause->code, ErrorCode::and_others);
  EXPECT_EQ(loaded.error().cause->detail, "1|6");
}

TEST_F(ReadDataset, AParentThatIsNoProvinceIsUnknown) {
  LayerToWrite layer = mini_districts();
  layer.rows[3][3] = "9";
  ASSERT_VALUE(write_polygons(folder_ / "districts.shp", layer));
  const auto loaded = read();
  ASSERT_ERROR(loaded, unknown_parent);
  EXPECT_EQ(loaded.error().subject, (core::Subject{.file = name("districts.shp"), .row = 4, .id = "22"}));
  EXPECT_EQ(loaded.error().detail, "9");
}

TEST_F(ReadDataset, AFieldThatTheLayerLacksIsNamedWithThoseItHas) {
  change("manifest.json", R"("parent": "parent")", R"("parent": "ma_tinh")");
  const auto loaded = read();
  ASSERT_ERROR(loaded, missing_field);
  EXPECT_EQ(loaded.error().subject.field, "ma_tinh");
  EXPECT_EQ(loaded.error().detail, "code, name_vi, name_en, parent");
}

TEST_F(ReadDataset, LayersOfDifferentCrsMeetInOne) {
  LayerToWrite layer = mini_provinces();
  layer.target_crs = "EPSG:4326";
  ASSERT_VALUE(write_polygons(folder_ / "provinces.shp", layer));
  change("manifest.json", R"("projected_crs": "EPSG:32648",)", "");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->crs, "EPSG:32648");
  EXPECT_NEAR(loaded->dataset->areas[0][0].outer()[0].x(), mini_west_m, 1e-3);
}

TEST_F(ReadDataset, DistrictsAloneStillHaveTheirProvinces) {
  change(
      "manifest.json",
      R"("provinces": {"file": "provinces.shp", "code": "code", "name_vi": "name_vi", "name_en": "name_en"},)",
      "");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  ASSERT_EQ(loaded->dataset->frame.size(), 9U);
  EXPECT_EQ(loaded->dataset->frame.parent(3), 0U);
  EXPECT_FALSE(loaded->dataset->areas[0].empty());
  EXPECT_FALSE(loaded->dataset->areas[3].empty());
  ASSERT_EQ(loaded->findings.size(), 1U);
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::provinces_from_districts);
  EXPECT_EQ(loaded->findings[0].detail, "3|tỉnh|provinces|huyện|districts");
  ASSERT_NE(loaded->dataset->unit_topology, nullptr) << "it was built for the provinces, and others want it";
  EXPECT_EQ(loaded->dataset->unit_topology->unit_count(), 6U);
}

TEST_F(ReadDataset, AFileThatChangesInSizeOrInOneByteOfManyIsAnotherDataSet) {
  std::set<std::string> hashes;
  for (const std::size_t blanks : {0U, 1U, 300'000U, 300'001U}) {  // more than is read at once
    change("manifest.json", "{", "{" + std::string(blanks, ' '));
    const auto loaded = read();
    ASSERT_VALUE(loaded);
    EXPECT_TRUE(hashes.insert(loaded->dataset->content_hash).second);
  }
}

TEST_F(ReadDataset, FindingsOfALayerCarryTheCodeOfTheUnit) {
  LayerToWrite layer = mini_districts();
  auto& ring = layer.areas[1][0].outer();
  std::swap(ring[1], ring[2]);
  layer.check_validity = false;  // or it would not be written
  ASSERT_VALUE(write_polygons(folder_ / "districts.geojson", layer));
  change("manifest.json", "districts.shp", "districts.geojson");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  ASSERT_FALSE(loaded->findings.empty());
  for (std::size_t i = 1; i < loaded->findings.size();
       ++i)  // the repaired district does not fill its province either
    EXPECT_EQ(loaded->findings[i].code, ErrorCode::provinces_disagree);
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::invalid_ring);
  EXPECT_EQ(loaded->findings[0].subject,
            (core::Subject{.file = name("districts.geojson"), .row = 2, .id = "12"}));
}

TEST_F(ReadDataset, NamesComeComposed) {
  LayerToWrite layer = mini_districts();
  layer.rows[0][1] = "Ta\xCC\x82y";  // a and a combining circumflex
  ASSERT_VALUE(write_polygons(folder_ / "districts.shp", layer));
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->frame[3].name_vi, "Tây");
}

TEST_F(ReadDataset, UnknownUnitsAndSectorsAreNamedByLine) {
  add_row("99,I,1,1,0,5");
  add_row("11,IX,1,1,0,5");
  const auto loaded = read();
  ASSERT_ERROR(loaded, unknown_sector);
  EXPECT_EQ(loaded.error().subject.row, 21U);
  EXPECT_EQ(loaded.error().subject.id, "IX");
  ASSERT_NE(loaded.error().cause, nullptr);
  EXPECT_EQ(loaded.error().cause->code, ErrorCode::unknown_unit);
  EXPECT_EQ(loaded.error().cause->subject,
            (core::Subject{.file = name("observations.csv"), .row = 20, .field = "unit_code", .id = "99"}));
}

TEST_F(ReadDataset, DuplicateObservationsNameBothLines) {
  add_row("11,II,1,1,0,5");
  const auto loaded = read();
  ASSERT_ERROR(loaded, duplicate_observation);
  EXPECT_EQ(loaded.error().subject.row, 20U);
  EXPECT_EQ(loaded.error().subject.id, "11");
  EXPECT_EQ(loaded.error().detail, "3");
}

TEST_F(ReadDataset, BadValuesAreNamedWithTheTextFound) {
  const struct {
    const char* text;
    ErrorCode code;
  } cases[] = {{"-400", ErrorCode::negative_count},        {"4.5", ErrorCode::not_a_whole_number},
               {"many", ErrorCode::not_a_number},          {"12%", ErrorCode::not_a_number},
               {"\"4,7\"", ErrorCode::not_a_whole_number}, {"n/a", ErrorCode::unstated_marker}};
  for (const auto& wrong : cases) {
    observations(mini_observations());
    change("observations.csv", "11,I,10,9,0,400", std::string("11,I,10,9,0,") + wrong.text);
    const auto loaded = read();
    ASSERT_FALSE(loaded.has_value()) << wrong.text;
    EXPECT_EQ(loaded.error().code, wrong.code) << wrong.text;
    EXPECT_EQ(loaded.error().subject,
              (core::Subject{.file = name("observations.csv"), .row = 2, .field = "employees"}));
    EXPECT_NE(std::string(wrong.text).find(loaded.error().detail), std::string::npos);
  }
}

TEST_F(ReadDataset, NumbersInAnotherNotationAreReadAndTold) {
  change("observations.csv", "11,II,30,25,4,2400", "11,II,30,25,4,\"2,400\"");
  change("observations.csv", "21,II,40,34,6,3100", "21,II,40,34,6,\"3,000\"");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->observations.find(5, 1, 0)->counts.employees, Cell::of(3000));
  ASSERT_EQ(loaded->findings.size(), 1U);
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::thousands_marks);
  EXPECT_EQ(loaded->findings[0].subject,
            (core::Subject{.file = name("observations.csv"), .row = 3, .field = "employees", .id = ","}));
  EXPECT_EQ(loaded->findings[0].detail, "2");
}

TEST_F(ReadDataset, TheDecimalMarkOfTheManifestSettlesWhatIsAmbiguous) {
  change("observations.csv", "11,II,30,25,4,2400", "11,II,30,25,4,\"2,000\"");
  ASSERT_ERROR(read(), ambiguous_number);
  change("manifest.json", R"("observations": {)", R"("observations": {"decimal": ".", )");
  const auto stated = read();
  ASSERT_VALUE(stated);
  EXPECT_EQ(stated->dataset->observations.find(3, 1, 0)->counts.employees, Cell::of(2000));
}

TEST_F(ReadDataset, MarkersAreWhatTheManifestSays) {
  change("observations.csv", "11,I,10,9,0,400", "11,I,10,..,-,400");
  const auto unstated = read();
  ASSERT_ERROR(unstated, unstated_marker);
  EXPECT_EQ(unstated.error().subject.field, "smes");
  change("manifest.json", R"("observations": {)",
         R"("observations": {"not_published": [".."], "zero": ["-"], )");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 0)->counts.smes, Cell::not_published());
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 0)->counts.fdi_enterprises, Cell::of(0));
  EXPECT_EQ(loaded->findings.size(), 2U);
}

TEST_F(ReadDataset, ACompleteMatrixWithHolesSaysWhichAndHowMany) {
  change("observations.csv", "12,II,4,4,0,100\n", "");
  change("observations.csv", "22,III,9,9,0,350\n", "");
  change("observations.csv", "31,I,15,13,0,700\n31,II,5,5,0,120\n31,III,35,28,5,2600\n", "");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  ASSERT_EQ(loaded->findings.size(), 2U);
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::rows_missing);
  EXPECT_EQ(loaded->findings[0].subject, (core::Subject{.field = "II", .id = "12"}));
  EXPECT_EQ(loaded->findings[0].detail, "2|15");
  EXPECT_EQ(loaded->findings[1].code, ErrorCode::units_without_rows);
  EXPECT_EQ(loaded->findings[1].subject.id, "31");
  EXPECT_EQ(loaded->findings[1].detail, "1|2007");
  change("manifest.json", "complete_matrix", "published_list");
  EXPECT_TRUE(read()->findings.empty()) << "a list has holes by its nature";
}

TEST_F(ReadDataset, SectorsMayTellWhetherTheyAreManufacturing) {
  write_file(
      folder_ / "sectors.csv",
      "sector_no,name_en,name_vi,manufacturing\nI,Food,Thực phẩm,1\nII,Textiles,Dệt,không\nIII,Furniture,Đồ gỗ,\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->sectors[0].manufacturing, true);
  EXPECT_EQ(loaded->dataset->sectors[1].manufacturing, false);
  EXPECT_EQ(loaded->dataset->sectors[2].manufacturing, std::nullopt);
  change("sectors.csv", "không", "maybe");
  const auto wrong = read();
  ASSERT_ERROR(wrong, not_yes_or_no);
  EXPECT_EQ(wrong.error().subject,
            (core::Subject{.file = name("sectors.csv"), .row = 3, .field = "manufacturing", .id = "II"}));
  EXPECT_EQ(wrong.error().detail, "maybe");
}

TEST_F(ReadDataset, SharesOverAHundredAreOutOfRange) {
  observations(
      "unit_code,sector_no,employees,sector_share_pct,district_share_pct\n11,I,5,100.5,3\n12,I,5,1,-2\n");
  const auto loaded = read();
  ASSERT_ERROR(loaded, share_out_of_range);
  EXPECT_EQ(loaded.error().subject.field, "sector_share_pct");
  EXPECT_EQ(length_of_chain(loaded.error()), 2U);
}

TEST_F(ReadDataset, CodesThatNoUnitHasAreToldOnceHoweverManyRowsHaveThem) {
  for (const char* row : {"98,I,1,1,0,5", "99,I,1,1,0,5", "98,II,1,1,0,5"}) add_row(row);
  const auto loaded = read();
  ASSERT_ERROR(loaded, unknown_codes);
  EXPECT_EQ(loaded.error().detail, "2|3|98, 99");
  EXPECT_FALSE(loaded.error().cause);
}

TEST_F(ReadDataset, ErrorsOfAFileAreListedUpToABoundAndAllCounted) {
  constexpr std::size_t more = 15;
  for (std::size_t i = 0; i < core::ErrorList::most + more; ++i) add_row("11,ZZ,1,1,0,5");
  const auto loaded = read();
  ASSERT_ERROR(loaded, unknown_sector);
  ASSERT_EQ(length_of_chain(loaded.error()), core::ErrorList::most + 1);
  const core::Error* last = &loaded.error();
  while (last->cause) last = last->cause.get();
  EXPECT_EQ(last->code, core::ErrorCode::and_others);
  EXPECT_EQ(last->detail, std::to_string(more) + "|");
}

TEST_F(ReadDataset, ContradictionsInTheSourceStayAsPrinted) {
  change("observations.csv", "11,I,10,9,0,400", "11,I,10,99,50,400");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 0)->counts.smes, Cell::of(99));
}

TEST_F(ReadDataset, AnEmptyFieldIsNotPublished) {
  change("observations.csv", "11,I,10,9,0,400", "11,I,10,,0,");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const auto& counts = loaded->dataset->observations.find(3, 0, 0)->counts;
  EXPECT_EQ(counts.smes, Cell::not_published());
  EXPECT_EQ(counts.employees, Cell::not_published());
  EXPECT_EQ(counts.fdi_enterprises.state(), core::CellState::zero);
}

TEST_F(ReadDataset, GroupAndTotalRowsAreKeptAside) {
  observations(
      "unit_code,sector_no,row_kind,employees,lq,source_line,agglomeration,province,district\n"
      "11,I,district,400,1.5,1201,I-1,Tay,Tay Ha\n"
      "1,I,group,1300,,1202,I-1,Tay,\n"
      "28,I,group,90,,1203,I-2,Ha Tay,\n"
      ",I,total,1390,,1204,,,\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const auto& table = loaded->dataset->observations;
  ASSERT_EQ(table.rows().size(), 1U);
  EXPECT_EQ(table.rows()[0].source.district.str(), "Tay Ha");
  EXPECT_EQ(table.rows()[0].source.source_line.str(), "1201");
  EXPECT_EQ(table.rows()[0].printed.location_quotient, Cell::of(1.5));
  ASSERT_EQ(table.sums().size(), 3U);
  EXPECT_EQ(table.sums()[0].province, 0U);
  EXPECT_EQ(table.sums()[1].province, std::nullopt);
  EXPECT_EQ(table.sums()[1].source.province.str(), "Ha Tay");
  EXPECT_EQ(table.sums()[2].kind, core::industry::PrintedSum::Kind::total);
  EXPECT_EQ(table.sums()[2].source.table_line, 5U);
}

TEST_F(ReadDataset, OtherRowKindsAreUnknown) {
  observations("unit_code,sector_no,row_kind,employees\n11,I,subtotal,400\n");
  const auto loaded = read();
  ASSERT_ERROR(loaded, unknown_row_kind);
  EXPECT_EQ(loaded.error().detail, "subtotal");
}

TEST_F(ReadDataset, PeriodsComeOldestFirst) {
  observations("unit_code,sector_no,period,employees\n11,I,2007,4\n11,I,2005,2\n12,I,2007,3\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->periods, (std::vector<std::string>{"2005", "2007"}));
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 0)->counts.employees, Cell::of(2));
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 1)->counts.employees, Cell::of(4));
  observations("unit_code,sector_no,period,employees\n11,I,2007,4\n11,II,,2\n");
  ASSERT_ERROR(read(), invalid_argument);
}

TEST_F(ReadDataset, MonthsOfTwoYearsAndPreliminaryValuesComeInTheOrderOfTime) {
  observations("unit_code,sector_no,period,employees\n11,I,1/2008,4\n11,I,12/2007,2\n12,I,1/2008,3\n");
  auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->periods, (std::vector<std::string>{"12/2007", "1/2008"}));
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 1)->counts.employees, Cell::of(4));
  observations("unit_code,sector_no,period,employees\n11,I,Prel. 2016,4\n11,I,2017,5\n11,I,2015,3\n");
  loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->periods, (std::vector<std::string>{"2015", "Prel. 2016", "2017"}));
}

TEST_F(ReadDataset, PeriodsWithoutAnOrderAreRefusedWithTheirLabels) {
  observations("unit_code,sector_no,period,employees\n11,I,2007,4\n11,I,Q1/2008,2\n");
  const auto mixed = read();
  ASSERT_ERROR(mixed, period_order_unknown);
  EXPECT_EQ(mixed.error().subject,
            (core::Subject{.file = name("observations.csv"), .field = "kinds_mixed", .id = "2007"}));
  observations("unit_code,sector_no,period,employees\n11,I,first,4\n11,I,second,2\n");
  const auto unknown = read();
  ASSERT_ERROR(unknown, period_order_unknown);
  EXPECT_EQ(unknown.error().detail, "\"first\", \"second\"|2007, 2007-H2, 2007-Q4, 2007-12, 2007-12-31");
  observations("unit_code,sector_no,period,employees\n11,I,first,4\n");
  ASSERT_VALUE(read());
}

TEST_F(ReadDataset, SectorsOfALevelAreReadAloneAndThatIsTold) {
  write_file(
      folder_ / "sectors.csv",
      "sector_no,name_en,name_vi,parent\nT,Textiles,Dệt may,\nI,Spinning,Sợi,T\nII,Weaving,Vải,T\nIII,Furniture,Đồ gỗ,\n");
  std::string rows = read_file(folder_ / "observations.csv");
  // T is the sum of I and II in every unit.
  std::istringstream lines(rows);
  std::map<std::string, long> totals;
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
    if (fields[1] == "I" || fields[1] == "II") totals[fields[0]] += std::stol(fields.back());
  }
  for (const auto& [unit, total] : totals) rows += unit + ",T,,,," + std::to_string(total) + "\n";
  observations(rows);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  ASSERT_TRUE(loaded->dataset->levels);
  EXPECT_EQ(loaded->dataset->sector_level, 2U);
  ASSERT_EQ(loaded->dataset->sectors.size(), 3U);
  EXPECT_EQ(loaded->dataset->sectors[0].code, "I");
  ASSERT_EQ(loaded->findings.size(), 1U);
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::sector_level_used);
  EXPECT_EQ(loaded->findings[0].detail, "2|2|3");
  // Without the column nothing tells of levels but the sums.
  change("sectors.csv", "name_vi,parent", "name_vi,remark");
  const auto flat = read();
  ASSERT_VALUE(flat);
  EXPECT_EQ(flat->dataset->sectors.size(), 4U);
  ASSERT_EQ(flat->findings.size(), 1U);
  EXPECT_EQ(flat->findings[0].code, ErrorCode::sector_is_sum);
  EXPECT_EQ(flat->findings[0].subject.id, "T");
  EXPECT_EQ(flat->findings[0].detail, "I, II");
  change("sectors.csv", "name_vi,remark", "name_vi,parent");
  change("sectors.csv", "III,Furniture,Đồ gỗ,", "III,Furniture,Đồ gỗ,X");
  const auto unknown = read();
  ASSERT_ERROR(unknown, unknown_parent);
  EXPECT_EQ(unknown.error().subject,
            (core::Subject{.file = name("sectors.csv"), .row = 5, .field = "sector_parent", .id = "III"}));
}

TEST_F(ReadDataset, SharesThatMakeOneAreReadAsFractionsAndThatIsTold) {
  const std::string head = "unit_code,sector_no,employees,sector_share_pct\n";
  observations(head + "11,I,47,0.047\n12,I,953,0.953\n11,II,7,0.07\n12,II,93,0.93\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 0)->printed.sector_share_pct, Cell::of(4.7));
  EXPECT_EQ(loaded->dataset->observations.find(3, 1, 0)->printed.sector_share_pct, Cell::of(7));
  ASSERT_FALSE(loaded->findings.empty());
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::shares_as_fractions);
  EXPECT_EQ(loaded->findings[0].subject.field, "sector_share_pct");
  EXPECT_EQ(loaded->findings[0].detail, "4");
  // Shares of a list, a few per mille each, make no 1.
  observations(head + "11,I,47,0.4\n12,I,95,0.1\n");
  EXPECT_EQ(read()->dataset->observations.find(3, 0, 0)->printed.sector_share_pct, Cell::of(0.4));
  change("manifest.json", R"("observations": {)", R"("shares": "fraction", "observations": {)");
  EXPECT_EQ(read()->dataset->observations.find(3, 0, 0)->printed.sector_share_pct, Cell::of(40));
  observations(head + "11,I,47,40\n12,I,95,60\n");
  ASSERT_ERROR(read(), share_out_of_range);
}

TEST_F(ReadDataset, TakesOtherNamesForColumnsAndAnotherSeparator) {
  change(
      "manifest.json", R"("observations": {"file": "observations.csv"})",
      R"("observations": {"file": "so_lieu.csv", "separator": ";", "columns": {"unit_code": "ma_huyen", "employees": "lao_dong"}})");
  write_file(folder_ / "so_lieu.csv", "ma_huyen;sector_no;lao_dong\n11;I;5\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->observations.rows()[0].counts.employees, Cell::of(5));
  write_file(folder_ / "so_lieu.csv", "ma_huyen;sector_no;employees\n11;I;5\n");
  const auto missing = read();
  ASSERT_ERROR(missing, missing_column);
  EXPECT_EQ(missing.error().subject.field, "lao_dong");
}

TEST_F(ReadDataset, ATableWithoutAnyValueIsRefused) {
  observations("unit_code,sector_no\n11,I\n");
  ASSERT_ERROR(read(), missing_column);
}

TEST_F(ReadDataset, ASectorTwiceIsNamedByLine) {
  write_file(folder_ / "sectors.csv", mini_sectors() + "II,Paper,Giấy\n");
  const auto loaded = read();
  ASSERT_ERROR(loaded, sector_twice);
  EXPECT_EQ(loaded.error().subject,
            (core::Subject{.file = name("sectors.csv"), .row = 5, .field = "sector_no", .id = "II"}));
  EXPECT_EQ(loaded.error().detail, "3");
}

TEST_F(ReadDataset, ErrorsOfALayerNameItsFile) {
  fs::remove(folder_ / "districts.shx");
  const auto loaded = read();
  ASSERT_ERROR(loaded, missing_companion);
  EXPECT_EQ(loaded.error().subject.file, name("districts.shp"));
}

TEST_F(ReadDataset, TheHashIsOfTheContentNotOfThePlace) {
  const TemporaryFolder other;
  ASSERT_VALUE(write_mini(other.path()));
  const auto here = read();
  const auto there = read_dataset(other.path());
  ASSERT_VALUE(here);
  ASSERT_VALUE(there);
  EXPECT_EQ(here->dataset->content_hash, there->dataset->content_hash);
  EXPECT_EQ(here->dataset->content_hash.find_first_not_of("0123456789abcdef"), std::string::npos);
  for (const char* file : {"manifest.json", "sectors.csv", "observations.csv", "districts.cpg"}) {
    const std::string before = read_file(folder_ / file);
    write_file(folder_ / file, before + "\n");
    const auto changed = read();
    ASSERT_VALUE(changed);
    EXPECT_NE(changed->dataset->content_hash, there->dataset->content_hash) << file;
    write_file(folder_ / file, before);
  }
}

TEST_F(ReadDataset, StopsWhenAsked) {
  std::vector<double> shares;
  ASSERT_VALUE(read_dataset(folder_.path(),
                            {.report = [&](double share, std::string_view) { shares.push_back(share); }}));
  EXPECT_TRUE(std::ranges::is_sorted(shares));
  EXPECT_EQ(shares.back(), 1.0);
  std::stop_source source;
  source.request_stop();
  ASSERT_ERROR(read_dataset(folder_.path(), {.stop = source.get_token()}), cancelled);
}

}  // namespace
}  // namespace vicinia::test
