#include "dialogs/export_figure/kept_choices.h"

#include <algorithm>

#include "text/qt_text.h"
#include "vicinia/gis/map/figure_template.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::desktop {

namespace {

QString key(const char* name) { return QStringLiteral("figures/") + QLatin1String(name); }

}  // namespace

void save(const FigureChoices& choices, QSettings& settings) {
  const workspace::PageOptions& page = choices.request.page;
  settings.setValue(key("folder"), choices.folder);
  settings.setValue(key("template"), qs(page.template_id));
  settings.setValue(key("templateFile"), pathText(page.template_file));
  settings.setValue(key("format"), QString::fromLatin1(extension_of(choices.format)));
  settings.setValue(key("dpi"), page.figure.dpi);
  const auto language = workspace::code_of(page.figure.language);
  settings.setValue(key("language"), page.second_language   ? QStringLiteral("both")
                                     : choices.own_language ? qs(language)
                                                            : QString());
  settings.setValue(key("zoomInsets"), page.zoom_insets);
  settings.setValue(key("overview"), page.overview);
  settings.setValue(key("graticule"), page.graticule);
  settings.setValue(key("northArrow"), page.north_arrow);
  settings.setValue(key("table"), page.table);
  settings.setValue(key("sameClasses"), choices.request.series.same_classes);
  settings.setValue(key("sameScale"), choices.request.series.same_scale);
  settings.setValue(key("asFolder"), choices.as_folder);
}

FigureChoices kept_choices(const QSettings& settings) {
  FigureChoices choices;
  workspace::PageOptions& page = choices.request.page;
  const auto flag = [&settings](const char* name, bool& value) {
    value = settings.value(key(name), value).toBool();
  };
  choices.folder = settings.value(key("folder")).toString();
  const std::string id = utf8(settings.value(key("template")).toString());
  if (gis::map::find_figure_template(id) != nullptr) page.template_id = id;
  page.template_file = toPath(settings.value(key("templateFile")).toString());
  if (const auto format = workspace::figure_format_of("f" + utf8(settings.value(key("format")).toString())))
    choices.format = *format;
  page.figure.dpi = std::clamp(settings.value(key("dpi"), page.figure.dpi).toDouble(), 72.0, 1200.0);
  const std::string language = utf8(settings.value(key("language")).toString());
  page.second_language = language == "both";
  if (const auto own = workspace::language_by_code(language)) {
    page.figure.language = *own;
    choices.own_language = true;
  }
  flag("zoomInsets", page.zoom_insets);
  flag("overview", page.overview);
  flag("graticule", page.graticule);
  flag("northArrow", page.north_arrow);
  flag("table", page.table);
  flag("sameClasses", choices.request.series.same_classes);
  flag("sameScale", choices.request.series.same_scale);
  flag("asFolder", choices.as_folder);
  return choices;
}

}  // namespace vicinia::desktop
