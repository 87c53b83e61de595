#include "figure/xmp.h"

#include <QDateTime>
#include <QString>
#include <QXmlStreamWriter>

#include "text.h"

namespace vicinia::gis::engine {
namespace {

const QString meta_uri = QStringLiteral("adobe:ns:meta/");
const QString rdf_uri = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const QString dc_uri = QStringLiteral("http://purl.org/dc/elements/1.1/");
const QString xmp_uri = QStringLiteral("http://ns.adobe.com/xap/1.0/");
const QString figure_uri = QStringLiteral("urn:vicinia:figure:1");
const QString language_attribute = QStringLiteral("xml:lang");

/// The same text as the usual one and in the language of the figure.
void write_alternative(QXmlStreamWriter& xml, const char* name, const AboutFigure& about,
                       const std::string& text) {
  xml.writeStartElement(dc_uri, QLatin1String(name));
  xml.writeStartElement(rdf_uri, QStringLiteral("Alt"));
  for (const QString& language : {QStringLiteral("x-default"), qt(about.language)}) {
    xml.writeStartElement(rdf_uri, QStringLiteral("li"));
    xml.writeAttribute(language_attribute, language);
    xml.writeCharacters(qt(text));
    xml.writeEndElement();
  }
  xml.writeEndElement();
  xml.writeEndElement();
}

}  // namespace

QByteArray xmp_element(const AboutFigure& about) {
  QByteArray text;
  QXmlStreamWriter xml(&text);
  xml.writeNamespace(meta_uri, QStringLiteral("x"));
  xml.writeStartElement(meta_uri, QStringLiteral("xmpmeta"));
  xml.writeNamespace(rdf_uri, QStringLiteral("rdf"));
  xml.writeStartElement(rdf_uri, QStringLiteral("RDF"));
  xml.writeNamespace(dc_uri, QStringLiteral("dc"));
  xml.writeNamespace(xmp_uri, QStringLiteral("xmp"));
  xml.writeNamespace(figure_uri, QStringLiteral("vicinia"));
  xml.writeStartElement(rdf_uri, QStringLiteral("Description"));
  xml.writeAttribute(rdf_uri, QStringLiteral("about"), QString());
  write_alternative(xml, "title", about, about.title);
  write_alternative(xml, "description", about, about.subject);
  if (!about.author.empty()) {
    xml.writeStartElement(dc_uri, QStringLiteral("creator"));
    xml.writeStartElement(rdf_uri, QStringLiteral("Seq"));
    xml.writeTextElement(rdf_uri, QStringLiteral("li"), qt(about.author));
    xml.writeEndElement();
    xml.writeEndElement();
  }
  xml.writeTextElement(xmp_uri, QStringLiteral("CreatorTool"), QStringLiteral("Vicinia " VICINIA_VERSION));
  xml.writeTextElement(xmp_uri, QStringLiteral("CreateDate"),
                       QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
  if (!about.view.empty())
    xml.writeTextElement(figure_uri, QStringLiteral("view"),
                         QString::fromLatin1(QByteArray::fromStdString(about.view).toBase64()));
  xml.writeEndElement();
  xml.writeEndElement();
  xml.writeEndElement();
  return text;
}

QByteArray xmp_packet(const AboutFigure& about) {
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + xmp_element(about) +
         "\n<?xpacket end=\"r\"?>";
}

}  // namespace vicinia::gis::engine
