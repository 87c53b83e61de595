/// \file welcome.h
/// The welcome and the tour, and what follows from them. The welcome comes by itself at the first start, and at others where that is wanted,
/// once the first map is complete: until then nothing is made for it.
#pragma once

#include <QObject>
#include <QPointer>

#include "canvas/map_controller.h"
#include "dialogs/welcome_dialog.h"
#include "main_window/document_commands.h"
#include "main_window/file_dialogs.h"
#include "main_window/recent_files.h"
#include "main_window/windows_beside.h"
#include "session/session.h"

namespace vicinia::desktop {

class Welcome : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    QWidget& window;
    Session& session;
    MapController& map;
    DocumentOpener& opener;
    DocumentCommands& document;
    FileDialogs& files;
    RecentFiles& recent;
    WindowsBeside& beside;
  };
  /// All must outlive it. `remember`: whether it is wanted at the start is kept in the user's settings.
  Welcome(const Parts& parts, bool remember);

  void show();
  /// Where it is wanted: by the user, or because no window was there before.
  void showAtStart();

 Q_SIGNALS:
  void languageWanted(vicinia::workspace::Language language);
  void tourWanted();

 private:
  [[nodiscard]] bool isWantedAtStart() const;
  void build();
  void openBuiltIn();
  [[nodiscard]] std::vector<RecentWork> recentWork() const;

  Parts parts_;
  bool remember_;
  QPointer<WelcomeDialog> dialog_;
};

}  // namespace vicinia::desktop
