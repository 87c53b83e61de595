#include "dialogs/export_figure/export_figure_dialog.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QScreen>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "charts/chart_picture.h"
#include "dialogs/print/print_preview.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/gis/map/figure_template.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

/// The contiguity that is there already, if it is that of the document.
ContiguityPtr contiguity_of(const AgglomerationController& agglomerations, const ws::Document& document) {
  const FoundPtr& found = agglomerations.found();
  if (!found || found->document().data != document.data ||
      !found->contiguity().is_of(document.view.agglomerations))
    return nullptr;
  return {found, &found->contiguity()};
}

}  // namespace

ExportFigureDialog::ExportFigureDialog(Session& session, EngineBridge& engine,
                                       const AgglomerationController& agglomerations,
                                       const FigureChoices& choices, QWidget* parent)
    : QDialog(parent),
      session_(session),
      engine_(engine),
      maker_(std::make_shared<FigureMaker>(session.document(), session.sources(),
                                           contiguity_of(agglomerations, session.document()))),
      previews_(new PreviewController(engine, maker_, session.language(), this)),
      folder_(choices.folder) {
  setAttribute(Qt::WA_DeleteOnClose);
  build();
  enter(choices);
  connectParts();
  updateForms();
}

ExportFigureDialog::~ExportFigureDialog() = default;

void ExportFigureDialog::buildForms() {
  forms_ = new QWidget;
  auto* form = new QFormLayout(forms_);
  form->setContentsMargins(0, 0, 0, 0);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  series_ = new SeriesForm(*form, this);
  page_ = new PageOptionsForm(session_.language(), *form, this);
  file_ = new FileForm(*form, *this, this);
}

void ExportFigureDialog::build() {
  setWindowTitle(tr("Export figure"));
  setObjectName(QStringLiteral("exportDialog"));
  buildForms();
  preview_ = new FigurePreview;
  message_ = new ToneLabel(Tone::plain);
  message_->setObjectName(QStringLiteral("exportMessage"));
  message_->setWordWrap(true);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  message_->hide();
  progress_ = new QProgressBar;
  progress_->setObjectName(QStringLiteral("exportProgress"));
  progress_->setRange(0, 1000);
  progress_->setAccessibleName(tr("Progress"));
  progress_->hide();
  buttons_ = new QDialogButtonBox(QDialogButtonBox::Close);
  write_ = buttons_->addButton(tr("E&xport"), QDialogButtonBox::AcceptRole);
  write_->setObjectName(QStringLiteral("exportButton"));
  write_->setDefault(true);
  buttons_->button(QDialogButtonBox::Close)->setAutoDefault(false);
  print_ = buttons_->addButton(tr("Print…"), QDialogButtonBox::ActionRole);
  print_->setObjectName(QStringLiteral("printButton"));
  print_->setAutoDefault(false);
  print_->setToolTip(tr("See the pages as they will be printed, and print them"));
  openFolder_ = buttons_->addButton(tr("Open fol&der"), QDialogButtonBox::ActionRole);
  openFolder_->hide();

  auto* left = new QWidget;  // messages stand below the forms: the preview keeps its size
  left->setFixedWidth(std::max(400, forms_->sizeHint().width()));
  auto* beside = new QVBoxLayout(left);
  beside->setContentsMargins(0, 0, 0, 0);
  beside->addWidget(forms_);
  beside->addStretch(1);
  beside->addWidget(message_);
  beside->addWidget(progress_);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(left);
  row->addWidget(preview_, 1);
  auto* column = new QVBoxLayout(this);
  column->addLayout(row, 1);
  column->addWidget(buttons_);
  resize(QSize(1160, 690).boundedTo(screen()->availableSize() - QSize(20, 60)));
  series_->kinds()->setFocus();
}

void ExportFigureDialog::connectParts() {
  connect(series_, &SeriesForm::kindChanged, preview_, &FigurePreview::goToFirst);
  connect(series_, &SeriesForm::changed, this, &ExportFigureDialog::updateForms);
  connect(page_, &PageOptionsForm::changed, this, &ExportFigureDialog::updateForms);
  connect(file_, &FileForm::changed, this,
          [this] { file_->offerWhatFits(series_->asFolder(), series_->hasPages() && !series_->asFolder()); });
  connect(preview_, &FigurePreview::wanted, this, &ExportFigureDialog::askForPreview);
  connect(previews_, &PreviewController::drawn, this, &ExportFigureDialog::receive);
  connect(previews_, &PreviewController::failed, this, [this](const core::Error& error) {
    preview_->showError(qs(ws::error_text(error, session_.language())));
  });
  connect(buttons_, &QDialogButtonBox::accepted, this, &ExportFigureDialog::accept);
  connect(buttons_, &QDialogButtonBox::rejected, this, &ExportFigureDialog::reject);
  connect(print_, &QPushButton::clicked, this, &ExportFigureDialog::print);
  connect(openFolder_, &QPushButton::clicked, this, [this] {
    const auto folder = written_.is_folder ? written_.file : written_.file.parent_path();
    QDesktopServices::openUrl(QUrl::fromLocalFile(pathText(folder)));
  });
}

