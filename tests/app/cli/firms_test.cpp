// vicinia firms: from a register to observations that a data set reads.
#include <gmock/gmock.h>

#include <string>

#include "terminal.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class FirmsCommand : public Terminal {
 protected:
  void SetUp() override {
    std::ofstream(file("areas.geojson"))
        << R"({"type":"FeatureCollection","features":[)"
           R"({"type":"Feature","properties":{"code":"001"},"geometry":{"type":"Polygon","coordinates":[[[105,21],[105.5,21],[105.5,21.5],[105,21.5],[105,21]]]}},)"
           R"({"type":"Feature","properties":{"code":"002"},"geometry":{"type":"Polygon","coordinates":[[[105.5,21],[106,21],[106,21.5],[105.5,21.5],[105.5,21]]]}}]})";
    std::ofstream(file("firms.csv")) << "lon,lat,district,vsic,workers,foreign,capital,year\n"
                                        "105.1,21.1,001,13110,250,0,5000,2007\n"
                                        "105.2,21.2,001,13120,350,60,50000,2007\n"
                                        "105.7,21.1,002,13110,10,0,100,2007\n"
                                        "105.7,21.1,002,46900,5,0,100,2007\n"
                                        "10.0,50.0,999,46900,5,0,100,2007\n"
                                        "105.7,21.1,002,46900,many,0,100,2007\n";
  }
  /// What begins with @ is in the folder of the test.
  [[nodiscard]] std::string placed(std::string arguments) const {
    for (std::size_t at = 0; (at = arguments.find('@', at)) != std::string::npos;)
      if (at > 0 && arguments[at - 1] == ' ')
        arguments.replace(at, 1, folder_.path().string() + "/");
      else
        ++at;
    return "firms " + arguments;
  }
  Finished firms(const std::string& arguments) { return vicinia(placed(arguments)); }
  static std::string rules() {
    return " --boundaries @areas.geojson --id code --sector-column vsic --sector-digits 2 --employees-column workers --foreign-share-column foreign "
           "--capital-column capital --year-column year";
  }
};

TEST_F(FirmsCommand, CountsByPlacesAndByCodesAlikeAndTellsWhatIsLeftOut) {
  const Finished by_place = firms("--register @firms.csv --x-column lon --y-column lat" + rules());
  ASSERT_EQ(by_place.exit_code, 0) << by_place.err;
  EXPECT_EQ(by_place.out,
            "unit_code,sector_no,period,enterprises,smes,fdi_enterprises,employees\n"
            "001,13,2007,2,1,1,600\n"
            "001,46,2007,0,0,0,0\n"
            "002,13,2007,1,1,0,10\n"
            "002,46,2007,1,1,0,5\n");
  EXPECT_THAT(by_place.err, AllOf(HasSubstr("4 of 6 rows counted."),
                                  HasSubstr("in none of the areas, left out: 1, such as #6 (10.0 50.0)"),
                                  HasSubstr("no whole number of people, left out: 1, such as #7 (many)")));
  const Finished by_code = firms("--register @firms.csv --unit-column district --only-with-firms" + rules());
  ASSERT_EQ(by_code.exit_code, 0) << by_code.err;
  EXPECT_THAT(by_code.out, AllOf(HasSubstr("001,13,2007,2,1,1,600\n"), Not(HasSubstr("001,46"))));
  EXPECT_THAT(by_code.err, HasSubstr("a code that no unit has, left out: 1, such as #6 (999)"));
  const Finished in_vietnamese = test::run(fs::path(VICINIA_BIN_DIR) / "vicinia",
                                           placed("--register @firms.csv --unit-column district" + rules()),
                                           folder_.path(), "LC_ALL=vi_VN.UTF-8");
  EXPECT_THAT(in_vietnamese.err,
              HasSubstr("Dòng có mã đơn vị không tồn tại, bị bỏ qua: 1, chẳng hạn #6 (999)."));
}

TEST_F(FirmsCommand, ItsTableIsReadAsObservationsOfADataSet) {
  ASSERT_EQ(firms("--register @firms.csv --unit-column district --out @observations.csv" + rules()).exit_code,
            0);
  std::ofstream(file("sectors.csv")) << "sector_no,name_en,name_vi\n13,Textiles,Dệt\n46,Trade,Thương mại\n";
  std::ofstream(file("manifest.json"))
      << R"({"format": "vicinia-dataset", "version": 2, "title": "t", "source": "s", "survey": "v",
    "survey_vintage": "2007-12-31", "boundary_vintage": "2007-12-31", "denominator": "all_employment", "completeness": "complete_matrix",
    "levels": [{"id": "district", "file": "areas.geojson", "code": "code", "name_vi": "code"}],
    "sectors": {"file": "sectors.csv"}, "observations": {"file": "observations.csv"}})";
  const auto data = gis::io::read_dataset(folder_.path());
  ASSERT_TRUE(data.has_value()) << data.error().detail << data.error().subject.field;
  EXPECT_EQ(data->dataset->observations.rows().size(), 4u);
}

