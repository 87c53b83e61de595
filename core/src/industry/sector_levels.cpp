#include "vicinia/core/industry/sector_levels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vicinia::core::industry {
namespace {

/// The divisions of a section, from first to last.
struct Section {
  char letter;
  int first, last;
};
/// One revision of the classification; a section may have several runs.
using Revision = std::span<const Section>;

// clang-format off: tables
constexpr std::array<Section, 21> vsic_2007{
    {{'A', 1, 3},   {'B', 5, 9},   {'C', 10, 33}, {'D', 35, 35}, {'E', 36, 39}, {'F', 41, 43},
     {'G', 45, 47}, {'H', 49, 53}, {'I', 55, 56}, {'J', 58, 63}, {'K', 64, 66}, {'L', 68, 68},
     {'M', 69, 75}, {'N', 77, 82}, {'O', 84, 84}, {'P', 85, 85}, {'Q', 86, 88}, {'R', 90, 93},
     {'S', 94, 96}, {'T', 97, 98}, {'U', 99, 99}}};
constexpr std::array<Section, 22> vsic_2025{
    {{'A', 1, 3},   {'B', 5, 9},   {'C', 10, 33}, {'D', 35, 35}, {'E', 36, 39}, {'F', 41, 43},
     {'G', 46, 47}, {'H', 49, 53}, {'I', 55, 56}, {'J', 58, 60}, {'K', 61, 63}, {'L', 64, 66},
     {'M', 68, 68}, {'N', 69, 75}, {'O', 77, 82}, {'P', 84, 84}, {'Q', 85, 85}, {'R', 86, 88},
     {'S', 90, 93}, {'T', 94, 96}, {'U', 97, 98}, {'V', 99, 99}}};
constexpr std::array<Section, 17> isic_3{{{'A', 1, 2},
                                          {'B', 5, 5},
                                          {'C', 10, 14},
                                          {'D', 15, 37},
                                          {'E', 40, 41},
                                          {'F', 45, 45},
                                          {'G', 50, 52},
                                          {'H', 55, 55},
                                          {'I', 60, 64},
                                          {'J', 65, 67},
                                          {'K', 70, 74},
                                          {'L', 75, 75},
                                          {'M', 80, 80},
                                          {'N', 85, 85},
                                          {'O', 90, 93},
                                          {'P', 95, 97},  // 96 and 97 since Rev. 3.1
                                          {'Q', 99, 99}}};
constexpr std::array<Section, 22> vsic_1993{
    {{'A', 1, 2},   {'B', 5, 5},   {'C', 10, 14}, {'D', 15, 37}, {'E', 40, 41}, {'F', 45, 45},
     {'G', 50, 52}, {'H', 55, 55}, {'I', 60, 64}, {'J', 65, 67}, {'K', 73, 73}, {'L', 70, 72},
     {'L', 74, 74}, {'M', 75, 75}, {'N', 80, 80}, {'O', 85, 85}, {'P', 92, 92}, {'Q', 91, 91},
     {'T', 90, 90}, {'T', 93, 93}, {'U', 95, 95}, {'V', 99, 99}}};
// clang-format on
constexpr std::array<Revision, 4> revisions{Revision(vsic_2007), Revision(vsic_2025), Revision(vsic_1993),
                                            Revision(isic_3)};

constexpr std::size_t division_digits = 2;

/// A code as a classification writes it: a letter, digits, or both ("C13", "13.1").
struct ClassCode {
  char section = 0;      ///< 0: none
  std::string digits{};  ///< none, or two and more
};

std::optional<ClassCode> class_code(std::string_view code) {
  ClassCode parsed;
  for (const char c : code) {
    if (c == '.' || c == ' ' || c == '-') continue;
    if (c >= '0' && c <= '9')
      parsed.digits += c;
    else if (c >= 'A' && c <= 'V' && parsed.section == 0 && parsed.digits.empty())
      parsed.section = c;
    else
      return std::nullopt;
  }
  constexpr std::size_t most_digits = 7;
  if (parsed.digits.empty() ? parsed.section == 0
                            : parsed.digits.size() < division_digits || parsed.digits.size() > most_digits)
    return std::nullopt;
  return parsed;
}

char section_of(Revision revision, const std::string& digits) {
  const int division = std::stoi(digits.substr(0, division_digits));
  const auto at = std::ranges::find_if(
      revision, [&](const Section& s) { return s.first <= division && division <= s.last; });
  return at == revision.end() ? char{0} : at->letter;
}

using Parents = std::vector<std::optional<SectorIndex>>;

/// nullopt: a division whose section the table has not, though it has sections.
std::optional<Parents> parents_in(Revision revision, std::span<const ClassCode> codes) {
  std::unordered_map<std::string, SectorIndex> by_digits;
  std::array<std::optional<SectorIndex>, 256> by_letter{};
  bool has_sections = false;
  for (SectorIndex i = 0; i < codes.size(); ++i) {
    if (!codes[i].digits.empty()) {
      by_digits.emplace(codes[i].digits, i);
      continue;
    }
    by_letter[static_cast<unsigned char>(codes[i].section)] = i;
    has_sections = true;
  }
  Parents parents(codes.size());
  for (SectorIndex i = 0; i < codes.size(); ++i) {
    const std::string& digits = codes[i].digits;
    for (std::size_t length = digits.size(); !parents[i] && length-- > division_digits;)
      if (const auto at = by_digits.find(digits.substr(0, length)); at != by_digits.end())
        parents[i] = at->second;
    if (parents[i] || digits.empty() || !has_sections) continue;
    const char section = codes[i].section != 0 ? codes[i].section : section_of(revision, digits);
    parents[i] = by_letter[static_cast<unsigned char>(section)];
    if (!parents[i]) return std::nullopt;
  }
  return parents;
}

bool agree(double whole, double sum) {
  return std::abs(whole - sum) <= 1e-9 * std::max(1.0, std::abs(whole));
}

/// How the values stand to a tree: of the cells of sectors with parts, as far as anything is published.
struct Fit {
  std::size_t cells = 0, equal = 0, exceeded = 0;
};

Fit fit_of(const Parents& parents, const ObservationTable& table) {
  std::vector<std::vector<SectorIndex>> parts(parents.size());
  for (SectorIndex i = 0; i < parents.size(); ++i)
    if (parents[i]) parts[*parents[i]].push_back(i);
  Fit fit;
  for (const Observation& o : table.rows()) {
    if (parts[o.sector].empty() || !o.counts.employees.has_number()) continue;
    double sum = 0;
    bool all = true, any = false;
    for (const SectorIndex part : parts[o.sector]) {
      const Observation* of_part = table.find(o.unit, part, o.period);
      const bool is_known = of_part != nullptr && of_part->counts.employees.has_number();
      any = any || is_known;
      all = all && is_known;
      if (is_known) sum += of_part->counts.employees.number();
    }
    if (!any) continue;
    ++fit.cells;
    const double whole = o.counts.employees.number();
    if (all && agree(whole, sum)) ++fit.equal;
    if (sum > whole && !agree(whole, sum)) ++fit.exceeded;
  }
  return fit;
}

/// What cells of a level there are, for units and periods that have any row.
struct Published {
  std::size_t cells = 0, of = 0;
};

}  // namespace