void ExportFigureDialog::enter(const FigureChoices& choices) {
  FigureRequest request = choices.request;
  request.kind = ws::FigureKind::map;
  request.page.figure.title = request.page.figure.subtitle = {};
  request.shown = {.labels = session_.view().labels, .outlines = session_.view().outlines};
  if (!choices.own_language) request.page.figure.language = session_.language();
  series_->set(request, choices.as_folder);
  page_->set(request);
  file_->set(choices.format, request.page.figure.dpi);
}

FigureRequest ExportFigureDialog::request() const {
  FigureRequest request;
  series_->read(request);
  page_->read(request);
  request.page.figure.dpi = file_->dpi();
  if (request.shown.chart) addChart(request);
  return request;
}

// Drawn once for each language and shape of page: what it shows is the document as it was when the dialog opened.
void ExportFigureDialog::addChart(FigureRequest& request) const {
  const auto* const page = gis::map::find_figure_template(request.page.template_id);
  const ChartWish wish{request.page.figure.language,
                       page == nullptr || page->page.width_mm > page->page.height_mm,
                       request.shown.selection};
  if (wish != chartWish_) {
    chartWish_ = wish;
    chart_ = {};
    const auto choropleth = ws::make_choropleth(maker_->document());
    if (!choropleth) return;
    auto picture = chartPicture(maker_->document(), *choropleth, wish.language);
    if (!picture) return;  // room_for() has said why
    if (wish.selection) picture->selected = maker_->document().view.selected.units();
    picture->sources.clear();  // the page tells them
    // As the page has room for it: a column beside the map, or a strip below it.
    picture->size = wish.isBeside ? QSizeF(480, 420) : QSizeF(760, 330);
    chart_ = {picture->svg().toStdString(), picture->size.width() / picture->size.height()};
  }
  request.page.chart = chart_;
}

FigureChoices ExportFigureDialog::choices() const {
  FigureChoices choices{.request = request(),
                        .format = file_->format(),
                        .as_folder = series_->wantsFolder(),
                        .folder = folder_};
  choices.own_language = choices.request.page.figure.language != session_.language();
  return choices;
}

// What there is room for depends on everything that is chosen.
void ExportFigureDialog::updateForms() {
  const FigureRequest wanted = request();
  const PageRoom room = room_for(wanted, maker_->document(), maker_->sources(), session_.language());
  series_->offerWhatFits(room);
  page_->offerWhatFits(room);
  file_->suggest(folder_, qs(ws::file_stem_of(maker_->document(),
                                              {wanted.kind, wanted.series, wanted.page.figure.language})));
  file_->offerWhatFits(series_->asFolder(), series_->hasPages() && !series_->asFolder());
  askForPreview();
}

void ExportFigureDialog::askForPreview() {
  if (job_) return;
  preview_->expect();
  previews_->ask(request(), preview_->page(), preview_->scale());
}

void ExportFigureDialog::receive(const DrawnPage& page) {
  pages_ = page.count;
  page_->suggest(page.title, page.subtitle);
  preview_->show(page);
}

bool ExportFigureDialog::mayWrite(const FigureTarget& target) {
  const QString file = pathText(target.file);
  const QFileInfo there(file);
  if (target.is_folder ? !there.isDir() || QDir(file).isEmpty()
                       : !there.exists() || file_->isReplaceable(fileName()))
    return true;
  const QString name = QDir::toNativeSeparators(file);
  const QString question =
      target.is_folder
          ? tr("The folder “%1” is there already. Replace the files in it that have the names of pages?")
                .arg(name)
          : tr("“%1” is there already. Replace it?").arg(name);
  return QMessageBox::question(this, tr("Export figure"), asPlainText(question)) == QMessageBox::Yes;
}

void ExportFigureDialog::accept() {
  if (job_ || printing_) return;
  openFolder_->hide();
  if (fileName().isEmpty()) {
    say(tr("Choose a file to write."), true);
    return file_->focusFile();
  }
  const auto target = file_->target();
  if (!target) return say(qs(ws::error_text(target.error(), session_.language())), true);
  if (!target->is_folder && series_->hasPages() && target->format != gis::map::FigureFormat::pdf) {
    say(tr("Several pages go into one PDF: let the name end in .pdf, or choose one file for each page."),
        true);
    return file_->focusFile();
  }
  if (mayWrite(*target)) begin(*target);
}

