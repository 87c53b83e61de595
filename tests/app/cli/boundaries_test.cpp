// borders, dissolve and check on layers as people have them, and the layers that leave the program.
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "terminal.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::string mini_districts =
    "--boundaries '" + std::string(VICINIA_TEST_DATA_DIR) + "/mini/districts.shp'";

/// A feature with an outline in UTM metres, from 600000 1200000 on.
std::string feature(const std::string& properties, const std::string& ring) {
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" +
         (ring.empty() ? "null" : R"({"type":"Polygon","coordinates":[[)" + ring + "]]}") + "}";
}
std::string box(double west, double south, double east, double north) {
  std::ostringstream ring;
  const double x = 600000, y = 1200000;
  ring << std::fixed << '[' << x + west << ',' << y + south << "],[" << x + east << ',' << y + south << "],["
       << x + east << ',' << y + north << "],[" << x + west << ',' << y + north << "],[" << x + west << ','
       << y + south << ']';
  return ring.str();
}

class BoundaryCommands : public Terminal {
 protected:
  /// Writes features into a layer in EPSG:32648; answers the option that reads it.
  std::string layer_of(const std::vector<std::string>& features) {
    std::ofstream out(file("layer.geojson"));
    out << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32648"}},"features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) out << (i == 0 ? "" : ",") << features[i];
    out << "]}";
    return "--boundaries '" + file("layer.geojson") + "' ";
  }
  nlohmann::json written(const std::string& name) { return nlohmann::json::parse(contents(file(name))); }
};

TEST_F(BoundaryCommands, ReadAnyLayer) {
  const Finished borders = vicinia("borders --id code " + mini_districts);
  ASSERT_EQ(borders.exit_code, 0) << borders.err;
  EXPECT_THAT(borders.err, IsEmpty()) << "there is nothing to tell of borders that are all shared exactly";
  EXPECT_THAT(borders.out, StartsWith("id_a,id_b,kind,length_m,distance_m,area_m2\n"));
  EXPECT_THAT(borders.out, HasSubstr("11,21,edge,"));
  const Finished by_hand =
      vicinia("borders --id code --link-units 11 32 --cut-units 11 21 " + mini_districts);
  ASSERT_EQ(by_hand.exit_code, 0) << by_hand.err;
  EXPECT_THAT(by_hand.out, HasSubstr("11,32,manual,0,0,0\n"));
  EXPECT_THAT(by_hand.out, Not(HasSubstr("11,21,")));
  const Finished nobody = vicinia("borders --id code --link-units 11 nobody " + mini_districts);
  EXPECT_EQ(nobody.exit_code, 2);
  EXPECT_THAT(nobody.err, testing::AllOf(HasSubstr("nobody"), HasSubstr("11, ")));
  EXPECT_EQ(vicinia("dissolve --by nonsense --out '" + file("q.shp") + "' " + mini_districts).exit_code, 1);
}

TEST_F(BoundaryCommands, TakeATolerancesOldNameAndRefuseWhatIsNone) {
  for (const char* tolerance : {"--tolerance 10", "--tolerance auto", "--snap 10", "--snap 0"})
    EXPECT_EQ(vicinia(std::string("borders --id code ") + tolerance + " " + mini_districts).exit_code, 0)
        << tolerance;
  for (const char* tolerance :
       {"--tolerance -1", "--tolerance 1001", "--tolerance some", "--snap 10m", "--tolerance nan"})
    EXPECT_EQ(vicinia(std::string("check ") + tolerance + " " + mini_districts).exit_code, 2) << tolerance;
}

