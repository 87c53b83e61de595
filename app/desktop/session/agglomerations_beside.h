/// \file agglomerations_beside.h
/// The agglomerations of a map beside the first, by its own sector, period and rules, on the borders that were built for the first.
/// Cost: one search each turn; values once for each sector and period.
#pragma once

#include "session/agglomeration_controller.h"
#include "session/map_beside.h"

namespace vicinia::desktop {

class AgglomerationsBeside : public ShownAgglomerations {
  Q_OBJECT

 public:
  /// All must outlive it.
  AgglomerationsBeside(MapBeside& map, AgglomerationController& first, Turns& turns,
                       QObject* parent = nullptr);
  ~AgglomerationsBeside() override;

  [[nodiscard]] const FoundPtr& found() const override { return found_; }
  /// What was found is of the map as it is, or it waits for nothing.
  [[nodiscard]] bool isSettled() const { return !waits_; }

 private:
  void wait();
  void find();

  MapBeside& map_;
  AgglomerationController& first_;
  Turns& turns_;
  bool waits_ = false;
  FoundPtr found_;
  struct {
    std::shared_ptr<const workspace::OpenDataset> data{};
    core::industry::SectorIndex sector = 0;
    core::industry::PeriodIndex period = 0;
    core::values::Treatment treatment = core::values::Treatment::as_printed;
    SectorValuesPtr values{};
  } known_;
};

}  // namespace vicinia::desktop
