#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "vicinia/core/names/folding.h"
#include "vicinia/gis/imports/boundaries.h"

namespace vicinia::gis::imports {
namespace {

using core::names::folded;

/// What is in a field.
struct Content {
  std::size_t filled = 0, distinct = 0, with_letters = 0, with_marks = 0, kinds = 0, numbers = 0,
              short_numbers = 0;
};

constexpr std::size_t longest_unit_code = 10;

Content content_of(const io::Attributes& attributes, std::size_t field) {
  Content content;
  std::set<std::string> values;
  for (const auto& row : attributes.rows) {
    const std::string& text = row[field];
    if (text.empty()) continue;
    ++content.filled;
    values.insert(text);
    const bool has_letters = std::ranges::any_of(text, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (has_letters) ++content.with_letters;
    if (core::names::take_apart(text).has_marks) ++content.with_marks;
    if (core::names::stated_class(text)) ++content.kinds;
    if (text.find_first_not_of("0123456789") == std::string::npos) {
      ++content.numbers;
      if (text.size() <= longest_unit_code) ++content.short_numbers;
    }
  }
  content.distinct = values.size();
  return content;
}

bool mostly(std::size_t part, std::size_t whole) { return whole > 0 && part * 10 >= whole * 8; }

/// NameParts that names of fields hold, the most telling first.
using NameParts = std::vector<std::string_view>;
const NameParts code_parts{"ma", "code", "id", "gso", "pcode", "cc", "key", "maso", "madvhc", "so"};
const NameParts name_parts{"ten", "name", "ten_vi", "name_vi", "adm", "label", "title"};
const NameParts parent_parts{"tinh", "prov", "province", "parent", "city", "thanhpho"};
const NameParts own_parts{"huyen", "quan", "dist", "district", "xa", "phuong", "commune", "ward"};

bool has_part(const std::string& field, const NameParts& words) {
  const std::string plain = folded(field);
  std::string joined = plain;
  std::erase(joined, ' ');
  return std::ranges::any_of(words, [&](std::string_view word) {
    return word.size() < 3 ? (" " + plain + " ").find(" " + std::string(word) + " ") != std::string::npos ||
                                 joined.starts_with(word) || joined.ends_with(word)
                           : joined.find(word) != std::string::npos;
  });
}

/// The number that fields of a level have in common: 2 of "NAME_2" and "ADM2_EN".
std::optional<int> number_in(const std::string& field) {
  const auto at = std::ranges::find_if(field, [](char c) { return c >= '0' && c <= '9'; });
  return at == field.end() ? std::nullopt : std::optional(*at - '0');
}

/// How many different pairs there are: as many as of `fine` alone, where each of them lies in one of `coarse`.
bool determines(const io::Attributes& attributes, std::size_t fine, std::size_t coarse) {
  std::map<std::string, std::string> of;
  std::size_t contradicted = 0;
  for (const auto& row : attributes.rows)
    if (const auto [at, is_new] = of.try_emplace(row[fine], row[coarse]);
        !is_new && at->second != row[coarse])
      ++contradicted;
  // Homonyms lie in several provinces.
  return contradicted * 5 <= attributes.rows.size();
}

class Guess {
 public:
  explicit Guess(const io::Attributes& attributes) : attributes_(attributes) {
    for (std::size_t field = 0; field < attributes.fields.size(); ++field)
      contents_.push_back(content_of(attributes, field));
  }

  BoundaryFields fields() {
    name_ = best([&](std::size_t f) { return name_score(f); });
    if (!name_) return {};
    BoundaryFields fields{.name_vi = attributes_.fields[*name_]};
    taken_.insert(*name_);
    const auto take = [&](const auto& score, std::string& into) {
      const auto found = best(score);
      if (!found) return;
      into = attributes_.fields[*found];
      taken_.insert(*found);
    };
    take([&](std::size_t f) { return kind_score(f); }, fields.kind);
    take([&](std::size_t f) { return parent_name_score(f); }, fields.parent_name);
    take([&](std::size_t f) { return english_score(f); }, fields.name_en);
    take([&](std::size_t f) { return code_score(f); }, fields.code);
    take([&](std::size_t f) { return parent_code_score(f); }, fields.parent_code);
    return fields;
  }

 private:
  template <class Score>
  [[nodiscard]] std::optional<std::size_t> best(const Score& score) const {
    std::optional<std::size_t> found;
    int most = 0;
    for (std::size_t field = 0; field < contents_.size(); ++field) {
      if (taken_.contains(field)) continue;
      if (const int points = score(field); points > most) {
        most = points;
        found = field;
      }
    }
    return found;
  }

  [[nodiscard]] std::size_t rows() const { return attributes_.rows.size(); }
  [[nodiscard]] const std::string& name_of(std::size_t field) const { return attributes_.fields[field]; }
  [[nodiscard]] bool holds_names(std::size_t field) const {
    const Content& c = contents_[field];
    return mostly(c.with_letters, rows()) && !mostly(c.kinds, c.filled);
  }

  /// As many different ones as of no other; with marks; called a name.
  [[nodiscard]] int name_score(std::size_t field) const {
    const Content& c = contents_[field];
    if (!holds_names(field)) {
      // Districts may be called by numbers alone.
      if (!has_part(name_of(field), name_parts) || !mostly(c.filled, rows())) return 0;
    }
    int points = 1 + static_cast<int>(10 * c.distinct / std::max<std::size_t>(rows(), 1));
    if (mostly(c.with_marks, c.filled)) points += 4;
    if (has_part(name_of(field), name_parts)) points += 6;
    if (has_part(name_of(field), parent_parts) && c.distinct < rows()) points -= 4;
    if (const auto number = number_in(name_of(field))) points += *number;
    if (has_part(name_of(field), code_parts) && !has_part(name_of(field), name_parts)) points -= 8;
    return points;
  }
  [[nodiscard]] int kind_score(std::size_t field) const {
    const Content& c = contents_[field];
    if (!mostly(c.kinds, rows())) return 0;
    int points = 5 + static_cast<int>(c.distinct);
    if (mostly(c.with_marks, c.filled)) points += 5;
    if (number_in(name_of(field)) == number_in(name_of(*name_))) points += 8;
    return points;
  }
  /// Fewer than the units, each unit in one of them.
  [[nodiscard]] int parent_name_score(std::size_t field) const {
    const Content& c = contents_[field];
    if (!holds_names(field) || !mostly(c.filled, rows()) || c.distinct >= contents_[*name_].distinct)
      return 0;
    const bool is_called_so = has_part(name_of(field), parent_parts);
    const auto number = number_in(name_of(field)), own = number_in(name_of(*name_));
    const bool is_next = number && own && *number + 1 == *own;
    if ((!is_called_so && !is_next && c.distinct < 2) ||
        (!is_called_so && !determines(attributes_, *name_, field)))
      return 0;
    if (!is_called_so && !is_next && !has_part(name_of(field), name_parts)) return 0;
    int points = 2 + (is_called_so ? 6 : 0) + (is_next ? 6 : 0);
    if (has_part(name_of(field), own_parts) && !is_called_so) points -= 4;
    if (mostly(c.with_marks, c.filled)) points += 3;
    if (c.distinct >= 2) points += 2;
    if (has_part(name_of(field), code_parts) && !has_part(name_of(field), name_parts)) points -= 6;
    return points;
  }
  /// The same names without marks.
  [[nodiscard]] int english_score(std::size_t field) const {
    const Content& c = contents_[field];
    if (!holds_names(field) || c.with_marks * 10 > c.filled) return 0;
    std::size_t same = 0;
    for (const auto& row : attributes_.rows)
      if (core::names::without_class(row[field]) == core::names::without_class(row[*name_])) ++same;
    if (!mostly(same, rows()) || contents_[*name_].with_marks == 0) return 0;
    return 5;
  }
  /// A different one for each unit.
  [[nodiscard]] int code_score(std::size_t field) const {
    const Content& c = contents_[field];
    if (!mostly(c.filled, rows()) || c.distinct * 10 < contents_[*name_].distinct * 9) return 0;
    if (mostly(c.with_letters, c.filled) && !has_part(name_of(field), code_parts)) return 0;
    if (core::names::folded(name_of(field)).starts_with("shape") ||
        core::names::folded(name_of(field)) == "fid" || core::names::folded(name_of(field)) == "objectid")
      return 0;
    if (!has_part(name_of(field), code_parts)) return 0;
    int points = 4;
    if (c.short_numbers == c.filled) points += 3;
    std::set<std::size_t> lengths;
    for (const auto& row : attributes_.rows) lengths.insert(row[field].size());
    if (lengths.size() == 1) points += 4;  // "001": written as codes are
    if (has_part(name_of(field), {"code", "ma", "gso", "pcode"})) points += 4;
    if (const auto number = number_in(name_of(field)); number && number == number_in(name_of(*name_)))
      points += 2;
    return points;
  }
  [[nodiscard]] int parent_code_score(std::size_t field) const {
    const Content& c = contents_[field];
    if (!mostly(c.filled, rows()) || c.distinct >= contents_[*name_].distinct) return 0;
    const auto number = number_in(name_of(field)), own = number_in(name_of(*name_));
    const bool is_next = number && own && *number + 1 == *own;
    const bool is_called_so = has_part(name_of(field), parent_parts);
    if (!is_called_so && !is_next) return 0;
    if (!has_part(name_of(field), code_parts) && c.numbers < c.filled) return 0;
    if (c.with_letters == c.filled && !has_part(name_of(field), code_parts)) return 0;
    return 5 + (c.short_numbers == c.filled ? 3 : 0) + (is_called_so ? 2 : 0);
  }

  const io::Attributes& attributes_;
  std::vector<Content> contents_{};
  std::set<std::size_t> taken_{};
  std::optional<std::size_t> name_{};
};

}  // namespace

BoundaryFields guess_fields(const io::Attributes& attributes) {
  if (attributes.rows.empty()) return {};
  return Guess(attributes).fields();
}

std::string guess_level(const io::Attributes& attributes, const BoundaryFields& fields) {
  using namespace core::names::unit_class;
  const auto position = [&](const std::string& field) -> std::optional<std::size_t> {
    const auto at = std::ranges::find(attributes.fields, field);
    return field.empty() || at == attributes.fields.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(at - attributes.fields.begin()));
  };
  const auto kind = position(fields.kind), name = position(fields.name_vi);
  std::map<std::string, std::size_t> votes;
  for (const auto& row : attributes.rows) {
    auto classes = none;
    if (kind)
      if (const auto stated = core::names::stated_class(row[*kind])) classes = stated->classes;
    if (classes == none && name) classes = core::names::take_apart(row[*name]).classes;
    if ((classes & (ward | commune | township | special_zone)) != 0)
      ++votes["commune"];
    else if ((classes & (urban_district | rural_district | town)) != 0)
      ++votes["district"];
    else if ((classes & province) != 0)
      ++votes["province"];
  }
  const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
  if (most != votes.end() && most->second * 3 >= attributes.rows.size()) return most->first;
  std::set<std::string> units;
  for (const auto& row : attributes.rows) units.insert(name ? row[*name] : "");
  const bool has_parents = !fields.parent_code.empty() || !fields.parent_name.empty();
  constexpr std::size_t most_provinces = 70, most_districts = 900;
  if (units.size() <= most_provinces && !has_parents) return "province";
  return units.size() <= most_districts ? "district" : "commune";
}

std::string level_above(const std::string& level) { return level == "province" ? "" : "province"; }

}  // namespace vicinia::gis::imports
