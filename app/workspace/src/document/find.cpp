#include "vicinia/workspace/document/find.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

#include "vicinia/core/admin/unit_classes.h"
#include "vicinia/core/industry/period.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline document {
namespace {

using core::BilingualText;
using core::ErrorCode;
using core::names::Candidate;
using core::names::Lookup;
using core::names::NameIndex;

/// What an item is called in a list: with its code, so that it can be typed as it stands there.
using Shown = std::function<BilingualText(std::size_t)>;

/// "a; b; … (12)" in both languages, with a bar between: the detail of an UnknownName.
std::string listed(std::string what, std::span<const std::size_t> items, std::size_t most,
                   const Shown& shown) {
  BilingualText lists;
  for (std::size_t i = 0; i < std::min(items.size(), most); ++i) {
    const BilingualText name = shown(items[i]);
    (lists.vi += i == 0 ? "" : "; ") += name.vi;
    (lists.en += i == 0 ? "" : "; ") += name.en;
  }
  for (std::string* list : {&lists.vi, &lists.en}) {
    std::ranges::replace(*list, '|', '/');
    if (items.size() > most) *list += "; … (" + std::to_string(items.size()) + ")";
  }
  return std::move(what) + "|" + lists.vi + "|" + lists.en;
}

std::vector<std::size_t> items_of(std::span<const Candidate> candidates) {
  std::vector<std::size_t> items;
  for (const Candidate& one : candidates) items.push_back(one.item);
  return items;
}

/// The one that is named; else an error with those that may be meant, or, of a name that is like none, those that there are.
core::Result<std::size_t> choose(const NameIndex& index, std::size_t count, std::string_view name,
                                 const std::string& kind, const Shown& shown) {
  const Lookup lookup = index.find(name);
  if (const auto only = lookup.only()) return *only;
  // Of hundreds that are nothing like it a few show what a name looks like.
  constexpr std::size_t most_named = 20, most_near = 5, most_known = 70, most_examples = 3;
  std::string detail;
  if (!lookup.named().empty()) {
    detail = listed("several", items_of(lookup.named()), most_named, shown);
  } else if (!lookup.candidates.empty()) {
    std::vector<std::size_t> near = items_of(lookup.candidates);
    near.resize(std::min(near.size(), most_near));
    detail = listed("near", near, most_near, shown);
  } else {
    std::vector<std::size_t> all(count);
    for (std::size_t i = 0; i < count; ++i) all[i] = i;
    detail = listed("some", all, count > most_known ? most_examples : most_known, shown);
  }
  return core::fail({.code = ErrorCode::unknown_name,
                     .subject = {.field = kind, .id = std::string(name)},
                     .detail = std::move(detail)});
}

/// "829" of "Châu Thành, Bến Tre (829)": as lists of names have it.
std::string_view code_in_brackets(std::string_view name) {
  const std::size_t open = name.rfind('(');
  return open == std::string_view::npos || !name.ends_with(')')
             ? std::string_view()
             : name.substr(open + 1, name.size() - open - 2);
}

}  // namespace

core::Result<core::industry::SectorIndex> find_sector(const core::Dataset& dataset, std::string_view name) {
  return find_sector_in(dataset.sectors, name);
}

core::Result<core::industry::SectorIndex> find_sector_in(const std::vector<core::industry::Sector>& sectors,
                                                         std::string_view name) {
  NameIndex index(NameIndex::Of::others);
  for (std::size_t i = 0; i < sectors.size(); ++i) {
    const core::industry::Sector& sector = sectors[i];
    if (sector.code == name) return i;
    index.add_code(i, sector.code);
    index.add(i, sector.name_vi);
    index.add(i, sector.name_en);
    for (const std::string& alias : sector.aliases) index.add(i, alias);
    index.add_code(i, sector.code + " " + sector.name_vi);
    index.add_code(i, sector.code + " " + sector.name_en);
  }
  return choose(index, sectors.size(), name, "sector", [&](std::size_t i) {
    return BilingualText{sectors[i].code + " " + sectors[i].name_vi,
                         sectors[i].code + " " + sectors[i].name_en};
  });
}

core::Result<core::industry::PeriodIndex> find_period(const core::Dataset& dataset, std::string_view name) {
  NameIndex index(NameIndex::Of::others);
  const auto wanted = core::industry::Period::of(name).time;
  for (std::size_t i = 0; i < dataset.periods.size(); ++i) {
    if (wanted && core::industry::Period::of(dataset.periods[i]).time == wanted)
      return i;  // "2007-Q4" for "Quý IV/2007"
    index.add(i, dataset.periods[i]);
  }
  return choose(index, dataset.periods.size(), name, "period", [&](std::size_t i) {
    return BilingualText{dataset.periods[i], dataset.periods[i]};
  });
}

