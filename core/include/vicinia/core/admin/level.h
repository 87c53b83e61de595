/// \file level.h
/// The levels of a frame, as the data declare them, coarsest first: province ▸ district; province ▸ commune; region ▸ province ▸ district;
/// or one alone. No level has a name in the code: what a level is called, and how many there are, is the frame's to say.
/// Errors:  InvalidArgument with field levels (none, too many), level_id (empty, with signs other than a-z, 0-9, - and _, or twice).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/bilingual_text.h"
#include "vicinia/core/base/result.h"

namespace vicinia::core::admin {

/// Rank of a level in its frame: 0 is the coarsest, and a larger one is finer.
struct Level {
  std::uint8_t rank = 0;
  friend constexpr auto operator<=>(const Level&, const Level&) = default;
};

struct LevelInfo {
  std::string id{};        ///< in options and files: "province"
  BilingualText name{};    ///< of one unit, as it stands within a sentence: "tỉnh", "province"
  BilingualText plural{};  ///< "tỉnh", "provinces"
  friend bool operator==(const LevelInfo&, const LevelInfo&) = default;
};

/// A level of this id with the words that are usual for it; of an unknown id the id itself is the word.
[[nodiscard]] LevelInfo level_called(std::string id);
/// Without a name it gets the words that are usual for its id; else what is missing is taken from the other language, the singular, or the id.
[[nodiscard]] LevelInfo with_all_words(LevelInfo level);

class Levels {
 public:
  static constexpr std::size_t most = 16;

  Levels() = default;  ///< none
  [[nodiscard]] static Result<Levels> declared(std::vector<LevelInfo> coarsest_first);
  /// Nothing is known but how many: "level-1", "level-2" … \pre 0 < count <= most
  [[nodiscard]] static Levels numbered(std::size_t count);

  [[nodiscard]] std::size_t size() const { return levels_.size(); }
  [[nodiscard]] bool empty() const { return levels_.empty(); }
  [[nodiscard]] bool has(Level level) const { return level.rank < levels_.size(); }
  /// \pre has(level)
  [[nodiscard]] const LevelInfo& operator[](Level level) const { return levels_[level.rank]; }
  [[nodiscard]] static constexpr Level coarsest() { return {}; }
  /// \pre !empty()
  [[nodiscard]] Level finest() const { return {static_cast<std::uint8_t>(levels_.size() - 1)}; }
  [[nodiscard]] std::optional<Level> find(std::string_view id) const;
  /// Coarsest first.
  [[nodiscard]] std::vector<Level> all() const;
  friend bool operator==(const Levels&, const Levels&) = default;

 private:
  std::vector<LevelInfo> levels_{};
};

}  // namespace vicinia::core::admin
