/// \file document_opener.h
/// Opens workspaces, data sets and figures: reads off the GUI thread, then enters the result into the session. Whatever goes wrong, what
/// was open stays open. A workspace is another document; a data set, and the view of a figure, are steps within the open one.
#pragma once

#include <QObject>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "jobs/dataset_job.h"
#include "session/session.h"
#include "vicinia/workspace/saving/workspace_file.h"

namespace vicinia::desktop {

/// A view by names, as given on the command line.
struct WantedView {
  std::string sector{}, province{};
  std::optional<core::values::Variable> variable{};
};

class DocumentOpener : public QObject {
  Q_OBJECT

 public:
  /// `session` must outlive the opener.
  DocumentOpener(Session& session, std::filesystem::path enginesFolder, QObject* parent = nullptr);

  /// Cancels what is being opened, if anything.
  void openDataset(const std::filesystem::path& folder, WantedView wanted = {});
  /// A document without a file.
  void beginNew(const std::filesystem::path& folder);
  /// A workspace (.vicinia) becomes the document; the view of a figure is shown on the data that are open.
  void openFile(const std::filesystem::path& file);
  /// The same where nothing is open yet: a figure is shown on the data of `folder`, and where the file cannot be read, they are opened alone.
  void openFileAtStart(const std::filesystem::path& file, const std::filesystem::path& folder);
  /// What a window left when it ended: where its data are not there any more, on those of `folder`; where it cannot be read, those alone.
  /// viewFailed() tells either.
  void openLeft(const std::filesystem::path& file, const std::filesystem::path& folder);
  /// A folder is a data set.
  void openAny(const std::filesystem::path& path);
  void cancel();
  [[nodiscard]] bool isBusy() const { return job_ != nullptr; }

  [[nodiscard]] static bool isWorkspace(const std::filesystem::path& file);

 Q_SIGNALS:
  void began();
  void progressed(double shareDone);
  void ended();
  void opened();
  void failed(const vicinia::core::Error& error);
  void viewFailed(const vicinia::core::Error& error);  ///< the data are all right, or were not even looked at
  void dataDiffers();  ///< a view was opened on other data than it was saved with
  void documentBegun();
  void documentOpened(const std::filesystem::path& file, const vicinia::workspace::SavedWorkspace& saved);
  void documentResumed(const std::filesystem::path& file);  ///< empty: it had none

 private:
  enum class As : std::uint8_t { step, new_document, saved_document, left_document };
  /// What becomes of the data once they are read.
  struct Opening {
    As as = As::step;
    WantedView wanted{};
    std::optional<workspace::StoredView> stored{};
    std::filesystem::path file{};  ///< of a saved document
    workspace::SavedWorkspace saved{};
    std::filesystem::path instead{};  ///< data that are opened where these cannot be; else empty
  };

  void openDocument(const std::filesystem::path& file, workspace::SavedWorkspace saved,
                    const std::filesystem::path& instead);
  /// On the data that are open, where they are those of the folder.
  void read(const std::filesystem::path& folder, Opening opening, const std::filesystem::path& copyIn = {});
  void receive(const PreparedDatasetPtr& dataset);
  void fail(const core::Error& error);
  void end();
  void tellLater(core::Error error);  ///< once there is a window to say it
  /// `prepared` is null where the data are open already.
  [[nodiscard]] core::Status enter(const Opening& opening, const PreparedDatasetPtr& prepared);
  [[nodiscard]] core::Status enterDocument(const Opening& opening, const PreparedDatasetPtr& prepared);
  [[nodiscard]] core::Status enterStep(const Opening& opening, const PreparedDatasetPtr& prepared);
  [[nodiscard]] core::Status enterWanted(const WantedView& wanted);
  [[nodiscard]] core::Status enterStored(const workspace::StoredView& stored, bool isUndoable);

  Session& session_;
  std::filesystem::path enginesFolder_;
  std::unique_ptr<DatasetJob> job_;
  Opening opening_;
};

}  // namespace vicinia::desktop
