/// \file known_texts.h
/// The caller's answers about texts, each asked for once.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "vicinia/gis/imports/table_shape.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {

class KnownTexts {
 public:
  explicit KnownTexts(const RecogniseHints& hints) : hints_(hints) {}

  /// As a whole, or in one of its two languages; of a unit also with a number before it: "1. Hà Nội".
  bool is_unit(std::string_view text) { return ask(without_outline_number(text), hints_.is_unit, units_); }
  bool is_sector(std::string_view text) { return ask(text, hints_.is_sector, sectors_); }
  /// [frame]
  [[nodiscard]] std::vector<UnitPlaces> places(std::string_view text) const {
    return hints_.places ? hints_.places(text) : std::vector<UnitPlaces>{};
  }
  [[nodiscard]] bool knows_units() const { return static_cast<bool>(hints_.is_unit); }
  [[nodiscard]] bool knows_sectors() const { return static_cast<bool>(hints_.is_sector); }

 private:
  using Answers = std::unordered_map<std::string, bool>;
  static bool ask(std::string_view text, const std::function<bool(std::string_view)>& question,
                  Answers& answers) {
    constexpr std::size_t most_asked = 20'000, longest = 200;
    if (!question || text.empty() || text.size() > longest) return false;
    if (const auto known = answers.find(std::string(text)); known != answers.end()) return known->second;
    if (answers.size() > most_asked) return false;
    bool is_known = question(text);
    if (!is_known) {
      const core::BilingualText both = in_two_languages(text);
      is_known = both.vi != both.en && (question(both.vi) || question(both.en));
    }
    answers.emplace(text, is_known);
    return is_known;
  }

  const RecogniseHints& hints_;
  Answers units_{}, sectors_{};
};

}  // namespace vicinia::gis::imports
