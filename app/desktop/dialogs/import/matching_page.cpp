#include "dialogs/import/matching_page.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "dialogs/import/import_map.h"
#include "dialogs/import/import_work.h"
#include "dialogs/import/matching_model.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/words/import_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

MatchingPage::MatchingPage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      view_(new QTableView),
      model_(new MatchingModel(this)),
      shown_(new QSortFilterProxyModel(this)),
      which_(namedBox("importWhich")),
      unit_(namedBox("importUnit")),
      choose_(new QPushButton(tr("This is the unit"))),
      acceptLikely_(new QPushButton(tr("Take all that are likely"))),
      insist_(new QPushButton(tr("These boundaries are right all the same"))),
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
  which_->addItem(tr("Units without a row"), QString::number(MatchingModel::withoutRow));
  unit_->setEditable(true);
  unit_->setInsertPolicy(QComboBox::NoInsert);
  choose_->setObjectName(QStringLiteral("importChoose"));
  choose_->setAutoDefault(false);
  acceptLikely_->setObjectName(QStringLiteral("importAcceptLikely"));
  acceptLikely_->setAutoDefault(false);
  insist_->setObjectName(QStringLiteral("importInsist"));
  insist_->setAutoDefault(false);
  insist_->hide();

  auto* const decide = new QHBoxLayout;
  decide->addWidget(new PlainLabel(tr("Show:")));
  decide->addWidget(which_);
  decide->addWidget(acceptLikely_);
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
  column->addWidget(insist_, 0, Qt::AlignLeft);

  connect(acceptLikely_, &QPushButton::clicked, this, &MatchingPage::acceptLikely);
  connect(insist_, &QPushButton::clicked, this, &MatchingPage::insist);
  connect(&work_, &ImportWork::failed, this, &MatchingPage::offerToInsist);
  connect(which_, &QComboBox::activated, this, &MatchingPage::filter);
  connect(choose_, &QPushButton::clicked, this, &MatchingPage::decide);
  connect(unit_->lineEdit(), &QLineEdit::returnPressed, this, &MatchingPage::decide);
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MatchingPage::showRow);
  connect(view_, &QTableView::activated, this, [this] { unit_->setFocus(); });
  connect(&work_, &ImportWork::matched, this, &MatchingPage::showMatching);
}

void MatchingPage::enter() {
  clearError();
  insist_->hide();
  acceptLikely_->setEnabled(false);
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
  std::vector<core::Finding> findings = work_.boundaries()->findings;
  // Of a register, what was counted came with this step.
  if (work_.recipe().firms)
    findings.insert(findings.begin(), work_.tables()->findings.begin(), work_.tables()->findings.end());
  showFindings(findings);
  acceptLikely_->setEnabled(matching.count(core::matching::Certainty::likely) > 0);
  if (shown_->rowCount() > 0) view_->selectRow(0);
  Q_EMIT completeChanged();
}

void MatchingPage::showRow() {
  const int row = shown_->mapToSource(view_->currentIndex()).row();
  const auto* const match = model_->matchAt(row);
  unit_->clear();
  choose_->setEnabled(match != nullptr);
  unit_->setEnabled(match != nullptr);
  if (!match) {
    // A unit without a row: where it is.
    std::vector<std::size_t> places;
    if (const auto unit = row < 0 ? std::nullopt : model_->unitAt(row))
      if (const auto at = std::ranges::find(units_, *unit); at != units_.end())
        places.push_back(static_cast<std::size_t>(at - units_.begin()));
    return map_->highlight(std::move(places));
  }
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

void MatchingPage::acceptLikely() {
  const core::matching::Matching& matching = *work_.matching();
  const core::admin::Frame& frame = work_.boundaries()->units.frame;
  auto& decisions = work_.changeRecipe().decisions;
  for (std::size_t i = 0; i < matching.rows.size(); ++i) {
    const core::matching::RowMatch& match = matching.rows[i];
    if (match.certainty != core::matching::Certainty::likely || !match.unit) continue;
    const core::matching::RowName& name = work_.tables()->names[i].name;
    decisions.push_back({name.code, name.name, name.parent, frame[*match.unit].code});
  }
  work_.match();
}

void MatchingPage::offerToInsist(const core::Error& error) {
  insist_->setVisible(error.code == core::ErrorCode::boundaries_of_another_year && isVisible());
}

void MatchingPage::insist() {
  work_.changeRecipe().are_boundaries_right = true;
  enter();
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

}  // namespace vicinia::desktop
