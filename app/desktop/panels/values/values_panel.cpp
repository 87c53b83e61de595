#include "panels/values/values_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <utility>

#include "drawing/themed_icon.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr int widestListedName = 180;

std::optional<double> numberIn(const QLineEdit& edit, ws::Language language) {
  bool isNumber = false;
  const double number =
      localeOf(language).toDouble(edit.text().trimmed().replace(QChar(0x2212), QLatin1Char('-')), &isNumber);
  return isNumber ? std::optional(number) : std::nullopt;
}

}  // namespace

ValuesPanel::ValuesPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      head_(new PlainLabel),
      count_(new PlainLabel),
      between_(new PlainLabel(QStringLiteral("–"))),
      search_(new FilterLine(filter_, QStringLiteral("valuesSearch"))),
      min_(new QLineEdit),
      max_(new QLineEdit),
      export_(new QToolButton),
      list_(new ListTable),
      zoom_(new QAction(this)) {
  head_->setObjectName(QStringLiteral("valuesHead"));
  min_->setObjectName(QStringLiteral("valuesMin"));
  max_->setObjectName(QStringLiteral("valuesMax"));
  for (QLineEdit* const limit : {min_, max_}) limit->setMaximumWidth(80);
  count_->setObjectName(QStringLiteral("valuesCount"));
  count_->setForegroundRole(QPalette::PlaceholderText);
  export_->setObjectName(QStringLiteral("exportValuesButton"));
  export_->setIcon(themedIcon("export"));
  export_->setAutoRaise(true);
  export_->setFocusPolicy(Qt::StrongFocus);
  filter_.setSourceModel(&model_);
  list_->setObjectName(QStringLiteral("valuesList"));
  filter_.setMainColumn(ValuesModel::valueColumn);
  list_->setList(filter_, ValuesModel::unitColumn, ValuesModel::valueColumn, Qt::DescendingOrder, zoom_);
  rows_ = new UnitRows(session_, *list_, ValuesModel::unitRole, this);

  auto* const top = new QHBoxLayout;
  top->setSpacing(8);
  top->addWidget(head_);
  top->addStretch(1);
  top->addWidget(min_);
  top->addWidget(between_);
  top->addWidget(max_);
  top->addWidget(search_);
  top->addWidget(count_);
  top->addWidget(export_);
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 6);
  column->setSpacing(4);
  column->addLayout(top);
  column->addWidget(list_, 1);

  search_->setApply([this] { showFiltered(); });
  for (QLineEdit* const typed : {min_, max_})
    connect(typed, &QLineEdit::textChanged, this, &ValuesPanel::showFiltered);
  connect(export_, &QToolButton::clicked, this, &ValuesPanel::exportWanted);
  connect(zoom_, &QAction::triggered, this, &ValuesPanel::zoomWanted);
  connect(list_, &QTableView::activated, this, &ValuesPanel::zoomWanted);
  connect(rows_, &UnitRows::chosen, this, &ValuesPanel::shown);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.colours())
      showValues();
    else if (touched.selection && !isOld_)
      rows_->showSelected();
  });
  retranslateUi();
}

ws::ValueFilter ValuesPanel::filter() const {
  return {.min = numberIn(*min_, session_.language()), .max = numberIn(*max_, session_.language())};
}

void ValuesPanel::retranslateUi() {
  list_->setAccessibleName(tr("Values of the shown variable"));
  min_->setPlaceholderText(tr("from"));
  min_->setAccessibleName(tr("Least value listed"));
  max_->setPlaceholderText(tr("to"));
  max_->setAccessibleName(tr("Highest value listed"));
  export_->setToolTip(tr("Export this list"));
  export_->setAccessibleName(export_->toolTip());
  zoom_->setText(tr("&Zoom to the unit"));
  showValues();
}

void ValuesPanel::showValues() {
  isOld_ = true;
  export_->setEnabled(session_.isOpen());
  if (!isVisible() || !session_.isOpen()) return;
  const bool isFirst = model_.rowCount() == 0;
  const auto& view = session_.view();
  const core::Dataset& dataset = session_.dataset();
  {
    const auto quiet = rows_->changingRows();
    model_.setValues(session_.document(), session_.choropleth(), session_.language());
    isOld_ = false;
  }
  const bool isCategory = core::values::info_of(view.variable).is_category();
  for (QWidget* const limit : std::initializer_list<QWidget*>{min_, between_, max_})
    limit->setVisible(!isCategory);
  head_->setText(QStringLiteral("%1 · %2%3")
                     .arg(qs(ws::variable_name(dataset.provenance, view.variable, session_.language())),
                          qs(ws::name_of(dataset.sectors[view.sector], session_.language())),
                          qs(ws::shown_period_in_title(session_.document(), session_.language()))));
  // Names are longer in the other language; otherwise columns stay as somebody has set them.
  if (isFirst || fittedIn_ != session_.language()) {
    fittedIn_ = session_.language();
    list_->resizeColumnsToContents();
    for (const int column : {ValuesModel::unitColumn, ValuesModel::provinceColumn})
      list_->setColumnWidth(column, std::min(list_->columnWidth(column), widestListedName));
  }
  showFiltered();
}

void ValuesPanel::showFiltered() {
  {
    const auto quiet = rows_->changingRows();
    filter_.setSearch(search_->text());
    const bool isCategory =
        session_.isOpen() && core::values::info_of(session_.view().variable).is_category();
    const ws::ValueFilter limits = isCategory ? ws::ValueFilter{} : filter();
    filter_.setLimits(limits.min, limits.max);
  }
  count_->setText(tr("%1 shown").arg(qs(ws::number_text(filter_.rowCount(), 0, session_.language()))));
  rows_->showSelected();
}

void ValuesPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (isOld_) showValues();
}

void ValuesPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
