// The terminal as people use it: the real program, the real engine, real files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/geometry.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

#include "terminal.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

using Outline = boost::geometry::model::linestring<core::geom::Point>;

std::vector<Outline> outlines_of(const core::geom::MultiPolygon& area) {
  std::vector<Outline> outlines;
  for (const auto& polygon : area) {
    outlines.emplace_back(polygon.outer().begin(), polygon.outer().end());
    for (const auto& hole : polygon.inners()) outlines.emplace_back(hole.begin(), hole.end());
  }
  return outlines;
}

/// How far a vertex of one area is from the outline of the other, at most.
double farthest(const core::geom::MultiPolygon& from, const core::geom::MultiPolygon& to) {
  const std::vector<Outline> outlines = outlines_of(to);
  double most = 0;
  boost::geometry::for_each_point(from, [&](const core::geom::Point& vertex) {
    double least = std::numeric_limits<double>::infinity();
    for (const Outline& outline : outlines)
      least = std::min(least, boost::geometry::distance(vertex, outline));
    most = std::max(most, least);
  });
  return most;
}

TEST_F(Terminal, HelpIsThereForTheProgramAndEveryCommand) {
  for (const char* command : {"", "info ", "indicators ", "agglomerations ", "robustness ", "explain ",
                              "figure ", "borders ", "dissolve ", "check ", "thiessen ", "audit ", "open ",
                              "series ", "brief ", "variables ", "values ", "web-page ", "firms "}) {
    const Finished help = vicinia(std::string(command) + "--help");
    EXPECT_EQ(help.exit_code, 0) << command;
    EXPECT_THAT(help.out, HasSubstr("--help")) << command;
  }
  EXPECT_THAT(vicinia("--version").out, StartsWith("vicinia "));
}

TEST_F(Terminal, WrongUsageExitsWithTwo) {
  EXPECT_EQ(vicinia("").exit_code, 2);
  EXPECT_EQ(vicinia("nonsense").exit_code, 2);
  EXPECT_EQ(vicinia("figure --sector I").exit_code, 2) << "--out is missing";
  EXPECT_EQ(vicinia("indicators --format xml").exit_code, 2);
  EXPECT_EQ(vicinia("figure --sector I --measure height --out f.pdf").exit_code, 2);
  EXPECT_EQ(vicinia("figure --sector I --out f.docx").exit_code, 2);
  EXPECT_EQ(vicinia("brief --measure employees --out f.pdf").exit_code, 2) << "its measures are settled";
  EXPECT_EQ(vicinia("series --per sector --out f.svg").exit_code, 2) << "no folder of that name";
  EXPECT_FALSE(fs::exists("f.svg"));
  const Finished unknown = vicinia("indicators --sector submarines");
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("XXII Manufacture of glass"));
}

TEST_F(Terminal, WritesAWebPageWholeOrNotAtAll) {
  const std::string out = " --out " + file("page.html");
  const Finished page = vicinia("web-page --sector I --variable employees --select 761 --language en" + out);
  EXPECT_EQ(page.exit_code, 0) << page.err;
  EXPECT_EQ(page.out + page.err, "");
  const std::string html = contents(file("page.html"));
  EXPECT_THAT(html, StartsWith("<!doctype html>\n<html lang=\"en\">"));
  EXPECT_THAT(html, HasSubstr("<title>Textile and Garment – Employees, 2007</title>"));
  EXPECT_EQ(vicinia("web-page --out " + file("page.pdf")).exit_code, 2);
  EXPECT_FALSE(fs::exists(file("page.pdf")));
  EXPECT_EQ(vicinia("web-page --sector submarines" + out).exit_code, 2);
  EXPECT_EQ(vicinia("web-page --variable growth" + out).exit_code, 2) << "these data have no growth";
  EXPECT_EQ(contents(file("page.html")), html);
  // What a figure shows is what the page opens with.
  const std::string figure = file("f.png");
  ASSERT_EQ(vicinia("figure --sector II --variable smes --classes 3 --lq-min 2 --out " + figure).exit_code,
            0);
  ASSERT_EQ(vicinia("web-page --view " + figure + " --language en" + out).exit_code, 0);
  const std::string of_figure = contents(file("page.html"));
  EXPECT_THAT(of_figure, HasSubstr("\"sector\":1,\"variable\":5,"));
  EXPECT_THAT(of_figure, HasSubstr("LQ from 2"));
}

TEST_F(Terminal, InfoTellsSourceVintageAndSectors) {
  const Finished info = vicinia("info");
  EXPECT_EQ(info.exit_code, 0);
  EXPECT_EQ(info.err, "");
  EXPECT_THAT(info.out, HasSubstr("Enterprise Survey 2007"));
  EXPECT_THAT(info.out, HasSubstr("Provinces: 63"));
  EXPECT_THAT(info.out, HasSubstr("I  Textile and Garment (26)"));
  EXPECT_EQ(nlohmann::json::parse(vicinia("info --format json").out)["sectors"].size(), 22u);
  EXPECT_THAT(vicinia("info --language vi").out, HasSubstr("Dệt, may"));
}