TEST_F(BoundaryCommands, AnIdThatStandsTwiceIsOneAreaAndTold) {
  const std::string layer = layer_of(
      {feature(R"("id":"A")", box(0, 0, 1000, 1000)), feature(R"("id":"B")", box(2000, 0, 3000, 1000)),
       feature(R"("id":" A ")", box(1000, 0, 2000, 1000)),  // touches both
       feature(R"("id":null)", box(0, 1000, 1000, 2000)), feature(R"("id":"A")", box(5000, 0, 6000, 1000))});
  const Finished borders = vicinia("borders --id id " + layer);
  ASSERT_EQ(borders.exit_code, 0) << borders.err;
  EXPECT_THAT(borders.out, HasSubstr("A,B,edge,1000,0,0\n"));
  EXPECT_THAT(borders.out, HasSubstr("A,#4,edge,1000,0,0\n"));
  EXPECT_THAT(borders.out, Not(HasSubstr("A,A,")));
  EXPECT_THAT(borders.err,
              HasSubstr("1 id stands at several features, which count as parts of one area: A."));
  EXPECT_THAT(borders.err, HasSubstr("1 feature has no id and is called by its number: #4."));
  const Finished check = vicinia("check --id id " + layer);
  EXPECT_THAT(check.out, HasSubstr("\nduplicate_id,A,6"));
  EXPECT_THAT(check.out, HasSubstr("\"the id stands at features #1, #3, #5\"\n"));
  EXPECT_THAT(check.out, HasSubstr("\nempty_id,#4,600500,1201500,,,,EPSG:32648,,feature #4 has no id\n"));
}

TEST_F(BoundaryCommands, AFeatureThatStandsThereTwiceIsOneArea) {
  const std::string layer =
      layer_of({feature(R"("id":"A")", box(0, 0, 1000, 1000)), feature(R"("id":"A")", box(0, 0, 1000, 1000)),
                feature(R"("id":"B")", box(1000, 0, 2000, 1000))});
  const Finished borders = vicinia("borders --id id " + layer);
  EXPECT_EQ(borders.out, "id_a,id_b,kind,length_m,distance_m,area_m2\nA,B,edge,1000,0,0\n");
}

/// Its outline crosses itself at 600500 1200500.
const std::string bow_tie =
    "[600000,1200000],[601000,1201000],[601000,1200000],[600000,1201000],[600000,1200000]";

TEST_F(BoundaryCommands, RepairedRingsAreToldByAllWithReasonAndPlace) {
  const std::string layer =
      layer_of({feature(R"("id":"bow")", bow_tie), feature(R"("id":"ok")", box(1000, 0, 2000, 1000)),
                feature(R"("id":"none")", "")});
  for (const std::string& command : {std::string("borders --id id "), std::string("check --id id "),
                                     "dissolve --by id --out '" + file("o.gpkg") + "' "}) {
    const Finished finished = vicinia(command + layer);
    EXPECT_EQ(finished.exit_code, 0) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr("1 outline was not valid and has been repaired: feature #1 "
                                        "(Self-intersection at 600500 1200500)."));
    EXPECT_THAT(finished.err, HasSubstr("1 feature has no geometry: #3."));
  }
  const Finished check = vicinia("check --id id " + layer);
  EXPECT_THAT(check.out, StartsWith("kind,units,x_m,y_m,size,size_unit,distance_m,crs,seam,reason\n"
                                    "repaired_ring,bow,600500,1200500,,,,EPSG:32648,,Self-intersection\n"
                                    "empty,none,,,,,,EPSG:32648,,feature #3 has no geometry\n"));
  EXPECT_EQ(std::ranges::count(check.out, '\n'),
            std::ranges::count(vicinia("check --id id --tolerance 0 " + layer).out, '\n'));
}

TEST_F(BoundaryCommands, CheckOfACleanLayerSaysSo) {
  const Finished check = vicinia("check --id code " + mini_districts);
  EXPECT_EQ(check.exit_code, 0);
  EXPECT_EQ(check.out, "kind,units,x_m,y_m,size,size_unit,distance_m,crs,seam,reason\n")
      << "nothing is wrong with it";
  EXPECT_THAT(check.err, HasSubstr("All borders are shared exactly."));
  EXPECT_THAT(check.err, HasSubstr("Nothing to look at."));
  EXPECT_THAT(check.err, HasSubstr("No tolerance is needed."));
  const auto json = nlohmann::json::parse(vicinia("check --format json " + mini_districts).out);
  EXPECT_EQ(json["crs"], "EPSG:32648");
  EXPECT_EQ(json["proposed_tolerance_m"], 0);
  EXPECT_THAT(json["totals"], IsEmpty());
  EXPECT_THAT(json["findings"], IsEmpty());
}

