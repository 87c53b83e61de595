#include "dialogs/print/print_preview.h"

#include <QImageReader>
#include <QPageLayout>
#include <QPaintEngine>
#include <QPainter>
#include <QPrinter>
#include <utility>

namespace vicinia::desktop {

namespace {

/// Of the paper that the page is made for, turned as the page is.
QPageLayout layoutOf(const PrintablePages::Page& page) {
  const bool isWide = page.size_mm.width() > page.size_mm.height();
  const QSizeF upright = isWide ? page.size_mm.transposed() : page.size_mm;
  return {QPageSize(upright, QPageSize::Millimeter), isWide ? QPageLayout::Landscape : QPageLayout::Portrait,
          QMarginsF()};
}

std::unique_ptr<QPrinter> printerFor(const PrintablePages& pages) {
  auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
  printer->setFullPage(true);
  printer->setDocName(pages.title);
  printer->setCreator(QStringLiteral("Vicinia"));
  if (!pages.pages.empty()) printer->setPageLayout(layoutOf(pages.pages.front()));
  return printer;
}

}  // namespace

PrintPreview::PrintPreview(PrintablePages pages, QWidget* parent)
    : PrintPreview(pages, printerFor(pages), parent) {}

PrintPreview::PrintPreview(PrintablePages pages, std::unique_ptr<QPrinter> printer, QWidget* parent)
    : QPrintPreviewDialog(printer.get(), parent), pages_(std::move(pages)), printer_(std::move(printer)) {
  setObjectName(QStringLiteral("printPreview"));
  setWindowTitle(tr("Print preview – %1").arg(pages_.title));
  setAccessibleName(tr("Print preview"));
  resize(900, 700);
  connect(this, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter* on) { paint(pages_, *on); });
}

PrintPreview::~PrintPreview() = default;

void PrintPreview::paint(const PrintablePages& pages, QPrinter& printer) {
  constexpr double preview_share = 0.4;  // of the resolution of a print: a preview keeps all pages
  QPainter painter;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const PrintablePages::Page& page = pages.pages[i];
    const bool isWide = page.size_mm.width() > page.size_mm.height();
    printer.setPageOrientation(isWide ? QPageLayout::Landscape : QPageLayout::Portrait);
    if (i == 0 ? !painter.begin(&printer) : !printer.newPage()) return;
    QImageReader reader(page.file);
    if (painter.paintEngine()->type() == QPaintEngine::Picture)  // that of a preview
      reader.setScaledSize(reader.size() * preview_share);
    const QImage image = reader.read();
    const QRectF paper = printer.pageLayout().fullRectPixels(printer.resolution());
    if (image.isNull()) {  // no page comes out blank without a word
      painter.drawText(QRectF(QPointF(), paper.size()), Qt::AlignCenter | Qt::TextWordWrap,
                       tr("This page could not be read: %1").arg(reader.errorString()));
      continue;
    }
    QSizeF size(image.size());
    size.scale(paper.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(
        QRectF(QPointF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2), size),
        image);
  }
}

}  // namespace vicinia::desktop
