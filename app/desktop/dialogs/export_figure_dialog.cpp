#include "dialogs/export_figure_dialog.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QUrl>
#include <QVBoxLayout>
#include <array>
#include <utility>

#include "session/qt_text.h"
#include "vicinia/workspace/figure_outlines.h"
#include "vicinia/workspace/map_builder.h"
#include "vicinia/workspace/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

const std::array<QString, 3> extensions{QStringLiteral("pdf"), QStringLiteral("svg"), QStringLiteral("png")};

}  // namespace

ExportFigureDialog::ExportFigureDialog(Session& session, EngineBridge& engine,
                                       const AgglomerationController& agglomerations, const QString& folder, QWidget* parent)
    : QDialog(parent), session_(session), engine_(engine), agglomerations_(agglomerations) {
  build(folder);
  suggestTexts();
  setAttribute(Qt::WA_DeleteOnClose);
}

ExportFigureDialog::~ExportFigureDialog() = default;

void ExportFigureDialog::build(const QString& folder) {
  setWindowTitle(tr("Export figure"));
  setObjectName(QStringLiteral("exportDialog"));
  file_ = new QLineEdit(QDir(folder).filePath(suggestedName() + QStringLiteral(".pdf")));
  file_->setObjectName(QStringLiteral("exportFile"));
  file_->setMinimumWidth(380);
  browse_ = new QPushButton(tr("&Browse…"));
  format_ = new QComboBox;
  format_->addItems({tr("PDF, for print"), tr("SVG, for drawing programs"), tr("PNG, a picture")});
  dpi_ = new QSpinBox;
  dpi_->setRange(72, 1200);
  dpi_->setValue(300);
  dpi_->setSuffix(tr(" dpi"));
  orientation_ = new QComboBox;
  orientation_->addItems({tr("Portrait"), tr("Landscape")});
  language_ = new QComboBox;
  language_->addItems({QStringLiteral("Tiếng Việt"), QStringLiteral("English")});
  language_->setCurrentIndex(session_.language() == ws::Language::vi ? 0 : 1);
  title_ = new QLineEdit;
  subtitle_ = new QLineEdit;

  fields_ = new QWidget;
  auto* form = new QFormLayout(fields_);
  form->setContentsMargins(0, 0, 0, 0);
  auto* fileRow = new QHBoxLayout;
  fileRow->addWidget(file_, 1);
  fileRow->addWidget(browse_);
  auto* fileLabel = new QLabel(tr("&File:"));
  fileLabel->setBuddy(file_);
  form->addRow(fileLabel, fileRow);
  form->addRow(tr("F&ormat:"), format_);
  form->addRow(tr("&Resolution:"), dpi_);
  form->addRow(tr("&Page (A4):"), orientation_);
  form->addRow(tr("&Language:"), language_);
  form->addRow(tr("&Title:"), title_);
  form->addRow(tr("&Subtitle:"), subtitle_);
  const std::array<std::pair<QWidget*, QString>, 8> names{{{file_, tr("File")},
                                                           {browse_, tr("Browse for the file")},
                                                           {format_, tr("Format")},
                                                           {dpi_, tr("Resolution")},
                                                           {orientation_, tr("Page orientation")},
                                                           {language_, tr("Language of the figure")},
                                                           {title_, tr("Title")},
                                                           {subtitle_, tr("Subtitle")}}};
  for (const auto& [widget, name] : names) widget->setAccessibleName(name);

  message_ = new QLabel;
  message_->setObjectName(QStringLiteral("exportMessage"));
  message_->setWordWrap(true);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  message_->hide();
  progress_ = new QProgressBar;
  progress_->setRange(0, 100);
  progress_->setAccessibleName(tr("Progress"));
  progress_->hide();

  buttons_ = new QDialogButtonBox(QDialogButtonBox::Close);
  write_ = buttons_->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
  write_->setObjectName(QStringLiteral("exportButton"));
  write_->setDefault(true);
  openFolder_ = buttons_->addButton(tr("Open fol&der"), QDialogButtonBox::ActionRole);
  openFolder_->hide();

  auto* column = new QVBoxLayout(this);
  column->addWidget(fields_);
  column->addWidget(message_);
  column->addWidget(progress_);
  column->addWidget(buttons_);

  connect(browse_, &QPushButton::clicked, this, &ExportFigureDialog::browse);
  connect(format_, &QComboBox::activated, this, [this](int row) {
    const QFileInfo file(file_->text());
    file_->setText(QDir(file.path()).filePath(file.completeBaseName() + QLatin1Char('.') +
                                              extensions[static_cast<std::size_t>(row)]));
    followFormat();
  });
  connect(file_, &QLineEdit::textChanged, this, &ExportFigureDialog::followFormat);
  connect(language_, &QComboBox::activated, this, &ExportFigureDialog::suggestTexts);
  connect(buttons_, &QDialogButtonBox::accepted, this, &ExportFigureDialog::accept);
  connect(buttons_, &QDialogButtonBox::rejected, this, &ExportFigureDialog::reject);
  connect(openFolder_, &QPushButton::clicked, this, [this] {
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(written_).absolutePath()));
  });
}

