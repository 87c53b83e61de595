/// \file workspace.h
/// The document, and the one way to change it. Window, terminal and tests all go through apply().
/// Threads: one; listeners are called on the thread that calls apply(), undo() or redo(), after the change.
/// Errors:  a command that does not fit the document returns an Error and changes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "vicinia/core/audit/audited_list.h"
#include "vicinia/core/audit/known_totals.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/view.h"

namespace vicinia::workspace::inline document {

struct TreatedData;  // indicators/values.h
[[nodiscard]] std::shared_ptr<TreatedData> make_treated_data();

/// Immutable data with what was noticed while loading it.
struct OpenDataset {
  std::filesystem::path folder{};
  std::shared_ptr<const core::Dataset> dataset{};
  std::vector<core::Finding> findings{};
  std::vector<std::shared_ptr<const core::audit::AuditedList>>
      audits{};  ///< [period]; null where nothing is audited
  std::vector<std::shared_ptr<const core::audit::KnownTotals>>
      totals{};  ///< [period]: E_i, E_j and E as far as they are known
  std::shared_ptr<TreatedData> treated =
      make_treated_data();  ///< what contradicted values are left out of; made when asked for
  std::shared_ptr<const OpenDataset>
      as_loaded{};  ///< at another level of its sectors: what was read, or shown in this frame first; else null
  std::shared_ptr<const OpenDataset> own_frame{};  ///< in another frame: what was read; else null
  std::optional<gis::map::Extent>
      extent{};  ///< of all areas, metres; found while loading, for each map asks for it. nullopt: not known
};

/// The same data at another level of its sectors, in the same frame; `level` 0: the one that it is opened with. Nothing is read again, audits and totals are
/// made anew. Errors: InvalidArgument.
[[nodiscard]] core::Result<std::shared_ptr<const OpenDataset>> at_sector_level(
    std::shared_ptr<const OpenDataset> data, std::size_t level);

/// The same data in another frame that it has a crosswalk to (core/values/in_frame.h), at the same level of its sectors; empty: its own.
/// Errors: UnknownName with field frame, those of in_frame.
[[nodiscard]] core::Result<std::shared_ptr<const OpenDataset>> in_frame(
    std::shared_ptr<const OpenDataset> data, const std::string& frame, const core::Task& task = {});

/// What was read, whatever the level of sectors: equal for two that are of one reading.
[[nodiscard]] inline const OpenDataset* loaded(const OpenDataset* data) {
  return data->as_loaded ? data->as_loaded.get() : data;
}

/// Everything that is open. `data` is never null in a Workspace, and at the level of sectors that the view has.
struct Document {
  std::shared_ptr<const OpenDataset> data{};
  View view{};
};

[[nodiscard]] Touched difference(const Document& before, const Document& after);
/// Whether they hold the same work: all that undo takes back. Where the map stands and what is selected may differ, and the same data may
/// have been read twice.
[[nodiscard]] bool is_same_work(const Document& a, const Document& b);
/// As when a document is opened.
[[nodiscard]] Touched everything_touched();

enum class CommandName : std::uint8_t {
  open_dataset,
  set_sector,
  set_variable,
  set_classification,
  set_province,
  set_period,
  select_units,
  set_extent,
  set_labels,
  open_view,
  set_agglomerations,
  link_units,
  cut_units,
  forget_link,
  set_outlines,
  show_value,
  set_own_rule,
  set_palette,
  set_base_period,
  set_sector_level,
  set_treatment,
  set_symbols,
  set_frame,
  set_own_classes,
  keep_selection,
  forget_selection,
  set_notes,
  set_cartogram,
  set_chart,
  add_map,
  remove_map,
  make_map_first,
  follow_first_rules,
  set_swiped_with,
  set_same_classes,
  end_comparison
};
/// One step: a name, and a function from the document before to the document after.
struct Command {
  CommandName name;
  bool undoable = true;  ///< moving the map and selecting are not
  bool continues =
      false;  ///< part of the step before, where that has the same name: a slider that is being dragged
  std::function<core::Result<Document>(const Document&)> change;
};

namespace commands {
[[nodiscard]] Command open_dataset(std::shared_ptr<const OpenDataset> data);
[[nodiscard]] Command set_sector(core::industry::SectorIndex sector);
/// Of sectors that are parts of others: which level is shown and summed, 1 the coarsest. The sector shown becomes the one that it is a part
/// of, or its first part. Errors: InvalidArgument.
[[nodiscard]] Command set_sector_level(std::size_t level);
/// Errors: VariableNotAvailable, with the reason.
[[nodiscard]] Command set_variable(core::values::Variable variable);
/// For the variable that is shown. `continues`: the next position of a break that is being dragged; one undo takes back them all.
[[nodiscard]] Command set_classification(Classification classification, bool continues = false);
/// For the kind of variable that is shown. Errors: UnknownName, where it does not suit it.
[[nodiscard]] Command set_palette(Palette palette);
/// Shows one province alone and zooms to it; nullopt: the whole country.
[[nodiscard]] Command set_province(std::optional<core::admin::UnitIndex> province);
/// Of the province that is shown alone: its own classes, or those of the whole country.
[[nodiscard]] Command set_own_classes(bool own);
/// A base of change that is not before it is forgotten.
[[nodiscard]] Command set_period(core::industry::PeriodIndex period);
/// nullopt: the one before. Errors: InvalidArgument, where it is not before the period that is shown.
[[nodiscard]] Command set_base_period(std::optional<core::industry::PeriodIndex> period);
/// That unit alone, or nothing.
[[nodiscard]] Command select_unit(std::optional<core::admin::UnitIndex> unit);
[[nodiscard]] Command select_units(Selection units);
/// What is selected, under a name; one of the same name is replaced. Errors: InvalidArgument with field name (empty) or selected (nothing is).
[[nodiscard]] Command keep_selection(std::string name);
/// Errors: UnknownName with field kept_selection.
[[nodiscard]] Command forget_selection(std::string name);
/// Selects again what was kept, as far as the shown frame has it. Errors: UnknownName with field kept_selection, or kept_units where it has none of them.
[[nodiscard]] Command select_kept(std::string name);
[[nodiscard]] Command set_extent(std::optional<gis::map::Extent> extent);
/// Both at once: a place that was looked at before.
[[nodiscard]] Command look_at(std::optional<gis::map::Extent> extent, Selection units);
[[nodiscard]] Command set_labels(bool labels);
/// Rules, tolerance and links. `continues`: the next position of a slider that is being dragged; one undo takes back them all.
[[nodiscard]] Command set_agglomerations(AgglomerationSettings settings, bool continues = false);
/// A link by hand where the boundaries have none (over a river mouth), or the end of a cut. Errors: InvalidArgument.
[[nodiscard]] Command link_units(core::admin::UnitIndex a, core::admin::UnitIndex b);
/// No link where the boundaries have one, or the end of a link by hand.
[[nodiscard]] Command cut_units(core::admin::UnitIndex a, core::admin::UnitIndex b);
/// As the boundaries say again.
[[nodiscard]] Command forget_link(core::admin::UnitIndex a, core::admin::UnitIndex b);
[[nodiscard]] Command set_outlines(bool outlines);
/// In proportion to the shown quantity, or to the employees, over the areas; nullopt: where these are too small to be seen.
[[nodiscard]] Command set_symbols(std::optional<bool> symbols);
/// Circles in place of areas: a Dorling cartogram.
[[nodiscard]] Command set_cartogram(bool cartogram);
/// Shows a printed value: its sector and measure, with the unit selected (none: a sum), and the whole country if another province is
/// shown. Looking at one after another is one step of the history.
[[nodiscard]] Command show_value(core::industry::SectorIndex sector, core::indicators::Measure measure,
                                 std::optional<core::admin::UnitIndex> unit);
/// `continues`: the next key of a threshold that is being typed. Errors: InvalidArgument, which names the criterion.
[[nodiscard]] Command set_own_rule(core::indicators::grades::OwnRule rule, bool continues = false);
/// What is done with values that the audit contradicts: everywhere.
[[nodiscard]] Command set_treatment(core::values::Treatment treatment);
/// Which chart stands beside the map. Errors: InvalidArgument, where its size is no quantity or what it is drawn against is a category.
[[nodiscard]] Command set_chart(ChartSettings chart);
/// Shows the values in another frame of the data set; empty: in its own. What is selected or cut out goes: codes of one frame are none of
/// another. Errors: UnknownName.
[[nodiscard]] Command set_frame(std::string frame);
/// `continues`: the next key of a note that is being typed.
[[nodiscard]] Command set_notes(std::string notes, bool continues = false);
/// Another map beside those that there are (comparison.h). nullopt: it begins as a copy of the last. Errors: InvalidArgument, where there are
/// as many as there can be.
[[nodiscard]] Command add_map(std::optional<ComparedMap> map = std::nullopt);
/// Of the first, the next takes its place. Errors: InvalidArgument, where there is no such map, or none but it.
[[nodiscard]] Command remove_map(std::size_t map);
/// It and the first change places.
[[nodiscard]] Command make_map_first(std::size_t map);
/// What the command does, on that map. \pre a command that leaves the data as they are
[[nodiscard]] Command in_map(std::size_t map, Command command);
/// Its rules of agglomerations are those of the first map again.
[[nodiscard]] Command follow_first_rules(std::size_t map);
/// The first map lies over that one, with a handle between them; 0: all maps in a grid.
[[nodiscard]] Command set_swiped_with(std::size_t map);
/// Maps of one variable have the classes of all their values together.
[[nodiscard]] Command set_same_classes(bool same);
/// The first map alone is left.
[[nodiscard]] Command end_comparison();
/// A whole view at once, as read from a file.
[[nodiscard]] Command open_view(View view);
}  // namespace commands

class Workspace {
 public:
  using Listener = std::function<void(const Touched&)>;