void ExportFigureDialog::begin(const FigureTarget& target) {
  written_ = target;
  done_ = {};
  notes_.clear();
  message_->hide();
  previews_->cancel();
  preview_->settle();
  job_ = std::make_unique<WriteJob>(
      [maker = maker_, &client = engine_.client(), wanted = request(), target](const core::Task& task) {
        return maker->write(client, wanted, target, task);
      });
  connect(job_.get(), &WriteJob::progressed, this, &ExportFigureDialog::tellProgress);
  connect(job_.get(), &WriteJob::noted, this, [this](const core::Error& note) {
    const QString text = qs(ws::error_text(note, session_.language()));
    if (!notes_.contains(text)) notes_ << text;  // each page says it
  });
  // Queued: finish() ends the job, which must not be in the middle of its signal then.
  connect(
      job_.get(), &WriteJob::written, this, [this] { finish(std::nullopt); }, Qt::QueuedConnection);
  connect(
      job_.get(), &WriteJob::failed, this, [this](const core::Error& error) { finish(error); },
      Qt::QueuedConnection);
  setRunning(true);
}

void ExportFigureDialog::print() {
  if (job_ || printing_) return;
  done_ = {};
  message_->hide();
  openFolder_->hide();
  previews_->cancel();
  preview_->settle();
  printing_ = std::make_unique<PrintJob>(engine_.client(), maker_, request());
  connect(printing_.get(), &PrintJob::progressed, this, &ExportFigureDialog::tellProgress);
  connect(
      printing_.get(), &PrintJob::drawn, this,
      [this](const PrintablePages& pages) {
        printing_.reset();
        setRunning(false);
        auto* const shown = new PrintPreview(pages, this);
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown->open();
      },
      Qt::QueuedConnection);
  connect(
      printing_.get(), &PrintJob::failed, this,
      [this](const core::Error& error) {
        printing_.reset();
        setRunning(false);
        if (error.code == core::ErrorCode::cancelled)
          say(tr("Cancelled. Nothing was printed."), false);
        else
          say(qs(ws::error_text(error, session_.language())), true);
      },
      Qt::QueuedConnection);
  setRunning(true);
}

void ExportFigureDialog::beginPrinting() {
  print_->setDefault(true);
  print_->setFocus();
}

void ExportFigureDialog::tellProgress(double share, const QString& step) {
  progress_->setValue(static_cast<int>(share * 1000));
  if (!series_->hasPages() || pages_ < 2) return;
  if (step == QLatin1String("compose")) ++done_.composed;
  if (step == QLatin1String("draw")) ++done_.drawn;
  if (done_.drawn > 0)
    progress_->setFormat(tr("Drawing page %1 of %2").arg(std::min(done_.drawn, pages_)).arg(pages_));
  else if (done_.composed > 0)
    progress_->setFormat(tr("Preparing page %1 of %2").arg(std::min(done_.composed, pages_)).arg(pages_));
}

void ExportFigureDialog::finish(const std::optional<core::Error>& error) {
  job_.reset();
  setRunning(false);
  const QString file = pathText(written_.file);
  if (!error) {
    folder_ = QFileInfo(file).absolutePath();
    say((QStringList(tr("Written: %1").arg(QDir::toNativeSeparators(file))) + notes_).join(QLatin1Char('\n')),
        false);
    openFolder_->show();
    Q_EMIT written(file);
  } else if (error->code == core::ErrorCode::cancelled) {
    say(tr("Cancelled. Nothing was written."), false);
  } else {
    say(qs(ws::error_text(*error, session_.language())), true);
  }
}

void ExportFigureDialog::say(const QString& text, bool isError) {
  message_->setTone(isError ? Tone::fault : Tone::plain);
  message_->setText(text);
  message_->show();
}

void ExportFigureDialog::setRunning(bool running) {
  forms_->setEnabled(!running);
  preview_->setEnabled(!running);
  write_->setEnabled(!running);
  print_->setEnabled(!running);
  progress_->setFormat(tr("%p %"));
  progress_->setValue(0);
  progress_->setVisible(running);
  buttons_->button(QDialogButtonBox::Close)->setText(running ? tr("Cancel") : tr("Close"));
}

void ExportFigureDialog::reject() {
  if (job_)
    job_->cancel();
  else if (printing_)
    printing_->cancel();
  else
    QDialog::reject();
}

}  // namespace vicinia::desktop
