/// \file engine_process.h
/// One child process that runs the engine.
/// Its stdin is a pipe that only this object can write to: the engine ends when the pipe does, so also when this
/// process is killed. Its stdout tells when it listens; its stderr goes to a file in the private folder.
/// Threads: every member may be called from any thread.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "file_descriptor.h"
#include "vicinia/core/base/result.h"

namespace vicinia::gis::client {

struct EngineCommand {
  std::filesystem::path program{};
  std::filesystem::path socket{};
  std::filesystem::path home{};  ///< the engine's own folder for whatever QGIS wants to keep
  std::filesystem::path log{};
};

class EngineProcess {
 public:
  /// Starts it and returns at once. Errors: EngineNotFound, EngineStartFailed.
  [[nodiscard]] static core::Result<std::unique_ptr<EngineProcess>> start(const EngineCommand& command);
  ~EngineProcess();  ///< asks it to end, waits at most two seconds, then kills it
  EngineProcess(const EngineProcess&) = delete;
  EngineProcess& operator=(const EngineProcess&) = delete;

  enum class Ready { yes, died, too_late, other_version };
  /// Waits until it listens, or until `given_up` turns true. `other_version`: it is not of this program's installation.
  [[nodiscard]] Ready wait_until_ready(std::chrono::milliseconds limit, const std::atomic<bool>& given_up);

  [[nodiscard]] bool alive();
  /// Kills it where it still runs, and says how it ended, with the last lines of its log.
  [[nodiscard]] std::string end_and_describe();
  [[nodiscard]] bool ended_by_signal();
  [[nodiscard]] pid_t pid() const { return pid_; }
  /// That it gave when it listened. \pre wait_until_ready() returned, on the same thread
  [[nodiscard]] const std::string& version() const { return version_; }
  /// That it has used since its start; zero where it cannot be told.
  [[nodiscard]] std::chrono::nanoseconds processor_time() const;

 private:
  EngineProcess(pid_t pid, FileDescriptor stdin_writer, FileDescriptor ready_reader,
                std::filesystem::path log)
      : pid_(pid), stdin_(std::move(stdin_writer)), ready_(std::move(ready_reader)), log_(std::move(log)) {}
  /// Has it ended within `limit`? Reaps it.
  bool ended_within(std::chrono::milliseconds limit);
  bool reap();

  const pid_t pid_;
  FileDescriptor stdin_, ready_;
  const std::filesystem::path log_;
  std::string version_;
  std::mutex mutex_;
  std::atomic<bool> killed_for_silence_{false};
  bool ended_ = false;
  int status_ = 0;
};

}  // namespace vicinia::gis::client
