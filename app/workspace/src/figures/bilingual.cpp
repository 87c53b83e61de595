#include <algorithm>
#include <cctype>

#include "vicinia/workspace/figures/figure_page.h"

namespace vicinia::workspace::inline figures {
namespace {

/// Numbers need no translation, though their separators differ.
bool has_words(const std::string& text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c); });
}

std::string one_below_the_other(const std::string& first, const std::string& second) {
  return first == second || !has_words(second) || second.empty() ? first : first + "\n" + second;
}

}  // namespace

gis::map::FigureSpec bilingual(gis::map::FigureSpec first, const gis::map::FigureSpec& second) {
  if (second.title != first.title) first.second_title = second.title;
  if (second.subtitle != first.subtitle) first.second_subtitle = second.subtitle;
  first.legend.title = one_below_the_other(first.legend.title, second.legend.title);
  first.legend.subtitle = one_below_the_other(first.legend.subtitle, second.legend.subtitle);
  for (std::size_t i = 0; i < std::min(first.legend.entries.size(), second.legend.entries.size()); ++i)
    first.legend.entries[i].label =
        one_below_the_other(first.legend.entries[i].label, second.legend.entries[i].label);
  for (std::size_t i = 0; i < std::min(first.island_insets.size(), second.island_insets.size()); ++i)
    first.island_insets[i].label += "\n" + second.island_insets[i].label;
  for (std::size_t i = 0; i < std::min(first.zoom_insets.size(), second.zoom_insets.size()); ++i)
    first.zoom_insets[i].label = one_below_the_other(first.zoom_insets[i].label, second.zoom_insets[i].label);
  first.table.title = one_below_the_other(first.table.title, second.table.title);
  for (std::size_t i = 0; i < std::min(first.table.columns.size(), second.table.columns.size()); ++i)
    first.table.columns[i].head =
        one_below_the_other(first.table.columns[i].head, second.table.columns[i].head);
  if (!first.table.more.empty()) first.table.more += " / " + second.table.more;
  first.second_notes = second.notes;
  return first;
}

}  // namespace vicinia::workspace::inline figures
