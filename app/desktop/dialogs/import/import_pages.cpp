#include "dialogs/import/import_pages.h"

#include <QCompleter>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QRegularExpression>
#include <QSplitter>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <set>

#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/core/text/encoding.h"
#include "vicinia/gis/io/table_source.h"
#include "vicinia/workspace/words/findings_text.h"
#include "vicinia/workspace/words/import_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace im = gis::imports;

namespace {

QLabel* toldLabel() {
  auto* const label = new PlainLabel;
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QComboBox* box(const char* name) {
  auto* const combo = new QComboBox;
  combo->setObjectName(QLatin1String(name));
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(14);
  return combo;
}

std::string chosen(const QComboBox& combo) { return utf8(combo.currentData().toString()); }

}  // namespace

// --- What all steps have

ImportPage::ImportPage(ImportWork& work, ws::Language language)
    : work_(work), language_(language), notes_(new QPlainTextEdit) {
  notes_->setObjectName(QStringLiteral("importNotes"));
  notes_->setReadOnly(true);
  notes_->setTabChangesFocus(true);
  notes_->setMaximumHeight(96);
  notes_->setAccessibleName(tr("Notes"));
  connect(&work_, &ImportWork::busyChanged, this, &QWizardPage::completeChanged);
}

void ImportPage::showError(const core::Error& error) {
  hasError_ = true;
  notes_->setPlainText(qs(ws::error_text(error, language_)));
  Q_EMIT completeChanged();
}

void ImportPage::clearError() {
  hasError_ = false;
  notes_->clear();
}

void ImportPage::showFindings(const std::vector<core::Finding>& findings) {
  QStringList lines;
  for (const ws::FindingsLine& line : ws::findings_summary(findings, language_)) lines << qs(line.text);
  notes_->setPlainText(lines.join(QLatin1Char('\n')));
}

// --- Boundaries

BoundariesPage::BoundariesPage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      builtIn_(new QRadioButton(tr("Boundaries that come with the program"))),
      own_(new QRadioButton(tr("A layer of your own"))),
      onto_(box("importOnto")),
      crs_(box("importCrs")),
      encoding_(box("importEncoding")),
      level_(box("importLevel")),
      file_(new FileLine(QStringLiteral("importLayer"), FileLine::What::file)),
      ownBox_(new QWidget),
      told_(toldLabel()),
      map_(new ImportMap) {
  setTitle(tr("Boundaries"));
  setSubTitle(tr("On which units are the figures to be shown?"));
  builtIn_->setObjectName(QStringLiteral("importBuiltIn"));
  own_->setObjectName(QStringLiteral("importOwnLayer"));
  builtIn_->setChecked(true);
  onto_->addItem(tr("Those that the names of the table are of"), QString());
  onto_->addItem(tr("34 provinces, since July 2025"), QStringLiteral("vietnam-2025 province"));
  onto_->addItem(tr("63 provinces from 2008 to 2025, or 64 of 2007"),
                 QStringLiteral("vietnam-2007 province"));
  onto_->addItem(tr("682 districts of 2007 (approximate areas)"), QStringLiteral("vietnam-2007 district"));
  file_->setWords(
      tr("Browse…"), tr("Choose a layer of areas"),
      tr("Layers (*.shp *.zip *.gpkg *.geojson *.json *.topojson *.kml *.tab *.mif *.fgb *.gml);;All files (*)"));
  crs_->setEditable(true);
  crs_->addItem(tr("As the file says"), QString());
  for (const char* system :
       {"EPSG:4326 WGS 84", "EPSG:3405 VN-2000 / UTM 48N", "EPSG:3406 VN-2000 / UTM 49N",
        "EPSG:9210 VN-2000 / TM-3 105-45", "EPSG:5897 VN-2000 / TM-3 zone 482",
        "EPSG:5898 VN-2000 / TM-3 zone 491", "EPSG:5899 VN-2000 / TM-3 Đà Nẵng",
        "EPSG:32648 WGS 84 / UTM 48N", "EPSG:32649 WGS 84 / UTM 49N", "EPSG:4131 Indian 1960"})
    crs_->addItem(QString::fromUtf8(system), QString::fromUtf8(system).section(QLatin1Char(' '), 0, 0));
  encoding_->addItem(tr("As it is recognised"), QString());
  for (const auto one : core::text::encodings)
    encoding_->addItem(qs(core::text::name_of(one)), qs(core::text::name_of(one)));
  level_->addItem(tr("As it is recognised"), QString());
  for (const char* id : {"province", "district", "commune"}) {
    const auto info = core::admin::level_called(id);
    level_->addItem(qs(language == ws::Language::vi ? info.plural.vi : info.plural.en), QLatin1String(id));
  }

  auto* const form = new QFormLayout(ownBox_);
  form->setContentsMargins(22, 0, 0, 0);
  form->addRow(tr("File:"), file_);
  form->addRow(tr("Coordinate system:"), crs_);
  form->addRow(tr("Encoding of the text:"), encoding_);
  form->addRow(tr("Units are:"), level_);
  form->addRow(tr("Field of names:"), fieldBox("importName", &im::BoundaryFields::name_vi));
  form->addRow(tr("Field of codes:"), fieldBox("importCode", &im::BoundaryFields::code));
  form->addRow(tr("Field of kinds:"), fieldBox("importKind", &im::BoundaryFields::kind));
  form->addRow(tr("Field of provinces:"), fieldBox("importParent", &im::BoundaryFields::parent_name));
  auto* const left = new QVBoxLayout;
  left->addWidget(builtIn_);
  auto* const ontoRow = new QHBoxLayout;
  ontoRow->setContentsMargins(22, 0, 0, 6);
  ontoRow->addWidget(onto_, 1);
  left->addLayout(ontoRow);
  left->addWidget(own_);
  left->addWidget(ownBox_);
  left->addWidget(told_);
  left->addStretch(1);
  auto* const both = new QHBoxLayout;
  both->addLayout(left, 3);
  both->addWidget(map_, 2);
  auto* const column = new QVBoxLayout(this);
  column->addLayout(both, 1);
  column->addWidget(notes_);

  const auto enable = [this] {
    onto_->setEnabled(builtIn_->isChecked());
    ownBox_->setEnabled(own_->isChecked());
    clearError();
    if (builtIn_->isChecked()) {
      map_->clear();
      told_->clear();
    } else if (!file_->file().isEmpty()) {
      take();
    }
    Q_EMIT completeChanged();
  };
  connect(builtIn_, &QRadioButton::toggled, this, enable);
  connect(file_, &FileLine::changed, this, [this] {
    for (const FieldBox& one : fields_) one.box->clear();
    if (own_->isChecked()) take();
  });
  for (QComboBox* const combo : {crs_, encoding_, level_})
    connect(combo, &QComboBox::activated, this, &BoundariesPage::take);
  connect(crs_->lineEdit(), &QLineEdit::returnPressed, this, &BoundariesPage::take);
  connect(&work_, &ImportWork::layerRead, this, &BoundariesPage::showLayer);
  connect(&work_, &ImportWork::failed, this, &BoundariesPage::offerSystems);
  enable();
}

QComboBox* BoundariesPage::fieldBox(const char* name, std::string im::BoundaryFields::*field) {
  QComboBox* const combo = box(name);
  fields_.push_back({combo, field});
  connect(combo, &QComboBox::activated, this, &BoundariesPage::take);
  return combo;
}

void BoundariesPage::setFile(const QString& file) {
  own_->setChecked(true);
  file_->setFile(file);
}

bool BoundariesPage::isReady() const { return builtIn_->isChecked() || work_.layer() != nullptr; }

// Where the file does not say its system, or a wrong one, those that its numbers may be of come first.
void BoundariesPage::offerSystems(const core::Error& error) {
  if (error.code != core::ErrorCode::missing_crs && error.code != core::ErrorCode::crs_misfit) return;
  static const QRegularExpression system(QStringLiteral("(EPSG:\\d+) \\(([^)]*)\\)"));
  auto found = system.globalMatch(qs(error.detail));
  for (int at = 1; found.hasNext(); ++at) {
    const auto match = found.next();
    const int known = crs_->findData(match.captured(1));
    if (known > 0) crs_->removeItem(known);
    crs_->insertItem(at, match.captured(1) + QLatin1Char(' ') + match.captured(2), match.captured(1));
  }
}

void BoundariesPage::take() {
  clearError();
  im::BoundarySource& source = work_.changeRecipe().boundaries;
  source = {.file = toPath(file_->file())};
  if (source.file.empty()) return;
  // What was typed counts; of a list, its code.
  const QString typed = crs_->currentText();
  source.crs = crs_->currentIndex() >= 0 && typed == crs_->itemText(crs_->currentIndex())
                   ? chosen(*crs_)
                   : utf8(typed.section(QLatin1Char(' '), 0, 0));
  source.encoding = chosen(*encoding_);
  source.level = chosen(*level_);
  for (const FieldBox& one : fields_) source.fields.*one.field = chosen(*one.box);
  if (source.fields.name_vi.empty()) source.fields = {};
  work_.readLayer();
}

void BoundariesPage::showLayer() {
  const im::BoundariesRead& layer = *work_.layer();
  for (const FieldBox& one : fields_) {
    one.box->clear();
    one.box->addItem(tr("None"), QString());
    for (const std::string& field : layer.layer.attributes.fields) one.box->addItem(qs(field), qs(field));
    one.box->setCurrentIndex(std::max(0, one.box->findData(qs(layer.fields.*one.field))));
  }
  std::vector<QString> names;
  const auto& fields = layer.layer.attributes.fields;
  const auto at = std::ranges::find(fields, layer.fields.name_vi);
  QStringList first;
  for (const auto& row : layer.layer.attributes.rows) {
    names.push_back(at == fields.end() ? QString() : qs(row[static_cast<std::size_t>(at - fields.begin())]));
    if (first.size() < 6 && !names.back().isEmpty()) first << names.back();
  }
  const auto level = core::admin::level_called(layer.level);
  told_->setText(tr("%1 areas: %2. Names: %3 …")
                     .arg(names.size())
                     .arg(qs(language_ == ws::Language::vi ? level.plural.vi : level.plural.en),
                          first.join(QStringLiteral(", "))));
  map_->setUnits(layer.layer.areas, std::move(names));
  map_->setLand(work_.land());
  showFindings(layer.findings);
  Q_EMIT completeChanged();
}

bool BoundariesPage::validatePage() {
  im::Recipe& recipe = work_.changeRecipe();
  if (own_->isChecked()) {
    recipe.onto.clear();
    recipe.onto_level.clear();
    recipe.boundaries.fields = work_.layer()->fields;
    recipe.boundaries.level = work_.layer()->level;
    return true;
  }
  recipe.boundaries = {};
  const QStringList parts = onto_->currentData().toString().split(QLatin1Char(' '));
  recipe.onto = utf8(parts.value(0));
  recipe.onto_level = utf8(parts.value(1));
  return true;
}

// --- Table

TablePage::TablePage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      file_(new FileLine(QStringLiteral("importTable"), FileLine::What::file)),
      sheet_(box("importSheet")),
      column_(box("importColumn")),
      role_(box("importRole")),
      figures_(box("importFigures")),
      counts_(box("importCounts")),
      view_(new QTableView),
      model_(new SheetModel(this)),
      told_(toldLabel()) {
  setTitle(tr("Table"));
  setSubTitle(tr("Which table has the figures, and what stands where in it?"));
  file_->setWords(tr("Browse…"), tr("Choose a table"),
                  tr("Tables (*.xlsx *.ods *.xls *.csv *.txt *.tsv *.dbf *.gpkg *.px);;All files (*)"));
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

  auto* const files = new QFormLayout;
  files->addRow(tr("File:"), file_);
  files->addRow(tr("Sheet:"), sheet_);
  auto* const roles = new QGridLayout;
  roles->addWidget(new PlainLabel(tr("Column:")), 0, 0);
  roles->addWidget(column_, 0, 1);
  roles->addWidget(new PlainLabel(tr("holds:")), 0, 2);
  roles->addWidget(role_, 0, 3);
  roles->addWidget(new PlainLabel(tr("Figures:")), 1, 0);
  roles->addWidget(figures_, 1, 1);
  roles->addWidget(new PlainLabel(tr("are read as:")), 1, 2);
  roles->addWidget(counts_, 1, 3);
  roles->setColumnStretch(1, 2);
  roles->setColumnStretch(3, 1);
  auto* const column = new QVBoxLayout(this);
  column->addLayout(files);
  column->addWidget(view_, 1);
  column->addLayout(roles);
  column->addWidget(told_);
  column->addWidget(notes_);

  connect(file_, &FileLine::changed, this, [this] {
    sheet_->clear();
    if (const auto sheets = gis::io::list_sheets(toPath(file_->file())))
      for (const auto& one : *sheets)
        if (sheets->size() > 1) sheet_->addItem(qs(one.name) + tr(" (%1 rows)").arg(one.rows), qs(one.name));
    sheet_->setEnabled(sheet_->count() > 1);
    if (sheet_->count() == 0) sheet_->addItem(tr("The only one"), QString());
    take(true);
  });
  connect(sheet_, &QComboBox::activated, this, [this] { take(true); });
  connect(view_->horizontalHeader(), &QHeaderView::sectionClicked, this, &TablePage::showColumn);
  connect(column_, &QComboBox::activated, this, &TablePage::showColumn);
  connect(role_, &QComboBox::activated, this, &TablePage::setRole);
  for (QComboBox* const combo : {figures_, counts_})
    connect(combo, &QComboBox::activated, this, &TablePage::setFigures);
  connect(&work_, &ImportWork::tablesTaken, this, &TablePage::showTable);
}

void TablePage::setFile(const QString& file) { file_->setFile(file); }

bool TablePage::isReady() const { return work_.tables() != nullptr; }

void TablePage::take(bool isAnew) {
  clearError();
  auto& tables = work_.changeRecipe().tables;
  if (isAnew || tables.empty()) {
    tables.assign(1, im::TableChoice{});
    figures_->clear();
  }
  tables.front().file = toPath(file_->file());
  tables.front().sheet = chosen(*sheet_);
  if (!tables.front().file.empty()) work_.takeTables();
}

void TablePage::showTable() {
  const im::TableTaken& table = work_.tables()->tables.front();
  work_.changeRecipe().tables.front() = table.choice;
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
    for (const std::string& field : table.rows.fields) figures_->addItem(qs(field), qs(field));
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
  if (tables.empty() || !tables.front().shape || column >= tables.front().shape->columns.size()) return;
  im::ColumnShape& of = tables.front().shape->columns[column];
  of.role = static_cast<im::ColumnRole>(choice);
  of.reason = of.role == im::ColumnRole::ignored ? "other" : "";
  take(false);
}

void TablePage::setFigures() {
  auto& tables = work_.changeRecipe().tables;
  if (tables.empty()) return;
  const std::string field = chosen(*figures_);
  tables.front().fields.clear();
  tables.front().fields[field.empty() ? "*" : field] = chosen(*counts_);
  tables.front().scale = 0;
  take(false);
}

// --- Rows and units

MatchingPage::MatchingPage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      view_(new QTableView),
      model_(new MatchingModel(this)),
      shown_(new QSortFilterProxyModel(this)),
      which_(box("importWhich")),
      unit_(box("importUnit")),
      choose_(new QPushButton(tr("This is the unit"))),
      told_(toldLabel()),
      map_(new ImportMap) {
  setTitle(tr("Rows and units"));
  setSubTitle(tr("Which unit is each row about? What is not certain stands first."));
  shown_->setSourceModel(model_);
  shown_->setSortRole(TableModel::sortRole);
  shown_->setFilterRole(MatchingModel::certaintyRole);
  view_->setObjectName(QStringLiteral("importMatches"));
  view_->setModel(shown_);
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 6);
  view_->horizontalHeader()->setStretchLastSection(true);
  view_->setTabKeyNavigation(false);
  which_->addItem(tr("All rows"), QString());
  which_->addItem(tr("To be decided"), QStringLiteral("[23]"));
  which_->addItem(tr("Likely"), QStringLiteral("1"));
  which_->addItem(tr("Certain"), QStringLiteral("0"));
  unit_->setEditable(true);
  unit_->setInsertPolicy(QComboBox::NoInsert);
  choose_->setObjectName(QStringLiteral("importChoose"));
  choose_->setAutoDefault(false);

