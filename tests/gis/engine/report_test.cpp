// Reports of several pages: text stays text, heads repeat, nothing leaves the page.
#include <array>
#include <cstdio>
#include <fstream>
#include <regex>

#include "gis/engine/engine_fixture.h"
#include "vicinia/gis/map/report_spec.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

std::string printed_by(const std::string& command) {
  std::string text;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t count = 1; pipe != nullptr && count > 0;) {
    count = std::fread(buffer.data(), 1, buffer.size(), pipe);
    text.append(buffer.data(), count);
  }
  if (pipe != nullptr) ::pclose(pipe);
  return text;
}

class Report : public EngineTest {
 protected:
  [[nodiscard]] std::filesystem::path target() const { return scratch_.path() / "report.pdf"; }
  [[nodiscard]] ReportSpec sample(std::size_t rows) const {
    ReportTable table{{{"Dòng", 1, true}, {"Nơi", 4, false}, {"Vì sao", 6, false}}, {}};
    for (std::size_t row = 0; row < rows; ++row)
      table.rows.push_back(
          {{std::to_string(row + 1), "Huyện Bến Cát " + std::to_string(row + 1),
            "Không khớp với các số khác trong dòng và các tổng mà những dòng khác cùng cho biết"},
           true});
    return {.title = "Kiểm tra các số đã công bố",
            .subtitle = "Phụ đề",
            .blocks = {ReportParagraph{"Các số được giữ nguyên như đã in."}, ReportHeading{"I  Dệt, may"},
                       std::move(table)},
            .source = "Nguồn: Tổng cục Thống kê",
            .page_text = "Trang {page}/{pages}",
            .creator = "Vicinia",
            .file = target().native()};
  }
  [[nodiscard]] std::string page(int number) const {
    const std::string n = std::to_string(number);
    return printed_by("pdftotext -layout -f " + n + " -l " + n + " '" + target().native() + "' -");
  }
  /// Every word lies within the page and its margins.
  void expect_within_page() const {
    const std::string boxes = printed_by("pdftotext -bbox '" + target().native() + "' -");
    static const std::regex word(
        R"re(<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">)re");
    std::size_t words = 0;
    for (std::sregex_iterator it(boxes.begin(), boxes.end(), word), end; it != end; ++it, ++words) {
      EXPECT_GE(std::stod((*it)[1]), 50);
      EXPECT_LE(std::stod((*it)[3]), 595 - 50);
      EXPECT_LE(std::stod((*it)[4]), 842 - 30);
    }
    EXPECT_GT(words, 20u);
  }
};

TEST_F(Report, KeepsItsTextAsTextWithFontsEmbedded) {
  const auto written = client_->export_report(sample(3), {});
  ASSERT_TRUE(written) << text_of(written);
  const std::string text = page(1);
  for (const char* expected : {"Kiểm tra các số đã công bố", "I Dệt, may", "Huyện Bến Cát 3",
                               "Nguồn: Tổng cục Thống kê", "Trang 1/1"})
    EXPECT_NE(std::regex_replace(text, std::regex(" +"), " ").find(expected), std::string::npos)
        << expected << " is not in:\n"
        << text;
  const std::string fonts = printed_by("pdffonts '" + target().native() + "' | tail -n +3");
  EXPECT_NE(fonts.find("NotoSans"), std::string::npos) << fonts;
  EXPECT_EQ(fonts.find(" no  no "), std::string::npos) << fonts;
  const std::string info = printed_by("pdfinfo '" + target().native() + "'");
  EXPECT_NE(info.find("(A4)"), std::string::npos) << info;
  EXPECT_NE(info.find("Kiểm tra các số đã công bố"), std::string::npos) << info;
  expect_within_page();
}

TEST_F(Report, RepeatsTheHeadOfATableAndNumbersItsPages) {
  ASSERT_TRUE(client_->export_report(sample(120), {}));
  const std::string info = printed_by("pdfinfo '" + target().native() + "'");
  std::smatch pages;
  ASSERT_TRUE(std::regex_search(info, pages, std::regex(R"(Pages:\s+(\d+))"))) << info;
  const int last = std::stoi(pages[1]);
  ASSERT_GT(last, 2);
  for (int number = 1; number <= last; ++number) {
    const std::string text = page(number);
    EXPECT_NE(text.find("Vì sao"), std::string::npos) << "page " << number;
    EXPECT_NE(text.find("Trang " + std::to_string(number) + "/" + std::to_string(last)), std::string::npos)
        << text;
  }
  EXPECT_NE(page(last).find("Huyện Bến Cát 120"), std::string::npos);
  expect_within_page();
}

TEST_F(Report, BreaksWordsAndRowsThatNoPageCouldHold) {
  ReportSpec spec = sample(1);
  auto& cells = std::get<ReportTable>(spec.blocks.back()).rows.front().cells;
  cells[1] = std::string(300, 'W');
  for (int i = 0; i < 400; ++i) cells[2] += " mâu thuẫn với dòng " + std::to_string(i) + ",";
  ASSERT_TRUE(client_->export_report(spec, {}));
  EXPECT_NE(printed_by("pdftotext '" + target().native() + "' -").find("399"), std::string::npos)
      << "nothing is lost";
  expect_within_page();
}

TEST_F(Report, AFailureKeepsTheOlderFileAndLeavesNoOther) {
  std::ofstream(target()) << "older";
  const auto files = [this] {
    return std::distance(std::filesystem::directory_iterator(scratch_.path()), {});
  };
  const auto before = files();
  ReportSpec spec = sample(1);
  spec.page.width_mm = 10;
  const auto refused = client_->export_report(spec, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, core::ErrorCode::export_failed);
  std::ifstream in(target());
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "older");
  EXPECT_EQ(files(), before);
  spec = sample(1);
  spec.file = (scratch_.path() / "nowhere" / "report.pdf").native();
  EXPECT_EQ(client_->export_report(spec, {}).error().code, core::ErrorCode::file_not_writable);
}

}  // namespace
}  // namespace vicinia::test
