/// \file check_words.h
/// The words of a check of boundaries, in both languages: why something is listed, and the totals as a short
/// table. Units:   metres and square metres in, km and km² told where they are many.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

enum class CheckReason : std::uint8_t {
  no_geometry,  ///< what: the feature
  encloses_nothing,
  same_outline,
  several_features,  ///< what: the features
  no_id,             ///< what: the feature
  covered_twice,
  covered_twice_given,  ///< what: who got the ground
  covered_by_none,
  covered_by_none_given,  ///< what: who got the ground
  vertices_differ,
  vertices_differ_given,  ///< what: who got the ground
  beside,                 ///< what: metres apart
  beside_matched,         ///< what: metres apart
  no_neighbour,
  one_neighbour,  ///< what: the neighbour
  crosses_itself
};
[[nodiscard]] std::string check_reason_text(CheckReason reason, const std::string& what, Language language);

/// What GEOS says of a ring, without its place: "Self-intersection".
[[nodiscard]] std::string ring_fault_text(const std::string& fault, Language language);

struct CheckLine {
  std::string kind{};
  std::size_t count = 0;
  std::optional<double> area_m2{}, length_m{};
  std::optional<std::size_t> at_seams{};  ///< of the count: where units of different parents meet
};
/// Lines of text: the kinds in the order given, the system of the places, the tolerance that was used and the
/// one that is proposed.
[[nodiscard]] std::string check_summary_text(const std::vector<CheckLine>& lines, const std::string& crs,
                                             double tolerance_m, double proposed_m, Language language);

}  // namespace vicinia::workspace::inline words
