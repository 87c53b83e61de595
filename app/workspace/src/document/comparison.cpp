#include "vicinia/workspace/document/comparison.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "document/view_fields.h"

namespace vicinia::workspace::inline document {
namespace {

using core::agglomeration::Rules;

/// What the first map has that the others have of their own.
ComparedMap first_of(const View& view) {
  return {.sector = view.sector,
          .variable = view.variable,
          .period = view.period,
          .base_period = view.base_period};
}

void show_first(const ComparedMap& map, View& view) {
  view.sector = map.sector;
  view.variable = map.variable;
  view.period = map.period;
  view.base_period = map.base_period;
}

/// \pre map > 0
ComparedMap& other(View& view, std::size_t map) { return view.comparison.others[map - 1]; }

core::Status check_map(const View& view, std::size_t map) {
  if (map < map_count(view)) return {};
  return core::fail(out_of_range("map", map, map_count(view)));
}

/// A command on the view of the maps. `change` returns an error, or nothing.
template <class Change>
Command maps_command(CommandName name, Change change) {
  return {name, true, false, [change = std::move(change)](const Document& before) -> core::Result<Document> {
            Document after = before;
            if (core::Status ok = change(after.view); !ok) return core::fail(ok.error());
            return after;
          }};
}

/// Where the map beneath the first is when one has gone.
void forget(std::size_t removed, Comparison& comparison) {
  if (comparison.swiped_with == removed || comparison.others.empty())
    comparison.swiped_with = 0;
  else if (comparison.swiped_with > removed)
    --comparison.swiped_with;
}

}  // namespace

std::size_t map_count(const View& view) { return 1 + view.comparison.others.size(); }

View view_of_map(const View& view, std::size_t map) {
  assert(map < map_count(view));
  if (map == 0) return view;
  View shown = view;
  const ComparedMap wanted = other(shown, map);
  other(shown, map) = first_of(view);
  show_first(wanted, shown);
  if (!wanted.rules) return shown;
  // Who follows the first map goes on with the rules that it had.
  const Rules before = view.agglomerations.rules;
  shown.agglomerations.rules = *wanted.rules;
  for (ComparedMap& one : shown.comparison.others) {
    if (!one.rules) one.rules = before;
    if (one.rules == wanted.rules) one.rules.reset();
  }
  return shown;
}

Document document_of(const Document& document, std::size_t map) {
  return {document.data, view_of_map(document.view, map)};
}

bool pools_classes(const View& view) {
  return view.comparison.same_classes &&
         std::ranges::any_of(view.comparison.others,
                             [&](const ComparedMap& map) { return map.variable == view.variable; });
}

namespace commands {

Command add_map(std::optional<ComparedMap> map) {
  return {CommandName::add_map, true, false, [map](const Document& before) -> core::Result<Document> {
            Document after = before;
            auto& others = after.view.comparison.others;
            if (map_count(after.view) == most_compared_maps)
              return core::fail({.code = core::ErrorCode::invalid_argument,
                                 .subject = {.field = "compared_maps"},
                                 .detail = std::to_string(most_compared_maps)});
            others.push_back(map ? *map : others.empty() ? first_of(after.view) : ComparedMap(others.back()));
            if (auto ok = check(after.view, *after.data->dataset); !ok) return core::fail(ok.error());
            return after;
          }};
}

Command remove_map(std::size_t map) {
  return maps_command(CommandName::remove_map, [map](View& view) -> core::Status {
    if (auto ok = check_map(view, map); !ok) return ok;
    if (view.comparison.others.empty()) return core::fail(out_of_range("map", map, 0));
    if (map == 0) view = view_of_map(view, 1);
    const std::size_t gone = std::max<std::size_t>(map, 1);
    view.comparison.others.erase(view.comparison.others.begin() + static_cast<std::ptrdiff_t>(gone) - 1);
    forget(gone, view.comparison);
    return {};
  });
}

Command make_map_first(std::size_t map) {
  return maps_command(CommandName::make_map_first, [map](View& view) -> core::Status {
    if (auto ok = check_map(view, map); !ok) return ok;
    view = view_of_map(view, map);
    return {};
  });
}

Command in_map(std::size_t map, Command command) {
  if (map == 0) return command;
  command.change = [map,
                    change = std::move(command.change)](const Document& before) -> core::Result<Document> {
    if (auto ok = check_map(before.view, map); !ok) return core::fail(ok.error());
    const Document shown = document_of(before, map);
    auto changed = change(shown);
    if (!changed) return changed;
    if (changed->data != before.data) return core::fail({.code = core::ErrorCode::internal});
    ComparedMap own = first_of(changed->view);
    own.rules = before.view.comparison.others[map - 1].rules;
    if (changed->view.agglomerations.rules != shown.view.agglomerations.rules)
      own.rules = changed->view.agglomerations.rules;
    // What the maps share is as the command left it.
    changed->view.agglomerations.rules = before.view.agglomerations.rules;
    changed->view.comparison = before.view.comparison;
    show_first(first_of(before.view), changed->view);
    other(changed->view, map) = own;
    return changed;
  };
  return command;
}

Command follow_first_rules(std::size_t map) {
  return maps_command(CommandName::follow_first_rules, [map](View& view) -> core::Status {
    if (auto ok = check_map(view, map); !ok) return ok;
    if (map > 0) other(view, map).rules.reset();
    return {};
  });
}

Command set_swiped_with(std::size_t map) {
  return maps_command(CommandName::set_swiped_with, [map](View& view) -> core::Status {
    if (auto ok = check_map(view, map); !ok) return ok;
    view.comparison.swiped_with = map;
    return {};
  });
}

Command set_same_classes(bool same) {
  return maps_command(CommandName::set_same_classes, [same](View& view) -> core::Status {
    view.comparison.same_classes = same;
    return {};
  });
}

Command end_comparison() {
  return maps_command(CommandName::end_comparison, [](View& view) -> core::Status {
    view.comparison = {};
    return {};
  });
}

}  // namespace commands
}  // namespace vicinia::workspace::inline document
