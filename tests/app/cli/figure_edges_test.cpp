// Figures where something is odd, missing, too large or in the way: what is written is whole, what is not written is told.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "odd_data.h"
#include "terminal.h"

namespace vicinia::cli {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class FigureEdges : public Terminal {
 protected:
  /// Everything in a folder, hidden files too.
  static std::vector<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return {names.begin(), names.end()};
  }
  std::string odd() { return " --dataset '" + test::odd_data(folder_.path() / "odd") + "' "; }
  std::string text_of_pdf(const std::string& pdf) {
    return test::run("/usr/bin/pdftotext", "'" + pdf + "' -", folder_.path()).out;
  }
  std::string new_folder(const std::string& name) {
    fs::create_directory(file(name));
    return file(name);
  }
};

struct Kind {
  const char* name;
  const char* command;
  const char* out;
};
/// Every way to write figures.
constexpr std::array kinds{Kind{"pdf", "figure --sector I", "f.pdf"},
                           Kind{"svg", "figure --sector I", "f.svg"},
                           Kind{"png", "figure --sector I --dpi 150", "f.png"},
                           Kind{"tiff", "figure --sector I --dpi 150", "f.tiff"},
                           Kind{"qgz", "figure --sector I", "f.qgz"},
                           Kind{"series", "series --per agglomeration --sector I", "f.pdf"},
                           Kind{"brief", "brief", "f.pdf"}};

std::string to(const Kind& kind, const std::string& out) {
  return std::string(kind.command) + " --out '" + out + "'";
}

TEST_F(FigureEdges, ASectorThatNothingIsPublishedOfIsAFigureThatSaysSo) {
  const Finished figure =
      vicinia("figure --sector II --table --language en" + odd() + "--out '" + file("f.pdf") + "'");
  ASSERT_EQ(figure.exit_code, 0) << figure.err;
  EXPECT_THAT(text_of_pdf(file("f.pdf")), AllOf(HasSubstr("Nothing"), HasSubstr("not published")));
  EXPECT_EQ(vicinia("series --per sector --same-classes" + odd() + "--out '" + file("s.pdf") + "'").exit_code,
            0);
}

TEST_F(FigureEdges, ValuesThatAreAllEqualAreOneClass) {
  for (const char* method : {"quantile", "equal-interval", "natural-breaks"}) {
    const Finished figure =
        vicinia(std::string("figure --sector III --measure employees --language en --method ") + method +
                odd() + "--out '" + file("f.svg") + "'");
    ASSERT_EQ(figure.exit_code, 0) << method << ": " << figure.err;
    EXPECT_EQ(figure.err, "vicinia: 4 of 5 classes merged because values coincide\n");
    EXPECT_THAT(contents(file("f.svg")), HasSubstr(">500<")) << "its label in the legend";
  }
}

TEST_F(FigureEdges, AUnitAtTheEdgeOfThePageIsOutlinedAndNamed) {
  for (const char* unit : {"Phú Quốc", "Móng Cái", "Mường Nhé", "Ngọc Hiển"}) {
    const Finished figure =
        vicinia(std::string("figure --sector I --language vi --template column --select '") + unit +
                "' --out '" + file("f.pdf") + "'");
    ASSERT_EQ(figure.exit_code, 0) << unit << ": " << figure.err;
    EXPECT_THAT(text_of_pdf(file("f.pdf")), HasSubstr(unit));
  }
}

TEST_F(FigureEdges, ThreeHundredClassesAreRefusedWithWhatIsAllowed) {
  for (const Kind& kind : kinds) {
    const Finished refused = vicinia(to(kind, file(kind.out)) + " --classes 300");
    EXPECT_EQ(refused.exit_code, 2) << kind.name;
    EXPECT_THAT(refused.err, AllOf(HasSubstr("--classes"), HasSubstr("300"), HasSubstr("1 to 20")))
        << kind.name;
    EXPECT_FALSE(fs::exists(file(kind.out))) << kind.name;
  }
}

