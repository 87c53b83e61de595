#include "warnings.h"

#include <gtest/gtest.h>

#include <QString>
#include <cstdio>

namespace vicinia::desktop {

namespace {

/// The offscreen platform has no window manager, and says so of each window that has a least size or is to come to the front:
/// "This plugin does not support propagateSizeHints()", "… raise()". There is nothing that a program can do about it.
bool isOfThePlatform(const QString& message) {
  return message.startsWith(QLatin1String("This plugin does not support "));
}

void hear(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  if (isOfThePlatform(message)) return;
  const std::string text = qFormatLogMessage(type, context, message).toStdString();
  std::fprintf(stderr, "%s\n", text.c_str());
  if (type == QtWarningMsg || type == QtCriticalMsg) ADD_FAILURE() << "Qt: " << text;
}

}  // namespace

void failOnWarnings() { qInstallMessageHandler(hear); }

}  // namespace vicinia::desktop
