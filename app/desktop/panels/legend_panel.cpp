#include "panels/legend_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "panels/tables/table_kit.h"
#include "terms/term_mark.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/maps/cartogram.h"
#include "vicinia/workspace/maps/outline_drawing.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/totals_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

LegendPanel::LegendPanel(Session& session, AgglomerationController& agglomerations, QWidget* parent)
    : QWidget(parent),
      session_(session),
      agglomerations_(agglomerations),
      title_(new PlainLabel),
      subtitle_(new PlainLabel),
      note_(new PlainLabel),
      table_(new QTableView) {
  title_->setObjectName(QStringLiteral("legendTitle"));
  title_->setWordWrap(true);
  subtitle_->setObjectName(QStringLiteral("legendSubtitle"));
  QFont bold = title_->font();
  bold.setBold(true);
  title_->setFont(bold);
  for (QLabel* small : {subtitle_, note_}) {
    small->setWordWrap(true);
    small->setForegroundRole(QPalette::PlaceholderText);
  }
  model_.setDevicePixelRatio(devicePixelRatioF());

  table_->setObjectName(QStringLiteral("legendTable"));
  table_->setModel(&model_);
  table_->setShowGrid(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setSelectionMode(QAbstractItemView::NoSelection);
  table_->setTabKeyNavigation(false);
  table_->setIconSize({26, 16});
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->viewport()->setAutoFillBackground(false);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 3);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(LegendModel::labelColumn, QHeaderView::Stretch);
  table_->horizontalHeader()->setSectionResizeMode(LegendModel::countColumn, QHeaderView::ResizeToContents);
  new TableKit(*table_, *table_->horizontalHeader(), LegendModel::labelColumn);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(4);
  column->addWidget(title_);
  column->addWidget(subtitle_);
  column->addWidget(table_, 1);
  column->addWidget(note_);

  connect(&model_, &QAbstractItemModel::modelReset, this, &LegendPanel::giveSymbolsRoom);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    const bool symbolsTurned = session_.isOpen() && touched.extent &&
                               ws::wants_symbols(session_.document(), session_.choropleth()) != hasSymbols_;
    if (touched.colours() || touched.symbols || symbolsTurned) retranslateUi();
    if (touched.outlines || touched.province || touched.cartogram) showOutlines();
  });
  connect(&agglomerations_, &AgglomerationController::changed, this, &LegendPanel::showOutlines);
  retranslateUi();
}

void LegendPanel::retranslateUi() {
  table_->setAccessibleName(tr("Legend"));
  if (!session_.isOpen()) return;
  const auto language = session_.language();
  title_->setText(qs(ws::legend_title(session_.document(), language)));
  markTerm(title_, qs(core::values::info_of(session_.view().variable).id));
  QString subtitle = qs(ws::legend_subtitle(session_.document(), language));
  if (const auto merged = ws::merged_classes_text(session_.choropleth(), language); !merged.empty())
    subtitle += QStringLiteral("; ") + qs(merged);
  if (session_.choropleth().cartogram)
    subtitle +=
        QStringLiteral("\n") + qs(ws::cartogram_text(session_.document(), session_.choropleth(), language));
  if (const auto total = ws::national_total_text(session_.document(), session_.choropleth().level, language);
      isLq() && !total.empty())
    subtitle += QStringLiteral(" · ") + qs(total);
  subtitle_->setText(subtitle);
  subtitle_->setToolTip(
      isLq() ? qs(ws::national_total_note(session_.document(), session_.choropleth().level, language))
             : QString());
  note_->setText(qs(ws::pick(session_.dataset().provenance.boundary_note, language)));
  note_->setVisible(!note_->text().isEmpty());
  hasSymbols_ = ws::wants_symbols(session_.document(), session_.choropleth());
  std::vector<gis::map::LegendEntry> symbols;
  if (auto shown =
          ws::shown_symbols(session_.document(), session_.choropleth(), session_.sources(), language)) {
    symbols = std::move(shown->legend);
    if (!symbols.empty()) symbols.front().label = shown->layer.name + ": " + symbols.front().label;
  }
  model_.setChoropleth(session_.choropleth(), session_.view(), language,
                       ws::audit_marks(session_.document(), session_.choropleth()).size(), symbols);
}

void LegendPanel::giveSymbolsRoom() {
  const int usual = table_->verticalHeader()->defaultSectionSize();
  for (int row = 0; row < model_.rowCount(); ++row) {
    const QSize needed = model_.index(row, LegendModel::labelColumn).data(Qt::SizeHintRole).toSize();
    table_->setRowHeight(row, std::max(usual, needed.height()));
  }
}

bool LegendPanel::isLq() const {
  return session_.view().variable == core::values::Variable::location_quotient;
}

void LegendPanel::showOutlines() {
  const FoundPtr& found = agglomerations_.found();
  const auto shown = found && ws::shows_outlines(session_.view()) ? found->reaching(session_.view().province)
                                                                  : std::vector<std::size_t>();
  const auto crossing = [&](std::size_t i) { return found->isCrossing(i); };
  model_.setOutlines(!std::ranges::all_of(shown, crossing), std::ranges::any_of(shown, crossing));
}

void LegendPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
