/// \file engine_service.h
/// The calls of the protocol: they come on gRPC's threads, their work goes to the main thread, a cancelled call
/// stops its work.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>

#include "frame_writer.h"
#include "map_drawing.h"
#include "vicinia/gis/protocol/map_engine.grpc.pb.h"
#include "work_queue.h"

namespace vicinia::gis::engine {

namespace message = vicinia::engine::v1;

class EngineService final : public message::MapEngine::CallbackService {
 public:
  EngineService(WorkQueue& queue, DrawingCaches& caches, std::function<void()> quit)
      : queue_(queue), caches_(caches), quit_(std::move(quit)) {}

  grpc::ServerUnaryReactor* Hello(grpc::CallbackServerContext* context, const message::HelloRequest* request,
                                  message::HelloReply* reply) override;
  grpc::ServerUnaryReactor* Render(grpc::CallbackServerContext* context,
                                   const message::RenderRequest* request,
                                   message::RenderReply* reply) override;
  grpc::ServerWriteReactor<message::ExportEvent>* Export(grpc::CallbackServerContext* context,
                                                         const message::ExportRequest* request) override;
  grpc::ServerUnaryReactor* CancelExport(grpc::CallbackServerContext* context,
                                         const message::CancelExportRequest* request,
                                         message::CancelExportReply* reply) override;
  grpc::ServerUnaryReactor* Quit(grpc::CallbackServerContext* context, const message::QuitRequest* request,
                                 message::QuitReply* reply) override;

  /// Stops all work, and removes what an unfinished export has written. From any thread, when the process ends.
  void abandon();

 private:
  void draw(const message::RenderRequest& request, message::RenderReply& reply, std::stop_token stop);

  WorkQueue& queue_;
  DrawingCaches& caches_;
  FrameWriters frames_;  ///< on the main thread alone
  std::function<void()> quit_;

  struct RunningExport {
    std::stop_source stop;
    std::string part_file;
  };
  std::mutex mutex_;
  std::map<std::uint64_t, RunningExport> exports_;
};

}  // namespace vicinia::gis::engine
