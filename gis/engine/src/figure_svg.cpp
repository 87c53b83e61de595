#include "figure_svg.h"

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
  for (QDomElement e = parent.firstChildElement(); !e.isNull(); e = e.nextSiblingElement()) result.push_back(e);
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
    if (plain) id += c;
    else if (!id.isEmpty() && !id.endsWith(QLatin1Char('-'))) id += QLatin1Char('-');
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

bool is_map_layer(const QDomElement& group, const SvgPage& page) {
  return group.hasAttribute(label_attribute) && (group.attribute(label_attribute).isEmpty() ||
                                                 group.attribute(label_attribute).startsWith(page.map_item + QLatin1Char(':')));
}

bool is_part(const QDomElement& group, const SvgPage& page, const QString& part) {
  return group.attribute(label_attribute) == page.map_item + QStringLiteral(": ") + part;
}

/// The map's layers in one group, cut to the frame; the frame itself stays outside, whole. False where there is no map.
bool gather_map(QDomDocument& svg, QDomElement root, const SvgPage& page) {
  QDomElement map;
  int layer = 0;
  for (QDomElement group : children(root)) {
    if (!is_map_layer(group, page) || is_part(group, page, QStringLiteral("Frame"))) continue;
    if (map.isNull()) {
      map = svg.createElement(QStringLiteral("g"));
      map.setAttribute(QStringLiteral("clip-path"), QStringLiteral("url(#map-frame)"));
      map.setAttribute(QStringLiteral("inkscape:groupmode"), QStringLiteral("layer"));
      map.setAttribute(label_attribute, map_id);
      root.insertBefore(map, group);
    }
    map.appendChild(group);
    // QGIS names the first of a map's layers only.
    const bool drawn = !is_part(group, page, QStringLiteral("Background")) && !is_part(group, page, QStringLiteral("Labels"));
    if (drawn && layer < page.map_layers.size()) group.setAttribute(label_attribute, page.map_layers[layer++]);
    else group.setAttribute(label_attribute, group.attribute(label_attribute).section(QStringLiteral(": "), 1));
  }
  return !map.isNull();
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
  const QRectF frame = in_units(page.map_frame, page.size, view_box_of(root));
  if (frame.isEmpty() || !gather_map(svg, root, page)) return QStringLiteral("the SVG of QGIS has no map");
  root.removeAttribute(QStringLiteral("baseProfile"));  // "tiny" knows no clip path
  root.setAttribute(QStringLiteral("version"), QStringLiteral("1.1"));
  root.setAttribute(QStringLiteral("width"), QString::number(page.size.width()) + QStringLiteral("mm"));
  root.setAttribute(QStringLiteral("height"), QString::number(page.size.height()) + QStringLiteral("mm"));
  root.setAttribute(QStringLiteral("xml:lang"), page.language);
  drop_invisible_shapes(root);
  drop_empty_groups(root);
  QSet<QString> taken{QStringLiteral("map-frame")};
  name_groups(root, taken);
  root.insertBefore(clip_path(svg, QStringLiteral("map-frame"), frame), root.firstChild());
  QDomElement title = svg.createElement(QStringLiteral("title"));
  title.appendChild(svg.createTextNode(page.title));
  root.insertBefore(title, root.firstChild());

  if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return file.errorString();
  const QByteArray text = svg.toByteArray(1);
  if (file.write(text) != text.size() || !file.flush()) return file.errorString();
  return {};
}

}  // namespace vicinia::gis::engine
