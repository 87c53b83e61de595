#include "panels/measure_panel.h"

#include <QEvent>
#include <QVBoxLayout>

#include "session/qt_text.h"
#include "vicinia/workspace/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::all_measures;

MeasurePanel::MeasurePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      measureLabel_(new QLabel),
      definition_(new QLabel),
      provinceLabel_(new QLabel),
      measure_(new QComboBox),
      province_(new ProvinceBox(session)) {
  measure_->setObjectName(QStringLiteral("measureBox"));
  for (std::size_t row = 0; row < all_measures().size(); ++row) measure_->addItem(QString());
  measureLabel_->setBuddy(measure_);
  provinceLabel_->setBuddy(province_);
  definition_->setWordWrap(true);
  definition_->setForegroundRole(QPalette::PlaceholderText);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 4);
  column->setSpacing(4);
  column->addWidget(measureLabel_);
  column->addWidget(measure_);
  column->addWidget(definition_);
  column->addSpacing(6);
  column->addWidget(provinceLabel_);
  column->addWidget(province_);

  connect(measure_, &QComboBox::activated, this, [this](int row) {
    const auto measure = all_measures()[static_cast<std::size_t>(row)].measure;
    if (session_.isOpen() && measure != session_.view().measure)
      session_.apply(ws::commands::set_measure(measure));
    showCurrent();
  });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) retranslateUi();  // it may count something else
    else if (touched.measure) showCurrent();
  });
  retranslateUi();
}

void MeasurePanel::retranslateUi() {
  const auto language = session_.language();
  measureLabel_->setText(tr("&Measure"));
  measure_->setAccessibleName(tr("Measure"));
  provinceLabel_->setText(tr("&Province"));
  const core::Provenance provenance = session_.isOpen() ? session_.dataset().provenance : core::Provenance{};
  int row = 0;
  for (const auto& info : all_measures()) {
    measure_->setItemText(row, qs(ws::measure_name(provenance, info.measure, language)));
    measure_->setItemData(row, qs(ws::measure_definition(provenance, info.measure, language)), Qt::ToolTipRole);
    ++row;
  }
  showCurrent();
}

void MeasurePanel::showCurrent() {
  const auto shown = session_.isOpen() ? session_.view().measure : core::indicators::Measure::location_quotient;
  int row = 0;
  for (const auto& info : all_measures()) {
    if (info.measure == shown) measure_->setCurrentIndex(row);
    ++row;
  }
  const QString definition = qs(session_.isOpen() ? ws::measure_definition(session_.dataset().provenance, shown, session_.language())
                                               : ws::measure_definition(shown, session_.language()));
  definition_->setText(definition);
  measure_->setToolTip(definition);
  keepDefinitionWhole();
}

// A dock asks a wrapped text for its least height without its width, and would cut it.
void MeasurePanel::keepDefinitionWhole() {
  const auto margins = layout()->contentsMargins();
  definition_->setMinimumHeight(definition_->heightForWidth(width() - margins.left() - margins.right()));
}

void MeasurePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  keepDefinitionWhole();
}

void MeasurePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