TEST_F(Terminal, IndicatorsComeAsCsvAndJsonToTheTerminalOrAFile) {
  const Finished csv = vicinia("indicators --sector I --format csv");
  EXPECT_EQ(csv.exit_code, 0);
  EXPECT_THAT(
      csv.out,
      HasSubstr(",761,Quận 12,District 12,79,Hồ Chí Minh,Ho Chi Minh City,2007,172,165,33,42626,4.7,"));
  EXPECT_EQ(vicinia("indicators --sector I --format json --out '" + file("t.json") + "'").out, "");
  EXPECT_EQ(nlohmann::json::parse(contents(file("t.json")))["rows"].size(), 26u);
}

// As a spreadsheet has it: numbers are numbers, and codes keep their zeros.
TEST_F(Terminal, TablesComeAsWorkbooksByFormatOrEnding) {
  const std::string mini = " --dataset '" + std::string(VICINIA_TEST_DATA_DIR) + "/mini'";
  const auto same_as_csv = [&](const std::string& command, const std::string& xlsx) {
    std::ofstream(file("t.csv")) << vicinia(command).out;
    const auto text = gis::io::read_table(file("t.csv")), book = gis::io::read_table(file(xlsx));
    ASSERT_TRUE(text && book) << command;
    EXPECT_EQ(text->columns, book->columns);
    ASSERT_EQ(text->rows.size(), book->rows.size());
    for (std::size_t r = 0; r < text->rows.size(); ++r)
      EXPECT_EQ(text->rows[r][0], book->rows[r][0]) << command;
  };
  for (const std::string command : {"indicators --sector I", "values --sector I", "robustness --sector I",
                                    "agglomerations --sector I", "variables", "audit"}) {
    ASSERT_EQ(vicinia(command + mini + " --out '" + file("t.xlsx") + "'").exit_code, 0) << command;
    same_as_csv(command + mini, "t.xlsx");
    const Finished piped = vicinia(command + mini + " --format xlsx > '" + file("p.xlsx") + "'");
    ASSERT_EQ(piped.exit_code, 0) << piped.err;
    same_as_csv(command + mini, "p.xlsx");
  }
  EXPECT_EQ(vicinia("values --sector I --format csv --out '" + file("named.xlsx") + "'").exit_code, 0);
  EXPECT_TRUE(contents(file("named.xlsx")).starts_with("unit_code,"))
      << "what is asked for wins over the ending";
  const std::string book = contents(file("t.xlsx"));
  EXPECT_NE(vicinia("values --sector none --out '" + file("t.xlsx") + "'").exit_code, 0);
  EXPECT_EQ(contents(file("t.xlsx")), book) << "a failure leaves an older file whole";
}

TEST_F(Terminal, IndicatorsThatNeedACompleteTableAreNotComputedOnAListAndTheReasonIsTold) {
  const Finished sector = vicinia("indicators --sector I --of sector --format json --language en");
  EXPECT_EQ(sector.exit_code, 0);
  const auto json = nlohmann::json::parse(sector.out);
  EXPECT_TRUE(json["rows"][0]["gini"].is_null());
  EXPECT_THAT(json["not_computed"]["gini"].get<std::string>(), HasSubstr("published list"));
  EXPECT_GT(json["employees"]["low"], 7.378e6);
  EXPECT_LT(json["employees"]["high"], 7.40e6);
  EXPECT_THAT(sector.err, HasSubstr("Not computed: Herfindahl of the sector"));
  const std::string complete = " --dataset '" + std::string(VICINIA_TEST_DATA_DIR) + "/mini'";
  const auto computed =
      nlohmann::json::parse(vicinia("indicators --sector I --of sector --format json" + complete).out);
  EXPECT_TRUE(computed["rows"][0]["gini"].is_number());
  EXPECT_THAT(vicinia("indicators --of unit" + complete).out, HasSubstr("krugman"));
}

TEST_F(Terminal, IndicatorsTakeTheUsersOwnRuleAndDescribeThemselves) {
  const auto json = nlohmann::json::parse(
      vicinia("indicators --sector I --format json --own-lq 4 --own-employees 1000:30000").out);
  for (const auto& row : json["rows"])
    EXPECT_EQ(row["grade_own_rule"], row["lq"] >= 4 && row["employees"] >= 1000 && row["employees"] <= 30000)
        << row["unit_en"];
  EXPECT_EQ(vicinia("indicators --own-lq 4:3").exit_code, 2);
  EXPECT_EQ(vicinia("indicators --own-lq four").exit_code, 2);
  EXPECT_THAT(vicinia("indicators --describe --language vi").out, HasSubstr("Thương số vị trí"));
  EXPECT_EQ(vicinia("indicators --period 1999").exit_code, 2);
}

TEST_F(Terminal, FiguresComeInThreeFormats) {
  for (const auto& [extension, magic] : {std::pair{"pdf", "%PDF-"}, {"png", "\x89PNG"}, {"svg", "<?xml"}}) {
    const std::string out = file(std::string("f.") + extension);
    const Finished figure =
        vicinia("figure --sector I --measure lq --dpi 60 --language vi --out '" + out + "'");
    EXPECT_EQ(figure.exit_code, 0) << figure.err;
    EXPECT_THAT(contents(out), StartsWith(magic));
  }
}

