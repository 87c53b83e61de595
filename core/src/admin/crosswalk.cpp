#include "vicinia/core/admin/crosswalk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace vicinia::core::admin {
namespace {

constexpr std::array<std::string_view, 3> part_kind_ids{"whole", "split", "part"};

std::string shortest(double number) {
  std::string text = std::to_string(number);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

Error bad_row(ErrorCode code, std::size_t row, std::string id, std::string detail, const char* field = "") {
  return {.code = code,
          .subject = {.row = row + 1, .field = field, .id = std::move(id)},
          .detail = std::move(detail)};
}

/// Rows as positions in both frames.
Result<std::vector<CrosswalkLink>> links_of(const Frame& from, const Frame& to,
                                            std::span<const CrosswalkRow> rows) {
  std::vector<CrosswalkLink> links;
  std::map<std::pair<UnitIndex, UnitIndex>, std::size_t> row_of;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const CrosswalkRow& row = rows[r];
    const auto a = from.find(row.from), b = to.find(row.to);
    if (!a) return fail(bad_row(ErrorCode::unknown_unit, r, row.from, {}, "from"));
    if (!b) return fail(bad_row(ErrorCode::unknown_unit, r, row.to, {}, "to"));
    if (!(row.weight > 0 && row.weight <= 1))
      return fail(bad_row(ErrorCode::invalid_argument, r, row.from, shortest(row.weight), "weight"));
    if (const auto [at, is_new] = row_of.try_emplace({*a, *b}, r); !is_new)
      return fail(bad_row(ErrorCode::crosswalk_row_twice, r, row.from,
                          row.to + "|" + std::to_string(at->second + 1)));
    links.push_back({*a, *b, row.weight});
  }
  return links;
}

/// Of the rows that lead to one level of the new frame.
class OfLevel {
 public:
  OfLevel(const Frame& from, const Frame& to, Level level, std::vector<CrosswalkLink>& links)
      : from_(from), to_(to), level_(level), links_(links), rows_of_(from.size()), parts_of_(to.size()) {
    for (std::size_t r = 0; r < links.size(); ++r) {
      if (to[links[r].to].level != level) continue;
      rows_of_[links[r].from].push_back(r);
      parts_of_[links[r].to].push_back(r);
    }
  }

  Status settle(std::span<const CrosswalkRow> rows) {
    if (auto ok = settle_weights(); !ok) return ok;
    if (auto ok = settle_kinds(rows); !ok) return ok;
    return check_cover();
  }

 private:
  Status settle_weights() {
    for (UnitIndex unit = 0; unit < rows_of_.size(); ++unit) {
      if (rows_of_[unit].empty()) continue;
      double sum = 0;
      for (const std::size_t r : rows_of_[unit]) sum += links_[r].weight;
      if (!(std::abs(sum - 1) <= Crosswalk::rounding))
        return fail(bad_row(
            ErrorCode::crosswalk_weights, rows_of_[unit].front(), from_[unit].code,
            shortest(sum) + "|" + to_.levels()[level_].plural.vi + "|" + to_.levels()[level_].plural.en));
      for (const std::size_t r : rows_of_[unit]) links_[r].weight /= sum;
    }
    return {};
  }

  Status settle_kinds(std::span<const CrosswalkRow> rows) {
    for (const auto& of_unit : rows_of_)
      for (const std::size_t r : of_unit) {
        CrosswalkLink& link = links_[r];
        link.kind = of_unit.size() == 1              ? PartKind::whole
                    : parts_of_[link.to].size() == 1 ? PartKind::split
                                                     : PartKind::part;
        if (rows[r].kind && *rows[r].kind != link.kind)
          return fail(bad_row(
              ErrorCode::crosswalk_kind, r, rows[r].from,
              rows[r].to + "|" + std::string(id_of(*rows[r].kind)) + "|" + std::string(id_of(link.kind)),
              "kind"));
      }
    return {};
  }

