#include "dialogs/import/register_page.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "text/plain_text.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace im = gis::imports;
namespace firms = gis::firms;
using Columns = firms::RegisterColumns;

namespace {

QSpinBox* numberBox(const char* name, int most) {
  auto* const box = new QSpinBox;
  box->setObjectName(QLatin1String(name));
  box->setRange(0, most);
  return box;
}

}  // namespace

RegisterPage::RegisterPage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      crs_(namedBox("registerCrs")),
      sme_(namedBox("registerSme")),
      digits_(numberBox("registerDigits", 9)),
      minFirms_(numberBox("registerMinFirms", 1000)),
      dominant_(numberBox("registerDominant", static_cast<int>(firms::most_dominant))),
      dominantShare_(numberBox("registerDominantShare", 100)),
      year_(new QLineEdit),
      owners_(new QLineEdit),
      leaveOut_(new QCheckBox(tr("Firms without a number of employees are left out"))),
      rows_(new QTableWidget),
      told_(toldLabel()) {
  setTitle(tr("Firms"));
  setSubTitle(tr("What do the columns of the register mean, and how are its firms counted?"));
  year_->setObjectName(QStringLiteral("registerPeriod"));
  year_->setPlaceholderText(QStringLiteral("2024"));
  owners_->setObjectName(QStringLiteral("registerOwners"));
  owners_->setPlaceholderText(tr("codes, separated by commas"));
  rows_->setObjectName(QStringLiteral("registerRows"));
  rows_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  rows_->setAccessibleName(tr("The first rows"));
  rows_->setTabKeyNavigation(false);
  rows_->verticalHeader()->setDefaultSectionSize(rows_->fontMetrics().height() + 6);
  leaveOut_->setObjectName(QStringLiteral("registerLeaveOut"));
  crs_->setEditable(true);
  for (const char* system :
       {"EPSG:4326 WGS 84", "EPSG:3405 VN-2000 / UTM 48N", "EPSG:3406 VN-2000 / UTM 49N",
        "EPSG:9210 VN-2000 / TM-3 105-45", "EPSG:32648 WGS 84 / UTM 48N", "EPSG:32649 WGS 84 / UTM 49N"})
    crs_->addItem(QString::fromUtf8(system));
  sme_->addItem(tr("not counted"), QStringLiteral("none"));
  sme_->addItem(tr("by the law of the year (capital, revenue, employees)"), QStringLiteral("law"));
  sme_->addItem(tr("by the employees that the law of the year names"), QStringLiteral("employees"));
  for (const firms::SmeLaw law : firms::all_sme_laws) {
    const QString decree = qs(std::string(firms::name_of(law)));
    sme_->addItem(tr("by Decree %1").arg(decree), QStringLiteral("law ") + decree);
    sme_->addItem(tr("by the employees of Decree %1").arg(decree), QStringLiteral("employees ") + decree);
  }
  sme_->setCurrentIndex(2);
  digits_->setSpecialValueText(tr("all"));
  digits_->setValue(2);
  minFirms_->setSpecialValueText(tr("none"));
  dominant_->setSpecialValueText(tr("none"));
  dominantShare_->setSuffix(QStringLiteral(" %"));
  dominantShare_->setValue(75);

  auto* const where = new QFormLayout;
  where->addRow(tr("Unit, by code or name:"), columnBox("registerUnit", &Columns::unit));
  where->addRow(tr("or longitude, east:"), columnBox("registerX", &Columns::x));
  where->addRow(tr("and latitude, north:"), columnBox("registerY", &Columns::y));
  where->addRow(tr("or points of PostGIS:"), columnBox("registerPoint", &Columns::point));
  where->addRow(tr("Coordinate system:"), crs_);
  where->addRow(tr("Sector:"), columnBox("registerSector", &Columns::sector));
  where->addRow(tr("First digits that count:"), digits_);
  where->addRow(tr("Year:"), columnBox("registerYear", &Columns::year));
  where->addRow(tr("or all of the year:"), year_);
  auto* const how = new QFormLayout;
  how->addRow(tr("Employees:"), columnBox("registerEmployees", &Columns::employees));
  how->addRow(tr("Foreign capital, per cent:"), columnBox("registerForeign", &Columns::foreign_share_pct));
  how->addRow(tr("or owner:"), columnBox("registerOwnership", &Columns::ownership));
  how->addRow(tr("Foreign owners:"), owners_);
  how->addRow(tr("Capital, million dong:"), columnBox("registerCapital", &Columns::capital));
  how->addRow(tr("Revenue, million dong:"), columnBox("registerRevenue", &Columns::revenue));
  how->addRow(tr("SMEs:"), sme_);
  how->addRow(tr("Secret below so many firms:"), minFirms_);
  auto* const dominance = new QHBoxLayout;
  dominance->addWidget(dominant_);
  dominance->addWidget(new PlainLabel(tr("hold more than")));
  dominance->addWidget(dominantShare_);
  how->addRow(tr("Secret where the largest firms:"), dominance);
  auto* const both = new QHBoxLayout;
  both->addLayout(where, 1);
  both->addLayout(how, 1);
  auto* const column = new QVBoxLayout(this);
  column->addLayout(both);
  column->addWidget(leaveOut_);
  column->addWidget(rows_, 1);
  column->addWidget(told_);
  column->addWidget(notes_);
  for (QLineEdit* const line : {year_, owners_})
    connect(line, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
  connect(&work_, &ImportWork::headRead, this, &RegisterPage::showHead);
}

QComboBox* RegisterPage::columnBox(const char* name, std::string Columns::*column) {
  QComboBox* const box = namedBox(name);
  columns_.push_back({box, column});
  connect(box, &QComboBox::currentIndexChanged, this, &QWizardPage::completeChanged);
  return box;
}

void RegisterPage::enter() {
  clearError();
  hasHead_ = false;
  work_.readHead();
}

void RegisterPage::showHead(const im::RegisterHead& head) {
  // What was set before holds for as long as its columns are there.
  Columns set = work_.recipe().firms->rules.columns;
  if (set == Columns{}) set = im::guess_columns(head.columns);
  const bool isServers = !work_.recipe().firms->server.empty();
  for (const ColumnBox& one : columns_) {
    one.box->clear();
    one.box->addItem(tr("None"), QString());
    for (const std::string& column : head.columns) one.box->addItem(qs(column), qs(column));
    one.box->setCurrentIndex(std::max(0, one.box->findData(qs(set.*one.column))));
    if (one.column == &Columns::point) one.box->setEnabled(isServers);
  }
  rows_->clear();
  rows_->setColumnCount(static_cast<int>(head.columns.size()));
  rows_->setRowCount(static_cast<int>(head.rows.size()));
  QStringList headings;
  for (const std::string& column : head.columns) headings << qs(column);
  rows_->setHorizontalHeaderLabels(headings);
  for (int row = 0; row < rows_->rowCount(); ++row) {
    const auto& cells = head.rows[static_cast<std::size_t>(row)];
    for (int i = 0; i < rows_->columnCount() && static_cast<std::size_t>(i) < cells.size(); ++i)
      rows_->setItem(row, i, new QTableWidgetItem(qs(cells[static_cast<std::size_t>(i)])));
  }
  rows_->resizeColumnsToContents();
  told_->setText(isServers ? tr("The server counts; no row of the register leaves it.") : QString());
  hasHead_ = true;
  Q_EMIT completeChanged();
}

std::string RegisterPage::chosenFor(std::string Columns::*column) const {
  const auto found =
      std::ranges::find_if(columns_, [&](const ColumnBox& one) { return one.column == column; });
  return chosenIn(*found->box);
}

firms::Register RegisterPage::rules() const {
  firms::Register rules = work_.recipe().firms->rules;
  for (const ColumnBox& one : columns_) rules.columns.*one.column = chosenIn(*one.box);
  // A unit wins over a place, a point over coordinates.
  if (!rules.columns.unit.empty()) rules.columns.point.clear();
  if (!rules.columns.unit.empty() || !rules.columns.point.empty()) rules.columns.x = rules.columns.y = "";
  if (!rules.columns.foreign_share_pct.empty()) rules.columns.ownership.clear();
  rules.columns.crs = utf8(crs_->currentText().section(QLatin1Char(' '), 0, 0));
  rules.period = rules.columns.year.empty() ? utf8(year_->text().trimmed()) : std::string();
  rules.sectors.digits = static_cast<std::size_t>(digits_->value());
  const QStringList sme = sme_->currentData().toString().split(QLatin1Char(' '));
  rules.sme.by = sme[0] == QLatin1String("law")         ? firms::SmeRule::By::law
                 : sme[0] == QLatin1String("employees") ? firms::SmeRule::By::employees
                                                        : firms::SmeRule::By::none;
  rules.sme.law = sme.size() > 1 ? firms::sme_law_named(utf8(sme[1])) : std::nullopt;
  rules.fdi.ownership.clear();
  if (!rules.columns.ownership.empty())
    for (const QString& code : owners_->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
      rules.fdi.ownership.push_back(utf8(code.trimmed()));
  rules.secrecy = {
      .min_firms = static_cast<std::size_t>(minFirms_->value()),
      .dominant = static_cast<std::size_t>(dominant_->value()),
      .dominant_share_pct = dominant_->value() > 0 ? static_cast<double>(dominantShare_->value()) : 0};
  rules.leaves_out_firms_without_employees = leaveOut_->isChecked();
  return rules;
}

// Where, what, how many and when.
bool RegisterPage::isReady() const {
  if (!hasHead_) return false;
  const bool isPlaced = !chosenFor(&Columns::unit).empty() || !chosenFor(&Columns::point).empty() ||
                        (!chosenFor(&Columns::x).empty() && !chosenFor(&Columns::y).empty());
  const bool isDated = !chosenFor(&Columns::year).empty() || firms::year_of(utf8(year_->text().trimmed()));
  return isPlaced && isDated && !chosenFor(&Columns::sector).empty() &&
         !chosenFor(&Columns::employees).empty();
}

bool RegisterPage::validatePage() {
  clearError();
  const firms::Register set = rules();
  if (const auto ok = firms::check(set); !ok) {
    showError(ok.error());
    return false;
  }
  work_.changeRecipe().firms->rules = set;
  return true;
}

}  // namespace vicinia::desktop