  auto* const decide = new QHBoxLayout;
  decide->addWidget(new PlainLabel(tr("Show:")));
  decide->addWidget(which_);
  decide->addStretch(1);
  decide->addWidget(new PlainLabel(tr("Unit:")));
  decide->addWidget(unit_, 2);
  decide->addWidget(choose_);
  auto* const parts = new QSplitter;
  parts->addWidget(view_);
  parts->addWidget(map_);
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 2);
  auto* const column = new QVBoxLayout(this);
  column->addWidget(parts, 1);
  column->addLayout(decide);
  column->addWidget(told_);
  column->addWidget(notes_);

  connect(which_, &QComboBox::activated, this, &MatchingPage::filter);
  connect(choose_, &QPushButton::clicked, this, &MatchingPage::decide);
  connect(unit_->lineEdit(), &QLineEdit::returnPressed, this, &MatchingPage::decide);
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MatchingPage::showRow);
  connect(view_, &QTableView::activated, this, [this] { unit_->setFocus(); });
  connect(&work_, &ImportWork::matched, this, &MatchingPage::showMatching);
}

void MatchingPage::enter() {
  clearError();
  model_->show(nullptr, nullptr, nullptr, language_);
  map_->clear();
  told_->clear();
  work_.match();
}

bool MatchingPage::isReady() const {
  return work_.matching() != nullptr && work_.matching()->count(core::matching::Certainty::certain) +
                                                work_.matching()->count(core::matching::Certainty::likely) >
                                            0;
}

