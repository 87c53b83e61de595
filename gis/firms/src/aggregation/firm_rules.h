/// \file firm_rules.h
/// The rules of a register, made ready for its rows: which cells they need, and what a row counts for.
/// Cost:    O(bytes of the row); one object serves all threads.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vicinia/core/geom/unit_locator.h"
#include "vicinia/gis/firms/aggregation.h"

namespace vicinia::gis::firms {

/// Texts → positions, asked with what stands in a row.
struct TextHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard calls it so
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Positions = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

/// Yes, no or unknown.
using Told = std::optional<bool>;

/// What a row that is kept counts for; texts are those of the row.
struct FirmRow {
  std::uint32_t unit = 0;
  int year = 0;
  std::string_view sector{};  ///< of the matrix
  std::optional<std::uint64_t> employees{};
  std::optional<double> capital{}, revenue{};  ///< in the units of the register
  Told is_fdi{};
};

/// A reason, and the text that gives it.
struct Refusal {
  LeftOut reason = LeftOut::wrong_length;
  std::string value{};
};

class FirmRules {
 public:
  /// \param columns  of the table
  [[nodiscard]] static core::Result<FirmRules> build(const Register& which,
                                                     std::span<const std::string> columns,
                                                     const std::string& file, const FirmUnits& units,
                                                     const core::geom::UnitLocator* locator);

  /// nullopt: the row is kept, and `firm` is what it says.
  [[nodiscard]] std::optional<Refusal> judge(std::span<const std::string_view> cells, FirmRow& firm) const;
  [[nodiscard]] const Register& which() const { return *which_; }
  [[nodiscard]] std::size_t units() const { return unit_count_; }

 private:
  static constexpr std::size_t no_column = static_cast<std::size_t>(-1);
  [[nodiscard]] std::optional<Refusal> place(std::span<const std::string_view> cells, FirmRow& firm) const;
  [[nodiscard]] std::optional<double> coordinate(std::string_view text) const;

  const Register* which_ = nullptr;
  std::size_t width_ = 0;
  std::size_t unit_ = no_column, x_ = no_column, y_ = no_column, sector_ = no_column, employees_ = no_column,
              share_ = no_column, ownership_ = no_column, capital_ = no_column, revenue_ = no_column,
              year_ = no_column;
  int stated_year_ = 0;
  std::size_t unit_count_ = 0;
  Positions unit_of_code_{};
  const core::geom::UnitLocator* locator_ = nullptr;
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> sector_of_code_{};
};

/// Whether a firm is an SME, for each sector group and where the group is not known: the same for all firms of a sector and year.
struct SmeQuestion {
  std::array<std::optional<SizeCriterion>, all_sector_groups.size()> criteria{};  ///< [group]
  std::optional<SectorGroup> group{};
  [[nodiscard]] static SmeQuestion of(const Register& which, const std::string& sector, int year);
  [[nodiscard]] Told answer(const FirmSize& size) const;
};

}  // namespace vicinia::gis::firms
