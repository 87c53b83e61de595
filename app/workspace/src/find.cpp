#include "vicinia/workspace/find.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "vicinia/core/industry/period.h"
#include "vicinia/gis/io/unit_names.h"

namespace vicinia::workspace {

using core::ErrorCode;

std::string folded(std::string_view text) { return gis::io::folded_name(text); }

namespace {

struct Candidate {
  std::size_t index;
  std::vector<std::string> names;  ///< as people may type them; the first is shown
};

/// The one candidate of that name: exact, else the only one of which it is a part.
core::Result<std::size_t> choose(const std::vector<Candidate>& candidates, std::string_view name,
                                 const char* kind) {
  const std::string wanted = folded(name);
  std::vector<const Candidate*> exact, partial;
  for (const Candidate& candidate : candidates) {
    const auto equals = [&](const std::string& n) { return folded(n) == wanted; };
    const auto contains = [&](const std::string& n) { return folded(n).find(wanted) != std::string::npos; };
    if (std::ranges::any_of(candidate.names, equals)) exact.push_back(&candidate);
    if (!wanted.empty() && std::ranges::any_of(candidate.names, contains)) partial.push_back(&candidate);
  }
  const std::vector<const Candidate*>& found = exact.empty() ? partial : exact;
  if (found.size() == 1) return found.front()->index;

  std::string list;
  // Of hundreds that are nothing like it a few show what a name looks like.
  constexpr std::size_t most_known = 70, most_examples = 3;
  const bool are_examples = found.empty() && candidates.size() > most_known;
  const std::size_t most = are_examples ? most_examples : most_known;
  std::size_t listed = 0;
  for (const Candidate& candidate : candidates) {
    const bool is_found = std::ranges::find(found, &candidate) != found.end();
    if ((!found.empty() && !is_found) || listed++ >= most) continue;
    list += (list.empty() ? "" : "; ") + candidate.names.front();
  }
  if (are_examples) list += "; … (" + std::to_string(candidates.size()) + ")";
  return core::fail(
      {.code = ErrorCode::unknown_name, .subject = {.field = kind, .id = std::string(name)}, .detail = list});
}

std::vector<Candidate> units_of(const core::Dataset& dataset,
                                std::function<bool(const core::admin::Unit&)> wanted) {
  std::vector<Candidate> candidates;
  for (core::admin::UnitIndex i = 0; i < dataset.frame.size(); ++i) {
    const core::admin::Unit& unit = dataset.frame[i];
    if (!wanted(unit)) continue;
    Candidate candidate{i, {unit.name_en + " (" + unit.code + ")", unit.code, unit.name_vi, unit.name_en}};
    if (const auto parent = dataset.frame.parent(i)) {
      // "District 12, Ho Chi Minh City": several provinces have a Châu Thành.
      candidate.names.push_back(unit.name_vi + ", " + dataset.frame[*parent].name_vi);
      candidate.names.push_back(unit.name_en + ", " + dataset.frame[*parent].name_en);
    }
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

}  // namespace

core::Result<core::industry::SectorIndex> find_sector(const core::Dataset& dataset, std::string_view name) {
  return find_sector_in(dataset.sectors, name);
}

core::Result<core::industry::SectorIndex> find_sector_in(const std::vector<core::industry::Sector>& sectors,
                                                         std::string_view name) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < sectors.size(); ++i) {
    const core::industry::Sector& s = sectors[i];
    if (s.code == name) return i;
    candidates.push_back({i, {s.code + " " + s.name_en, s.code, s.name_en, s.name_vi}});
  }
  return choose(candidates, name, "sector");
}

core::Result<core::industry::PeriodIndex> find_period(const core::Dataset& dataset, std::string_view name) {
  std::vector<Candidate> candidates;
  const auto wanted = core::industry::Period::of(name).time;
  for (std::size_t i = 0; i < dataset.periods.size(); ++i) {
    if (wanted && core::industry::Period::of(dataset.periods[i]).time == wanted)
      return i;  // "2007-Q4" for "Quý IV/2007"
    candidates.push_back({i, {dataset.periods[i]}});
  }
  return choose(candidates, name, "period");
}

core::Result<core::admin::UnitIndex> find_province(const core::Dataset& dataset, std::string_view name) {
  return choose(
      units_of(dataset, [](const auto& unit) { return unit.level == core::admin::Level::province; }), name,
      "province");
}

core::Result<core::admin::UnitIndex> find_unit(const core::Dataset& dataset, std::string_view name) {
  return choose(units_of(dataset, [](const auto&) { return true; }), name, "unit");
}

}  // namespace vicinia::workspace
