/// \file unit.h
/// Administrative units and the frame that holds them.
/// Vintage: a frame is a country's units as of one date; the survey may know a unit under another parent.
/// Levels:  the frame's own (level.h); a unit is part of at most one unit of a coarser level, mostly of the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vicinia/core/admin/level.h"
#include "vicinia/core/base/bilingual_text.h"
#include "vicinia/core/base/result.h"

namespace vicinia::core::admin {

/// Position of a unit in its frame.
using UnitIndex = std::size_t;

struct Unit {
  std::string code{};     ///< unique in the frame; GSO code where there is one
  std::string name_vi{};  ///< NFC, with diacritics
  std::string name_en{};
  std::string kind_vi{};  ///< what it is, as the data state it: "Thành phố", "Huyện"; empty: not known
  std::string kind_en{};  ///< "city"; a frame fills in what follows from the other language
  Level level{};
  std::string parent_code{};         ///< in the frame as drawn; empty: it is part of no other
  std::string survey_parent_code{};  ///< where the survey counts it, if that is another (Mê Linh: Vĩnh Phúc)
  bool approximate = false;          ///< its area is a stand-in, e.g. a Thiessen polygon
};

/// What it is in small letters: "thành phố", "city"; empty: not known.
[[nodiscard]] BilingualText kind_words(const Unit& unit);
/// In each language with its kind in small letters: "thành phố Thái Bình", "Thai Binh city"; the name alone of a unit whose kind is not
/// known. A name that says its kind ("Thành phố Cao Lãnh") does not say it twice.
[[nodiscard]] BilingualText name_with_kind(const Unit& unit);

/// Units in the order in which they were added, found by code.
class Frame {
 public:
  Frame() = default;
  /// Errors: DuplicateUnit, MissingCode, UnknownParent (a parent code that is no unit of a coarser level), InvalidArgument with field level
  /// (a unit of a level that `levels` has not). `survey_parent_code` may name a unit that no longer exists (Hà Tây).
  [[nodiscard]] static Result<Frame> from_units(std::vector<Unit> units, Levels levels);
  /// The same where nothing but the ranks of the levels is known.
  [[nodiscard]] static Result<Frame> from_units(std::vector<Unit> units);

  [[nodiscard]] std::size_t size() const { return units_.size(); }
  [[nodiscard]] const Unit& operator[](UnitIndex unit) const { return units_[unit]; }
  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }
  [[nodiscard]] const Levels& levels() const { return levels_; }
  /// What a unit is, and units like it are called.
  [[nodiscard]] const LevelInfo& level_of(UnitIndex unit) const { return levels_[units_[unit].level]; }
  [[nodiscard]] std::optional<UnitIndex> find(std::string_view code) const;
  [[nodiscard]] std::optional<UnitIndex> parent(UnitIndex unit) const;
  [[nodiscard]] std::vector<UnitIndex> at_level(Level level) const;
  /// The name; with the kind, where its parent, or another unit of the same parent, has the name too.
  /// Laws: of units of one parent that differ in name or kind, no two are called the same; others than these keep their plain names.
  [[nodiscard]] const BilingualText& called(UnitIndex unit) const { return called_[unit]; }
  /// The name without a kind that is part of it: "Cao Lãnh" of "Thành phố Cao Lãnh". "Quận 1" stays as it is.
  [[nodiscard]] const BilingualText& bare_name(UnitIndex unit) const { return bare_[unit]; }
  /// Whether another unit of the frame, wherever it lies, has its name.
  [[nodiscard]] bool has_namesake(UnitIndex unit) const { return has_namesake_[unit]; }
  /// The finest level that has units; the coarsest of a frame without any.
  [[nodiscard]] Level finest_with_units() const;
  /// All units that `whole` is made of, at every finer level, as drawn or as surveyed; without itself. Cost: O(units).
  [[nodiscard]] std::vector<UnitIndex> within(UnitIndex whole) const;
  /// Those of one level.
  [[nodiscard]] std::vector<UnitIndex> within(UnitIndex whole, Level level) const;
  /// The unit of that level which contains it, as drawn; itself, where it is of that level.
  [[nodiscard]] std::optional<UnitIndex> ancestor(UnitIndex unit, Level level) const;
  /// Whether other units are, or may be, parts of it: it is of a coarser level than the finest, or there is one level only.
  [[nodiscard]] bool is_chosen_as_whole(UnitIndex unit) const {
    return levels_.size() == 1 || units_[unit].level < levels_.finest();
  }

 private:
  void name_units();
  std::vector<Unit> units_;
  Levels levels_;
  std::vector<BilingualText> called_;  ///< [unit]
  std::vector<BilingualText> bare_;    ///< [unit]
  std::vector<bool> has_namesake_;     ///< [unit]
  std::unordered_map<std::string, UnitIndex> by_code_;
};

}  // namespace vicinia::core::admin
