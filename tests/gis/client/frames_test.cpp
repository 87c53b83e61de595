#include <algorithm>
#include <cstddef>
#include <fstream>
#include <span>
#include <vector>

#include "gis/client/client_fixture.h"

namespace vicinia::test {
namespace {

class Frames : public ClientTest {
 protected:
  [[nodiscard]] std::size_t frame_files() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(client_->private_folder()))
      count += entry.path().extension() == ".argb" ? 1u : 0u;
    return count;
  }
};

/// Memory that only this process has, in kB.
long private_kb(pid_t pid) {
  std::ifstream rollup("/proc/" + std::to_string(pid) + "/smaps_rollup");
  long sum = 0;
  for (std::string line; std::getline(rollup, line);)
    if (line.starts_with("Private_Dirty:") || line.starts_with("Shared_Dirty:"))
      sum += std::stol(line.substr(line.find(':') + 1));
  return sum;
}

TEST_F(Frames, AHeldFrameStaysAsItIs) {
  const auto held = client_->render_now(map());
  ASSERT_TRUE(held) << text_of(held);
  const std::vector<std::byte> before((*held)->pixels().begin(), (*held)->pixels().end());
  gis::map::MapSpec other = map();
  std::get<gis::map::GraduatedLayer>(other.layers.front()).values.assign(units, 1.5);
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(client_->render_now(other));
  EXPECT_TRUE(std::equal(before.begin(), before.end(), (*held)->pixels().begin()));
}

TEST_F(Frames, AFrameOutlivesItsClient) {
  const auto held = client_->render_now(map());
  ASSERT_TRUE(held);
  const Pixel before = pixel_at(**held, 50, 250);
  client_.reset();
  EXPECT_EQ(pixel_at(**held, 50, 250), before);
}

TEST_F(Frames, TwoHundredDrawingsDoNotGrow) {
  ASSERT_TRUE(client_->render_now(map()));
  const pid_t engine = engine_pid();
  const auto draw = [&](int count) {
    gis::map::MapSpec spec = map();
    for (int i = 0; i < count; ++i) {
      spec.extent.max_x += 10;  // a map of its own each time
      ASSERT_TRUE(client_->render_now(spec));
    }
  };
  draw(50);
  const long engine_before = private_kb(engine), own_before = private_kb(::getpid());
  draw(200);
  EXPECT_LT(private_kb(engine) - engine_before, 6'000);
  EXPECT_LT(private_kb(::getpid()) - own_before, 4'000);
  EXPECT_LE(frame_files(), 4u);
}

/// Of two premultiplied channels, the upper laid over the lower.
int laid_over(int upper, int alpha, int lower) { return upper + lower * (255 - alpha) / 255; }

TEST_F(Frames, InTwoPicturesLookAsTheFrameInOneWhenTheUpperIsLaidOverTheLower) {
  gis::map::MapSpec spec = map();
  spec.layers.emplace_back(gis::map::LabelLayer{.source = "squares"});
  spec.layers.emplace_back(gis::map::OutlineLayer{
      .source = "squares", .stroke = {{200, 0, 90, 160}, 1}, .slot = gis::map::Slot::outlines});
  const auto whole = client_->render_now(spec),
             parted = client_->render_now(spec, {.upper_from = gis::map::Slot::symbols});
  ASSERT_TRUE(whole && parted);
  EXPECT_TRUE((*whole)->upper_pixels().empty());
  const auto lower = (*parted)->pixels(), upper = (*parted)->upper_pixels(), all = (*whole)->pixels();
  ASSERT_EQ(lower.size(), all.size());
  ASSERT_EQ(upper.size(), all.size());
  std::size_t named = 0;
  for (std::size_t pixel = 0; pixel < all.size(); pixel += 4) {
    const auto channel = [&](std::span<const std::byte> picture, std::size_t i) {
      return std::to_integer<int>(picture[pixel + i]);
    };
    const int alpha = channel(upper, 3);
    named += alpha > 0 ? 1u : 0u;
    for (std::size_t i = 0; i < 4; ++i)
      ASSERT_NEAR(laid_over(channel(upper, i), alpha, channel(lower, i)), channel(all, i), 1) << pixel / 4;
  }
  EXPECT_GT(named, 1000u);
}

TEST_F(Frames, InTwoPicturesHaveNoUpperOneWhereNothingStandsThere) {
  const auto frame = client_->render_now(map(), {.upper_from = gis::map::Slot::symbols});
  ASSERT_TRUE(frame);
  EXPECT_TRUE((*frame)->upper_pixels().empty());
  EXPECT_EQ((*frame)->pixels().size(), std::size_t{4} * (*frame)->width_px * (*frame)->height_px);
}

TEST_F(Frames, AreNotDividedBeneathTheBorders) {
  const auto frame = client_->render_now(map(), {.upper_from = gis::map::Slot::hatches});
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code, core::ErrorCode::render_failed);
  EXPECT_EQ(frame.error().subject.field, "upper_from");
}

TEST_F(Frames, SizesChangeWithoutLeavingFilesBehind) {
  gis::map::MapSpec spec = map();
  for (std::uint32_t i = 0; i < 12; ++i) {
    spec.width_px = 300 + 7 * i;
    const auto frame = client_->render_now(spec);
    ASSERT_TRUE(frame) << text_of(frame);
    EXPECT_EQ((*frame)->pixels().size(), std::size_t{4} * spec.width_px * spec.height_px);
  }
  EXPECT_LE(frame_files(), 2u);
}

}  // namespace
}  // namespace vicinia::test
