#include "gis/engine/golden.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/engine/engine_fixture.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

class Golden : public EngineTest {};

TEST_F(Golden, MapWithBordersOutlineAndVietnameseLabels) {
  MapSpec spec = map();
  spec.background = {235, 242, 248};
  spec.extent = fitted(spec.extent, spec.width_px, spec.height_px);
  auto& layer = std::get<GraduatedLayer>(spec.layers.front());
  layer.border = {{120, 120, 120}, 0.2};
  OutlineLayer outline;
  const std::string source = layer.source;
  outline.source = source;
  outline.features = {6, 10};
  outline.stroke = {{190, 30, 30}, 0.5};
  outline.halo = {{255, 255, 255}, 1.2};
  spec.layers.emplace_back(outline);
  LabelLayer labels;
  labels.source = source;
  labels.size_pt = 10;
  spec.layers.emplace_back(labels);
  const auto frame = client_->render_now(spec);
  ASSERT_TRUE(frame) << text_of(frame);
  EXPECT_TRUE(matches_golden(**frame, "map_with_labels"));
}

Picture page_of(const std::string& name) {
  Picture page;
  EXPECT_TRUE(load(std::filesystem::path(VICINIA_GOLDEN_DIR) / (name + ".png"), page));
  return page;
}

TEST(GoldenComparison, FailsWhereAWordIsGoneFromALargePage) {
  const Picture page = page_of("page.a3-landscape.vi");
  int words = 0;
  // Wherever there is dark on light in a place as large as a short word, that word is painted over.
  for (int top = 0; top + 10 <= page.height; top += 10)
    for (int left = 0; left + 30 <= page.width; left += 30) {
      int dark = 0, light = 0;
      std::vector<std::size_t> word;  // its pixels
      for (int y = top; y < top + 10; ++y)
        for (int x = left; x < left + 30; ++x) {
          const auto at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) +
                               static_cast<std::size_t>(x));
          (page.rgb[at + 1] < 110 ? dark : light) += 1;  // green: brown words are words too
          word.push_back(at);
        }
      if (dark < 70 || light < 100) continue;
      ++words;
      Picture without = page;
      for (const std::size_t at : word) without.rgb[at] = without.rgb[at + 1] = without.rgb[at + 2] = 255;
      EXPECT_GT(difference_of(without, page).squares, 0U) << "at (" << left << ", " << top << ")";
    }
  EXPECT_GT(words, 15) << "else this says nothing";
}

TEST(GoldenComparison, PassesWhereSinglePixelsDifferEverywhere) {
  const Picture page = page_of("page.a3-landscape.vi");
  Picture other = page;
  for (std::size_t pixel = 0; 3 * pixel + 2 < other.rgb.size(); pixel += 41)
    for (std::size_t channel = 3 * pixel; channel < 3 * pixel + 3; ++channel)
      other.rgb[channel] = static_cast<std::uint8_t>(other.rgb[channel] ^ 0x60U);
  EXPECT_EQ(difference_of(other, page).squares, 0U);
  EXPECT_GT(difference_of(other, page).pixels, page.rgb.size() / 3 / 60);
}

}  // namespace
}  // namespace vicinia::test
