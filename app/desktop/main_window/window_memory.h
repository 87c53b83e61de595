/// \file window_memory.h
/// What a window keeps from one run to the next: its place and size, the arrangement of its panels, where dialogs begin, how tables stand.
#pragma once

#include <QMainWindow>

#include "main_window/file_dialogs.h"

namespace vicinia::desktop {

void rememberWindow(const QMainWindow& window, FileDialogs& files);
/// What is missing, or of another version's panels, stays as it is.
void restoreWindow(QMainWindow& window, FileDialogs& files);

}  // namespace vicinia::desktop