TEST_F(Terminal, AFigureOfOneProvinceIsNamedByItsNameOrCode) {
  const std::string out = file("p.pdf");
  ASSERT_EQ(vicinia("figure --sector I --province 'Bình Dương' --language vi --out '" + out + "'").exit_code,
            0);
  EXPECT_THAT(test::run("/usr/bin/pdftotext", "'" + out + "' -", folder_.path()).out,
              HasSubstr("Bình Dương"));
  EXPECT_EQ(vicinia("figure --sector I --province 74 --measure employees --out '" + out + "'").exit_code, 0);
}

TEST_F(Terminal, EveryTemplateComesInEveryLanguage) {
  for (const char* page :
       {"a4-portrait", "a4-landscape", "a3-portrait", "a3-landscape", "half-page", "column", "slide"})
    for (const char* language : {"vi", "en", "both"}) {
      const Finished figure = vicinia(std::string("figure --sector XII --zoom-insets --table --template ") +
                                      page + " --language " + language + " --out '" + file("t.pdf") + "'");
      EXPECT_EQ(figure.exit_code, 0) << page << " " << language << ": " << figure.err;
    }
  const Finished unknown = vicinia("figure --sector I --template a5 --out '" + file("t.pdf") + "'");
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("half-page"));
  EXPECT_EQ(vicinia("figure --sector I --template none.qpt --out '" + file("t.pdf") + "'").exit_code, 1);
  append(file("broken.qpt"), "<x/>");
  const Finished broken =
      vicinia("figure --sector I --template '" + file("broken.qpt") + "' --out '" + file("t.pdf") + "'");
  EXPECT_EQ(broken.exit_code, 1) << "the input is at fault";
  EXPECT_THAT(
      broken.err,
      HasSubstr("Choose a layout that QGIS saved as a template (.qpt), with a map whose id is \"map\"."));
}

TEST_F(Terminal, APdfOfManyPagesOpensAgainAtItsFirst) {
  ASSERT_EQ(vicinia("series --per sector --measure employees --palette magma --out '" + file("s.pdf") + "'")
                .exit_code,
            0);
  const Finished open = vicinia("open --language en '" + file("s.pdf") + "'");
  EXPECT_EQ(open.exit_code, 0) << open.err;
  EXPECT_THAT(open.out, HasSubstr("I  Textile and Garment"));
  EXPECT_THAT(open.out, HasSubstr("Colours: Magma"));
}

TEST_F(Terminal, WhatTheSystemSaysIsToldInTheLanguageOfTheReader) {
  const Finished nowhere =
      test::run(fs::path(VICINIA_BIN_DIR) / "vicinia", "figure --sector I --out /proc/f.pdf", folder_.path(),
                "LC_ALL=vi_VN.UTF-8");
  EXPECT_EQ(nowhere.exit_code, 1);
  EXPECT_THAT(nowhere.err, testing::AnyOf(HasSubstr("Không ghi được tệp: không có tệp hoặc thư mục này."),
                                          HasSubstr("Không ghi được tệp: không có quyền truy cập.")));
}

TEST_F(Terminal, APageWithoutRoomIsToldInTheLanguageOfTheReader) {
  const std::string out = file("m.png");
  const Finished full = test::run(fs::path(VICINIA_BIN_DIR) / "vicinia",
                                  "series --per sector --multiples --template column --out '" + out + "'",
                                  folder_.path(), "LC_ALL=vi_VN.UTF-8");
  EXPECT_EQ(full.exit_code, 1);
  EXPECT_THAT(full.err, HasSubstr("Trang không đủ chỗ cho bản đồ và các chữ. Hãy chọn mẫu trang lớn hơn"));
  EXPECT_FALSE(fs::exists(out));
}

TEST_F(Terminal, AFigureOpensAgainInEveryFormat) {
  for (const char* extension : {"pdf", "svg", "png", "tiff"}) {
    const std::string out = file(std::string("f.") + extension);
    ASSERT_EQ(
        vicinia(
            "figure --sector IV --measure employees --classes 4 --province 79 --select 761 --lq-min 1.5 --dpi 60 --out '" +
            out + "'")
            .exit_code,
        0);
    const Finished open = vicinia("open --language en '" + out + "' --view-out '" + file("v.vicinia") + "'");
    EXPECT_EQ(open.exit_code, 0) << open.err;
    EXPECT_THAT(open.out, HasSubstr("IV  Manufacture of food products"));
    EXPECT_THAT(open.out, HasSubstr("Variable: Employees"));
    EXPECT_THAT(open.out, HasSubstr("Province: Ho Chi Minh City"));
    EXPECT_THAT(open.out, HasSubstr("Selected: District 12"));
    EXPECT_THAT(open.out, HasSubstr("LQ from 1.5"));
    EXPECT_THAT(open.out, HasSubstr("those of the figure"));
    const auto view = nlohmann::json::parse(contents(file("v.vicinia")));
    EXPECT_EQ(view["selected"], "761");
    EXPECT_EQ(view["classifications"]["employees"]["classes"], 4);
  }
  EXPECT_EQ(vicinia("open '" + file("f.pdf") + "' --figure-out '" + file("again.svg") + "'").exit_code, 0);
  EXPECT_THAT(contents(file("again.svg")), HasSubstr("<vicinia:view>"));
}

