/// \file engine_bridge.h
/// The map engine's client as a QObject: what happens on the client's threads arrives here as signals on the GUI's.
/// The destructor ends the engine; no signal comes after it.
#pragma once

#include <QFuture>
#include <QImage>
#include <QObject>
#include <memory>
#include <optional>

#include "vicinia/gis/client/engine_client.h"

namespace vicinia::desktop {

/// A drawn map whose images share the engine's pixels: nothing is copied.
struct DrawnMap {
  QImage image{};  ///< what lies beneath the outlines that the window paints
  QImage upper{};  ///< symbols and names, to be laid over them; null where there are none
  gis::map::Extent extent{};
  quint64 generation = 0;
  double engine_ms = 0.0;
};

class EngineBridge : public QObject {
  Q_OBJECT

 public:
  explicit EngineBridge(std::unique_ptr<gis::client::EngineClient> client, QObject* parent = nullptr);
  ~EngineBridge() override;

  /// Returns the generation that frameReady or frameFailed will name. A newer call for the same canvas supersedes an older; canvas 0 goes first.
  quint64 draw(gis::map::MapSpec spec, std::uint32_t canvas = 0);

  [[nodiscard]] gis::client::EngineClient& client() { return *client_; }
  /// Waits for a job of the client's that nobody listens to any more: at the latest when the bridge ends. It deletes itself when it is done.
  void outlive(QObject* job) { job->setParent(&given_up_); }
  /// Known once engineReady was emitted.
  [[nodiscard]] const std::optional<gis::client::EngineInfo>& info() const { return info_; }

 Q_SIGNALS:
  void engineReady();
  void frameReady(const vicinia::desktop::DrawnMap& map);
  void frameFailed(quint64 generation, const vicinia::core::Error& error);
  void engineRestarted(unsigned times);

 private:
  void receive(quint64 generation, const gis::client::FrameResult& result);

  QObject given_up_;
  std::optional<gis::client::EngineInfo> info_;
  unsigned restarts_ = 0;
  std::unique_ptr<gis::client::EngineClient> client_;
  QFuture<void> asking_;
};

}  // namespace vicinia::desktop
