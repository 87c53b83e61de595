/// \file import_work.h
/// What an import has come to: the recipe as it stands, and what each step made of it. Steps run off the GUI thread, one at a time; a new
/// one stops the one before. Nothing outside of a folder of its own is touched before the end.
#pragma once

#include <QObject>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "jobs/job.h"
#include "vicinia/gis/imports/import.h"

namespace vicinia::desktop {

class ImportJob : public Job {
  Q_OBJECT

 public:
  using Job::Job;
  using Job::runOrFail;
};

class ImportWork : public QObject {
  Q_OBJECT

 public:
  using Recipe = gis::imports::Recipe;

  explicit ImportWork(QObject* parent = nullptr);
  ~ImportWork() override;

  [[nodiscard]] const Recipe& recipe() const { return recipe_; }
  [[nodiscard]] Recipe& changeRecipe() { return recipe_; }

  /// Null until the step was taken.
  [[nodiscard]] const gis::imports::TablesTaken* tables() const { return tables_.get(); }
  [[nodiscard]] const gis::imports::BoundariesTaken* boundaries() const { return boundaries_.get(); }
  [[nodiscard]] const core::matching::Matching* matching() const { return matching_.get(); }
  [[nodiscard]] const gis::imports::BoundariesRead* layer() const { return layer_.get(); }
  /// Provinces, in the projection of the layer: where it lies.
  [[nodiscard]] const std::vector<core::geom::MultiPolygon>& land() const { return land_; }
  [[nodiscard]] bool isBusy() const { return job_ != nullptr; }

  void readLayer();  ///< somebody's own boundaries, to be looked at
  void takeTables();
  void readHead();  ///< of a register: its columns, and some rows
  void match();     ///< boundaries too; of a register, counting before it
  /// Makes the data set and puts it into the folder.
  void make(const std::filesystem::path& target);
  void cancel();

 Q_SIGNALS:
  void busyChanged(bool isBusy);
  void layerRead();
  void tablesTaken();
  void headRead(const vicinia::gis::imports::RegisterHead& head);
  void matched();
  void made(const QString& folder);
  void failed(const vicinia::core::Error& error);

 private:
  template <class Step, class Done>
  void run(Step step, Done done);
  void finish();
  /// Where steps may write.
  [[nodiscard]] core::Result<std::filesystem::path> freshFolder();

  Recipe recipe_;
  std::shared_ptr<const gis::imports::Known> known_;
  std::shared_ptr<const gis::imports::TablesTaken> tables_;
  std::shared_ptr<const gis::imports::BoundariesTaken> boundaries_;
  std::shared_ptr<const gis::imports::BoundariesRead> layer_;
  std::vector<core::geom::MultiPolygon> land_;
  std::shared_ptr<const core::matching::Matching> matching_;
  std::optional<gis::imports::RegisterChoice> counted_;  ///< what `tables_` were counted from, by units
  std::optional<gis::imports::Workshop> workshop_;
  std::unique_ptr<ImportJob> job_;
};

}  // namespace vicinia::desktop
