#include "own_rule_options.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "usage.h"

namespace vicinia::cli {
namespace {

using core::indicators::grades::Limits;
using core::indicators::grades::OwnRule;

constexpr std::array<std::pair<const char*, Limits OwnRule::*>, 6> own_criteria{
    {{"--custom-lq,--own-lq", &OwnRule::lq},
     {"--custom-employees,--own-employees", &OwnRule::employees},
     {"--custom-enterprises,--own-enterprises", &OwnRule::enterprises},
     {"--custom-sme-share,--own-sme-share", &OwnRule::sme_share_pct},
     {"--custom-fdi-share,--own-fdi-share", &OwnRule::fdi_share_pct},
     {"--custom-district-share,--own-district-share", &OwnRule::district_share_pct}}};

/// false where the text is no number of zero or more; an empty one is none.
bool read_limit(std::string_view text, std::optional<double>& limit) {
  if (text.empty()) return true;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number) || number < 0)
    return false;
  limit = number;
  return true;
}

std::optional<Limits> limits_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  Limits limits;
  const bool is_read = read_limit(text.substr(0, colon), limits.min) &&
                       (colon == std::string_view::npos || read_limit(text.substr(colon + 1), limits.max));
  const bool is_empty = limits.min && limits.max && *limits.min > *limits.max;
  return is_read && !is_empty && (limits.min || limits.max) ? std::optional(limits) : std::nullopt;
}

}  // namespace

void OwnRuleOptions::setup(CLI::App& app) {
  for (std::size_t i = 0; i < own_criteria.size(); ++i)
    app.add_option(own_criteria[i].first, texts_[i], "Your own grade: MIN, MIN:MAX or :MAX")
        ->type_name("RANGE")
        ->group("Your own grade (shares in per cent)")
        ->check([](const std::string& text) {
          return limits_of(text)
                     ? std::string()
                     : complaint("\"" + text + "\" không có dạng NHỎ_NHẤT, NHỎ_NHẤT:LỚN_NHẤT hoặc :LỚN_NHẤT.",
                                 "\"" + text + "\" is not MIN, MIN:MAX or :MAX.");
        });
}

OwnRule OwnRuleOptions::rule() const {
  OwnRule rule;
  for (std::size_t i = 0; i < own_criteria.size(); ++i)
    if (!texts_[i].empty()) rule.*own_criteria[i].second = *limits_of(texts_[i]);
  return rule;
}

}  // namespace vicinia::cli