void MatchingPage::filter() { shown_->setFilterRegularExpression(which_->currentData().toString()); }

void MatchingPage::showMatching() {
  const core::matching::Matching& matching = *work_.matching();
  const core::admin::Frame& frame = work_.boundaries()->units.frame;
  model_->show(work_.tables(), &matching, &frame, language_);
  view_->resizeColumnsToContents();
  units_ = frame.at_level(matching.level);
  std::vector<core::geom::MultiPolygon> areas;
  std::vector<QString> names;
  for (const auto unit : units_) {
    areas.push_back(work_.boundaries()->units.areas[unit]);
    names.push_back(qs(language_ == ws::Language::vi ? frame.called(unit).vi : frame.called(unit).en));
  }
  std::vector<ImportMap::State> of(frame.size(), ImportMap::State::withoutRow), states;
  for (const core::matching::RowMatch& row : matching.rows)
    if (row.unit)
      of[*row.unit] = row.certainty == core::matching::Certainty::certain ? ImportMap::State::withRow
                                                                          : ImportMap::State::likely;
  for (const auto unit : units_) states.push_back(of[unit]);
  map_->setUnits(areas, std::move(names));
  map_->setStates(std::move(states));
  told_->setText(
      qs(ws::boundaries_text(*work_.boundaries(), language_) + ws::matching_text(matching, frame, language_))
          .trimmed());
  showFindings(work_.boundaries()->findings);
  if (shown_->rowCount() > 0) view_->selectRow(0);
  Q_EMIT completeChanged();
}

