#include "dataset/unit_codes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/error_sums.h"
#include "base/text.h"
#include "layers/points_of_table.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/core/names/name_index.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::names::Likeness;

/// Spellings further apart than this are other names.
constexpr std::size_t most_letters_apart = 2;

/// Units of a table by their names.
class CodedNames {
 public:
  explicit CodedNames(std::span<const CodedUnit> units) : units_(units) {
    for (std::size_t i = 0; i < units.size(); ++i)
      for (const std::string* name : {&units[i].name_vi, &units[i].name_en}) index_.add(i, *name);
  }

  /// Of the province, if one is given. A name that says its class is first that of the unit so called, for "Quan" is a class in
  /// "Quan 1" and none in "Quan Hoa"; a unit of another class counts last, for a district may have become a town since. Without a
  /// class it may be any of that name.
  [[nodiscard]] std::vector<std::size_t> named(const std::string& name, const std::string& province) const {
    const auto lookup = index_.find_equal(name, [&](std::size_t unit) { return is_in(unit, province); });
    const bool says_class = core::names::take_apart(name).classes != core::names::unit_class::none;
    const auto rank = [&](Likeness likeness) {
      return !says_class || likeness <= Likeness::folded ? 0 : likeness < Likeness::other_class ? 1 : 2;
    };
    std::vector<std::size_t> found;
    for (const auto& one : lookup.candidates)
      if (rank(one.likeness) == rank(lookup.candidates.front().likeness)) found.push_back(one.item);
    std::ranges::sort(found);
    return found;
  }

  [[nodiscard]] bool is_in(std::size_t unit, const std::string& province) const {
    return province.empty() ||
           std::ranges::find(units_[unit].provinces, province) != units_[unit].provinces.end();
  }

 private:
  std::span<const CodedUnit> units_;
  core::names::NameIndex index_{core::names::NameIndex::Of::units};
};

class Matcher {
 public:
  Matcher(std::span<const NamedFeature> features, std::span<const CodedUnit> units)
      : features_(features),
        units_(units),
        index_(units),
        candidates_(features.size()),
        is_taken_(units.size(), false) {
    match_.unit_of.resize(features.size());
  }

  CodeMatch matched() && {
    for (std::size_t f = 0; f < features_.size(); ++f) {
      candidates_[f] = index_.named(features_[f].name_vi, features_[f].province);
      if (candidates_[f].empty() && !features_[f].name_en.empty())
        candidates_[f] = index_.named(features_[f].name_en, features_[f].province);
    }
    by_name();
    by_seat_among_candidates();
    by_elimination();
    by_seat_alone();
    return std::move(match_);
  }

 private:
  void take(std::size_t feature, std::size_t unit) {
    match_.unit_of[feature] = unit;
    is_taken_[unit] = true;
  }

  [[nodiscard]] bool has_seat(std::size_t feature, std::size_t unit) const {
    const auto& seat = units_[unit].seat;
    return seat && features_[feature].area != nullptr && core::geom::covers(*features_[feature].area, *seat);
  }

  /// All features of one name that can be one unit only are its parts. Where their names differ ("Thị xã Kỳ
  /// Anh", "Huyện Kỳ Anh"), they are units of their own, of which the table knows one.
  void by_name() {
    std::map<std::size_t, std::vector<std::size_t>> features_of;
    for (std::size_t f = 0; f < features_.size(); ++f)
      if (candidates_[f].size() == 1) features_of[candidates_[f].front()].push_back(f);
    for (const auto& [unit, claimants] : features_of) {
      const auto same_name = [&](std::size_t f) {
        return core::names::folded(features_[f].name_vi) ==
               core::names::folded(features_[claimants.front()].name_vi);
      };
      if (std::ranges::all_of(claimants, same_name))
        for (const std::size_t f : claimants) take(f, unit);
      else if (const auto owner =
                   std::ranges::find_if(claimants, [&](std::size_t f) { return has_seat(f, unit); });
               owner != claimants.end())
        take(*owner, unit);
    }
  }

