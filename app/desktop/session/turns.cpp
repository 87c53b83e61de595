#include "session/turns.h"

#include <algorithm>

namespace vicinia::desktop {

Turns::Turns(QObject* parent) : QObject(parent) {
  next_.setSingleShot(true);
  connect(&next_, &QTimer::timeout, this, &Turns::run);
}

void Turns::ask(const void* who, std::function<void()> work) {
  const auto waiting = std::ranges::find(waiting_, who, [](const auto& one) { return one.first; });
  if (waiting != waiting_.end()) {
    waiting->second = std::move(work);
    return;
  }
  waiting_.emplace_back(who, std::move(work));
  if (!next_.isActive()) next_.start(0);
}

void Turns::forget(const void* who) {
  std::erase_if(waiting_, [who](const auto& one) { return one.first == who; });
}

// Before the work itself, which may ask for more, the next turn is asked for.
void Turns::run() {
  if (waiting_.empty()) return;
  const std::function<void()> work = std::move(waiting_.front().second);
  waiting_.erase(waiting_.begin());
  if (!waiting_.empty()) next_.start(0);
  work();
}

}  // namespace vicinia::desktop