Result<SectorTree> SectorTree::build(std::span<const Sector> sectors) {
  SectorTree tree;
  const std::size_t n = sectors.size();
  tree.parent_.resize(n);
  tree.parts_.resize(n);
  tree.depth_.assign(n, 0);
  std::unordered_map<std::string_view, SectorIndex> by_code;
  for (SectorIndex i = 0; i < n; ++i) by_code.emplace(sectors[i].code, i);
  const auto wrong = [&](SectorIndex i) {
    return fail({.code = ErrorCode::unknown_parent,
                 .subject = {.field = "sector_parent", .id = sectors[i].code},
                 .detail = sectors[i].parent});
  };
  for (SectorIndex i = 0; i < n; ++i) {
    if (sectors[i].parent.empty()) continue;
    const auto at = by_code.find(sectors[i].parent);
    if (at == by_code.end() || at->second == i) return wrong(i);
    tree.parent_[i] = at->second;
    tree.parts_[at->second].push_back(i);
  }
  for (SectorIndex i = 0; i < n; ++i) {
    for (auto up = tree.parent_[i]; up; up = tree.parent_[*up])
      if (++tree.depth_[i] > n) return wrong(i);  // round and round
    tree.levels_ = std::max(tree.levels_, tree.depth_[i] + 1);
  }
  return tree;
}