void MatchingPage::showRow() {
  const int row = shown_->mapToSource(view_->currentIndex()).row();
  const auto* const match = model_->matchAt(row);
  unit_->clear();
  if (!match) return map_->highlight({});
  const core::admin::Frame& frame = work_.boundaries()->units.frame;
  std::set<core::admin::UnitIndex> listed;
  const auto add = [&](core::admin::UnitIndex unit, const std::string& why) {
    if (!listed.insert(unit).second) return;
    const auto& called = frame.called(unit);
    QString text = qs((language_ == ws::Language::vi ? called.vi : called.en));
    if (const auto parent = frame.parent(unit)) text += QStringLiteral(", ") + qs(frame[*parent].name_vi);
    text += QStringLiteral(" (") + qs(frame[unit].code) + QStringLiteral(")");
    if (!why.empty()) text += QStringLiteral(" – ") + qs(why);
    unit_->addItem(text, qs(frame[unit].code));
  };
  std::vector<std::size_t> highlighted;
  for (const auto& one : match->suggestions) {
    add(one.unit, ws::reason_text(one.reason, language_));
    const auto at = std::ranges::find(units_, one.unit);
    if (at != units_.end()) highlighted.push_back(static_cast<std::size_t>(at - units_.begin()));
  }
  unit_->addItem(tr("no unit: leave the row out"), QStringLiteral("-"));
  for (const auto unit : units_) add(unit, {});
  unit_->setCurrentIndex(0);
  unit_->completer()->setFilterMode(Qt::MatchContains);
  unit_->completer()->setCompletionMode(QCompleter::PopupCompletion);
  map_->highlight(std::move(highlighted));
}

