#include "gis/engine/golden.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "gis/engine/picture.h"

namespace vicinia::test {
namespace {

constexpr int least_difference = 40;  ///< of a channel, for a pixel to count as different
constexpr int side_px = 16;           ///< of a square: two lines of small type at 72 dots per inch
/// Of a full square: a tenth. Hinting changes a pixel here and there, a word that is gone a quarter of what it stood on.
constexpr int most_in_a_square = side_px * side_px / 10;

}  // namespace

PictureDifference difference_of(const Picture& drawn, const Picture& reference) {
  PictureDifference difference{.marked = drawn};
  std::vector<std::uint8_t> differs(drawn.rgb.size() / 3);
  for (std::size_t pixel = 0; pixel < differs.size(); ++pixel) {
    int furthest = 0;
    for (std::size_t channel = 3 * pixel; channel < 3 * pixel + 3; ++channel)
      furthest = std::max(furthest, std::abs(int{drawn.rgb[channel]} - int{reference.rgb[channel]}));
    if (furthest < least_difference) continue;
    differs[pixel] = 1;
    ++difference.pixels;
    difference.marked.rgb[3 * pixel] = 255;
    difference.marked.rgb[3 * pixel + 1] = difference.marked.rgb[3 * pixel + 2] = 0;
  }
  int most = most_in_a_square;
  for (int top = 0; top < drawn.height;
       top += side_px / 2)  // they overlap: a word on the seam of two is in a third
    for (int left = 0; left < drawn.width; left += side_px / 2) {
      int different = 0;
      for (int y = top; y < std::min(top + side_px, drawn.height); ++y)
        for (int x = left; x < std::min(left + side_px, drawn.width); ++x)
          different += differs[static_cast<std::size_t>(y) * static_cast<std::size_t>(drawn.width) +
                               static_cast<std::size_t>(x)];
      if (different > most_in_a_square) ++difference.squares;
      if (different > most) most = different, difference.left = left, difference.top = top;
    }
  return difference;
}

testing::AssertionResult matches_golden(const gis::client::Frame& frame, const std::string& name) {
  return matches_golden(picture_of(frame), name);
}

testing::AssertionResult matches_golden(const Picture& drawn, const std::string& name) {
  const auto drawn_file = std::filesystem::path(VICINIA_DIFFERENCE_DIR) / (name + ".drawn.png");
  const auto reference_file = std::filesystem::path(VICINIA_GOLDEN_DIR) / (name + ".png");
  Picture reference;
  if (!std::filesystem::exists(reference_file) || !load(reference_file, reference)) {
    save(drawn, drawn_file);
    return testing::AssertionFailure() << "no reference " << reference_file << "; drawn: " << drawn_file;
  }
  if (drawn.width != reference.width || drawn.height != reference.height) {
    save(drawn, drawn_file);
    return testing::AssertionFailure() << "another size than " << reference_file << "; drawn: " << drawn_file;
  }
  const PictureDifference difference = difference_of(drawn, reference);
  if (difference.squares == 0) return testing::AssertionSuccess();
  const auto difference_file = std::filesystem::path(VICINIA_DIFFERENCE_DIR) / (name + ".difference.png");
  save(drawn, drawn_file);
  save(difference.marked, difference_file);
  return testing::AssertionFailure() << difference.pixels << " pixels differ from " << reference_file
                                     << ", too many in " << difference.squares << " squares, most around ("
                                     << difference.left << ", " << difference.top << "); see "
                                     << difference_file;
}

}  // namespace vicinia::test
