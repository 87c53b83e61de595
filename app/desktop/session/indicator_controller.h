/// \file indicator_controller.h
/// Keeps the indicators and grades of the shown sector computed while a panel shows them; off the GUI thread, one job at a time.
/// What is of an older view stands for a moment until the newer is there, so that nothing flickers; it says itself which sector it
/// is of. Of other data nothing is left standing.
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>
#include <memory>
#include <optional>

#include "jobs/indicators_job.h"
#include "session/session.h"

namespace vicinia::desktop {

class IndicatorController : public QObject {
  Q_OBJECT

 public:
  /// `session` must outlive the controller.
  explicit IndicatorController(Session& session, QObject* parent = nullptr);
  ~IndicatorController() override;

  /// Null until they are computed, and where they cannot be.
  [[nodiscard]] const SectorIndicatorsPtr& indicators() const { return indicators_; }
  [[nodiscard]] const std::optional<core::Error>& error() const { return error_; }
  /// They are of the document as it is, or cannot be computed, or nobody wants them.
  [[nodiscard]] bool isSettled() const {
    return wanting_.isEmpty() || !session_.isOpen() || (!job_ && isCurrent());
  }

  /// Nothing is computed for panels that are not seen.
  void setWanted(const QObject* by, bool wanted);

 Q_SIGNALS:
  void changed();  ///< of indicators() or error()
  void failed(const vicinia::core::Error& error);

 private:
  void onViewChanged(const workspace::Touched& touched);
  [[nodiscard]] IndicatorsRequest wanted() const;
  [[nodiscard]] bool isCurrent() const { return request_ == wanted(); }
  void refresh();
  void receive(const SectorIndicatorsPtr& indicators);
  void fail(const core::Error& error);
  /// Of the job that has ended; false where another was wanted meanwhile, and is on its way.
  [[nodiscard]] bool finishJob();

  Session& session_;
  QSet<const QObject*> wanting_;
  QTimer late_;  ///< then what is of an older view goes, though the newer is not there yet
  std::unique_ptr<IndicatorsJob> job_;
  std::optional<IndicatorsRequest> request_;  ///< of indicators_ or error_
  SectorIndicatorsPtr indicators_,
      known_;  ///< known_: the last that were computed, also when they are not shown
  std::optional<core::Error> error_;
};

}  // namespace vicinia::desktop