TEST_F(BoundaryCommands, CheckListsTheWorstFirstWithTotalsPlacesReasonsAndSeams) {
  const std::string layer =
      layer_of({feature(R"("id":"a, b","p":"1")", box(0, 0, 2000, 2000)),
                feature(R"("id":"c","p":"2")", box(1900, 0, 4000, 2000)),  // 100 m over the first
                feature(R"("id":"d","p":"2")", box(3000, 0, 5000, 2000)),  // 1,000 m over the second
                feature(R"("id":"e","p":"2")", box(9000, 0, 9100, 100)),   // alone
                feature(R"("id":"f","p":"3")", bow_tie)});
  const Finished csv = vicinia("check --id id --parent p --tolerance 0 " + layer);
  ASSERT_EQ(csv.exit_code, 0) << csv.err;
  std::vector<std::string> kinds;
  std::istringstream lines(csv.out);
  for (std::string line; std::getline(lines, line);) kinds.push_back(line.substr(0, line.find(',')));
  const auto first = [&](const char* kind) { return std::ranges::find(kinds, kind) - kinds.begin(); };
  EXPECT_EQ(first("repaired_ring"), 1);
  EXPECT_LT(first("overlap"), first("island"));
  EXPECT_LT(csv.out.find("\noverlap,c d,"), csv.out.find("\noverlap,\"a, b c\",")) << "the larger one first";
  EXPECT_THAT(csv.err, HasSubstr("Places are in EPSG:32648."));
  EXPECT_THAT(csv.err, HasSubstr("overlap"));

  const Finished to_file = vicinia("check --id id --parent p --tolerance 0 --format json --out '" +
                                   file("check.json") + "' " + layer);
  EXPECT_THAT(to_file.out, IsEmpty());
  const auto json = written("check.json");
  const auto& total = json["totals"]["overlap"];
  std::size_t count = 0, at_seams = 0;
  double area = 0;
  for (const auto& row : json["findings"]) {
    EXPECT_TRUE(row["x_m"].is_number() && row["y_m"].is_number() && !row["reason"].get<std::string>().empty())
        << row;
    if (row["kind"] != "overlap") continue;
    ++count;
    at_seams += row["seam"].get<bool>() ? 1 : 0;
    area += row["size"].get<double>();
    if (row["units"] == nlohmann::json({"c", "d"})) {
      EXPECT_NEAR(row["size"], 2e6, 1);
      EXPECT_EQ(row["seam"], false);
    }
    if (row["units"] == nlohmann::json({"a, b", "c"})) {
      EXPECT_EQ(row["seam"], true);
    }
  }
  EXPECT_EQ(total["count"], count);
  EXPECT_EQ(total["at_seams"], at_seams);
  EXPECT_DOUBLE_EQ(total["area_m2"], area);
  EXPECT_EQ(vicinia("check --format xml " + layer).exit_code, 2);
  EXPECT_EQ(vicinia("check --parent nonsense " + layer).exit_code, 1);
}

