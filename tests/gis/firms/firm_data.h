/// \file firm_data.h
/// Made-up firms, as a file and as numbers, and what they count to by the plainest way.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "support/synthetic_country.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/firms/aggregation.h"

namespace vicinia::gis::firms::test_data {

struct Firm {
  std::string unit{};
  double x = 0, y = 0;
  std::string sector{};
  std::optional<int> employees{};
  std::optional<double> foreign_share{}, capital{}, revenue{};
  int year = 2020;
};

inline std::string number_text(double number) {
  char digits[400];
  // Not 1e+05, which nobody writes into a register.
  const auto end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed);
  return {digits, end.ptr};
}

template <class Number>
std::string cell_text(const std::optional<Number>& number) {
  return number ? number_text(static_cast<double>(*number)) : std::string();
}

inline std::string csv(const std::vector<Firm>& firms) {
  std::string text = "id,unit,lon,lat,vsic,workers,foreign,capital,revenue,year\n";
  std::size_t id = 0;
  for (const Firm& firm : firms)
    text += std::to_string(++id) + "," + firm.unit + "," + number_text(firm.x) + "," + number_text(firm.y) +
            "," + firm.sector + "," + cell_text(firm.employees) + "," + cell_text(firm.foreign_share) + "," +
            cell_text(firm.capital) + "," + cell_text(firm.revenue) + "," + std::to_string(firm.year) + "\n";
  return text;
}

inline Register rules_by_place() {
  Register one;
  one.columns = {.x = "lon",
                 .y = "lat",
                 .crs = "EPSG:32648",
                 .sector = "vsic",
                 .employees = "workers",
                 .foreign_share_pct = "foreign",
                 .capital = "capital",
                 .revenue = "revenue",
                 .year = "year"};
  one.sectors.digits = 2;
  one.secrecy = {.min_firms = 3, .dominant = 2, .dominant_share_pct = 80};
  return one;
}

inline Register rules_by_code() {
  Register one = rules_by_place();
  one.columns.x = one.columns.y = "";
  one.columns.unit = "unit";
  return one;
}

/// Units of a made-up country, with codes "u0", "u1" …
struct Country {
  std::vector<std::string> codes{};
  std::vector<core::geom::MultiPolygon> areas{};
  explicit Country(std::size_t columns = 5, std::size_t rows = 4, std::uint64_t seed = 1)
      : areas(vicinia::test::make_country({.columns = columns, .rows = rows, .seed = seed}).areas) {
    for (std::size_t i = 0; i < areas.size(); ++i) codes.push_back("u" + std::to_string(i));
  }
  [[nodiscard]] FirmUnits units() const { return {codes, areas, "EPSG:32648"}; }
};

/// By asking every area about every firm, and adding one after the other.
inline std::map<std::tuple<std::string, std::string, int>, FirmCell> brute_force(
    const std::vector<Firm>& firms, const Register& rules, const Country& country) {
  std::map<std::tuple<std::string, std::string, int>, FirmCell> cells;
  std::map<std::tuple<std::string, std::string, int>, std::vector<std::uint64_t>> all_employees;
  for (const Firm& firm : firms) {
    std::string unit;
    if (rules.columns.has_places()) {
      for (std::size_t i = 0; i < country.areas.size() && unit.empty(); ++i)
        if (core::geom::covers(country.areas[i], {firm.x, firm.y})) unit = country.codes[i];
    } else if (std::ranges::find(country.codes, firm.unit) != country.codes.end()) {
      unit = firm.unit;
    }
    if (unit.empty() || firm.sector.empty()) continue;
    const std::string sector = firm.sector.substr(0, 2);
    const std::tuple key(unit, sector, firm.year);
    FirmCell& cell = cells[key];
    ++cell.enterprises;
    const auto million = [](const std::optional<double>& number) {
      return number ? std::optional(*number * 1e6) : std::nullopt;
    };
    const auto law = sme_law_of(firm.year);
    const auto group = sector_group_of_vsic(sector);
    const FirmSize size{firm.employees ? std::optional<double>(*firm.employees) : std::nullopt,
                        million(firm.capital), million(firm.revenue)};
    const auto sme_in = [&](SectorGroup in) { return law ? is_sme(*law, in, size) : std::nullopt; };
    // Of a group that nobody knows, what holds for all of them.
    std::optional<bool> sme = sme_in(group.value_or(SectorGroup::agriculture));
    if (!group)
      for (const SectorGroup other : all_sector_groups)
        if (sme_in(other) != sme) sme = std::nullopt;
    (!sme ? cell.smes_unknown : cell.smes) += !sme || *sme ? 1 : 0;
    if (!firm.foreign_share) ++cell.fdi_unknown;
    if (firm.foreign_share && *firm.foreign_share > 0 && *firm.foreign_share >= rules.fdi.min_share_pct)
      ++cell.fdi;
    if (!firm.employees) {
      ++cell.employees_unknown;
      continue;
    }
    cell.employees += static_cast<std::uint64_t>(*firm.employees);
    all_employees[key].push_back(static_cast<std::uint64_t>(*firm.employees));
  }
  for (auto& [key, employees] : all_employees) {
    std::ranges::sort(employees, std::greater<>());
    for (std::size_t i = 0; i < std::min(employees.size(), rules.secrecy.dominant); ++i)
      cells[key].largest[i] = employees[i];
  }
  return cells;
}

}  // namespace vicinia::gis::firms::test_data
