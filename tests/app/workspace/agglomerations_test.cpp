#include "vicinia/workspace/document/agglomerations.h"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "fixture.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/tables/agglomeration_table.h"

namespace vicinia::workspace {
namespace {

namespace fs = std::filesystem;
using core::agglomeration::Rules;

std::set<std::string> codes(const core::Dataset& data, const auto& units) {
  std::set<std::string> codes;
  for (const auto unit : units) codes.insert(data.frame[unit].code);
  return codes;
}

TEST(AgglomerationsOfVietNam, TextileCrossesFourProvincesAsOneOfEighteenDistricts) {
  const Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  const auto contiguity = Contiguity::build(data);
  ASSERT_TRUE(contiguity);
  const auto reports = find_agglomerations(document, *contiguity);
  ASSERT_TRUE(reports);
  const AgglomerationReport& largest = reports->front();
  EXPECT_EQ(largest.found.members.size(), 18u);
  EXPECT_EQ(codes(data, largest.provinces), (std::set<std::string>{"72", "74", "75", "79"}));
  EXPECT_EQ(largest.found.sums.employees, core::Cell::of(422823));
}

/// The real boundaries of 2007, each published district found by its seat.
TEST(AgglomerationsOfVietNam, TextileIsTheSameOnTheRealBoundaries) {
  const fs::path real =
      fs::path(VICINIA_SHARED_DATA_DIR) / "boundaries" / "vnm_adm2_2007vintage_gadmv1_674.shp";
  if (!fs::exists(real)) GTEST_SKIP() << "needs ../shared/data/boundaries";
  const auto data = vietnam_2007();
  const auto areas = gis::io::read_polygons(real, {.target_crs = "EPSG:32648"});
  const auto seats = gis::io::read_points(data->folder / "seats.csv", {.target_crs = "EPSG:32648"});
  ASSERT_TRUE(areas && seats);
  const auto code = *seats->attributes.column("code", ""), province = *areas->attributes.column("NAME_2", "");
  std::vector<core::agglomeration::UnitValues> values(areas->areas.size());
  for (std::size_t i = 0; i < seats->points.size(); ++i) {
    const auto unit = data->dataset->frame.find(seats->attributes.rows[i][code]);
    const auto* row = unit ? data->dataset->observations.find(*unit, 0, 0) : nullptr;
    if (row == nullptr) continue;
    for (std::size_t a = 0; a < areas->areas.size(); ++a)
      if (core::geom::covers(areas->areas[a], seats->points[i]))
        values[a] = {row->printed.location_quotient, row->counts.employees,
                     row->counts.enterprises,        row->counts.smes,
                     row->counts.fdi_enterprises,    row->printed.sector_share_pct};
  }
  const auto topology = core::topology::build_topology(areas->areas, {});
  ASSERT_TRUE(topology);
  const auto neighbours = core::topology::adjacency(core::topology::borders(*topology), areas->areas.size());
  const auto found = core::agglomeration::find_agglomerations(values, neighbours, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->front().members.size(), 18u);
  EXPECT_EQ(found->front().sums.employees, core::Cell::of(422823));
  std::set<std::string> provinces;
  for (const auto member : found->front().members)
    provinces.insert(core::names::folded(areas->attributes.rows[member][province]));
  EXPECT_EQ(provinces.size(), 4u) << testing::PrintToString(provinces);
}

TEST(Agglomerations, PooledQuotientsAreRecomputedAndHoldTheTruth) {
  const Document document{vietnam_2007(), {}};
  const auto contiguity = Contiguity::build(*document.data->dataset);
  const auto reports = find_agglomerations(document, *contiguity);
  for (const AgglomerationReport& report : *reports) {
    if (report.found.members.size() != 1 || !report.pooled.lq) continue;
    // Of one district alone the pooled quotient is the printed one, within the rounding.
    const auto* row = document.data->dataset->observations.find(report.found.members[0], 0, 0);
    EXPECT_NEAR(report.pooled.lq->middle(), row->printed.location_quotient.number(), 0.06);
  }
  const AgglomerationReport& largest = reports->front();
  EXPECT_LE(largest.pooled.lq->low, largest.pooled.lq->high);
  EXPECT_GT(largest.pooled.lq->low, 1);
  EXPECT_LT(largest.pooled.lq->high, 2.2) << "an average of the members would be far higher";
}

TEST(Agglomerations, OfACompleteMatrixAreExact) {
  const Document document{mini(), {.sector = 1}};
  const core::Dataset& data = *document.data->dataset;
  const auto contiguity = Contiguity::build(data, 0);
  ASSERT_TRUE(contiguity);
  const auto reports = find_agglomerations(document, *contiguity);
  ASSERT_TRUE(reports);
  ASSERT_FALSE(reports->empty());
  const AgglomerationReport& largest = reports->front();
  EXPECT_EQ(codes(data, largest.found.members), (std::set<std::string>{"11", "21"}));
  EXPECT_EQ(largest.provinces.size(), 2u);
  ASSERT_TRUE(largest.pooled.lq);
  EXPECT_TRUE(largest.pooled.lq->is_exact());
  double cell = 0, units = 0, sector = 0, national = 0;
  for (const auto& row : data.observations.rows()) {
    const double employees = row.counts.employees.number();
    const bool member = data.frame[row.unit].code == "11" || data.frame[row.unit].code == "21";
    national += employees;
    if (row.sector == 1) sector += employees;
    if (member) units += employees;
    if (member && row.sector == 1) cell += employees;
  }
  EXPECT_NEAR(largest.pooled.lq->low, (cell / units) / (sector / national), 1e-12);
  EXPECT_NEAR(largest.pooled.sector_share_pct->low, 100 * cell / sector, 1e-12);
}

/// Neighbours are the same whether reading has built the topology (it puts provinces together from districts) or nobody has yet.
TEST(Contiguity, IsTheSameFromTheTopologyThatCameWithTheDataAsFromOneOfItsOwn) {
  const TemporaryFolder folder;
  fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "mini", folder.path(),
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  auto manifest = nlohmann::json::parse(std::ifstream(folder.path() / "manifest.json"));
  manifest.erase("provinces");
  std::ofstream(folder.path() / "manifest.json") << manifest;
  const auto data = opened(folder.path());
  ASSERT_NE(data->dataset->unit_topology, nullptr);
  core::Dataset without = *data->dataset;
  without.unit_topology.reset();
  for (const std::optional<double> tolerance_m :
       {std::optional<double>(), std::optional(0.0), std::optional(150.0)}) {
    const auto shared = Contiguity::build(*data->dataset, tolerance_m),
               own = Contiguity::build(without, tolerance_m);
    ASSERT_TRUE(shared && own);
    EXPECT_EQ(&shared->topology() == data->dataset->unit_topology.get(), !tolerance_m)
        << "of another tolerance it would not be right";
    EXPECT_EQ(shared->units(), own->units());
    EXPECT_EQ(shared->tolerance_m(), own->tolerance_m());
    ASSERT_EQ(shared->borders().size(), own->borders().size());
    for (std::size_t i = 0; i < own->borders().size(); ++i) {
      const auto &a = shared->borders()[i], &b = own->borders()[i];
      EXPECT_TRUE(a.a == b.a && a.b == b.b && a.kind == b.kind && a.length_m == b.length_m) << i;
    }
  }
}

TEST(Agglomerations, AProvinceWithARowOfItsOwnIsNotCountedBesideItsDistricts) {
  const TemporaryFolder folder;
  fs::copy(fs::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007", folder.path() / "data",
           fs::copy_options::recursive);
  std::ofstream(folder.path() / "data" / "observations.csv", std::ios::app)
      << "999,I,Textile and Garment,1,Binh Duong,,district,172,165,33,82626,1.7,4.7,57.1,74\n";
  const auto count = [](std::shared_ptr<const OpenDataset> data) {
    const Document document{std::move(data), {}};
    return find_agglomerations(document, *Contiguity::build(*document.data->dataset))->size();
  };
  EXPECT_EQ(count(opened(folder.path() / "data")), count(vietnam_2007()));
}

TEST(Explanation, NamesTheRulesPassedAndTheNeighboursThatLink) {
  const Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  const auto contiguity = Contiguity::build(data);
  const auto trang_bang = *find_unit(data, "Trảng Bàng");
  const auto explanation = explain(document, *contiguity, trang_bang);
  ASSERT_TRUE(explanation);
  EXPECT_EQ(explanation->agglomeration, 0u);
  EXPECT_TRUE(explanation->checks[0].passed);
  const auto cu_chi = *find_unit(data, "Củ Chi");
  const auto link = std::ranges::find(explanation->links, cu_chi, &Explanation::Link::neighbour);
  ASSERT_NE(link, explanation->links.end());
  EXPECT_TRUE(link->is_member);
  EXPECT_GT(link->border.length_m, 1000);
}

TEST(Explanation, SaysWhatAnOutsiderLacks) {
  const Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  const auto contiguity = Contiguity::build(data);
  const auto explanation = explain(document, *contiguity, *find_unit(data, "Cần Giờ"));
  ASSERT_TRUE(explanation);
  EXPECT_FALSE(explanation->agglomeration);
  EXPECT_FALSE(explanation->checks[0].passed);
  EXPECT_EQ(explanation->checks[0].value.state(), core::CellState::not_published);
}

TEST(AgglomerationLines, AreThoseOfTheOutlineOfEach) {
  const Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  const auto contiguity = Contiguity::build(data);
  const auto reports = find_agglomerations(document, *contiguity);
  const auto lines = agglomeration_lines(data, *contiguity, *reports);
  ASSERT_EQ(lines.size(), reports->size());
  std::vector<core::topology::GroupIndex> provinces;
  for (const auto unit : contiguity->units())
    provinces.push_back(static_cast<core::topology::GroupIndex>(data.frame.parent(unit).value_or(unit)));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<core::topology::UnitIndex> members;
    for (std::size_t u = 0; u < contiguity->units().size(); ++u)
      if (std::ranges::binary_search((*reports)[i].found.members, contiguity->units()[u]))
        members.push_back(static_cast<core::topology::UnitIndex>(u));
    const auto outline = core::topology::outline(contiguity->topology(), members, provinces);
    ASSERT_TRUE(outline);
    EXPECT_EQ(lines[i].border, outline->border);
    EXPECT_EQ(lines[i].crossings, outline->crossings);
    EXPECT_DOUBLE_EQ(lines[i].border_m, outline->border_m);
    EXPECT_DOUBLE_EQ(lines[i].crossings_m, outline->crossings_m);
    EXPECT_EQ(lines[i].crossings.empty(), (*reports)[i].provinces.size() == 1);
  }
}

TEST(AgglomerationTable, JsonHasTheFieldsThatProgramsExpect) {
  const Document document{vietnam_2007(), {}};
  const auto contiguity = Contiguity::build(*document.data->dataset);
  const auto json =
      nlohmann::json::parse(*agglomerations_json(document, *find_agglomerations(document, *contiguity)));
  for (const char* key :
       {"id", "sector_no", "members", "provinces", "crosses_provinces", "employees", "enterprises", "smes",
        "fdi_enterprises", "lq", "sector_share_pct", "district_share_pct"})
    EXPECT_TRUE(json[0].contains(key)) << key;
  EXPECT_TRUE(json[0]["lq"].contains("low"));
  EXPECT_EQ(json[0]["crosses_provinces"], true);
}

}  // namespace
}  // namespace vicinia::workspace
