/// \file engine_host.h
/// The engine that runs now. Started on demand, each time on a socket and a channel of its own, so that no
/// connection waits out the back-off of an older one.
/// Errors:  EngineNotFound, EngineStartFailed.
/// Threads: every member may be called from any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

#include "engine_process.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/protocol/map_engine.grpc.pb.h"

namespace vicinia::gis::client {

class RunningEngine {
 public:
  RunningEngine(std::unique_ptr<EngineProcess> process, const std::filesystem::path& socket);

  [[nodiscard]] EngineProcess& process() { return *process_; }
  [[nodiscard]] vicinia::engine::v1::MapEngine::Stub& stub() { return *stub_; }

  /// An answer or a word of progress came, or a call begins.
  void heard() { last_sign_ = std::chrono::steady_clock::now().time_since_epoch().count(); }
  [[nodiscard]] std::chrono::steady_clock::duration silence() const {
    return std::chrono::steady_clock::now().time_since_epoch() -
           std::chrono::steady_clock::duration(last_sign_);
  }

 private:
  std::unique_ptr<EngineProcess> process_;
  std::unique_ptr<vicinia::engine::v1::MapEngine::Stub> stub_;
  std::atomic<std::chrono::steady_clock::rep> last_sign_{0};
};

class EngineHost {
 public:
  EngineHost(std::filesystem::path program, std::filesystem::path folder)
      : program_(std::move(program)), folder_(std::move(folder)) {}

  /// The engine; another one where the last is dead.
  [[nodiscard]] core::Result<std::shared_ptr<RunningEngine>> engine();
  /// Ends an engine that broke off a call, and says how it ended.
  [[nodiscard]] std::string give_up(const std::shared_ptr<RunningEngine>& broken);
  /// Waits for nobody, also while an engine starts.
  [[nodiscard]] unsigned restarts() const;
  /// No engine is started any more, and one that is starting is not waited for.
  void begin_close() { closed_ = true; }
  void close();  ///< ends the engine

 private:
  core::Result<std::shared_ptr<RunningEngine>> start();

  const std::filesystem::path program_, folder_;
  std::mutex mutex_;
  std::shared_ptr<RunningEngine> current_;
  std::atomic<unsigned> started_ = 0;
  std::atomic<bool> closed_{false};
};

}  // namespace vicinia::gis::client
