#include "dialogs/export_figure/page_room.h"

#include <QCoreApplication>

#include "text/qt_text.h"
#include "vicinia/gis/map/figure_template.h"
#include "vicinia/workspace/charts/chart.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

struct PageRoomTexts {
  Q_DECLARE_TR_FUNCTIONS(PageRoomTexts)
};

/// The whole country may be on the page; only a part of it may be.
struct Reach {
  bool whole = false, part = false;
};

Reach reach_of(const FigureRequest& request, const ws::View& view) {
  const bool all = !view.province && !view.extent;
  if (request.kind == ws::FigureKind::brief) return {.whole = !view.extent, .part = true};
  if (request.kind == ws::FigureKind::series && request.series.per != ws::SeriesPer::sector)
    return {.part = true};
  return {.whole = all, .part = !all};
}

}  // namespace

PageRoom room_for(const FigureRequest& request, const ws::Document& document, const ws::MapSources& sources,
                  ws::Language language) {
  PageRoom room;
  if (request.kind == ws::FigureKind::multiples) {
    const Room none{.why_not = PageRoomTexts::tr("Small maps have no room for it.")};
    room.zoom_insets = room.overview = room.graticule = room.north_arrow = room.table = room.labels =
        room.outlines = room.selection = room.chart = none;
    room.same_classes = {PageRoomTexts::tr("Small maps always have the same classes."), true};
    return room;
  }
  if (request.kind == ws::FigureKind::comparison)
    room.zoom_insets = room.overview = room.graticule = room.north_arrow =
        room.table = {.why_not = PageRoomTexts::tr("Several maps on one page have no room for it.")};
  if (document.view.selected.empty() || request.kind == ws::FigureKind::brief)
    room.selection.why_not = PageRoomTexts::tr("Nothing is selected in the window.");
  if (request.kind != ws::FigureKind::map)
    room.chart.why_not = PageRoomTexts::tr("Only on a single map: the chart is that of the window.");
  else if (const auto choropleth = ws::make_choropleth(document))
    room.chart.why_not = qs(ws::why_no_chart(document, *choropleth, language));
  if (request.kind == ws::FigureKind::comparison) return room;
  const Reach reach = reach_of(request, document.view);
  if (!reach.whole)
    room.zoom_insets.why_not = PageRoomTexts::tr("Only on a map of the whole country.");
  else if (document.data->dataset->zoom_areas.empty() &&
           document.data->dataset->provenance.completeness == core::Completeness::complete_matrix)
    room.zoom_insets.why_not = PageRoomTexts::tr("These data name no areas to be drawn larger.");
  if (!reach.part || sources.of({}).units.empty())
    room.overview.why_not = PageRoomTexts::tr("Only where the map shows a part of the country.");
  if (const auto* page = gis::map::find_figure_template(request.page.template_id)) {
    const QString full = PageRoomTexts::tr("This template has no room for it.");
    if (!page->holds_zoom_insets) room.zoom_insets.why_not = full;
    if (!page->holds_overview) room.overview.why_not = full;
    if (!page->holds_table) room.table.why_not = room.chart.why_not = full;
  }
  if (request.kind == ws::FigureKind::brief) {
    const QString always = PageRoomTexts::tr("The pages of a brief decide this themselves.");
    if (room.overview.isFree()) room.overview = {always, true};
    if (room.table.isFree()) room.table = {always, true};
    room.own_words.why_not = always;
    room.both_languages.why_not = PageRoomTexts::tr("A brief is in one language.");
  }
  if (request.series.per == ws::SeriesPer::sector)
    room.same_scale = {PageRoomTexts::tr("Pages of sectors always have the same scale."), true};
  return room;
}

}  // namespace vicinia::desktop
