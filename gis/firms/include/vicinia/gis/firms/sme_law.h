/// \file sme_law.h
/// Which enterprises are small and medium-sized by Vietnamese law, decree by decree, or by limits that are stated by hand.
/// Source:  Decree 90/2001/NĐ-CP art. 3, Decree 56/2009/NĐ-CP art. 3, Decree 39/2018/NĐ-CP art. 6, Decree 80/2021/NĐ-CP art. 5. The one in force
///          at the end of a year counts for its data: from 2001, 2009 (20 August), 2018 (11 March), 2021 (15 October).
/// Tests:   90/2001: registered capital or employees, whichever is small enough. 56/2009: total capital, which the decree gives priority over
///          employees; its micro enterprises are told by employees alone. 39/2018 and 80/2021: employees, and revenue or total capital.
/// Units:   employees (mean of the year), dong.
/// Missing: what cannot be told without a number that is missing is "unknown" (nullopt), and never guessed; where the numbers that are there
///          decide, it is told.
/// Cost:    O(1).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vicinia::gis::firms {

enum class SmeLaw : std::uint8_t { decree_90_2001, decree_56_2009, decree_39_2018, decree_80_2021 };
inline constexpr std::array all_sme_laws{SmeLaw::decree_90_2001, SmeLaw::decree_56_2009,
                                         SmeLaw::decree_39_2018, SmeLaw::decree_80_2021};
/// "90/2001", "56/2009", "39/2018", "80/2021": in options and files.
[[nodiscard]] std::string_view name_of(SmeLaw law);
[[nodiscard]] std::optional<SmeLaw> sme_law_named(std::string_view name);
/// nullopt before 2001: no decree defines it.
[[nodiscard]] std::optional<SmeLaw> sme_law_of(int year);

/// The decrees put agriculture (with forestry and fishery) and industry (with construction) under the same limits.
enum class SectorGroup : std::uint8_t { agriculture, industry, services };
inline constexpr std::array all_sector_groups{SectorGroup::agriculture, SectorGroup::industry,
                                              SectorGroup::services};
/// "agriculture", "industry", "services".
[[nodiscard]] std::string_view name_of(SectorGroup group);
[[nodiscard]] std::optional<SectorGroup> sector_group_named(std::string_view name);
/// By a code of VSIC 2007, 2018 or 2025, or ISIC Rev. 4: sections A, B-F, G-U, or divisions 01-03, 05-43, 45-99 and what they are divided into.
/// nullopt: no such code.
[[nodiscard]] std::optional<SectorGroup> sector_group_of_vsic(std::string_view code);

enum class SizeBand : std::uint8_t { micro, small, medium, large };
[[nodiscard]] std::string_view name_of(SizeBand band);

/// At most so many; unset: no limit, and the number does not matter.
struct SizeLimits {
  std::optional<double> employees{}, capital_vnd{}, revenue_vnd{};
  friend bool operator==(const SizeLimits&, const SizeLimits&) = default;
};

/// How limits are put together.
enum class SizeTest : std::uint8_t {
  all_of,                ///< every limit that is set
  any_of,                ///< one of those that are set is enough
  employees_and_any_of,  ///< employees, and one of the others that are set
};
[[nodiscard]] std::string_view name_of(SizeTest test);
[[nodiscard]] std::optional<SizeTest> size_test_named(std::string_view name);

struct SizeCriterion {
  SizeTest test = SizeTest::all_of;
  SizeLimits limits{};
  friend bool operator==(const SizeCriterion&, const SizeCriterion&) = default;
};

struct FirmSize {
  std::optional<double> employees{}, capital_vnd{}, revenue_vnd{};
};

/// Within the limits? nullopt: not to be told.
[[nodiscard]] std::optional<bool> is_within(const SizeCriterion& criterion, const FirmSize& size);

/// Up to and with a band. nullopt: the decree has no such band (90/2001 has none but the whole, which is `medium`; `large` has no limit).
[[nodiscard]] std::optional<SizeCriterion> criterion_of(SmeLaw law, SectorGroup group, SizeBand up_to);
/// The same by employees alone, for registers without capital and revenue: how statistical offices count.
[[nodiscard]] std::optional<SizeCriterion> employees_criterion_of(SmeLaw law, SectorGroup group,
                                                                  SizeBand up_to);

[[nodiscard]] std::optional<bool> is_sme(SmeLaw law, SectorGroup group, const FirmSize& size);
/// The lowest band that holds the firm. nullopt: not to be told, or small by 90/2001, which does not divide them.
[[nodiscard]] std::optional<SizeBand> size_band(SmeLaw law, SectorGroup group, const FirmSize& size);

}  // namespace vicinia::gis::firms
