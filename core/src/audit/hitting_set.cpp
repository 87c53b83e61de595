#include "hitting_set.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <unordered_map>

namespace vicinia::core::audit {
namespace {

constexpr double out_of_reach = std::numeric_limits<double>::infinity();
/// Beyond these the greedy set is taken.
constexpr std::size_t most_members = 800;
/// What one preferred member is worth: it decides between members that are as good, and no more.
constexpr double preference = 1e-4;
/// A set that is cheaper is so by half a cell or more, so that less than this is nothing to look for.
constexpr double worth_looking_for = 0.2;

/// Of numbers below a fixed size.
class BitSet {
 public:
  explicit BitSet(std::size_t size = 0) : words_((size + 63) / 64) {}
  void add(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  void remove(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
  [[nodiscard]] bool has(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
  [[nodiscard]] bool is_empty() const {
    return std::ranges::all_of(words_, [](std::uint64_t w) { return w == 0; });
  }
  void add_all(std::span<const std::uint64_t> other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other[w];
  }
  void remove_all(std::span<const std::uint64_t> other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other[w];
  }
  /// Each in turn, ascending; those that are added meanwhile only behind the one that is looked at.
  template <class Use>
  void for_each(Use use) const {
    for (std::size_t w = 0; w < words_.size(); ++w)
      for (std::uint64_t done = 0, left = words_[w]; left != 0; left = words_[w] & ~done) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(left));
        done |= (std::uint64_t{2} << bit) - 1;
        use(64 * w + bit);
      }
  }
  [[nodiscard]] std::span<const std::uint64_t> words() const { return words_; }

 private:
  std::vector<std::uint64_t> words_;
};

/// Sets of numbers below a fixed size, side by side in memory.
class BitRows {
 public:
  BitRows(std::size_t rows = 0, std::size_t size = 0)
      : words_a_row_((size + 63) / 64), words_(rows * words_a_row_) {}
  void add(std::size_t row, std::size_t i) {
    words_[row * words_a_row_ + i / 64] |= std::uint64_t{1} << (i % 64);
  }
  [[nodiscard]] std::span<const std::uint64_t> operator[](std::size_t row) const {
    return {words_.data() + row * words_a_row_, words_a_row_};
  }
  [[nodiscard]] bool is_within(std::size_t row, std::size_t other, const BitSet& among) const {
    const auto a = (*this)[row], b = (*this)[other], of = among.words();
    for (std::size_t w = 0; w < words_a_row_; ++w)
      if ((a[w] & of[w] & ~b[w]) != 0) return false;
    return true;
  }
  [[nodiscard]] std::size_t count(std::size_t row, const BitSet& among) const {
    const auto a = (*this)[row], of = among.words();
    std::size_t n = 0;
    for (std::size_t w = 0; w < words_a_row_; ++w) n += static_cast<std::size_t>(std::popcount(a[w] & of[w]));
    return n;
  }
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t first(std::size_t row, const BitSet& among) const {
    const auto a = (*this)[row], of = among.words();
    for (std::size_t w = 0; w < words_a_row_; ++w)
      if (const std::uint64_t both = a[w] & of[w]; both != 0)
        return 64 * w + static_cast<std::size_t>(std::countr_zero(both));
    return none;
  }

 private:
  std::size_t words_a_row_;
  std::vector<std::uint64_t> words_;
};

/// Of so many things those that hang together, each ascending, in the order of their first. `each` tells of one with which it does.
template <class Each>
std::vector<std::vector<std::size_t>> connected(std::size_t count, Each each) {
  std::vector<std::size_t> parent(count), place(count, count);
  for (std::size_t k = 0; k < count; ++k) parent[k] = k;
  const auto root = [&](std::size_t k) {
    while (parent[k] != k) k = parent[k] = parent[parent[k]];
    return k;
  };
  for (std::size_t k = 0; k < count; ++k) each(k, [&](std::size_t other) { parent[root(k)] = root(other); });
  std::vector<std::vector<std::size_t>> parts;
  for (std::size_t k = 0; k < count; ++k) {
    std::size_t& at = place[root(k)];
    if (at == count) at = parts.size(), parts.emplace_back();
    parts[at].push_back(k);
  }
  return parts;
}

/// Conflicts that hang together, members numbered anew.
class Component {
 public:
  struct Member {
    std::uint32_t name = 0;
    double cost = 0;
    bool is_preferred = false;
    std::vector<std::uint32_t> conflicts{};  ///< ascending
  };
  /// \pre members are of the conflicts 0 to count − 1
  Component(std::size_t count, const std::vector<Member>& members) : sets_(count) {
    for (const Member& member : members) {
      for (const std::uint32_t k : member.conflicts) sets_[k].push_back(names_.size());
      names_.push_back(member.name);
      cost_.push_back(member.cost);
      is_preferred_.push_back(member.is_preferred);
    }
    note_conflicts();
  }

