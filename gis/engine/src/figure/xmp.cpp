#include "figure/xmp.h"
#include "text.h"

#include <QDateTime>
#include <QString>

namespace vicinia::gis::engine {
namespace {

QByteArray escaped(const std::string& text) { return qt(text).toHtmlEscaped().toUtf8(); }

QByteArray alternative(const char* name, const AboutFigure& about, const std::string& text) {
  const QByteArray tag(name);
  return "<" + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
         "</rdf:li><rdf:li xml:lang=\"" + escaped(about.language) + "\">" + escaped(text) +
         "</rdf:li></rdf:Alt></" + tag + ">\n";
}

}  // namespace

QByteArray xmp_element(const AboutFigure& about) {
  const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toUtf8();
  QByteArray xml =
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
      "xmlns:vicinia=\"urn:vicinia:figure:1\">\n";
  xml += alternative("dc:title", about, about.title) + alternative("dc:description", about, about.subject);
  if (!about.author.empty())
    xml += "<dc:creator><rdf:Seq><rdf:li>" + escaped(about.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
  xml += "<xmp:CreatorTool>Vicinia " VICINIA_VERSION "</xmp:CreatorTool>\n<xmp:CreateDate>" + now +
         "</xmp:CreateDate>\n";
  if (!about.view.empty())
    xml += "<vicinia:view>" + QByteArray::fromStdString(about.view).toBase64() + "</vicinia:view>\n";
  return xml + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

QByteArray xmp_packet(const AboutFigure& about) {
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + xmp_element(about) +
         "\n<?xpacket end=\"r\"?>";
}

}  // namespace vicinia::gis::engine