TEST_F(FigureEdges, APaletteIsTakenKeptAndRefusedByName) {
  const std::string out = file("f.svg");
  ASSERT_EQ(vicinia("figure --sector I --measure employees --palette cividis --out '" + out + "'").exit_code,
            0);
  EXPECT_THAT(contents(out), AllOf(HasSubstr("#00224e"), HasSubstr("#fee838"), Not(HasSubstr("#0c2c84"))));
  const Finished open = vicinia("open --language en '" + out + "' --view-out '" + file("v.vicinia") +
                                "' --figure-out '" + file("again.svg") + "'");
  ASSERT_EQ(open.exit_code, 0) << open.err;
  EXPECT_THAT(open.out, HasSubstr("Colours: Cividis"));
  EXPECT_EQ(nlohmann::json::parse(contents(file("v.vicinia")))["palettes"]["plain"], "cividis");
  EXPECT_THAT(contents(file("again.svg")), HasSubstr("#00224e"));
  for (const Kind& kind : kinds) {
    const Finished unknown = vicinia(to(kind, file(kind.out)) + " --palette rainbow");
    EXPECT_EQ(unknown.exit_code, 2) << kind.name;
    EXPECT_THAT(unknown.err, AllOf(HasSubstr("\"rainbow\""), HasSubstr("ylgnbu"), HasSubstr("prgn")))
        << kind.name;
  }
  const Finished no_middle =
      vicinia("figure --sector I --measure employees --palette puor --out '" + file("g.svg") + "'");
  EXPECT_EQ(no_middle.exit_code, 2);
  EXPECT_THAT(no_middle.err, HasSubstr("sequential palette"));
  EXPECT_THAT(vicinia("series --help").out, HasSubstr("viridis, cividis, magma"));
}

TEST_F(FigureEdges, ManyPagesThatLoseClassesInGreyAreToldInOneLine) {
  const Finished series = vicinia("series --per sector --template column --classes 7 --language en --out '" +
                                  file("s.pdf") + "'");
  ASSERT_EQ(series.exit_code, 0) << series.err;
  EXPECT_THAT(series.err, AllOf(HasSubstr("(8/22): Printed in grey"), HasSubstr("one other")));
  EXPECT_EQ(std::ranges::count(series.err, '\n'), 1) << series.err;
}

TEST_F(FigureEdges, AFolderThatNobodyCanWriteToIsTold) {
  for (const Kind& kind : kinds) {
    const Finished refused = vicinia(to(kind, std::string("/proc/") + kind.out));  // not even root can
    EXPECT_EQ(refused.exit_code, 1) << kind.name << ": " << refused.err;
    EXPECT_THAT(refused.err,
                AllOf(HasSubstr(std::string("/proc/") + kind.out), HasSubstr("cannot be written")))
        << kind.name;
  }
  const Finished folder = vicinia("series --per sector --out /proc/many");
  EXPECT_EQ(folder.exit_code, 1);
  EXPECT_THAT(folder.err, HasSubstr("/proc/many"));
}

TEST_F(FigureEdges, AFolderInThePlaceOfTheFileIsToldAndStaysAsItIs) {
  for (const Kind& kind : kinds) {
    const fs::path folder = new_folder(kind.name);
    fs::create_directory(folder / kind.out);
    const Finished refused = vicinia(to(kind, folder / kind.out));
    EXPECT_EQ(refused.exit_code, 1) << kind.name << ": " << refused.err;
    EXPECT_THAT(refused.err, HasSubstr((folder / kind.out).string())) << kind.name;
    EXPECT_THAT(names_in(folder), ElementsAre(kind.out)) << kind.name;
    EXPECT_TRUE(fs::is_directory(folder / kind.out));
  }
  std::ofstream(file("taken")) << "a file";
  const Finished series = vicinia("series --per sector --out '" + file("taken") + "'");
  EXPECT_EQ(series.exit_code, 1);
  EXPECT_THAT(series.err, HasSubstr("taken"));
  EXPECT_EQ(contents(file("taken")), "a file");
}