  /// The cost; infinite where there is no set that costs no more than `most`.
  double solve(double most, int most_branches, std::vector<std::uint32_t>& into) {
    if (std::ranges::any_of(sets_, [](const auto& set) { return set.empty(); })) return out_of_reach;
    State start = all_open();
    best_cost_ = most + 1.25 * worth_looking_for;  // one that costs just so much is found
    if (!reduce(start)) return out_of_reach;
    best_ = start.chosen;
    double left = best_cost_ - start.cost;
    for (const auto& part : parts_of(start)) {  // what is left may have fallen apart
      Component rest(*this, start, part);
      rest.best_cost_ = left;
      rest.branches_left_ = most_branches;
      const State all = rest.all_open();
      rest.greedy(all);
      if (rest.names_.size() <= most_members) rest.search(all);
      if (rest.best_.empty()) return out_of_reach;
      for (const std::size_t member : rest.best_) best_.push_back(rest.names_[member]);
      left -= rest.best_cost_;
    }
    double cost = 0;
    for (const std::size_t member : best_) {
      into.push_back(names_[member]);
      cost += cost_[member];
    }
    return cost;
  }

 private:
  struct State {
    BitSet open;      ///< conflicts that are not met yet
    BitSet out;       ///< members that are not to be chosen
    BitSet to_check;  ///< members with fewer open conflicts than when a replacement was looked for
    std::vector<std::uint32_t> left{};  ///< [open conflict] members that are not out
    std::vector<std::size_t> chosen{};
    double cost = 0;
  };

  [[nodiscard]] double worth_of(std::size_t member) const {
    return cost_[member] - (is_preferred_[member] ? preference : 0);
  }

  /// Conflicts that a state leaves open, members named by their numbers in the whole.
  Component(const Component& whole, const State& state, std::vector<std::size_t> conflicts) {
    // The smallest first: more of them share no member, and members that replace each other are looked for in the first.
    std::ranges::stable_sort(conflicts, {}, [&](std::size_t k) { return state.left[k]; });
    std::vector<std::size_t> number(whole.names_.size());
    std::vector<std::uint8_t> is_in(whole.names_.size());
    for (const std::size_t k : conflicts)
      for (const std::size_t m : whole.sets_[k]) is_in[m] = !state.out.has(m);
    for (std::size_t m = 0; m < number.size(); ++m) {
      if (is_in[m] == 0) continue;
      number[m] = names_.size();
      names_.push_back(static_cast<std::uint32_t>(m));
      cost_.push_back(whole.cost_[m]);
      is_preferred_.push_back(whole.is_preferred_[m]);
    }
    for (const std::size_t k : conflicts) {
      auto& set = sets_.emplace_back();
      for (const std::size_t m : whole.sets_[k])
        if (!state.out.has(m)) set.push_back(number[m]);
    }
    note_conflicts();
  }

  [[nodiscard]] std::vector<std::vector<std::size_t>> parts_of(const State& state) const {
    std::vector<std::size_t> open, first_with(names_.size(), sets_.size());
    for (std::size_t k = 0; k < sets_.size(); ++k)
      if (state.open.has(k)) open.push_back(k);
    auto parts = connected(open.size(), [&](std::size_t at, auto connect) {
      for (const std::size_t m : sets_[open[at]]) {
        if (state.out.has(m)) continue;
        if (first_with[m] == sets_.size()) first_with[m] = at;
        connect(first_with[m]);
      }
    });
    for (auto& part : parts)
      for (std::size_t& at : part) at = open[at];
    return parts;
  }

  void note_conflicts() {
    meets_ = BitRows(names_.size(), sets_.size());
    members_of_ = BitRows(sets_.size(), names_.size());
    conflicts_of_.resize(names_.size());
    for (std::size_t k = 0; k < sets_.size(); ++k)
      for (const std::size_t m : sets_[k]) {
        meets_.add(m, k);
        members_of_.add(k, m);
        conflicts_of_[m].push_back(k);
      }
  }

