/// \file classifications.h
/// Classifications of economic activities, and which of them the codes of a table are of. The same code means other things in two of them:
/// division 15 is food in VSIC 1993 and ISIC Rev. 3, and leather in VSIC 2007 and ISIC Rev. 4.
/// Source:  data/classifications of the program's resources; its README says where each comes from and what it lacks.
/// Shapes:  codes with the names beside them, words of the table, years of its figures → one classification, and why.
/// Missing: a name that is not known in one language stands in the other; a file that is not installed: its classification is left out.
///          Finer codes than divisions have no names here, and count by their division.
/// Laws:    the order of the codes is of no account. A name that a table prints beside a code is stronger than what codes and years say.
/// Errors:  none.
/// Cost:    O(codes × classifications × words).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vicinia/core/base/bilingual_text.h"

namespace vicinia::gis::imports {

/// How fine activities are told apart, coarsest first; as_found: as a table has them.
enum class SectorLevel : std::uint8_t { as_found, section, division, group, industry_class };

/// "section" …; as recipes and options have them.
[[nodiscard]] std::string_view name_of(SectorLevel level);
[[nodiscard]] std::optional<SectorLevel> sector_level_called(std::string_view name);

struct Classification {
  std::string id{};    ///< "vsic-2007"
  std::string name{};  ///< "VSIC 2007"
  int first_year = 0,
      last_year = 0;  ///< of figures that are counted by it in Viet Nam; 0: no years of its own
  std::map<std::string, core::BilingualText, std::less<>> names{};  ///< by code: sections and divisions
  std::map<std::string, std::string, std::less<>> section_of{};     ///< division → its section
  std::map<std::string, std::string, std::less<>>
      sector_of{};  ///< code → number of the published sector that it is a part of

  /// Itself, or its division.
  [[nodiscard]] bool has(std::string_view code) const;
  /// What it is a part of, or itself; nullopt: it is coarser, or its section is not known.
  [[nodiscard]] std::optional<std::string> at(std::string_view code, SectorLevel level) const;
};

/// A sector of the published list (data/vietnam-2007).
struct PublishedSector {
  std::string no{};
  core::BilingualText name{};
  std::string aliases{};
};

struct Classifications {
  std::vector<Classification> all{};
  std::vector<PublishedSector> published{};
  [[nodiscard]] const Classification* find(std::string_view id) const;
};

/// Those that there may be, in the order of what is usual.
inline constexpr std::array<std::string_view, 6> classification_ids{"vsic-2007", "vsic-1993", "vsic-2018",
                                                                    "vsic-2025", "isic-4",    "isic-3"};

/// \param resources  the folder of the program's resources
[[nodiscard]] Classifications classifications_in(const std::filesystem::path& resources);

/// A code as classifications write it: a letter, or two digits and more. "C13", "13." and "13/C" are "13", "70-74/L" is "L".
/// nullopt: it is none.
[[nodiscard]] std::optional<std::string> activity_code(std::string_view text);
/// \pre code is one that activity_code() gives
[[nodiscard]] SectorLevel level_of(std::string_view code);

/// What a classification was taken by.
enum class ClassifiedBy : std::uint8_t {
  nothing,  ///< the codes are of none, or what looks like codes has names of other things
  stated,
  words,  ///< a title or heading says which
  names,  ///< those beside the codes
  codes,  ///< no other has all of them, or others mean the same
  year,   ///< others have the codes with another meaning, and are not of these years
  usual   ///< nothing tells it from others with another meaning
};

struct CodedName {
  std::string code{};          ///< as activity_code() gives it
  core::BilingualText name{};  ///< as printed; empty: none
};

struct ClassificationFound {
  const Classification* classification = nullptr;
  ClassifiedBy by = ClassifiedBy::nothing;
  std::vector<std::string> others{};  ///< ids of those that the codes may be of too, with another meaning
  std::string other_meaning{};        ///< a code with its name in two of them: "15: … / …"; empty: none
  const Classification* contradicted_by = nullptr;  ///< the names beside the codes are of this one
};

/// What is known beside the codes.
struct ClassificationHints {
  std::string stated{};  ///< id; empty: it is to be found
  std::string words{};   ///< titles, headings and notes of the table
  std::vector<int> years{};
};
[[nodiscard]] ClassificationFound recognise_classification(const Classifications& known,
                                                           std::span<const CodedName> codes,
                                                           const ClassificationHints& hints);

/// The first of the codes that means something else in the two; empty: none does, as far as sections and divisions tell.
[[nodiscard]] std::string differing_code(const Classification& a, const Classification& b,
                                         std::span<const CodedName> codes);

/// How much two names have in common, from 0 to 1, but for words that most names of activities have.
[[nodiscard]] double name_similarity(const core::BilingualText& a, const core::BilingualText& b);

}  // namespace vicinia::gis::imports
