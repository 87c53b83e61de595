// What is exported at once: how many pages, what they are called, and that they are the pages that their own makers make.
#include <set>

#include "fixture.h"
#include "vicinia/workspace/figures/figure_pages.h"

namespace vicinia::workspace {
namespace {

class FigurePagesTest : public testing::Test {
 protected:
  FigurePagesTest()
      : document_{vietnam_2007(), {}},
        contiguity_(std::make_shared<const Contiguity>(*Contiguity::build(*document_.data->dataset))),
        sources_(*write_sources(*document_.data->dataset, folder_.path())) {}

  [[nodiscard]] FigurePages pages(FigureWish wish) const {
    wish.language = Language::en;
    auto made = FigurePages::lay_out(document_, contiguity_, wish);
    EXPECT_TRUE(made) << (made ? "" : error_text(made.error(), Language::en));
    return made ? *made : FigurePages{};
  }
  [[nodiscard]] static PageOptions options() {
    return {.figure = {.language = Language::en, .date = "2026-02-01"}};
  }

  TemporaryFolder folder_;
  Document document_;
  std::shared_ptr<const Contiguity> contiguity_;
  MapSources sources_;
};

TEST_F(FigurePagesTest, OfOneMapAreThatMap) {
  const FigurePages one = pages({});
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one.file_stem(0), "textile-and-garment-lq");
  EXPECT_EQ(*one.page(0, sources_, options()),
            *make_figure_page(document_, sources_, *contiguity_, options()));
}

TEST_F(FigurePagesTest, HaveNamesAndFileNamesOfTheirOwn) {
  for (const FigureWish& wish :
       {FigureWish{.kind = FigureKind::series}, FigureWish{FigureKind::series, {SeriesPer::province}},
        FigureWish{FigureKind::series, {SeriesPer::agglomeration}}, FigureWish{.kind = FigureKind::brief}}) {
    const FigurePages all = pages(wish);
    std::set<std::string> stems;
    for (std::size_t i = 0; i < all.size(); ++i) {
      EXPECT_FALSE(all.name(i).empty());
      stems.insert(all.file_stem(i));
    }
    EXPECT_GT(all.size(), 1u);
    EXPECT_EQ(stems.size(), all.size());
  }
  EXPECT_EQ(pages({.kind = FigureKind::series}).size(), 22u);
}

TEST_F(FigurePagesTest, OfSectorsKeepTheSectorInATitleOfTheUsersOwn) {
  PageOptions own = options();
  own.figure.title = "Report 2026";
  EXPECT_EQ(pages({.kind = FigureKind::series}).page(1, sources_, own)->title,
            "Report 2026: Manufacture of leather and related products");
}

TEST_F(FigurePagesTest, OfSmallMapsAreOnePage) {
  const FigurePages grid = pages({.kind = FigureKind::multiples});
  ASSERT_EQ(grid.size(), 1u);
  EXPECT_EQ(grid.page(0, sources_, options())->panels.size(), 22u);
}

}  // namespace
}  // namespace vicinia::workspace
