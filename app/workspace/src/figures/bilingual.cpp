#include <algorithm>
#include <cctype>

#include "vicinia/workspace/figures/figure_page.h"

namespace vicinia::workspace {
namespace {

/// Numbers need no translation, though their separators differ.
bool has_words(const std::string& text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c); });
}

std::string side_by_side(const std::string& first, const std::string& second) {
  return first == second || !has_words(second) || second.empty() ? first : first + " / " + second;
}

}  // namespace

gis::map::FigureSpec bilingual(gis::map::FigureSpec first, const gis::map::FigureSpec& second) {
  if (second.title != first.title) first.second_title = second.title;
  if (second.subtitle != first.subtitle) first.second_subtitle = second.subtitle;
  first.legend.title = side_by_side(first.legend.title, second.legend.title);
  first.legend.subtitle = side_by_side(first.legend.subtitle, second.legend.subtitle);
  for (std::size_t i = 0; i < std::min(first.legend.entries.size(), second.legend.entries.size()); ++i)
    first.legend.entries[i].label = side_by_side(first.legend.entries[i].label, second.legend.entries[i].label);
  for (std::size_t i = 0; i < std::min(first.island_insets.size(), second.island_insets.size()); ++i)
    first.island_insets[i].label += "\n" + second.island_insets[i].label;
  for (std::size_t i = 0; i < std::min(first.zoom_insets.size(), second.zoom_insets.size()); ++i)
    first.zoom_insets[i].label = side_by_side(first.zoom_insets[i].label, second.zoom_insets[i].label);
  first.table.title = side_by_side(first.table.title, second.table.title);
  for (std::size_t i = 0; i < std::min(first.table.columns.size(), second.table.columns.size()); ++i)
    first.table.columns[i].head = side_by_side(first.table.columns[i].head, second.table.columns[i].head);
  first.table.more = side_by_side(first.table.more, second.table.more);
  for (const std::string& note : second.notes)
    if (std::ranges::find(first.notes, note) == first.notes.end()) first.notes.push_back(note);
  return first;
}

}  // namespace vicinia::workspace
