#include "panels/charts/chart_panel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "drawing/themed_icon.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;
using core::values::Variable;

namespace {

constexpr int noSize = -1;

QString lines(const std::vector<std::string>& texts) {
  QStringList list;
  for (const std::string& text : texts) list << qs(text);
  return list.join(QLatin1Char('\n'));
}

}  // namespace

ChartPanel::ChartPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      kindLabel_(new PlainLabel),
      againstLabel_(new PlainLabel),
      sizeLabel_(new PlainLabel),
      kind_(new QComboBox),
      against_(new QComboBox),
      size_(new QComboBox),
      export_(new QToolButton),
      view_(new ChartView(session.language())),
      hint_(new PlainLabel),
      notes_(new PlainLabel) {
  kind_->setObjectName(QStringLiteral("chartKind"));
  against_->setObjectName(QStringLiteral("chartAgainst"));
  size_->setObjectName(QStringLiteral("chartSize"));
  export_->setObjectName(QStringLiteral("exportChartButton"));
  view_->setObjectName(QStringLiteral("chart"));
  hint_->setObjectName(QStringLiteral("chartHint"));
  notes_->setObjectName(QStringLiteral("chartNotes"));
  export_->setIcon(themedIcon("export"));
  export_->setAutoRaise(true);
  export_->setFocusPolicy(Qt::StrongFocus);
  for (QComboBox* const box : {against_, size_}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
  }
  for (const ws::ChartKindInfo& info : ws::all_chart_kinds())
    kind_->addItem(QString(), static_cast<int>(info.kind));
  kindLabel_->setBuddy(kind_);
  againstLabel_->setBuddy(against_);
  sizeLabel_->setBuddy(size_);
  hint_->setWordWrap(true);
  hint_->hide();
  hint_->setAlignment(Qt::AlignCenter);
  notes_->setWordWrap(true);
  notes_->setForegroundRole(QPalette::PlaceholderText);

  auto* const top = new QHBoxLayout;
  top->setSpacing(6);
  top->addWidget(kindLabel_);
  top->addWidget(kind_);
  top->addWidget(againstLabel_);
  top->addWidget(against_, 1);
  top->addWidget(sizeLabel_);
  top->addWidget(size_, 1);
  top->addStretch();
  top->addWidget(export_);
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 6);
  column->setSpacing(4);
  column->addLayout(top);
  column->addWidget(view_, 1);
  column->addWidget(hint_, 1);
  column->addWidget(notes_);

  connect(kind_, &QComboBox::activated, this, [this](int row) {
    change([&](ws::ChartSettings& chart) {
      chart.kind = static_cast<ws::ChartKind>(kind_->itemData(row).toInt());
    });
  });
  connect(against_, &QComboBox::activated, this, [this](int row) {
    change([&](ws::ChartSettings& chart) {
      chart.against = static_cast<Variable>(against_->itemData(row).toInt());
    });
  });
  connect(size_, &QComboBox::activated, this, [this](int row) {
    const int chosen = size_->itemData(row).toInt();
    change([&](ws::ChartSettings& chart) {
      chart.size = chosen == noSize ? std::nullopt : std::optional(static_cast<Variable>(chosen));
    });
  });
  connect(export_, &QToolButton::clicked, this, &ChartPanel::exportWanted);
  view_->setTipSource([this](const ChartHit& hit) { return tipOf(hit); });
  connect(view_, &ChartView::pointed, this,
          [this](const std::optional<std::size_t>& unit) { session_.setPointedAt(unit); });
  connect(view_, &ChartView::clicked, this, &ChartPanel::choose);
  connect(view_, &ChartView::brushing, this,
          [this](const std::vector<std::size_t>& units) { session_.setBrushed(units); });
  connect(view_, &ChartView::brushed, this,
          [this](const std::vector<std::size_t>& units, bool adds) { select(units, adds); });
  connect(view_, &ChartView::breakMoved, this, &ChartPanel::moveBreak);
  connect(view_, &ChartView::clearWanted, this,
          [this] { session_.apply(ws::commands::select_unit(std::nullopt)); });
  connect(&session_, &Session::pointedAtChanged, this,
          [this] { view_->chart().setPointed(session_.pointedAt()); });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) fillVariables();
    if (touched.dataset || touched.chart || touched.period || touched.own_rule) showSettings();
    const auto kind = session_.view().chart.kind;
    const bool isOfSelected =
        kind == ws::ChartKind::profile || kind == ws::ChartKind::over_time || kind == ws::ChartKind::slopes;
    if (touched.colours() || touched.chart || touched.own_rule || (touched.selection && isOfSelected))
      return showChart();
    if (touched.selection) view_->chart().setSelected(session_.view().selected.units());
  });
  retranslateUi();
}

