#include "dialogs/export_figure/file_form.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <array>

#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::desktop {

using gis::map::FigureFormat;

namespace {

/// In the order of the list.
constexpr std::array figure_formats{FigureFormat::pdf, FigureFormat::svg, FigureFormat::png,
                                    FigureFormat::tiff, FigureFormat::project};

FigureFormat format_in_row(int row) { return figure_formats[static_cast<std::size_t>(row)]; }
int row_of(FigureFormat format) {
  return static_cast<int>(std::ranges::find(figure_formats, format) - figure_formats.begin());
}

}  // namespace

FileForm::FileForm(QFormLayout& form, QWidget& window, QObject* parent) : QObject(parent), window_(window) {
  format_ = new QComboBox;
  format_->setObjectName(QStringLiteral("figureFormat"));
  format_->addItems({tr("PDF, for print"), tr("SVG, for drawing programs"), tr("PNG, a picture"),
                     tr("TIFF, a picture for print"), tr("QGIS project with its data")});
  format_->setAccessibleName(tr("Format"));
  dpi_ = new QSpinBox;
  dpi_->setObjectName(QStringLiteral("figureDpi"));
  dpi_->setRange(72, 1200);
  dpi_->setSuffix(tr(" dpi"));
  dpi_->setAccessibleName(tr("Resolution"));
  file_ = new QLineEdit;
  file_->setObjectName(QStringLiteral("exportFile"));
  file_->setAccessibleName(tr("File"));
  browse_ = new QPushButton(tr("Bro&wse…"));
  browse_->setAccessibleName(tr("Browse for the file"));
  browse_->setAutoDefault(false);
  fileLabel_ = new PlainLabel(tr("Fil&e:"));
  fileLabel_->setBuddy(file_);
  auto* formatRow = new QHBoxLayout;
  formatRow->addWidget(format_, 1);
  formatRow->addWidget(dpi_);
  auto* formatLabel = new PlainLabel(tr("Fo&rmat:"));
  formatLabel->setBuddy(format_);
  auto* fileRow = new QHBoxLayout;
  fileRow->addWidget(file_, 1);
  fileRow->addWidget(browse_);
  form.addRow(formatLabel, formatRow);
  form.addRow(fileLabel_, fileRow);
  connect(format_, &QComboBox::activated, this, &FileForm::chooseFormat);
  connect(dpi_, &QSpinBox::valueChanged, this, &FileForm::changed);
  connect(file_, &QLineEdit::textEdited, this, [this] { typed_ = true; });
  connect(file_, &QLineEdit::textChanged, this, &FileForm::adoptFormatOfName);
  connect(browse_, &QPushButton::clicked, this, &FileForm::browse);
}

void FileForm::set(FigureFormat format, double dpi) {
  wanted_ = row_of(format);
  format_->setCurrentIndex(wanted_);
  dpi_->setValue(static_cast<int>(dpi));
  showName();
}

FigureFormat FileForm::format() const { return format_in_row(wanted_); }
FigureFormat FileForm::formatNow() const { return onlyPdf_ ? FigureFormat::pdf : format(); }

void FileForm::suggest(const QString& folder, const QString& stem) {
  folder_ = folder;
  stem_ = stem;
  if (!typed_) showName();
}

// What was typed keeps its place; only what its end says is changed with the format.
void FileForm::showName() {
  const QString extension = asFolder_ ? QString() : QString::fromLatin1(extension_of(formatNow()));
  QString name;
  if (!typed_ || fileName().isEmpty()) {
    name = QDir(folder_).filePath(stem_ + extension);
  } else {
    const QFileInfo file(fileName());
    const bool hasExtension = workspace::figure_format_of(toPath(file.fileName())).has_value();
    name = QDir(file.path()).filePath((hasExtension ? file.completeBaseName() : file.fileName()) + extension);
  }
  const QSignalBlocker quiet(file_);
  file_->setText(QDir::toNativeSeparators(name));
}

void FileForm::offerWhatFits(bool asFolder, bool onlyPdf) {
  const bool otherName = asFolder != asFolder_ || onlyPdf != onlyPdf_;
  asFolder_ = asFolder;
  onlyPdf_ = onlyPdf;
  format_->setEnabled(!onlyPdf);
  format_->setToolTip(onlyPdf ? tr("Several pages in one file are a PDF.") : QString());
  format_->setCurrentIndex(row_of(formatNow()));
  dpi_->setEnabled(is_raster(formatNow()));
  dpi_->setToolTip(dpi_->isEnabled() ? QString() : tr("Only pictures have a resolution."));
  fileLabel_->setText(asFolder ? tr("Fold&er:") : tr("Fil&e:"));
  file_->setAccessibleName(asFolder ? tr("Folder") : tr("File"));
  if (otherName) showName();
}

void FileForm::chooseFormat(int row) {
  wanted_ = row;
  showName();
  Q_EMIT changed();
}

void FileForm::adoptFormatOfName() {
  typed_ = true;
  if (asFolder_ || onlyPdf_) return;
  if (const auto format = workspace::figure_format_of(toPath(fileName()))) {
    wanted_ = row_of(*format);
    Q_EMIT changed();
  }
}

void FileForm::browse() {
  QString chosen;
  if (asFolder_) {
    chosen = QFileDialog::getExistingDirectory(&window_, tr("Folder for the pages"),
                                               QFileInfo(fileName()).absolutePath());
  } else {
    QStringList filters{tr("PDF (*.pdf)"), tr("SVG (*.svg)"), tr("PNG (*.png)"), tr("TIFF (*.tiff)"),
                        tr("QGIS projects (*.qgz)")};
    if (onlyPdf_) filters = {filters.constFirst()};
    QString filter = filters.value(onlyPdf_ ? 0 : wanted_);
    chosen = QFileDialog::getSaveFileName(&window_, tr("Export figure"), fileName(),
                                          filters.join(QStringLiteral(";;")), &filter);
    if (!chosen.isEmpty() && QFileInfo(chosen).suffix().isEmpty())
      chosen += filter.mid(filter.lastIndexOf(QLatin1Char('.'))).chopped(1);
  }
  if (chosen.isEmpty()) return;
  replaceable_ = asFolder_ ? QString() : chosen;
  file_->setText(chosen);
}

core::Result<FigureTarget> FileForm::target() const {
  if (fileName().isEmpty())
    return core::fail({.code = core::ErrorCode::invalid_argument, .subject = {.field = "file"}});
  FigureTarget target{.file = toPath(QFileInfo(fileName()).absoluteFilePath()),
                      .format = formatNow(),
                      .is_folder = asFolder_};
  if (asFolder_) return target;
  if (!target.file.has_extension()) target.file += extension_of(target.format);
  const auto format = workspace::figure_format_of(target.file);
  if (!format) return core::fail(format.error());
  target.format = *format;
  return target;
}

}  // namespace vicinia::desktop
