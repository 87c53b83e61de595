#include "figure/user_template.h"

#include <qgslayoutitemlabel.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutpagecollection.h>
#include <qgslayoutrendercontext.h>
#include <qgsreadwritecontext.h>

#include <QDomDocument>
#include <QFileInfo>
#include <array>

#include "figure/map_item.h"
#include "figure/page_items.h"
#include "figure/parts.h"
#include "figure/placement.h"
#include "figure/template_safety.h"
#include "symbols.h"
#include "text.h"
#include "vicinia/gis/files/read_file.h"

namespace vicinia::gis::engine {
namespace {

core::Status bad_template(const map::FigureSpec& spec, std::string detail) {
  return core::fail({.code = core::ErrorCode::export_failed,
                     .subject = {.file = spec.template_file, .field = "template"},
                     .detail = std::move(detail)});
}

class TemplateItems {
 public:
  TemplateItems(const map::FigureSpec& spec, Figure& figure, LayerCache& cache)
      : spec_(spec),
        figure_(figure),
        cache_(cache),
        page_(*figure.layout, parts_become(spec.format)),
        options_{.format = spec.format, .dpi = spec.dpi} {}

  core::Status fill() {
    auto* main = item<QgsLayoutItemMap>("map");
    if (main == nullptr) return bad_template(spec_, "it has no map with the id \"map\"");
    if (auto ok = fill_map(*main, spec_.map, spec_.map.extent, "map"); !ok) return ok;
    text("title", both(spec_.title, spec_.second_title));
    text("subtitle", both(spec_.subtitle, spec_.second_subtitle));
    std::string notes;
    for (const std::string& note : spec_.notes) notes += (notes.empty() ? "" : "\n") + note;
    for (const std::string& note : spec_.second_notes) notes += "\n" + note;
    text("notes", notes);
    if (auto* bar = item<QgsLayoutItemScaleBar>("scalebar")) {
      bar->setLinkedMap(main);
      bar->update();
    }
    const double scale = spec_.type.body;
    replace("legend", !spec_.legend.entries.empty(),
            [&](const QRectF& at) { add_legend(spec_.legend, scale, 1, at.topLeft(), page_); });
    replace("islands", !spec_.island_insets.empty(), [&](const QRectF& at) {
      add_insets(spec_.island_insets, scale, at.topLeft(), to_qt(spec_.map.background), page_);
    });
    replace("table", !spec_.table.rows.empty(),
            [&](const QRectF& at) { add_table(spec_.table, scale, at, page_); });
    return fill_other_maps(*main);
  }

 private:
  template <class Item>
  Item* item(const char* id) const {
    return dynamic_cast<Item*>(figure_.layout->itemById(QString::fromLatin1(id)));
  }
  static std::string both(const std::string& first, const std::string& second) {
    return second.empty() ? first : first + "\n" + second;
  }

  void text(const char* id, const std::string& text) const {
    if (auto* label = item<QgsLayoutItemLabel>(id)) label->setText(literal(qt(text)));
  }

  template <class Set>
  void replace(const char* id, bool is_wanted, Set set) {
    QgsLayoutItem* place = figure_.layout->itemById(QString::fromLatin1(id));
    if (place == nullptr) return;
    const QRectF where(place->pagePos(), place->rect().size());
    figure_.layout->removeLayoutItem(place);
    if (is_wanted) set(where);
  }

  core::Status fill_map(QgsLayoutItemMap& map, const map::MapSpec& spec, const map::Extent& extent,
                        const char* id) {
    MapItemOptions options = options_;
    options.id = id;
    const QRectF where(map.pagePos(), map.rect().size());
    return fill_map_item(spec, extent_in(where, extent), where, options, map, figure_, cache_);
  }

  /// What the figure has no contents for goes from the page.
  core::Status fill_other_maps(QgsLayoutItemMap& main) {
    static constexpr std::array zoom_ids{"zoom-1", "zoom-2"};
    for (std::size_t i = 0; i < zoom_ids.size(); ++i) {
      auto* zoom = item<QgsLayoutItemMap>(zoom_ids[i]);
      if (zoom == nullptr) continue;
      if (i >= spec_.zoom_insets.size()) {
        figure_.layout->removeLayoutItem(zoom);
      } else {
        if (auto ok = fill_map(*zoom, spec_.map, spec_.zoom_insets[i].extent, zoom_ids[i]); !ok) return ok;
        add_extent_frame(main, *zoom, {{0xd6, 0x00, 0x5a}, 0.35});
      }
    }
    auto* overview = item<QgsLayoutItemMap>("overview");
    if (overview == nullptr) return {};
    if (!spec_.overview) {
      figure_.layout->removeLayoutItem(overview);
      return {};
    }
    if (auto ok = fill_map(*overview, *spec_.overview, spec_.overview->extent, "overview"); !ok) return ok;
    add_extent_frame(*overview, main, {{0xd6, 0x00, 0x5a}, 0.35});
    return {};
  }

  const map::FigureSpec& spec_;
  Figure& figure_;
  LayerCache& cache_;
  PageItems page_;
  MapItemOptions options_;
};

}  // namespace

core::Status fill_user_template(const map::FigureSpec& spec, Figure& figure, LayerCache& cache,
                                const core::Task& task) {
  const auto bytes = files::read_file(spec.template_file, files::most_bytes_of_a_document);
  if (!bytes) return bad_template(spec, bytes.error().detail);
  QDomDocument document;
  QString wrong;
  if (!document.setContent(QByteArray::fromStdString(*bytes), &wrong))
    return bad_template(spec, wrong.toStdString());
  const QString folder = QFileInfo(QString::fromStdString(spec.template_file)).absolutePath();
  for (const std::string& taken_out : make_safe(document, folder))
    task.tell({.code = core::ErrorCode::template_parts_left_out,
               .subject = {.file = spec.template_file},
               .detail = taken_out});
  bool loaded = false;
  figure.layout->loadFromTemplate(document, QgsReadWriteContext(), true, &loaded);
  if (!loaded || figure.layout->pageCollection()->pageCount() < 1)
    return bad_template(spec, "it is no print layout of QGIS");
  figure.layout->renderContext().setDpi(spec.dpi);
  return TemplateItems(spec, figure, cache).fill();
}

}  // namespace vicinia::gis::engine
