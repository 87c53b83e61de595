#include "gis/engine/golden.h"
#include "gis/engine/engine_fixture.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

class Golden : public EngineTest {};

TEST_F(Golden, MapWithBordersOutlineAndVietnameseLabels) {
  MapSpec spec = map();
  spec.background = {235, 242, 248};
  spec.extent = fitted(spec.extent, spec.width_px, spec.height_px);
  auto& layer = std::get<ChoroplethLayer>(spec.layers.front());
  layer.border = {{120, 120, 120}, 0.2};
  OutlineLayer outline;
  const LayerSource source = layer.source;
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

}  // namespace
}  // namespace vicinia::test