  [[nodiscard]] State all_open() const {
    State state{
        .open = BitSet(sets_.size()), .out = BitSet(names_.size()), .to_check = BitSet(names_.size())};
    for (std::size_t m = 0; m < names_.size(); ++m) state.to_check.add(m);
    for (std::size_t k = 0; k < sets_.size(); ++k) {
      state.open.add(k);
      state.left.push_back(static_cast<std::uint32_t>(sets_[k].size()));
    }
    return state;
  }

  void choose(State& state, std::size_t member) const {
    state.chosen.push_back(member);
    state.cost += worth_of(member);
    state.out.add(member);
    for (const std::size_t k : conflicts_of_[member])
      if (state.open.has(k)) state.to_check.add_all(members_of_[k]);
    state.open.remove_all(meets_[member]);
  }

  void rule_out(State& state, std::size_t member) const {
    state.out.add(member);
    for (const std::size_t k : conflicts_of_[member]) --state.left[k];
  }

  void greedy(State state) {
    while (!state.open.is_empty()) {
      std::size_t best = 0;
      double value = -1;
      for (std::size_t m = 0; m < names_.size(); ++m) {
        const double v = static_cast<double>(meets_.count(m, state.open)) / worth_of(m);
        if (v > value) best = m, value = v;
      }
      choose(state, best);
    }
    if (state.cost >= best_cost_) return;
    best_ = state.chosen;
    best_cost_ = state.cost;
  }

  /// Members that others replace at no greater cost go out; what then is the only member of a conflict is chosen. False: a dead end.
  bool reduce(State& state) const {
    for (bool is_changed = true; is_changed;) {
      is_changed = false;
      bool is_dead = false;
      state.open.for_each([&](std::size_t k) {
        if (state.left[k] > 1 || is_dead) return;
        if (state.left[k] == 0) {
          is_dead = true;
          return;
        }
        choose(state, *std::ranges::find_if(sets_[k], [&](std::size_t m) { return !state.out.has(m); }));
        is_changed = true;
      });
      if (is_dead || state.cost >= best_cost_ - worth_looking_for) return false;
      state.to_check.remove_all(state.out.words());
      state.to_check.for_each([&](std::size_t a) {
        state.to_check.remove(a);
        const std::size_t first = meets_.first(a, state.open);
        if (first == BitRows::none) {
          rule_out(state, a);
        } else if (has_replacement(state, a, first)) {
          rule_out(state, a);
          is_changed = true;
        }
      });
    }
    return true;
  }

  /// Of two that are worth the same, the first stays.
  [[nodiscard]] bool has_replacement(const State& state, std::size_t a, std::size_t first) const {
    // What replaces it meets its conflicts too: the first will do to look in.
    for (const std::size_t b : sets_[first]) {
      if (b == a || cost_[b] > cost_[a] || state.out.has(b) || !meets_.is_within(a, b, state.open)) continue;
      const bool is_worth_the_same = cost_[b] == cost_[a] && meets_.is_within(b, a, state.open);
      if (!is_worth_the_same || (is_preferred_[b] == is_preferred_[a] ? b < a : is_preferred_[b]))
        return true;
    }
    return false;
  }

  [[nodiscard]] double least_more(const State& state) const {
    BitSet open = state.open;
    double least = 0;
    open.for_each([&](std::size_t k) {
      double cheapest = out_of_reach;
      for (const std::size_t m : sets_[k]) {
        if (state.out.has(m)) continue;
        cheapest = std::min(cheapest, worth_of(m));
        open.remove_all(meets_[m]);
      }
      least += cheapest;
    });
    return least;
  }

  void search(State state) {
    if (--branches_left_ < 0 || !reduce(state)) return;
    if (state.open.is_empty()) {
      if (state.cost < best_cost_) best_ = state.chosen, best_cost_ = state.cost;
      return;
    }
    if (state.cost + least_more(state) >= best_cost_ - worth_looking_for) return;
    std::size_t smallest = 0;
    auto size = static_cast<std::uint32_t>(-1);
    state.open.for_each([&](std::size_t k) {
      if (state.left[k] < size) smallest = k, size = state.left[k];
    });
    std::vector<std::size_t> options;
    for (const std::size_t m : sets_[smallest])
      if (!state.out.has(m)) options.push_back(m);
    std::ranges::stable_sort(options, std::greater<>(), [&](std::size_t m) {
      return static_cast<double>(meets_.count(m, state.open)) / worth_of(m);
    });
    for (const std::size_t m : options) {
      if (branches_left_ <= 0) return;
      State with = state;
      choose(with, m);
      search(std::move(with));
      rule_out(state, m);  // what follows is without it
    }
  }

