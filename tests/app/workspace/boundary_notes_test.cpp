#include "vicinia/workspace/words/boundary_notes.h"

#include <gtest/gtest.h>

#include "vicinia/core/topology/dissolve.h"
#include "vicinia/workspace/maps/whole_outlines.h"
#include "vicinia/workspace/words/check_words.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace {
namespace {

TEST(BoundaryNotes, TellHowManyAndTheFirstThree) {
  EXPECT_EQ(boundary_note(BoundaryNote::no_geometry, {}, Language::en), "");
  EXPECT_EQ(boundary_note(BoundaryNote::no_geometry, {"#7"}, Language::en), "1 feature has no geometry: #7.");
  EXPECT_EQ(boundary_note(BoundaryNote::no_geometry, {"#1", "#2", "#3", "#4"}, Language::en),
            "4 features have no geometry: #1, #2, #3, ….");
  EXPECT_EQ(boundary_note(BoundaryNote::same_id, {"A", "B"}, Language::vi),
            "2 mã có ở nhiều đối tượng, được coi là các phần của một đơn vị: A, B.");
}

TEST(NormalForm, FoldsBlanksAndComposesLettersAndLeavesCase) {
  EXPECT_EQ(normal_form("  Ha\u0300  No\u0302\u0323i\u00A0\n"), "Hà Nội");
  EXPECT_EQ(normal_form("HÀ NỘI"), "HÀ NỘI");
  EXPECT_EQ(normal_form("\uFEFFHuế\u200B"), "Huế");
  EXPECT_EQ(normal_form(" \t"), "");
}

TEST(CheckWords, TotalsAreATableWithOneColumnBelowTheOther) {
  EXPECT_EQ(check_summary_text({{.kind = "overlap", .count = 1234, .area_m2 = 3.41e6, .at_seams = 12},
                                {.kind = "near", .count = 2, .length_m = 950, .at_seams = 2},
                                {.kind = "empty", .count = 1, .at_seams = 0}},
                               "EPSG:32648", 0, 119.5, Language::en),
            "  kind     count     total  at seams\n"
            "  overlap  1,234  3.41 km²        12\n"
            "  near         2     950 m         2\n"
            "  empty        1                   0\n"
            "Places are in EPSG:32648.\n"
            "Proposed tolerance: --tolerance 120.\n");
  EXPECT_EQ(check_summary_text({}, "EPSG:32648", 0, 0, Language::vi),
            "Không có gì cần xem lại.\nKhông cần dung sai.\n");
}

core::geom::MultiPolygon box(double west, double east) {
  return {{{{west, 1e6}, {west, 1.001e6}, {east, 1.001e6}, {east, 1e6}, {west, 1e6}}}};
}

TEST(WholeOutlines, AnOutlineHasTheAreaOfItsMembersOrIsNamedWithAPlace) {
  const auto topology = core::topology::build_topology(
      std::vector{box(500000, 501000), box(501000, 502000), box(502000, 503000)});
  ASSERT_TRUE(topology);
  const std::vector<core::topology::GroupIndex> groups{0, 0, 1};
  const auto name = [](std::size_t group) { return group == 0 ? "west" : "east"; };
  auto outlines = core::topology::dissolve(*topology, groups);
  ASSERT_TRUE(outlines);
  EXPECT_TRUE(check_areas(*topology, groups, *outlines, name));
  (*outlines)[0] = box(500000, 501000);
  const auto broken = check_areas(*topology, groups, *outlines, name);
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, core::ErrorCode::broken_outline);
  EXPECT_EQ(broken.error().subject.id, "west");
  EXPECT_EQ(error_text(broken.error(), Language::en),
            "The outline of west would not be whole: area of the outline and of its members, in m²: 1000000 "
            "/ 2000000; look at 501500 "
            "1000500. Look at this place with \"vicinia check\"; nothing was written.");
  (*outlines)[0] = {};
  EXPECT_FALSE(check_areas(*topology, groups, *outlines, name)) << "it vanished";
}

}  // namespace
}  // namespace vicinia::workspace
