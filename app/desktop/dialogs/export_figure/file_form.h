/// \file file_form.h
/// Where a figure goes and in which format: a file, whose extension says the format, or a folder of files.
#pragma once

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include "jobs/figures/figure_maker.h"

namespace vicinia::desktop {

class FileForm : public QObject {
  Q_OBJECT

 public:
  /// The rows go into `form`; file dialogs over `window`.
  FileForm(QFormLayout& form, QWidget& window, QObject* parent = nullptr);

  void set(gis::map::FigureFormat format, double dpi);
  /// Where a name begins that nobody has typed: a stem without extension, in a folder.
  void suggest(const QString& folder, const QString& stem);
  /// One file or a folder; one PDF where several pages are one file.
  void offerWhatFits(bool asFolder, bool onlyPdf);

  [[nodiscard]] QString fileName() const { return file_->text().trimmed(); }
  [[nodiscard]] gis::map::FigureFormat format() const;  ///< wanted, though onlyPdf may say otherwise
  [[nodiscard]] double dpi() const { return dpi_->value(); }
  /// Errors: InvalidArgument where nothing is typed; UnsupportedFormat.
  [[nodiscard]] core::Result<FigureTarget> target() const;
  /// The file dialog has asked whether this one may be replaced.
  [[nodiscard]] bool isReplaceable(const QString& file) const { return file == replaceable_; }
  void focusFile() { file_->setFocus(); }

 Q_SIGNALS:
  void changed();

 private:
  void browse();
  void chooseFormat(int row);
  void adoptFormatOfName();
  void showName();
  [[nodiscard]] gis::map::FigureFormat formatNow() const;

  QWidget& window_;
  QLabel* fileLabel_;
  QLineEdit* file_;
  QPushButton* browse_;
  QComboBox* format_;
  QSpinBox* dpi_;
  bool asFolder_ = false, onlyPdf_ = false, typed_ = false;
  int wanted_ = 0;  ///< row of the format
  QString folder_, stem_, replaceable_;
};

}  // namespace vicinia::desktop
