#include "dialogs/import/saving_page.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QWizardPage>
#include <algorithm>

#include "dialogs/import/file_line.h"
#include "dialogs/import/import_work.h"
#include "text/qt_text.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/words/import_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace im = gis::imports;

SavingPage::SavingPage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      title_(new QLineEdit),
      source_(new QLineEdit),
      date_(new QLineEdit),
      completeness_(namedBox("importCompleteness")),
      folder_(new FileLine(QStringLiteral("importFolder"), FileLine::What::folder)),
      newUnits_(new FileLine(QStringLiteral("importNewUnits"), FileLine::What::file)),
      newDate_(new QLineEdit),
      told_(toldLabel()) {
  setTitle(tr("Data set"));
  setSubTitle(tr("What is it called, and where is it kept?"));
  title_->setObjectName(QStringLiteral("importTitle"));
  source_->setObjectName(QStringLiteral("importSource"));
  date_->setObjectName(QStringLiteral("importDate"));
  date_->setPlaceholderText(QStringLiteral("2024-12-31"));
  connect(date_, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
  completeness_->addItem(tr("Complete if it prints the totals of its sectors, else a list"), 0);
  completeness_->addItem(tr("A list: what is missing was not published"), 1);
  completeness_->addItem(tr("Complete: sums of the figures are totals"), 2);
  folder_->setWords(tr("Browse…"), tr("Choose a folder that is to be made"), {});
  newUnits_->setWords(
      tr("Browse…"), tr("Choose a layer of areas"),
      tr("Layers (*.shp *.zip *.gpkg *.geojson *.json *.topojson *.kml *.tab *.mif *.fgb *.gml);;All files (*)"));
  newDate_->setObjectName(QStringLiteral("importNewDate"));
  newDate_->setPlaceholderText(QStringLiteral("2025-07-01"));
  connect(newUnits_, &FileLine::changed, this, &QWizardPage::completeChanged);
  connect(newDate_, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
  auto* const form = new QFormLayout;
  form->addRow(tr("Title:"), title_);
  form->addRow(tr("Source, as figures name it:"), source_);
  form->addRow(tr("Day of the figures:"), date_);
  form->addRow(tr("The table is:"), completeness_);
  form->addRow(tr("Folder:"), folder_);
  form->addRow(tr("Also on boundaries of another date (shared out by area):"), newUnits_);
  form->addRow(tr("These hold from:"), newDate_);
  auto* const column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addSpacing(8);
  column->addWidget(told_);
  column->addStretch(1);
  column->addWidget(notes_);
  connect(folder_, &FileLine::changed, this, &QWizardPage::completeChanged);
}

void SavingPage::enter() {
  clearError();
  const im::Recipe& recipe = work_.recipe();
  const bool isServers = !(recipe.firms ? recipe.firms->server : recipe.tables.front().server).empty();
  const QString file = pathText(recipe.firms ? recipe.firms->file : recipe.tables.front().file);
  const QString name = QFileInfo(file).completeBaseName();
  if (title_->text().isEmpty()) title_->setText(name);
  if (source_->text().isEmpty()) source_->setText(name);
  if (folder_->file().isEmpty())
    folder_->setFile(QDir(isServers ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                    : QFileInfo(file).absolutePath())
                         .filePath(qs(core::names::file_stem(utf8(name))) + QStringLiteral("-vicinia")));
  told_->setText(qs(ws::tables_text(*work_.tables(), language_) +
                    ws::boundaries_text(*work_.boundaries(), language_) +
                    ws::matching_text(*work_.matching(), work_.boundaries()->units.frame, language_))
                     .trimmed());
}

// A table that says no year needs one.
bool SavingPage::isReady() const {
  const auto says_year = [](const im::TableTaken& table) {
    return std::ranges::any_of(table.rows.rows, [](const im::TidyRow& row) { return !row.period.empty(); });
  };
  const bool isDated = date_->text().isEmpty()
                           ? work_.tables() && std::ranges::any_of(work_.tables()->tables, says_year)
                           : QDate::fromString(date_->text(), Qt::ISODate).isValid();
  const bool isFrameDated =
      newUnits_->file().isEmpty() || QDate::fromString(newDate_->text(), Qt::ISODate).isValid();
  return isDated && isFrameDated && !folder_->file().isEmpty();
}

bool SavingPage::validatePage() {
  if (isSaved_) return true;
  im::Recipe& recipe = work_.changeRecipe();
  recipe.title = {utf8(title_->text()), utf8(title_->text())};
  recipe.source = {utf8(source_->text()), utf8(source_->text())};
  recipe.survey_date = utf8(date_->text());
  recipe.frames.clear();
  if (const auto layer = toPath(newUnits_->file()); !layer.empty()) {
    const std::string date = utf8(newDate_->text());
    recipe.frames.push_back(
        {.id = date, .vintage = date, .name = {date, date}, .boundaries = {.file = layer}});
  }
  recipe.completeness = static_cast<im::CompletenessChoice>(completeness_->currentData().toInt());
  clearError();
  Q_EMIT savingWanted(folder_->file());
  return false;  // the assistant closes when the data set is there
}

}  // namespace vicinia::desktop
