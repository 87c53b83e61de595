#include "vicinia/workspace/figures/figure_pages.h"

#include <utility>

#include "base/phrase.h"
#include "vicinia/workspace/figures/grey_print.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline figures {
namespace {

std::string stem_of_brief(std::size_t page, const BriefPage& brief, Language language) {
  const std::string& title = language == Language::vi ? brief.title_vi : brief.title_en;
  return (page < 9 ? "0" : "") + std::to_string(page + 1) + "-" + file_stem_of(title);
}

/// "-lq", or its Vietnamese name.
std::string stem_of_variable(const Document& document, Language language) {
  const auto variable = document.view.variable;
  if (language == Language::en) return "-" + std::string(core::values::info_of(variable).id);
  return "-" + file_stem_of(variable_short_name(document.data->dataset->provenance, variable, Language::vi));
}

}  // namespace

std::string file_stem_of(const Document& document, const FigureWish& wish) {
  const std::string variable = stem_of_variable(document, wish.language);
  const auto& sector = document.data->dataset->sectors[document.view.sector];
  const std::string shown = file_stem_of(name_of(sector, wish.language));
  if (wish.kind == FigureKind::map) return shown + variable;
  if (wish.kind == FigureKind::comparison)
    return Phrase{"so-sanh", "comparison"}.in(wish.language) + variable;
  if (wish.kind == FigureKind::multiples)
    return Phrase{"ban-do-nho", "small-maps"}.in(wish.language) + variable;
  if (wish.kind == FigureKind::brief) return Phrase{"tom-tat", "brief"}.in(wish.language);
  if (wish.series.per == SeriesPer::sector)
    return Phrase{"cac-nganh", "sectors"}.in(wish.language) + variable;
  return shown +
         (wish.series.per == SeriesPer::province ? Phrase{"-cac-tinh", "-provinces"}
                                                 : Phrase{"-cac-quan-tu", "-agglomerations"})
             .in(wish.language) +
         variable;
}

core::Result<FigurePages> FigurePages::lay_out(const Document& document,
                                               std::shared_ptr<const Contiguity> contiguity,
                                               const FigureWish& wish) {
  FigurePages pages;
  pages.wish_ = wish;
  pages.contiguity_ = std::move(contiguity);
  pages.document_ = document;
  // Pages that are made of the document one by one are not compared: their classes are their own.
  const bool is_as_shown = wish.kind == FigureKind::map || wish.kind == FigureKind::comparison;
  if (!is_as_shown) pages.document_.view.comparison = {};
  if (wish.kind == FigureKind::brief) {
    auto brief = brief_pages(pages.document_, *pages.contiguity_);
    if (!brief) return core::fail(brief.error());
    pages.brief_ = *std::move(brief);
    for (const BriefPage& page : pages.brief_) {
      pages.stems_.push_back(stem_of_brief(pages.stems_.size(), page, wish.language));
      pages.names_.push_back(wish.language == Language::vi ? page.title_vi : page.title_en);
    }
    return pages;
  }
  if (is_as_shown) {
    if (map_count(document.view) == 1) pages.wish_.kind = FigureKind::map;
    pages.names_ = {""};
    pages.stems_ = {file_stem_of(document, wish)};
    return pages;
  }
  if (wish.kind == FigureKind::multiples) pages.wish_.series.same_classes = true;
  auto items = series_items(pages.document_, *pages.contiguity_, pages.wish_.series, wish.language);
  if (!items) return core::fail(items.error());
  pages.items_ = *std::move(items);
  if (wish.kind == FigureKind::multiples) {
    pages.names_ = {""};
    pages.stems_ = {file_stem_of(document, wish)};
    return pages;
  }
  for (const SeriesItem& item : pages.items_) {
    pages.names_.push_back(item.name);
    pages.stems_.push_back(item.file_stem);
  }
  return pages;
}

const Document& FigurePages::document(std::size_t page) const {
  if (wish_.kind == FigureKind::map || wish_.kind == FigureKind::comparison) return document_;
  return wish_.kind == FigureKind::brief ? brief_[page].document : items_[page].document;
}

std::string FigurePages::grey_warning() const {
  std::vector<NamedPage> shown;
  for (const SeriesItem& item : items_) shown.push_back({item.name, &item.document});
  for (std::size_t i = 0; i < brief_.size(); ++i) shown.push_back({names_[i], &brief_[i].document});
  return grey_print_warning(shown, wish_.language);
}

core::Result<gis::map::FigureSpec> FigurePages::page(std::size_t page, const MapSources& sources,
                                                     PageOptions options) const {
  switch (wish_.kind) {
    case FigureKind::map: return make_figure_page(document_, sources, *contiguity_, options);
    case FigureKind::comparison:
      return make_comparison_page(document_, sources, *contiguity_, std::move(options));
    case FigureKind::multiples: return make_multiples_page(items_, sources, *contiguity_, std::move(options));
    case FigureKind::brief: return make_brief_page(brief_[page], sources, *contiguity_, std::move(options));
    case FigureKind::series: break;
  }
  if (wish_.series.per == SeriesPer::sector && !options.figure.title.empty())
    options.figure.title += ": " + items_[page].name;
  return make_series_page(items_[page], sources, *contiguity_, std::move(options));
}

gis::map::SeriesSpec about_series(const core::Dataset& dataset, Language language, const std::string& title,
                                  const std::filesystem::path& file) {
  const core::Provenance& provenance = dataset.provenance;
  return {.title = title.empty() ? pick(provenance.title, language) : title,
          .author = "Vicinia",
          .subject = pick(provenance.survey, language),
          .language = std::string(code_of(language)),
          .file = file.string()};
}

}  // namespace vicinia::workspace::inline figures