TEST_F(Terminal, AFigureOfOtherDataSaysSo) {
  const std::string data = copy_of_mini();
  ASSERT_EQ(
      vicinia("figure --sector I --dataset '" + data + "' --dpi 60 --out '" + file("f.png") + "'").exit_code,
      0);
  append(data + "/observations.csv", "");
  const Finished open = vicinia("open --language en --dataset '" + data + "' '" + file("f.png") + "'");
  EXPECT_EQ(open.exit_code, 0) << open.err;
  EXPECT_THAT(open.out, HasSubstr("made with other data"));
}

TEST_F(Terminal, APictureOfAnotherProgramDoesNotOpen) {
  std::ofstream(file("x.png")) << "\x89PNG";
  const Finished open = vicinia("open '" + file("x.png") + "'");
  EXPECT_EQ(open.exit_code, 1);
  EXPECT_THAT(open.err, HasSubstr("x.png"));
}

TEST_F(Terminal, ASeriesIsOnePdfOrAFolderOfFiles) {
  const Finished one =
      vicinia("series --per sector --same-classes --template half-page --out '" + file("s.pdf") + "'");
  ASSERT_EQ(one.exit_code, 0) << one.err;
  EXPECT_THAT(test::run("/usr/bin/pdfinfo", "'" + file("s.pdf") + "'", folder_.path()).out,
              HasSubstr("Pages:           22"));
  const Finished many =
      vicinia("series --per agglomeration --sector I --template column --out '" + file("many") + "'");
  ASSERT_EQ(many.exit_code, 0) << many.err;
  EXPECT_EQ(std::distance(fs::directory_iterator(file("many")), fs::directory_iterator{}), 7);
  const Finished grid =
      vicinia("series --per sector --multiples --template a3-portrait --out '" + file("grid.pdf") + "'");
  ASSERT_EQ(grid.exit_code, 0) << grid.err;
  EXPECT_THAT(test::run("/usr/bin/pdftotext", "'" + file("grid.pdf") + "' -", folder_.path()).out,
              HasSubstr("Textile and Garment"));
}

TEST_F(Terminal, AnInterruptedFolderOfASeriesLeavesNothing) {
  const Finished stopped =
      test::run("/usr/bin/timeout",
                "--foreground -s INT 2 '" + std::string(VICINIA_BIN_DIR) +
                    "/vicinia' series --per province --sector I --format png --dpi 600 --out '" +
                    file("new/maps") + "'",
                folder_.path(), "LC_ALL=C.UTF-8");
  EXPECT_NE(stopped.exit_code, 0);
  EXPECT_FALSE(fs::exists(file("new")));
}

TEST_F(Terminal, AFigureNamedOddlyIsWrittenUnderThatName) {
  const std::string out = file("bản đồ 🏭 100%.pdf");
  const Finished figure = vicinia("figure --sector I --title 'Dệt/may 🏭 <b>&' --out '" + out + "'");
  EXPECT_EQ(figure.exit_code, 0) << figure.err;
  EXPECT_THAT(contents(out), StartsWith("%PDF-"));
}

TEST_F(Terminal, TooManyClassesAreRefusedInWords) {
  const Finished figure = vicinia("figure --sector I --classes 300 --out '" + file("f.pdf") + "'");
  EXPECT_EQ(figure.exit_code, 2);
  EXPECT_THAT(figure.err, HasSubstr("300"));
  EXPECT_FALSE(fs::exists(file("f.pdf")));
}

TEST_F(Terminal, AMapOfOneClassAndAMapOfNoneAreFigures) {
  EXPECT_EQ(vicinia("figure --sector XXI --classes 1 --measure employees --out '" + file("one.pdf") + "'")
                .exit_code,
            0);
  const Finished none =
      vicinia("figure --sector XXI --province 02 --table --overview --out '" + file("none.pdf") + "'");
  EXPECT_EQ(none.exit_code, 0) << none.err;
}

TEST_F(Terminal, AFigureThatCannotBeWrittenExitsWithOneAndNamesTheFolder) {
  const Finished figure = vicinia("figure --sector I --out /nowhere/f.pdf");
  EXPECT_EQ(figure.exit_code, 1) << figure.err;
  EXPECT_THAT(figure.err, HasSubstr("/nowhere: The folder does not exist."));
}

TEST_F(Terminal, BadDataExitsWithOneAndNamesFileAndRow) {
  const std::string data = copy_of_mini();
  append(data + "/observations.csv", "99,I,1,1,0,10");
  const Finished info = vicinia("info --dataset '" + data + "'");
  EXPECT_EQ(info.exit_code, 1);
  EXPECT_EQ(info.out, "");
  EXPECT_THAT(info.err, HasSubstr("observations.csv, line 20"));
  EXPECT_THAT(info.err, HasSubstr("\"99\""));
}

TEST_F(Terminal, AMissingFolderExitsWithOne) {
  const Finished info = vicinia("info --dataset /nowhere");
  EXPECT_EQ(info.exit_code, 1);
  EXPECT_THAT(info.err, HasSubstr("/nowhere"));
}

TEST_F(Terminal, OwnDataWithACompleteMatrixGetsComputedQuotients) {
  const auto json = nlohmann::json::parse(vicinia("indicators --sector I --format json --dataset '" +
                                                  std::string(VICINIA_TEST_DATA_DIR) + "/mini'")
                                              .out);
  for (const auto& row : json["rows"]) EXPECT_EQ(row["lq_origin"], "computed");
}

