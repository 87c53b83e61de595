#include "feasibility.h"

#include <Clp_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace vicinia::core::audit {
namespace {

constexpr double hair = 1e-7;

struct Bounds {
  double low = 0, high = 0;
};

Bounds bounds_of(const PublishedTable& table, const Cell& cell, Field field) {
  const double half = 0.5 * std::pow(10.0, -table.decimals[static_cast<std::size_t>(field)]);
  const double scale = field == Field::location_quotient ? 1 : 100;
  return {std::max(0.0, cell.number() - half) / scale * (1 - hair),
          (cell.number() + half) / scale * (1 + hair)};
}

std::string group_of(const PublishedRow& row) {
  return row.sector + "|" + (row.group.empty() ? "of " + row.province : row.group);
}

/// Rows of districts, each place once, and those that sum them.
struct Places {
  std::vector<std::size_t> districts{};
  std::map<std::size_t, std::vector<std::size_t>> parts{};  ///< row of a group or total → districts
  std::vector<std::pair<std::size_t, std::size_t>> twice{};

  explicit Places(const PublishedTable& table) {
    std::map<std::pair<std::string, std::string>, std::size_t> first;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const PublishedRow& row = table.rows[r];
      if (row.kind != RowKind::district) continue;
      const auto [at, is_new] = first.try_emplace({row.sector, row.unit}, r);
      if (is_new)
        districts.push_back(r);
      else
        twice.emplace_back(at->second, r);
    }
    for (std::size_t w = 0; w < table.rows.size(); ++w) {
      const PublishedRow& whole = table.rows[w];
      if (whole.kind != RowKind::group && whole.kind != RowKind::total) continue;
      for (const std::size_t d : districts) {
        const PublishedRow& part = table.rows[d];
        if (part.sector == whole.sector &&
            (whole.kind == RowKind::total || group_of(part) == group_of(whole)))
          parts[w].push_back(d);
      }
    }
  }
};

bool counts_are_possible(const PublishedTable& table, const Places& places) {
  const auto number = [&](std::size_t row, Field field) -> std::optional<double> {
    const Cell& cell = table.rows[row][field];
    return cell.has_number() ? std::optional(cell.number()) : std::nullopt;
  };
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t f = 0; f < field_count; ++f)
      if (const auto n = number(r, static_cast<Field>(f)); n && *n < (f < 4 ? 0 : -0.05 - hair)) return false;
    const auto all = number(r, Field::enterprises);
    for (const Field part : {Field::smes, Field::fdi_enterprises})
      if (const auto n = number(r, part); n && all && *n > *all) return false;
    if (const auto n = number(r, Field::employees); n && all && *n > 0 && *all < 1) return false;
  }
  for (const auto& [first, second] : places.twice)
    for (std::size_t f = 0; f < 4; ++f) {
      const auto a = number(first, static_cast<Field>(f)), b = number(second, static_cast<Field>(f));
      if (a && b && *a != *b) return false;
    }
  for (const auto& [whole, parts] : places.parts)
    for (std::size_t f = 0; f < 4; ++f) {
      const auto field = static_cast<Field>(f);
      double sum = 0;
      bool all_there = true;
      for (const std::size_t part : parts) {
        const auto n = number(part, field);
        all_there = all_there && n.has_value();
        sum += n.value_or(0);
      }
      const auto n = number(whole, field);
      if (n && (all_there ? *n != sum : *n < sum)) return false;
    }
  return true;
}

class Program {
 public:
  Program(const PublishedTable& table, const Places& places) : table_(table), places_(places) {
    for (const PublishedRow& row : table.rows) {
      sector_.try_emplace(row.sector, sector_.size());
      if (row.kind == RowKind::district) unit_.try_emplace(row.unit, unit_.size());
    }
    set_scales();
    for (std::size_t r = 0; r < table.rows.size(); ++r) add_row(r);
    for (std::size_t u = 0; u < unit_.size(); ++u) at_least({{national(), 1}, {of_unit(u), -1}});
  }

  std::optional<Witness> solve() const {
    const std::unique_ptr<Clp_Simplex, decltype(&Clp_deleteModel)> model(Clp_newModel(), &Clp_deleteModel);
    Clp_setLogLevel(model.get(), 0);
    const auto columns = static_cast<int>(scale_.size());
    std::vector<double> low(scale_.size(), 0.0), high(scale_.size(), 1e12), cost(scale_.size(), 0.0);
    for (std::size_t s = 0; s < sector_.size(); ++s)
      low[per_sector(s)] = 1 / scale_[per_sector(s)];  // E ≥ E_i
    low[national()] = 1e-6;
    Clp_resize(model.get(), 0, columns);
    Clp_chgColumnLower(model.get(), low.data());
    Clp_chgColumnUpper(model.get(), high.data());
    Clp_chgObjCoefficients(model.get(), cost.data());
    const std::vector<double> row_high(row_low_.size(), 1e30);
    Clp_addRows(model.get(), static_cast<int>(row_low_.size()), row_low_.data(), row_high.data(),
                starts_.data(), column_.data(), element_.data());
    Clp_scaling(model.get(), 3);
    Clp_setPrimalTolerance(model.get(), 1e-9);
    Clp_dual(model.get(), 0);
    if (Clp_status(model.get()) != 0) Clp_primal(model.get(), 0);
    if (Clp_status(model.get()) != 0) return std::nullopt;
    const double* const solution = Clp_getColSolution(model.get());
    Witness witness{.national = solution[national()] * scale_[national()]};
    for (std::size_t s = 0; s < sector_.size(); ++s)
      witness.national_per_sector.push_back(solution[per_sector(s)] * scale_[per_sector(s)]);
    for (std::size_t u = 0; u < unit_.size(); ++u)
      witness.by_unit.push_back(solution[of_unit(u)] * scale_[of_unit(u)]);
    return witness;
  }