TEST_F(FigureEdges, AFullDiskIsToldKeepsTheOlderFileAndLeavesNothingBesideIt) {
  const std::string disk = new_folder("disk");
  const auto on_a_small_disk = [&](const std::string& size, const std::string& script) {
    return test::run(
        "/usr/bin/unshare",
        "-rm sh -c \"mount -t tmpfs -o size=" + size + " none '" + disk + "' && " + script + "\"",
        folder_.path(), "LC_ALL=C.UTF-8");
  };
  if (on_a_small_disk("16k", "true").exit_code != 0)
    GTEST_SKIP() << "a full disk: no file system may be mounted here";
  const std::string program = "'" + std::string(VICINIA_BIN_DIR) + "/vicinia' ";
  const auto check = [&](const std::string& name, const std::string& size, const std::string& arguments,
                         const std::string& before, const std::string& left) {
    const Finished full =
        on_a_small_disk(size, before + "; " + program + arguments + "; echo exit \\$?; ls -A '" + disk +
                                  "'; cat '" + disk + "'/f.* 2>/dev/null");
    EXPECT_EQ(full.out, "exit 1\n" + left) << name << ": " << full.err;
    EXPECT_THAT(full.err, AllOf(HasSubstr("No space left on device"), HasSubstr("Free some space"))) << name;
  };
  for (const Kind& kind : kinds) {
    const std::string out = kind.out;
    const std::string small =
        std::string(kind.name) == "series" || std::string(kind.name) == "brief" ? "160k" : "40k";
    check(kind.name, small, to(kind, disk + "/" + out), "echo old > '" + disk + "/" + out + "'",
          out + "\nold\n");
  }
  check("files of a series", "60k", "series --per agglomeration --sector I --out '" + disk + "/many'", "true",
        "");
}

TEST_F(FigureEdges, AnOddTitleStandsOnThePageAsItIs) {
  const std::string title = R"(Dệt/may "và" <b>da</b> & [% 1+1 %] 🏭 100%)";
  for (const char* extension : {"pdf", "svg", "png", "tiff", "qgz"}) {
    const std::string out = file(std::string("f.") + extension);
    const Finished figure =
        vicinia("figure --sector I --language vi --dpi 60 --title '" + title + "' --out '" + out + "'");
    ASSERT_EQ(figure.exit_code, 0) << extension << ": " << figure.err;
  }
  EXPECT_THAT(text_of_pdf(file("f.pdf")), HasSubstr(R"(Dệt/may "và" <b>da</b> & [% 1+1 %])"));
  EXPECT_THAT(test::run("/usr/bin/pdfinfo", "'" + file("f.pdf") + "'", folder_.path()).out, HasSubstr(title));
  EXPECT_THAT(contents(file("f.svg")),
              AllOf(HasSubstr("&lt;b>da&lt;/b> &amp; [% 1+1 %]"), Not(HasSubstr("<b>da"))));
  EXPECT_EQ(vicinia("open '" + file("f.svg") + "'").exit_code, 0);
  EXPECT_EQ(vicinia("open '" + file("f.png") + "'").exit_code, 0);
}

TEST_F(FigureEdges, NamesInTheDataMayHoldAnything) {
  const std::string data = odd();
  const Finished provinces = vicinia("series --per province --measure employees --language en" + data +
                                     "--out '" + file("provinces") + "'");
  ASSERT_EQ(provinces.exit_code, 0) << provinces.err;
  EXPECT_THAT(names_in(file("provinces")), ElementsAre("01-ha-noi-old.pdf", "02-x-b.pdf"));
  EXPECT_THAT(text_of_pdf(file("provinces/01-ha-noi-old.pdf")), HasSubstr(R"(Ha/Noi "old")"));
  EXPECT_THAT(text_of_pdf(file("provinces/02-x-b.pdf")),
              AllOf(HasSubstr("../../x <b>&"), HasSubstr("[% 1+1 %]")));
  const Finished sectors = vicinia("series --per sector --format svg --measure employees --language vi" +
                                   data + "--out '" + file("sectors") + "'");
  ASSERT_EQ(sectors.exit_code, 0) << sectors.err;
  EXPECT_THAT(names_in(file("sectors")),
              ElementsAre("01-det-may-soi.svg", "02-khong-co-gi.svg", "03-bang-nhau.svg"));
  EXPECT_EQ(vicinia("open" + data + "'" + file("sectors/01-det-may-soi.svg") + "'").exit_code, 0);
  for (const char* extension : {"pdf", "qgz"})
    EXPECT_EQ(vicinia("figure --sector I --select 11 --table --language both" + data + "--out '" +
                      file(std::string("f.") + extension) + "'")
                  .exit_code,
              0);
  EXPECT_THAT(text_of_pdf(file("f.pdf")),
              AllOf(HasSubstr(R"(Dệt/may "sợi")"), HasSubstr("Quận 'một' %1 \\")));
}

}  // namespace
}  // namespace vicinia::cli
