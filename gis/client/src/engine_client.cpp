#include "vicinia/gis/client/engine_client.h"

#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "engine_host.h"
#include "frame_pool.h"
#include "page_folder.h"
#include "private_folder.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/gis/protocol/convert.h"

namespace vicinia::gis::client {
namespace {

namespace fs = std::filesystem;
namespace message = vicinia::engine::v1;
using protocol::from_message;
using protocol::to_message;

constexpr int most_deaths = 3;
constexpr auto tick = std::chrono::milliseconds(100);

core::Error cancelled() { return {.code = core::ErrorCode::cancelled}; }

struct RenderJob {
  std::uint64_t generation = 0;
  map::MapSpec spec{};
  RenderOptions options{};
  FrameCallback done{};
  std::stop_source stop{};
  bool is_put_off = false;  ///< stopped by canvas 0, and drawn again after it
};

class Client final : public EngineClient {
 public:
  Client(EngineOptions options, std::unique_ptr<PrivateFolder> folder)
      : options_(std::move(options)),
        folder_(std::move(folder)),
        host_(options_.program, folder_->path()),
        pool_(std::make_shared<FramePool>(folder_->path())),
        worker_([this] { work(); }) {}

  ~Client() override {
    {
      const std::lock_guard lock(mutex_);
      closing_ = true;
      if (current_) current_->stop.request_stop();
    }
    host_.begin_close();
    all_stop_.request_stop();
    wake_.notify_all();
    worker_.join();
    host_.close();
  }

  std::uint64_t render(map::MapSpec spec, FrameCallback done, RenderOptions options) override {
    const std::lock_guard lock(mutex_);
    auto job = std::make_shared<RenderJob>();
    job->generation = ++generation_;
    job->spec = std::move(spec);
    job->options = options;
    job->done = std::move(done);
    const auto waiting = std::ranges::find(
        pending_, options.canvas, [](const std::shared_ptr<RenderJob>& one) { return one->options.canvas; });
    if (waiting != pending_.end()) {
      superseded_.push_back(std::move(*waiting));
      pending_.erase(waiting);
    }
    pending_.push_back(std::move(job));
    make_way_for(options.canvas);
    wake_.notify_all();
    return generation_;
  }

  FrameResult render_now(map::MapSpec spec, RenderOptions options) override {
    std::uint64_t generation = 0;
    {
      const std::lock_guard lock(mutex_);
      generation = ++generation_;
    }
    return draw(spec, options, generation, all_stop_.get_token());
  }

  core::Status export_figure(const map::FigureSpec& spec, const core::Task& task) override {
    return export_file(spec.file, task, [&spec](message::ExportRequest& request, const std::string& file) {
      *request.mutable_figure() = to_message(spec);
      request.mutable_figure()->set_file(file);
    });
  }
  core::Status export_report(const map::ReportSpec& spec, const core::Task& task) override {
    return export_file(spec.file, task, [&spec](message::ExportRequest& request, const std::string& file) {
      *request.mutable_report() = to_message(spec);
      request.mutable_report()->set_file(file);
    });
  }

  core::Status export_series(const map::SeriesSpec& spec, std::size_t pages, const FigurePage& page_of,
                             const core::Task& task) override;

  const fs::path& private_folder() const override { return folder_->path(); }

  core::Result<EngineInfo> info() override {
    message::HelloReply reply;
    auto called = unary<message::HelloRequest>(&message::MapEngine::Stub::PrepareAsyncHello, {}, reply,
                                               all_stop_.get_token());
    if (!called) return core::fail(std::move(called).error());
    return EngineInfo{static_cast<pid_t>(reply.pid()), reply.engine_version(), reply.qgis_version(),
                      reply.qt_version()};
  }

  unsigned restarts() const override { return host_.restarts(); }