TEST_F(Terminal, AMatrixIsTheSameAsRowsAndAsColumns) {
  const auto indicators = [&](const char* folder) {
    return vicinia("indicators --dataset '" + std::string(VICINIA_TEST_DATA_DIR) + "/" + folder +
                   "' --language en");
  };
  const Finished rows = indicators("matrix-long"), columns = indicators("matrix-wide");
  ASSERT_EQ(rows.exit_code, 0) << rows.err;
  EXPECT_EQ(rows.err, "");
  EXPECT_THAT(rows.out, HasSubstr("11"));
  EXPECT_EQ(columns.exit_code, 0);
  EXPECT_EQ(columns.out, rows.out);
  EXPECT_THAT(
      columns.err,
      HasSubstr(
          "lao_dong.csv, line 2, field \"I\": Numbers with \".\" between thousands: 59, of which this is the first."));
}

TEST_F(Terminal, AMatrixWithABadCellExitsWithOneAndNamesIt) {
  fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "matrix-wide", folder_.path() / "data");
  append(file("data") + "/lao_dong.csv", "11;x;2013;-;1;2;3");
  const Finished finished = vicinia("indicators --language en --dataset '" + file("data") + "'");
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_THAT(finished.err, testing::AllOf(HasSubstr("lao_dong.csv, line 20, field \"I\""),
                                           HasSubstr("\"not_published\": [\"-\"]")));
}

TEST_F(Terminal, AMatrixWithHolesTellsThem) {
  fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "matrix-long", folder_.path() / "data");
  std::string text = contents(file("data") + "/observations.csv");
  const std::string row = "21,II,2007,";
  const std::size_t at = text.find("\n" + row);
  ASSERT_NE(at, std::string::npos);
  std::ofstream(file("data") + "/observations.csv") << text.erase(at + 1, text.find('\n', at + 1) - at);
  const Finished finished = vicinia("indicators --language en --dataset '" + file("data") + "'");
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_THAT(
      finished.err,
      HasSubstr(
          "1 of 72 cells of the matrix (unit × sector × period) have no row; the first is unit 21, sector II."));
}

TEST_F(Terminal, EveryCommandTakesAPeriodAndGrowthABase) {
  fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "matrix-long", folder_.path() / "data");
  std::string text = contents(file("data") + "/observations.csv");
  for (std::size_t at; (at = text.find(",2007,")) != std::string::npos;) text.replace(at, 6, ",IV-2007,");
  for (std::size_t at; (at = text.find(",2012,")) != std::string::npos;) text.replace(at, 6, ",I-2012,");
  std::ofstream(file("data") + "/observations.csv") << text;
  const std::string data = " --language en --dataset '" + file("data") + "'";
  EXPECT_THAT(vicinia("indicators --sector I" + data).out, HasSubstr(",I-2012,"))
      << "the last in time, not by its letters";
  EXPECT_THAT(vicinia("indicators --sector I --period 2007-Q4" + data).out, HasSubstr(",IV-2007,"));
  EXPECT_THAT(vicinia("agglomerations --sector I --period IV-2007" + data).out, HasSubstr(",IV-2007,"));
  EXPECT_THAT(vicinia("robustness --sector I --period IV-2007" + data).out,
              HasSubstr(",period,agglomeration_membership,membership\n"));
  EXPECT_THAT(vicinia("explain --sector I --unit 11 --period IV-2007" + data).out,
              StartsWith("Period: IV-2007\n"));
  EXPECT_THAT(vicinia("info" + data).out,
              testing::AllOf(HasSubstr("Periods: IV-2007, I-2012\n"),
                             HasSubstr("Sectors (units with values, I-2012):\n")));
  EXPECT_EQ(nlohmann::json::parse(vicinia("info --format json" + data).out)["period_times"][0]["time"],
            "2007-Q4");
  EXPECT_EQ(vicinia("audit --period IV-2007" + data).exit_code, 0);
  const Finished wrong = vicinia("indicators --base-period I-2012" + data);
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(
      wrong.err,
      HasSubstr(
          "The base of change must lie before the period that is looked at (base, period): I-2012, I-2012."));
  EXPECT_EQ(vicinia("indicators --sector-level 2" + data).exit_code, 2) << "its sectors have one level";
}

TEST_F(Terminal, ThiessenMakesTheBuiltInDistrictsAgain) {
  const std::string built_in = std::string(VICINIA_RESOURCES_DIR) + "/data/vietnam-2007/";
  const Finished made =
      vicinia("thiessen --points '" + built_in + "seats.csv' --within '" + built_in +
              "provinces.shp' --by province --where drawn=yes --fields "
              "code,name_vi,name_en,type_vi,province,province_2007:prov_2007,seat,origin --out '" +
              file("districts.shp") + "'");
  ASSERT_EQ(made.exit_code, 0) << made.err;
  for (const char* extension : {"shx", "dbf", "prj", "cpg"})
    EXPECT_EQ(contents(file(std::string("districts.") + extension)),
              contents(built_in + "districts." + extension))
        << extension;
  // A vertex differs in its last bit from one version of PROJ or Boost to the next.
  constexpr double most_m = 1e-5;
  const auto now = gis::io::read_polygons(file("districts.shp"), {.target_crs = "EPSG:32648"});
  const auto before = gis::io::read_polygons(built_in + "districts.shp", {.target_crs = "EPSG:32648"});
  ASSERT_TRUE(now && before);
  ASSERT_EQ(now->areas.size(), before->areas.size());
  for (std::size_t i = 0; i < now->areas.size(); ++i) {
    EXPECT_LT(farthest(now->areas[i], before->areas[i]), most_m) << i;
    EXPECT_LT(farthest(before->areas[i], now->areas[i]), most_m) << i;
  }
}

