#include "figure/layout.h"

#include <qgslayoutitempage.h>
#include <qgslayoutpagecollection.h>
#include <qgslayoutundostack.h>
#include <qgsprojectmetadata.h>

#include <QDateTime>
#include <algorithm>
#include <array>

#include "figure/chart_item.h"
#include "figure/map_item.h"
#include "figure/page_items.h"
#include "figure/panels.h"
#include "figure/parts.h"
#include "figure/placement.h"
#include "figure/user_template.h"
#include "layers/map_layers.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double inches_mm = 25.4;
constexpr double plate = 1;  ///< around signs, where they stand on one
constexpr map::Colour plate_colour{255, 255, 255, 205};
constexpr map::Stroke zoom_frame{{0xd6, 0x00, 0x5a}, 0.35};

const TextStyle title_text{15, true, QColor(0x1a, 0x1a, 0x1a)};
const TextStyle second_title_text{11, false, QColor(0x33, 0x33, 0x33)};
const TextStyle subtitle_text{10, false, QColor(0x44, 0x44, 0x44)};
const TextStyle note_text{7, false, QColor(0x55, 0x55, 0x55)};

core::Error bad_figure(std::string field, std::string detail) {
  return {.code = core::ErrorCode::export_failed,
          .subject = {.field = std::move(field)},
          .detail = std::move(detail)};
}

bool side_is_good(double side_mm) { return side_mm >= 60 && side_mm <= 2000; }
bool factor_is_good(double factor) { return factor >= 0.3 && factor <= 5; }

core::Status check(const map::FigureSpec& spec) {
  if (!side_is_good(spec.page.width_mm) || !side_is_good(spec.page.height_mm))
    return core::fail(bad_figure("page", "a side may be 60 to 2000 mm"));
  if (!(spec.dpi >= 30 && spec.dpi <= 1200)) return core::fail(bad_figure("dpi", "it may be 30 to 1200"));
  if (!factor_is_good(spec.type.title) || !factor_is_good(spec.type.body) || !factor_is_good(spec.type.notes))
    return core::fail(bad_figure("type", "a factor may be 0.3 to 5"));
  const double longest_px = std::max(spec.page.width_mm, spec.page.height_mm) / inches_mm * spec.dpi;
  if (map::is_raster(spec.format) && longest_px > map::max_side_px)
    return core::fail(bad_figure("dpi", "the picture would have too many pixels a side"));
  return {};
}

void describe(const map::FigureSpec& spec, QgsProject& project) {
  QgsProjectMetadata about;
  about.setTitle(qt(spec.title));
  about.setAuthor(qt(spec.author));
  about.setAbstract(qt(spec.subject));
  about.setLanguage(qt(spec.language));
  about.setCreationDateTime(QDateTime::currentDateTime());
  project.setMetadata(about);
}

double margin_of(const map::FigureSpec& spec) {
  if (spec.margin_mm > 0)
    return std::min(spec.margin_mm, 0.2 * std::min(spec.page.width_mm, spec.page.height_mm));
  return std::clamp(0.065 * std::min(spec.page.width_mm, spec.page.height_mm), 5.0, 20.0);
}

/// A title that is a little too long for a line is set smaller; one that is much too long breaks.
TextStyle fitting(const std::string& text, TextStyle style, double scale, double width) {
  constexpr double least = 0.75;
  const double needs = text_size(qt(text), scaled(style, scale)).width();
  if (needs > width && least * needs <= 0.99 * width) style.size_pt *= 0.99 * width / needs;
  return style;
}