  void by_seat_among_candidates() {
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if (match_.unit_of[f] || candidates_[f].size() < 2) continue;
      std::vector<std::size_t> inside;
      std::ranges::copy_if(candidates_[f], std::back_inserter(inside),
                           [&](std::size_t unit) { return has_seat(f, unit); });
      if (inside.size() == 1) take(f, inside.front());
    }
  }

  /// One unit of the name is left for the one feature that is left.
  void by_elimination() {
    std::map<std::size_t, std::size_t> wanted_by;
    const auto is_free = [&](std::size_t unit) { return !is_taken_[unit]; };
    for (std::size_t f = 0; f < features_.size(); ++f)
      if (!match_.unit_of[f])
        for (const std::size_t unit : candidates_[f]) ++wanted_by[unit];
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if (match_.unit_of[f] || std::ranges::count_if(candidates_[f], is_free) != 1) continue;
      const std::size_t unit = *std::ranges::find_if(candidates_[f], is_free);
      if (wanted_by[unit] == 1 && candidates_[f].size() > 1) take(f, unit);
    }
  }

  /// Of several seats in a feature, that of the name nearest to its own.
  void by_seat_alone() {
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if (match_.unit_of[f] || !candidates_[f].empty()) continue;
      if (features_[f].area == nullptr) continue;
      const auto box = core::geom::bounds(*features_[f].area);
      if (!box) continue;
      const auto in_box = [&](const core::geom::Point& seat) {
        return seat.x() >= box->min_corner().x() && seat.x() <= box->max_corner().x() &&
               seat.y() >= box->min_corner().y() && seat.y() <= box->max_corner().y();
      };
      std::vector<std::size_t> inside;
      for (std::size_t unit = 0; unit < units_.size(); ++unit)
        if (!is_taken_[unit] && units_[unit].seat && in_box(*units_[unit].seat) &&
            index_.is_in(unit, features_[f].province) && has_seat(f, unit))
          inside.push_back(unit);
      if (inside.size() > 1) {
        const std::string name = core::names::without_class(features_[f].name_vi);
        std::erase_if(inside, [&](std::size_t unit) {
          return core::names::letters_apart(name, core::names::without_class(units_[unit].name_vi)) >
                 most_letters_apart;
        });
      }
      if (inside.size() != 1) continue;
      take(f, inside.front());
      match_.by_place.push_back(f);
    }
  }

  std::span<const NamedFeature> features_;
  std::span<const CodedUnit> units_;
  CodedNames index_;
  std::vector<std::vector<std::size_t>> candidates_;  ///< [feature] units of its name and province
  std::vector<bool> is_taken_;
  CodeMatch match_;
};

}  // namespace

Result<CodesRead> read_codes(const std::filesystem::path& file, const std::string& crs) {
  const auto table = read_table(file);
  if (!table) return core::fail(table.error());
  const auto code = table->column("code"), name_vi = table->column("name_vi");
  for (const auto* needed : {&code, &name_vi})
    if (!needed->has_value()) return core::fail(needed->error());
  const auto optional_column = [&](const char* name) {
    const auto at = table->column(name);
    return at ? std::optional(*at) : std::nullopt;
  };
  const auto name_en = optional_column("name_en"), kind_en = optional_column("kind_en"),
             kind = table->has_column("kind") ? optional_column("kind") : optional_column("type_vi");
  std::vector<std::size_t> provinces;
  if (const auto drawn = table->column("province")) provinces.push_back(*drawn);
  for (std::size_t i = 0; i < table->columns.size(); ++i)
    if (table->columns[i].starts_with("province_")) provinces.push_back(i);

  std::vector<CodedUnit> units;
  std::vector<core::Error> errors;
  std::map<std::string, std::size_t> line_of;
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    const auto text = [&](std::size_t column) {
      return to_nfc(std::string(trimmed(table->rows[row][column])));
    };
    const auto optional_text = [&](std::optional<std::size_t> column) {
      return column ? text(*column) : std::string();
    };
    CodedUnit unit{.code = text(*code),
                   .name_vi = text(*name_vi),
                   .name_en = optional_text(name_en),
                   .kind_vi = optional_text(kind),
                   .kind_en = optional_text(kind_en)};
    const core::Subject subject{
        .file = file.string(), .row = table->lines[row], .field = "code", .id = unit.code};
    if (unit.code.empty())
      errors.push_back({.code = ErrorCode::missing_code, .subject = subject});
    else if (const auto [first, is_new] = line_of.try_emplace(unit.code, table->lines[row]); !is_new)
      errors.push_back(
          {.code = ErrorCode::duplicate_unit, .subject = subject, .detail = std::to_string(first->second)});
    if (unit.name_en.empty()) unit.name_en = unit.name_vi;
    for (const std::size_t column : provinces)
      if (std::string province = text(column); !province.empty())
        unit.provinces.push_back(std::move(province));
    units.push_back(std::move(unit));
  }
  if (!errors.empty()) return core::fail(summed_up(errors));
  if (table->has_column("lon") && table->has_column("lat")) {
    auto seats = points_of_table(*table, {.target_crs = crs});
    if (!seats) return core::fail(seats.error());
    for (std::size_t i = 0; i < units.size(); ++i) units[i].seat = seats->points[i];
  }
  return CodesRead{std::move(units), table->findings};
}

CodeMatch match_codes(std::span<const NamedFeature> features, std::span<const CodedUnit> units) {
  return Matcher(features, units).matched();
}

std::optional<std::size_t> unit_named(std::span<const CodedUnit> units, const std::string& name) {
  const auto found = CodedNames(units).named(name, {});
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

}  // namespace vicinia::gis::io
