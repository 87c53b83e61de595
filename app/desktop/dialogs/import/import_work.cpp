#include "dialogs/import/import_work.h"

#include <QStandardPaths>
#include <algorithm>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"

namespace vicinia::desktop {

namespace fs = std::filesystem;
namespace im = gis::imports;

namespace {

using KnownPtr = std::shared_ptr<const im::Known>;

core::Result<KnownPtr> knownOrRead(const KnownPtr& known) {
  if (known) return known;
  const auto resources = workspace::resources_folder();
  if (!resources) return core::fail(resources.error());
  return std::make_shared<const im::Known>(im::known_in(*resources));
}

struct LayerOnLand {
  std::shared_ptr<const im::BoundariesRead> layer;
  std::vector<core::geom::MultiPolygon> land;
};

/// Boundaries, and the rows on them.
struct Matched {
  KnownPtr known;
  std::shared_ptr<const im::TablesTaken> tables;
  std::shared_ptr<const im::BoundariesTaken> boundaries;
  std::shared_ptr<const core::matching::Matching> matching;
};

}  // namespace

ImportWork::ImportWork(QObject* parent) : QObject(parent) {}
ImportWork::~ImportWork() = default;

void ImportWork::cancel() {
  job_.reset();  // waits for it
  Q_EMIT busyChanged(false);
}

void ImportWork::finish() {
  if (job_) job_.release()->deleteLater();  // it is the sender
  Q_EMIT busyChanged(false);
}

template <class Step, class Done>
void ImportWork::run(Step step, Done done) {
  job_ = std::make_unique<ImportJob>();
  connect(job_.get(), &Job::failed, this, [this](const core::Error& error) {
    finish();
    if (error.code != core::ErrorCode::cancelled) Q_EMIT failed(error);
  });
  job_->runOrFail(std::move(step), [this, done = std::move(done)](const auto& result) mutable {
    finish();
    done(result);
  });
  Q_EMIT busyChanged(true);
}

core::Result<fs::path> ImportWork::freshFolder() {
  workshop_.reset();
  const fs::path place =
      toPath(QStandardPaths::writableLocation(QStandardPaths::TempLocation)) / "vicinia-import";
  auto workshop = im::Workshop::beside(place);
  if (!workshop) return core::fail(workshop.error());
  workshop_.emplace(*std::move(workshop));
  return workshop_->folder();
}

void ImportWork::readLayer() {
  layer_.reset();
  run(
      [source = recipe_.boundaries](const core::Task& task) -> core::Result<LayerOnLand> {
        auto read = im::read_boundaries(source, task);
        if (!read) return core::fail(read.error());
        LayerOnLand layer{std::make_shared<const im::BoundariesRead>(*std::move(read)), {}};
        if (const auto resources = workspace::resources_folder())
          if (auto land = gis::io::read_polygons(*resources / "data" / "vietnam-2007" / "provinces.shp",
                                                 {.target_crs = layer.layer->layer.crs}))
            layer.land = std::move(land->areas);
        return layer;
      },
      [this](const LayerOnLand& read) {
        layer_ = read.layer;
        land_ = read.land;
        Q_EMIT layerRead();
      });
}

void ImportWork::readHead() {
  run([choice = *recipe_.firms](const core::Task& task) { return im::head_of(choice, task); },
      [this](const im::RegisterHead& head) { Q_EMIT headRead(head); });
}

void ImportWork::takeTables() {
  tables_.reset();
  counted_.reset();
  matching_.reset();
  run(
      [recipe = recipe_,
       known = known_](const core::Task& task) -> core::Result<std::pair<KnownPtr, im::TablesTaken>> {
        const auto all = knownOrRead(known);
        if (!all) return core::fail(all.error());
        auto taken = im::take_tables(recipe, **all, task);
        if (!taken) return core::fail(taken.error());
        return std::pair(*all, *std::move(taken));
      },
      [this](const std::pair<KnownPtr, im::TablesTaken>& taken) {
        known_ = taken.first;
        tables_ = std::make_shared<const im::TablesTaken>(taken.second);
        Q_EMIT tablesTaken();
      });
}

void ImportWork::match() {
  matching_.reset();
  auto folder = freshFolder();
  if (!folder) return Q_EMIT failed(folder.error());
  // A million firms are counted once, not after each decision.
  if (recipe_.firms && counted_ != recipe_.firms) tables_.reset();
  run(
      [recipe = recipe_, known = known_, before = tables_,
       folder = *folder](const core::Task& task) -> core::Result<Matched> {
        const auto all = knownOrRead(known);
        if (!all) return core::fail(all.error());
        const bool isByPlace = im::has_places(recipe);
        std::shared_ptr<const im::TablesTaken> tables = before;
        if (isByPlace) tables = std::make_shared<const im::TablesTaken>();
        if (!tables) {
          auto counted = im::take_tables(recipe, **all, task);
          if (!counted) return core::fail(counted.error());
          tables = std::make_shared<const im::TablesTaken>(*std::move(counted));
        }
        auto boundaries = im::take_boundaries(recipe, *tables, **all, folder, task);
        if (!boundaries) return core::fail(boundaries.error());
        const auto taken = std::make_shared<const im::BoundariesTaken>(*std::move(boundaries));
        if (isByPlace) {
          auto counted = im::take_places(recipe, *taken, **all, task);
          if (!counted) return core::fail(counted.error());
          tables = std::make_shared<const im::TablesTaken>(*std::move(counted));
        }
        const auto matching = std::make_shared<const core::matching::Matching>(
            im::match_tables(recipe, *tables, *taken, **all));
        if (auto ok = im::check_frame(recipe, *tables, *taken, *matching, **all); !ok)
          return core::fail(ok.error());
        return Matched{*all, tables, taken, matching};
      },
      [this](const Matched& matched) {
        known_ = matched.known;
        tables_ = matched.tables;
        counted_ = recipe_.firms;
        boundaries_ = matched.boundaries;
        matching_ = matched.matching;
        Q_EMIT this->matched();
      });
}

void ImportWork::make(const fs::path& target) {
  run(
      [recipe = recipe_, tables = tables_, boundaries = boundaries_, matching = matching_, known = known_,
       folder = workshop_->folder(), target](const core::Task& task) -> core::Result<fs::path> {
        const auto made = im::make_dataset(recipe, *tables, *boundaries, *matching, *known, folder, task);
        if (!made) return core::fail(made.error());
        // Folders of two file systems cannot be exchanged by name.
        auto beside = im::Workshop::beside(target);
        if (!beside) return core::fail(beside.error());
        std::error_code error;
        fs::copy(folder, beside->folder(), fs::copy_options::recursive | fs::copy_options::overwrite_existing,
                 error);
        if (error)
          return core::fail({.code = core::ErrorCode::file_not_writable,
                             .subject = {.file = target.string()},
                             .detail = error.message()});
        if (auto ok = im::keep_dataset(beside->folder(), target); !ok) return core::fail(ok.error());
        return target;
      },
      [this](const fs::path& folder) { Q_EMIT made(pathText(folder)); });
}

}  // namespace vicinia::desktop
