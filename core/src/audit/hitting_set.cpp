#include "hitting_set.h"

#include <algorithm>
#include <bit>
#include <boost/container/small_vector.hpp>
#include <cmath>
#include <limits>
#include <span>
#include <unordered_map>
#include <utility>

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
  [[nodiscard]] std::span<const std::uint64_t> words() const { return {words_.data(), words_.size()}; }

 private:
  boost::container::small_vector<std::uint64_t, 4>
      words_;  ///< most are small: they are copied at every branch
};

/// Lists of numbers, one behind the other in memory.
class Lists {
 public:
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t list) const {
    return std::span(numbers_).subspan(start_of(list), ends_[list] - start_of(list));
  }
  /// To the list that is written; end() ends it.
  void add(std::uint32_t number) { numbers_.push_back(number); }
  void end() { ends_.push_back(static_cast<std::uint32_t>(numbers_.size())); }
  void add(std::span<const std::uint32_t> numbers) {
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
    end();
  }
  [[nodiscard]] bool has_an_empty_one() const {
    for (std::size_t k = 0; k < size(); ++k)
      if (ends_[k] == start_of(k)) return true;
    return false;
  }
  /// [number below `count`] the lists that it is in, ascending
  [[nodiscard]] Lists turned(std::size_t count) const {
    Lists of;
    of.ends_.assign(count, 0);
    for (const std::uint32_t number : numbers_) ++of.ends_[number];
    for (std::size_t i = 1; i < count; ++i) of.ends_[i] += of.ends_[i - 1];
    of.numbers_.resize(numbers_.size());
    auto next = of.ends_;  // filled from behind
    for (std::size_t k = size(); k-- > 0;)
      for (const std::uint32_t number : (*this)[k])
        of.numbers_[--next[number]] = static_cast<std::uint32_t>(k);
    return of;
  }

 private:
  [[nodiscard]] std::size_t start_of(std::size_t list) const { return list == 0 ? 0 : ends_[list - 1]; }
  std::vector<std::uint32_t> numbers_{}, ends_{};
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
Lists connected(std::size_t count, Each each) {
  std::vector<std::uint32_t> parent(count);
  for (std::uint32_t k = 0; k < count; ++k) parent[k] = k;
  const auto root = [&](std::uint32_t k) {
    while (parent[k] != k) k = parent[k] = parent[parent[k]];
    return k;
  };
  for (std::uint32_t k = 0; k < count; ++k)
    each(k, [&](std::uint32_t other) { parent[root(k)] = root(other); });
  constexpr auto none = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> place(count, none);
  std::uint32_t parts = 0;
  Lists part;
  for (std::uint32_t k = 0; k < count; ++k) {
    std::uint32_t& at = place[root(k)];
    if (at == none) at = parts++;
    part.add(std::span<const std::uint32_t>(&at, 1));
  }
  return part.turned(parts);
}

/// Conflicts that hang together, members numbered anew.
class Component {
 public:
  struct Member {
    std::uint32_t name = 0;
    double cost = 0;
    bool is_preferred = false;
    std::uint32_t from = 0, to = 0;  ///< of its conflicts, ascending
  };
  /// `conflicts_of`: [member] 0 to count − 1, ascending
  Component(std::size_t count, std::span<const Member> members, Lists conflicts_of)
      : sets_(conflicts_of.turned(count)), conflicts_of_(std::move(conflicts_of)) {
    for (const Member& member : members) {
      names_.push_back(member.name);
      cost_.push_back(member.cost);
      is_preferred_.push_back(member.is_preferred ? 1 : 0);
    }
    note_conflicts();
  }

