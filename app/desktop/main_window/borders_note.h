/// \file borders_note.h
/// How the borders of the data set meet, at the foot of the window: for a few seconds where all are shared exactly, and for as long as
/// the data set is open where some had to be matched or overlap.
#pragma once

#include <QObject>

#include "main_window/status_line.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class BordersNote : public QObject {
  Q_OBJECT

 public:
  /// All must outlive the note.
  BordersNote(Session& session, AgglomerationController& agglomerations, StatusLine& status,
              QObject* parent = nullptr);

  void retranslate();

 private:
  void show();
  [[nodiscard]] FoundPtr found() const;  ///< of the data that are open; null until they are found

  Session& session_;
  AgglomerationController& agglomerations_;
  StatusLine& status_;
  const core::Dataset* told_ = nullptr;  ///< the data set whose borders were told
};

}  // namespace vicinia::desktop