  /// \pre data != nullptr && data->dataset != nullptr
  explicit Workspace(std::shared_ptr<const OpenDataset> data);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const core::Dataset& dataset() const { return *document_.data->dataset; }
  [[nodiscard]] const View& view() const { return document_.view; }

  [[nodiscard]] core::Status apply(const Command& command);

  [[nodiscard]] bool can_undo() const { return !undo_.empty(); }
  [[nodiscard]] bool can_redo() const { return !redo_.empty(); }
  [[nodiscard]] CommandName undo_name() const { return undo_.back().name; }  ///< \pre can_undo()
  [[nodiscard]] CommandName redo_name() const { return redo_.back().name; }  ///< \pre can_redo()
  void undo();                                                               ///< \pre can_undo()
  void redo();                                                               ///< \pre can_redo()

  /// What was done, oldest first, and after it what was taken back and can be done again.
  [[nodiscard]] std::vector<CommandName> history() const;
  /// How many steps of history() are done; 0: where the document began.
  [[nodiscard]] std::size_t position() const { return undo_.size(); }
  /// Undoes or redoes up to there; views are told once. \pre position <= history().size()
  void go_to(std::size_t position);

  /// Called after every change, for as long as the workspace lives.
  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }

 private:
  struct Step {
    CommandName name;
    Document document;
  };
  void become(Document document);
  /// One step back or forth of `document`: the top of `from` is taken, and a way back left in `to`.
  [[nodiscard]] static Document moved(Document document, std::vector<Step>& from, std::vector<Step>& to);

  Document document_;
  std::vector<Step> undo_, redo_;
  std::vector<Listener> listeners_;
};

/// Reads a data set for opening; long. See gis/io/dataset_reader.h for its errors.
[[nodiscard]] core::Result<std::shared_ptr<const OpenDataset>> load(const std::filesystem::path& folder,
                                                                    const core::Task& task = {});

}  // namespace vicinia::workspace::inline document