 private:
  /// Calls `once` on an engine; on another when that one dies; gives up at the third death.
  template <class Once>
  core::Status with_engine(std::stop_token stop, Once once) {
    std::string end;
    for (int deaths = 0; deaths < most_deaths; ++deaths) {
      if (stop.stop_requested()) return core::fail(cancelled());
      auto engine = host_.engine();
      if (!engine) return core::fail(std::move(engine).error());
      (*engine)->heard();
      const grpc::Status status = once(**engine);
      if (status.ok()) return {};
      if (stop.stop_requested()) return core::fail(cancelled());
      // Refusals travel inside replies: whatever else ends a call is the end of the engine.
      end = status.error_message() + "; the engine " + host_.give_up(*engine);
    }
    return core::fail({.code = core::ErrorCode::engine_crashed,
                       .detail = std::to_string(most_deaths) + " times on the same request; " + end});
  }

  /// Waits for one answer of `queue`. An engine that is silent for too long is ended, which ends the call.
  bool next(RunningEngine& engine, grpc::CompletionQueue& queue, auto at_each_tick) {
    for (;;) {
      void* tag = nullptr;
      bool ok = false;
      const auto got = queue.AsyncNext(&tag, &ok, std::chrono::system_clock::now() + tick);
      if (got == grpc::CompletionQueue::GOT_EVENT) {
        engine.heard();
        return ok;
      }
      if (got == grpc::CompletionQueue::SHUTDOWN) return false;
      at_each_tick();
      if (engine.silence() > options_.longest_silence) static_cast<void>(engine.process().end_and_describe());
    }
  }

  template <class Request, class Prepare, class Reply>
  core::Status unary(Prepare prepare, const Request& request, Reply& reply, std::stop_token stop) {
    return with_engine(stop, [&](RunningEngine& engine) {
      reply.Clear();
      grpc::CompletionQueue queue;
      grpc::ClientContext context;
      grpc::Status status;
      auto call = (engine.stub().*prepare)(&context, request, &queue);
      call->StartCall();
      call->Finish(&reply, &status, &queue);
      {
        const std::stop_callback cancel(stop, [&context] { context.TryCancel(); });
        next(engine, queue, [] {});
      }
      queue.Shutdown();
      return status;
    });
  }

  /// `describe` says what is to be written, and to which absolute path.
  core::Status export_file(
      const std::string& file, const core::Task& task,
      const std::function<void(message::ExportRequest&, const std::string& file)>& describe);
  FrameResult draw(const map::MapSpec& spec, const RenderOptions& options, std::uint64_t generation,
                   std::stop_token stop);
  void work();

  /// Stops what is being drawn, where a request of that canvas makes it stale or goes before it. Once only is a drawing put off, or those beside
  /// the first would never come while it moves.
  void make_way_for(std::uint32_t canvas) {
    if (!current_) return;
    if (current_->options.canvas == canvas) {
      current_->is_put_off = false;
      current_->stop.request_stop();
    } else if (canvas == 0 && !was_put_off_[current_->options.canvas]) {
      was_put_off_[current_->options.canvas] = current_->is_put_off = true;
      current_->stop.request_stop();
    }
  }
  /// \pre !pending_.empty()
  std::shared_ptr<RenderJob> take_next() {
    auto next = std::ranges::find(pending_, 0U,
                                  [](const std::shared_ptr<RenderJob>& one) { return one->options.canvas; });
    if (next == pending_.end()) next = pending_.begin();
    auto job = std::move(*next);
    pending_.erase(next);
    return job;
  }

  const EngineOptions options_;
  const std::unique_ptr<PrivateFolder> folder_;
  EngineHost host_;
  const std::shared_ptr<FramePool> pool_;
  std::stop_source all_stop_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::uint64_t generation_ = 0, exports_ = 0;
  bool closing_ = false;
  std::shared_ptr<RenderJob> current_;
  std::deque<std::shared_ptr<RenderJob>> pending_;  ///< one of each canvas at most, the oldest first
  std::map<std::uint32_t, bool> was_put_off_;       ///< [canvas] since it was drawn last
  std::deque<std::shared_ptr<RenderJob>> superseded_;

