#include "vicinia/gis/firms/register.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "vicinia/gis/files/json_depth.h"

namespace vicinia::gis::firms {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;
using Json = nlohmann::ordered_json;

tl::unexpected<core::Error> invalid(std::string field, std::string detail) {
  return core::fail({.code = ErrorCode::invalid_argument,
                     .subject = {.field = std::move(field)},
                     .detail = std::move(detail)});
}

Status check_columns(const RegisterColumns& columns) {
  constexpr const char* places = "--unit-column; --x-column, --y-column; --point-column";
  const bool has_xy = !columns.x.empty() || !columns.y.empty();
  if (columns.unit.empty() && columns.point.empty() && (columns.x.empty() || columns.y.empty()))
    return invalid("--unit-column", std::string("one of these is needed: ") + places);
  if (int{!columns.unit.empty()} + int{!columns.point.empty()} + int{has_xy} > 1)
    return invalid("--unit-column", std::string("only one of these: ") + places);
  if (columns.sector.empty()) return invalid("--sector-column", "a column is needed");
  if (columns.employees.empty()) return invalid("--employees-column", "a column is needed");
  if (!columns.foreign_share_pct.empty() && !columns.ownership.empty())
    return invalid("--ownership-column", "only one of these: --foreign-share-column; --ownership-column");
  return {};
}

bool is_limit(const std::optional<double>& limit) { return !limit || (std::isfinite(*limit) && *limit >= 0); }

// Names in JSON.
constexpr std::array<std::pair<const char*, std::string RegisterColumns::*>, 11> column_keys{
    {{"unit", &RegisterColumns::unit},
     {"x", &RegisterColumns::x},
     {"y", &RegisterColumns::y},
     {"point", &RegisterColumns::point},
     {"crs", &RegisterColumns::crs},
     {"sector", &RegisterColumns::sector},
     {"employees", &RegisterColumns::employees},
     {"foreign_share_pct", &RegisterColumns::foreign_share_pct},
     {"ownership", &RegisterColumns::ownership},
     {"capital", &RegisterColumns::capital},
     {"revenue", &RegisterColumns::revenue}}};
constexpr std::array<std::pair<const char*, std::optional<double> SizeLimits::*>, 3> limit_keys{
    {{"employees", &SizeLimits::employees},
     {"capital_vnd", &SizeLimits::capital_vnd},
     {"revenue_vnd", &SizeLimits::revenue_vnd}}};

Json json_of(const SizeCriterion& criterion) {
  Json json{{"test", name_of(criterion.test)}};
  for (const auto& [key, limit] : limit_keys)
    if (criterion.limits.*limit) json[key] = *(criterion.limits.*limit);
  return json;
}

/// One object of the document: takes its members, and knows which are left.
class Members {
 public:
  Members(const Json& json, std::string path) : json_(json), path_(std::move(path)) {
    if (!json.is_object()) fault("");
  }
  void text(const char* key, std::string& into) {
    if (const Json* value = find(key))
      value->is_string() ? void(into = value->get<std::string>()) : fault(key);
  }
  void number(const char* key, double& into) {
    const Json* value = find(key);
    if (value == nullptr) return;
    value->is_number() && std::isfinite(value->get<double>()) ? void(into = value->get<double>())
                                                              : fault(key);
  }
  void count(const char* key, std::size_t& into) {
    if (const Json* value = find(key))
      value->is_number_unsigned() ? void(into = value->get<std::size_t>()) : fault(key);
  }
  void yes_or_no(const char* key, bool& into) {
    if (const Json* value = find(key)) value->is_boolean() ? void(into = value->get<bool>()) : fault(key);
  }
  template <class Value, class Read>
  void named(const char* key, Value& into, Read read) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const auto known = value->is_string() ? read(value->get<std::string>()) : std::nullopt;
    known ? void(into = *known) : fault(key);
  }
  /// nullptr: not there.
  const Json* find(const char* key) {
    if (!json_.is_object()) return nullptr;
    const auto found = json_.find(key);
    if (found == json_.end()) return nullptr;
    taken_.insert(key);
    return &*found;
  }
  [[nodiscard]] std::string path_of(std::string_view key) const {
    return path_.empty() || key.empty() ? path_ + std::string(key) : path_ + "." + std::string(key);
  }
  void fault(std::string_view key) {
    if (fault_.empty()) fault_ = path_of(key).empty() ? "{}" : path_of(key);
  }
  void add(const Members& other) {
    if (fault_.empty()) fault_ = other.first_fault();
  }
  /// The first member that is wrong, or that nobody knows; empty: none.
  [[nodiscard]] std::string first_fault() const {
    if (!fault_.empty()) return fault_;
    for (const auto& item : json_.items())
      if (!taken_.contains(item.key())) return path_of(item.key());
    return {};
  }

 private:
  const Json& json_;
  std::string path_;
  std::string fault_{};
  std::set<std::string> taken_{};
};

