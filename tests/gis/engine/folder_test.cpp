// Figures as files of one folder: all of them, or none.
#include <fstream>

#include "gis/engine/engine_fixture.h"
#include "gis/engine/page_sample.h"
#include "vicinia/gis/client/figure_folder.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using namespace gis::map;

class FigureFolder : public EngineTest {
 protected:
  [[nodiscard]] auto page(const std::string& extension, FigureFormat format) const {
    return [this, extension, format](std::size_t number) -> core::Result<FigureSpec> {
      FigureSpec figure =
          page_sample(squares(), "half-page", "vi", format, std::to_string(number) + extension);
      figure.dpi = 40;
      return figure;
    };
  }
  [[nodiscard]] static std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
  }
  [[nodiscard]] fs::path target() const { return scratch_.path() / "new" / "maps"; }
};

TEST_F(FigureFolder, HoldsAFileForEachPageAndNothingElse) {
  std::vector<double> shares;
  const auto written =
      gis::client::export_folder(*client_, target(), 3, page(".png", FigureFormat::png),
                                 {{}, [&](double share, std::string_view) { shares.push_back(share); }});
  ASSERT_TRUE(written) << text_of(written);
  EXPECT_EQ(files_in(target()), 3u);
  EXPECT_TRUE(fs::exists(target() / "2.png"));
  EXPECT_TRUE(std::ranges::is_sorted(shares));
  ASSERT_TRUE(gis::client::export_folder(*client_, target(), 1, page(".qgz", FigureFormat::project), {}));
  EXPECT_TRUE(fs::exists(target() / "0.gpkg")) << "a project moves with its data";
  EXPECT_EQ(files_in(target()), 5u) << "what was there stays";
}

TEST_F(FigureFolder, AStopLeavesNeitherFilesNorFolders) {
  std::stop_source stop;
  const auto written = gis::client::export_folder(*client_, target(), 30, page(".png", FigureFormat::png),
                                                  {stop.get_token(), [&](double share, std::string_view) {
                                                     if (share > 0.1) stop.request_stop();
                                                   }});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, core::ErrorCode::cancelled);
  EXPECT_FALSE(fs::exists(target().parent_path()));
}

TEST_F(FigureFolder, ThatCannotBeMadeIsNamed) {
  const fs::path file = scratch_.path() / "a-file";
  std::ofstream(file) << "x";
  const auto written =
      gis::client::export_folder(*client_, file / "maps", 1, page(".png", FigureFormat::png), {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, core::ErrorCode::file_not_writable);
  EXPECT_EQ(written.error().subject.file, (file / "maps").string());
}

}  // namespace
}  // namespace vicinia::test
