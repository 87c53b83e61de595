/// \file shown_agglomerations.h
/// The agglomerations of a map, as far as they are found: those of the first map, or of one beside it.
#pragma once

#include <QObject>
#include <optional>

#include "jobs/found_agglomerations.h"
#include "session/shown_map.h"

namespace vicinia::desktop {

class ShownAgglomerations : public QObject {
  Q_OBJECT

 public:
  /// `map` must outlive it.
  explicit ShownAgglomerations(const ShownMap& map, QObject* parent = nullptr);

  /// Null until they are found, and where they cannot be.
  [[nodiscard]] virtual const FoundPtr& found() const = 0;
  /// The one that holds the selected unit.
  [[nodiscard]] std::optional<std::size_t> selected() const;

 Q_SIGNALS:
  void changed();           ///< of found()
  void selectionChanged();  ///< of the selected unit; not after changed()

 private:
  const ShownMap& map_;
};

}  // namespace vicinia::desktop