/// "textile-and-garment-lq": sector and measure, fit for a file name anywhere.
QString ExportFigureDialog::suggestedName() const {
  const auto& sector = session_.dataset().sectors[session_.view().sector];
  QString name;
  for (const QChar c : qs(sector.name_en.empty() ? sector.code : sector.name_en).toLower()) {
    if (c.unicode() < 128 && c.isLetterOrNumber()) name += c;
    else if (!name.endsWith(QLatin1Char('-'))) name += QLatin1Char('-');
  }
  return name + QLatin1Char('-') + qs(core::indicators::info_of(session_.view().measure).id);
}

// What stands there if the fields are left empty, in the language of the figure.
void ExportFigureDialog::suggestTexts() {
  const auto language = language_->currentIndex() == 0 ? ws::Language::vi : ws::Language::en;
  const auto spec = ws::make_figure_spec(session_.document(), session_.choropleth(), session_.sources(),
                                         {.language = language});
  title_->setPlaceholderText(qs(spec.title));
  subtitle_->setPlaceholderText(qs(spec.subtitle));
}

void ExportFigureDialog::followFormat() {
  const QString extension = QFileInfo(file_->text()).suffix().toLower();
  for (std::size_t row = 0; row < extensions.size(); ++row)
    if (extension == extensions[row]) format_->setCurrentIndex(static_cast<int>(row));
}

void ExportFigureDialog::browse() {
  const QString file = QFileDialog::getSaveFileName(
      this, tr("Export figure"), file_->text(),
      tr("PDF (*.pdf)") + QStringLiteral(";;") + tr("SVG (*.svg)") + QStringLiteral(";;") + tr("PNG (*.png)"));
  if (file.isEmpty()) return;
  replaceable_ = file;  // the file dialog has asked
  file_->setText(file);
}

bool ExportFigureDialog::mayWrite(const QString& file) {
  if (!QFileInfo::exists(file) || file == replaceable_) return true;
  const auto answer = QMessageBox::question(
      this, tr("Export figure"), tr("“%1” is there already. Replace it?").arg(QDir::toNativeSeparators(file)));
  return answer == QMessageBox::Yes;
}

void ExportFigureDialog::accept() {
  if (job_) return;
  openFolder_->hide();
  const QString file = file_->text().trimmed();
  if (file.isEmpty()) {
    say(tr("Choose a file to write."), true);
    file_->setFocus();
    return;
  }
  ws::FigureOptions options;
  options.file = toPath(QFileInfo(file).absoluteFilePath());
  const auto format = ws::figure_format_of(options.file);
  if (!format) {
    say(qs(ws::error_text(format.error(), session_.language())), true);
    return;
  }
  if (!mayWrite(file)) return;
  options.format = *format;
  options.dpi = dpi_->value();
  options.landscape = orientation_->currentIndex() == 1;
  options.language = language_->currentIndex() == 0 ? ws::Language::vi : ws::Language::en;
  options.title = utf8(title_->text().trimmed());
  options.subtitle = utf8(subtitle_->text().trimmed());
  begin(std::move(options));
}

void ExportFigureDialog::begin(ws::FigureOptions options) {
  written_ = pathText(options.file);
  message_->hide();
  setRunning(true);
  auto figure = ws::make_figure_spec(session_.document(), session_.choropleth(), session_.sources(), options);
  if (const FoundPtr& found = agglomerations_.found())
    ws::add_outlines(figure, session_.document(), found->contiguity(), found->reports(), found->lines(), options.language);
  job_ = std::make_unique<ExportJob>(engine_.client(), std::move(figure));
  connect(job_.get(), &ExportJob::progressed, this,
          [this](double share) { progress_->setValue(static_cast<int>(share * 100)); });
  // Queued: finish() ends the job, which must not be in the middle of its signal then.
  connect(job_.get(), &ExportJob::written, this, [this] { finish(std::nullopt); }, Qt::QueuedConnection);
  connect(job_.get(), &ExportJob::failed, this, [this](const core::Error& error) { finish(error); }, Qt::QueuedConnection);
}

void ExportFigureDialog::finish(const std::optional<core::Error>& error) {
  job_.reset();
  setRunning(false);
  if (!error) {
    say(tr("Written: %1").arg(QDir::toNativeSeparators(written_)), false);
    openFolder_->show();
    Q_EMIT written(written_);
  } else if (error->code == core::ErrorCode::cancelled) {
    say(tr("Cancelled. Nothing was written."), false);
  } else {
    say(qs(ws::error_text(*error, session_.language())), true);
  }
}

void ExportFigureDialog::say(const QString& text, bool isError) {
  message_->setStyleSheet(isError ? QStringLiteral("color: #b02020;") : QString());
  message_->setText(text);
  message_->show();
}

void ExportFigureDialog::setRunning(bool running) {
  fields_->setEnabled(!running);
  write_->setEnabled(!running);
  progress_->setValue(0);
  progress_->setVisible(running);
  buttons_->button(QDialogButtonBox::Close)->setText(running ? tr("Cancel") : tr("Close"));
}

void ExportFigureDialog::reject() {
  if (job_)
    job_->cancel();
  else
    QDialog::reject();
}

}  // namespace vicinia::desktop
