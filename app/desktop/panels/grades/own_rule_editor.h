/// \file own_rule_editor.h
/// The user's own rule: for each criterion a least and a most; an empty field is no criterion. What is typed counts at once, and one
/// undo takes back what was typed into a field without leaving it.
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <array>

#include "session/session.h"
#include "vicinia/workspace/document/own_rule.h"

namespace vicinia::desktop {

class OwnRuleEditor : public QScrollArea {
  Q_OBJECT

 public:
  /// `session` must outlive the editor.
  explicit OwnRuleEditor(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Fields {
    QLabel* name = nullptr;
    QLineEdit *min = nullptr, *max = nullptr;
  };
  void build();
  void retranslateUi();
  void showRule();
  void typed(QLineEdit* field);
  void sayFault(const QString& fault, std::initializer_list<QLineEdit*> fields = {});

  Session& session_;
  std::array<Fields, workspace::own_criteria.size()> fields_{};
  QLabel *minHead_, *maxHead_, *fault_;
  QPushButton* clear_;
  const QLineEdit* inStep_ = nullptr;  ///< the next key there continues the step
};

}  // namespace vicinia::desktop