void read_columns(Members& all, RegisterColumns& columns) {
  const Json* json = all.find("columns");
  if (json == nullptr) return;
  Members members(*json, all.path_of("columns"));
  for (const auto& [key, column] : column_keys) members.text(key, columns.*column);
  members.text("year", columns.year);
  all.add(members);
}

void read_sectors(Members& all, SectorRule& sectors) {
  const Json* json = all.find("sectors");
  if (json == nullptr) return;
  Members members(*json, all.path_of("sectors"));
  members.count("digits", sectors.digits);
  members.yes_or_no("vsic_groups", sectors.vsic_groups);
  if (const Json* codes = members.find("codes")) {
    if (!codes->is_object()) members.fault("codes");
    for (const auto& item : codes->items())
      item.value().is_string() ? void(sectors.codes[item.key()] = item.value().get<std::string>())
                               : members.fault("codes." + item.key());
  }
  if (const Json* groups = members.find("groups")) {
    if (!groups->is_object()) members.fault("groups");
    for (const auto& item : groups->items()) {
      const auto group =
          item.value().is_string() ? sector_group_named(item.value().get<std::string>()) : std::nullopt;
      group ? void(sectors.groups[item.key()] = *group) : members.fault("groups." + item.key());
    }
  }
  all.add(members);
}

void read_sme(Members& all, SmeRule& sme) {
  const Json* json = all.find("sme");
  if (json == nullptr) return;
  Members members(*json, all.path_of("sme"));
  members.named("by", sme.by, [](std::string_view name) -> std::optional<SmeRule::By> {
    for (const auto by : {SmeRule::By::none, SmeRule::By::law, SmeRule::By::employees, SmeRule::By::stated})
      if (name_of(by) == name) return by;
    return std::nullopt;
  });
  members.named("law", sme.law, [](std::string_view name) {
    const auto law = sme_law_named(name);
    return law ? std::optional(std::optional(*law)) : std::nullopt;
  });
  if (const Json* stated = members.find("stated")) {
    Members groups(*stated, members.path_of("stated"));
    for (const SectorGroup group : all_sector_groups) {
      const Json* limits = groups.find(std::string(name_of(group)).c_str());
      if (limits == nullptr) continue;
      SizeCriterion& criterion = sme.stated[static_cast<std::size_t>(group)];
      Members one(*limits, groups.path_of(name_of(group)));
      one.named("test", criterion.test, size_test_named);
      for (const auto& [key, limit] : limit_keys) {
        double number = -1;
        if (one.find(key) == nullptr) continue;
        one.number(key, number);
        criterion.limits.*limit = number;
      }
      groups.add(one);
    }
    members.add(groups);
  }
  all.add(members);
}

void read_fdi(Members& all, FdiRule& fdi) {
  const Json* json = all.find("fdi");
  if (json == nullptr) return;
  Members members(*json, all.path_of("fdi"));
  members.number("min_share_pct", fdi.min_share_pct);
  members.yes_or_no("more_than", fdi.is_more_than);
  if (const Json* codes = members.find("ownership")) {
    if (!codes->is_array()) members.fault("ownership");
    for (const Json& code : *codes)
      code.is_string() ? fdi.ownership.push_back(code.get<std::string>()) : members.fault("ownership");
  }
  all.add(members);
}

void read_secrecy(Members& all, SecrecyRule& secrecy) {
  const Json* json = all.find("secrecy");
  if (json == nullptr) return;
  Members members(*json, all.path_of("secrecy"));
  members.count("min_firms", secrecy.min_firms);
  members.count("dominant", secrecy.dominant);
  members.number("dominant_share_pct", secrecy.dominant_share_pct);
  all.add(members);
}

Result<Register> from_json(const Json& json) {
  const auto bad = [](std::string field) {
    return core::fail({.code = ErrorCode::bad_document, .subject = {.field = std::move(field)}});
  };
  Register read;
  Members members(json, "");
  read_columns(members, read.columns);
  members.text("period", read.period);
  members.named("decimal", read.decimal,
                [](std::string_view mark) -> std::optional<std::optional<io::DecimalMark>> {
                  if (mark == ".") return io::DecimalMark::point;
                  if (mark == ",") return io::DecimalMark::comma;
                  return std::nullopt;
                });
  members.number("money_unit_vnd", read.money_unit_vnd);
  read_sectors(members, read.sectors);
  read_sme(members, read.sme);
  read_fdi(members, read.fdi);
  read_secrecy(members, read.secrecy);
  members.yes_or_no("leave_out_firms_without_employees", read.leaves_out_firms_without_employees);
  if (const std::string fault = members.first_fault(); !fault.empty()) return bad(fault);
  if (auto ok = check(read); !ok) return core::fail(ok.error());
  return read;
}

}  // namespace

std::string_view name_of(SmeRule::By by) {
  constexpr std::array<std::string_view, 4> names{"none", "law", "employees", "stated"};
  return names[static_cast<std::size_t>(by)];
}

