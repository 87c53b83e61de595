#include "panels/province/province_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "panels/bar_delegate.h"
#include "panels/scrolled_column.h"
#include "panels/tables/pointed_rows.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;

ProvincePanel::ProvincePanel(Session& session, AgglomerationController& agglomerations, QWidget* parent)
    : QWidget(parent),
      session_(session),
      agglomerations_(agglomerations),
      name_(new PlainLabel),
      note_(new PlainLabel),
      pages_(new QTabWidget),
      searches_{new FilterLine(sorted_[0], QStringLiteral("specialisationSearch")),
                new FilterLine(sorted_[1], QStringLiteral("sharedSearch"))},
      lists_{new ListTable, new ListTable},
      open_(new QAction(this)),
      alone_(new QToolButton) {
  name_->setObjectName(QStringLiteral("provinceName"));
  QFont large = name_->font();
  large.setBold(true);
  large.setPointSizeF(large.pointSizeF() * 1.2);
  name_->setFont(large);
  note_->setObjectName(QStringLiteral("provinceNote"));
  for (QLabel* const label : {name_, note_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  alone_->setObjectName(QStringLiteral("provinceAlone"));
  alone_->setAutoRaise(true);
  alone_->setFocusPolicy(Qt::StrongFocus);
  pages_->setObjectName(QStringLiteral("provincePages"));
  pages_->setDocumentMode(true);

  ProvinceTableModel* const models[] = {&specialisationsModel_, &sharedModel_};
  for (int i = 0; i < 2; ++i) {
    sorted_[i].setSourceModel(models[i]);
    auto* const page = new QWidget;
    auto* const rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(4);
    rows->addWidget(searches_[i]);
    rows->addWidget(lists_[i], 1);
    pages_->addTab(page, QString());
    connect(lists_[i], &ListTable::activated, this, &ProvincePanel::open);
  }
  specialisations()->setObjectName(QStringLiteral("specialisations"));
  sorted_[0].setMainColumn(SpecialisationsModel::lqColumn);
  sorted_[1].setMainColumn(SharedAgglomerationsModel::lqColumn);
  specialisations()->setList(sorted_[0], SpecialisationsModel::sectorColumn, SpecialisationsModel::lqColumn,
                             Qt::DescendingOrder, open_);
  specialisations()->setItemDelegateForColumn(SpecialisationsModel::lqColumn,
                                              new BarDelegate(ProvinceTableModel::barRole, this));
  shared()->setObjectName(QStringLiteral("sharedAgglomerations"));
  shared()->setList(sorted_[1], SharedAgglomerationsModel::sectorColumn,
                    SharedAgglomerationsModel::employeesColumn, Qt::DescendingOrder, open_);
  new PointedRows(session_, *specialisations(), ProvinceTableModel::unitRole, this);
  connect(open_, &QAction::triggered, this, [this] { open(lists_[pages_->currentIndex()]->currentIndex()); });

  auto* const head = new QHBoxLayout;
  head->addWidget(name_, 1);
  head->addWidget(alone_);
  auto* const column = makeScrolledColumn(*this);
  column->addLayout(head);
  column->addWidget(note_);
  column->addWidget(pages_, 1);
  column->addStretch(0);

  constexpr int rest_ms = 200;
  rest_.setSingleShot(true);
  rest_.setInterval(rest_ms);
  connect(&rest_, &QTimer::timeout, this, &ProvincePanel::follow);
  connect(&agglomerations_, &AgglomerationController::changed, this, [this] { rest_.start(); });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.province || touched.selection || touched.membership()) showProvince();
  });
  connect(alone_, &QToolButton::clicked, this, [this] {
    session_.apply(ws::commands::set_province(session_.view().province ? std::nullopt : province()));
  });
  retranslateUi();
}

ProvincePanel::~ProvincePanel() = default;

void ProvincePanel::retranslateUi() {
  pages_->setTabText(0, tr("Specialisations"));
  pages_->setTabText(1, tr("Shared agglomerations"));
  specialisations()->setAccessibleName(tr("What the units of the province are specialised in"));
  shared()->setAccessibleName(tr("Agglomerations that the province shares with others"));
  open_->setText(tr("&Show on the map"));
  showProvince();
}

