/// \file treatment_effect.h
/// What leaving out or replacing contradicted figures changes in the agglomerations of the sector that is looked at, compared with figures
/// as printed: districts that come in or fall out, and pooled quotients.
/// Missing: empty where figures are as printed, or nothing changes.
/// Errors:  those of find_agglomerations.
/// Cost:    that of finding agglomerations, once more.
#pragma once

#include <string>
#include <vector>

#include "vicinia/workspace/agglomerations.h"

namespace vicinia::workspace {

struct TreatmentEffect {
  std::vector<core::admin::UnitIndex> come_in{};   ///< members now, and not as printed; ascending
  std::vector<core::admin::UnitIndex> fall_out{};  ///< members as printed, and not now
  struct Changed {
    std::size_t agglomeration = 0;  ///< position in the list
    core::stats::Interval as_printed{}, now{};
  };
  std::vector<Changed> pooled_lq{};  ///< of agglomerations with the same first member
  [[nodiscard]] bool is_empty() const { return come_in.empty() && fall_out.empty() && pooled_lq.empty(); }
};

[[nodiscard]] core::Result<TreatmentEffect> treatment_effect(const Document& document, const Contiguity& contiguity);
/// One sentence for each kind of change; empty where there is none.
[[nodiscard]] std::string treatment_effect_text(const Document& document, const TreatmentEffect& effect, Language language);

}  // namespace vicinia::workspace
