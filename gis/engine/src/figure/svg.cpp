#include "figure/svg.h"

#include <QDomDocument>
#include <QFile>
#include <QSet>
#include <vector>

namespace vicinia::gis::engine {
namespace {

const QString label_attribute = QStringLiteral("inkscape:label");
const QString map_id = QStringLiteral("map");

std::vector<QDomElement> children(const QDomElement& parent) {
  std::vector<QDomElement> result;
  for (QDomElement e = parent.firstChildElement(); !e.isNull(); e = e.nextSiblingElement())
    result.push_back(e);
  return result;
}

/// Qt writes a group for each change of the pen, drawn with or not.
void drop_empty_groups(QDomElement parent) {
  for (QDomElement child : children(parent)) {
    drop_empty_groups(child);
    const bool is_group = child.tagName() == QStringLiteral("g") || child.tagName() == QStringLiteral("defs");
    if (is_group && child.firstChildElement().isNull()) parent.removeChild(child);
  }
}

/// Nothing is drawn by a shape without fill and stroke; Qt writes one to set a clip.
void drop_invisible_shapes(QDomElement parent) {
  for (QDomElement child : children(parent)) {
    const bool invisible = child.attribute(QStringLiteral("stroke")) == QStringLiteral("none") &&
                           child.attribute(QStringLiteral("fill-opacity")) == QStringLiteral("0");
    const bool has_shapes_only = child.elementsByTagName(QStringLiteral("text")).isEmpty();
    if (child.tagName() == QStringLiteral("g") && invisible && has_shapes_only)
      parent.removeChild(child);
    else
      drop_invisible_shapes(child);
  }
}

/// An XML name that no other element has.
QString free_id(const QString& label, QSet<QString>& taken) {
  QString id;
  for (const QChar c : label.toLower()) {
    const bool plain = c.isLetterOrNumber();
    if (plain)
      id += c;
    else if (!id.isEmpty() && !id.endsWith(QLatin1Char('-')))
      id += QLatin1Char('-');
  }
  while (id.endsWith(QLatin1Char('-'))) id.chop(1);
  if (id.isEmpty() || id[0].isDigit()) id.prepend(QStringLiteral("layer"));
  QString free = id;
  for (int n = 2; taken.contains(free); ++n) free = id + QLatin1Char('-') + QString::number(n);
  taken.insert(free);
  return free;
}

QString view_box_of(const QDomElement& svg) { return svg.attribute(QStringLiteral("viewBox")); }

/// Of the page's millimetres in units of the drawing; Qt rounds the latter down to whole ones.
QRectF in_units(const QRectF& mm, const QSizeF& page, const QString& view_box) {
  const QStringList box = view_box.split(QLatin1Char(' '));
  if (box.size() != 4) return {};
  const double x = box[2].toDouble() / page.width(), y = box[3].toDouble() / page.height();
  return {mm.x() * x, mm.y() * y, mm.width() * x, mm.height() * y};
}

QDomElement clip_path(QDomDocument& svg, const QString& id, const QRectF& frame) {
  QDomElement rectangle = svg.createElement(QStringLiteral("rect"));
  const auto set = [&](const char* name, double value) {
    rectangle.setAttribute(QLatin1String(name), QString::number(value, 'f', 3));
  };
  set("x", frame.x());
  set("y", frame.y());
  set("width", frame.width());
  set("height", frame.height());
  QDomElement path = svg.createElement(QStringLiteral("clipPath"));
  path.setAttribute(QStringLiteral("id"), id);
  path.appendChild(rectangle);
  QDomElement definitions = svg.createElement(QStringLiteral("defs"));
  definitions.appendChild(path);
  return definitions;
}

QString clip_id(std::size_t map) {
  return map == 0 ? QStringLiteral("map-frame") : QStringLiteral("map-frame-%1").arg(map + 1);
}

/// "Map 1: layer" is a part of the item "Map 1".
const SvgMap* map_of(const QString& label, const SvgPage& page) {
  for (const SvgMap& map : page.maps)
    if (label == map.item || label.startsWith(map.item + QLatin1Char(':'))) return &map;
  return nullptr;
}

/// A frame reaches beyond itself by half its line; a graticule is cut already, and its numbers stand outside.
bool stands_around_the_frame(const QString& part) {
  return part == QStringLiteral("Frame") || part == QStringLiteral("Grids");
}

/// The layers of each map in one group, cut to its frame; what stands around that stays outside, whole. QGIS names the first of a
/// map's layers only, so a group without a name belongs to the map before it. \return the number of maps that were found.
std::size_t gather_maps(QDomDocument& svg, QDomElement root, const SvgPage& page) {
  const SvgMap* current = nullptr;
  QDomElement gathered;
  int layer = 0;
  std::size_t found = 0;
  for (QDomElement group : children(root)) {
    if (!group.hasAttribute(label_attribute)) continue;
    const QString label = group.attribute(label_attribute);
    const SvgMap* map = label.isEmpty() ? current : map_of(label, page);
    const QString part = label.section(QStringLiteral(": "), 1);
    if (map == nullptr || stands_around_the_frame(part)) {
      current = map;
      continue;
    }
    if (map != current || gathered.isNull()) {
      const auto index = static_cast<std::size_t>(map - page.maps.data());
      gathered = svg.createElement(QStringLiteral("g"));
      gathered.setAttribute(QStringLiteral("clip-path"), QStringLiteral("url(#%1)").arg(clip_id(index)));
      gathered.setAttribute(QStringLiteral("inkscape:groupmode"), QStringLiteral("layer"));
      gathered.setAttribute(label_attribute, index == 0 ? map_id : map->item);
      root.insertBefore(gathered, group);
      layer = 0;
      ++found;
    }
    current = map;
    gathered.appendChild(group);
    const bool drawn = part != QStringLiteral("Background") && part != QStringLiteral("Labels");
    group.setAttribute(label_attribute, drawn && layer < map->layers.size() ? map->layers[layer++] : part);
  }
  return found;
}

void name_groups(QDomElement parent, QSet<QString>& taken) {
  for (QDomElement group : children(parent)) {
    if (!group.hasAttribute(label_attribute)) continue;
    group.setAttribute(QStringLiteral("id"), free_id(group.attribute(label_attribute), taken));
    name_groups(group, taken);
  }
}

}  // namespace

QString mend_svg(const QString& path, const SvgPage& page) {
  QFile file(path);
  QDomDocument svg;
  if (!file.open(QIODevice::ReadOnly)) return file.errorString();
  QString wrong;
  if (!svg.setContent(&file, &wrong)) return QStringLiteral("the SVG of QGIS cannot be read: ") + wrong;
  file.close();

  QDomElement root = svg.documentElement();
  const QString view_box = view_box_of(root);
  if (gather_maps(svg, root, page) < page.maps.size()) return QStringLiteral("the SVG of QGIS lacks a map");
  root.removeAttribute(QStringLiteral("baseProfile"));  // "tiny" knows no clip path
  root.setAttribute(QStringLiteral("version"), QStringLiteral("1.1"));
  root.setAttribute(QStringLiteral("width"), QString::number(page.size.width()) + QStringLiteral("mm"));
  root.setAttribute(QStringLiteral("height"), QString::number(page.size.height()) + QStringLiteral("mm"));
  root.setAttribute(QStringLiteral("xml:lang"), page.language);
  drop_invisible_shapes(root);
  drop_empty_groups(root);
  QSet<QString> taken;
  for (std::size_t map = 0; map < page.maps.size(); ++map) taken.insert(clip_id(map));
  name_groups(root, taken);
  for (std::size_t map = page.maps.size(); map-- > 0;)
    root.insertBefore(clip_path(svg, clip_id(map), in_units(page.maps[map].frame, page.size, view_box)),
                      root.firstChild());
  if (QDomDocument about; about.setContent(page.metadata)) {
    QDomElement metadata = svg.createElement(QStringLiteral("metadata"));
    metadata.appendChild(svg.importNode(about.documentElement(), true));
    root.insertBefore(metadata, root.firstChild());
  }
  QDomElement title = svg.createElement(QStringLiteral("title"));
  title.appendChild(svg.createTextNode(page.title));
  root.insertBefore(title, root.firstChild());

  if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return file.errorString();
  const QByteArray text = svg.toByteArray(1);
  if (file.write(text) != text.size() || !file.flush()) return file.errorString();
  return {};
}

}  // namespace vicinia::gis::engine
