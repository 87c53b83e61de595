/// \file export_figure_dialog.h
/// Asks how a figure is to look and where it goes, shows it as it will be, writes it and says how that went. A failure leaves everything
/// that was chosen as it is. Works on the document as it is when the dialog opens.
#pragma once

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <memory>
#include <optional>

#include "dialogs/export_figure/figure_preview.h"
#include "dialogs/export_figure/file_form.h"
#include "dialogs/export_figure/kept_choices.h"
#include "dialogs/export_figure/page_options_form.h"
#include "dialogs/export_figure/preview_controller.h"
#include "dialogs/export_figure/series_form.h"
#include "drawing/tones.h"
#include "jobs/engine_bridge.h"
#include "jobs/figures/print_job.h"
#include "jobs/write_job.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class ExportFigureDialog : public QDialog {
  Q_OBJECT

 public:
  /// `session`, `engine` and `agglomerations` must outlive the dialog. `choices`: of the last time; its folder is where the file begins.
  ExportFigureDialog(Session& session, EngineBridge& engine, const AgglomerationController& agglomerations,
                     const FigureChoices& choices, QWidget* parent = nullptr);
  ~ExportFigureDialog() override;

  [[nodiscard]] QString fileName() const { return file_->fileName(); }
  [[nodiscard]] const FigurePreview& preview() const { return *preview_; }
  /// Nothing is being drawn for the preview, and nothing waits to be.
  [[nodiscard]] bool isPreviewSettled() const { return previews_->isSettled(); }
  [[nodiscard]] bool isPreviewBeingDrawn() const { return previews_->isDrawing(); }
  [[nodiscard]] FigureRequest request() const;
  /// For the next time.
  [[nodiscard]] FigureChoices choices() const;

  /// The pages are to be printed: the button that does it is the one that Enter presses.
  void beginPrinting();
  void print();  ///< draws the pages and shows them as a printer would

  void accept() override;  ///< writes; the dialog stays open until it is done
  void reject() override;  ///< cancels what is being written, else closes

 Q_SIGNALS:
  void written(const QString& file);

 private:
  struct ChartWish {
    workspace::Language language;
    bool isBeside;  ///< the map, not below it
    bool selection;
    friend bool operator==(const ChartWish&, const ChartWish&) = default;
  };
  void addChart(FigureRequest& request) const;
  void build();
  void buildForms();
  void connectParts();
  void enter(const FigureChoices& choices);
  void updateForms();
  void askForPreview();
  void receive(const DrawnPage& page);
  void begin(const FigureTarget& target);
  void tellProgress(double share, const QString& step);
  void finish(const std::optional<core::Error>& error);
  void say(const QString& text, bool isError);
  void setRunning(bool running);
  [[nodiscard]] bool mayWrite(const FigureTarget& target);

  Session& session_;
  EngineBridge& engine_;
  FigureMakerPtr maker_;
  SeriesForm* series_;
  PageOptionsForm* page_;
  FileForm* file_;
  FigurePreview* preview_;
  PreviewController* previews_;
  QWidget* forms_;
  QPushButton *write_, *print_, *openFolder_;
  ToneLabel* message_;
  QProgressBar* progress_;
  QDialogButtonBox* buttons_;
  std::unique_ptr<WriteJob> job_;
  std::unique_ptr<PrintJob> printing_;
  std::size_t pages_ = 1;  ///< as far as is known
  struct {
    std::size_t composed = 0, drawn = 0;
  } done_;
  QStringList notes_;  ///< on what is being written
  FigureTarget written_;
  QString folder_;
  mutable std::optional<ChartWish> chartWish_;  ///< that chart_ is of
  mutable gis::map::FigureChart chart_;
};

}  // namespace vicinia::desktop
