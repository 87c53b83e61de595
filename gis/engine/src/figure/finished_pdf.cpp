#include "figure/finished_pdf.h"

#include <QDateTime>
#include <QFile>
#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace vicinia::gis::engine {

std::vector<std::string> bookmarks_of(const std::vector<PageName>& pages) {
  const bool same =
      std::ranges::all_of(pages, [&](const PageName& page) { return page.title == pages.front().title; });
  std::vector<std::string> names;
  for (const PageName& page : pages)
    names.push_back(same && pages.size() > 1 && !page.subtitle.empty() ? page.subtitle : page.title);
  return names;
}

namespace {

void add_bookmarks(QPDF& pdf, const std::vector<std::string>& bookmarks) {
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  const std::size_t count = std::min(pages.size(), bookmarks.size());
  if (count == 0) return;
  QPDFObjectHandle outlines = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
  std::vector<QPDFObjectHandle> items;
  for (std::size_t i = 0; i < count; ++i) {
    QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(bookmarks[i]));
    item.replaceKey("/Parent", outlines);
    QPDFObjectHandle place = QPDFObjectHandle::newArray();
    place.appendItem(pages[i].getObjectHandle());
    place.appendItem(QPDFObjectHandle::newName("/Fit"));
    item.replaceKey("/Dest", place);
    if (i > 0) {
      item.replaceKey("/Prev", items.back());
      items.back().replaceKey("/Next", item);
    }
    items.push_back(item);
  }
  outlines.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
  outlines.replaceKey("/First", items.front());
  outlines.replaceKey("/Last", items.back());
  outlines.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(count)));
  pdf.getRoot().replaceKey("/Outlines", outlines);
  pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

/// In both places where readers look: the dictionary of old, and XMP.
void add_metadata(QPDF& pdf, const AboutFigure& about) {
  QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
  const auto set = [&](const char* key, const std::string& text) {
    if (!text.empty()) info.replaceKey(key, QPDFObjectHandle::newUnicodeString(text));
  };
  set("/Title", about.title);
  set("/Author", about.author);
  set("/Subject", about.subject);
  set("/Creator", "Vicinia " VICINIA_VERSION);
  set("/CreationDate",
      QDateTime::currentDateTimeUtc().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString());
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
  QPDFObjectHandle xmp = QPDFObjectHandle::newStream(&pdf, xmp_packet(about).toStdString());
  xmp.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  xmp.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  pdf.getRoot().replaceKey("/Metadata", pdf.makeIndirectObject(xmp));
}

}  // namespace

QString finish_pdf(const QString& file, const AboutFigure& about, const std::vector<std::string>& bookmarks) {
  const QString whole = file + QStringLiteral(".whole");
  try {
    QPDF pdf;
    pdf.processFile(file.toUtf8().constData());
    add_metadata(pdf, about);
    add_bookmarks(pdf, bookmarks);
    QPDFWriter writer(pdf, whole.toUtf8().constData());
    writer.setObjectStreamMode(qpdf_o_disable);  // for readers of old, and whoever looks into the file
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setDeterministicID(true);
    writer.setNewlineBeforeEndstream(true);  // as the standard advises
    writer.write();
  } catch (const std::exception& wrong) {
    QFile::remove(whole);
    return QString::fromUtf8(wrong.what());
  }
  QFile::remove(file);
  return QFile::rename(whole, file) ? QString() : QStringLiteral("it could not be saved");
}

}  // namespace vicinia::gis::engine
