/// \file kept_view.h
/// Keeps the document as it is, saved or not, in a file of its own, so that the next window finds it as it was left, by closing or by a crash.
/// Several windows keep a file each: a window takes the first that no running one has.
/// Errors:  a folder or a disk that cannot be written to: failed() says so once; a write that failed is tried again with the next change.
/// Cost:    a file of a few kilobytes, written off the GUI thread, at most one second after a change.
#pragma once

#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <optional>

#include "jobs/write_job.h"
#include "session/document_file.h"
#include "session/session.h"

namespace vicinia::desktop {

class KeptView : public QObject {
  Q_OBJECT

 public:
  /// `session` and `document` must outlive it.
  KeptView(Session& session, const DocumentFile& document, std::filesystem::path folder,
           QObject* parent = nullptr);
  /// Writes what has not been written yet.
  ~KeptView() override;

  [[nodiscard]] static std::filesystem::path usualFolder();
  /// What the window before left, if it did. It is set aside and stays as it is until the next window starts, so that one that cannot be opened
  /// now, for want of its data, is not written over.
  [[nodiscard]] std::optional<std::filesystem::path> left() const { return left_; }

 Q_SIGNALS:
  void failed(const vicinia::core::Error& error);

 private:
  void note();
  void write();
  /// On this thread, and whatever is being written is waited for.
  void writeNow();
  void tellOnce(const core::Error& error);

  Session& session_;
  const DocumentFile& document_;
  std::unique_ptr<QLockFile> lock_;  ///< held for as long as the window lives
  std::filesystem::path file_;       ///< empty: nothing is kept
  std::optional<std::filesystem::path> left_;
  QTimer soon_;
  std::unique_ptr<WriteJob> job_;
  bool hasFailed_ = false;
  bool isChanged_ = false;  ///< since it was written, or began to be
};

}  // namespace vicinia::desktop
