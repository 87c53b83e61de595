/// \file shown_agglomerations.h
/// The agglomerations of a map, as far as they are found: those of the first map, or of one beside it.
#pragma once

#include <QObject>
#include <optional>

#include "jobs/found_agglomerations.h"

namespace vicinia::desktop {

class ShownAgglomerations : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Null until they are found, and where they cannot be.
  [[nodiscard]] virtual const FoundPtr& found() const = 0;
  /// The one that holds the selected unit.
  [[nodiscard]] virtual std::optional<std::size_t> selected() const = 0;

 Q_SIGNALS:
  void changed();           ///< of found()
  void selectionChanged();  ///< of the selected unit; not after changed()
};

}  // namespace vicinia::desktop
