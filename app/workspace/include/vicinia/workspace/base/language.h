/// \file language.h
/// The two languages of the product, and numbers as each writes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::workspace::inline base {

enum class Language : std::uint8_t { vi, en };

[[nodiscard]] std::string_view code_of(Language language);  ///< "vi", "en"
[[nodiscard]] std::optional<Language> language_by_code(std::string_view code);

/// Vietnamese: 42.626 and 4,7. English: 42,626 and 4.7. Rounded half away from zero; with a minus sign (U+2212) below zero.
[[nodiscard]] std::string number_text(double number, int decimals, Language language);
/// How many: a whole number.
[[nodiscard]] std::string count_text(std::size_t count, Language language);
/// "1.9 (1.8–2.0)", "≥ 1.8", or the number alone where both ends read the same; nullopt: "unknown".
[[nodiscard]] std::string interval_text(const std::optional<core::stats::Interval>& value, int decimals,
                                        Language language);

/// 2.3·10⁻⁷: for numbers that would be written as zero. `digits` after the mark. \pre number != 0
[[nodiscard]] std::string power_of_ten_text(double number, int digits, Language language);

/// 2008-08-01 → 1/8/2008 or 1 August 2008; anything else as it is.
[[nodiscard]] std::string date_text(const std::string& iso, Language language);

[[nodiscard]] std::string not_published_text(Language language);
[[nodiscard]] std::string undefined_text(Language language);

/// A cell as people read it: a number, or the words for "not published" and "undefined".
[[nodiscard]] std::string cell_text(const core::Cell& cell, int decimals, Language language);

/// The text in the language, or in the other where it is empty.
[[nodiscard]] const std::string& pick(const core::BilingualText& text, Language language);
[[nodiscard]] const std::string& name_of(const core::admin::Unit& unit, Language language);
[[nodiscard]] const std::string& name_of(const core::industry::Sector& sector, Language language);
/// A period as its table prints it; of preliminary values, with a word for that where the label has none in this language.
[[nodiscard]] std::string period_text(const core::Dataset& dataset, core::industry::PeriodIndex period,
                                      Language language);

/// "level 2 of 3": which sectors are shown and summed; empty where they have one level.
[[nodiscard]] std::string sector_level_text(const core::Dataset& dataset, Language language);

/// The period of what is shown, for titles: with a comma before it, and empty where the data have no other.
[[nodiscard]] std::string period_in_title(const core::Dataset& dataset, core::industry::PeriodIndex period,
                                          Language language);

/// The name as it is told apart among the units of its parent: plain where it is the only one; "thành phố Cao Lãnh", "Cao Lanh city" where
/// the parent, or another of its parts, has the name too.
[[nodiscard]] const std::string& called(const core::admin::Frame& frame, core::admin::UnitIndex unit,
                                        Language language);
/// The parent's name beside that of the unit: "tỉnh Thái Bình" for thành phố Thái Bình, "Thái Bình" for Vũ Thư; empty: it has none.
[[nodiscard]] std::string called_around(const core::admin::Frame& frame, core::admin::UnitIndex unit,
                                        Language language);

/// With its province: "Châu Thành, Bến Tre", "thành phố Thái Bình, tỉnh Thái Bình". Several provinces have a Châu Thành. Where a parent's name
/// is that of other units too, with what that one lies in.
/// Laws:    in a frame where units of one parent differ in name or kind, no two have the same text.
[[nodiscard]] std::string full_name(const core::admin::Frame& frame, core::admin::UnitIndex unit,
                                    Language language);

}  // namespace vicinia::workspace::inline base