  std::vector<std::vector<std::size_t>> sets_{};
  std::vector<std::uint32_t> names_{};
  std::vector<double> cost_{};
  std::vector<bool> is_preferred_{};
  BitRows meets_{};                                       ///< [member] conflicts
  BitRows members_of_{};                                  ///< [conflict] members
  std::vector<std::vector<std::size_t>> conflicts_of_{};  ///< the same, one by one
  std::vector<std::size_t> best_{};
  double best_cost_ = out_of_reach;
  int branches_left_ = 0;
};

using Member = Component::Member;

/// Every member once, by its first conflict. Of those that are in the same conflicts and cost the same only one: a long sum has hundreds, and any will do.
std::vector<Member> members_of(std::span<const std::vector<std::uint32_t>> conflicts,
                               const std::function<double(std::uint32_t)>& cost,
                               const std::function<bool(std::uint32_t)>& is_preferred) {
  std::vector<std::uint64_t> places;  // member and conflict
  for (std::size_t k = 0; k < conflicts.size(); ++k)
    for (const std::uint32_t member : conflicts[k]) places.push_back(std::uint64_t{member} << 32 | k);
  std::ranges::sort(places);
  std::vector<Member> members;
  std::unordered_map<std::uint64_t, std::size_t> first_like;
  Member one;
  for (std::size_t at = 0; at < places.size();) {
    one.name = static_cast<std::uint32_t>(places[at] >> 32);
    one.conflicts.clear();
    std::uint64_t likeness = 0;
    for (; at < places.size() && places[at] >> 32 == one.name; ++at) {
      one.conflicts.push_back(static_cast<std::uint32_t>(places[at]));
      likeness = (likeness ^ one.conflicts.back()) * 0x9E3779B97F4A7C15U + 1;
    }
    one.cost = cost(one.name);
    if (std::isinf(one.cost)) continue;
    one.is_preferred = is_preferred(one.name);
    const auto [like, is_new] =
        first_like.try_emplace(likeness ^ std::bit_cast<std::uint64_t>(one.cost), members.size());
    if (!is_new && members[like->second].conflicts == one.conflicts &&
        members[like->second].cost == one.cost) {
      if (one.is_preferred && !members[like->second].is_preferred) members[like->second] = one;
    } else {
      members.push_back(one);
    }
  }
  std::ranges::sort(members, {}, [](const Member& m) { return std::pair(m.conflicts.front(), m.name); });
  return members;
}

}  // namespace

std::vector<std::uint32_t> cheapest_hitting_set(std::span<const std::vector<std::uint32_t>> conflicts,
                                                const std::function<double(std::uint32_t)>& cost,
                                                const std::function<bool(std::uint32_t)>& is_preferred,
                                                double most, int most_branches) {
  std::vector<Member> members = members_of(conflicts, cost, is_preferred);
  std::vector<std::vector<std::uint32_t>> names(conflicts.size());  // [conflict] members
  for (std::uint32_t m = 0; m < members.size(); ++m)
    for (const std::uint32_t k : members[m].conflicts) names[k].push_back(m);
  const auto parts = connected(conflicts.size(), [&](std::size_t k, auto connect) {
    for (const std::uint32_t m : names[k]) connect(members[m].conflicts.front());
  });
  std::vector<std::uint32_t> found, number(conflicts.size());
  for (const auto& part : parts) {
    std::vector<std::size_t> smallest_first = part;
    std::ranges::stable_sort(smallest_first, {}, [&](std::size_t k) { return names[k].size(); });
    for (std::uint32_t at = 0; at < part.size(); ++at) number[smallest_first[at]] = at;
    std::vector<std::uint32_t> in_part;
    for (const std::size_t one : part) {
      const auto k = static_cast<std::uint32_t>(one);
      for (const std::uint32_t m : names[k])
        if (members[m].conflicts.front() == k) in_part.push_back(m);  // named for the first time
    }
    std::vector<Member> own;
    for (const std::uint32_t m : in_part) {
      own.push_back(std::move(members[m]));
      for (std::uint32_t& k : own.back().conflicts) k = number[k];
      std::ranges::sort(own.back().conflicts);
    }
    most -= Component(part.size(), own).solve(most, most_branches, found);
    if (most == -out_of_reach || std::isnan(most)) return {};  // inf - inf where nothing bounds the cost
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace vicinia::core::audit
