/// \file name_index.h
/// Things by the names that people write for them: candidates in order, each with how like it is and how far.
/// Missing: nothing is like the text: no candidates.
/// Laws:    the normalization form of the text makes no difference; what several things answer to equally well is never decided.
/// Cost:    adding O(letters); finding O(letters) where something has the name, else O(all letters of all names).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vicinia/core/names/folding.h"

namespace vicinia::core::names {

/// How like a name a text is, the most like first.
enum class Likeness : std::uint8_t {
  same,         ///< a code as it is; or a name with all its marks, where the text has some
  folded,       ///< the same but for case, marks and punctuation
  spaced,       ///< and for blanks: "Hanoi", "Ea Hleo"
  class_aside,  ///< and for the class of one of them: "Huyện Củ Chi", "Cu Chi"
  initials,     ///< of a name of three words and more: "HCM", "TPHCM"
  part,         ///< words of the name, the last perhaps cut short
  other_class,  ///< the name of one of another class: "Thị xã Kỳ Anh" for "Huyện Kỳ Anh"
  misspelt,     ///< a few letters off
  part_misspelt
};

/// Up to here a text names what it is like; from there on, it may have been meant.
inline constexpr Likeness last_that_names = Likeness::part;

struct Candidate {
  std::size_t item = 0;
  Likeness likeness = Likeness::same;
  std::size_t distance = 0;  ///< letters, when misspelt; one more where the class is another
};

struct Lookup {
  std::vector<Candidate>
      candidates{};  ///< each item once; the most like first, then the nearest, then in their order

  /// All that the text names, equally well: empty, one, or those between which somebody must choose.
  [[nodiscard]] std::span<const Candidate> named() const;
  /// The one that it names; nullopt for none and for several.
  [[nodiscard]] std::optional<std::size_t> only() const;
};

class NameIndex {
 public:
  enum class Of : std::uint8_t {
    units,  ///< words for classes count less than the rest
    others
  };
  explicit NameIndex(Of what) : what_(what) {}

  /// One of the names of an item: in either language, an alias.
  /// \param classes  what the item is, for names that do not say it
  void add(std::size_t item, std::string_view name, UnitClasses classes = unit_class::none);
  /// Found as it is, or in other case; its parts name nothing.
  void add_code(std::size_t item, std::string_view code);
  /// With what it lies in behind a comma, "Châu Thành, Bến Tre": found as a whole, and for its parts only by a text with a comma.
  void add_with_place(std::size_t item, std::string_view name, UnitClasses classes = unit_class::none);

  /// Which items may be found, e.g. those of one province; empty: all.
  using MayBe = std::function<bool(std::size_t)>;
  [[nodiscard]] Lookup find(std::string_view text, const MayBe& may_be = {}) const;
  /// Only what has the name but for spelling and class, of another class too: for who matches thousands of names.
  [[nodiscard]] Lookup find_equal(std::string_view text, const MayBe& may_be = {}) const;

 private:
  enum class Kind : std::uint8_t { name, code, with_place };
  struct Entry {
    std::size_t item;
    Kind kind;
    FoldedName name;
    std::string plain{};                  ///< of a code: as it is
    std::string joined{}, bare_joined{};  ///< without blanks
    std::string initials{};
  };
  struct Asked;
  class Ranking;

  void add_entry(std::size_t item, std::string_view name, Kind kind, UnitClasses classes);
  [[nodiscard]] FoldedName parsed(std::string_view name) const;
  [[nodiscard]] Asked asked_for(std::string_view text) const;
  void note_equal(const Asked& asked, Ranking& ranking) const;
  [[nodiscard]] static std::optional<Candidate> equal(const Asked& asked, const Entry& entry);
  [[nodiscard]] static std::optional<Candidate> alike(const Asked& asked, const Entry& entry);

  Of what_;
  std::vector<Entry> entries_{};
  std::unordered_map<std::string, std::vector<std::size_t>>
      by_key_{};  ///< joined, and joined without class → entries
};

}  // namespace vicinia::core::names
