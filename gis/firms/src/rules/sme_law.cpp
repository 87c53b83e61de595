#include "vicinia/gis/firms/sme_law.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace vicinia::gis::firms {
namespace {

constexpr double billion = 1e9;

template <class Value, std::size_t count>
std::optional<Value> named(std::string_view name, const std::array<Value, count>& all) {
  const auto found = std::ranges::find_if(all, [&](Value one) { return name_of(one) == name; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

/// What the decrees print: at most so many employees, dong of capital and of revenue.
struct PrintedLimits {
  std::optional<double> employees{}, capital{}, revenue{};
};
struct PrintedBands {
  PrintedLimits micro{}, small{}, medium{};
};
constexpr PrintedBands bands_56_2009{
    .micro = {10, {}, {}}, .small = {200, 20 * billion, {}}, .medium = {300, 100 * billion, {}}};
constexpr PrintedBands bands_56_2009_services{
    .micro = {10, {}, {}}, .small = {50, 10 * billion, {}}, .medium = {100, 50 * billion, {}}};
/// 80/2021 repeats those of 39/2018.
constexpr PrintedBands bands_39_2018{.micro = {10, 3 * billion, 3 * billion},
                                     .small = {100, 20 * billion, 50 * billion},
                                     .medium = {200, 100 * billion, 200 * billion}};
constexpr PrintedBands bands_39_2018_services{.micro = {10, 3 * billion, 10 * billion},
                                              .small = {50, 50 * billion, 100 * billion},
                                              .medium = {100, 100 * billion, 300 * billion}};
constexpr PrintedLimits limits_90_2001{.employees = 300, .capital = 10 * billion, .revenue = {}};

std::optional<PrintedLimits> printed_limits(SmeLaw law, SectorGroup group, SizeBand up_to) {
  if (up_to == SizeBand::large) return std::nullopt;
  if (law == SmeLaw::decree_90_2001)
    return up_to == SizeBand::medium ? std::optional(limits_90_2001) : std::nullopt;
  const bool services = group == SectorGroup::services;
  const PrintedBands& bands = law == SmeLaw::decree_56_2009
                                  ? (services ? bands_56_2009_services : bands_56_2009)
                                  : (services ? bands_39_2018_services : bands_39_2018);
  return up_to == SizeBand::micro ? bands.micro : up_to == SizeBand::small ? bands.small : bands.medium;
}

/// nullopt: missing. A limit that is not set is kept by anything.
std::optional<bool> keeps(const std::optional<double>& number, const std::optional<double>& limit) {
  if (!limit) return true;
  return number ? std::optional(*number <= *limit) : std::nullopt;
}

/// Of three values: what is false decides, else what is missing.
std::optional<bool> both(std::optional<bool> a, std::optional<bool> b) {
  if (a == false || b == false) return false;
  return a && b ? std::optional(true) : std::nullopt;
}
std::optional<bool> either(std::optional<bool> a, std::optional<bool> b) {
  if (a == true || b == true) return true;
  return a && b ? std::optional(false) : std::nullopt;
}

/// One of those that are set; all, where none is.
std::optional<bool> any_kept(std::span<const std::optional<double>> numbers,
                             std::span<const std::optional<double>> limits) {
  bool is_set = false;
  std::optional<bool> kept = false;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (!limits[i]) continue;
    is_set = true;
    kept = either(kept, keeps(numbers[i], limits[i]));
  }
  return is_set ? kept : std::optional(true);
}

}  // namespace

std::string_view name_of(SmeLaw law) {
  constexpr std::array<std::string_view, 4> names{"90/2001", "56/2009", "39/2018", "80/2021"};
  return names[static_cast<std::size_t>(law)];
}

std::optional<SmeLaw> sme_law_named(std::string_view name) { return named(name, all_sme_laws); }

std::optional<SmeLaw> sme_law_of(int year) {
  if (year < 2001) return std::nullopt;
  if (year < 2009) return SmeLaw::decree_90_2001;
  if (year < 2018) return SmeLaw::decree_56_2009;
  return year < 2021 ? SmeLaw::decree_39_2018 : SmeLaw::decree_80_2021;
}

std::string_view name_of(SectorGroup group) {
  constexpr std::array<std::string_view, 3> names{"agriculture", "industry", "services"};
  return names[static_cast<std::size_t>(group)];
}

std::optional<SectorGroup> sector_group_named(std::string_view name) {
  return named(name, all_sector_groups);
}

std::optional<SectorGroup> sector_group_of_vsic(std::string_view code) {
  if (code.empty()) return std::nullopt;
  const char section = code.front();
  if (section >= 'A' && section <= 'U') {
    if (code.size() > 1 && (code[1] < '0' || code[1] > '9')) return std::nullopt;
    return section == 'A'   ? SectorGroup::agriculture
           : section <= 'F' ? SectorGroup::industry
                            : SectorGroup::services;
  }
  int division = 0;
  if (code.size() < 2) return std::nullopt;
  const auto [end, error] = std::from_chars(code.data(), code.data() + 2, division);
  if (error != std::errc() || end != code.data() + 2 || division < 1) return std::nullopt;
  if (division <= 3) return SectorGroup::agriculture;
  if (division >= 5 && division <= 43) return SectorGroup::industry;
  return division >= 45 ? std::optional(SectorGroup::services) : std::nullopt;
}

std::string_view name_of(SizeBand band) {
  constexpr std::array<std::string_view, 4> names{"micro", "small", "medium", "large"};
  return names[static_cast<std::size_t>(band)];
}

std::string_view name_of(SizeTest test) {
  constexpr std::array<std::string_view, 3> names{"all_of", "any_of", "employees_and_any_of"};
  return names[static_cast<std::size_t>(test)];
}

std::optional<SizeTest> size_test_named(std::string_view name) {
  return named(name, std::array{SizeTest::all_of, SizeTest::any_of, SizeTest::employees_and_any_of});
}

std::optional<bool> is_within(const SizeCriterion& criterion, const FirmSize& size) {
  const SizeLimits& limits = criterion.limits;
  const std::array numbers{size.employees, size.capital_vnd, size.revenue_vnd};
  const std::array most{limits.employees, limits.capital_vnd, limits.revenue_vnd};
  const std::span all_numbers(numbers), all_most(most);
  switch (criterion.test) {
    case SizeTest::any_of: return any_kept(all_numbers, all_most);
    case SizeTest::employees_and_any_of:
      return both(keeps(size.employees, limits.employees),
                  any_kept(all_numbers.subspan(1), all_most.subspan(1)));
    case SizeTest::all_of: break;
  }
  return both(keeps(size.employees, limits.employees),
              both(keeps(size.capital_vnd, limits.capital_vnd), keeps(size.revenue_vnd, limits.revenue_vnd)));
}

std::optional<SizeCriterion> criterion_of(SmeLaw law, SectorGroup group, SizeBand up_to) {
  const auto printed = printed_limits(law, group, up_to);
  if (!printed) return std::nullopt;
  const SizeLimits limits{printed->employees, printed->capital, printed->revenue};
  switch (law) {
    case SmeLaw::decree_90_2001: return SizeCriterion{SizeTest::any_of, limits};
    case SmeLaw::decree_56_2009:
      if (!limits.capital_vnd) return SizeCriterion{SizeTest::all_of, limits};
      return SizeCriterion{SizeTest::all_of, {.capital_vnd = limits.capital_vnd}};
    case SmeLaw::decree_39_2018:
    case SmeLaw::decree_80_2021: break;
  }
  return SizeCriterion{SizeTest::employees_and_any_of, limits};
}

std::optional<SizeCriterion> employees_criterion_of(SmeLaw law, SectorGroup group, SizeBand up_to) {
  const auto printed = printed_limits(law, group, up_to);
  if (!printed) return std::nullopt;
  return SizeCriterion{SizeTest::all_of, {.employees = printed->employees}};
}

std::optional<bool> is_sme(SmeLaw law, SectorGroup group, const FirmSize& size) {
  return is_within(*criterion_of(law, group, SizeBand::medium), size);
}

std::optional<SizeBand> size_band(SmeLaw law, SectorGroup group, const FirmSize& size) {
  for (const SizeBand band : {SizeBand::micro, SizeBand::small, SizeBand::medium}) {
    const auto criterion = criterion_of(law, group, band);
    if (!criterion) continue;
    const auto within = is_within(*criterion, size);
    if (!within) return std::nullopt;
    if (*within) return law == SmeLaw::decree_90_2001 ? std::nullopt : std::optional(band);
  }
  return SizeBand::large;
}

}  // namespace vicinia::gis::firms