  /// Every value has a way, and one only: a unit has rows itself, or one that contains it has, or all that it contains have.
  [[nodiscard]] Status check_cover() const {
    std::vector<bool> has_above(from_.size(), false), has_parts(from_.size(), false);
    const std::vector<Level> levels = from_.levels().all();
    for (const Level level : levels)
      for (UnitIndex unit = 0; unit < from_.size(); ++unit) {
        if (from_[unit].level != level) continue;
        if (const auto parent = from_.parent(unit)) {
          has_above[unit] = has_above[*parent] || !rows_of_[*parent].empty();
          has_parts[*parent] = true;
          if (has_above[unit] && !rows_of_[unit].empty())
            return fail(bad_row(ErrorCode::crosswalk_nested, rows_of_[unit].front(), from_[unit].code,
                                from_[*parent].code));
        }
      }
    std::optional<UnitIndex> first;
    std::size_t lost = 0;
    for (UnitIndex unit = 0; unit < from_.size(); ++unit)
      if (rows_of_[unit].empty() && !has_above[unit] && !has_parts[unit]) {
        if (!first) first = unit;
        ++lost;
      }
    if (first)
      return fail(
          {.code = ErrorCode::crosswalk_gap,
           .subject = {.id = from_[*first].code},
           .detail = from_[*first].name_vi + "|" + from_[*first].name_en + "|" + std::to_string(lost)});
    return {};
  }

  const Frame& from_;
  const Frame& to_;
  Level level_;
  std::vector<CrosswalkLink>& links_;
  std::vector<std::vector<std::size_t>> rows_of_;   ///< [unit of `from`]
  std::vector<std::vector<std::size_t>> parts_of_;  ///< [unit of `to`]
};

}  // namespace

std::string_view id_of(PartKind kind) { return part_kind_ids[static_cast<std::size_t>(kind)]; }

std::optional<PartKind> part_kind_by_id(std::string_view id) {
  const auto at = std::ranges::find(part_kind_ids, id);
  if (at == part_kind_ids.end()) return std::nullopt;
  return static_cast<PartKind>(at - part_kind_ids.begin());
}

Result<Crosswalk> Crosswalk::between(const Frame& from, const Frame& to, std::span<const CrosswalkRow> rows) {
  auto links = links_of(from, to, rows);
  if (!links) return fail(links.error());
  Crosswalk crosswalk;
  crosswalk.reached_.assign(to.levels().size(), false);
  for (const CrosswalkLink& link : *links) crosswalk.reached_[to[link.to].level.rank] = true;
  for (const Level level : to.levels().all())
    if (crosswalk.reaches(level))
      if (auto ok = OfLevel(from, to, level, *links).settle(rows); !ok) return fail(ok.error());
  std::ranges::sort(*links, {}, [](const CrosswalkLink& link) { return std::pair(link.to, link.from); });
  crosswalk.first_.assign(to.size() + 1, 0);
  for (const CrosswalkLink& link : *links) ++crosswalk.first_[link.to + 1];
  for (std::size_t unit = 0; unit < to.size(); ++unit) crosswalk.first_[unit + 1] += crosswalk.first_[unit];
  crosswalk.links_ = *std::move(links);
  return crosswalk;
}

std::span<const CrosswalkLink> Crosswalk::into(UnitIndex to) const {
  if (to + 1 >= first_.size()) return {};
  return std::span(links_).subspan(first_[to], first_[to + 1] - first_[to]);
}

bool Crosswalk::reaches(Level level) const { return level.rank < reached_.size() && reached_[level.rank]; }

bool Crosswalk::is_exact() const {
  return std::ranges::all_of(links_, [](const CrosswalkLink& link) { return link.kind == PartKind::whole; });
}

std::vector<CrosswalkRow> rows_of(const Crosswalk& crosswalk, const Frame& from, const Frame& to) {
  std::vector<CrosswalkRow> rows;
  for (const CrosswalkLink& link : crosswalk.links())
    rows.push_back({from[link.from].code, to[link.to].code, link.weight, link.kind});
  return rows;
}

}  // namespace vicinia::core::admin
