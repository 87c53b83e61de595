/// \file export_call.h
/// The stream of events of one export. Deletes itself when the call is over.
/// Threads: tell() and finish() from the main thread; the rest is gRPC's.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>

#include "vicinia/gis/protocol/map_engine.grpc.pb.h"

namespace vicinia::gis::engine {

class ExportCall final : public grpc::ServerWriteReactor<vicinia::engine::v1::ExportEvent> {
 public:
  explicit ExportCall(std::stop_source stop) : stop_(std::move(stop)) {}

  void tell(vicinia::engine::v1::ExportEvent event);
  /// The last event; the object is gone once it was sent.
  void finish(vicinia::engine::v1::ExportEvent last);

 private:
  void OnWriteDone(bool ok) override;
  void OnCancel() override { stop_.request_stop(); }
  void OnDone() override { delete this; }
  /// \pre mutex_ is held
  void send_next();

  std::stop_source stop_;
  std::mutex mutex_;
  std::deque<vicinia::engine::v1::ExportEvent> waiting_;  ///< the first is being sent when `sending_`
  bool sending_ = false, finished_ = false, broken_ = false, closed_ = false;
};

}  // namespace vicinia::gis::engine