std::vector<SectorIndex> SectorTree::at_level(std::size_t level) const {
  std::vector<SectorIndex> sectors;
  for (SectorIndex i = 0; i < depth_.size(); ++i)
    if (depth_[i] + 1 == level || (depth_[i] + 1 < level && parts_[i].empty())) sectors.push_back(i);
  return sectors;
}

bool give_parents_by_code(std::vector<Sector>& sectors, const ObservationTable& observations) {
  std::vector<ClassCode> codes;
  for (const Sector& sector : sectors) {
    auto code = class_code(sector.code);
    if (!code || !sector.parent.empty()) return false;
    codes.push_back(*std::move(code));
  }
  std::optional<Parents> best;
  Fit best_fit;
  bool is_undecided = false;
  for (const Revision revision : revisions) {
    auto parents = parents_in(revision, codes);
    if (!parents || std::ranges::none_of(*parents, [](const auto& parent) { return parent.has_value(); }))
      continue;
    if (best && *parents == *best) continue;
    const Fit fit = fit_of(*parents, observations);
    constexpr std::size_t one_in = 10;
    if (fit.exceeded * one_in > fit.cells) continue;
    if (best && fit.equal == best_fit.equal) is_undecided = true;
    if (best && fit.equal <= best_fit.equal) continue;
    best = std::move(parents);
    best_fit = fit;
    is_undecided = false;
  }
  if (!best || is_undecided) return false;
  for (SectorIndex i = 0; i < sectors.size(); ++i)
    if ((*best)[i]) sectors[i].parent = sectors[*(*best)[i]].code;
  return true;
}

namespace {

Published published_at(const SectorLevels& levels, std::size_t level) {
  std::vector<bool> is_in(levels.sectors.size(), false);
  const std::vector<SectorIndex> of_level = levels.tree.at_level(level);
  for (const SectorIndex sector : of_level) is_in[sector] = true;
  std::set<std::pair<PeriodIndex, admin::UnitIndex>> surveyed;
  Published published;
  for (const Observation& o : levels.observations.rows()) {
    surveyed.emplace(o.period, o.unit);
    if (is_in[o.sector] && o.counts.employees.has_number()) ++published.cells;
  }
  published.of = surveyed.size() * of_level.size();
  return published;
}

}  // namespace

bool SectorLevels::is_complete(std::size_t level) const {
  if (const Published published = published_at(*this, level); published.cells < published.of) return false;
  const std::vector<SectorIndex> of_level = tree.at_level(level);
  for (const Observation& o : observations.rows()) {
    const auto& parts = tree.parts(o.sector);
    // Sectors above this level only: those in it may be divided as badly as they like.
    if (parts.empty() || std::ranges::binary_search(of_level, o.sector) || level_of(o.sector) >= level ||
        !o.counts.employees.has_number())
      continue;
    double sum = 0;
    for (const SectorIndex part : parts) {
      const Observation* of_part = observations.find(o.unit, part, o.period);
      if (of_part == nullptr || !of_part->counts.employees.has_number()) return false;
      sum += of_part->counts.employees.number();
    }
    if (!agree(o.counts.employees.number(), sum)) return false;
  }
  return true;
}

