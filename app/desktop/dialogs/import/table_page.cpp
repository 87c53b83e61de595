#include "dialogs/import/table_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>
#include <QWizard>
#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "dialogs/import/file_line.h"
#include "dialogs/import/import_work.h"
#include "dialogs/import/sheet_model.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/gis/io/table_source.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/words/import_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace im = gis::imports;

namespace {

/// Beside the levels: sums of the 22 sectors.
constexpr const char* publishedSectors = "published";

}  // namespace

TablePage::TablePage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      file_(new FileLine(QStringLiteral("importTable"), FileLine::What::file)),
      tables_(namedBox("importTables")),
      rows_(namedBox("importRows")),
      addTable_(new QPushButton(tr("Another table"))),
      removeTable_(new QPushButton(tr("Leave this one out"))),
      sheet_(namedBox("importSheet")),
      column_(namedBox("importColumn")),
      role_(namedBox("importRole")),
      figures_(namedBox("importFigures")),
      counts_(namedBox("importCounts")),
      classification_(namedBox("importClassification")),
      sectorLevel_(namedBox("importSectorLevel")),
      view_(new QTableView),
      model_(new SheetModel(this)),
      told_(toldLabel()) {
  setTitle(tr("Table"));
  setSubTitle(tr("Which table has the figures, and what stands where in it?"));
  file_->setWords(tr("Browse…"), tr("Choose a table"),
                  tr("Tables (*.xlsx *.ods *.xls *.csv *.txt *.tsv *.dbf *.gpkg *.px);;All files (*)"));
  file_->offerServers(false, language);
  rows_->addItem(tr("a unit, with its figures"));
  rows_->addItem(tr("a firm: they are counted"));
  addTable_->setObjectName(QStringLiteral("importAddTable"));
  removeTable_->setObjectName(QStringLiteral("importRemoveTable"));
  for (QPushButton* const button : {addTable_, removeTable_}) button->setAutoDefault(false);
  view_->setModel(model_);
  view_->setObjectName(QStringLiteral("importCells"));
  view_->setSelectionBehavior(QAbstractItemView::SelectColumns);
  view_->setWordWrap(false);
  view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 6);
  view_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  for (int role = 0; role <= static_cast<int>(im::ColumnRole::total); ++role)
    role_->addItem(qs(ws::column_role_text(static_cast<im::ColumnRole>(role), language)), role);
  counts_->addItem(tr("employees"), QStringLiteral("employees"));
  counts_->addItem(tr("enterprises"), QStringLiteral("enterprises"));

  classification_->addItem(tr("As recognised"), QString());
  for (const auto& [id, name] : {std::pair("vsic-1993", "VSIC 1993"), std::pair("vsic-2007", "VSIC 2007"),
                                 std::pair("vsic-2018", "VSIC 2018"), std::pair("vsic-2025", "VSIC 2025"),
                                 std::pair("isic-3", "ISIC Rev. 3.1"), std::pair("isic-4", "ISIC Rev. 4")})
    classification_->addItem(QLatin1String(name), QLatin1String(id));
  sectorLevel_->addItem(tr("As the table has them"), qs(std::string(im::name_of(im::SectorLevel::as_found))));
  sectorLevel_->addItem(tr("Sections (A, B …)"), qs(std::string(im::name_of(im::SectorLevel::section))));
  sectorLevel_->addItem(tr("Divisions (2 digits)"), qs(std::string(im::name_of(im::SectorLevel::division))));
  sectorLevel_->addItem(tr("Groups (3 digits)"), qs(std::string(im::name_of(im::SectorLevel::group))));
  sectorLevel_->addItem(tr("Classes (4 digits)"),
                        qs(std::string(im::name_of(im::SectorLevel::industry_class))));
  sectorLevel_->addItem(tr("The 22 sectors of the published list"), QLatin1String(publishedSectors));

  auto* const several = new QHBoxLayout;
  several->addWidget(tables_, 1);
  several->addWidget(addTable_);
  several->addWidget(removeTable_);
  auto* const files = new QFormLayout;
  files->addRow(tr("Table:"), several);
  files->addRow(tr("File:"), file_);
  files->addRow(tr("Sheet:"), sheet_);
  files->addRow(tr("Each row is:"), rows_);
  auto* const roles = new QGridLayout;
  roles->addWidget(new PlainLabel(tr("Column:")), 0, 0);
  roles->addWidget(column_, 0, 1);
  roles->addWidget(new PlainLabel(tr("holds:")), 0, 2);
  roles->addWidget(role_, 0, 3);
  roles->addWidget(new PlainLabel(tr("Figures:")), 1, 0);
  roles->addWidget(figures_, 1, 1);
  roles->addWidget(new PlainLabel(tr("are read as:")), 1, 2);
  roles->addWidget(counts_, 1, 3);
  roles->addWidget(new PlainLabel(tr("Codes of sectors:")), 2, 0);
  classification_->setAccessibleName(tr("Codes of sectors:"));
  sectorLevel_->setAccessibleName(tr("are summed to:"));
  roles->addWidget(classification_, 2, 1);
  roles->addWidget(new PlainLabel(tr("are summed to:")), 2, 2);
  roles->addWidget(sectorLevel_, 2, 3);
  roles->setColumnStretch(1, 2);
  roles->setColumnStretch(3, 1);
  auto* const column = new QVBoxLayout(this);
  column->addLayout(files);
  column->addWidget(view_, 1);
  column->addLayout(roles);
  column->addWidget(told_);
  column->addWidget(notes_);

  connect(file_, &FileLine::changed, this, &TablePage::settleFile);
  connect(rows_, &QComboBox::activated, this, &TablePage::settleRows);
  connect(tables_, &QComboBox::activated, this, &TablePage::chooseTable);
  connect(addTable_, &QPushButton::clicked, this, &TablePage::addTable);
  connect(removeTable_, &QPushButton::clicked, this, &TablePage::removeTable);
  connect(sheet_, &QComboBox::activated, this, [this] {
    if (!isRegister()) take(true);
  });
  connect(view_->horizontalHeader(), &QHeaderView::sectionClicked, this, &TablePage::showColumn);
  connect(column_, &QComboBox::activated, this, &TablePage::showColumn);
  connect(role_, &QComboBox::activated, this, &TablePage::setRole);
  for (QComboBox* const combo : {figures_, counts_})
    connect(combo, &QComboBox::activated, this, &TablePage::setFigures);
  for (QComboBox* const combo : {classification_, sectorLevel_})
    connect(combo, &QComboBox::activated, this, &TablePage::setSectors);
  connect(&work_, &ImportWork::tablesTaken, this, &TablePage::showTable);
  showTables();
}

