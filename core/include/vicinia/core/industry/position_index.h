/// \file position_index.h
/// Positions in a list by a key that each entry has: open addressing, four to eight bytes an entry, keys stay with the list.
/// Cost:    O(1) a look-up on average.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vicinia::core::industry {

class PositionIndex {
 public:
  using Position = std::uint32_t;

  /// The position that has the key already, or `position`, which it has from now on; and whether that is new.
  /// \param key_at  position → key of an entry that was put in
  template <class KeyAt>
  std::pair<Position, bool> try_emplace(std::uint64_t key, Position position, KeyAt key_at) {
    if (2 * (count_ + 1) > slots_.size()) grow(key_at, 2 * slots_.size());
    std::size_t slot = first_slot(key);
    for (; slots_[slot] != free_slot; slot = next(slot))
      if (key_at(slots_[slot]) == key) return {slots_[slot], false};
    slots_[slot] = position;
    ++count_;
    return {position, true};
  }

  template <class KeyAt>
  [[nodiscard]] std::optional<Position> find(std::uint64_t key, KeyAt key_at) const {
    if (slots_.empty()) return std::nullopt;
    for (std::size_t slot = first_slot(key); slots_[slot] != free_slot; slot = next(slot))
      if (key_at(slots_[slot]) == key) return slots_[slot];
    return std::nullopt;
  }

  template <class KeyAt>
  void reserve(std::size_t count, KeyAt key_at) {
    if (2 * count > slots_.size()) grow(key_at, 2 * count);
  }

 private:
  static constexpr Position free_slot = static_cast<Position>(-1);
  static constexpr std::size_t fewest_slots = 16;

  /// Fibonacci hashing: neighbouring keys spread over the table.
  [[nodiscard]] std::size_t first_slot(std::uint64_t key) const {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(((key ^ (key >> 32U)) * golden) >> shift_);
  }
  [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }

  template <class KeyAt>
  void grow(KeyAt key_at, std::size_t least) {
    std::size_t size = fewest_slots;
    unsigned bits = 4;
    for (; size < least; size *= 2) ++bits;
    shift_ = 64 - bits;
    const std::vector<Position> old = std::exchange(slots_, std::vector<Position>(size, free_slot));
    for (const Position position : old) {
      if (position == free_slot) continue;
      std::size_t slot = first_slot(key_at(position));
      while (slots_[slot] != free_slot) slot = next(slot);
      slots_[slot] = position;
    }
  }

  std::vector<Position> slots_{};
  std::size_t count_ = 0;
  unsigned shift_ = 60;
};

}  // namespace vicinia::core::industry
