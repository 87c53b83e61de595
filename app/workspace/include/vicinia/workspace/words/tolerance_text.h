/// \file tolerance_text.h
/// Which agglomerations depend on the tolerance within which borders are matched, in words: for lists, the terminal, reasons and the
/// notes of figures.
/// Units:   metres.
/// Missing: empty where none depends on it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/dataset.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline words {

/// "Agglomeration 2 depends on matching borders within 400 m: without that, Cần Đước would not be in it. From 450 m on, Gò Công Đông
/// would join." `agglomeration` is a position in the list, `members` how many it has.
[[nodiscard]] std::string tolerance_effect_text(const core::Dataset& dataset, std::size_t agglomeration,
                                                std::size_t members,
                                                const core::agglomeration::ToleranceEffect& effect,
                                                double tolerance_m, Language language);

/// "Agglomerations 2 and 5 depend on matching borders within 400 m." `numbers`: positions in the list, ascending.
[[nodiscard]] std::string tolerance_note(std::span<const std::size_t> numbers, double tolerance_m,
                                         Language language);
/// The same of those of a list that do.
[[nodiscard]] std::string tolerance_note(const std::vector<AgglomerationReport>& reports, Language language);
[[nodiscard]] std::vector<std::size_t> depending_on_tolerance(
    const std::vector<AgglomerationReport>& reports);

}  // namespace vicinia::workspace::inline words