void TablePage::setFile(const QString& file) { file_->setFile(file); }

bool TablePage::isRegister() const { return rows_->currentIndex() == 1; }

int TablePage::nextId() const {
  const int own = wizard()->currentId();
  return own + (isRegister() ? 1 : 2);
}

bool TablePage::isReady() const {
  return isRegister() ? !file_->file().isEmpty() : work_.tables() != nullptr;
}

bool TablePage::validatePage() {
  im::Recipe& recipe = work_.changeRecipe();
  if (!isRegister()) {
    recipe.firms.reset();
    return true;
  }
  // What was set of the same register holds.
  im::RegisterChoice choice = recipe.firms.value_or(im::RegisterChoice{});
  const std::string server = utf8(file_->server());
  if (choice.server != server || choice.file != toPath(file_->file())) choice = {};
  choice.server = server;
  choice.file = toPath(file_->file());
  choice.sheet = chosenIn(*sheet_);
  recipe.firms = std::move(choice);
  return true;
}

void TablePage::settleFile() {
  sheet_->clear();
  const bool isFile = file_->server().isEmpty() && !file_->file().isEmpty();
  if (isFile)
    if (const auto sheets = gis::io::list_sheets(toPath(file_->file())))
      for (const auto& one : *sheets)
        if (sheets->size() > 1) sheet_->addItem(qs(one.name) + tr(" (%1 rows)").arg(one.rows), qs(one.name));
  sheet_->setEnabled(sheet_->count() > 1);
  if (sheet_->count() == 0) sheet_->addItem(tr("The only one"), QString());
  if (isFile) {
    const auto head = im::head_of({.file = toPath(file_->file()), .sheet = chosenIn(*sheet_)});
    rows_->setCurrentIndex(head && im::is_register(head->columns) ? 1 : 0);
  }
  settleRows();
}

