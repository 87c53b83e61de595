#include "vicinia/core/admin/level.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vicinia::core::admin {
namespace {

struct UsualWords {
  std::string_view id, vi, en, en_plural;
};
/// What data sets that state no words mean by these ids. Any other id is as good.
constexpr std::array<UsualWords, 6> usual_words{{{"country", "quốc gia", "country", "countries"},
                                                 {"region", "vùng", "region", "regions"},
                                                 {"province", "tỉnh", "province", "provinces"},
                                                 {"district", "huyện", "district", "districts"},
                                                 {"commune", "xã", "commune", "communes"},
                                                 {"village", "thôn", "village", "villages"}}};

bool is_id(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

Error bad_levels(std::string field, std::string id, std::string detail) {
  return {.code = ErrorCode::invalid_argument,
          .subject = {.field = std::move(field), .id = std::move(id)},
          .detail = std::move(detail)};
}

}  // namespace

LevelInfo level_called(std::string id) { return with_all_words({.id = std::move(id)}); }

LevelInfo with_all_words(LevelInfo level) {
  const auto fill = [](std::string& text, std::string_view from) {
    if (text.empty()) text = from;
  };
  if (level.name == BilingualText{})
    if (const auto words = std::ranges::find(usual_words, level.id, &UsualWords::id);
        words != usual_words.end()) {
      level.name = {std::string(words->vi), std::string(words->en)};
      fill(level.plural.en, words->en_plural);
    }
  fill(level.name.vi, level.name.en);
  fill(level.name.en, level.name.vi);
  fill(level.name.vi, level.id);
  fill(level.name.en, level.id);
  fill(level.plural.vi, level.name.vi);  // Vietnamese words have one form
  fill(level.plural.en, level.name.en);
  return level;
}

Result<Levels> Levels::declared(std::vector<LevelInfo> coarsest_first) {
  if (coarsest_first.empty() || coarsest_first.size() > most)
    return fail(bad_levels("levels", {}, std::to_string(coarsest_first.size())));
  for (std::size_t i = 0; i < coarsest_first.size(); ++i) {
    const std::string& id = coarsest_first[i].id;
    if (!is_id(id)) return fail(bad_levels("level_id", id, "a-z, 0-9, -, _"));
    for (std::size_t other = 0; other < i; ++other)
      if (coarsest_first[other].id == id) return fail(bad_levels("level_id", id, std::to_string(other + 1)));
  }
  Levels levels;
  for (LevelInfo& level : coarsest_first) levels.levels_.push_back(with_all_words(std::move(level)));
  return levels;
}

Levels Levels::numbered(std::size_t count) {
  Levels levels;
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    levels.levels_.push_back({.id = "level-" + number,
                              .name = {"đơn vị cấp " + number, "unit of level " + number},
                              .plural = {"đơn vị cấp " + number, "units of level " + number}});
  }
  return levels;
}

std::optional<Level> Levels::find(std::string_view id) const {
  const auto at = std::ranges::find(levels_, id, &LevelInfo::id);
  if (at == levels_.end()) return std::nullopt;
  return Level{static_cast<std::uint8_t>(at - levels_.begin())};
}

std::vector<Level> Levels::all() const {
  std::vector<Level> levels;
  for (std::size_t rank = 0; rank < levels_.size(); ++rank)
    levels.push_back({static_cast<std::uint8_t>(rank)});
  return levels;
}

}  // namespace vicinia::core::admin
