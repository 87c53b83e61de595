/// \file shown_map.h
/// A map as canvas, outlines and legend see it: the document that it shows, its choropleth, and what changed of them. The session is the first
/// map; those that are compared with it are beside it (map_beside.h).
#pragma once

#include <QObject>

#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::desktop {

class ShownMap : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  [[nodiscard]] virtual bool isOpen() const = 0;
  /// \pre isOpen()
  [[nodiscard]] virtual const workspace::Document& document() const = 0;
  [[nodiscard]] const workspace::View& view() const;
  [[nodiscard]] const core::Dataset& dataset() const;
  [[nodiscard]] virtual const workspace::Choropleth& choropleth() const = 0;
 Q_SIGNALS:
  void changed(const vicinia::workspace::Touched& touched);
};

}  // namespace vicinia::desktop
