// An import as a file: what is written is read back equal, and what is wrong is named.
#include "vicinia/gis/imports/recipe.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "expect_error.h"

namespace vicinia::gis::imports {
namespace {

std::string some_text() {
  return *rc::gen::elementOf(std::vector<std::string>{"", "tên", "TEN_HUYEN", "a \"b\"", "Đồng Cỏ", "x,y"});
}

Recipe some_recipe() {
  Recipe recipe{.title = {some_text(), ""}, .source = {some_text(), ""}};
  for (auto* text : {&recipe.title, &recipe.source}) text->en = text->vi;
  if (*rc::gen::arbitrary<bool>()) recipe.survey_date = "2024-12-31";
  if (*rc::gen::arbitrary<bool>()) {
    recipe.boundaries = {.server = *rc::gen::element<std::string>("", "service=gis"),
                         .file = "a folder/huyện.shp",
                         .layer = some_text(),
                         .crs = some_text(),
                         .encoding = some_text(),
                         .fields = {.code = some_text(),
                                    .name_vi = some_text(),
                                    .kind = some_text(),
                                    .parent_name = some_text()},
                         .level = some_text()};
  } else {
    recipe.onto = some_text();
    recipe.onto_level = some_text();
  }
  const int tables = *rc::gen::inRange(0, 3);
  for (int i = 0; i < tables; ++i) {
    TableChoice table{.file = "bảng.xlsx", .sheet = some_text(), .encoding = some_text()};
    if (*rc::gen::arbitrary<bool>()) table.separator = ';';
    if (*rc::gen::arbitrary<bool>()) table.fields = {{"giường bệnh", "employees"}, {"*", "enterprises"}};
    table.scale = *rc::gen::elementOf(std::vector<double>{0, 1, 1000, 1e6});
    if (*rc::gen::arbitrary<bool>())
      table.numbers = {.decimal = io::DecimalMark::comma, .not_published = {".."}, .zero = {"-"}};
    if (*rc::gen::arbitrary<bool>()) {
      TableShape shape{.header_rows = {2, 3}, .first_row = 4, .end_row = 9};
      shape.columns.push_back({.heading = some_text(), .role = ColumnRole::unit_name});
      shape.columns.push_back({.heading = "2005",
                               .role = ColumnRole::value,
                               .meaning = {.field = "employees", .period = "2005"}});
      table.shape = std::move(shape);
    }
    recipe.tables.push_back(std::move(table));
  }
  if (recipe.tables.empty() && *rc::gen::arbitrary<bool>()) {
    recipe.firms = RegisterChoice{.server = *rc::gen::element<std::string>("", "service=gis"),
                                  .file = "doanh nghiệp.csv",
                                  .sheet = some_text(),
                                  .separator = ';'};
    recipe.firms->rules.columns = {.unit = "Huyện", .sector = "VSIC", .employees = "LĐ"};
    recipe.firms->rules.period = "2024";
    recipe.firms->rules.secrecy.min_firms = 3;
  }
  if (*rc::gen::arbitrary<bool>())
    recipe.frames.push_back({.id = "2030",
                             .vintage = "2030-01-01",
                             .name = {"mới", "new"},
                             .level = some_text(),
                             .units = "u.csv",
                             .crosswalk = "c.csv",
                             .share_column = *rc::gen::element<std::string>("", "dân số")});
  if (*rc::gen::arbitrary<bool>())
    recipe.frames.push_back({.id = "2031",
                             .vintage = "2031-01-01",
                             .name = {"mới", "new"},
                             .boundaries = {.file = "b.shp", .fields = {.name_vi = "TEN"}}});
  if (*rc::gen::arbitrary<bool>())
    recipe.decisions.push_back({some_text(), "Cao Lãnh", some_text(), some_text()});
  recipe.classification =
      *rc::gen::elementOf(std::vector<std::string>{"", "vsic-1993", "vsic-2025", "isic-3"});
  if (*rc::gen::arbitrary<bool>())
    recipe.has_published_sectors = true;
  else
    recipe.sector_level =
        *rc::gen::element(SectorLevel::as_found, SectorLevel::section, SectorLevel::division,
                          SectorLevel::group, SectorLevel::industry_class);
  recipe.are_boundaries_right = *rc::gen::arbitrary<bool>();
  recipe.leaves_likely_out = *rc::gen::arbitrary<bool>();
  recipe.completeness = *rc::gen::element(CompletenessChoice::as_found, CompletenessChoice::published_list,
                                          CompletenessChoice::complete_matrix);
  return recipe;
}

RC_GTEST_PROP(Recipe, IsReadBackAsItWasWritten, ()) {
  const Recipe recipe = some_recipe();
  const auto read = parse_recipe(recipe_text(recipe), "import.json");
  if (!read) RC_LOG() << test::text_of(read.error()) << recipe_text(recipe);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->recipe == recipe);
  RC_ASSERT(read->findings.empty());
}

TEST(RecipeErrors, NameTheKeyThatIsAtFault) {
  const auto error_of = [](const char* text) {
    const auto read = parse_recipe(text, "import.json");
    return read ? std::string() : read.error().subject.field;
  };
  EXPECT_EQ(error_of(R"({"format": "vicinia-import", "version": 1, "tables": [{"sheet": "a"}]})"),
            "tables[0].file");
  EXPECT_EQ(error_of(R"({"format": "vicinia-import", "version": 1, "tables": [{"file": "a", "scale": -1}]})"),
            "tables[0].scale");
  EXPECT_EQ(error_of(R"({"format": "vicinia-import", "version": 2})"), "version");
  EXPECT_EQ(
      error_of(R"({"format": "vicinia-import", "version": 1, "onto": "x", "boundaries": {"file": "b"}})"),
      "onto");
  EXPECT_EQ(error_of(R"({"format": "vicinia-import", "version": 1, "classification": "vsic-1986"})"),
            "classification");
  EXPECT_EQ(error_of(R"({"format": "vicinia-import", "version": 1, "sector_level": "village"})"),
            "sector_level");
  EXPECT_EQ(
      error_of(
          R"({"format": "vicinia-import", "version": 1, "sector_level": "group", "sectors": "published"})"),
      "sectors");
  EXPECT_EQ(parse_recipe("[", "import.json").error().code, core::ErrorCode::bad_manifest);
  const auto misspelt =
      parse_recipe(R"({"format": "vicinia-import", "version": 1, "tabels": []})", "import.json");
  ASSERT_TRUE(misspelt);
  ASSERT_EQ(misspelt->findings.size(), 1u);
  EXPECT_EQ(misspelt->findings[0].subject.field, "tabels");
}

}  // namespace
}  // namespace vicinia::gis::imports