std::size_t SectorLevels::usual_level() const {
  for (std::size_t level = count(); level >= 1; --level)
    if (is_complete(level)) return level;
  std::size_t most = count();
  Published best = published_at(*this, most);
  for (std::size_t level = count(); level-- > 1;)
    if (const Published one = published_at(*this, level); one.cells * best.of > best.cells * one.of) {
      most = level;
      best = one;
    }
  return most;
}

std::size_t SectorLevels::level_of(SectorIndex sector) const {
  std::size_t level = 1;
  for (auto up = tree.parent(sector); up; up = tree.parent(*up)) ++level;
  return level;
}

Result<std::pair<std::vector<Sector>, ObservationTable>> SectorLevels::at(std::size_t level) const {
  if (level < 1 || level > count())
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "sector_level"},
                 .detail = std::to_string(level) + "|" + std::to_string(count())});
  std::vector<Sector> of_level;
  std::vector<std::optional<SectorIndex>> new_index(sectors.size());
  for (const SectorIndex sector : tree.at_level(level)) {
    new_index[sector] = of_level.size();
    of_level.push_back(sectors[sector]);
  }
  std::vector<Observation> rows;
  for (const Observation& row : observations.rows())
    if (new_index[row.sector]) {
      rows.push_back(row);
      rows.back().sector = *new_index[row.sector];
    }
  std::vector<PrintedSum> sums;
  for (const PrintedSum& sum : observations.sums())
    if (new_index[sum.sector]) {
      sums.push_back(sum);
      sums.back().sector = *new_index[sum.sector];
    }
  auto table = ObservationTable::from_rows(std::move(rows), std::move(sums));
  if (!table) return fail(table.error());
  return std::pair{std::move(of_level), *std::move(table)};
}

namespace {

constexpr std::size_t most_sampled = 64, most_steps = 20'000, fewest_units = 3;

/// The employees of each sector in some units of the last period: [sector][place].
struct Sample {
  std::vector<std::vector<double>> of_sector{};
  std::vector<bool> is_known{};  ///< [sector] in all places
};

Sample sample_of(std::size_t sectors, const ObservationTable& table) {
  PeriodIndex last = 0;
  for (const Observation& o : table.rows()) last = std::max(last, o.period);
  std::set<admin::UnitIndex> units;
  for (const Observation& o : table.rows())
    if (o.period == last) units.insert(o.unit);
  std::vector<admin::UnitIndex> chosen;
  const std::size_t step = (units.size() + most_sampled - 1) / most_sampled;
  std::size_t at = 0;
  for (const admin::UnitIndex unit : units)
    if (at++ % step == 0) chosen.push_back(unit);
  Sample sample{std::vector<std::vector<double>>(sectors, std::vector<double>(chosen.size(), 0)),
                std::vector<bool>(sectors, !chosen.empty())};
  for (SectorIndex sector = 0; sector < sectors; ++sector)
    for (std::size_t place = 0; place < chosen.size(); ++place) {
      const Observation* o = table.find(chosen[place], sector, last);
      if (o != nullptr && o->counts.employees.has_number())
        sample.of_sector[sector][place] = o->counts.employees.number();
      else
        sample.is_known[sector] = false;
    }
  return sample;
}

/// Finds parts whose sum is the whole in every place: whatever is left in a place must come from a part that
/// has values there.
class SumSearch {
 public:
  SumSearch(const Sample& sample, SectorIndex whole) : sample_(sample), left_(sample.of_sector[whole]) {
    for (SectorIndex other = 0; other < sample.of_sector.size(); ++other)
      if (other != whole && sample.is_known[other] && fits(other) &&
          std::ranges::any_of(sample.of_sector[other], [](double e) { return e > 0; }))
        candidates_.push_back(other);
    is_out_.assign(sample.of_sector.size(), false);
  }

  /// Ascending; empty where there are none, or the search is given up.
  std::vector<SectorIndex> parts() {
    if (!descend()) return {};
    std::ranges::sort(parts_);
    return parts_;
  }

