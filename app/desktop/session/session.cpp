#include "session/session.h"

#include <algorithm>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/words/command_words.h"

namespace vicinia::desktop {

namespace ws = workspace;

Session::Session(ws::Language language, QObject* parent) : ShownMap(parent), language_(language) {}

const PreparedDatasetPtr& Session::prepared(const ws::OpenDataset* data) const {
  const auto at = std::ranges::find_if(prepared_, [&](const PreparedDatasetPtr& prepared) {
    return ws::loaded(prepared->data.get()) == ws::loaded(data);
  });
  Q_ASSERT(at != prepared_.end());
  return *at;
}

const ws::MapSources& Session::sources() const { return prepared(document().data.get())->sources; }

const core::Dataset& Session::datasetAsRead() const {
  const ws::OpenDataset* const open = document().data.get();
  return *ws::loaded(open->own_frame ? open->own_frame.get() : open)->dataset;
}

core::Status Session::begin(PreparedDatasetPtr dataset, std::optional<ws::View> view) {
  const bool isAnother = dataset != nullptr;
  if (!isAnother) {
    const ws::OpenDataset* const open = document().data.get();
    dataset = prepared(open->own_frame ? open->own_frame.get() : open);
  }
  auto workspace = std::make_unique<ws::Workspace>(dataset->data);
  if (view) {
    auto start = ws::commands::open_view(*std::move(view));
    start.undoable = false;
    if (auto ok = workspace->apply(start); !ok) return ok;
  }
  auto choropleth = ws::make_choropleth(workspace->document());
  if (!choropleth) return core::fail(choropleth.error());
  if (isAnother) prepared_.push_back(dataset);
  if (auto ok = prepare(workspace->document().data); !ok) {
    if (isAnother) prepared_.pop_back();
    return ok;
  }
  choropleth_ = *std::move(choropleth);
  workspace_ = std::move(workspace);
  workspace_->listen([this](const ws::Touched& touched) { onViewChanged(touched); });
  dataset.reset();
  known_ = {};
  forgetUnusedDatasets();
  Q_EMIT changed(ws::everything_touched());
  return {};
}

core::Status Session::open(PreparedDatasetPtr dataset) {
  if (!isOpen()) return begin(std::move(dataset), std::nullopt);
  auto data = dataset->data;
  prepared_.push_back(std::move(dataset));
  auto status = tryApply(ws::commands::open_dataset(std::move(data)));
  forgetUnusedDatasets();
  return status;
}

bool Session::apply(ws::Command command) {
  if (!isOpen()) return false;
  const auto status = tryApply(std::move(command));
  if (!status) Q_EMIT refused(status.error());
  return status.has_value();
}

// The choropleth is part of the check: a document that cannot be coloured is not entered.
core::Status Session::tryApply(ws::Command command) {
  command.change =
      [this, change = std::move(command.change)](const ws::Document& before) -> core::Result<ws::Document> {
    auto after = change(before);
    if (!after || !ws::difference(before, *after).colours()) return after;
    if (core::Status ok = prepare(after->data); !ok) return core::fail(ok.error());
    auto choropleth = ws::make_choropleth(*after);
    if (!choropleth) return core::fail(choropleth.error());
    next_ = std::move(*choropleth);
    return after;
  };
  auto status = workspace_->apply(command);
  next_.reset();
  return status;
}

core::Status Session::prepare(const std::shared_ptr<const ws::OpenDataset>& data) {
  const auto& loaded = data->as_loaded ? data->as_loaded : data;
  if (!loaded->own_frame || std::ranges::any_of(prepared_, [&](const PreparedDatasetPtr& prepared) {
        return prepared->data == loaded;
      }))
    return {};
  auto sources = ws::write_sources(*loaded->dataset, prepared_.front()->folder);
  if (!sources) return core::fail(sources.error());
  prepared_.push_back(std::make_shared<const PreparedDataset>(
      PreparedDataset{loaded, std::move(*sources), prepared_.front()->folder}));
  return {};
}

core::Result<SectorValuesPtr> Session::sectorValues() {
  const ws::View& shown = view();
  if (known_.values && known_.sector == shown.sector && known_.period == shown.period &&
      known_.treatment == shown.treatment)
    return known_.values;
  auto made = ws::sector_values(document());
  if (!made) return core::fail(made.error());
  known_ = {shown.sector, shown.period, shown.treatment,
            std::make_shared<const ws::SectorValues>(std::move(*made))};
  return known_.values;
}

void Session::setPointedAt(std::optional<core::admin::UnitIndex> unit) {
  if (std::exchange(pointedAt_, unit) != unit) Q_EMIT pointedAtChanged();
}

void Session::setBrushed(std::vector<core::admin::UnitIndex> units) {
  if (brushed_ == units) return;
  brushed_ = std::move(units);
  Q_EMIT brushedChanged();
}

void Session::onViewChanged(const ws::Touched& touched) {
  if (touched.dataset) {  // units of one frame are none of another
    known_ = {};
    setPointedAt(std::nullopt);
    setBrushed({});
  }
  if (touched.colours()) {
    if (next_) {
      choropleth_ = std::move(*next_);
      next_.reset();
    } else if (auto choropleth = ws::make_choropleth(document())) {
      choropleth_ = std::move(*choropleth);
    } else {
      Q_EMIT refused(choropleth.error());
    }
  }
  Q_EMIT changed(touched);
}

QString Session::undoText() const {
  return canUndo() ? qs(ws::command_text(workspace_->undo_name(), language_)) : QString();
}

QString Session::redoText() const {
  return canRedo() ? qs(ws::command_text(workspace_->redo_name(), language_)) : QString();
}

void Session::undo() {
  if (canUndo()) workspace_->undo();
}

void Session::redo() {
  if (canRedo()) workspace_->redo();
}

QStringList Session::history() const {
  QStringList steps;
  if (isOpen())
    for (const auto name : workspace_->history()) steps << qs(ws::command_text(name, language_));
  return steps;
}

void Session::goTo(std::size_t position) {
  if (isOpen() && position <= workspace_->history().size()) workspace_->go_to(position);
}

// A data set that neither the document nor its history holds any more has one owner left: its entry here.
void Session::forgetUnusedDatasets() {
  std::erase_if(prepared_, [this](const PreparedDatasetPtr& prepared) {
    return prepared->data.get() != ws::loaded(document().data.get()) && prepared->data.use_count() == 1;
  });
}

}  // namespace vicinia::desktop