void ChartPanel::retranslateUi() {
  const auto language = session_.language();
  kindLabel_->setText(tr("C&hart"));
  kind_->setAccessibleName(tr("Kind of chart"));
  againstLabel_->setText(tr("a&gainst"));
  against_->setAccessibleName(tr("Variable that the shown one is drawn against"));
  sizeLabel_->setText(tr("si&ze"));
  size_->setAccessibleName(tr("What the bubbles are as large as"));
  export_->setToolTip(tr("Export the chart: SVG, PNG, PDF, or its values as CSV or XLSX"));
  export_->setAccessibleName(tr("Export the chart"));
  view_->setAccessibleName(tr(
      "Chart; arrow keys walk through its marks, Enter selects, Shift with an arrow key moves a class break"));
  for (int row = 0; row < kind_->count(); ++row)
    kind_->setItemText(
        row, qs(ws::chart_kind_name(static_cast<ws::ChartKind>(kind_->itemData(row).toInt()), language)));
  view_->chart().setLanguage(language);
  fillVariables();
  showSettings();
  showChart();
}

void ChartPanel::fillVariables() {
  const QSignalBlocker quietAgainst(against_), quietSize(size_);
  against_->clear();
  size_->clear();
  size_->addItem(tr("all alike"), noSize);
  if (!session_.isOpen()) return;
  const core::Provenance& provenance = session_.dataset().provenance;
  for (const core::values::VariableInfo& info : core::values::all_variables()) {
    if (info.is_category() || info.of == core::indicators::ValueOf::sector) continue;
    const QString name = qs(ws::variable_name(provenance, info.variable, session_.language()));
    const auto add = [&](QComboBox& box) {
      box.addItem(name, static_cast<int>(info.variable));
      box.setItemData(box.count() - 1,
                      qs(ws::variable_definition(provenance, info.variable, session_.language())),
                      Qt::ToolTipRole);
    };
    add(*against_);
    if (info.is_count() && info.group == core::values::VariableGroup::published) add(*size_);
  }
}

void ChartPanel::showSettings() {
  if (!session_.isOpen()) return;
  const ws::ChartSettings& chart = session_.view().chart;
  const bool bubbles = chart.kind == ws::ChartKind::bubbles;
  kind_->setCurrentIndex(kind_->findData(static_cast<int>(chart.kind)));
  against_->setCurrentIndex(against_->findData(static_cast<int>(chart.against)));
  size_->setCurrentIndex(size_->findData(chart.size ? static_cast<int>(*chart.size) : noSize));
  for (QWidget* const part : std::initializer_list<QWidget*>{againstLabel_, against_, sizeLabel_, size_})
    part->setVisible(bubbles);
  // What the data do not have is grey, and says why.
  auto* const entries = qobject_cast<QStandardItemModel*>(against_->model());
  for (int row = 0; entries != nullptr && bubbles && row < entries->rowCount(); ++row) {
    const auto why =
        ws::availability_of(session_.document(), static_cast<Variable>(against_->itemData(row).toInt()));
    entries->item(row)->setEnabled(why == ws::Availability::available);
    if (why != ws::Availability::available)
      entries->item(row)->setToolTip(qs(ws::availability_text(why, session_.language())));
  }
}

void ChartPanel::showChart() {
  isStale_ = !isVisible();
  if (isStale_ || !session_.isOpen()) return;
  const std::string why = ws::why_no_chart(session_.document(), session_.choropleth(), session_.language());
  QString fault = qs(why);
  std::shared_ptr<const ws::Chart> chart;
  if (why.empty()) {
    auto made = ws::make_chart(session_.document(), session_.choropleth(), session_.language());
    if (made)
      chart = std::make_shared<const ws::Chart>(*std::move(made));
    else
      fault = qs(ws::error_text(made.error(), session_.language()));
  }
  hint_->setText(fault);
  hint_->setVisible(!chart);
  view_->setVisible(chart != nullptr);
  notes_->setVisible(chart && !chart->notes.empty());
  export_->setEnabled(chart != nullptr);
  if (chart) notes_->setText(lines(chart->notes).replace(QLatin1Char('\n'), QStringLiteral(" · ")));
  view_->show(std::move(chart));
  view_->chart().setSelected(session_.view().selected.units());
}

