/// \file consensus.h
/// What several rows say of one number, and what remains of it without one of them.
/// Cost:    O(claims log claims) to make; without() O(tied stretches).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/stats/interval.h"

namespace vicinia::core::audit {

struct Claim {
  stats::Interval interval{};
  std::size_t row = 0;
};

/// A hair wider, so that ends that are equal but for rounding of the arithmetic still meet.
[[nodiscard]] stats::Interval widened(stats::Interval interval);

/// The numbers that most claims contain. Where several stretches are shared by as many, the one from the first to the last of them:
/// it promises less, and is never wrong for it.
class Consensus {
 public:
  struct Known {
    stats::Interval interval{};
    std::vector<std::size_t> rows{};  ///< that set its ends
  };

  Consensus() = default;
  explicit Consensus(std::span<const Claim> claims);

  [[nodiscard]] const std::optional<stats::MostShared>& shared() const { return shared_; }
  [[nodiscard]] bool is_tied() const { return stretches_.size() > 1; }
  /// Of all claims.
  [[nodiscard]] std::optional<Known> all() const;
  /// Of all but those of a row; nullopt where no other row says anything.
  [[nodiscard]] std::optional<Known> without(std::size_t row) const;

 private:
  struct End {
    double at = 0;
    std::size_t row = 0;
  };
  /// Those that contain it reach from the highest of their low ends to the lowest of their high ends; and the same for all rows
  /// but the one that sets the end.
  struct Stretch {
    std::optional<End> low[2]{}, high[2]{};
    std::vector<std::size_t> rows{};  ///< that contain it, ascending; only kept where stretches are tied
  };
  [[nodiscard]] static std::optional<Known> of(const Stretch& stretch, std::optional<std::size_t> left_out);

  std::vector<Stretch> stretches_{};
  std::optional<stats::MostShared> shared_{};
};

}  // namespace vicinia::core::audit
