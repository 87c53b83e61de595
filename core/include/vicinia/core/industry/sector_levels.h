/// \file sector_levels.h
/// Sectors that are parts of others, and the levels that this makes: only sectors of one level may be summed,
/// or a class and its groups count twice. Source:  the structure of ISIC Rev. 3 and 4 and of VSIC 1993, 2007,
/// 2018 and 2025: sections are letters, divisions two digits, and every
///          further digit divides what stands before it. The divisions of each section are those of the
///          printed classifications.
/// Shapes:  sectors → the parent of each; level 1 is the coarsest. A level has the sectors of its depth, and
/// of coarser ones those that are
///          not divided further, so that each level covers what the one above it covers.
/// Missing: a sector without a parent stands at the top. A cell that is not published agrees with nothing.
/// Errors:  InvalidArgument (field "sector_level"); UnknownParent (a parent that is no sector, or that is a
/// part of its own part). Cost:    O(sectors × digits); what asks the values O(rows log sectors).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/industry/sector.h"

namespace vicinia::core::industry {

class SectorTree {
 public:
  SectorTree() = default;
  /// From Sector::parent. Errors: UnknownParent (field "sector_parent"; subject.id: the sector; detail: the
  /// parent that it names).
  [[nodiscard]] static Result<SectorTree> build(std::span<const Sector> sectors);

  [[nodiscard]] std::size_t levels() const { return levels_; }
  [[nodiscard]] std::optional<SectorIndex> parent(SectorIndex sector) const { return parent_[sector]; }
  [[nodiscard]] const std::vector<SectorIndex>& parts(SectorIndex sector) const { return parts_[sector]; }
  /// In the order of the list. \pre 1 ≤ level ≤ levels()
  [[nodiscard]] std::vector<SectorIndex> at_level(std::size_t level) const;

 private:
  std::vector<std::optional<SectorIndex>> parent_{};
  std::vector<std::vector<SectorIndex>> parts_{};
  std::vector<std::size_t> depth_{};  ///< 0: at the top
  std::size_t levels_ = 1;
};

/// Gives parents to sectors by their codes, where no sector states one, all codes are of a classification,
/// and the values do not contradict it: the parts of a sector exceed it in one cell of ten at most. Which
/// revision it is, sections are asked, then the values. True where it did.
bool give_parents_by_code(std::vector<Sector>& sectors, const ObservationTable& observations);

/// Everything that a table has, before a level is chosen.
struct SectorLevels {
  std::vector<Sector> sectors{};
  SectorTree tree{};
  ObservationTable observations{};

  [[nodiscard]] std::size_t count() const { return tree.levels(); }
  /// All cells of its sectors are published, for every unit and period that has rows, and sum to the sectors
  /// above them.
  [[nodiscard]] bool is_complete(std::size_t level) const;
  /// The finest complete level; without one, that of which most is published, of several such the finest.
  [[nodiscard]] std::size_t usual_level() const;
  /// The coarsest level that has the sector. \pre sector < sectors.size()
  [[nodiscard]] std::size_t level_of(SectorIndex sector) const;
  /// Sectors and values of one level alone. Errors: InvalidArgument.
  [[nodiscard]] Result<std::pair<std::vector<Sector>, ObservationTable>> at(std::size_t level) const;
};

/// A sector that equals the sum of others wherever it has values.
struct SectorSum {
  SectorIndex whole = 0;
  std::vector<SectorIndex> parts{};  ///< two or more, ascending
};

/// The sum of all other sectors, and those that can be found beside it: a search among sectors that are
/// nowhere larger, given up where it takes too long. Sectors with values above zero in fewer units than they
/// would have parts, or in fewer than three, are not asked: chance makes such sums. Cost:    O(sectors² ×
/// 64), then O(rows log sectors) for what is found.
[[nodiscard]] std::vector<SectorSum> sums_among(std::span<const Sector> sectors,
                                                const ObservationTable& observations);

}  // namespace vicinia::core::industry
