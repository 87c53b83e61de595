// The tables of the window with 10,000 rows: how long it takes to sort them by a name, a number or a grade, to filter them by what is
// typed, and to write all of it as XLSX and for the clipboard. The same rows sorted by Qt's own proxy, which asks for two values at each
// comparison, stand beside them. Aim: 100 ms for a sort. Runs without a display.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QTemporaryDir>
#include <memory>

#include "../bench_layer.h"
#include "../need.h"
#include "models/grades/grades_filter.h"
#include "models/grades/grades_model.h"
#include "models/shown_table.h"
#include "models/values/values_model.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace {

using namespace vicinia;
using bench_support::need;
using core::values::Variable;

constexpr bench::GridSize ten_thousand_units{100, 100, 4, 1'000};

struct Bench {
  Bench() {
    bench::write_communes_dataset(desktop::toPath(folder.path()), ten_thousand_units, 1, 1);
    const auto data = need(workspace::load(desktop::toPath(folder.path())));
    const workspace::Document document{data, {}};
    values.setValues(document, need(workspace::make_choropleth(document)), workspace::Language::vi);
    const auto period = workspace::period_indicators_of(document);
    grades.setIndicators(std::make_shared<const workspace::SectorIndicators>(
                             need(workspace::SectorIndicators::compute(period, 0, {}, {}))),
                         std::nullopt, workspace::Language::vi);
  }
  QTemporaryDir folder;
  desktop::ValuesModel values;
  desktop::GradesModel grades;
};
std::unique_ptr<Bench> the_bench;

void sort(benchmark::State& state, QSortFilterProxyModel& proxy, QAbstractItemModel& model, int column) {
  proxy.setSourceModel(&model);
  proxy.setDynamicSortFilter(false);  // or a change would be sorted while no time is taken
  Qt::SortOrder order = Qt::AscendingOrder;
  for (auto _ : state) {
    state.PauseTiming();
    Q_EMIT model.dataChanged(model.index(0, 0), model.index(0, 0));  // nothing is known of the rows any more
    order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    state.ResumeTiming();
    proxy.sort(column, order);
  }
  state.counters["rows"] = proxy.rowCount();
}

void ours(benchmark::State& state, QAbstractItemModel& model, int column) {
  desktop::TableFilter filter;
  filter.setLocale(desktop::localeOf(workspace::Language::vi));
  sort(state, filter, model, column);
}

void qts(benchmark::State& state, QAbstractItemModel& model, int column) {
  QSortFilterProxyModel proxy;
  proxy.setSortRole(desktop::TableModel::sortRole);
  proxy.setSortLocaleAware(true);
  sort(state, proxy, model, column);
}

void filter(benchmark::State& state, const QString& typed) {
  desktop::TableFilter rows;
  rows.setSourceModel(&the_bench->values);
  rows.setMainColumn(desktop::ValuesModel::valueColumn);
  for (auto _ : state) {
    rows.setSearch(typed);
    benchmark::DoNotOptimize(rows.rowCount());
    state.PauseTiming();
    rows.setSearch({});
    state.ResumeTiming();
  }
}

void copy_all(benchmark::State& state) {
  for (auto _ : state) {
    const auto& model = the_bench->values;
    const auto table =
        desktop::shownTable(model, desktop::allRows(model), {0, 1, 2, 3, 4}, desktop::Codes::none);
    benchmark::DoNotOptimize(desktop::clipboardText(table, QLocale()));
  }
}

void write_workbook(benchmark::State& state) {
  const auto& model = the_bench->values;
  const auto table =
      desktop::shownTable(model, desktop::allRows(model), {0, 1, 2, 3, 4}, desktop::Codes::beside_names);
  for (auto _ : state) benchmark::DoNotOptimize(need(table.xlsx("values")));
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  the_bench = std::make_unique<Bench>();
  const auto add = [](const char* name, auto function, auto&&... arguments) {
    benchmark::RegisterBenchmark(name, function, arguments...)->Unit(benchmark::kMillisecond);
  };
  using desktop::GradesModel;
  using desktop::ValuesModel;
  for (const auto& [name, column] : {std::pair{"name", int(ValuesModel::unitColumn)},
                                     {"province", int(ValuesModel::provinceColumn)},
                                     {"value", int(ValuesModel::valueColumn)}}) {
    const std::string what = name;
    add(("values by " + what).c_str(), [at = column](auto& s) { ours(s, the_bench->values, at); });
    add(("values by " + what + ", Qt's proxy").c_str(),
        [at = column](auto& s) { qts(s, the_bench->values, at); });
  }
  for (const auto& [name, column] : {std::pair{"name", int(GradesModel::unitColumn)},
                                     {"employees", int(GradesModel::employeesColumn)},
                                     {"published rule", int(GradesModel::publishedColumn)}}) {
    const std::string what = name;
    add(("grades by " + what).c_str(), [at = column](auto& s) { ours(s, the_bench->grades, at); });
    add(("grades by " + what + ", Qt's proxy").c_str(),
        [at = column](auto& s) { qts(s, the_bench->grades, at); });
  }
  add("filter by a word", [](auto& s) { filter(s, QStringLiteral("xa 12")); });
  add("filter by a number", [](auto& s) { filter(s, QStringLiteral(">1,5")); });
  add("copy all", copy_all);
  add("write as XLSX", write_workbook);
  benchmark::RunSpecifiedBenchmarks();
  the_bench.reset();
}
