/// \file welcome_dialog.h
/// Three ways in: the built-in data, data of one's own, the last work. With the way round the window, the language, and whether it comes at
/// the start. It stands beside the work and stops nothing.
#pragma once

#include <QCheckBox>
#include <QCommandLinkButton>
#include <QDateTime>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <vector>

#include "session/session.h"

namespace vicinia::desktop {

struct RecentWork {
  QString file, name;
  QDateTime when;  ///< it was saved
};

class WelcomeDialog : public QDialog {
  Q_OBJECT

 public:
  /// `session` must outlive the dialog.
  WelcomeDialog(const Session& session, QWidget* parent);

  /// Newest first.
  void setRecent(std::vector<RecentWork> recent);
  void setShownAtStart(bool isShown) { notAtStart_->setChecked(!isShown); }

 Q_SIGNALS:
  void builtInWanted();
  void ownDataWanted();
  void workWanted(const QString& file);
  void formatWanted();  ///< how data of one's own must look
  void tourWanted();
  void languageWanted(vicinia::workspace::Language language);
  void atStartWanted(bool isShown);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void retranslateUi();
  void showRecent();
  void showLanguage();
  void fitHeight();

  const Session& session_;
  std::vector<RecentWork> recent_;
  QLabel *name_, *purpose_, *format_, *earlier_;
  QCommandLinkButton *builtIn_, *own_, *last_;
  QPushButton *tour_, *close_;
  QRadioButton *vietnamese_, *english_;
  QCheckBox* notAtStart_;
};

}  // namespace vicinia::desktop