TEST_F(BoundaryCommands, DissolveKeepsWhatMembersAgreeOnAndTellsTheRest) {
  const std::string layer = layer_of(
      {feature(R"("code":"1","prov":"Hà Nội","region":"north","kind":"x")", box(0, 0, 1000, 1000)),
       feature(R"("code":"2","prov":" Hà  Nội","region":"north","kind":"x")", box(1000, 0, 2000, 1000)),
       feature("\"code\":\"3\",\"prov\":\"Ha\u0300 No\u0302\u0323i\",\"region\":\"north\",\"kind\":\"x\"",
               box(0, 1000, 1000, 2000)),
       feature(R"("code":"4","prov":"HÀ NỘI","region":"south","kind":"x")", box(1000, 1000, 2000, 2000)),
       feature(R"("code":"5","prov":"Huế","region":"south","kind":"y")", box(2000, 0, 3000, 1000)),
       feature(R"("code":"6","prov":"Huế","region":"south","kind":"z")", box(2000, 1000, 3000, 2000)),
       feature(R"("code":"7","prov":null,"region":"south","kind":"y")", box(3000, 0, 4000, 1000))});
  const Finished finished = vicinia("dissolve --by prov --out '" + file("o.geojson") + "' " + layer);
  ASSERT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_THAT(finished.err, HasSubstr("1 value is written in ways that differ only in blanks or Unicode "
                                      "normal form, and counts as one: \"Hà Nội\"."));
  EXPECT_THAT(finished.err,
              HasSubstr("1 feature has no value to dissolve by and stands by itself, without one: #7."));
  EXPECT_THAT(finished.err, HasSubstr("1 field is left out, since members differ: code."));
  EXPECT_THAT(finished.err, HasSubstr("1 value is left empty, since members differ: Huế: kind."));
  const auto features = written("o.geojson")["features"];
  ASSERT_EQ(features.size(), 4u) << "case is not folded";
  std::map<std::string, nlohmann::json> by_name;
  for (const auto& one : features)
    by_name[one["properties"]["prov"].is_null() ? "" : one["properties"]["prov"]] = one["properties"];
  EXPECT_EQ(by_name["Hà Nội"]["member_count"], 3);
  EXPECT_EQ(by_name["Hà Nội"]["region"], "north");
  EXPECT_EQ(by_name["Hà Nội"]["kind"], "x");
  EXPECT_EQ(by_name["HÀ NỘI"]["member_count"], 1);
  EXPECT_TRUE(by_name["Huế"]["kind"].is_null());
  EXPECT_FALSE(by_name["Huế"].contains("code"));
  EXPECT_EQ(by_name[""]["member_count"], 1);
}

TEST_F(BoundaryCommands, DissolveWritesGeoJsonInDegreesUnlessToldOtherwise) {
  ASSERT_EQ(vicinia("dissolve --by parent --out '" + file("p.geojson") + "' " + mini_districts).exit_code, 0);
  const auto json = written("p.geojson");
  EXPECT_EQ(json["features"].size(), 3u);
  EXPECT_FALSE(json.contains("crs"));
  const double longitude = json["features"][0]["geometry"]["coordinates"][0][0][0];
  EXPECT_TRUE(longitude > 102 && longitude < 110) << longitude;
  const Finished metres =
      vicinia("dissolve --by parent --out-crs EPSG:3405 --out '" + file("m.geojson") + "' " + mini_districts);
  EXPECT_EQ(metres.exit_code, 0);
  EXPECT_THAT(metres.err,
              HasSubstr("GeoJSON in EPSG:3405: many programs take the numbers of GeoJSON for degrees"));
  EXPECT_EQ(written("m.geojson")["crs"]["properties"]["name"], "urn:ogc:def:crs:EPSG::3405");
  EXPECT_EQ(
      vicinia("dissolve --by parent --out-crs nonsense --out '" + file("m.geojson") + "' " + mini_districts)
          .exit_code,
      2);
}

TEST_F(BoundaryCommands, DissolveShortensNamesOfFieldsForAShapefile) {
  const std::string layer =
      layer_of({feature(R"("province_name":"A","province_number":1)", box(0, 0, 1000, 1000)),
                feature(R"("province_name":"A","province_number":1)", box(1000, 0, 2000, 1000))});
  const Finished finished = vicinia("dissolve --by province_name --out '" + file("o.shp") + "' " + layer);
  ASSERT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_THAT(
      finished.err,
      HasSubstr(
          "3 fields have other names in a shapefile: province_name: province_n, province_number: province_2, "
          "member_count: member_cou."));
}

