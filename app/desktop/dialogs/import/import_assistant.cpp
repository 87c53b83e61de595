#include "dialogs/import/import_assistant.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QScreen>

#include "text/qt_text.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::desktop {
namespace {

bool isLayer(const QString& file) {
  static const QStringList endings{
      QStringLiteral("shp"),      QStringLiteral("zip"), QStringLiteral("geojson"), QStringLiteral("json"),
      QStringLiteral("topojson"), QStringLiteral("kml"), QStringLiteral("kmz"),     QStringLiteral("tab"),
      QStringLiteral("mif"),      QStringLiteral("fgb"), QStringLiteral("gml"),     QStringLiteral("gpkg")};
  return endings.contains(QFileInfo(file).suffix().toLower());
}

bool isTable(const QString& file) {
  return gis::io::is_named_as_table(toPath(file)) ||
         QFileInfo(file).suffix().toLower() == QStringLiteral("txt") ||
         QFileInfo(file).suffix().toLower() == QStringLiteral("tsv");
}

}  // namespace

ImportAssistant::ImportAssistant(workspace::Language language, QWidget* parent)
    : QWizard(parent),
      work_(new ImportWork(this)),
      boundaries_(new BoundariesPage(*work_, language)),
      table_(new TablePage(*work_, language)),
      register_(new RegisterPage(*work_, language)),
      matching_(new MatchingPage(*work_, language)),
      saving_(new SavingPage(*work_, language)) {
  setObjectName(QStringLiteral("importAssistant"));
  setWindowTitle(tr("Import your own data"));
  setWizardStyle(QWizard::ModernStyle);
  setOption(QWizard::NoBackButtonOnStartPage);
  setOption(QWizard::IndependentPages, true);
  setButtonText(QWizard::FinishButton, tr("&Open on the map"));
  for (QWizardPage* const page : {static_cast<QWizardPage*>(boundaries_), static_cast<QWizardPage*>(table_),
                                  static_cast<QWizardPage*>(register_), static_cast<QWizardPage*>(matching_),
                                  static_cast<QWizardPage*>(saving_)})
    addPage(page);
  resize(QSize(980, 700).boundedTo(QGuiApplication::primaryScreen()->availableSize()));
  connect(this, &QWizard::currentIdChanged, this, [this] {
    if (auto* const page = qobject_cast<ImportPage*>(currentPage())) page->enter();
  });
  connect(work_, &ImportWork::busyChanged, this, &ImportAssistant::showBusy);
  connect(work_, &ImportWork::failed, this, &ImportAssistant::showError);
  connect(work_, &ImportWork::made, this, [this](const QString& folder) {
    saving_->setSaved();
    accept();
    Q_EMIT made(folder);
  });
  connect(saving_, &SavingPage::savingWanted, this,
          [this](const QString& folder) { work_->make(toPath(folder)); });
}

bool ImportAssistant::mayTake(const QString& file) { return isLayer(file) || isTable(file); }

void ImportAssistant::setFile(const QString& file) {
  if (isTable(file) && !isLayer(file))
    table_->setFile(file);
  else
    boundaries_->setFile(file);
}

void ImportAssistant::showBusy(bool isBusy) {
  if (isBusy)
    setCursor(Qt::BusyCursor);
  else
    unsetCursor();
}

void ImportAssistant::showError(const core::Error& error) {
  if (auto* const page = qobject_cast<ImportPage*>(currentPage())) page->showError(error);
}

}  // namespace vicinia::desktop
