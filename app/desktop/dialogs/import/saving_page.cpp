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
#include "vicinia/gis/io/table.h"
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
      crosswalk_(new FileLine(QStringLiteral("importCrosswalk"), FileLine::What::file)),
      sharedBy_(namedBox("importSharedBy")),
      newDate_(new QLineEdit),
      told_(toldLabel()) {
  setTitle(tr("Data set"));
  setSubTitle(tr("What is it called, and where is it kept?"));
  title_->setObjectName(QStringLiteral("importTitle"));
  source_->setObjectName(QStringLiteral("importSource"));
  date_->setObjectName(QStringLiteral("importDate"));
  date_->setPlaceholderText(QStringLiteral("2024-12-31"));
  connect(date_, &QLineEdit::textChanged, this, &SavingPage::forgetError);
  completeness_->addItem(tr("Complete if it prints the totals of its sectors, else a list"), 0);
  completeness_->addItem(tr("A list: what is missing was not published"), 1);
  completeness_->addItem(tr("Complete: sums of the figures are totals"), 2);
  folder_->setWords(tr("Browse…"), tr("Choose a folder that is to be made"), {});
  newUnits_->setWords(
      tr("Browse…"), tr("Choose a layer of areas, or a table of units"),
      tr("Layers and tables (*.shp *.zip *.gpkg *.geojson *.json *.topojson *.kml *.tab *.mif *.fgb *.gml "
         "*.csv *.tsv *.txt *.xlsx *.ods);;All files (*)"));
  crosswalk_->setWords(tr("Browse…"), tr("Choose a table of what became of each unit"),
                       tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods);;All files (*)"));
  newDate_->setObjectName(QStringLiteral("importNewDate"));
  newDate_->setPlaceholderText(QStringLiteral("2025-07-01"));
  connect(newUnits_, &FileLine::changed, this, &SavingPage::followNewUnits);
  connect(crosswalk_, &FileLine::changed, this, &SavingPage::readCrosswalk);
  connect(newDate_, &QLineEdit::textChanged, this, &SavingPage::forgetError);
  auto* const form = new QFormLayout;
  form->addRow(tr("Title:"), title_);
  form->addRow(tr("Source, as figures name it:"), source_);
  form->addRow(tr("Day of the figures:"), date_);
  form->addRow(tr("The table is:"), completeness_);
  form->addRow(tr("Folder:"), folder_);
  form->addRow(tr("Also in units of another date:"), newUnits_);
  form->addRow(tr("What became of each unit:"), crosswalk_);
  form->addRow(tr("Shared out by:"), sharedBy_);
  form->addRow(tr("These hold from:"), newDate_);
  followNewUnits();
  auto* const column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addSpacing(8);
  column->addWidget(told_);
  column->addStretch(1);
  column->addWidget(notes_);
  connect(folder_, &FileLine::changed, this, &SavingPage::forgetError);
  connect(sharedBy_, &QComboBox::activated, this, &SavingPage::forgetError);
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
  const bool isFrameDated = !hasOtherUnits() || QDate::fromString(newDate_->text(), Qt::ISODate).isValid();
  const bool isFrameWhole = !hasTableOfUnits() || !crosswalk_->file().isEmpty();
  return isDated && isFrameDated && isFrameWhole && !folder_->file().isEmpty();
}

// What was refused may be right now.
void SavingPage::forgetError() {
  if (hasError()) clearError();
  Q_EMIT completeChanged();
}

bool SavingPage::hasTableOfUnits() const {
  static const QStringList endings{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),
                                   QStringLiteral("xlsx"), QStringLiteral("ods")};
  return endings.contains(QFileInfo(newUnits_->file()).suffix().toLower());
}

void SavingPage::followNewUnits() {
  clearError();
  const bool isTable = hasTableOfUnits();
  crosswalk_->setEnabled(isTable);
  sharedBy_->setEnabled(isTable && sharedBy_->count() > 1);
  newDate_->setEnabled(hasOtherUnits());
  if (!isTable) {
    sharedBy_->clear();
    sharedBy_->addItem(hasOtherUnits() ? tr("Area") : QString(), QString());
  } else {
    readCrosswalk();
  }
  Q_EMIT completeChanged();
}

// Weights as they are stated, or a column of people, jobs …
void SavingPage::readCrosswalk() {
  clearError();
  sharedBy_->clear();
  sharedBy_->addItem(tr("The weights of the table; each unit whole without them"), QString());
  if (!crosswalk_->file().isEmpty()) {
    if (const auto table =
            gis::io::read_table({.file = toPath(crosswalk_->file()), .finds_separator = true})) {
      for (const std::string& column : table->columns)
        if (column != "from" && column != "to" && column != "weight" && column != "kind" && !column.empty())
          sharedBy_->addItem(tr("Column: %1").arg(qs(column)), qs(column));
    } else {
      showError(table.error());
    }
  }
  sharedBy_->setEnabled(hasTableOfUnits() && sharedBy_->count() > 1);
  Q_EMIT completeChanged();
}

im::FrameChoice SavingPage::otherUnits() const {
  const std::string date = utf8(newDate_->text());
  im::FrameChoice frame{.id = date, .vintage = date, .name = {date, date}};
  if (!hasTableOfUnits()) {
    frame.boundaries.file = toPath(newUnits_->file());
    return frame;
  }
  const auto& levels = work_.boundaries()->units.frame.levels();
  frame.level = levels[levels.finest()].id;
  frame.units = toPath(newUnits_->file());
  frame.crosswalk = toPath(crosswalk_->file());
  frame.share_column = utf8(sharedBy_->currentData().toString());
  return frame;
}

bool SavingPage::validatePage() {
  if (isSaved_) return true;
  im::Recipe& recipe = work_.changeRecipe();
  recipe.title = {utf8(title_->text()), utf8(title_->text())};
  recipe.source = {utf8(source_->text()), utf8(source_->text())};
  recipe.survey_date = utf8(date_->text());
  recipe.frames.clear();
  if (hasOtherUnits()) recipe.frames.push_back(otherUnits());
  recipe.completeness = static_cast<im::CompletenessChoice>(completeness_->currentData().toInt());
  clearError();
  Q_EMIT savingWanted(folder_->file());
  return false;  // the assistant closes when the data set is there
}

}  // namespace vicinia::desktop
