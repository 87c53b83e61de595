/// \file document_file.h
/// The file of the open document: which it is, whether the document holds work that the file does not, and saving, off the GUI thread.
/// Two windows: the first that has a file open locks it; the other may look and change, and saves under another name.
/// Errors:  those of save_workspace by failed(); whatever goes wrong, an older file stays whole, and the document stays as it is.
#pragma once

#include <QLockFile>
#include <QObject>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "jobs/write_job.h"
#include "session/session.h"
#include "vicinia/workspace/saving/workspace_file.h"

namespace vicinia::desktop {

class DocumentFile : public QObject {
  Q_OBJECT

 public:
  /// Why it is not written to.
  enum class ReadOnly : std::uint8_t { no, newer_version, open_elsewhere };

  /// `session` must outlive it.
  explicit DocumentFile(Session& session, QObject* parent = nullptr);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }  ///< empty: not saved yet
  [[nodiscard]] QString name() const;                                        ///< as a title has it
  [[nodiscard]] ReadOnly readOnly() const { return readOnly_; }
  /// Compared with the file, or with where a document without one began.
  [[nodiscard]] bool isModified() const;
  [[nodiscard]] bool isSaving() const { return job_ != nullptr; }
  [[nodiscard]] const workspace::WorkspaceSettings& settings() const { return settings_; }
  void setKeepsData(bool keeps);
  /// Of the window, for the next saving.
  void setLayout(const std::string& layout) { settings_.window_layout = layout; }

  /// The session has begun another document, which has no file.
  void forget();
  /// The session has begun what was read from this file.
  void adopt(const std::filesystem::path& file, const workspace::SavedWorkspace& saved);
  /// The session holds what a window left that ended, and this was its file. What stands in it tells what is not saved yet; where it cannot be
  /// read any more, all is.
  void resume(const std::filesystem::path& file);

  /// Whether somebody else has saved into it since this window read or wrote it.
  [[nodiscard]] bool isChangedElsewhere() const;
  /// Whether another window has this file open.
  [[nodiscard]] bool isOpenElsewhere(const std::filesystem::path& file) const;
  /// The document as it is now. `file` becomes its file once it is written. One saving after another: while one lasts, the next is refused.
  void save(const std::filesystem::path& file);
  /// What the file holds, or where the document began; for whoever leaves without saving.
  [[nodiscard]] const std::optional<workspace::Document>& saved() const { return saved_; }

 Q_SIGNALS:
  void changed();      ///< path, readOnly or isModified
  void aboutToSave();  ///< the document as it is now
  void written(const QString& file);
  void failed(const vicinia::core::Error& error);

 private:
  void take(const std::filesystem::path& file, std::unique_ptr<QLockFile> lock);
  [[nodiscard]] static std::unique_ptr<QLockFile> lockFor(const std::filesystem::path& file);
  void update();

  Session& session_;
  std::filesystem::path path_;
  std::unique_ptr<QLockFile> lock_;
  ReadOnly readOnly_ = ReadOnly::no;
  std::optional<workspace::Document> saved_;  ///< nullopt: it is not known
  workspace::WorkspaceSettings settings_, savedSettings_;
  std::string saveId_;
  std::unique_ptr<WriteJob> job_;
  bool isModified_ = false;
};

}  // namespace vicinia::desktop