void MatchingPage::decide() {
  const int row = shown_->mapToSource(view_->currentIndex()).row();
  const auto* const name = model_->nameAt(row);
  int at = unit_->findText(unit_->currentText());
  if (at < 0) at = unit_->currentIndex();
  if (!name || at < 0) return;
  const std::string unit = utf8(unit_->itemData(at).toString());
  auto& decisions = work_.changeRecipe().decisions;
  const core::matching::Decision decision{name->code, name->name, name->parent, unit == "-" ? "" : unit};
  std::erase_if(decisions, [&](const core::matching::Decision& one) {
    return one.code == decision.code && one.name == decision.name && one.parent == decision.parent;
  });
  decisions.push_back(decision);
  work_.match();
}

// --- What is to be kept

SavingPage::SavingPage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      title_(new QLineEdit),
      source_(new QLineEdit),
      date_(new QLineEdit),
      completeness_(box("importCompleteness")),
      folder_(new FileLine(QStringLiteral("importFolder"), FileLine::What::folder)),
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
  auto* const form = new QFormLayout;
  form->addRow(tr("Title:"), title_);
  form->addRow(tr("Source, as figures name it:"), source_);
  form->addRow(tr("Day of the figures:"), date_);
  form->addRow(tr("The table is:"), completeness_);
  form->addRow(tr("Folder:"), folder_);
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
  const QString file = pathText(work_.recipe().tables.front().file);
  const QString name = QFileInfo(file).completeBaseName();
  if (title_->text().isEmpty()) title_->setText(name);
  if (source_->text().isEmpty()) source_->setText(name);
  if (folder_->file().isEmpty())
    folder_->setFile(QDir(QFileInfo(file).absolutePath())
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
  return isDated && !folder_->file().isEmpty();
}

bool SavingPage::validatePage() {
  if (isSaved_) return true;
  im::Recipe& recipe = work_.changeRecipe();
  recipe.title = {utf8(title_->text()), utf8(title_->text())};
  recipe.source = {utf8(source_->text()), utf8(source_->text())};
  recipe.survey_date = utf8(date_->text());
  recipe.completeness = static_cast<im::CompletenessChoice>(completeness_->currentData().toInt());
  clearError();
  Q_EMIT savingWanted(folder_->file());
  return false;  // the assistant closes when the data set is there
}

}  // namespace vicinia::desktop
