/// \file spellings.h
/// Names of real units as people write them: by rules, for every district of 2007 and every commune of 2025, and by hand.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/matching/unit_matching.h"

namespace vicinia::core::matching {

/// What must become of a row.
enum class Due {
  certain,  ///< the text says the unit
  found,    ///< it is mistyped: certain or likely, but never another unit
  open      ///< it may be several, or none: never certain
};

struct Spelling {
  std::string kind;  ///< "without marks"
  RowName row;
  std::string unit;  ///< its code; empty: none
  Due due = Due::certain;
};

struct Country {
  std::string name;
  admin::Frame frame;
  admin::Level level;  ///< of the units that are spelt
};

/// The districts of 2007 in their provinces; the communes of 2025 in theirs; the provinces of either.
[[nodiscard]] Country districts_of_2007();
[[nodiscard]] Country communes_of_2025();

[[nodiscard]] std::vector<Spelling> spellings_by_rule(const Country& country);
/// Of districts and provinces of 2007.
[[nodiscard]] std::vector<Spelling> spellings_by_hand(admin::Level level);

/// The 96 of the published list, with the units that were found for them by hand.
[[nodiscard]] std::vector<Spelling> published_spellings();

/// As resources/data/frames/other_names.csv has them.
[[nodiscard]] std::vector<OtherName> other_names(const admin::Frame& frame);

struct Accuracy {
  std::string kind;
  Due due = Due::certain;
  std::size_t pairs = 0, certain = 0, certain_and_right = 0, found = 0, asked = 0;
  std::vector<std::string> wrong{}, missed{};  ///< the first few
};

/// Each row by itself. In the order of kinds.
[[nodiscard]] std::vector<Accuracy> accuracy(const Country& country, const std::vector<Spelling>& spellings);
[[nodiscard]] Accuracy sum(const std::vector<Accuracy>& parts, Due due);

}  // namespace vicinia::core::matching