TEST_F(Terminal, ThiessenSaysWhichPointIsAtFault) {
  std::ofstream(file("p.csv")) << "code,lon,lat,region\na,106.7,10.8,79\nb,106.6,10.7,zz\n";
  const std::string within = std::string(VICINIA_RESOURCES_DIR) + "/data/vietnam-2007/provinces.shp";
  const Finished unknown = vicinia("thiessen --points '" + file("p.csv") + "' --within '" + within +
                                   "' --by region --out '" + file("o.shp") + "'");
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_THAT(unknown.err, HasSubstr("line 3"));
  EXPECT_THAT(unknown.err, HasSubstr("zz"));
  EXPECT_FALSE(fs::exists(file("o.shp")));
}

TEST_F(Terminal, AgglomerationsComeAsATableAndAsOutlines) {
  const Finished table = vicinia("agglomerations --sector I --format csv --out '" + file("a.gpkg") + "'");
  ASSERT_EQ(table.exit_code, 0) << table.err;
  EXPECT_THAT(
      table.out,
      HasSubstr(
          "1,I,712 721 724 725 731 742 761 762 763 764 766 767 776 777 778 783 784 785,,72 74 75 79,true,422823,"));
  EXPECT_TRUE(fs::exists(file("a.gpkg")));
  EXPECT_EQ(nlohmann::json::parse(vicinia("agglomerations --format json").out)[0]["employees"], 422823);
  EXPECT_EQ(vicinia("agglomerations --lq-min -1").exit_code, 2);
}

TEST_F(Terminal, ExplainsWhyADistrictIsIn) {
  const Finished explained = vicinia("explain --sector I --unit 'Trảng Bàng'");
  ASSERT_EQ(explained.exit_code, 0) << explained.err;
  EXPECT_THAT(explained.out, HasSubstr("In agglomeration 1"));
  EXPECT_THAT(explained.out, HasSubstr("Cu Chi, Ho Chi Minh City"));
  EXPECT_THAT(explained.out, testing::Not(HasSubstr("lq_min"))) << "a name for programs";
  EXPECT_THAT(vicinia("explain --sector I --unit 'Cần Giờ' --language vi").out,
              HasSubstr("không công bố không phải là bằng không"));
  const auto json =
      nlohmann::json::parse(vicinia("explain --sector I --unit 'Trảng Bàng' --format json").out);
  EXPECT_EQ(json["agglomeration"], 1);
  EXPECT_EQ(json["checks"][0]["rule"], "lq_min");
  EXPECT_EQ(vicinia("explain --sector I --unit Nowhere").exit_code, 2);
}

TEST_F(Terminal, UnitsAreLinkedAndCutByHandByNameOrCode) {
  const Finished linked = vicinia(
      "explain --sector I --unit 'Cần Giờ' --link-units 'Cần Giờ' 'Củ Chi' --link-units 787 'Châu Thành, Bến Tre' --cut-units 787 742");
  ASSERT_EQ(linked.exit_code, 0) << linked.err;
  EXPECT_THAT(linked.out, HasSubstr("Cu Chi, Ho Chi Minh City: linked by hand"));
  EXPECT_THAT(linked.out, HasSubstr("Chau Thanh, Ben Tre: linked by hand"));
  EXPECT_THAT(linked.out, HasSubstr("The link to Nhon Trach, Dong Nai was cut by hand."));
  const std::string long_bien = "agglomerations --sector I --format json --cut-units 'Long Biên' 'Hoàng Mai'";
  EXPECT_EQ(nlohmann::json::parse(vicinia(long_bien).out).size(), 8u) << "one more than without";
}

TEST_F(Terminal, LinksByHandThatCannotBeMeantExitWithTwoAndSayWhatToDo) {
  EXPECT_EQ(vicinia("agglomerations --link-units 712").exit_code, 2) << "one unit is no pair";
  EXPECT_EQ(vicinia("agglomerations --link-units 712 712").exit_code, 2);
  EXPECT_EQ(vicinia("agglomerations --cut-units 712 Atlantis").exit_code, 2);
  const Finished province = vicinia("agglomerations --link-units 712 'Bình Dương'");
  EXPECT_EQ(province.exit_code, 2);
  EXPECT_THAT(province.err,
              HasSubstr("\"Bình Dương\" is not the name of one district. Possible: Thu Dau Mot (718)"));
}

