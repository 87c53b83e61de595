/// \file document_commands.h
/// New, open, recent, save, save as, and closing: what is asked before work is lost, and what is said where a file cannot be written to.
#pragma once

#include <QMainWindow>
#include <QObject>
#include <filesystem>
#include <functional>

#include "main_window/document_opener.h"
#include "main_window/recent_files.h"
#include "session/document_file.h"
#include "session/session.h"

namespace vicinia::desktop {

class DocumentCommands : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    Session& session;
    DocumentOpener& opener;
    DocumentFile& file;
    RecentFiles& recent;
  };
  /// All must outlive it. `asks`: before work is lost; a window that leaves at once, for a picture of it, does not.
  DocumentCommands(QMainWindow& window, const Parts& parts, bool asks);

  void beginNew();
  void open();  ///< by a dialog
  void openFile(const std::filesystem::path& file);
  void save();  ///< asks for a name where there is none
  void saveAs();
  /// Whether the window may close now. If not, it is asked, and closes when it has been told what to do.
  [[nodiscard]] bool mayClose();

  /// The name and the mark of what is not saved, for the title; with Qt's place for that mark.
  [[nodiscard]] QString titlePart() const;
  [[nodiscard]] RecentFiles& recent() const { return parts_.recent; }
  /// Where dialogs begin.
  void setFolder(const QString& folder) { folder_ = folder; }

 Q_SIGNALS:
  void saved(const QString& file);
  void notSaved(const vicinia::core::Error& error);

 private:
  /// `then` is done at once, or after the user has saved, or has said that nothing is to be saved.
  void leaving(std::function<void()> then);
  void save(const std::filesystem::path& file);
  void tell(const QString& heading, const QString& text);
  void onOpened(const std::filesystem::path& file, const workspace::SavedWorkspace& saved);
  [[nodiscard]] QString suggestedName() const;

  QMainWindow& window_;
  Parts parts_;
  bool asks_;
  bool isClosing_ = false;
  QString folder_;
  std::function<void()> afterSaving_;
};

}  // namespace vicinia::desktop