// Figures are read at once, so that they can be looked at; firms may be millions.
void TablePage::settleRows() {
  const bool counts = isRegister();
  for (QWidget* const part : std::initializer_list<QWidget*>{tables_, addTable_, removeTable_, view_, column_,
                                                             role_, figures_, counts_})
    part->setEnabled(!counts);
  if (!counts) return take(true);
  clearError();
  work_.changeRecipe().tables.clear();
  shown_ = 0;
  model_->show(nullptr, language_);
  told_->setText(tr("The next step asks what its columns mean."));
  showTables();
  Q_EMIT completeChanged();
}

void TablePage::take(bool isAnew) {
  clearError();
  auto& tables = work_.changeRecipe().tables;
  const auto file = toPath(file_->file());
  if (file.empty()) return;
  if (shown_ >= tables.size()) {
    tables.emplace_back();
    shown_ = tables.size() - 1;
    isAnew = true;
  }
  im::TableChoice& table = tables[shown_];
  if (isAnew) {
    table = {};
    figures_->clear();
    // Another table may have other codes.
    for (QComboBox* const combo : {classification_, sectorLevel_}) combo->setCurrentIndex(0);
    work_.changeRecipe().classification.clear();
    work_.changeRecipe().sector_level = im::SectorLevel::as_found;
    work_.changeRecipe().has_published_sectors = false;
  }
  table.server = utf8(file_->server());
  table.file = file;
  table.sheet = chosenIn(*sheet_);
  work_.takeTables();
}

void TablePage::showTables() {
  const auto& tables = work_.recipe().tables;
  tables_->clear();
  for (std::size_t i = 0; i < tables.size(); ++i)
    tables_->addItem(
        tr("%1 of %2: %3").arg(i + 1).arg(tables.size()).arg(pathText(tables[i].file.filename())));
  if (shown_ >= tables.size()) tables_->addItem(tr("The file is to be chosen"));
  tables_->setCurrentIndex(static_cast<int>(shown_));
  addTable_->setEnabled(!isRegister() && !tables.empty() && shown_ < tables.size());
  removeTable_->setEnabled(!isRegister() && tables_->count() > 1);
}

void TablePage::chooseTable(int which) {
  const auto& tables = work_.recipe().tables;
  if (which < 0 || static_cast<std::size_t>(which) == shown_ ||
      static_cast<std::size_t>(which) >= tables.size())
    return;
  shown_ = static_cast<std::size_t>(which);
  const im::TableChoice table = tables[shown_];
  {
    const QSignalBlocker quiet(file_);
    if (table.server.empty())
      file_->setFile(pathText(table.file));
    else
      file_->setServerTable(qs(table.server), pathText(table.file));
  }
  sheet_->clear();
  sheet_->addItem(table.sheet.empty() ? tr("The only one") : qs(table.sheet), qs(table.sheet));
  figures_->clear();
  if (work_.tables() != nullptr && work_.tables()->tables.size() == tables.size())
    showTable();
  else
    take(false);
}

void TablePage::addTable() {
  shown_ = work_.recipe().tables.size();
  {
    const QSignalBlocker quiet(file_);
    file_->setFile({});
  }
  sheet_->clear();
  figures_->clear();
  model_->show(nullptr, language_);
  showTables();
  file_->setFocus();
}

