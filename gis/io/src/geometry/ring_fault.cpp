#include "vicinia/gis/io/ring_fault.h"

#include <charconv>

#include "geometry/crs.h"

namespace vicinia::gis::io {
namespace {

constexpr std::string_view place_follows = " at ";

}  // namespace

std::string text_of(const RingFault& fault) {
  return fault.place ? fault.reason + std::string(place_follows) + place_text(*fault.place) : fault.reason;
}

RingFault parse_ring_fault(std::string_view text) {
  const std::size_t at = text.rfind(place_follows);
  if (at == std::string_view::npos) return {.reason = std::string(text)};
  const char* const end = text.data() + text.size();
  double x = 0, y = 0;
  const auto first = std::from_chars(text.data() + at + place_follows.size(), end, x);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ') return {.reason = std::string(text)};
  const auto second = std::from_chars(first.ptr + 1, end, y);
  if (second.ec != std::errc() || second.ptr != end) return {.reason = std::string(text)};
  return {.reason = std::string(text.substr(0, at)), .place = core::geom::Point(x, y)};
}

}  // namespace vicinia::gis::io
