/// \file document_opener.h
/// Opens data sets, views and figures: reads off the GUI thread, then enters the result into the session. Whatever goes wrong, what
/// was open stays open. A figure has no data set of its own: its view opens on the data that are open.
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>
#include <optional>

#include "jobs/dataset_job.h"
#include "session/session.h"
#include "vicinia/workspace/document/view_file.h"

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
  /// A saved view (.vicinia) or a figure that carries one.
  void openView(const std::filesystem::path& file);
  /// A saved view on its own data, a figure on those of `folder`; where it cannot be read, `folder` alone.
  void openViewAtStart(const std::filesystem::path& file, const std::filesystem::path& folder);
  /// What a window left when it ended: where its data are not there any more, on those of `folder`; where it cannot be read, those alone.
  /// viewFailed() tells either.
  void openLeft(const std::filesystem::path& file, const std::filesystem::path& folder);
  /// By its name: a folder is a data set, .vicinia a view, any other file a figure.
  void openAny(const std::filesystem::path& path);
  void cancel();
  [[nodiscard]] bool isBusy() const { return job_ != nullptr; }

 Q_SIGNALS:
  void began();
  void progressed(double shareDone);
  void ended();
  void opened();
  void failed(const vicinia::core::Error& error);
  void viewFailed(const vicinia::core::Error& error);  ///< the data are all right, or were not even looked at
  void dataDiffers();  ///< a view was opened on other data than it was saved with

 private:
  void begin(const std::filesystem::path& folder);
  void receive(const PreparedDatasetPtr& dataset);
  void fail(const core::Error& error);
  void end();
  [[nodiscard]] core::Status enter(const PreparedDatasetPtr& prepared);
  [[nodiscard]] core::Status enterWanted(const WantedView& wanted);
  void enterOn(const std::filesystem::path& folder, workspace::StoredView stored);
  [[nodiscard]] core::Status enterStored(const workspace::StoredView& stored, bool isBeginning = false);

  Session& session_;
  std::filesystem::path enginesFolder_;
  std::filesystem::path instead_{};  ///< opened where what a window left cannot be; else empty
  std::unique_ptr<DatasetJob> job_;
  WantedView wanted_;
  std::optional<workspace::StoredView> stored_;  ///< to be entered after its data set
};

}  // namespace vicinia::desktop
