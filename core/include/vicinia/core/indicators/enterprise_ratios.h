/// \file enterprise_ratios.h
/// Indicators of one cell that need no totals, so that a truncated list has them too.
///   symmetric LQ = (LQ − 1) / (LQ + 1);  employment per enterprise = E_ij / N_ij;
///   SME share = SMEs / N_ij;  FDI share = foreign-invested enterprises / N_ij, both by number of enterprises.
/// Source:  Dalum, Laursen and Villumsen (1998); Laursen (2015) for the symmetric form.
/// Units:   symmetric LQ in [−1, 1), 0 where LQ = 1; employees per enterprise; shares in per cent.
/// Missing: "not published" in, "not published" out; no enterprises: undefined. A share above 100 % is returned as it
///          follows from the values: contradictions are for the audit to report, not for this to hide.
/// Cost:    O(1).
#pragma once

#include "vicinia/core/base/cell.h"
#include "vicinia/core/industry/observations.h"

namespace vicinia::core::indicators {

[[nodiscard]] Cell symmetric_lq(Cell lq);
[[nodiscard]] Cell employees_per_enterprise(const industry::Counts& counts);
[[nodiscard]] Cell sme_share_pct(const industry::Counts& counts);
[[nodiscard]] Cell fdi_share_pct(const industry::Counts& counts);

}  // namespace vicinia::core::indicators
