/// \file variable_box.h
/// A choice of variable: all of them in groups, found by typing a part of the name with or without diacritics. Those that the data
/// do not allow are greyed, and say why.
#pragma once

#include <QComboBox>
#include <QStandardItemModel>

#include "session/session.h"

namespace vicinia::desktop {

class VariableBox : public QComboBox {
  Q_OBJECT

 public:
  /// `session` must outlive the box.
  explicit VariableBox(Session& session, QWidget* parent = nullptr);

  /// Of a variable; -1 if it is not in the list.
  [[nodiscard]] int rowOf(core::values::Variable variable) const;
  /// As if a person had chosen that row.
  void choose(int row);

 protected:
  void changeEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void fill();
  void showAvailability();
  void showCurrent();

  Session& session_;
  QStandardItemModel* entries_;
};

}  // namespace vicinia::desktop
