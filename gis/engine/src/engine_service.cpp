#include "engine_service.h"

#include <qgis.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "export_call.h"
#include "figure/export.h"
#include "figure/series_export.h"
#include "layers/map_layers.h"
#include "map_drawing.h"
#include "report/report_export.h"
#include "vicinia/gis/protocol/convert.h"

namespace vicinia::gis::engine {
namespace {

/// A call with one answer, which a cancelled client stops.
class UnaryCall final : public grpc::ServerUnaryReactor {
 public:
  explicit UnaryCall(std::stop_source stop) : stop_(std::move(stop)) {}

 private:
  void OnCancel() override { stop_.request_stop(); }
  void OnDone() override { delete this; }
  std::stop_source stop_;
};

grpc::ServerUnaryReactor* answered(grpc::CallbackServerContext* context) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  reactor->Finish(grpc::Status::OK);
  return reactor;
}

/// A message that says what no map can be is a request that cannot be drawn.
core::Error as_refusal(core::Error error, core::ErrorCode code) {
  if (error.code == core::ErrorCode::invalid_argument) error.code = code;
  return error;
}

}  // namespace

grpc::ServerUnaryReactor* EngineService::Hello(grpc::CallbackServerContext* context,
                                               const message::HelloRequest*, message::HelloReply* reply) {
  reply->set_pid(::getpid());
  reply->set_engine_version(VICINIA_VERSION);
  reply->set_qgis_version(Qgis::version().toStdString());
  reply->set_qt_version(qVersion());
  return answered(context);
}

grpc::ServerUnaryReactor* EngineService::Quit(grpc::CallbackServerContext* context,
                                              const message::QuitRequest*, message::QuitReply*) {
  quit_();
  return answered(context);
}

grpc::ServerUnaryReactor* EngineService::Render(grpc::CallbackServerContext*,
                                                const message::RenderRequest* request,
                                                message::RenderReply* reply) {
  const std::stop_source stop;
  auto* call = new UnaryCall(stop);
  queue_.post([this, call, request, reply, token = stop.get_token()] {
    if (token.stop_requested()) {
      call->Finish(grpc::Status::CANCELLED);
      return;
    }
    draw(*request, *reply, token);
    call->Finish(token.stop_requested() ? grpc::Status::CANCELLED : grpc::Status::OK);
  });
  return call;
}

void EngineService::draw(const message::RenderRequest& request, message::RenderReply& reply,
                         std::stop_token stop) {
  const auto begin = std::chrono::steady_clock::now();
  const auto drawn = [&]() -> core::Result<DrawnMap> {
    const auto spec = protocol::from_message(request.map());
    if (!spec) return core::fail(as_refusal(spec.error(), core::ErrorCode::render_failed));
    const bool in_two = request.has_upper_from();
    if (in_two && (request.upper_from() < message::BORDERS || !message::Slot_IsValid(request.upper_from())))
      return core::fail(bad_map("upper_from", "a map is divided at its borders or above"));
    auto frame = frames_.open(request.frame_file(), spec->width_px, spec->height_px, in_two);
    if (!frame) return core::fail(std::move(frame).error());
    return draw_map(*spec, caches_,
                    {.image = (*frame)->image(),
                     .upper = in_two ? &(*frame)->upper() : nullptr,
                     .upper_from = static_cast<map::Slot>(request.upper_from())},
                    stop);
  }();
  caches_.layers.trim();
  if (drawn) {
    *reply.mutable_extent() = protocol::to_message(drawn->extent);
    reply.set_has_upper(drawn->has_upper);
  } else {
    *reply.mutable_failure() = protocol::to_message(drawn.error());
  }
  reply.set_engine_ms(
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
}

grpc::ServerWriteReactor<message::ExportEvent>* EngineService::Export(grpc::CallbackServerContext*,
                                                                      const message::ExportRequest* request) {
  const std::stop_source stop;
  auto* call = new ExportCall(stop);
  {
    const std::lock_guard lock(mutex_);
    exports_[request->id()] = {stop, request->part_file()};
  }
  queue_.post([this, call, request, token = stop.get_token()] {
    const auto report = [call](double share_done, std::string_view step) {
      message::ExportEvent event;
      event.mutable_progress()->set_share_done(share_done);
      event.mutable_progress()->set_step(std::string(step));
      call->tell(std::move(event));
    };
    const auto note = [call](const core::Error& what) {
      message::ExportEvent event;
      *event.mutable_note() = protocol::to_message(what);
      call->tell(std::move(event));
    };
    const core::Task task{token, report, note};
    const auto written = [&]() -> core::Status {
      if (request->has_report()) {
        const auto spec = protocol::from_message(request->report());
        if (!spec) return core::fail(as_refusal(spec.error(), core::ErrorCode::export_failed));
        return export_report(*spec, request->part_file(), task);
      }
      if (request->has_series())
        return export_series(protocol::from_message(request->series()), request->part_file(), caches_.layers,
                             task);
      const auto spec = protocol::from_message(request->figure());
      if (!spec) return core::fail(as_refusal(spec.error(), core::ErrorCode::export_failed));
      return export_figure(*spec, request->part_file(), caches_.layers, task);
    }();
    caches_.layers.trim();
    {
      const std::lock_guard lock(mutex_);
      exports_.erase(request->id());
    }
    message::ExportEvent last;
    if (written)
      last.mutable_done();
    else
      *last.mutable_failure() = protocol::to_message(written.error());
    call->finish(std::move(last));
  });
  return call;
}

grpc::ServerUnaryReactor* EngineService::CancelExport(grpc::CallbackServerContext* context,
                                                      const message::CancelExportRequest* request,
                                                      message::CancelExportReply*) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = exports_.find(request->id()); found != exports_.end())
      found->second.stop.request_stop();
  }
  return answered(context);
}

void EngineService::abandon() {
  const std::lock_guard lock(mutex_);
  std::error_code ignored;
  for (auto& [id, running] : exports_) {
    running.stop.request_stop();
    std::filesystem::remove_all(running.part_file, ignored);  // a folder, of a project
  }
}

}  // namespace vicinia::gis::engine
