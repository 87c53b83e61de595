#include "dialogs/about_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

#include "text/qt_text.h"

namespace vicinia::desktop {

AboutDialog::AboutDialog(const EngineBridge* engine, QWidget* parent)
    : QDialog(parent), text_(new QTextBrowser) {
  setObjectName(QStringLiteral("aboutDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("About Vicinia"));
  resize(600, 520);

  auto* picture = new QLabel;
  picture->setPixmap(QIcon(QStringLiteral(":/icons/vicinia.svg")).pixmap(QSize(72, 72), devicePixelRatioF()));
  auto* name = new QLabel(QStringLiteral("<span style='font-size:20pt'><b>Vicinia</b></span><br>") +
                          tr("Version %1").arg(QStringLiteral(VICINIA_VERSION)) + QStringLiteral("<br>") +
                          tr("Explorer of industrial clusters for Viet Nam"));
  auto* head = new QHBoxLayout;
  head->addWidget(picture);
  head->addSpacing(12);
  head->addWidget(name, 1);

  text_->setObjectName(QStringLiteral("aboutText"));
  text_->setAccessibleName(tr("Licences"));
  text_->setOpenExternalLinks(true);
  text_->setHtml(text(engine));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addLayout(head);
  column->addWidget(text_, 1);
  column->addWidget(buttons);
  if (engine)
    connect(engine, &EngineBridge::engineReady, this, [this, engine] { text_->setHtml(text(engine)); });
}

QString AboutDialog::text(const EngineBridge* engine) const {
  const auto paragraph = [](const QString& html) { return QStringLiteral("<p>%1</p>").arg(html); };
  const auto item = [](const QString& what, const QString& licence) {
    return QStringLiteral("<li><b>%1</b>: %2</li>").arg(what, licence);
  };
  QString html = paragraph(tr(
      "Vicinia shows which agglomerations of an industry there are, how strong they are, and where the figure "
      "for a report is."));
  html += paragraph(
      tr("Vicinia is free software under the "
         "<a href='https://www.gnu.org/licenses/gpl-3.0.html'>GNU General Public License</a>, version "
         "3 or later. It comes without any warranty."));
  html += paragraph(tr("It stands on the work of others:")) + QStringLiteral("<ul>");
  html +=
      item(QStringLiteral("Qt %1").arg(qs(std::string_view(qVersion()))), tr("LGPL version 3; the window"));
  const bool known = engine && engine->info();
  html +=
      item(known ? QStringLiteral("QGIS %1").arg(qs(engine->info()->qgis_version)) : QStringLiteral("QGIS"),
           tr("GPL version 2 or later; draws the maps and figures"));
  if (known)
    html += item(QStringLiteral("Qt %1").arg(qs(engine->info()->qt_version)),
                 tr("LGPL version 3; in the map engine"));
  html +=
      item(QStringLiteral("GDAL, PROJ, GEOS"), tr("MIT and LGPL version 2.1; read and project the layers"));
  html += item(QStringLiteral("Boost"), tr("Boost Software License 1.0; geometry"));
  html += item(QStringLiteral("gRPC, Protocol Buffers"),
               tr("Apache License 2.0 and BSD; talk to the map engine"));
  html += item(QStringLiteral("oneTBB, ICU, CLI11, nlohmann/json, tl::expected"),
               tr("Apache License 2.0, Unicode, BSD, MIT and CC0"));
  html += QStringLiteral("</ul>") + paragraph(tr("The built-in data set uses:")) + QStringLiteral("<ul>");
  html += item(
      QStringLiteral("<a href='https://www.geonames.org'>GeoNames</a>"),
      tr("seats of the districts, <a href='https://creativecommons.org/licenses/by/4.0/'>CC BY 4.0</a>"));
  html += item(QStringLiteral("<a href='https://www.naturalearthdata.com'>Natural Earth</a>"),
               tr("outlines of the provinces, public domain"));
  return html + QStringLiteral("</ul>");
}

}  // namespace vicinia::desktop
