/// \file agglomeration_controller.h
/// Keeps the agglomerations of the document found: contiguity off the GUI thread when a data set opens, values once per sector and
/// period, and the agglomerations themselves at every change of the rules. Of the tolerance too: who is linked is known at once, and
/// the outlines, in which gaps are filled, follow from another contiguity.
/// The selected agglomeration is the one that holds the selected unit: there is no other selection to fall out of step.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "jobs/contiguity_job.h"
#include "jobs/found_agglomerations.h"
#include "jobs/robustness_job.h"
#include "session/session.h"
#include "session/shown_agglomerations.h"

namespace vicinia::desktop {

class AgglomerationController : public ShownAgglomerations {
  Q_OBJECT

 public:
  /// `session` must outlive the controller.
  explicit AgglomerationController(Session& session, QObject* parent = nullptr);
  ~AgglomerationController() override;

  [[nodiscard]] const FoundPtr& found() const override { return found_; }
  /// The borders of the data that are open; null until they are built. Those of another tolerance are there until the next are.
  [[nodiscard]] const ArcDetailPtr& arcs() const { return arcs_; }
  [[nodiscard]] const std::optional<core::Error>& error() const { return error_; }
  /// Of found(), a moment after the rules came to rest; null until then.
  [[nodiscard]] const RobustnessPtr& robustness() const { return robustness_; }
  /// What was found is of the document as it is, or it is known that nothing can be.
  [[nodiscard]] bool isSettled() const { return session_.isOpen() && !job_ && (found_ || error_); }

  /// Selects the member with most employees, unless a member is selected already.
  void select(std::size_t agglomeration);

 Q_SIGNALS:
  // changed(): also of error() or isSettled()
  void assessed();  ///< robustness() is there
  void failed(const vicinia::core::Error& error);

 private:
  void onViewChanged(const workspace::Touched& touched);
  [[nodiscard]] bool isCurrent() const;  ///< the contiguity is that of the document, with its tolerance
  void build();
  void receive(const ArcDetailPtr& arcs);
  void fail(const core::Error& error);
  void find();
  void assess();
  void storeRobustness(const RobustnessPtr& robustness);

  Session& session_;
  std::unique_ptr<ContiguityJob> job_;
  std::unique_ptr<RobustnessJob> assessment_;
  QTimer rest_;  ///< of the rules: nothing is assessed while a slider is dragged
  RobustnessPtr robustness_;
  ArcDetailPtr arcs_;
  FoundPtr found_;
  std::optional<core::Error> error_;
};

}  // namespace vicinia::desktop