/// A complete small data set with one long row of districts, all of one agglomeration.
void write_long_row(const fs::path& folder, int count, const std::string& name) {
  fs::create_directories(folder);
  std::ofstream districts(folder / "districts.geojson"), provinces(folder / "provinces.geojson"),
      table(folder / "observations.csv");
  const auto square = [](double west, double east) {
    std::ostringstream ring;
    ring << R"({"type":"Polygon","coordinates":[[[)" << west << ",10],[" << east << ",10],[" << east
         << ",10.1],[" << west << ",10.1],[" << west << ",10]]]}";
    return ring.str();
  };
  districts << R"({"type":"FeatureCollection","features":[)";
  table << "unit_code,sector_no,enterprises,smes,fdi_enterprises,employees\n";
  for (int i = 0; i < count; ++i) {
    const std::string code = std::to_string(101 + i);
    districts << (i == 0 ? "" : ",") << R"({"type":"Feature","properties":{"code":")" << code
              << R"(","name":")" << name << ' ' << i << R"(","parent":")" << (i < count / 2 ? 1 : 2)
              << R"("},"geometry":)" << square(105 + i * 0.05, 105 + (i + 1) * 0.05) << "}";
    table << code << ",I,3,2,1,100\n" << code << ",II,1,1,0," << (i == 0 ? 90 : 10) << "\n";
  }
  districts << "]}";
  provinces
      << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1","name":"Tây"},"geometry":)"
      << square(105, 105 + count / 2 * 0.05)
      << R"(},{"type":"Feature","properties":{"code":"2","name":"Đông"},"geometry":)"
      << square(105 + count / 2 * 0.05, 105 + count * 0.05) << "}]}";
  std::ofstream(folder / "sectors.csv") << "sector_no,name_en,name_vi\nI,Textile,Dệt\nII,Wood,Gỗ\n";
  std::ofstream(folder / "manifest.json")
      << R"({"format":"vicinia-dataset","version":1,"title":{"vi":"Thử","en":"Test"},
    "source":{"vi":"Thử","en":"Test"},"survey":{"vi":"Thử","en":"Test"},"survey_vintage":"2007-12-31","boundary_vintage":"2007-12-31",
    "denominator":"all_employment","denominator_text":{"vi":"toàn bộ lao động","en":"all employment"},
    "completeness":"complete_matrix","projected_crs":"EPSG:32648",
    "provinces":{"file":"provinces.geojson","code":"code","name_vi":"name","name_en":"name"},
    "districts":{"file":"districts.geojson","code":"code","name_vi":"name","name_en":"name","parent":"parent"},
    "sectors":{"file":"sectors.csv"},"observations":{"file":"observations.csv"}})";
}

TEST_F(BoundaryCommands, AgglomerationsGoOutWithAllFiguresInEveryFormat) {
  for (const char* name : {"a.gpkg", "a.geojson", "a.fgb", "a.shp"}) {
    const Finished finished = vicinia("agglomerations --sector I --out '" + file(name) + "'");
    ASSERT_EQ(finished.exit_code, 0) << finished.err;
    const auto layer = gis::io::read_polygons(file(name), {});
    ASSERT_TRUE(layer) << name;
    const bool is_dbf = std::string_view(name).ends_with(".shp");
    const auto value = [&](const char* field, const char* in_dbf) {
      const auto column = layer->attributes.column(is_dbf ? in_dbf : field, name);
      EXPECT_TRUE(column) << name << " " << field;
      return column ? layer->attributes.rows[0][*column] : std::string();
    };
    EXPECT_EQ(value("member_codes", "memb_codes"),
              "712 721 724 725 731 742 761 762 763 764 766 767 776 777 778 783 784 785");
    EXPECT_EQ(value("member_count", "memb_count"), "18");
    EXPECT_EQ(value("province_codes", "prov_codes"), "72 74 75 79");
    EXPECT_THAT(value("provinces", "provinces"), HasSubstr("Tay Ninh, Binh Duong"));
    EXPECT_EQ(value("crosses_provinces", "crosses"), "1");
    EXPECT_EQ(value("employees", "employees"), "422823");
    EXPECT_THAT(value("enterprises", "firms"), Not(IsEmpty()));
    EXPECT_THAT(value("fdi_enterprises", "fdi_firms"), Not(IsEmpty()));
    const double low = std::stod(value("lq_low", "lq_low")), high = std::stod(value("lq_high", "lq_high"));
    const double middle = std::stod(value("lq", "lq"));
    EXPECT_TRUE(1 < low && low <= middle && middle <= high && high < 2.2)
        << low << " " << middle << " " << high;
    EXPECT_THAT(value("sector_share_pct_low", "sect_low"), Not(IsEmpty()));
    EXPECT_THAT(value("district_share_pct_high", "dist_high"), Not(IsEmpty()));
    EXPECT_THAT(value("tolerance_m", "toler_m"), Not(IsEmpty()));
  }
  EXPECT_FALSE(written("a.geojson").contains("crs"));
  EXPECT_EQ(written("a.geojson")["features"][0]["properties"]["crosses_provinces"], true);
}

