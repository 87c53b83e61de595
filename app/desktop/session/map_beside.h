/// \file map_beside.h
/// One of the maps that are compared with the first: follows the session. What moves the map or selects is there at once; colours have their
/// turn after those of the first map, whose frame is asked for before.
#pragma once

#include "session/session.h"
#include "session/turns.h"

namespace vicinia::desktop {

class MapBeside : public ShownMap {
  Q_OBJECT

 public:
  /// Both must outlive it. `map`: its position, from 1.
  MapBeside(Session& session, Turns& turns, std::size_t map, QObject* parent = nullptr);
  ~MapBeside() override;

  [[nodiscard]] std::size_t map() const { return map_; }
  void setMap(std::size_t map);  ///< another position: then it shows what is there
  [[nodiscard]] bool isOpen() const override { return document_.data != nullptr; }
  [[nodiscard]] const workspace::Document& document() const override { return document_; }
  [[nodiscard]] const workspace::Choropleth& choropleth() const override { return choropleth_; }
  /// It shows what the session has there.
  [[nodiscard]] bool isCurrent() const { return isOpen() && !waits_; }

 Q_SIGNALS:
  void failed(const vicinia::core::Error& error);  ///< it cannot be coloured, and shows what it did

 private:
  void follow();
  void update();
  [[nodiscard]] bool isThere() const;

  Session& session_;
  Turns& turns_;
  std::size_t map_;
  bool waits_ = false;  ///< for its turn
  workspace::Document document_;
  workspace::Choropleth choropleth_;
};

}  // namespace vicinia::desktop