TEST_F(Terminal, RobustnessTellsSurvivalAndPartOfEachMember) {
  const Finished csv = vicinia("robustness --sector I");
  ASSERT_EQ(csv.exit_code, 0) << csv.err;
  EXPECT_THAT(csv.out, HasSubstr("\nI,1,1,"));
  EXPECT_THAT(csv.out, HasSubstr(",712,Trảng Bàng,Trang Bang,core,1,0,false,2007,certainly,certainly\n"));
  EXPECT_THAT(
      csv.out,
      HasSubstr(",777,Bình Tân,Binh Tan,fringe,0.7777777777777778,0,false,2007,certainly,certainly\n"));
  EXPECT_THAT(vicinia("robustness --sector I --core-share 0.75").out,
              HasSubstr(",777,Bình Tân,Binh Tan,core,"));
  const auto json = nlohmann::json::parse(vicinia("robustness --format json").out);
  EXPECT_EQ(json[0]["survival"], 1.0);
  EXPECT_EQ(json.back()["sector_no"], "XXII") << "all sectors, where none is named";
  EXPECT_EQ(vicinia("robustness --core-share 2").exit_code, 2);
  EXPECT_EQ(vicinia("robustness --sector submarines").exit_code, 2);
  EXPECT_EQ(vicinia("robustness --dataset /nowhere").exit_code, 1);
}

TEST_F(Terminal, AuditGivesEveryPublishedCellAVerdict) {
  const Finished csv = vicinia("audit");
  ASSERT_EQ(csv.exit_code, 0) << csv.err;
  EXPECT_THAT(
      csv.out,
      StartsWith(
          "source_line,sector_no,province,district,row_kind,field,published,verdict,expected_low,expected_high,"
          "contradicted_by,agreeing,check,blame,contradiction,alternatives,sector_total_low,"));
  EXPECT_EQ(std::ranges::count(csv.out, '\n'), 1 + 1356);
  EXPECT_THAT(csv.out,
              HasSubstr("\n587,I,Binh Duong,Ben Cat,district,employees,3206,contradicted,13074,13074,"));
  EXPECT_THAT(csv.out, HasSubstr("\n597,I,Hai Duong,Nam Sach,district,lq,0,contradicted,5.6"));
  EXPECT_THAT(csv.out, HasSubstr("\n603,I,,,total,enterprises,1924,agrees,1924,1924,,1924,sum,,,,"));
  EXPECT_THAT(csv.out, HasSubstr(",2007\n"));
  const auto json = nlohmann::json::parse(vicinia("audit --format json").out);
  EXPECT_EQ(json["cells"].size(), 1356u);
  EXPECT_EQ(json["summary"]["contradicted"], 31);
  EXPECT_EQ(vicinia("audit --format xml").exit_code, 2);
}

TEST_F(Terminal, AuditWritesAReportInBothLanguages) {
  ASSERT_EQ(vicinia("audit --format md --language en --out '" + file("a.md") + "'").exit_code, 0);
  EXPECT_THAT(
      contents(file("a.md")),
      HasSubstr(
          "- **Line 587**: Ben Cat, Binh Duong\n  - Enterprises 12 is fewer than the SMEs or FDI enterprises of the same row"));
  const Finished vi = vicinia("audit --format md --language vi");
  EXPECT_THAT(vi.out, HasSubstr("### I Dệt, may"));
  EXPECT_THAT(vi.out, HasSubstr("Lao động 3.206 không khớp"));
}

TEST_F(Terminal, AuditWritesAPdfWhoseTextCanBeRead) {
  const std::string pdf = file("audit.pdf");
  const Finished written = vicinia("audit --format pdf --language vi --out '" + pdf + "'");
  ASSERT_EQ(written.exit_code, 0) << written.err;
  ASSERT_THAT(contents(pdf), StartsWith("%PDF-"));
  ASSERT_EQ(std::system(("pdftotext -layout '" + pdf + "' '" + file("audit.txt") + "'").c_str()), 0);
  const std::string text = contents(file("audit.txt"));
  for (const char* expected : {"Đối soát số liệu đã công bố", "31 trong 1.356 số liệu", "Dệt, may",
                               "Nam Sach, Hai Duong", "13.074", "Trang 1/"})
    EXPECT_THAT(text, HasSubstr(expected));
  const Finished nowhere = vicinia("audit --format pdf");
  EXPECT_EQ(nowhere.exit_code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("--out"));
  EXPECT_EQ(vicinia("audit --format pdf --out '" + file("no/such/folder.pdf") + "'").exit_code, 1);
}

TEST_F(Terminal, AuditTakesATableOfItsOwn) {
  const std::string head =
      "source_line,sector_no,sector,agglomeration,province,district,row_kind,enterprises,smes,fdi_enterprises,employees,lq,sector_share_pct,"
      "district_share_pct\n";
  std::ofstream(file("t.csv")) << head << "1,I,Toys,1,P,a,district,20,18,2,2000,2.0,20.0,20.0\n"
                               << "2,I,Toys,1,P,b,district,30,25,0,3000,1.5,30.0,15.0\n"
                               << "3,I,Toys,1,P,,group,50,43,2,5000,1.7,50.0,16.7\n"
                               << "4,I,Toys,,,,total,50,43,2,,,,\n";
  const Finished csv = vicinia("audit --table '" + file("t.csv") + "'");
  ASSERT_EQ(csv.exit_code, 0) << csv.err;
  EXPECT_THAT(csv.out, testing::Not(HasSubstr("contradicted,")));
  EXPECT_THAT(csv.out, HasSubstr("\n3,I,P,,group,smes,43,agrees,43,43,,43,sum,"));
  std::ofstream(file("t.csv"), std::ios::app) << "5,II,Games,2,P,a,district,5,6,0,100,1.0,1.0,1.0\n";
  EXPECT_THAT(vicinia("audit --format md --table '" + file("t.csv") + "'").out,
              HasSubstr("### II Games\n\n- **Line 5**: a, P\n"));
}

