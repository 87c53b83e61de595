/// \file unit_matching.h
/// Rows of a table as people write them, each to the unit that it is about: by code, or by name within the unit that it lies in; certain,
/// likely, to be asked, or none, with the reason. A homonym is asked, never guessed.
/// Shapes:   one match for each row, in their order. A row is what names a unit, once; how often it stands in the table is the table's.
/// Missing:  an empty code, name or parent: the table has none.
/// Laws:     the order of rows makes no difference; a decision that was taken holds; of two rows that cannot be one unit, none is certain
///           to be it; a row without a parent is certain only where one unit of the level has its name.
/// Cost:     O(letters of all rows), and O(rows without an equal name × names of the level).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/names/name_index.h"

namespace vicinia::core::matching {

/// What a table says of a unit, as it stands there.
struct RowName {
  std::string code{}, name{}, parent{};
  /// What else stands in its rows (a period and sector, numbered): of two rows that share one, only one can be a unit. Sorted.
  std::vector<std::uint32_t> beside{};
};

enum class Certainty : std::uint8_t {
  certain,
  likely,  ///< one unit, taken unless somebody objects
  asked,   ///< several may be meant, or the one that may be is too unlike
  unmatched
};
inline constexpr std::size_t certainty_count = 4;

enum class Reason : std::uint8_t {
  decided,             ///< by somebody, before
  same_code,           ///< and the name, where there is one, agrees
  code_without_zeros,  ///< "1" for "01"
  same_name,           ///< with all its marks and its class
  other_spelling,      ///< the same but for case, marks that are left out, punctuation, blanks
  class_aside,         ///< and for the class: "Quận 12", "12"
  spelling_rule,       ///< i and y, c and k: spelling.h
  old_name,            ///< another name that it has had
  initials,            ///< "TP.HCM"
  part_of_name,        ///< "Bà Rịa" for "Bà Rịa - Vũng Tàu"
  other_marks,         ///< "Tân Hùng" for "Tân Hưng"
  other_class,         ///< "Thị xã Kỳ Anh" for "Huyện Kỳ Anh"
  other_parent,        ///< the name fits, but it lies elsewhere than stated
  letters_off,         ///< a few letters are others
  code_contradicts,    ///< the code is of one unit, the name of another
  code_only,           ///< the code is of a unit whose name is nothing like the row's
  one_of_several,      ///< homonyms, or as near to one as to another
  others_have_a_row,   ///< of several, the only one that no other row is
  claimed_twice,       ///< another row is the same unit as certainly
  nothing_like_it
};

/// "same_name": as tables of what was matched have it.
[[nodiscard]] std::string_view name_of(Reason reason);

struct Suggestion {
  admin::UnitIndex unit = 0;
  Reason reason = Reason::same_name;
  std::size_t letters = 0;  ///< that are others, where a name is misspelt
};

struct RowMatch {
  Certainty certainty = Certainty::unmatched;
  Reason reason = Reason::nothing_like_it;
  std::optional<admin::UnitIndex>
      unit{};  ///< of what is certain or likely; none as well where somebody decided that it is no unit
  std::vector<Suggestion> suggestions{};  ///< the most like first, a handful
};

/// What somebody decided for a row.
struct Decision {
  std::string code{}, name{}, parent{};  ///< of the row, as it stands
  std::string unit{};                    ///< its code; empty: it is no unit
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// Another name of a unit: an old one, one in another language.
struct OtherName {
  std::string unit{};  ///< code
  std::string name{};
  friend bool operator==(const OtherName&, const OtherName&) = default;
};

struct Matching {
  admin::Level level{};          ///< of the units
  std::vector<RowMatch> rows{};  ///< [row]
  bool are_codes_ignored =
      false;  ///< the codes of the table say other units than its names do, for most of its rows: they are no codes of these
  std::vector<admin::UnitIndex>
      without_row{};  ///< of the level, in their order: no row is certain or likely to be them
  [[nodiscard]] std::size_t count(Certainty certainty) const;
};

/// The units of one level, by all their names.
class UnitNames {
 public:
  /// \pre the frame outlives this
  UnitNames(const admin::Frame& frame, admin::Level level, std::span<const OtherName> others = {});

  [[nodiscard]] Matching match(std::span<const RowName> rows, std::span<const Decision> decisions = {}) const;

  /// Whether a text alone names a unit of the level, or several: what tells a column of units from others.
  [[nodiscard]] bool is_name(std::string_view text) const;
  [[nodiscard]] bool is_code(std::string_view text) const;

 private:
  /// One of the names of a unit, and how it is compared.
  struct KnownName {
    std::size_t item;  ///< position in units_
    names::FoldedName name;
    std::string marked_bare;
    bool is_other;  ///< an OtherName
  };
  struct Asked;
  struct Scope;
  class Settling;

  void add_name(std::size_t item, const std::string& name, bool is_other);
  [[nodiscard]] RowMatch by_name(const RowName& row) const;
  [[nodiscard]] RowMatch by_name_in(const std::string& name, const Scope& scope) const;
  [[nodiscard]] std::optional<RowMatch> by_equal_name(const Asked& asked, const Scope& scope) const;
  [[nodiscard]] RowMatch by_like_name(const Asked& asked, const Scope& scope) const;
  [[nodiscard]] std::optional<Suggestion> by_code(const std::string& code) const;
  [[nodiscard]] RowMatch by_code_and_name(const RowName& row, const std::optional<Suggestion>& of_code,
                                          bool are_zeros_lost) const;
  [[nodiscard]] std::vector<admin::UnitIndex> parents_named(const std::string& text) const;
  [[nodiscard]] bool lies_in(admin::UnitIndex unit, std::span<const admin::UnitIndex> parents) const;

  const admin::Frame* frame_;
  admin::Level level_;
  std::vector<admin::UnitIndex> units_{};
  std::vector<names::UnitClasses> classes_{};  ///< [position in units_]
  std::vector<KnownName> known_{};
  std::unordered_map<std::string, std::vector<std::size_t>>
      by_spelling_{};  ///< key of a whole or bare name → known_
  std::unordered_map<std::string, std::vector<std::size_t>>
      by_number_{};  ///< code without zeros before it → units_
  names::NameIndex index_{names::NameIndex::Of::units};
  std::vector<admin::UnitIndex> parent_units_{};
  names::NameIndex parents_{names::NameIndex::Of::units};
};

/// Against the level to which most rows are certain to belong; of those that fit equally, the coarsest, unless rows name what
/// their unit lies in: then the finest.
[[nodiscard]] Matching match_units(const admin::Frame& frame, std::span<const RowName> rows,
                                   std::span<const Decision> decisions = {},
                                   std::span<const OtherName> others = {});

}  // namespace vicinia::core::matching
