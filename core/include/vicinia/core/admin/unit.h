/// \file unit.h
/// Administrative units and the frame that holds them.
/// Vintage: a frame is a country's units as of one date; the survey may know a unit under another parent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::core::admin {

enum class Level : std::uint8_t { province, district };

/// Position of a unit in its frame.
using UnitIndex = std::size_t;

struct Unit {
  std::string code{};     ///< unique in the frame; GSO code where there is one
  std::string name_vi{};  ///< NFC, with diacritics
  std::string name_en{};
  Level level = Level::district;
  std::string parent_code{};         ///< in the frame as drawn; empty for provinces
  std::string survey_parent_code{};  ///< where the survey counts it, if that is another (Mê Linh: Vĩnh Phúc)
  bool approximate = false;          ///< its area is a stand-in, e.g. a Thiessen polygon
};

/// Units in the order in which they were added, found by code.
class Frame {
 public:
  Frame() = default;
  /// Errors: DuplicateUnit, MissingCode, UnknownParent (a parent code that is no province of `units`).
  /// `survey_parent_code` may name a province that no longer exists (Hà Tây).
  [[nodiscard]] static Result<Frame> from_units(std::vector<Unit> units);

  [[nodiscard]] std::size_t size() const { return units_.size(); }
  [[nodiscard]] const Unit& operator[](UnitIndex unit) const { return units_[unit]; }
  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }
  [[nodiscard]] std::optional<UnitIndex> find(std::string_view code) const;
  [[nodiscard]] std::optional<UnitIndex> parent(UnitIndex unit) const;
  [[nodiscard]] std::vector<UnitIndex> at_level(Level level) const;
  /// Districts whose parent is `province`, as drawn or as surveyed.
  [[nodiscard]] std::vector<UnitIndex> districts_of(UnitIndex province) const;

 private:
  std::vector<Unit> units_;
  std::unordered_map<std::string, UnitIndex> by_code_;
};

}  // namespace vicinia::core::admin
