#include "charts/chart_picture.h"

#include <QBuffer>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "text/qt_text.h"
#include "vicinia/workspace/figures/figure_builder.h"

namespace vicinia::desktop {

namespace ws = workspace;

core::Result<ChartPicture> chartPicture(const ws::Document& document, const ws::Choropleth& choropleth,
                                        ws::Language language) {
  auto chart = ws::make_chart(document, choropleth, language);
  if (!chart) return core::fail(chart.error());
  ChartPicture picture{.chart = std::make_shared<const ws::Chart>(*std::move(chart)), .language = language};
  for (const std::string& note : ws::provenance_notes(*document.data->dataset, language))
    picture.sources << qs(note);
  return picture;
}

void ChartPicture::paint(QPainter& painter) const {
  const ChartLook look = ChartLook::ofPaper();
  QGraphicsScene scene;
  QStringList notes;
  for (const std::string& note : chart->notes) notes << qs(note);
  notes << sources;
  auto* const text = new QGraphicsTextItem;
  QFont small = look.font;
  small.setPixelSize(10);
  text->setFont(small);
  text->setDefaultTextColor(look.faint_text);
  text->setTextWidth(size.width() - 12);
  text->setPlainText(notes.join(QLatin1Char('\n')));
  const double below = notes.isEmpty() ? 0 : text->boundingRect().height();
  auto* const item = new ChartItem(language, look);
  scene.addItem(item);
  scene.addItem(text);
  text->setPos(6, size.height() - below);
  item->setNamed(true);
  item->setContent(chart, look);
  item->setSelected(selected);
  item->resize(size.width(), size.height() - below);
  scene.setSceneRect(QRectF(QPointF(), size));
  painter.fillRect(QRectF(QPointF(), size), look.ground);
  scene.render(&painter, QRectF(QPointF(), size), scene.sceneRect());
}

QByteArray ChartPicture::svg() const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(96);
  generator.setSize(size.toSize());
  generator.setViewBox(QRectF(QPointF(), size));
  generator.setTitle(qs(chart->title));
  generator.setDescription(qs(chart->subtitle));
  QPainter painter(&generator);
  paint(painter);
  painter.end();
  return bytes;
}

QImage ChartPicture::image(double pixels_per_unit) const {
  QImage image((size * pixels_per_unit).toSize(), QImage::Format_RGB32);
  constexpr double dots_per_metre = 96 / 0.0254;
  image.setDotsPerMeterX(static_cast<int>(dots_per_metre * pixels_per_unit));
  image.setDotsPerMeterY(static_cast<int>(dots_per_metre * pixels_per_unit));
  QPainter painter(&image);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter.scale(pixels_per_unit, pixels_per_unit);
  paint(painter);
  return image;
}

QByteArray ChartPicture::pdf() const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setTitle(qs(chart->title));
  writer.setCreator(QStringLiteral("Vicinia"));
  writer.setResolution(96);
  writer.setPageMargins({});
  writer.setPageSize(QPageSize(size / 96.0, QPageSize::Inch, {}, QPageSize::ExactMatch));
  QPainter painter(&writer);
  paint(painter);
  painter.end();
  return bytes;
}

}  // namespace vicinia::desktop
