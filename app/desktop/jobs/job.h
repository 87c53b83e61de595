/// \file job.h
/// Work off the GUI thread: a function on a snapshot of its inputs, with progress, a stop, and a value or an error. What every job has in
/// common is here; a job adds what it works on and the signal that carries its value.
/// Errors:  those of the work; Internal where it throws: nothing that happens on the thread ends the window.
/// Threads: signals are emitted on the job's own thread (the GUI's). The destructor cancels and waits; what the work has posted until then
///          goes with the job.
#pragma once

#include <QEvent>
#include <QObject>
#include <QString>
#include <exception>
#include <memory>
#include <new>
#include <thread>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"

namespace vicinia::desktop {

class Job : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  ~Job() override {
    worker_.request_stop();
    if (worker_.joinable()) worker_.join();
  }

  void cancel() { worker_.request_stop(); }
  [[nodiscard]] bool isCancelled() const { return worker_.get_stop_token().stop_requested(); }

  bool event(QEvent* event) override;

 Q_SIGNALS:
  void progressed(double shareDone, const QString& step);
  void failed(const vicinia::core::Error& error);
  void noted(
      const vicinia::core::Error& note);  ///< what the user should know of work that goes well all the same

 protected:
  /// `work(const core::Task&)` returns a Result or a Status, and holds what it works on itself: members of the job may be gone before it ends.
  /// `done(result)` is called on the GUI thread.
  template <class Work, class Done>
  void run(Work work, Done done) {
    worker_ = std::jthread([this, work = std::move(work),
                            done = std::move(done)](std::stop_token stop) mutable {
      giveWay();
      const core::Task task{stop,
                            [this](double share, std::string_view step) {
                              post([this, share, step = qs(step)] { Q_EMIT progressed(share, step); });
                            },
                            [this](const core::Error& note) { post([this, note] { Q_EMIT noted(note); }); }};
      auto result = guarded(work, task);
      post([done = std::move(done), result = std::move(result)]() mutable { done(std::move(result)); });
    });
  }
  /// The same, where an error is failed().
  template <class Work, class Done>
  void runOrFail(Work work, Done done) {
    run(std::move(work), [this, done = std::move(done)](auto&& result) mutable {
      if (result) {
        if constexpr (requires { done(*result); })
          done(*result);
        else
          done();
      } else {
        Q_EMIT failed(result.error());
      }
    });
  }

 private:
  /// What the worker has the job's own thread do.
  struct Call : QEvent {
    Call() : QEvent(kind()) {}
    virtual void run() = 0;
    [[nodiscard]] static QEvent::Type kind();
  };
  template <class Function>
  struct CallOf final : Call {
    explicit CallOf(Function&& wanted) : function(std::move(wanted)) {}
    void run() override { function(); }
    Function function;
  };
  template <class Function>
  void post(Function function) {
    post(std::unique_ptr<Call>(std::make_unique<CallOf<Function>>(std::move(function))));
  }
  void post(std::unique_ptr<Call> call);
  /// The calling thread, to the window and to the engine that draws for it.
  static void giveWay();

  template <class Work>
  static auto guarded(Work& work, const core::Task& task) -> decltype(work(task)) {
    try {
      return work(task);
    } catch (const std::bad_alloc&) {
      return core::fail({.code = core::ErrorCode::internal, .detail = "out of memory"});
    } catch (const std::exception& error) {
      return core::fail({.code = core::ErrorCode::internal, .detail = error.what()});
    }
  }

  std::jthread worker_;
};

}  // namespace vicinia::desktop
