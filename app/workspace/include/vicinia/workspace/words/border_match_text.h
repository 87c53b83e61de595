/// \file border_match_text.h
/// How the borders of a layer meet, in a sentence: what is told when a layer is opened.
/// Units:   metres, rounded up: what is said to lie within 120 m does.
/// Missing: no two areas that meet: says that.
/// Cost:    O(pairs).
#pragma once

#include <string>

#include "vicinia/core/topology/border_match.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

/// `tolerance_m`: the one that was used, Topology::tolerance_m().
/// "All borders are shared exactly." or "516 pairs of areas run beside each other without meeting, most
/// within 120 m, all within 400 m: matched within 400 m." Pairs that the tolerance leaves apart although the
/// data need more are told as well.
[[nodiscard]] std::string border_match_text(const core::topology::BorderMatch& match, double tolerance_m,
                                            Language language);

/// Whether every pair that the data tell to be neighbours shares its border exactly: then a note may be left
/// out.
[[nodiscard]] bool all_shared_exactly(const core::topology::BorderMatch& match, double tolerance_m);

}  // namespace vicinia::workspace::inline words