TEST_F(BoundaryCommands, AListOfNamesTooLongForAShapefileIsCutAndToldAndCodesAreNot) {
  write_long_row(folder_.path() / "data", 30, "Thành phố Hồ");
  const std::string command = "agglomerations --sector I --lq-min 0 --dataset '" + file("data") + "' --out ";
  const Finished shp = vicinia(command + "'" + file("o.shp") + "'");
  ASSERT_EQ(shp.exit_code, 0) << shp.err;
  EXPECT_THAT(shp.err, HasSubstr("\"members\" of agglomeration 1 (sector I) is"));
  EXPECT_THAT(shp.err, HasSubstr("bytes long, and a shapefile holds 254: it was cut short"));
  const auto layer = gis::io::read_polygons(file("o.shp"), {});
  ASSERT_TRUE(layer);
  const auto& row = layer->attributes.rows[0];
  const std::string members = row[*layer->attributes.column("members", "")];
  EXPECT_TRUE(members.ends_with(", …")) << members;
  EXPECT_LE(members.size(), 254u);
  EXPECT_THAT(row[*layer->attributes.column("memb_codes", "")], testing::EndsWith(" 129 130"));
  EXPECT_THAT(vicinia(command + "'" + file("o.gpkg") + "'").err, Not(HasSubstr("members")));

  write_long_row(folder_.path() / "data", 70, "Xã");  // 70 codes of three digits are 279 bytes
  const Finished refused = vicinia(command + "'" + file("p.shp") + "'");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("\"memb_codes\" of agglomeration 1 (sector I) is 279 bytes long, and a "
                                     "shapefile holds 254. Write .gpkg or .geojson"));
  EXPECT_FALSE(fs::exists(file("p.shp")));
}

TEST_F(BoundaryCommands, ThiessenSaysWhenGeoJsonIsNotInDegrees) {
  const std::string built_in = std::string(VICINIA_RESOURCES_DIR) + "/data/vietnam-2007/";
  const std::string command = "thiessen --points '" + built_in + "seats.csv' --within '" + built_in +
                              "provinces.shp' --by province --where drawn=yes --fields code --out ";
  const Finished degrees = vicinia(command + "'" + file("t.geojson") + "'");
  ASSERT_EQ(degrees.exit_code, 0) << degrees.err;
  EXPECT_THAT(degrees.err, Not(HasSubstr("GeoJSON in")));
  EXPECT_FALSE(written("t.geojson").contains("crs"));
  const Finished metres = vicinia(command + "'" + file("m.geojson") + "' --out-crs EPSG:32648");
  EXPECT_EQ(metres.exit_code, 0) << metres.err;
  EXPECT_THAT(metres.err, HasSubstr("GeoJSON in EPSG:32648"));
}

}  // namespace
}  // namespace vicinia::cli
