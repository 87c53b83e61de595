#include "figure/template_safety.h"

#include <qgslayoutitemregistry.h>

#include <QDir>
#include <QFileInfo>
#include <QStringList>
#include <QVector>

namespace vicinia::gis::engine {
namespace {

/// Elements of a layout that hold nothing but rules of what to compute or to fetch.
constexpr const char* computing_elements[] = {"dataDefinedProperties", "data_defined_properties",
                                              "dd_properties", "data-defined", "Atlas"};

/// Attributes that name a file or an address, in layouts, symbols and their older forms.
bool names_source(const QString& name) {
  static const QStringList names{QStringLiteral("file"),       QStringLiteral("url"),
                                 QStringLiteral("source"),     QStringLiteral("picture"),
                                 QStringLiteral("datasource"), QStringLiteral("northArrow"),
                                 QStringLiteral("imageFile"),  QStringLiteral("svgFile"),
                                 QStringLiteral("name"),       QStringLiteral("path")};
  return names.contains(name);
}

/// Of symbols: <Option name="imageFile" value="…"/>, <prop k="svgFile" v="…"/>.
bool names_source(const QDomElement& element) {
  return names_source(element.attribute(QStringLiteral("name"))) ||
         names_source(element.attribute(QStringLiteral("k")));
}

/// Something with an address, a driver of GDAL's, or an evaluated name: whatever is no plain path.
bool is_address(const QString& text) {
  const QString plain = text.trimmed().toLower();
  return plain.contains(QLatin1String("://")) || plain.startsWith(QLatin1String("//")) ||
         plain.startsWith(QLatin1String("\\\\")) || plain.startsWith(QLatin1String("/vsi")) ||
         plain.startsWith(QLatin1String("data:")) || plain.startsWith(QLatin1String("javascript:"));
}

/// A picture inside the document, or a file in the folder of the template.
bool is_own_source(const QString& text, const QDir& folder) {
  if (text.isEmpty() || text.startsWith(QLatin1String("base64:"))) return true;
  if (is_address(text)) return false;
  const QString file = QFileInfo(folder.absoluteFilePath(text)).canonicalFilePath(),
                root = folder.canonicalPath();
  return file.isEmpty() || file.startsWith(root + QLatin1Char('/'));  // what is not there is not read
}

class Cleaner {
 public:
  explicit Cleaner(const QString& folder) : folder_(folder) {}

  void clean(const QDomElement& element) {
    QVector<QDomElement> children;
    for (QDomElement child = element.firstChildElement(); !child.isNull(); child = child.nextSiblingElement())
      children << child;
    for (QDomElement& child : children) {
      if (is_html(child)) {
        html_ = true;
        element_of(element).removeChild(child);
      } else if (computes(child)) {
        expressions_ = expressions_ || has_rule(child);
        element_of(element).removeChild(child);
      } else {
        clean_attributes(child);
        clean(child);
      }
    }
  }

  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> kinds;
    if (html_) kinds.emplace_back("HTML");
    if (expressions_) kinds.emplace_back("expressions");
    if (sources_) kinds.emplace_back("pictures from elsewhere");
    return kinds;
  }

 private:
  static QDomElement& element_of(const QDomElement& element) {
    return const_cast<QDomElement&>(element);
  }  // DOM nodes are references

  static bool is_html(const QDomElement& element) {
    const int type = element.attribute(QStringLiteral("type")).toInt();
    return (element.tagName() == QLatin1String("LayoutMultiFrame") &&
            type == QgsLayoutItemRegistry::LayoutHtml) ||
           element.tagName() == QLatin1String("ComposerHtml");
  }

  static bool computes(const QDomElement& element) {
    for (const char* name : computing_elements)
      if (element.tagName().compare(QLatin1String(name), Qt::CaseInsensitive) == 0) return true;
    return element.tagName() == QLatin1String("layer") &&
           element.attribute(QStringLiteral("class")) == QLatin1String("GeometryGenerator");
  }

  /// QGIS writes the elements also where nothing is computed.
  static bool has_rule(const QDomElement& element) {
    if (element.tagName() == QLatin1String("layer")) return true;
    const QString name = element.attribute(QStringLiteral("name"));
    if ((name == QLatin1String("expression") || name == QLatin1String("field")) &&
        !element.attribute(QStringLiteral("value")).isEmpty())
      return true;
    for (QDomElement child = element.firstChildElement(); !child.isNull(); child = child.nextSiblingElement())
      if (has_rule(child)) return true;
    return false;
  }

  void clean_attributes(QDomElement& element) {
    const bool value_is_source = names_source(element);
    const QDomNamedNodeMap attributes = element.attributes();
    for (int i = 0; i < attributes.size(); ++i) {
      const QDomAttr attribute = attributes.item(i).toAttr();
      const QString name = attribute.name(), value = attribute.value();
      if (name == QLatin1String("htmlState")) {
        html_ = html_ || value.toInt() != 0;
        element.setAttribute(name, 0);
      } else if (name.contains(QLatin1String("expression"), Qt::CaseInsensitive) &&
                 name != QLatin1String("evaluateExpressions")) {
        blank(element, name, value, expressions_);
      } else if ((names_source(name) && name != QLatin1String("name")) ||
                 (value_is_source && (name == QLatin1String("value") || name == QLatin1String("v")))) {
        if (!is_own_source(value, folder_)) blank(element, name, value, sources_);
      } else if (element.attribute(QStringLiteral("name")) == QLatin1String("expression") &&
                 name == QLatin1String("value")) {
        blank(element, name, value, expressions_);
      }
      if (element.attribute(name).contains(QLatin1String("[%"))) {
        expressions_ = true;
        element.setAttribute(
            name, element.attribute(name).replace(QLatin1String("[%"),
                                                  QLatin1String("[\u2060%")));  // shown as it is written
      }
    }
  }

  static void blank(QDomElement& element, const QString& name, const QString& value, bool& is_told) {
    if (value.isEmpty()) return;
    is_told = true;
    element.setAttribute(name, QString());
  }

  QDir folder_;
  bool html_ = false, expressions_ = false, sources_ = false;
};

}  // namespace

std::vector<std::string> make_safe(QDomDocument& layout, const QString& folder) {
  Cleaner cleaner(folder);
  cleaner.clean(layout.documentElement());
  return cleaner.told();
}

}  // namespace vicinia::gis::engine