/// Sets title and notes; \return what is left between them.
QRectF set_texts(const map::FigureSpec& spec, PageItems& page) {
  const double margin = margin_of(spec), width = spec.page.width_mm - 2 * margin;
  double top = margin, bottom = spec.page.height_mm - margin;
  const auto head = [&](const std::string& text, const TextStyle& style, double gap) {
    if (!text.empty())
      top +=
          page.text(qt(text), scaled(style, spec.type.title), {margin, top}, width) + gap * spec.type.title;
  };
  head(spec.title, fitting(spec.title, title_text, spec.type.title, width), 0.6);
  head(spec.second_title, fitting(spec.second_title, second_title_text, spec.type.title, width), 0.8);
  const std::string together = spec.subtitle + " / " + spec.second_subtitle;
  const bool on_one_line = !spec.second_subtitle.empty() &&
                           text_size(qt(together), scaled(subtitle_text, spec.type.title)).width() <= width;
  head(on_one_line ? together : spec.subtitle, subtitle_text, 0);
  if (!on_one_line) head(spec.second_subtitle, subtitle_text, 0);
  if (top > margin) top += 3.5 * spec.type.title;
  const TextStyle small = scaled(note_text, spec.type.notes);
  const auto foot = [&](const std::vector<std::string>& notes, double left, double column, double from) {
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
      from -= text_height(qt(*note), small, column);
      page.text(qt(*note), small, {left, from}, column);
      from -= 0.7 * spec.type.notes;
    }
    return from;
  };
  if (spec.page.width_mm > spec.page.height_mm && !spec.second_notes.empty()) {
    constexpr double between_columns = 6;
    const double column = (width - between_columns) / 2;
    const auto height = [&](const std::vector<std::string>& notes) {
      double sum = 0;
      for (const std::string& note : notes)
        sum += text_height(qt(note), small, column) + 0.7 * spec.type.notes;
      return sum;
    };
    const double most = std::max(height(spec.notes), height(spec.second_notes)), top_of_notes = bottom - most;
    foot(spec.notes, margin, column, top_of_notes + height(spec.notes));
    foot(spec.second_notes, margin + column + between_columns, column,
         top_of_notes + height(spec.second_notes));
    bottom = top_of_notes;
  } else {
    bottom = foot(spec.second_notes, margin, width, bottom);
    bottom = foot(spec.notes, margin, width, bottom);
  }
  if (!spec.notes.empty()) bottom -= 2 * spec.type.notes;
  return {margin, top, width, bottom - top};
}

/// What a zoom inset shows of the ground.
map::Extent shown_by(const map::FigureSpec& spec, const Placement& places, std::size_t inset) {
  QRectF frame = places.zooms[inset];
  frame.setTop(frame.top() + zoom_caption_height(spec, frame.width()));
  return map::fitted(spec.zoom_insets[inset].extent, frame.width(), frame.height(), 0);
}

/// Where the frame around this ground runs on the page: no name stands on a line.
std::array<QRectF, 4> sides_of(const map::Extent& ground, const Placement& places) {
  const double mm = 1 / places.metres_per_mm(), line = zoom_frame.width_mm;
  const QRectF box(places.map.left() + (ground.min_x - places.extent.min_x) * mm,
                   places.map.top() + (places.extent.max_y - ground.max_y) * mm, ground.width() * mm,
                   ground.height() * mm);
  return {QRectF(box.left(), box.top() - line / 2, box.width(), line),
          QRectF(box.left(), box.bottom() - line / 2, box.width(), line),
          QRectF(box.left() - line / 2, box.top(), line, box.height()),
          QRectF(box.right() - line / 2, box.top(), line, box.height())};
}

core::Status set_maps(const map::FigureSpec& spec, const Placement& places, Figure& figure, PageItems& page,
                      LayerCache& cache) {
  MapItemOptions options{.format = spec.format, .dpi = spec.dpi, .taken = places.parts()};
  for (std::size_t i = 0; i < places.zooms.size() && i < spec.zoom_insets.size(); ++i)
    for (const QRectF& side : sides_of(shown_by(spec, places, i), places)) options.taken.push_back(side);
  const auto main = add_map_item(spec.map, places.extent, places.map, options, figure, page, cache);
  if (!main) return core::fail(main.error());
  if (spec.graticule) add_graticule(**main, places.extent, spec.type.body, spec.language);
  static constexpr const char* zoom_ids[] = {"zoom-1", "zoom-2", "zoom-3", "zoom-4"};
  for (std::size_t i = 0; i < std::min(places.zooms.size(), std::size(zoom_ids)); ++i) {
    const map::ZoomInset& inset = spec.zoom_insets[i];
    QRectF frame = places.zooms[i];
    const double caption = zoom_caption_height(spec, frame.width()),
                 own = caption_height(inset.label, spec.type.body, frame.width());
    const bool on_map = places.map.intersects(frame);
    if (on_map)
      page.box(frame.adjusted(-1, -1, 1, 1), {map::FillPattern::solid, {255, 255, 255}, {}},
               {{0x99, 0x99, 0x99}, 0.18});
    add_caption(inset.label, spec.type.body, frame.topLeft() + QPointF(0, caption - own), frame.width(),
                page);
    frame.setTop(frame.top() + caption);
    const auto zoom = add_map_item(spec.map, shown_by(spec, places, i), frame,
                                   {spec.format, spec.dpi, zoom_ids[i]}, figure, page, cache);
    if (!zoom) return core::fail(zoom.error());
    (*zoom)->setFrameStrokeColor(to_qt(zoom_frame.colour));
    (*zoom)->setFrameStrokeWidth(QgsLayoutMeasurement(zoom_frame.width_mm));
    add_extent_frame(**main, **zoom, zoom_frame);
  }
  if (!places.overview) return {};
  const auto overview = add_map_item(
      *spec.overview,
      map::fitted(spec.overview->extent, places.overview->width(), places.overview->height(), 0.02),
      *places.overview, {spec.format, spec.dpi, "overview"}, figure, page, cache);
  if (!overview) return core::fail(overview.error());
  add_extent_frame(**overview, **main, zoom_frame);
  return {};
}

