/// \file accuracy.h
/// Errors of many kinds, as people and programs make them, planted into made-up lists; what the audit finds of them, and whom it blames.
/// An error is detectable if no numbers satisfy the list with it (feasibility.h). The same seed gives the same errors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "made_up_list.h"
#include "vicinia/core/audit/audit.h"

namespace vicinia::core::audit {

struct ErrorKind {
  std::string name{};
  /// The cells that were changed; empty where this list offers no place for it.
  std::vector<CellPlace> (*plant)(MadeUpList& list, Dice& dice) = nullptr;
};
[[nodiscard]] const std::vector<ErrorKind>& error_kinds();

struct Accuracy {
  std::string kind{};
  std::size_t planted = 0, detectable = 0;
  std::size_t found = 0;             ///< of the detectable: a changed cell is contradicted
  std::size_t named_certainly = 0;   ///< and certainly so
  std::size_t named_likely = 0;      ///< or likely, and none certainly
  std::size_t innocents_blamed = 0;  ///< cells that were not changed, called wrong with certainty
  std::size_t tables_with_innocents_blamed = 0;
  std::size_t false_alarms = 0;  ///< tables without a detectable error in which something is contradicted
  std::vector<std::uint64_t> seeds_of_interest{};  ///< missed, or an innocent blamed
};

/// One row a kind, so many lists each, of the seeds from the first on.
[[nodiscard]] std::vector<Accuracy> accuracy_of_audit(std::size_t tables_a_kind,
                                                      std::uint64_t first_seed = 0);
[[nodiscard]] Accuracy sum_of(const std::vector<Accuracy>& rows);
void print(std::ostream& to, const std::vector<Accuracy>& rows);

/// The list with its error, for a closer look.
struct PlantedList {
  MadeUpList list{};
  std::vector<CellPlace> changed{};
};
[[nodiscard]] PlantedList planted_list(std::size_t kind, std::uint64_t seed);

}  // namespace vicinia::core::audit
