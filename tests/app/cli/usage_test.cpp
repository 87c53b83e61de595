// What is wrong with the options, in both languages, and never in the words of the library that parses them.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "terminal.h"

namespace vicinia::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Usage = Terminal;

TEST_F(Usage, EveryWrongOptionIsToldInTheLanguageOfTheReaderWithTheWayToHelp) {
  const char* wrong[] = {"",
                         "nosuchcommand",
                         "figure",
                         "figure --sector",
                         "figure --sector I --out a.pdf --nosuch 3",
                         "figure --sector I --out a.pdf surplus",
                         "figure --sector I --out a.pdf --classes 3.5",
                         "figure --sector I --out a.pdf --classes 99",
                         "figure --sector I --out a.pdf --dpi nan",
                         "figure --sector I --out a.pdf --breaks 1,x",
                         "agglomerations --tolerance -1",
                         "agglomerations --tolerance nan",
                         "agglomerations --lq-min nan",
                         "agglomerations --sector-share-min 101",
                         "agglomerations --link-units A",
                         "agglomerations --format xml",
                         "robustness --core-share 2",
                         "indicators --own-lq a",
                         "indicators --seed x",
                         "audit --table x.csv --dataset y",
                         "audit --decimal ,",
                         "audit --table x.csv --separator ab",
                         "audit --format pdf",
                         "import --table x.csv --classification vsic-1986",
                         "import --table x.csv --sector-level village",
                         "import --table x.csv --sectors all",
                         "import --table x.csv --sectors published --sector-level group",
                         "firms --min-firms few",
                         "firms --sme-law 90/2002",
                         "firms --register a --server b",
                         "info --language fr"};
  for (const char* arguments : wrong) {
    const Finished en = vicinia(arguments);
    const Finished vi =
        test::run(fs::path(VICINIA_BIN_DIR) / "vicinia", arguments, folder_.path(), "LC_ALL=vi_VN.UTF-8");
    EXPECT_EQ(en.exit_code, 2) << arguments;
    EXPECT_EQ(vi.exit_code, 2) << arguments;
    EXPECT_THAT(en.err, HasSubstr(" The options: vicinia")) << arguments;
    EXPECT_THAT(vi.err, HasSubstr(" Xem các tùy chọn: vicinia")) << arguments;
    for (const Finished* one : {&en, &vi}) {
      EXPECT_THAT(one->err, StartsWith("vicinia: ")) << arguments;
      EXPECT_THAT(one->err, EndsWith("--help\n")) << arguments;
      EXPECT_THAT(one->err, Not(HasSubstr("CLI11"))) << arguments;
      EXPECT_THAT(one->err, Not(HasSubstr(".."))) << arguments;
    }
  }
}

TEST_F(Usage, TheLanguageThatIsAskedForCountsMoreThanThatOfTheEnvironment) {
  EXPECT_THAT(vicinia("agglomerations --language vi --tolerance nan").err,
              HasSubstr("không phải là khoảng cách từ 0 đến 1000 mét"));
  EXPECT_THAT(vicinia("agglomerations --tolerance nan --language=vi").err,
              HasSubstr("không phải là khoảng cách"));
  EXPECT_THAT(vicinia("info --language vi --dataset nosuchfolder").err, HasSubstr("Thư mục không tồn tại."));
}

TEST_F(Usage, ANumberMayBeWrittenInAnyUsualWay) {
  for (const char* number : {"1", "1.5", "+2", "1e1", "0"})
    EXPECT_EQ(vicinia("agglomerations --sector I --lq-min " + std::string(number)).exit_code, 0) << number;
}

TEST_F(Usage, HelpAndVersionAreNoErrors) {
  EXPECT_EQ(vicinia("--help").exit_code, 0);
  EXPECT_EQ(vicinia("figure --help").exit_code, 0);
  EXPECT_THAT(vicinia("--version").out, StartsWith("vicinia "));
}

}  // namespace
}  // namespace vicinia::cli