 private:
  using Terms = std::vector<std::pair<std::size_t, double>>;
  [[nodiscard]] static std::size_t national() { return 0; }
  [[nodiscard]] static std::size_t per_sector(std::size_t s) { return 1 + s; }
  [[nodiscard]] std::size_t of_unit(std::size_t u) const { return 1 + sector_.size() + u; }

  /// Unknowns near one, as the solver's tolerances are absolute.
  void set_scales() {
    scale_.assign(1 + sector_.size() + unit_.size(), 1.0);
    std::vector<double> in_sector(sector_.size(), 1.0);
    double all = 1;
    for (const std::size_t d : places_.districts) {
      const PublishedRow& row = table_.rows[d];
      const double n = row[Field::employees].has_number() ? std::abs(row[Field::employees].number()) : 0;
      all += n;
      in_sector[sector_.at(row.sector)] += n;
      scale_[of_unit(unit_.at(row.unit))] += n;
    }
    scale_[national()] = all;
    for (std::size_t s = 0; s < sector_.size(); ++s) scale_[per_sector(s)] = all / in_sector[s];
  }

  /// Σ terms ≥ least
  void at_least(const Terms& terms, double least = 0) {
    double largest = std::abs(least);
    for (const auto& [column, factor] : terms) largest = std::max(largest, std::abs(factor * scale_[column]));
    if (largest == 0) return;
    for (const auto& [column, factor] : terms) {
      column_.push_back(static_cast<int>(column));
      element_.push_back(factor * scale_[column] / largest);
    }
    starts_.push_back(static_cast<int>(column_.size()));
    row_low_.push_back(least / largest);
  }

  /// As printed, or the sum of what the row sums.
  [[nodiscard]] std::optional<double> employees_of(std::size_t r) const {
    const Cell& own = table_.rows[r][Field::employees];
    if (own.has_number()) return own.number();
    const auto parts = places_.parts.find(r);
    if (parts == places_.parts.end()) return std::nullopt;
    double sum = 0;
    for (const std::size_t part : parts->second) {
      const Cell& one = table_.rows[part][Field::employees];
      if (!one.has_number()) return std::nullopt;
      sum += one.number();
    }
    return sum;
  }

  void add_row(std::size_t r) {
    const PublishedRow& row = table_.rows[r];
    const std::optional<double> employees = employees_of(r);
    if (!employees) return;
    const double x = *employees;
    const std::size_t y = per_sector(sector_.at(row.sector));
    std::vector<std::size_t> units;
    if (row.kind == RowKind::district) {
      units = {of_unit(unit_.at(row.unit))};
    } else if (const auto parts = places_.parts.find(r); parts != places_.parts.end()) {
      for (const std::size_t d : parts->second) units.push_back(of_unit(unit_.at(table_.rows[d].unit)));
    }
    const auto times_units = [&](double factor) {
      Terms terms;
      for (const std::size_t u : units) terms.emplace_back(u, factor);
      return terms;
    };
    at_least({{national(), 1}, {y, -x}});
    if (row[Field::sector_share].has_number()) {
      const auto [low, high] = bounds_of(table_, row[Field::sector_share], Field::sector_share);
      at_least({{y, x}, {national(), -low}});
      at_least({{national(), high}, {y, -x}});
    }
    if (units.empty()) return;
    at_least(times_units(1), x);
    if (row[Field::district_share].has_number()) {
      const auto [low, high] = bounds_of(table_, row[Field::district_share], Field::district_share);
      at_least(times_units(-low), -x);
      at_least(times_units(high), x);
    }
    if (row[Field::location_quotient].has_number()) {
      const auto [low, high] = bounds_of(table_, row[Field::location_quotient], Field::location_quotient);
      Terms from_below = times_units(-low), from_above = times_units(high);
      from_below.emplace_back(y, x);
      from_above.emplace_back(y, -x);
      at_least(from_below);
      at_least(from_above);
      // Where nobody works there is no quotient to print: not even one times nothing equals nothing times any.
      if (low > 0) at_least(times_units(1), 0.5);
    }
  }

  const PublishedTable& table_;
  const Places& places_;
  std::map<std::string, std::size_t> sector_{}, unit_{};
  std::vector<double> scale_{}, element_{}, row_low_{};
  std::vector<int> starts_{0}, column_{};
};

}  // namespace

std::optional<Witness> witness_of(const PublishedTable& table) {
  const Places places(table);
  if (!counts_are_possible(table, places)) return std::nullopt;
  return Program(table, places).solve();
}

}  // namespace vicinia::core::audit