void ChartPanel::change(const std::function<void(ws::ChartSettings&)>& how) {
  if (!session_.isOpen()) return;
  ws::ChartSettings chart = session_.view().chart;
  how(chart);
  if (chart != session_.view().chart) session_.apply(ws::commands::set_chart(chart));
}

// A bar of a profile is a sector: it is shown. A bin is all that stand in it.
void ChartPanel::choose(const ChartHit& hit, bool adds) {
  const ws::Chart& chart = *view_->chart().content();
  if (const auto* bars = std::get_if<ws::ChartBars>(&chart.content);
      bars != nullptr && hit.kind == ChartHit::Kind::bar)
    if (const auto sector = bars->bars[hit.index].subject.sector) {
      session_.apply(ws::commands::set_sector(*sector));
      return;
    }
  if (const auto* histogram = std::get_if<ws::ChartHistogram>(&chart.content);
      histogram != nullptr && hit.kind == ChartHit::Kind::bin) {
    std::vector<UnitIndex> units;
    for (const UnitIndex unit : session_.choropleth().units) {
      const core::Cell value = session_.choropleth().values[unit].value;
      if (value.has_number() && ws::bin_of(*histogram, value.number()) == hit.index) units.push_back(unit);
    }
    return select(std::move(units), adds);
  }
  if (const auto unit = view_->chart().unitOf(hit)) {
    if (adds) {
      session_.apply(ws::commands::select_units(session_.view().selected.toggled(*unit)));
    } else {
      session_.apply(ws::commands::select_unit(*unit));
    }
    Q_EMIT shown(*unit);
  }
}

void ChartPanel::select(std::vector<UnitIndex> units, bool adds) {
  if (adds)
    units.insert(units.begin(), session_.view().selected.units().begin(),
                 session_.view().selected.units().end());
  session_.apply(ws::commands::select_units(ws::Selection(std::move(units))));
}

void ChartPanel::moveBreak(std::size_t index, double value, bool continues) {
  const auto& histogram = std::get<ws::ChartHistogram>(view_->chart().content()->content);
  const int decimals = std::max(session_.choropleth().classes.decimals,
                                core::values::info_of(session_.view().variable).decimals);
  ws::Classification wanted = session_.view().classification();
  const std::vector<double>& before = histogram.breaks;  // as they are shown: the pivot among them
  wanted.manual_breaks = ws::with_moved_break(before, index, value, decimals);
  if (wanted.manual_breaks == before) return;
  wanted.method = core::stats::ClassMethod::manual;
  session_.apply(ws::commands::set_classification(std::move(wanted), continues));
}

QString ChartPanel::tipOf(const ChartHit& hit) const {
  const ws::Chart& chart = *view_->chart().content();
  const auto language = session_.language();
  const auto withDoubts = [&](QString text, std::initializer_list<const ws::IndicatorValue*> values) {
    for (const ws::IndicatorValue* value : values)
      if (const std::string doubts = ws::rests_on_text(session_.dataset(), value->rests_on, language);
          !doubts.empty())
        text += QLatin1Char('\n') + qs(doubts);
    return text;
  };
  using Kind = ChartHit::Kind;
  switch (hit.kind) {
    case Kind::bar: {
      const ws::ChartBar& bar = std::get<ws::ChartBars>(chart.content).bars[hit.index];
      return withDoubts(lines(ws::bar_text(chart, bar, language)), {&bar.value});
    }
    case Kind::bubble: {
      const ws::ChartBubble& bubble = std::get<ws::ChartBubbles>(chart.content).bubbles[hit.index];
      return withDoubts(lines(ws::bubble_text(session_.document(), bubble, language)),
                        {&bubble.x, &bubble.y, &bubble.size});
    }
    case Kind::bin:
      return qs(ws::bin_text(std::get<ws::ChartHistogram>(chart.content).bins[hit.index], language));
    case Kind::point: {
      const ws::ChartCurve& curve = std::get<ws::ChartCurves>(chart.content).curves[hit.index];
      return withDoubts(
          lines(ws::curve_point_text(chart, session_.document(), curve, curve.points[hit.point], language)),
          {&curve.points[hit.point].value});
    }
    case Kind::class_break: break;
  }
  return tr("Break between two classes: drag it");
}

void ChartPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) showChart();
  QWidget::changeEvent(event);
}

void ChartPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (isStale_) showChart();
}

}  // namespace vicinia::desktop
