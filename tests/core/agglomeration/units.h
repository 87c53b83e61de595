/// \file units.h
/// Units and borders for tests of agglomerations, with nothing said but what matters there.
#pragma once

#include "vicinia/core/agglomeration/agglomeration.h"

namespace vicinia::core::agglomeration {

inline UnitValues unit(double lq, double employees = 100) {
  return {.lq = Cell::of(lq),
          .employees = Cell::of(employees),
          .enterprises = Cell::of(10),
          .smes = Cell::of(9),
          .fdi_enterprises = Cell::of(0),
          .sector_share_pct = Cell::of(1)};
}

inline topology::Border edge(topology::UnitIndex a, topology::UnitIndex b, double length_m = 5000) {
  return {.a = a, .b = b, .kind = topology::BorderKind::edge, .length_m = length_m};
}

}  // namespace vicinia::core::agglomeration