/// Do lines and areas fill the frame, so that signs need a ground of their own?
bool lies_in_a_landscape(const map::MapSpec& spec) {
  return std::ranges::any_of(spec.layers, [](const map::Layer& any) {
    const map::AreaLayer* layer = map::as_areas(any);
    return layer != nullptr &&
           std::ranges::find(layer->states, map::ValueState::outside) != layer->states.end();
  });
}

core::Status compose(const map::FigureSpec& spec, Figure& figure, LayerCache& cache,
                     Silhouettes& silhouettes) {
  QgsPrintLayout& layout = *figure.layout;
  layout.initializeDefaults();
  layout.pageCollection()->page(0)->setPageSize(QgsLayoutSize(spec.page.width_mm, spec.page.height_mm));
  PageItems page(layout, parts_become(spec.format));
  const QRectF between_texts = set_texts(spec, page);
  const QRectF room = set_chart(spec, between_texts, page);
  if (room.height() < 30) return core::fail(bad_figure("room", "its texts leave no room for the map"));
  if (!spec.panels.empty()) return add_panels(spec, room, figure, page, cache);
  const Placement places = placed(spec, room, cache, silhouettes);
  if (auto set = set_maps(spec, places, figure, page, cache); !set) return set;
  const double scale = spec.type.body;
  if (places.islands)
    add_insets(spec.island_insets, scale, places.islands->topLeft(), to_qt(spec.map.background), page,
               places.islands_in_a_row);
  if (places.legend)
    add_legend(spec.legend, places.legend_scale, places.legend_columns, places.legend->topLeft(), page);
  if (places.table) add_table(spec.table, scale, *places.table, page);
  if (lies_in_a_landscape(spec.map))
    for (const auto& part : {places.north, places.scale_bar})
      if (part)
        page.box(part->adjusted(-plate, -plate, plate, plate), {map::FillPattern::solid, plate_colour, {}},
                 {{}, 0});
  if (places.north) add_north_arrow(spec.north_letter, scale, places.north->topLeft(), page);
  if (places.scale_bar)
    add_scale_bar(*figure.maps.front().item, places.metres_per_mm(), places.longest_bar(scale), scale,
                  spec.language, places.scale_bar->topLeft(), page);
  return {};
}

/// Nothing on a page that we compose is told by an expression, and what expressions could ask for takes long to gather: QGIS reads
/// its settings anew for each item.
class PlainLayout final : public QgsPrintLayout {
 public:
  using QgsPrintLayout::QgsPrintLayout;
  [[nodiscard]] QgsExpressionContext createExpressionContext() const override { return {}; }
};

std::unique_ptr<QgsPrintLayout> new_layout(const map::FigureSpec& spec, QgsProject* project) {
  if (spec.template_file.empty()) return std::make_unique<PlainLayout>(project);
  return std::make_unique<QgsPrintLayout>(project);
}

}  // namespace

core::Result<Figure> figure_of(const map::FigureSpec& spec, LayerCache& cache, PageStock& stock,
                               const core::Task& task) {
  if (const core::Status good = check(spec); !good) return core::fail(good.error());
  const auto crs = checked_crs(spec.panels.empty() ? spec.map : spec.panels.front().map);
  if (!crs) return core::fail(crs.error());
  Figure figure;
  figure.project = stock.project ? std::move(stock.project) : std::make_unique<QgsProject>();
  if (figure.project->crs() != *crs) {
    figure.project->setCrs(*crs);
    figure.project->setEllipsoid(crs->ellipsoidAcronym());
  }
  describe(spec, *figure.project);
  figure.layout = new_layout(spec, figure.project.get());
  figure.layout->undoStack()->blockCommands(true);  // nobody takes a step back
  figure.layout->renderContext().setDpi(spec.dpi);
  const core::Status set = spec.template_file.empty() ? compose(spec, figure, cache, stock.silhouettes)
                                                      : fill_user_template(spec, figure, cache, task);
  if (!set) return core::fail(set.error());
  figure.layout->setName(spec.title.empty() ? QStringLiteral("Vicinia") : qt(spec.title));
  return figure;
}

}  // namespace vicinia::gis::engine
