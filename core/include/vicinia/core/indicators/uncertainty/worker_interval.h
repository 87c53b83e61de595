/// \file worker_interval.h
/// The worker-based interval of the LQ: as if every employee were drawn for a sector independently of all others. They are
/// not: they come in plants. The interval is therefore much too narrow, and secondary to plant_test.h; it is here because
/// studies report it. With p_j = E_ij/E_j, p = E_i/E, q = (E_i − E_ij)/(E − E_j), w = E_j/E and z of the confidence:
///   wilson:      [l, u]/p, l and u Wilson's score interval of p_j from E_j draws; the nation's share is taken as known, and
///                E_ij = 0 has an upper end;
///   log_normal:  LQ exp(± z √V), V = (1/p_j − w/p)² p_j (1 − p_j)/E_j + ((1 − w)/p)² q (1 − q)/(E − E_j): the delta method
///                on ln LQ, with the unit a part of the nation that it is compared to.
/// Source:  Wilson (1927); Moineddin, Beyene and Boyle (2003) for the LQ as a quotient of two proportions.
/// Units:   dimensionless.
/// Missing: "not published" in, "not published" out; undefined where the LQ is, and log_normal where E_ij = 0 or E_j = E.
///          Totals that contradict each other (a part above its whole) give "undefined".
/// Cost:    O(1).
#pragma once

#include <cstdint>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/location_quotient.h"

namespace vicinia::core::indicators::uncertainty {

enum class WorkerMethod : std::uint8_t { wilson, log_normal };

struct WorkerInterval {
  Cell lq{};
  Cell low{}, high{};
};

/// \pre 0 < confidence < 1
[[nodiscard]] WorkerInterval worker_interval(const EmploymentAndTotals& e, double confidence = 0.95,
                                             WorkerMethod method = WorkerMethod::wilson);

}  // namespace vicinia::core::indicators::uncertainty
