/// \file export_figure_dialog.h
/// Asks how a figure is to look and where it goes, writes it and says how that went. A failure leaves everything that was
/// typed as it is.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <memory>
#include <optional>

#include "jobs/engine_bridge.h"
#include "jobs/export_job.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class ExportFigureDialog : public QDialog {
  Q_OBJECT

 public:
  /// `session`, `engine` and `agglomerations` must outlive the dialog. `folder` is where the file name begins.
  ExportFigureDialog(Session& session, EngineBridge& engine, const AgglomerationController& agglomerations, const QString& folder, QWidget* parent = nullptr);
  ~ExportFigureDialog() override;

  [[nodiscard]] QString fileName() const { return file_->text(); }

  void accept() override;  ///< writes; the dialog stays open until it is done
  void reject() override;  ///< cancels what is being written, else closes

 Q_SIGNALS:
  void written(const QString& file);

 private:
  void build(const QString& folder);
  void browse();
  void followFormat();
  void suggestTexts();
  void begin(workspace::FigureOptions options);
  void finish(const std::optional<core::Error>& error);
  void say(const QString& text, bool isError);
  void setRunning(bool running);
  [[nodiscard]] bool mayWrite(const QString& file);
  [[nodiscard]] QString suggestedName() const;

  Session& session_;
  EngineBridge& engine_;
  const AgglomerationController& agglomerations_;
  QLineEdit *file_, *title_, *subtitle_;
  QPushButton *browse_, *write_, *openFolder_;
  QComboBox *format_, *language_, *orientation_;
  QSpinBox* dpi_;
  QLabel* message_;
  QProgressBar* progress_;
  QDialogButtonBox* buttons_;
  QWidget* fields_;
  std::unique_ptr<ExportJob> job_;
  QString written_, replaceable_;
};

}  // namespace vicinia::desktop
