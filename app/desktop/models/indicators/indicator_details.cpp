#include "models/indicators/indicator_details.h"

#include <QCoreApplication>

#include "models/indicators/indicator_model.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/indicator_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

struct IndicatorDetails {
  Q_DECLARE_TR_FUNCTIONS(IndicatorDetails)
};

QString detailLine(const QString& head, const QString& text) {
  if (text.isEmpty()) return {};
  return QStringLiteral("<p style='margin:0 0 4px 0'><b>%1</b> %2</p>")
      .arg(head.toHtmlEscaped(), text.toHtmlEscaped());
}

/// "4.7, as printed. The totals allow 4.66 – 4.69, from reconstructed totals."
QString valueLines(const ws::IndicatorValue& value, core::indicators::Indicator indicator,
                   ws::Language language) {
  const auto withOrigin = [&](const QString& text, ws::ValueOrigin origin) {
    const QString from = qs(ws::origin_text(origin, language));
    return from.isEmpty() || text.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, from);
  };
  const bool isInterval = core::indicators::info_of(indicator).kind == core::indicators::ValueKind::interval;
  return detailLine(IndicatorDetails::tr("Value:"),
                    withOrigin(indicatorValueText(value, indicator, language),
                               isInterval ? value.range_origin : value.origin)) +
         detailLine(IndicatorDetails::tr("The totals allow:"),
                    withOrigin(indicatorRangeText(value, indicator, language), value.range_origin));
}

}  // namespace

QString indicatorDetails(const ws::SectorIndicators& indicators, std::optional<core::admin::UnitIndex> unit,
                         core::indicators::Indicator indicator, ws::Language language) {
  const core::Provenance& provenance = indicators.period().dataset().provenance;
  QString html = QStringLiteral("<p style='margin:0 0 4px 0'><b><big>%1</big></b></p>")
                     .arg(qs(ws::indicator_name(provenance, indicator, language)).toHtmlEscaped());
  const ws::Availability why = indicators.period().availability(indicator);
  if (why != ws::Availability::available)
    html += detailLine(IndicatorDetails::tr("Not computed:"), qs(ws::availability_text(why, language)));
  else if (!lacksUnit(unit, indicator))
    html += valueLines(indicatorValue(indicators, unit, indicator), indicator, language);
  html += detailLine(IndicatorDetails::tr("What it is:"),
                     qs(ws::indicator_definition(provenance, indicator, language)));
  html += detailLine(IndicatorDetails::tr("Denominator:"),
                     qs(ws::indicator_denominator(provenance, indicator, language)));
  html +=
      detailLine(IndicatorDetails::tr("Limits:"), qs(ws::indicator_limits(provenance, indicator, language)));
  return html + detailLine(IndicatorDetails::tr("Source:"), qs(ws::indicator_source(indicator)));
}

}  // namespace vicinia::desktop