  /// The cost; infinite where there is no set that costs no more than `most`.
  double solve(double most, int most_branches, std::vector<std::uint32_t>& into) {
    if (sets_.has_an_empty_one()) return out_of_reach;
    State start = all_open();
    best_cost_ = most + 1.25 * worth_looking_for;  // one that costs just so much is found
    if (!reduce(start)) return out_of_reach;
    best_ = start.chosen;
    double left = best_cost_ - start.cost;
    const std::vector<std::uint32_t> open = open_of(start);
    const Lists parts = parts_of(start, open);
    for (std::size_t p = 0; p < parts.size(); ++p) {  // what is left may have fallen apart
      std::vector<std::uint32_t> part;
      for (const std::uint32_t at : parts[p]) part.push_back(open[at]);
      Component rest(*this, start, std::move(part));
      rest.best_cost_ = left;
      rest.branches_left_ = most_branches;
      const State all = rest.all_open();
      rest.greedy(all);
      if (rest.names_.size() <= most_members) rest.search(all);
      if (rest.best_.empty()) return out_of_reach;
      for (const std::uint32_t member : rest.best_) best_.push_back(rest.names_[member]);
      left -= rest.best_cost_;
    }
    double cost = 0;
    for (const std::uint32_t member : best_) {
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
    std::vector<std::uint32_t> chosen{};
    double cost = 0;
  };

  [[nodiscard]] double worth_of(std::size_t member) const {
    return cost_[member] - (is_preferred_[member] != 0 ? preference : 0);
  }

  /// Conflicts that a state leaves open, members named by their numbers in the whole.
  Component(const Component& whole, const State& state, std::vector<std::uint32_t> conflicts) {
    // The smallest first: more of them share no member, and members that replace each other are looked for in the first.
    std::ranges::stable_sort(conflicts, {}, [&](std::uint32_t k) { return state.left[k]; });
    std::vector<std::uint32_t> number(whole.names_.size());
    std::vector<std::uint8_t> is_in(whole.names_.size());
    for (const std::uint32_t k : conflicts)
      for (const std::uint32_t m : whole.sets_[k]) is_in[m] = !state.out.has(m);
    for (std::uint32_t m = 0; m < number.size(); ++m) {
      if (is_in[m] == 0) continue;
      number[m] = static_cast<std::uint32_t>(names_.size());
      names_.push_back(m);
      cost_.push_back(whole.cost_[m]);
      is_preferred_.push_back(whole.is_preferred_[m]);
    }
    for (const std::uint32_t k : conflicts) {
      for (const std::uint32_t m : whole.sets_[k])
        if (!state.out.has(m)) sets_.add(number[m]);
      sets_.end();
    }
    conflicts_of_ = sets_.turned(names_.size());
    note_conflicts();
  }

  [[nodiscard]] std::vector<std::uint32_t> open_of(const State& state) const {
    std::vector<std::uint32_t> open;
    state.open.for_each([&](std::size_t k) { open.push_back(static_cast<std::uint32_t>(k)); });
    return open;
  }

  /// Of the open conflicts, by their places among them.
  [[nodiscard]] Lists parts_of(const State& state, std::span<const std::uint32_t> open) const {
    constexpr auto none = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> first_with(names_.size(), none);
    return connected(open.size(), [&](std::uint32_t at, auto connect) {
      for (const std::uint32_t m : sets_[open[at]]) {
        if (state.out.has(m)) continue;
        if (first_with[m] == none) first_with[m] = at;
        connect(first_with[m]);
      }
    });
  }

  void note_conflicts() {
    meets_ = BitRows(names_.size(), sets_.size());
    members_of_ = BitRows(sets_.size(), names_.size());
    for (std::size_t k = 0; k < sets_.size(); ++k)
      for (const std::uint32_t m : sets_[k]) {
        meets_.add(m, k);
        members_of_.add(k, m);
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

  void choose(State& state, std::uint32_t member) const {
    state.chosen.push_back(member);
    state.cost += worth_of(member);
    state.out.add(member);
    for (const std::uint32_t k : conflicts_of_[member])
      if (state.open.has(k)) state.to_check.add_all(members_of_[k]);
    state.open.remove_all(meets_[member]);
  }

  void rule_out(State& state, std::uint32_t member) const {
    state.out.add(member);
    for (const std::uint32_t k : conflicts_of_[member]) --state.left[k];
  }

  void greedy(State state) {
    while (!state.open.is_empty()) {
      std::uint32_t best = 0;
      double value = -1;
      for (std::uint32_t m = 0; m < names_.size(); ++m) {
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
        choose(state, *std::ranges::find_if(sets_[k], [&](std::uint32_t m) { return !state.out.has(m); }));
        is_changed = true;
      });
      if (is_dead || state.cost >= best_cost_ - worth_looking_for) return false;
      state.to_check.remove_all(state.out.words());
      state.to_check.for_each([&](std::size_t number) {
        const auto a = static_cast<std::uint32_t>(number);
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
  [[nodiscard]] bool has_replacement(const State& state, std::uint32_t a, std::size_t first) const {
    // What replaces it meets its conflicts too: the first will do to look in.
    for (const std::uint32_t b : sets_[first]) {
      if (b == a || cost_[b] > cost_[a] || state.out.has(b) || !meets_.is_within(a, b, state.open)) continue;
      const bool is_worth_the_same = cost_[b] == cost_[a] && meets_.is_within(b, a, state.open);
      if (!is_worth_the_same || (is_preferred_[b] == is_preferred_[a] ? b < a : is_preferred_[b] != 0))
        return true;
    }
    return false;
  }

  [[nodiscard]] double least_more(const State& state) const {
    BitSet open = state.open;
    double least = 0;
    open.for_each([&](std::size_t k) {
      double cheapest = out_of_reach;
      for (const std::uint32_t m : sets_[k]) {
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
    std::vector<std::uint32_t> options;
    for (const std::uint32_t m : sets_[smallest])
      if (!state.out.has(m)) options.push_back(m);
    std::ranges::stable_sort(options, std::greater<>(), [&](std::uint32_t m) {
      return static_cast<double>(meets_.count(m, state.open)) / worth_of(m);
    });
    for (const std::uint32_t m : options) {
      if (branches_left_ <= 0) return;
      State with = state;
      choose(with, m);
      search(std::move(with));
      rule_out(state, m);  // what follows is without it
    }
  }

  Lists sets_{};          ///< [conflict] members
  Lists conflicts_of_{};  ///< [member]
  std::vector<std::uint32_t> names_{};
  std::vector<double> cost_{};
  std::vector<std::uint8_t> is_preferred_{};
  BitRows meets_{};       ///< [member] conflicts
  BitRows members_of_{};  ///< [conflict] members
  std::vector<std::uint32_t> best_{};
  double best_cost_ = out_of_reach;
  int branches_left_ = 0;
};

using Member = Component::Member;

struct Members {
  std::vector<Member> list{};
  std::vector<std::uint32_t> conflicts{};
  [[nodiscard]] std::span<const std::uint32_t> conflicts_of(const Member& member) const {
    return std::span(conflicts).subspan(member.from, member.to - member.from);
  }
};

/// Every member once, by its first conflict. Of those that are in the same conflicts and cost the same only one: a long sum has hundreds, and any will do.
Members members_of(std::span<const std::vector<std::uint32_t>> conflicts,
                   const std::function<double(std::uint32_t)>& cost,
                   const std::function<bool(std::uint32_t)>& is_preferred) {
  std::size_t count = 0;
  for (const auto& conflict : conflicts) count += conflict.size();
  std::vector<std::uint64_t> places;  // member and conflict
  places.reserve(count);
  for (std::size_t k = 0; k < conflicts.size(); ++k)
    for (const std::uint32_t member : conflicts[k]) places.push_back(std::uint64_t{member} << 32 | k);
  std::ranges::sort(places);
  Members members;
  members.conflicts.reserve(count);
  std::unordered_map<std::uint64_t, std::size_t> first_like;
  for (std::size_t at = 0; at < places.size();) {
    Member one{.name = static_cast<std::uint32_t>(places[at] >> 32),
               .from = static_cast<std::uint32_t>(members.conflicts.size())};
    std::uint64_t likeness = 0;
    for (; at < places.size() && places[at] >> 32 == one.name; ++at) {
      members.conflicts.push_back(static_cast<std::uint32_t>(places[at]));
      likeness = (likeness ^ members.conflicts.back()) * 0x9E3779B97F4A7C15U + 1;
    }
    one.to = static_cast<std::uint32_t>(members.conflicts.size());
    one.cost = cost(one.name);
    if (std::isinf(one.cost)) {
      members.conflicts.resize(one.from);
      continue;
    }
    one.is_preferred = is_preferred(one.name);
    const auto [like, is_new] =
        first_like.try_emplace(likeness ^ std::bit_cast<std::uint64_t>(one.cost), members.list.size());
    if (is_new) {
      members.list.push_back(one);
      continue;
    }
    Member& first = members.list[like->second];
    if (first.cost != one.cost ||
        !std::ranges::equal(members.conflicts_of(first), members.conflicts_of(one))) {
      members.list.push_back(one);
      continue;
    }
    members.conflicts.resize(one.from);  // those of the first are the same
    if (one.is_preferred && !first.is_preferred) first.name = one.name, first.is_preferred = true;
  }
  std::ranges::sort(members.list, {},
                    [&](const Member& m) { return std::pair(members.conflicts[m.from], m.name); });
  return members;
}

}  // namespace

std::vector<std::uint32_t> cheapest_hitting_set(std::span<const std::vector<std::uint32_t>> conflicts,
                                                const std::function<double(std::uint32_t)>& cost,
                                                const std::function<bool(std::uint32_t)>& is_preferred,
                                                double most, int most_branches) {
  const Members members = members_of(conflicts, cost, is_preferred);
  Lists conflicts_of;  // [member]
  for (const Member& member : members.list) conflicts_of.add(members.conflicts_of(member));
  const Lists names = conflicts_of.turned(conflicts.size());  // [conflict] members
  const Lists parts = connected(conflicts.size(), [&](std::uint32_t k, auto connect) {
    for (const std::uint32_t m : names[k]) connect(conflicts_of[m].front());
  });
  std::vector<std::uint32_t> found, number(conflicts.size()), renumbered;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const auto part = parts[p];
    std::vector<std::uint32_t> smallest_first(part.begin(), part.end());
    std::ranges::stable_sort(smallest_first, {}, [&](std::uint32_t k) { return names[k].size(); });
    for (std::uint32_t at = 0; at < part.size(); ++at) number[smallest_first[at]] = at;
    std::vector<Member> own;
    Lists own_conflicts;
    for (const std::uint32_t k : part)
      for (const std::uint32_t m : names[k]) {
        if (conflicts_of[m].front() != k) continue;  // it was named before
        own.push_back(members.list[m]);
        renumbered.clear();
        for (const std::uint32_t of : conflicts_of[m]) renumbered.push_back(number[of]);
        std::ranges::sort(renumbered);
        own_conflicts.add(renumbered);
      }
    most -= Component(part.size(), own, std::move(own_conflicts)).solve(most, most_branches, found);
    if (most == -out_of_reach || std::isnan(most)) return {};  // inf - inf where nothing bounds the cost
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace vicinia::core::audit