 private:
  [[nodiscard]] bool fits(SectorIndex part) const {
    for (std::size_t place = 0; place < left_.size(); ++place)
      if (sample_.of_sector[part][place] > left_[place] &&
          !agree(left_[place], sample_.of_sector[part][place]))
        return false;
    return true;
  }

  bool descend() {
    if (++steps_ > most_steps) return false;
    std::vector<SectorIndex> fewest;
    bool is_done = true;
    for (std::size_t place = 0; place < left_.size(); ++place) {
      if (agree(0, left_[place])) continue;
      std::vector<SectorIndex> able;
      for (const SectorIndex candidate : candidates_)
        if (!is_out_[candidate] && sample_.of_sector[candidate][place] > 0 && fits(candidate))
          able.push_back(candidate);
      if (able.empty()) return false;
      if (is_done || able.size() < fewest.size()) fewest = std::move(able);
      is_done = false;
      if (fewest.size() == 1) break;
    }
    if (is_done) return true;
    std::vector<SectorIndex> tried;
    bool found = false;
    for (const SectorIndex part : fewest) {
      add(part, -1);
      is_out_[part] = true;
      parts_.push_back(part);
      found = descend();
      if (found) break;
      parts_.pop_back();
      add(part, 1);
      tried.push_back(part);  // stays out while its brothers are tried
    }
    for (const SectorIndex part : tried) is_out_[part] = false;
    return found;
  }

  void add(SectorIndex part, double sign) {
    for (std::size_t place = 0; place < left_.size(); ++place)
      left_[place] += sign * sample_.of_sector[part][place];
  }

  const Sample& sample_;
  std::vector<double> left_;
  std::vector<SectorIndex> candidates_{}, parts_{};
  std::vector<bool> is_out_{};
  std::size_t steps_ = 0;
};

/// In every unit and period, not only in the sample.
bool holds_everywhere(const SectorSum& sum, const ObservationTable& table) {
  for (const Observation& o : table.rows()) {
    if (o.sector != sum.whole || !o.counts.employees.has_number()) continue;
    double of_parts = 0;
    for (const SectorIndex part : sum.parts) {
      const Observation* one = table.find(o.unit, part, o.period);
      if (one == nullptr || !one->counts.employees.has_number()) return false;
      of_parts += one->counts.employees.number();
    }
    if (!agree(o.counts.employees.number(), of_parts)) return false;
  }
  return true;
}

/// A row of totals among the sectors: the sum of all others. Asked first, for a search among hundreds of
/// sectors would not find it.
bool is_sum_of_all_others(const Sample& sample, SectorIndex whole, std::span<const double> totals) {
  for (std::size_t place = 0; place < totals.size(); ++place)
    if (!agree(sample.of_sector[whole][place], totals[place] - sample.of_sector[whole][place])) return false;
  return true;
}

}  // namespace

std::vector<SectorSum> sums_among(std::span<const Sector> sectors, const ObservationTable& observations) {
  std::vector<SectorSum> found;
  const Sample sample = sample_of(sectors.size(), observations);
  std::vector<double> totals(sample.of_sector.empty() ? 0 : sample.of_sector.front().size(), 0);
  for (const auto& employees : sample.of_sector)
    for (std::size_t place = 0; place < totals.size(); ++place) totals[place] += employees[place];
  for (SectorIndex whole = 0; whole < sectors.size(); ++whole) {
    if (!sample.is_known[whole]) continue;
    const auto positive = static_cast<std::size_t>(
        std::ranges::count_if(sample.of_sector[whole], [](double e) { return e > 0; }));
    if (positive < fewest_units) continue;
    SectorSum sum{whole};
    if (is_sum_of_all_others(sample, whole, totals)) {
      for (SectorIndex other = 0; other < sectors.size(); ++other)
        if (other != whole) sum.parts.push_back(other);
    } else {
      sum.parts = SumSearch(sample, whole).parts();
      if (sum.parts.size() >= positive) continue;
    }
    if (sum.parts.size() >= 2 && holds_everywhere(sum, observations)) found.push_back(std::move(sum));
  }
  return found;
}

}  // namespace vicinia::core::industry
