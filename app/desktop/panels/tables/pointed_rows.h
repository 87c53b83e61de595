/// \file pointed_rows.h
/// What is pointed at in one view lights up in all: the row of a list whose unit the mouse is over on the map or in another list, and the unit on the
/// map whose row it is over here. It is no selection, and goes with the mouse.
#pragma once

#include <QObject>

#include "panels/tables/list_table.h"
#include "session/session.h"

namespace vicinia::desktop {

class PointedRows : public QObject {
  Q_OBJECT

 public:
  /// Both must outlive it; the list has its model, in which `unitRole` of a row's first column is its unit.
  PointedRows(Session& session, ListTable& list, int unitRole, QObject* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void show();

  Session& session_;
  ListTable& list_;
  int unitRole_;
};

}  // namespace vicinia::desktop
