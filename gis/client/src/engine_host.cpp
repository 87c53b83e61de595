#include "engine_host.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

namespace vicinia::gis::client {
namespace {

constexpr auto longest_start = std::chrono::seconds(30);
constexpr int most_start_attempts = 3;

std::shared_ptr<grpc::Channel> channel_to(const std::filesystem::path& socket) {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(-1);
  arguments.SetMaxSendMessageSize(-1);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);  // the client repeats a request itself, on another engine
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel("unix:" + socket.native(), grpc::InsecureChannelCredentials(), arguments);
}

}  // namespace

RunningEngine::RunningEngine(std::unique_ptr<EngineProcess> process, const std::filesystem::path& socket)
    : process_(std::move(process)), stub_(vicinia::engine::v1::MapEngine::NewStub(channel_to(socket))) {
  heard();
}

core::Result<std::shared_ptr<RunningEngine>> EngineHost::engine() {
  const std::lock_guard lock(mutex_);
  if (current_ && current_->process().alive()) return current_;
  current_.reset();
  if (closed_) return core::fail({.code = core::ErrorCode::cancelled});
  return start();
}

core::Result<std::shared_ptr<RunningEngine>> EngineHost::start() {
  std::string ends;
  for (int attempt = 0; attempt < most_start_attempts; ++attempt) {
    const std::string number = std::to_string(++started_);
    const EngineCommand command{.program = program_,
                                .socket = folder_ / ("engine-" + number + ".sock"),
                                .home = folder_ / "engine-home",
                                .log = folder_ / ("engine-" + number + ".log")};
    auto process = EngineProcess::start(command);
    if (!process) return core::fail(std::move(process).error());
    const EngineProcess::Ready ready = (*process)->wait_until_ready(longest_start, closed_);
    if (ready == EngineProcess::Ready::other_version)
      return core::fail(
          {.code = core::ErrorCode::engine_start_failed,
           .subject = {.file = program_.native()},
           .detail = "it is of version " + (*process)->version() + ", this program of " VICINIA_VERSION});
    if (ready == EngineProcess::Ready::yes) {
      current_ = std::make_shared<RunningEngine>(*std::move(process), command.socket);
      return current_;
    }
    if (closed_) return core::fail({.code = core::ErrorCode::cancelled});
    ends = (*process)->end_and_describe();
    if (!(*process)->ended_by_signal()) break;  // it gave a reason, and would give the same again
  }
  return core::fail(
      {.code = core::ErrorCode::engine_start_failed, .subject = {.file = program_.native()}, .detail = ends});
}

std::string EngineHost::give_up(const std::shared_ptr<RunningEngine>& broken) {
  {
    const std::lock_guard lock(mutex_);
    if (current_ == broken) current_.reset();
  }
  return broken->process().end_and_describe();
}

unsigned EngineHost::restarts() const {
  const unsigned started = started_;
  return started > 0 ? started - 1 : 0;
}

void EngineHost::close() {
  begin_close();
  const std::lock_guard lock(mutex_);
  current_.reset();
}

}  // namespace vicinia::gis::client
