#include "gis/engine/golden.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "gis/engine/picture.h"

namespace vicinia::test {
namespace {

constexpr int least_difference = 40;            ///< of a channel, for a pixel to count as different
constexpr double most_different_share = 0.004;  ///< of all pixels

}  // namespace

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
  Picture difference = drawn;
  std::size_t different = 0;
  for (std::size_t i = 0; i < drawn.rgb.size(); i += 3) {
    int most = 0;
    for (std::size_t channel = i; channel < i + 3; ++channel)
      most = std::max(most, std::abs(int{drawn.rgb[channel]} - int{reference.rgb[channel]}));
    if (most < least_difference) continue;
    ++different;
    difference.rgb[i] = 255;
    difference.rgb[i + 1] = difference.rgb[i + 2] = 0;
  }
  const double share = 3.0 * static_cast<double>(different) / static_cast<double>(drawn.rgb.size());
  if (share <= most_different_share) return testing::AssertionSuccess();
  const auto difference_file = std::filesystem::path(VICINIA_DIFFERENCE_DIR) / (name + ".difference.png");
  save(drawn, drawn_file);
  save(difference, difference_file);
  return testing::AssertionFailure() << different << " pixels differ from " << reference_file << "; see "
                                     << difference_file;
}

}  // namespace vicinia::test