TEST_F(Terminal, AuditOfABadTableExitsWithOneAndNamesFileRowAndField) {
  const std::string head =
      "source_line,sector_no,province,district,row_kind,enterprises,smes,fdi_enterprises,employees,lq,sector_share_pct,district_share_pct\n";
  const auto audited = [&](const std::string& content) {
    std::ofstream(file("bad.csv")) << content;
    Finished finished = vicinia("audit --table '" + file("bad.csv") + "'");
    EXPECT_EQ(finished.exit_code, 1) << content;
    EXPECT_EQ(finished.out, "");
    EXPECT_THAT(finished.err, HasSubstr("bad.csv"));
    return finished.err;
  };
  const std::string good = "1,I,P,a,district,20,18,2,2000,2.0,20.0,20.0\n";
  EXPECT_THAT(audited(head + good + "2,I,P,b,district,20,-18,2,2000,2.0,20.0,20.0\n"),
              testing::AllOf(HasSubstr("line 3"), HasSubstr("\"smes\"")));
  EXPECT_THAT(audited(head + "1,I,P,a,district,20,18,many,2000,2.0,20.0,20.0\n"),
              testing::AllOf(HasSubstr("line 2"), HasSubstr("\"fdi_enterprises\"")));
  EXPECT_THAT(audited(head + "1,I,P,a,district,20,18,2,2000,\"2,000\",20,20\n"),
              testing::AllOf(HasSubstr("\"lq\""), HasSubstr("can mean 2000 or 2,"), HasSubstr("--decimal")));
  EXPECT_THAT(audited(head + "1,I,P,a,district,20,18,2,2000,2.0%,20.0,20.0\n"), HasSubstr("\"lq\""));
  EXPECT_THAT(audited(head + "1,I,P,a,district,20,18,-,2000,2.0,20.0,20.0\n"),
              testing::AllOf(HasSubstr("\"fdi_enterprises\""), HasSubstr("Leave the field empty")));
  EXPECT_THAT(audited(head + good + good), HasSubstr("line 3"));
  EXPECT_THAT(audited(head + "1,I,P,a,suburb,20,18,2,2000,2.0,20.0,20.0\n"), HasSubstr("suburb"));
  EXPECT_THAT(audited("source_line,sector_no\n1,I\n"),
              testing::AllOf(HasSubstr("lacks 10 columns"), HasSubstr(", employees, "),
                             HasSubstr("It has: source_line, sector_no.")));
  EXPECT_THAT(audited("source_line;sector_no;province\n1;I;P\n"),
              testing::AllOf(HasSubstr("lacks 9 columns"), HasSubstr(", employees, ")));
  EXPECT_THAT(audited("source_line|sector_no\n1;I\n"), HasSubstr("columns than the header"));
  EXPECT_EQ(vicinia("audit --table /nowhere.csv").exit_code, 1);
}

TEST_F(Terminal, AuditReadsATableInVietnameseNotationAndTellsIt) {
  const std::string english =
      "source_line,sector_no,province,district,row_kind,enterprises,smes,fdi_enterprises,employees,lq,sector_share_pct,district_share_pct\n"
      "1,I,P,a,district,20,18,2,2000,2.0,20.0,20.0\n2,I,P,b,district,30,25,0,3500,1.5,35.0,15.0\n";
  const std::string vietnamese =
      "source_line;sector_no;province;district;row_kind;enterprises;smes;fdi_enterprises;employees;lq;sector_share_pct;district_share_pct\n"
      "1;I;P;a;district;20;18;2;2.000;2,0;20,0%;20,0%\n2;I;P;b;district;30;25;0;3.500;1,5;35,0%;15,0%\n";
  std::ofstream(file("en.csv")) << english;
  std::ofstream(file("vi.csv")) << vietnamese;
  const Finished en = vicinia("audit --table '" + file("en.csv") + "'"),
                 vi = vicinia("audit --language en --table '" + file("vi.csv") + "'");
  ASSERT_EQ(vi.exit_code, 0) << vi.err;
  EXPECT_EQ(en.err, "");
  EXPECT_EQ(vi.out, en.out);
  for (const char* told :
       {"The columns are separated by \";\"", "between thousands", "decimal comma", "percent sign"})
    EXPECT_THAT(vi.err, HasSubstr(told));
  EXPECT_EQ(vicinia("audit --decimal , --separator ';' --table '" + file("vi.csv") + "'").out, en.out);
  EXPECT_EQ(vicinia("audit --decimal . --table '" + file("vi.csv") + "'").exit_code, 1);
  EXPECT_EQ(vicinia("audit --decimal , ").exit_code, 2) << "it is about --table";
}

}  // namespace
}  // namespace vicinia::cli
