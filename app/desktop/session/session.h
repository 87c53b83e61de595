/// \file session.h
/// The open document as the window sees it: the workspace behind Qt signals, with the choropleth of the current view.
/// There is no document until the first data set is open.
#pragma once

#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "jobs/prepared_dataset.h"
#include "session/shown_map.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::desktop {

class Session : public ShownMap {
  Q_OBJECT

 public:
  explicit Session(workspace::Language language, QObject* parent = nullptr);

  [[nodiscard]] bool isOpen() const override { return workspace_ != nullptr; }
  [[nodiscard]] const workspace::Document& document() const override { return workspace_->document(); }
  /// What the shown data were read as, whatever frame and level of sectors are shown: what files tell of.
  [[nodiscard]] const core::Dataset& datasetAsRead() const;
  [[nodiscard]] const workspace::Choropleth& choropleth() const override { return choropleth_; }
  [[nodiscard]] const workspace::MapSources& sources() const;
  /// Of the shown sector, period and treatment; computed once for each. \pre isOpen()
  [[nodiscard]] core::Result<SectorValuesPtr> sectorValues();

  /// The language of the window. The window changes it together with its translator.
  [[nodiscard]] workspace::Language language() const { return language_; }
  void setLanguage(workspace::Language language) { language_ = language; }

  /// Makes the data set the open one; the one before can be reached by undo.
  [[nodiscard]] core::Status open(PreparedDatasetPtr dataset);
  /// Begins another document, on this data set or, where it is null, on the one that is open: nothing is there to be undone.
  /// Where the view does not fit, what was open stays.
  [[nodiscard]] core::Status begin(PreparedDatasetPtr dataset, std::optional<workspace::View> view);
  /// Changes the document. A command that does not fit changes nothing and is reported by refused().
  bool apply(workspace::Command command);

  [[nodiscard]] bool canUndo() const { return isOpen() && workspace_->can_undo(); }
  [[nodiscard]] bool canRedo() const { return isOpen() && workspace_->can_redo(); }
  [[nodiscard]] QString undoText() const;
  [[nodiscard]] QString redoText() const;
  void undo();
  void redo();
  /// See Workspace::history(), position() and go_to(); empty while nothing is open.
  [[nodiscard]] QStringList history() const;
  [[nodiscard]] std::size_t position() const { return isOpen() ? workspace_->position() : 0; }
  void goTo(std::size_t position);

  /// The unit that the mouse is over, in whatever view; no part of the document.
  [[nodiscard]] std::optional<core::admin::UnitIndex> pointedAt() const { return pointedAt_; }
  void setPointedAt(std::optional<core::admin::UnitIndex> unit);
  /// Units that a brush is over, in whatever view, before they are selected; no part of the document. Ascending.
  [[nodiscard]] const std::vector<core::admin::UnitIndex>& brushed() const { return brushed_; }
  void setBrushed(std::vector<core::admin::UnitIndex> units);

 Q_SIGNALS:
  void refused(const vicinia::core::Error& error);
  void pointedAtChanged();
  void brushedChanged();

 private:
  [[nodiscard]] core::Status tryApply(workspace::Command command);
  /// Polygons of the data in another frame than that in which they were read.
  [[nodiscard]] core::Status prepare(const std::shared_ptr<const workspace::OpenDataset>& data);
  [[nodiscard]] const PreparedDatasetPtr& prepared(const workspace::OpenDataset* data) const;
  void onViewChanged(const workspace::Touched& touched);
  void forgetUnusedDatasets();

  workspace::Language language_;
  std::unique_ptr<workspace::Workspace> workspace_;
  workspace::Choropleth choropleth_;
  std::optional<workspace::Choropleth> next_;  ///< made while a command is checked
  std::optional<core::admin::UnitIndex> pointedAt_;
  std::vector<core::admin::UnitIndex> brushed_;
  struct {
    core::industry::SectorIndex sector = 0;
    core::industry::PeriodIndex period = 0;
    core::values::Treatment treatment = core::values::Treatment::as_printed;
    SectorValuesPtr values{};
  } known_;                                   ///< of the open data set
  std::vector<PreparedDatasetPtr> prepared_;  ///< the open one, and those that undo may bring back
};

}  // namespace vicinia::desktop
