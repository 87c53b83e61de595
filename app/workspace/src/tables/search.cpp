#include "vicinia/workspace/tables/search.h"

#include <algorithm>
#include <tuple>

#include "vicinia/core/values/variable.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline tables {
namespace {

using Kind = SearchResult::Kind;

struct Ranked {
  Kind kind;
  std::size_t item;
  core::names::Likeness likeness;
  std::size_t distance;
  bool operator<(const Ranked& other) const {
    return std::tuple(likeness, distance, kind) < std::tuple(other.likeness, other.distance, other.kind);
  }
};

const std::string& name_in(Language language, const std::string& vi, const std::string& en) {
  return language == Language::vi ? vi : en;
}

}  // namespace

Search::Search(std::shared_ptr<const core::Dataset> dataset, Language language,
               std::vector<Named> agglomerations, std::vector<Named> commands)
    : dataset_(std::move(dataset)),
      language_(language),
      agglomerations_(std::move(agglomerations)),
      commands_(std::move(commands)),
      units_(*dataset_) {
  const auto item = [&](Kind kind, std::size_t of) {
    items_.emplace_back(kind, of);
    return items_.size() - 1;
  };
  for (std::size_t s = 0; s < dataset_->sectors.size(); ++s) {
    const core::industry::Sector& sector = dataset_->sectors[s];
    const std::size_t at = item(Kind::sector, s);
    others_.add_code(at, sector.code);
    others_.add(at, sector.name_vi);
    others_.add(at, sector.name_en);
    for (const std::string& alias : sector.aliases) others_.add(at, alias);
  }
  for (const core::values::VariableInfo& info : core::values::all_variables()) {
    const std::size_t at = item(Kind::variable, static_cast<std::size_t>(info.variable));
    others_.add_code(at, info.id);
    for (const Language one : {Language::vi, Language::en})
      others_.add(at, variable_name(dataset_->provenance, info.variable, one));
  }
  const auto add = [&](Kind kind, const std::vector<Named>& named) {
    for (std::size_t i = 0; i < named.size(); ++i) {
      const std::size_t at = item(kind, i);
      others_.add(at, named[i].name);
      for (const std::string& name : named[i].other_names) others_.add(at, name);
    }
  };
  add(Kind::agglomeration, agglomerations_);
  add(Kind::command, commands_);
}

std::vector<SearchResult> Search::find(std::string_view text, std::size_t most) const {
  std::vector<Ranked> ranked;
  for (const RankedUnit& one : units_.ranked(text))
    ranked.push_back({Kind::unit, one.unit, one.likeness, one.distance});
  for (const core::names::Candidate& one : others_.find(text).candidates)
    ranked.push_back({items_[one.item].first, items_[one.item].second, one.likeness, one.distance});
  const auto is_meant = [](const Ranked& one) { return one.likeness <= core::names::last_that_names; };
  if (std::ranges::any_of(ranked, is_meant))
    std::erase_if(ranked, [&](const Ranked& one) { return !is_meant(one); });
  std::ranges::stable_sort(ranked, std::less<>());
  if (ranked.size() > most) ranked.resize(most);
  std::vector<SearchResult> results;
  for (const Ranked& one : ranked) {
    results.push_back(result(one.kind, one.item));
    results.back().is_meant = is_meant(one);
  }
  return results;
}

SearchResult Search::result(Kind kind, std::size_t item) const {
  SearchResult found{.kind = kind, .item = item};
  switch (kind) {
    case Kind::unit: {
      const core::admin::Frame& frame = dataset_->frame;
      found.name = called(frame, item, language_);
      const core::BilingualText words = core::admin::kind_words(frame[item]);
      found.about = pick(words.vi.empty() ? frame.level_of(item).name : words, language_);
      if (const std::string around = called_around(frame, item, language_); !around.empty())
        found.about += ", " + around;
      break;
    }
    case Kind::sector: {
      const core::industry::Sector& sector = dataset_->sectors[item];
      found.name = sector.code + "  " + name_in(language_, sector.name_vi, sector.name_en);
      found.about = language_ == Language::vi ? "ngành" : "sector";
      break;
    }
    case Kind::variable:
      found.name = variable_name(dataset_->provenance, static_cast<core::values::Variable>(item), language_);
      found.about = language_ == Language::vi ? "chỉ tiêu" : "variable";
      break;
    case Kind::agglomeration:
    case Kind::command: {
      const Named& named = (kind == Kind::command ? commands_ : agglomerations_)[item];
      found.name = named.name;
      found.about = named.about;
      break;
    }
  }
  return found;
}

}  // namespace vicinia::workspace::inline tables
