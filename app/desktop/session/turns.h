/// \file turns.h
/// Pieces of work of the GUI thread, one in each turn of its event loop, so that mouse and keys are heard between them.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <utility>
#include <vector>

namespace vicinia::desktop {

class Turns : public QObject {
  Q_OBJECT

 public:
  explicit Turns(QObject* parent = nullptr) : QObject(parent) {
    next_.setSingleShot(true);
    connect(&next_, &QTimer::timeout, this, &Turns::run);
  }

  /// In the order of asking; who waits already keeps the place, and does the newer work there.
  void ask(const void* who, std::function<void()> work) {
    for (auto& [waiting, todo] : waiting_)
      if (waiting == who) {
        todo = std::move(work);
        return;
      }
    waiting_.emplace_back(who, std::move(work));
    if (!next_.isActive()) next_.start(0);
  }
  void forget(const void* who) {
    std::erase_if(waiting_, [who](const auto& one) { return one.first == who; });
  }

 private:
  void run() {
    if (waiting_.empty()) return;
    const std::function<void()> work = std::move(waiting_.front().second);
    waiting_.erase(waiting_.begin());
    if (!waiting_.empty()) next_.start(0);
    work();
  }

  QTimer next_;
  std::vector<std::pair<const void*, std::function<void()>>> waiting_;
};

}  // namespace vicinia::desktop