void TablePage::removeTable() {
  auto& tables = work_.changeRecipe().tables;
  if (shown_ < tables.size()) tables.erase(tables.begin() + static_cast<std::ptrdiff_t>(shown_));
  const int before = static_cast<int>(std::min(shown_, tables.size()) - (shown_ > 0 ? 1 : 0));
  shown_ = tables.size();
  chooseTable(before);
  work_.takeTables();
}

void TablePage::showTable() {
  if (shown_ >= work_.tables()->tables.size()) return;
  const im::TableTaken& table = work_.tables()->tables[shown_];
  for (std::size_t i = 0; i < work_.recipe().tables.size() && i < work_.tables()->tables.size(); ++i)
    work_.changeRecipe().tables[i] = work_.tables()->tables[i].choice;
  showTables();
  model_->show(std::make_shared<const im::TableTaken>(table), language_);
  view_->resizeColumnsToContents();
  constexpr int widest = 260;
  for (int i = 0; i < model_->columnCount(); ++i)
    if (view_->columnWidth(i) > widest) view_->setColumnWidth(i, widest);
  const int before = std::max(0, column_->currentIndex());
  column_->clear();
  for (int i = 0; i < model_->columnCount(); ++i)
    column_->addItem(
        qs(im::column_letters(static_cast<std::size_t>(i))) +
        (table.choice.shape && static_cast<std::size_t>(i) < table.choice.shape->columns.size()
             ? QStringLiteral("  ") + qs(table.choice.shape->columns[static_cast<std::size_t>(i)].heading)
             : QString()));
  showColumn(std::min(before, model_->columnCount() - 1));
  if (figures_->count() == 0) {
    figures_->addItem(tr("All that are recognised"), QString());
    for (const std::string& field : table.rows.fields)
      figures_->addItem(qs(ws::figures_text(field, language_)), qs(field));
  }
  told_->setText(qs(ws::tables_text(*work_.tables(), language_)).trimmed());
  showFindings(work_.tables()->findings);
  Q_EMIT completeChanged();
}

void TablePage::showColumn(int column) {
  const im::TableShape* const shape = model_->shape();
  if (!shape || column < 0 || static_cast<std::size_t>(column) >= shape->columns.size()) return;
  column_->setCurrentIndex(column);
  view_->selectColumn(column);
  role_->setCurrentIndex(static_cast<int>(shape->columns[static_cast<std::size_t>(column)].role));
}

void TablePage::setRole(int choice) {
  auto& tables = work_.changeRecipe().tables;
  const auto column = static_cast<std::size_t>(std::max(0, column_->currentIndex()));
  if (shown_ >= tables.size() || !tables[shown_].shape || column >= tables[shown_].shape->columns.size())
    return;
  im::ColumnShape& of = tables[shown_].shape->columns[column];
  of.role = static_cast<im::ColumnRole>(choice);
  of.reason = of.role == im::ColumnRole::ignored ? "other" : "";
  take(false);
}

void TablePage::setSectors() {
  im::Recipe& recipe = work_.changeRecipe();
  if (recipe.tables.empty()) return;
  const std::string level = chosenIn(*sectorLevel_);
  recipe.classification = chosenIn(*classification_);
  recipe.has_published_sectors = level == publishedSectors;
  recipe.sector_level = im::sector_level_called(level).value_or(im::SectorLevel::as_found);
  take(false);
}

void TablePage::setFigures() {
  auto& tables = work_.changeRecipe().tables;
  if (shown_ >= tables.size()) return;
  const std::string field = chosenIn(*figures_);
  tables[shown_].fields.clear();
  tables[shown_].fields[field.empty() ? "*" : field] = chosenIn(*counts_);
  tables[shown_].scale = 0;
  take(false);
}

}  // namespace vicinia::desktop