std::optional<int> year_of(std::string_view text) {
  constexpr std::size_t digits = 4;
  if (text.size() != digits || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  int year = 0;
  for (const char digit : text) year = year * 10 + (digit - '0');
  return year >= 1900 ? std::optional(year) : std::nullopt;
}

std::optional<SectorGroup> SectorRule::group_of(const std::string& sector) const {
  if (const auto stated = groups.find(sector); stated != groups.end()) return stated->second;
  return vsic_groups ? sector_group_of_vsic(sector) : std::nullopt;
}

std::optional<SizeCriterion> SmeRule::criterion(int year, SectorGroup group) const {
  if (by == By::none) return std::nullopt;
  if (by == By::stated) return stated[static_cast<std::size_t>(group)];
  const auto decree = law ? law : sme_law_of(year);
  if (!decree) return std::nullopt;
  return by == By::law ? criterion_of(*decree, group, SizeBand::medium)
                       : employees_criterion_of(*decree, group, SizeBand::medium);
}

Status check(const Register& which) {
  if (auto ok = check_columns(which.columns); !ok) return ok;
  if (which.columns.year.empty() && !year_of(which.period))
    return invalid("--period", which.period.empty() ? "one of these is needed: --period; --year-column"
                                                    : which.period + ", not a year of four digits");
  if (!which.columns.year.empty() && !which.period.empty())
    return invalid("--period", "only one of these: --period; --year-column");
  if (!(std::isfinite(which.money_unit_vnd) && which.money_unit_vnd > 0))
    return invalid("--money-unit", "a number above 0 is needed");
  for (const SizeCriterion& criterion : which.sme.stated)
    for (const auto& [key, limit] : limit_keys)
      if (!is_limit(criterion.limits.*limit)) return invalid(key, "a number of 0 or more is needed");
  if (!(which.fdi.min_share_pct >= 0 && which.fdi.min_share_pct <= 100))
    return invalid("--fdi-share", "a share from 0 to 100 is needed");
  if (!which.columns.ownership.empty() && which.fdi.ownership.empty())
    return invalid("--fdi-ownership", "codes are needed that mean foreign-invested");
  const SecrecyRule& secrecy = which.secrecy;
  if (secrecy.dominant > most_dominant)
    return invalid("--dominant",
                   std::to_string(secrecy.dominant) + ", not at most " + std::to_string(most_dominant));
  if (secrecy.dominant > 0 && !(secrecy.dominant_share_pct > 0 && secrecy.dominant_share_pct < 100))
    return invalid("--dominant-share", "a share between 0 and 100 is needed");
  return {};
}

std::string register_json(const Register& which) {
  Json json;
  Json& columns = json["columns"] = Json::object();
  for (const auto& [key, column] : column_keys)
    if (!(which.columns.*column).empty()) columns[key] = which.columns.*column;
  if (which.columns.crs.empty()) columns["crs"] = "";
  if (!which.columns.year.empty()) columns["year"] = which.columns.year;
  if (!which.period.empty()) json["period"] = which.period;
  if (which.decimal) json["decimal"] = *which.decimal == io::DecimalMark::point ? "." : ",";
  json["money_unit_vnd"] = which.money_unit_vnd;
  json["sectors"] = {{"digits", which.sectors.digits}, {"vsic_groups", which.sectors.vsic_groups}};
  if (!which.sectors.codes.empty()) json["sectors"]["codes"] = which.sectors.codes;
  for (const auto& [sector, group] : which.sectors.groups) json["sectors"]["groups"][sector] = name_of(group);
  json["sme"]["by"] = name_of(which.sme.by);
  if (which.sme.law) json["sme"]["law"] = name_of(*which.sme.law);
  for (const SectorGroup group : all_sector_groups)
    if (const SizeCriterion& one = which.sme.stated[static_cast<std::size_t>(group)]; one != SizeCriterion{})
      json["sme"]["stated"][name_of(group)] = json_of(one);
  json["fdi"] = {{"min_share_pct", which.fdi.min_share_pct}, {"more_than", which.fdi.is_more_than}};
  if (!which.fdi.ownership.empty()) json["fdi"]["ownership"] = which.fdi.ownership;
  json["secrecy"] = {{"min_firms", which.secrecy.min_firms},
                     {"dominant", which.secrecy.dominant},
                     {"dominant_share_pct", which.secrecy.dominant_share_pct}};
  json["leave_out_firms_without_employees"] = which.leaves_out_firms_without_employees;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Register> read_register(std::string_view text) {
  if (files::is_nested_too_deep(text))
    return core::fail({.code = ErrorCode::bad_document, .subject = {.field = "{}"}});
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return core::fail({.code = ErrorCode::bad_document, .subject = {.field = "{}"}});
  return from_json(json);
}

}  // namespace vicinia::gis::firms
