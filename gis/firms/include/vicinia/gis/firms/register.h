/// \file register.h
/// What the columns of a register of firms mean, and by which rules its rows become counts. The same words serve a file and a server, and
/// stand in a recipe as JSON.
/// Shapes:  one row a firm (and a year).
/// Units:   employees are people; capital and revenue are in `money_unit_vnd` dong, usually millions; shares in per cent.
/// Missing: an empty name: the register has no such column. An empty cell says nothing; see aggregation.h for what becomes of it.
/// Errors:  InvalidArgument (field: which; detail: what was given) for rules that contradict themselves; BadDocument (field: the key) for JSON
///          that means none.
/// Laws:    read_register(register_json(r)) = r.
/// Cost:    O(names).
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/firms/sme_law.h"
#include "vicinia/gis/io/numbers.h"

namespace vicinia::gis::firms {

/// Where the firm is: a unit's code, or a place. Names are those of the header, or of the server's table.
struct RegisterColumns {
  std::string unit{};             ///< code of the unit
  std::string x{}, y{};           ///< east and north, or longitude and latitude
  std::string point{};            ///< of a server alone: a column of PostGIS points, in place of x and y
  std::string crs = "EPSG:4326";  ///< of the places
  std::string sector{};
  std::string employees{};
  std::string foreign_share_pct{};  ///< foreign capital in per cent
  std::string ownership{};          ///< a code that says who owns it
  std::string capital{}, revenue{};
  std::string year{};  ///< four digits
  [[nodiscard]] bool has_places() const { return unit.empty(); }
  friend bool operator==(const RegisterColumns&, const RegisterColumns&) = default;
};

/// Codes of the register → sectors of the matrix.
struct SectorRule {
  std::size_t digits = 0;                       ///< so many first characters of a code count; 0: all
  std::map<std::string, std::string> codes{};   ///< what is left → sector; none: it is the sector itself
  std::map<std::string, SectorGroup> groups{};  ///< sector → what its firms are by the law
  bool vsic_groups =
      true;  ///< a sector that is not in `groups` and has a code of VSIC is what its section says
  friend bool operator==(const SectorRule&, const SectorRule&) = default;
  /// nullopt: nothing says it, and counts that depend on it cannot be told.
  [[nodiscard]] std::optional<SectorGroup> group_of(const std::string& sector) const;
};

struct SmeRule {
  enum class By : std::uint8_t {
    none,       ///< SMEs are not counted
    law,        ///< as the decree says
    employees,  ///< the decree's limits of employees alone
    stated      ///< `stated`
  };
  By by = By::law;
  std::optional<SmeLaw> law{};            ///< whatever the year; unset: that of the year
  std::array<SizeCriterion, 3> stated{};  ///< [SectorGroup]
  friend bool operator==(const SmeRule&, const SmeRule&) = default;
  /// Of the year's data; nullopt: no law tells.
  [[nodiscard]] std::optional<SizeCriterion> criterion(int year, SectorGroup group) const;
};
[[nodiscard]] std::string_view name_of(SmeRule::By by);

struct FdiRule {
  double min_share_pct = 0;   ///< at least; a share of 0 is never foreign-invested
  bool is_more_than = false;  ///< more than `min_share_pct`, rather than at least: "over 50 %"
  std::vector<std::string>
      ownership{};  ///< codes that mean foreign-invested, where the register has no shares
  friend bool operator==(const FdiRule&, const FdiRule&) = default;
};

/// Which cells are not published.
struct SecrecyRule {
  std::size_t min_firms = 0;  ///< fewer firms than this, but some; 0: no such rule
  std::size_t dominant =
      0;  ///< the so many largest firms, by employees …; 0: no such rule; at most `most_dominant`
  double dominant_share_pct = 0;  ///< … hold more than this share of the cell's employees
  friend bool operator==(const SecrecyRule&, const SecrecyRule&) = default;
};
inline constexpr std::size_t most_dominant = 5;

struct Register {
  RegisterColumns columns{};
  std::string period{};                      ///< of all rows, where there is no column of years: four digits
  std::optional<io::DecimalMark> decimal{};  ///< of the numbers of a file, where they leave a doubt
  double money_unit_vnd = 1e6;
  SectorRule sectors{};
  SmeRule sme{};
  FdiRule fdi{};
  SecrecyRule secrecy{};
  bool leaves_out_firms_without_employees = false;  ///< else the employees of their cells are not published
  friend bool operator==(const Register&, const Register&) = default;
};

/// Errors: InvalidArgument, with the field as the options of the terminal call it.
[[nodiscard]] core::Status check(const Register& which);

[[nodiscard]] std::string register_json(const Register& which);
[[nodiscard]] core::Result<Register> read_register(std::string_view json);

/// Four digits, from 1900; nullopt: no year.
[[nodiscard]] std::optional<int> year_of(std::string_view text);

}  // namespace vicinia::gis::firms