std::optional<UnitIndex> ProvincePanel::province() const {
  return session_.isOpen() ? ws::province_looked_at(session_.document()) : std::nullopt;
}

bool ProvincePanel::isSettled() const {
  return sectors_ && agglomerations_.isSettled() && agglomerations_.found() &&
         AllSectorsJob::isSame(sectors_->document, agglomerations_.found()->document());
}

// Nothing is computed for a panel that nobody sees.
void ProvincePanel::follow() {
  if (!isVisible()) return;
  const FoundPtr& found = agglomerations_.found();
  error_ = agglomerations_.error();
  if (!found || isSettled()) return showProvince();
  if (job_) return job_->cancel();  // the window does not wait for it; its end begins the next
  job_ = std::make_unique<AllSectorsJob>(found);
  connect(job_.get(), &AllSectorsJob::finished, this, [this](const AllSectorsPtr& sectors) {
    job_.release()->deleteLater();  // it is the sender
    sectors_ = sectors;
    error_.reset();
    showProvince();
    const FoundPtr& now = agglomerations_.found();
    if (now && !AllSectorsJob::isSame(sectors_->document, now->document()))
      follow();  // rules changed meanwhile
  });
  connect(job_.get(), &AllSectorsJob::failed, this, [this](const core::Error& error) {
    job_.release()->deleteLater();
    if (error.code == core::ErrorCode::cancelled) return follow();
    sectors_.reset();  // of other rules: nothing is better than what is not so any more
    error_ = error;
    showProvince();
  });
}

void ProvincePanel::showProvince() {
  if (!isVisible()) return;
  const auto shownProvince = province();
  const bool isKnown =
      shownProvince && !error_ && sectors_ && sectors_->document.data == session_.document().data;
  for (QWidget* const part : std::initializer_list<QWidget*>{pages_, alone_}) part->setVisible(isKnown);
  name_->setVisible(shownProvince.has_value());
  note_->setVisible(!isSettled() || !shownProvince || error_);
  note_->setText(!shownProvince
                     ? tr("Choose a province, or click a unit on the map: here is what the province "
                          "is specialised in, over all sectors.")
                 : error_ ? qs(ws::error_text(*error_, session_.language()))
                          : tr("Looking through all sectors…"));
  if (shownProvince)
    name_->setText(qs(ws::called(session_.dataset().frame, *shownProvince, session_.language())));
  if (!isKnown) {
    shown_.reset();
    specialisationsModel_.setSheet(nullptr, {}, session_.language());
    sharedModel_.setSheet(nullptr, {}, session_.language());
    return;
  }
  alone_->setText(session_.view().province ? tr("Whole &country") : tr("Show it &alone"));
  if (Shown now{sectors_, *shownProvince, session_.language()}; shown_ == now)
    return;
  else
    shown_ = std::move(now);
  ws::ProvinceSheet sheet = ws::province_sheet(*sectors_, *shownProvince);
  pages_->setTabText(1, tr("Shared agglomerations") + QStringLiteral(" (%1)").arg(sheet.shared.size()));
  pages_->setTabText(0, tr("Specialisations") + QStringLiteral(" (%1)").arg(sheet.specialisations.size()));
  sharedModel_.setSheet(sectors_, sheet, session_.language());
  specialisationsModel_.setSheet(sectors_, std::move(sheet), session_.language());
  constexpr int widest = 170;
  for (ListTable* const list : lists_) {
    list->resizeColumnsToContents();
    if (list == specialisations())
      for (const int wide : {0, 1}) list->setColumnWidth(wide, std::min(list->columnWidth(wide), widest));
    else
      list->setColumnWidth(0, std::min(list->columnWidth(0), widest));
  }
}

void ProvincePanel::open(const QModelIndex& row) {
  if (!row.isValid() || !session_.isOpen()) return;
  const auto sector =
      static_cast<core::industry::SectorIndex>(row.data(ProvinceTableModel::sectorRole).toULongLong());
  const auto unit = static_cast<UnitIndex>(row.data(ProvinceTableModel::unitRole).toULongLong());
  if (sector != session_.view().sector && !session_.apply(ws::commands::set_sector(sector))) return;
  if (session_.apply(ws::commands::select_unit(unit))) Q_EMIT shown(unit);
}

void ProvincePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

void ProvincePanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showProvince();
  follow();
}

}  // namespace vicinia::desktop
