#include "vicinia/workspace/document/workspace.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "document/view_fields.h"
#include "vicinia/core/values/in_frame.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/document/own_rule.h"
#include "vicinia/workspace/document/values.h"

namespace vicinia::workspace::inline document {

using core::ErrorCode;

namespace {

/// A command that changes the view alone. `change` returns an error, or nothing.
template <class Change>
Command view_command(CommandName name, bool undoable, Change change) {
  return {name, undoable, false,
          [change = std::move(change)](const Document& before) -> core::Result<Document> {
            Document after = before;
            if (core::Status ok = change(*after.data->dataset, after.view); !ok)
              return core::fail(ok.error());
            return after;
          }};
}

/// The sector at another level of the same data: itself, the one that it is a part of, or its first part.
core::industry::SectorIndex same_sector(const core::Dataset& from, core::industry::SectorIndex sector,
                                        const core::Dataset& to) {
  const std::string& code = from.sectors[sector].code;
  if (const auto same = core::industry::find_sector(to.sectors, code)) return *same;
  const core::industry::SectorLevels& levels = *to.levels;
  const auto at = core::industry::find_sector(levels.sectors, code);
  for (auto up = levels.tree.parent(*at); up; up = levels.tree.parent(*up))
    if (const auto whole = core::industry::find_sector(to.sectors, levels.sectors[*up].code)) return *whole;
  for (auto down = *at; !levels.tree.parts(down).empty();) {
    down = levels.tree.parts(down).front();
    if (const auto part = core::industry::find_sector(to.sectors, levels.sectors[down].code)) return *part;
  }
  return 0;
}

/// Of each map: the usual one, where the data do not have it.
void show_available_variables(Document& document) {
  const auto is_there = [&](std::size_t map) {
    const Document shown = document_of(document, map);
    return availability_of(shown, shown.view.variable) == Availability::available;
  };
  if (!is_there(0)) document.view.variable = View{}.variable;
  for (std::size_t map = 1; map < map_count(document.view); ++map)
    if (!is_there(map)) document.view.comparison.others[map - 1].variable = View{}.variable;
}

/// A step back or forth in the history. Where the map stands and what is selected is not part of it, unless the
/// ground itself changes.
Document without_moving(Document to, const Document& current) {
  if (to.data == current.data && to.view.province == current.view.province)
    for (const ViewField& field : view_fields())
      if (!field.is_in_history) field.copy(current.view, to.view);
  return to;
}

}  // namespace

Touched difference(const Document& before, const Document& after) {
  Touched touched{.dataset = before.data != after.data};
  for (const ViewField& field : view_fields())
    if (!field.is_same(before.view, after.view)) touched.*field.touches = true;
  // What a rule of one's own decides is coloured by it.
  if (touched.own_rule && core::values::depends_on_own_rule(after.view.variable)) touched.variable = true;
  // Values of the other maps decide on the classes, and on the sizes of symbols.
  if (touched.comparison && (before.view.comparison.same_classes || after.view.comparison.same_classes))
    touched.symbols = true;
  if (touched.comparison && (pools_classes(before.view) || pools_classes(after.view)))
    touched.classification = true;
  return touched;
}

bool is_same_work(const Document& a, const Document& b) {
  if (a.data->dataset->content_hash != b.data->dataset->content_hash || a.data->folder != b.data->folder)
    return false;
  return std::ranges::all_of(view_fields(), [&](const ViewField& field) {
    return !field.is_in_history || field.is_same(a.view, b.view);
  });
}

Touched everything_touched() {
  Touched touched{.dataset = true};
  for (const ViewField& field : view_fields()) touched.*field.touches = true;
  return touched;
}

namespace commands {

Command open_dataset(std::shared_ptr<const OpenDataset> data) {
  return {CommandName::open_dataset, true, false, [data](const Document& before) -> core::Result<Document> {
            if (!data || !data->dataset || data->dataset->sectors.empty() || data->dataset->periods.empty())
              return core::fail({.code = ErrorCode::invalid_argument, .subject = {.field = "dataset"}});
            Document after{data, carried_over(before.view, *before.data->dataset, *data->dataset)};
            show_available_variables(after);
            return after;
          }};
}

Command set_sector(core::industry::SectorIndex sector) {
  return view_command(CommandName::set_sector, true,
                      [sector](const core::Dataset& data, View& view) -> core::Status {
                        if (sector >= data.sectors.size())
                          return core::fail(out_of_range("sector", sector, data.sectors.size()));
                        view.sector = sector;
                        return {};
                      });
}

Command set_sector_level(std::size_t level) {
  return {CommandName::set_sector_level, true, false,
          [level](const Document& before) -> core::Result<Document> {
            auto data = at_sector_level(before.data, level);
            if (!data) return core::fail(data.error());
            Document after{*data, before.view};
            after.view.sector_level = level;
            const auto same = [&](core::industry::SectorIndex sector) {
              return same_sector(*before.data->dataset, sector, *after.data->dataset);
            };
            after.view.sector = same(before.view.sector);
            for (ComparedMap& map : after.view.comparison.others) map.sector = same(map.sector);
            return after;
          }};
}

Command set_frame(std::string frame) {
  return {CommandName::set_frame, true, false,
          [frame = std::move(frame)](const Document& before) -> core::Result<Document> {
            auto data = in_frame(before.data, frame);
            if (!data) return core::fail(data.error());
            if (*data == before.data) return before;
            Document after{*data, before.view};
            after.view.frame = frame;
            after.view.province.reset();
            after.view.selected = {};
            after.view.extent.reset();
            after.view.agglomerations.links = {};
            show_available_variables(after);
            return after;
          }};
}

Command set_variable(core::values::Variable variable) {
  return {CommandName::set_variable, true, false,
          [variable](const Document& before) -> core::Result<Document> {
            if (static_cast<std::size_t>(variable) >= core::values::variable_count)
              return core::fail(
                  out_of_range("variable", static_cast<std::size_t>(variable), core::values::variable_count));
            if (const Availability why = availability_of(before, variable); why != Availability::available)
              return core::fail(not_available(variable, why));
            Document after = before;
            after.view.variable = variable;
            return after;
          }};
}

Command set_classification(Classification classification, bool continues) {
  Command command = view_command(
      CommandName::set_classification, true,
      [classification = std::move(classification)](const core::Dataset&, View& view) -> core::Status {
        // The rules for breaks are classify()'s; two values suffice to ask it.
        const double probe[] = {0.0, 1.0};
        const auto checked = core::stats::classify(probe, {.method = classification.method,
                                                           .classes = classification.classes,
                                                           .manual_breaks = classification.manual_breaks});
        if (!checked) return core::fail(checked.error());
        view.classification() = classification;
        return {};
      });
  command.continues = continues;
  return command;
}

Command set_palette(Palette palette) {
  return view_command(CommandName::set_palette, true,
                      [palette](const core::Dataset&, View& view) -> core::Status {
                        view.palettes.of(view.variable) = palette;
                        return check(view.palettes);
                      });
}

Command set_province(std::optional<core::admin::UnitIndex> province) {
  return view_command(
      CommandName::set_province, true, [province](const core::Dataset& data, View& view) -> core::Status {
        if (core::Status ok = check_unit(data, province, "province"); !ok) return ok;
        if (province && !data.frame.is_chosen_as_whole(*province))
          return core::fail({.code = ErrorCode::invalid_argument,
                             .subject = {.field = "province", .id = data.frame[*province].code}});
        view.province = province;
        view.extent.reset();
        return {};
      });
}

Command set_period(core::industry::PeriodIndex period) {
  return view_command(CommandName::set_period, true,
                      [period](const core::Dataset& data, View& view) -> core::Status {
                        if (period >= data.periods.size())
                          return core::fail(out_of_range("period", period, data.periods.size()));
                        view.period = period;
                        if (view.base_period && *view.base_period >= period) view.base_period.reset();
                        return {};
                      });
}

Command set_base_period(std::optional<core::industry::PeriodIndex> period) {
  return view_command(CommandName::set_base_period, true,
                      [period](const core::Dataset& data, View& view) -> core::Status {
                        if (auto ok = check_base_period(data, view.period, period); !ok) return ok;
                        view.base_period = period;
                        return {};
                      });
}

Command select_unit(std::optional<core::admin::UnitIndex> unit) { return select_units(Selection(unit)); }

Command select_units(Selection units) {
  return view_command(CommandName::select_units, false,
                      [units = std::move(units)](const core::Dataset& data, View& view) -> core::Status {
                        if (core::Status ok = check_units(data, units); !ok) return ok;
                        view.selected = units;
                        return {};
                      });
}

namespace {

auto find_kept(auto& view, const std::string& name) {
  return std::ranges::find(view.kept_selections, name, &KeptSelection::name);
}

core::Error not_kept(const View& view, const std::string& name) {
  std::string names;
  for (const KeptSelection& kept : view.kept_selections) names += (names.empty() ? "" : ", ") + kept.name;
  return {
      .code = ErrorCode::unknown_name, .subject = {.field = "kept_selection", .id = name}, .detail = names};
}

}  // namespace

Command keep_selection(std::string name) {
  return view_command(CommandName::keep_selection, true,
                      [name = std::move(name)](const core::Dataset& data, View& view) -> core::Status {
                        if (name.empty() || view.selected.empty())
                          return core::fail({.code = ErrorCode::invalid_argument,
                                             .subject = {.field = name.empty() ? "name" : "selected"}});
                        KeptSelection kept{.name = name,
                                           .codes = {data.frame[*view.selected.current()].code}};
                        for (const core::admin::UnitIndex unit : view.selected.units())
                          if (unit != view.selected.current()) kept.codes.push_back(data.frame[unit].code);
                        if (const auto same = find_kept(view, name); same != view.kept_selections.end())
                          *same = std::move(kept);
                        else
                          view.kept_selections.insert(
                              std::ranges::upper_bound(view.kept_selections, name, {}, &KeptSelection::name),
                              std::move(kept));
                        return {};
                      });
}

Command forget_selection(std::string name) {
  return view_command(CommandName::forget_selection, true,
                      [name = std::move(name)](const core::Dataset&, View& view) -> core::Status {
                        const auto kept = find_kept(view, name);
                        if (kept == view.kept_selections.end()) return core::fail(not_kept(view, name));
                        view.kept_selections.erase(kept);
                        return {};
                      });
}

Command select_kept(std::string name) {
  return view_command(CommandName::select_units, false,
                      [name = std::move(name)](const core::Dataset& data, View& view) -> core::Status {
                        const auto kept = find_kept(view, name);
                        if (kept == view.kept_selections.end()) return core::fail(not_kept(view, name));
                        std::vector<core::admin::UnitIndex> units;
                        for (const std::string& code : kept->codes)
                          if (const auto unit = data.frame.find(code)) units.push_back(*unit);
                        if (units.empty())
                          return core::fail({.code = ErrorCode::unknown_name,
                                             .subject = {.field = "kept_units", .id = name}});
                        const core::admin::UnitIndex current = units.front();
                        view.selected = Selection(std::move(units), current);
                        return {};
                      });
}

Command set_extent(std::optional<gis::map::Extent> extent) {
  return view_command(
      CommandName::set_extent, false, [extent](const core::Dataset&, View& view) -> core::Status {
        if (extent &&
            !(extent->width() > 0 && extent->height() > 0 && extent->width() < 1e8 && extent->height() < 1e8))
          return core::fail({.code = ErrorCode::invalid_argument, .subject = {.field = "extent"}});
        view.extent = extent;
        return {};
      });
}

Command look_at(std::optional<gis::map::Extent> extent, Selection units) {
  return {CommandName::set_extent, false, false,
          [extent, units = std::move(units)](const Document& before) -> core::Result<Document> {
            return set_extent(extent).change(before).and_then(
                [&](const Document& there) { return select_units(units).change(there); });
          }};
}

Command set_labels(bool labels) {
  return view_command(CommandName::set_labels, true,
                      [labels](const core::Dataset&, View& view) -> core::Status {
                        view.labels = labels;
                        return {};
                      });
}

Command set_agglomerations(AgglomerationSettings settings, bool continues) {
  Command command =
      view_command(CommandName::set_agglomerations, true,
                   [settings = std::move(settings)](const core::Dataset& data, View& view) -> core::Status {
                     if (core::Status ok = check(settings, data); !ok) return ok;
                     view.agglomerations = settings;
                     view.agglomerations.links = in_order(settings.links);
                     return {};
                   });
  command.continues = continues;
  return command;
}

namespace {

/// `change` has the links of a view and the pair, ascending.
template <class Change>
Command links_command(CommandName name, core::admin::UnitIndex a, core::admin::UnitIndex b, Change change) {
  return view_command(
      name, true, [pair = ascending(a, b), change](const core::Dataset& data, View& view) -> core::Status {
        if (core::Status ok = check_pair(data, pair); !ok) return ok;
        change(view.agglomerations.links, pair);
        return {};
      });
}

}  // namespace

Command link_units(core::admin::UnitIndex a, core::admin::UnitIndex b) {
  return links_command(CommandName::link_units, a, b, [](core::topology::ManualLinks& links, UnitPair pair) {
    remove_pair(links.cut, pair);
    add_pair(links.linked, pair);
  });
}

Command cut_units(core::admin::UnitIndex a, core::admin::UnitIndex b) {
  return links_command(CommandName::cut_units, a, b, [](core::topology::ManualLinks& links, UnitPair pair) {
    remove_pair(links.linked, pair);
    add_pair(links.cut, pair);
  });
}

Command forget_link(core::admin::UnitIndex a, core::admin::UnitIndex b) {
  return links_command(CommandName::forget_link, a, b, [](core::topology::ManualLinks& links, UnitPair pair) {
    remove_pair(links.linked, pair);
    remove_pair(links.cut, pair);
  });
}

Command set_outlines(bool outlines) {
  return view_command(CommandName::set_outlines, true,
                      [outlines](const core::Dataset&, View& view) -> core::Status {
                        view.outlines = outlines;
                        return {};
                      });
}

Command set_symbols(std::optional<bool> symbols) {
  return view_command(CommandName::set_symbols, true,
                      [symbols](const core::Dataset&, View& view) -> core::Status {
                        view.symbols = symbols;
                        return {};
                      });
}

Command set_cartogram(bool cartogram) {
  return view_command(CommandName::set_cartogram, true,
                      [cartogram](const core::Dataset&, View& view) -> core::Status {
                        view.cartogram = cartogram;
                        return {};
                      });
}

Command set_chart(ChartSettings chart) {
  return view_command(CommandName::set_chart, true,
                      [chart](const core::Dataset& data, View& view) -> core::Status {
                        view.chart = chart;
                        return check(view, data);
                      });
}

Command set_own_classes(bool own) {
  return view_command(CommandName::set_own_classes, true,
                      [own](const core::Dataset&, View& view) -> core::Status {
                        view.own_classes = own;
                        return {};
                      });
}

Command show_value(core::industry::SectorIndex sector, core::indicators::Measure measure,
                   std::optional<core::admin::UnitIndex> unit) {
  Command command =
      view_command(CommandName::show_value, true,
                   [sector, measure, unit](const core::Dataset& data, View& view) -> core::Status {
                     if (sector >= data.sectors.size())
                       return core::fail(out_of_range("sector", sector, data.sectors.size()));
                     if (core::Status ok = check_unit(data, unit, "unit"); !ok) return ok;
                     view.sector = sector;
                     view.variable = core::values::variable_of(measure);
                     view.selected = Selection(unit);
                     if (unit && view.province && *view.province != *unit &&
                         data.frame.ancestor(*unit, data.frame[*view.province].level) != view.province) {
                       view.province.reset();
                       view.extent.reset();
                     }
                     return {};
                   });
  command.continues = true;
  return command;
}

Command set_own_rule(core::indicators::grades::OwnRule rule, bool continues) {
  Command command =
      view_command(CommandName::set_own_rule, true, [rule](const core::Dataset&, View& view) -> core::Status {
        if (core::Status ok = check(rule); !ok) return ok;
        view.own_rule = rule;
        return {};
      });
  command.continues = continues;
  return command;
}

Command set_treatment(core::values::Treatment treatment) {
  return view_command(CommandName::set_treatment, true,
                      [treatment](const core::Dataset&, View& view) -> core::Status {
                        view.treatment = treatment;
                        return {};
                      });
}

Command set_notes(std::string notes, bool continues) {
  Command command =
      view_command(CommandName::set_notes, true,
                   [notes = std::move(notes)](const core::Dataset&, View& view) -> core::Status {
                     view.notes = notes;
                     return {};
                   });
  command.continues = continues;
  return command;
}

Command open_view(View view) {
  return {CommandName::open_view, true, false,
          [view = std::move(view)](const Document& before) -> core::Result<Document> {
            auto framed = in_frame(before.data, view.frame);
            if (!framed) return core::fail(framed.error());
            auto at_level = at_sector_level(*std::move(framed), view.sector_level);
            if (!at_level) return core::fail(at_level.error());
            if (auto ok = check(view, *(*at_level)->dataset); !ok) return core::fail(ok.error());
            Document after{*std::move(at_level), view};
            after.view.agglomerations.links = in_order(view.agglomerations.links);
            return after;
          }};
}

}  // namespace commands

Workspace::Workspace(std::shared_ptr<const OpenDataset> data) : document_{std::move(data), {}} {
  assert(document_.data && document_.data->dataset && !document_.data->dataset->periods.empty());
  document_.view.period = dataset().periods.size() - 1;
}

core::Status Workspace::apply(const Command& command) {
  core::Result<Document> after = command.change(document_);
  if (!after) return core::fail(after.error());
  if (!difference(document_, *after).anything()) return {};
  if (command.undoable) {
    const bool same_step = command.continues && !undo_.empty() && undo_.back().name == command.name;
    if (!same_step) undo_.push_back({command.name, document_});
    redo_.clear();
  }
  become(std::move(*after));
  return {};
}

Document Workspace::moved(Document document, std::vector<Step>& from, std::vector<Step>& to) {
  Step step = std::move(from.back());
  from.pop_back();
  Document there = without_moving(std::move(step.document), document);
  to.push_back({step.name, std::move(document)});
  return there;
}

void Workspace::undo() {
  assert(can_undo());
  become(moved(document_, undo_, redo_));
}

void Workspace::redo() {
  assert(can_redo());
  become(moved(document_, redo_, undo_));
}

std::vector<CommandName> Workspace::history() const {
  std::vector<CommandName> names;
  for (const Step& step : undo_) names.push_back(step.name);
  for (auto step = redo_.rbegin(); step != redo_.rend(); ++step) names.push_back(step->name);
  return names;
}

void Workspace::go_to(std::size_t position) {
  assert(position <= undo_.size() + redo_.size());
  if (position == undo_.size()) return;
  Document there = document_;
  while (undo_.size() > position) there = moved(std::move(there), undo_, redo_);
  while (undo_.size() < position) there = moved(std::move(there), redo_, undo_);
  become(std::move(there));
}

void Workspace::become(Document document) {
  const Touched touched = difference(document_, document);
  document_ = std::move(document);
  for (std::size_t i = 0; i < listeners_.size(); ++i) listeners_[i](touched);
}

}  // namespace vicinia::workspace::inline document