TEST_F(FirmsCommand, WithholdsWhatIsSecretAndTellsWhatReadersCanReconstruct) {
  const Finished done =
      firms("--register @firms.csv --unit-column district --min-firms 2 --disclosure @told.csv --out @o.csv" +
            rules());
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(contents(file("o.csv")), AllOf(HasSubstr("001,13,2007,2,1,1,600\n"),
                                             HasSubstr("002,13,2007,,,,\n"), HasSubstr("002,46,2007,,,,\n")));
  EXPECT_THAT(done.err, HasSubstr("not published for secrecy: 2 of 3."));
  EXPECT_THAT(contents(file("told.csv")),
              AllOf(StartsWith("unit_code,sector_no,period,why,count,told,least,most\n"),
                    HasSubstr("002,46,2007,few_firms,employees,exact,5,5\n")));
}

TEST_F(FirmsCommand, SavedRulesCountTheSame) {
  const Finished first = firms(
      "--register @firms.csv --unit-column district --sme employees --save-rules @rules.json" + rules());
  ASSERT_EQ(first.exit_code, 0) << first.err;
  const Finished again =
      firms("--register @firms.csv --rules @rules.json --id code --boundaries " + file("areas.geojson"));
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(again.out, first.out);
  EXPECT_EQ(again.err, first.err);
  std::ofstream(file("bad.json")) << R"({"columns": {"unitt": "x"}})";
  const Finished bad = firms("--register @firms.csv --rules @bad.json --id code --boundaries @areas.geojson");
  EXPECT_EQ(bad.exit_code, 1);
  EXPECT_THAT(bad.err, AllOf(HasSubstr("bad.json"), HasSubstr("columns.unitt")));
}

TEST_F(FirmsCommand, ATableOfSectorsSaysWhichCodesAreWhichSectorsAndTheirGroups) {
  std::ofstream(file("codes.csv")) << "code,sector_no,group\n13,TEX,industry\n46,TRADE,services\n";
  const Finished done = firms("--register @firms.csv --unit-column district --sectors @codes.csv" + rules());
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.out, AllOf(HasSubstr("001,TEX,2007,2,1,1,600\n"), HasSubstr("002,TRADE,2007,1,1,0,5\n")));
  append(file("codes.csv"), "47,SHOPS,shops");
  EXPECT_EQ(firms("--register @firms.csv --unit-column district --sectors @codes.csv" + rules()).exit_code,
            2);
}

TEST_F(FirmsCommand, SaysWhatIsMissing) {
  const std::string areas = " --id code --boundaries @areas.geojson";
  for (const char* wrong :
       {"", "--register @firms.csv --separator ab", "--register a --server b", "firms --table t",
        "--register @firms.csv --dominant 9", "--register @firms.csv --sme decree"})
    EXPECT_EQ(firms(wrong + areas).exit_code, 2) << wrong;
  const Finished nothing = firms(areas);
  EXPECT_THAT(nothing.err, HasSubstr("--register; --server, --table"));
  const Finished no_unit = firms("--register @firms.csv --sector-column vsic" + areas);
  EXPECT_EQ(no_unit.exit_code, 2);
  EXPECT_THAT(no_unit.err, HasSubstr("--x-column, --y-column"));
  const Finished no_column = firms("--register @firms.csv --unit-column dist" + rules());
  EXPECT_EQ(no_column.exit_code, 1);
  EXPECT_THAT(no_column.err, HasSubstr("lon, lat, district, vsic"));
  EXPECT_EQ(firms("--register @firms.csv --unit-column district --out @firms.csv" + rules()).exit_code, 1)
      << "it is read";
}

TEST_F(FirmsCommand, AnAddressWithAPasswordIsRefusedAndNotRepeated) {
  const Finished done =
      firms("--server postgresql://me:hush@127.0.0.1:1/db --table t --unit-column u" + rules());
  EXPECT_EQ(done.exit_code, 1);
  EXPECT_THAT(done.err, AllOf(HasSubstr("pg_service.conf"), HasSubstr("PGPASSFILE"), Not(HasSubstr("hush"))));
  const Finished nobody = firms("--server 'host=127.0.0.1 port=1' --table t --unit-column u" + rules());
  EXPECT_EQ(nobody.exit_code, 1);
  EXPECT_THAT(nobody.err, HasSubstr("The server cannot be reached."));
}

}  // namespace
}  // namespace vicinia::cli
