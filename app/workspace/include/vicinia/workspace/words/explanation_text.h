/// \file explanation_text.h
/// Why a unit is in an agglomeration or what it lacks, in the words of a planner: for the terminal and the window alike.
/// Missing: "not published" is said, and that it is not zero.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/dataset.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline words {

/// Sentences end with a full stop, lines of a list do not.
struct ExplanationText {
  struct Check {
    bool passed = false;
    std::string text{};  ///< "Location quotient (LQ): 4.1 (at least 1)"
  };
  std::string name{};     ///< "Trảng Bàng, Tây Ninh"
  std::string verdict{};  ///< a sentence
  std::vector<Check> checks{};
  std::vector<std::string> reasons{};   ///< sentences: what it lacks, who carries it, that it is an isolate
  std::vector<std::string> touching{};  ///< sentences: agglomerations that it is linked to
  std::vector<std::string> links{};     ///< linked neighbours, longest border first
  std::vector<std::string> apart{};     ///< sentences: who runs beside it beyond the tolerance, nearest first
  std::vector<std::string> cut{};       ///< sentences: what was cut by hand
};

[[nodiscard]] ExplanationText explanation_text(const core::Dataset& dataset, const Explanation& explanation,
                                               Language language);
/// "120 m", "1.2 km"; one that is not zero is not shown as zero.
[[nodiscard]] std::string distance_text(double distance_m, Language language);
/// "0.4 km²", "3.1 ha", "40 m²".
[[nodiscard]] std::string area_text(double area_m2, Language language);
/// All of it as lines of plain text, for the terminal and the clipboard.
[[nodiscard]] std::string plain_text(const ExplanationText& text, Language language);
/// With the rules' identifiers rather than their names, and the sentences in both languages.
[[nodiscard]] core::Result<std::string> explanation_json(const Document& document,
                                                         const Explanation& explanation);

/// What is lacking to a threshold, in whole employees or, `is_count`, enterprises; empty where nothing is, or it cannot be told.
[[nodiscard]] std::string shortfall_text(const std::optional<core::stats::Interval>& short_of, bool is_count,
                                         Language language);

}  // namespace vicinia::workspace::inline words
