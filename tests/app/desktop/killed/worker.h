/// \file worker.h
/// A process that edits and saves without a rest until it is killed: with the window's own session, file and kept view, on the small example.
/// It tells on standard output, a line each: "edit N MS" for the N-th edit, with the steady clock's milliseconds, "saved N" when the file holds the
/// N-th. Where it begins, N goes on from what the process before has left.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace vicinia::desktop::killed {

inline std::filesystem::path workspace_in(const std::filesystem::path& folder) {
  return folder / "việc.vicinia";
}
inline std::filesystem::path windows_in(const std::filesystem::path& folder) { return folder / "windows"; }

inline long long now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Does not return.
int work_until_killed(const std::filesystem::path& folder, unsigned seed);

/// The number of the edit that notes tell of; 0: none.
[[nodiscard]] inline int edit_in(const std::string& notes) {
  return notes.empty() ? 0 : std::stoi(notes.substr(notes.rfind(' ') + 1));
}

}  // namespace vicinia::desktop::killed