  std::thread worker_;  // the last member: it uses all the others
};

FrameResult Client::draw(const map::MapSpec& spec, const RenderOptions& options, std::uint64_t generation,
                         std::stop_token stop) {
  if (spec.width_px == 0 || spec.height_px == 0 || spec.width_px > map::max_side_px ||
      spec.height_px > map::max_side_px)
    return core::fail({.code = core::ErrorCode::render_failed,
                       .subject = {.field = "size"},
                       .detail = std::to_string(spec.width_px) + " × " + std::to_string(spec.height_px) +
                                 " pixels; a side is 1 to " + std::to_string(map::max_side_px)});
  message::RenderRequest request;
  *request.mutable_map() = to_message(spec);
  if (options.upper_from) request.set_upper_from(static_cast<message::Slot>(*options.upper_from));
  message::RenderReply reply;
  std::unique_ptr<FrameBuffer> buffer;
  std::optional<core::Error> no_buffer;
  auto called = with_engine(stop, [&](RunningEngine& engine) {
    // A buffer of its own for each attempt: a killed engine may have been writing to the last one.
    auto taken = pool_->take(spec.width_px, spec.height_px, options.upper_from ? 2 : 1);
    if (!taken) {
      no_buffer = std::move(taken).error();
      return grpc::Status::OK;
    }
    buffer = *std::move(taken);
    request.set_frame_file(buffer->file().native());
    reply.Clear();
    grpc::CompletionQueue queue;
    grpc::ClientContext context;
    grpc::Status status;
    auto call = engine.stub().PrepareAsyncRender(&context, request, &queue);
    call->StartCall();
    call->Finish(&reply, &status, &queue);
    {
      const std::stop_callback cancel(stop, [&context] { context.TryCancel(); });
      next(engine, queue, [] {});
    }
    queue.Shutdown();
    return status;
  });
  if (!called) return core::fail(std::move(called).error());
  if (no_buffer) return core::fail(*std::move(no_buffer));
  if (reply.has_failure()) {
    pool_->give_back(std::move(buffer));
    return core::fail(from_message(reply.failure()));
  }
  const auto frame = pool_->frame_of(std::move(buffer), std::size_t{4} * spec.width_px * spec.height_px,
                                     options.upper_from && reply.has_upper());
  frame->width_px = spec.width_px;
  frame->height_px = spec.height_px;
  frame->extent = from_message(reply.extent());
  frame->generation = generation;
  frame->engine_ms = reply.engine_ms();
  return frame;
}

core::Status Client::export_file(
    const std::string& file, const core::Task& task,
    const std::function<void(message::ExportRequest&, const std::string& file)>& describe) {
  const fs::path target = file.empty() ? fs::path() : files::target_of(file);
  if (file.empty() || !target.is_absolute())
    return core::fail({.code = core::ErrorCode::file_not_writable, .subject = {.file = file}});
  message::ExportRequest request;
  {
    const std::lock_guard lock(mutex_);
    request.set_id(++exports_);
  }
  describe(request, target.native());
  // Beside the target, so that a rename puts it in place; hidden; and with its extension, which tells the format.
  const fs::path part =
      target.parent_path() / ("." + target.stem().native() + "." + std::to_string(::getpid()) + "-" +
                              std::to_string(request.id()) + ".part" + target.extension().native());
  request.set_part_file(part.native());

  const auto remove_part = [&part] {
    std::error_code ignored;
    fs::remove_all(part, ignored);
  };
  bool asked_to_stop = false;
  std::optional<message::ExportEvent> end;
  auto called = with_engine(all_stop_.get_token(), [&](RunningEngine& engine) {
    grpc::CompletionQueue queue;
    grpc::ClientContext context;
    grpc::Status status;
    const std::stop_callback cancel(all_stop_.get_token(), [&context] { context.TryCancel(); });
    // The end of the stream tells whether the file was replaced: so the engine is asked to stop, and heard out.
    std::chrono::nanoseconds worked = engine.process().processor_time();
    const auto ask_to_stop = [&] {
      // QGIS says nothing while it draws a large page; as long as the engine works it does not hang, and the user can stop it.
      constexpr std::chrono::milliseconds more_than_idle{10};
      if (const auto now = engine.process().processor_time(); now > worked + more_than_idle) {
        worked = now;
        engine.heard();
      }
      if (asked_to_stop || !task.stop.stop_requested()) return;
      asked_to_stop = true;
      grpc::ClientContext asking;
      asking.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
      message::CancelExportRequest which;
      which.set_id(request.id());
      message::CancelExportReply reply;
      static_cast<void>(engine.stub().CancelExport(&asking, which, &reply));
    };
    auto stream = engine.stub().PrepareAsyncExport(&context, request, &queue);
    stream->StartCall(nullptr);
    bool open = next(engine, queue, ask_to_stop);
    while (open) {
      message::ExportEvent event;
      stream->Read(&event, nullptr);
      open = next(engine, queue, ask_to_stop);
      if (!open) break;
      if (event.has_progress())
        task.at(event.progress().share_done(), event.progress().step());
      else if (event.has_note())
        task.tell(from_message(event.note()));
      else
        end = event;
      ask_to_stop();
    }
    stream->Finish(&status, nullptr);
    next(engine, queue, [] {});
    queue.Shutdown();
    if (end) return grpc::Status::OK;
    remove_part();
    if (task.stop.stop_requested()) return grpc::Status::OK;
    return status.ok() ? grpc::Status(grpc::StatusCode::UNAVAILABLE, "the export broke off") : status;
  });
  if (!called) {
    remove_part();
    return called;
  }
  if (!end) return core::fail(cancelled());
  if (end->has_failure()) return core::fail(from_message(end->failure()));
  return {};
}

core::Status Client::export_series(const map::SeriesSpec& spec, std::size_t pages, const FigurePage& page_of,
                                   const core::Task& task) {
  map::SeriesSpec series = spec;
  const PageFolder folder(folder_->path());
  for (std::size_t page = 0; page < pages; ++page) {
    if (task.stop.stop_requested()) return core::fail(cancelled());
    task.at(0.25 * static_cast<double>(page) / static_cast<double>(pages), "compose");
    const auto figure = page_of(page);
    if (!figure) return core::fail(figure.error());
    auto file = folder.write(page, to_message(*figure));
    if (!file) return core::fail(std::move(file).error());
    series.page_files.push_back(*std::move(file));
  }
  const core::Task drawing{
      task.stop, [&task](double share, std::string_view step) { task.at(0.25 + 0.75 * share, step); }};
  return export_file(series.file, drawing,
                     [&series](message::ExportRequest& request, const std::string& file) {
                       *request.mutable_series() = to_message(series);
                       request.mutable_series()->set_file(file);
                     });
}

void Client::work() {
  static_cast<void>(host_.engine());  // starts it early; a failure comes back at the first request
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return closing_ || !pending_.empty() || !superseded_.empty(); });
    if (closing_) {
      superseded_.insert(superseded_.end(), pending_.begin(), pending_.end());
      pending_.clear();
    }
    while (!superseded_.empty()) {
      const auto job = std::move(superseded_.front());
      superseded_.pop_front();
      lock.unlock();
      job->done(job->generation, core::fail(cancelled()));
      lock.lock();
    }
    if (closing_) {
      if (!pending_.empty() || !superseded_.empty()) continue;
      return;
    }
    if (pending_.empty()) continue;
    const auto job = current_ = take_next();
    lock.unlock();
    FrameResult result = draw(job->spec, job->options, job->generation, job->stop.get_token());
    lock.lock();
    current_.reset();
    const bool stale = job->stop.stop_requested();
    if (stale && std::exchange(job->is_put_off, false) && !closing_) {
      job->stop = std::stop_source();
      pending_.push_front(job);
      continue;
    }
    was_put_off_[job->options.canvas] = false;
    lock.unlock();
    if (stale) result = core::fail(cancelled());
    job->done(job->generation, std::move(result));
    result = core::fail(cancelled());  // lets go of the frame before the next one is drawn
    lock.lock();
  }
}

}  // namespace

core::Result<std::unique_ptr<EngineClient>> EngineClient::start(EngineOptions options) {
  std::error_code failed;
  if (!fs::is_regular_file(options.program, failed))
    return core::fail(
        {.code = core::ErrorCode::engine_not_found, .subject = {.file = options.program.native()}});
  auto folder = PrivateFolder::make(options.runtime_parent);
  if (!folder) return core::fail(std::move(folder).error());
  return std::make_unique<Client>(std::move(options), *std::move(folder));
}

}  // namespace vicinia::gis::client
