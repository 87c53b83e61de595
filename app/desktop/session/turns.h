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
  explicit Turns(QObject* parent = nullptr);

  /// In the order of asking; who waits already keeps the place, and does the newer work there.
  void ask(const void* who, std::function<void()> work);
  void forget(const void* who);

 private:
  void run();

  QTimer next_;
  std::vector<std::pair<const void*, std::function<void()>>> waiting_;
};

}  // namespace vicinia::desktop
