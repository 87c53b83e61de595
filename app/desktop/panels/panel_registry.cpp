#include "panels/panel_registry.h"

#include <QCoreApplication>
#include <QVBoxLayout>
#include <array>

#include "panels/agglomerations/agglomeration_panel.h"
#include "panels/agglomerations/agglomeration_sheet_panel.h"
#include "panels/agglomerations/rules_panel.h"
#include "panels/audit/audit_panel.h"
#include "panels/charts/chart_panel.h"
#include "panels/classification_panel.h"
#include "panels/document/history_panel.h"
#include "panels/document/notes_panel.h"
#include "panels/grades/grades_panel.h"
#include "panels/indicators/indicators_panel.h"
#include "panels/legend_panel.h"
#include "panels/province/province_panel.h"
#include "panels/sector_panel.h"
#include "panels/selection_panel.h"
#include "panels/unit_panel.h"
#include "panels/values/values_panel.h"
#include "panels/variable_panel.h"

namespace vicinia::desktop {
namespace {

/// What lists of units have in common.
template <class ListPanel>
void connectList(const ListPanel* panel, const PanelParts& parts) {
  QObject::connect(panel, &ListPanel::shown, &parts.map, &MapController::reveal);
  QObject::connect(panel, &ListPanel::zoomWanted, &parts.map, &MapController::zoomToSelected);
}

template <class ExportingPanel>
void connectExport(const ExportingPanel* panel, FileExport* file, const PanelParts& parts) {
  QObject::connect(panel, &ExportingPanel::exportWanted, &parts.requests,
                   [file, &requests = parts.requests] { Q_EMIT requests.exportWanted(file); });
}

Panel makeSectors(const PanelParts& parts) {
  auto* panel = new SectorPanel(parts.session);
  return {panel, panel->searchField()};
}

Panel makeVariable(const PanelParts& parts) {
  auto* both = new QWidget;
  auto* column = new QVBoxLayout(both);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* variable = new VariablePanel(parts.session);
  auto* classification = new ClassificationPanel(parts.session);
  column->addWidget(variable);
  column->addWidget(classification);
  column->addStretch(1);
  QWidget::setTabOrder(variable, classification);
  return {both, variable->variableBox()};
}

Panel makeRules(const PanelParts& parts) {
  auto* panel = new RulesPanel(parts.session, parts.agglomerations, parts.presets);
  QObject::connect(panel->handLinks(), &HandLinksPanel::linkWanted, &parts.overlay,
                   &OverlayController::beginLinkOfSelected);
  QObject::connect(panel->presets(), &PresetBar::failed, &parts.requests, &PanelRequests::presetFailed);
  return {panel, panel};
}

Panel makeLegend(const PanelParts& parts) {
  auto* panel = new LegendPanel(parts.session, parts.agglomerations);
  return {panel, panel};
}

Panel makeAgglomerations(const PanelParts& parts) {
  auto* panel = new AgglomerationPanel(parts.session, parts.agglomerations);
  QObject::connect(panel, &AgglomerationPanel::zoomWanted, &parts.map,
                   [&map = parts.map, &agglomerations = parts.agglomerations](std::size_t agglomeration) {
                     if (const auto extent = agglomerations.found()->extent(agglomeration))
                       map.zoomTo(*extent);
                   });
  connectExport(panel, parts.exports.agglomerations, parts);
  return {panel, panel->list()};
}

Panel makeAgglomerationSheet(const PanelParts& parts) {
  auto* panel = new AgglomerationSheetPanel(parts.session, parts.agglomerations);
  QObject::connect(panel, &AgglomerationSheetPanel::shown, &parts.map, &MapController::reveal);
  return {panel, panel->members()};
}

Panel makeUnit(const PanelParts& parts) {
  auto* panel = new UnitPanel(parts.session, parts.agglomerations);
  QObject::connect(panel->explanation(), &ExplanationPanel::linkWanted, &parts.overlay,
                   &OverlayController::beginLinkOfSelected);
  QObject::connect(panel, &UnitPanel::indicatorsWanted, &parts.requests,
                   [&requests = parts.requests] { Q_EMIT requests.panelWanted("indicators"); });
  QObject::connect(&parts.requests, &PanelRequests::reasonsWanted, panel,
                   [panel, &requests = parts.requests] {
                     Q_EMIT requests.panelWanted("unit");
                     panel->showWhy();
                   });
  return {panel, nullptr};
}

Panel makeProvince(const PanelParts& parts) {
  auto* panel = new ProvincePanel(parts.session, parts.agglomerations);
  QObject::connect(panel, &ProvincePanel::shown, &parts.map, &MapController::reveal);
  return {panel, panel->specialisations()};
}

Panel makeSelection(const PanelParts& parts) {
  auto* panel = new SelectionPanel(parts.session);
  connectList(panel, parts);
  return {panel, panel->units()};
}

Panel makeValues(const PanelParts& parts) {
  auto* panel = new ValuesPanel(parts.session);
  connectList(panel, parts);
  parts.exports.values->setFilter([panel] { return panel->filter(); });
  connectExport(panel, parts.exports.values, parts);
  return {panel, panel->list()};
}

Panel makeChart(const PanelParts& parts) {
  auto* panel = new ChartPanel(parts.session);
  QObject::connect(panel, &ChartPanel::shown, &parts.map, &MapController::reveal);
  connectExport(panel, parts.exports.chart, parts);
  return {panel, panel->kindBox()};
}

Panel makeIndicators(const PanelParts& parts) {
  auto* panel = new IndicatorsPanel(parts.session, parts.indicators);
  connectExport(panel, parts.exports.indicators, parts);
  return {panel, panel->tree()};
}

Panel makeGrades(const PanelParts& parts) {
  auto* panel = new GradesPanel(parts.session, parts.indicators);
  connectList(panel, parts);
  connectExport(panel, parts.exports.indicators, parts);
  return {panel, panel->list()};
}

Panel makeAudit(const PanelParts& parts) {
  auto* panel = new AuditPanel(parts.session);
  connectList(panel, parts);
  connectExport(panel, parts.exports.audit, parts);
  return {panel, panel->list()};
}

Panel makeHistory(const PanelParts& parts) {
  auto* panel = new HistoryPanel(parts.session);
  return {panel, panel};
}

Panel makeNotes(const PanelParts& parts) {
  auto* panel = new NotesPanel(parts.session);
  return {panel, panel};
}

constexpr const char* context = "Panels";

}  // namespace

std::span<const PanelInfo> all_panels() {
  static const std::array panels{
      PanelInfo{"sector", QT_TRANSLATE_NOOP("Panels", "Sectors"), PanelPlace::left, makeSectors, "sector",
                "findSector", QT_TRANSLATE_NOOP("Panels", "&Find a sector"), QKeySequence::Find},
      PanelInfo{"variable", QT_TRANSLATE_NOOP("Panels", "Variable and classes"), PanelPlace::left,
                makeVariable, "classes"},
      PanelInfo{"rules", QT_TRANSLATE_NOOP("Panels", "Agglomeration rules"), PanelPlace::left_tab, makeRules,
                "rules"},
      PanelInfo{"history", QT_TRANSLATE_NOOP("Panels", "History"), PanelPlace::left_tab, makeHistory,
                "workspace", "history", QT_TRANSLATE_NOOP("Panels", "&History of changes"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
      PanelInfo{"legend", QT_TRANSLATE_NOOP("Panels", "Legend"), PanelPlace::right, makeLegend, "classes"},
      PanelInfo{"agglomerations", QT_TRANSLATE_NOOP("Panels", "Agglomerations"), PanelPlace::right,
                makeAgglomerations, "agglomeration", "agglomerations",
                QT_TRANSLATE_NOOP("Panels", "List of agglo&merations"), QKeySequence(Qt::CTRL | Qt::Key_G)},
      PanelInfo{"agglomeration", QT_TRANSLATE_NOOP("Panels", "Agglomeration"), PanelPlace::right_tab,
                makeAgglomerationSheet, "pooled-lq", "agglomerationSheet",
                QT_TRANSLATE_NOOP("Panels", "S&heet of the agglomeration"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
      PanelInfo{"unit", QT_TRANSLATE_NOOP("Panels", "Selected unit"), PanelPlace::right_tab, makeUnit, "lq"},
      PanelInfo{"province", QT_TRANSLATE_NOOP("Panels", "Province"), PanelPlace::right_tab, makeProvince,
                "specialised", "provinceSheet", QT_TRANSLATE_NOOP("Panels", "Sheet of the &province"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
      PanelInfo{"selection", QT_TRANSLATE_NOOP("Panels", "Selected units together"), PanelPlace::right_tab,
                makeSelection, "pooled-lq", "selection",
                QT_TRANSLATE_NOOP("Panels", "Selected units &together"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)},
      PanelInfo{"notes", QT_TRANSLATE_NOOP("Panels", "Notes"), PanelPlace::right_tab, makeNotes, "workspace",
                "notes", QT_TRANSLATE_NOOP("Panels", "&Notes on this work"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
      PanelInfo{"values", QT_TRANSLATE_NOOP("Panels", "Values"), PanelPlace::below, makeValues,
                "allowed-range", "values", QT_TRANSLATE_NOOP("Panels", "&List of the shown values"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)},
      PanelInfo{"chart", QT_TRANSLATE_NOOP("Panels", "Chart"), PanelPlace::below, makeChart, nullptr, "chart",
                QT_TRANSLATE_NOOP("Panels", "&Chart of the shown values"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
      PanelInfo{"indicators", QT_TRANSLATE_NOOP("Panels", "Indicators"), PanelPlace::below, makeIndicators,
                "reconstructed", "indicators",
                QT_TRANSLATE_NOOP("Panels", "I&ndicators of the selected unit"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
      PanelInfo{"grades", QT_TRANSLATE_NOOP("Panels", "Grades side by side"), PanelPlace::below, makeGrades,
                "grades", "grades", QT_TRANSLATE_NOOP("Panels", "G&rades side by side"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)},
      PanelInfo{"audit", QT_TRANSLATE_NOOP("Panels", "Audit of the published values"), PanelPlace::below,
                makeAudit, "audit", "audit", QT_TRANSLATE_NOOP("Panels", "A&udit of the published values"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
  };
  return panels;
}

QString panelText(const char* english) { return QCoreApplication::translate(context, english); }

}  // namespace vicinia::desktop
