/// \file recent_files.h
/// The workspaces that were opened or saved last, as a menu, from one run to the next.
#pragma once

#include <QMenu>
#include <QStringList>

namespace vicinia::desktop {

class RecentFiles : public QObject {
  Q_OBJECT

 public:
  /// `menu` must outlive it. `remember`: in the user's settings; else as long as it lives.
  RecentFiles(QMenu& menu, bool remember, QObject* parent = nullptr);

  void add(const QString& file);
  void remove(const QString& file);
  [[nodiscard]] const QStringList& files() const { return files_; }

 Q_SIGNALS:
  void chosen(const QString& file);
  void changed();

 private:
  void fill();
  void keep();

  QMenu& menu_;
  bool remember_;
  QStringList files_;  ///< newest first
};

}  // namespace vicinia::desktop
