#include "vicinia/core/geom/overlay.h"

#include <boost/geometry/algorithms/equals.hpp>
#include <boost/geometry/algorithms/intersection.hpp>
#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/algorithms/union.hpp>
#include <boost/geometry/strategies/strategies.hpp>

namespace vicinia::core::geom {

namespace bg = boost::geometry;

namespace {

/// Third-party exceptions stop here.
template <class Overlay>
std::optional<MultiPolygon> attempt(Overlay overlay) {
  MultiPolygon result;
  try {
    overlay(result);
  } catch (const bg::exception&) {
    return std::nullopt;
  }
  return result;
}

}  // namespace

std::optional<MultiPolygon> intersection(const MultiPolygon& a, const MultiPolygon& b) {
  return attempt([&](MultiPolygon& result) { bg::intersection(a, b, result); });
}

std::optional<MultiPolygon> united(const MultiPolygon& a, const MultiPolygon& b) {
  return attempt([&](MultiPolygon& result) { bg::union_(a, b, result); });
}

std::string fault_of(const MultiPolygon& area) {
  std::string fault;
  return bg::is_valid(area, fault) ? std::string() : fault;
}

bool same_ground(const MultiPolygon& a, const MultiPolygon& b) { return bg::equals(a, b); }

}  // namespace vicinia::core::geom