bool is_misfit_of_a_crosswalk(const core::Finding& finding) {
  using enum core::ErrorCode;
  return finding.code == crosswalk_row_twice || finding.code == crosswalk_weights ||
         finding.code == crosswalk_kind || finding.code == crosswalk_gap ||
         finding.code == crosswalk_nested ||
         (finding.code == unknown_unit && (finding.subject.field == "from" || finding.subject.field == "to"));
}

core::Result<std::string> find_frame(const core::Dataset& dataset, std::string_view name) {
  NameIndex index(NameIndex::Of::others);
  for (std::size_t i = 0; i < dataset.frames.size(); ++i) {
    const core::LinkedFrame& frame = *dataset.frames[i];
    if (frame.id == name) return frame.id;
    index.add_code(i, frame.id);
    index.add_code(i, frame.vintage);
    index.add(i, frame.name.vi);
    index.add(i, frame.name.en);
  }
  return choose(index, dataset.frames.size(), name, "frame",
                [&](std::size_t i) {
                  const core::LinkedFrame& frame = *dataset.frames[i];
                  const auto shown = [&](const std::string& one) {
                    return frame.id + (one.empty() ? "" : " " + one);
                  };
                  return BilingualText{shown(frame.name.vi), shown(frame.name.en)};
                })
      .map([&](std::size_t i) { return dataset.frames[i]->id; });
}

core::Result<core::admin::UnitIndex> find_province(const core::Dataset& dataset, std::string_view name) {
  return UnitNames(dataset, "province",
                   [&](const core::admin::Unit& unit) {
                     const core::admin::Levels& levels = dataset.frame.levels();
                     return levels.size() == 1 || unit.level < levels.finest();
                   })
      .find(name);
}

core::Result<core::admin::UnitIndex> find_unit(const core::Dataset& dataset, std::string_view name) {
  return UnitNames(dataset).find(name);
}

UnitNames::UnitNames(const core::Dataset& dataset, std::string kind,
                     const std::function<bool(const core::admin::Unit&)>& wanted)
    : dataset_(dataset), kind_(std::move(kind)) {
  // "Thành phố Thái Bình" is not the tỉnh, which "Tỉnh Thái Bình" is; of a name that one unit has, any class will do.
  std::unordered_map<std::string, core::names::UnitClasses> with_name;
  for (core::admin::UnitIndex i = 0; i < dataset.frame.size(); ++i)
    if (dataset.frame.has_namesake(i)) {
      auto& classes = with_name[dataset.frame.bare_name(i).vi];
      classes =
          static_cast<core::names::UnitClasses>(classes | core::admin::stated_classes(dataset.frame[i]));
    }
  for (core::admin::UnitIndex i = 0; i < dataset.frame.size(); ++i) {
    const core::admin::Unit& unit = dataset.frame[i];
    if (wanted && !wanted(unit)) continue;
    const std::size_t item = units_.size();
    units_.push_back(i);
    auto classes = core::admin::usual_classes(dataset.frame.level_of(i));
    if (dataset.frame.has_namesake(i))
      classes = static_cast<core::names::UnitClasses>((classes & ~with_name[dataset.frame.bare_name(i).vi]) |
                                                      core::admin::stated_classes(unit));
    index_.add_code(item, unit.code);
    index_.add(item, unit.name_vi, classes);
    index_.add(item, unit.name_en, classes);
    if (const auto parent = dataset.frame.parent(i)) {
      // "District 12, Ho Chi Minh City": several provinces have a Châu Thành.
      index_.add_with_place(item, unit.name_vi + ", " + dataset.frame[*parent].name_vi, classes);
      index_.add_with_place(item, unit.name_en + ", " + dataset.frame[*parent].name_en, classes);
    }
  }
}

std::vector<RankedUnit> UnitNames::ranked(std::string_view name) const {
  std::vector<RankedUnit> ranked;
  for (const Candidate& one : index_.find(name).candidates)
    ranked.push_back({units_[one.item], one.likeness, one.distance});
  return ranked;
}

core::Result<core::admin::UnitIndex> UnitNames::find(std::string_view name) const {
  const core::admin::Frame& frame = dataset_.frame;
  if (const auto unit = frame.find(code_in_brackets(name));
      unit && std::ranges::find(units_, *unit) != units_.end())
    return *unit;
  const auto found = choose(index_, units_.size(), name, kind_, [&](std::size_t item) {
    const core::admin::Unit& unit = frame[units_[item]];
    const std::string code = " (" + unit.code + ")";
    return BilingualText{full_name(frame, units_[item], Language::vi) + code,
                         full_name(frame, units_[item], Language::en) + code};
  });
  return found.map([&](std::size_t item) { return units_[item]; });
}

}  // namespace vicinia::workspace::inline document
