#include "dataset/unit_layer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/error_sums.h"
#include "base/text.h"
#include "geometry/joined_areas.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
using core::admin::Unit;
namespace fs = std::filesystem;

/// What one feature says, field by field; "" where the manifest names no field or the field is empty.
struct UnitRecord {
  std::string code, name_vi, name_en, kind, kind_en, parent, survey_parent, parent_name_vi, parent_name_en;
};

Result<std::vector<UnitRecord>> read_unit_records(const Attributes& attributes, const LayerSource& source,
                                                  const std::string& file) {
  const std::pair<const std::string*, std::string UnitRecord::*> wanted[] = {
      {&source.code, &UnitRecord::code},
      {&source.name_vi, &UnitRecord::name_vi},
      {&source.name_en, &UnitRecord::name_en},
      {&source.kind, &UnitRecord::kind},
      {&source.kind_en, &UnitRecord::kind_en},
      {&source.parent, &UnitRecord::parent},
      {&source.survey_parent, &UnitRecord::survey_parent},
      {&source.parent_name_vi, &UnitRecord::parent_name_vi},
      {&source.parent_name_en, &UnitRecord::parent_name_en}};
  std::vector<UnitRecord> records(attributes.rows.size());
  core::ErrorList errors;
  for (const auto& [field, member] : wanted) {
    if (field->empty()) continue;
    const auto column = attributes.column(*field, file);
    if (!column) {
      errors.add(column.error());
      continue;
    }
    for (std::size_t row = 0; row < records.size(); ++row)
      records[row].*member = to_nfc(std::string(trimmed(attributes.rows[row][*column])));
  }
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  return records;
}

std::string first_few(const std::vector<std::string>& names) {
  constexpr std::size_t most = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) text += (i == 0 ? "" : "; ") + names[i];
  return names.size() > most ? text + " …" : text;
}

class LayerReader {
 public:
  LayerReader(const LayerSource& source, const UnitLayerOptions& options)
      : source_(source), options_(options), file_((options.folder / source.file).string()) {}

  Result<UnitLayer> read(const core::Task& task) {
    auto polygons = read_polygons(file_,
                                  {.layer = source_.layer,
                                   .source_crs = source_.crs,
                                   .target_crs = options_.target_crs,
                                   .encoding = source_.encoding},
                                  task);
    if (!polygons) return core::fail(polygons.error());
    auto records = read_unit_records(polygons->attributes, source_, file_);
    if (!records) return core::fail(records.error());
    records_ = *std::move(records);
    layer_.crs = polygons->crs;
    layer_.findings = std::move(polygons->findings);
    if (auto ok = find_parents(); !ok) return core::fail(ok.error());
    if (auto ok = find_codes(polygons->areas); !ok) return core::fail(ok.error());
    if (auto ok = join(std::move(polygons->areas)); !ok) return core::fail(ok.error());
    for (core::Finding& finding : layer_.findings)
      if (finding.subject.row && finding.subject.id.empty())
        finding.subject.id = records_[*finding.subject.row - 1].code;
    return std::move(layer_);
  }

 private:
  [[nodiscard]] std::string table_name(const fs::path& table) const {
    return (options_.folder / table).string();
  }

  /// Codes of parents that are only named. One that no table and no layer knows has its name for a code.
  Status find_parents() {
    if (!source_.parent_codes_from.empty()) {
      auto known = read_codes(table_name(source_.parent_codes_from), layer_.crs);
      if (!known) return core::fail(known.error());
      layer_.known_parents = std::move(known->units);
      layer_.findings.insert(layer_.findings.end(), known->findings.begin(), known->findings.end());
    } else if (options_.parents != nullptr) {
      for (const Unit& parent : *options_.parents)
        layer_.known_parents.push_back({.code = parent.code,
                                        .name_vi = parent.name_vi,
                                        .name_en = parent.name_en,
                                        .kind_vi = parent.kind_vi,
                                        .kind_en = parent.kind_en});
    }
    if (!source_.parent.empty() || (source_.parent_name_vi.empty() && source_.parent_name_en.empty()))
      return {};
    std::map<std::string, std::string> code_of;
    for (UnitRecord& record : records_) {
      const std::string& name = record.parent_name_vi.empty() ? record.parent_name_en : record.parent_name_vi;
      const auto [at, is_new] = code_of.try_emplace(name, core::names::plain_text(name));
      if (const auto unit = is_new ? unit_named(layer_.known_parents, name) : std::nullopt)
        at->second = layer_.known_parents[*unit].code;
      record.parent = at->second;
    }
    return {};
  }

  Status find_codes(const std::vector<core::geom::MultiPolygon>& areas) {
    if (source_.codes_from.empty()) return {};
    const std::string table = table_name(source_.codes_from);
    auto codes = read_codes(table, layer_.crs);
    if (!codes) return core::fail(codes.error());
    layer_.findings.insert(layer_.findings.end(), codes->findings.begin(), codes->findings.end());
    const std::vector<CodedUnit>* const units = &codes->units;
    std::set<std::string> provinces_of_table;
    for (const CodedUnit& unit : *units)
      provinces_of_table.insert(unit.provinces.begin(), unit.provinces.end());

    std::vector<NamedFeature> features;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const UnitRecord& record = records_[i];
      const bool is_known =
          source_.parent_codes_from.empty() ? provinces_of_table.contains(record.parent) : true;
      features.push_back(
          {record.name_vi, record.name_en, is_known ? record.parent : std::string(), &areas[i]});
    }
    const CodeMatch match = match_codes(features, *units);
    tell_match(match, *units, table);
    std::vector<bool> is_there(units->size(), false);
    for (std::size_t i = 0; i < records_.size(); ++i) {
      UnitRecord& record = records_[i];
      if (!match.unit_of[i]) {
        record.code = core::names::plain_text(
            record.name_vi + (record.parent_name_vi.empty() ? "" : ", " + record.parent_name_vi));
        continue;
      }
      const CodedUnit& unit = (*units)[*match.unit_of[i]];
      is_there[*match.unit_of[i]] = true;
      record.code = unit.code;
      record.name_vi = unit.name_vi;
      record.name_en = unit.name_en;
      if (!unit.kind_vi.empty() || !unit.kind_en.empty()) {
        record.kind = unit.kind_vi;
        record.kind_en = unit.kind_en;
      }
      settle_parent(record, unit);
    }
    for (std::size_t unit = 0; unit < units->size(); ++unit)
      if (!is_there[unit]) layer_.absent.push_back((*units)[unit]);
    return {};
  }

  /// The provinces of a layer of their own may be of a later date than the districts: the table knows both.
  void settle_parent(UnitRecord& record, const CodedUnit& unit) const {
    if (options_.parents == nullptr || unit.provinces.empty() || unit.provinces.front() == record.parent)
      return;
    if (record.survey_parent.empty()) record.survey_parent = record.parent;
    record.parent = unit.provinces.front();
  }

  void tell_match(const CodeMatch& match, const std::vector<CodedUnit>& units, const std::string& table) {
    if (!match.by_place.empty()) {
      const std::size_t first = match.by_place.front();
      const CodedUnit& unit = units[*match.unit_of[first]];
      layer_.findings.push_back({.code = ErrorCode::codes_by_place,
                                 .subject = {.file = file_, .row = first + 1, .id = unit.code},
                                 .detail = std::to_string(match.by_place.size()) + "|" +
                                           records_[first].name_vi + "|" + unit.name_vi});
    }
    std::vector<std::string> unknown;
    std::optional<std::size_t> first_row;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (match.unit_of[i]) continue;
      if (!first_row) first_row = i + 1;
      unknown.push_back(records_[i].name_vi +
                        (records_[i].parent_name_vi.empty() ? "" : ", " + records_[i].parent_name_vi));
    }
    if (first_row)
      layer_.findings.push_back({.code = ErrorCode::units_without_code,
                                 .subject = {.file = file_, .row = first_row, .field = table},
                                 .detail = std::to_string(unknown.size()) + "|" + first_few(unknown)});
    std::set<std::size_t> there;
    for (const auto& unit : match.unit_of)
      if (unit) there.insert(*unit);
    std::vector<std::string> absent;
    std::string first_code;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
      if (there.contains(unit)) continue;
      if (absent.empty()) first_code = units[unit].code;
      absent.push_back(units[unit].name_vi + " (" + units[unit].code + ")");
    }
    if (!absent.empty())
      layer_.findings.push_back({.code = ErrorCode::units_not_in_layer,
                                 .subject = {.file = file_, .field = table, .id = first_code},
                                 .detail = std::to_string(absent.size()) + "|" + first_few(absent)});
  }

  /// The features of one code, in the order in which the codes appear.
  std::vector<std::vector<std::size_t>> features_by_code(std::vector<Error>& errors) const {
    std::vector<std::vector<std::size_t>> groups;
    std::map<std::string, std::size_t> group_of;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (records_[i].code.empty()) {
        errors.push_back({.code = ErrorCode::missing_code,
                          .subject = {.file = file_, .row = i + 1},
                          .detail = records_[i].name_vi});
        continue;
      }
      const auto [at, is_new] = group_of.try_emplace(records_[i].code, groups.size());
      if (is_new) groups.emplace_back();
      groups[at->second].push_back(i);
    }
    return groups;
  }

  /// The first field of which two features say different things, and what. `first` learns what only `record`
  /// says; islands often have no name.
  std::optional<std::pair<std::string, std::string>> difference(UnitRecord& first,
                                                                const UnitRecord& record) const {
    const std::pair<std::string UnitRecord::*, const std::string*> said_of_a_unit[] = {
        {&UnitRecord::name_vi, &source_.name_vi}, {&UnitRecord::name_en, &source_.name_en},
        {&UnitRecord::kind, &source_.kind},       {&UnitRecord::kind_en, &source_.kind_en},
        {&UnitRecord::parent, &source_.parent},   {&UnitRecord::survey_parent, &source_.survey_parent}};
    for (const auto& [member, field] : said_of_a_unit) {
      if (record.*member == first.*member || (record.*member).empty()) continue;
      if ((first.*member).empty())
        first.*member = record.*member;
      else if (core::names::plain_text(record.*member) != core::names::plain_text(first.*member))
        return std::pair(*field, "\"" + first.*member + "\", \"" + record.*member + "\"");
    }
    return std::nullopt;
  }

  Status join(std::vector<core::geom::MultiPolygon> areas) {
    std::vector<Error> errors;
    const auto groups = features_by_code(errors);
    std::size_t joined_units = 0, joined_features = 0, first_joined = 0;
    for (const std::vector<std::size_t>& group : groups) {
      UnitRecord& first = records_[group.front()];
      std::vector<core::geom::MultiPolygon> parts;
      bool agree = true;
      for (const std::size_t feature : group) {
        parts.push_back(std::move(areas[feature]));
        const auto otherwise = difference(first, records_[feature]);
        if (!otherwise || !agree) continue;
        agree = false;
        errors.push_back(
            {.code = ErrorCode::features_differ,
             .subject = {.file = file_, .row = feature + 1, .field = otherwise->first, .id = first.code},
             .detail = std::to_string(group.front() + 1) + ", " + std::to_string(feature + 1) + "|" +
                       otherwise->second});
      }
      if (!errors.empty()) continue;
      core::geom::MultiPolygon area = std::move(parts.front());
      if (group.size() > 1) {
        if (joined_units++ == 0) first_joined = group.front();
        joined_features += group.size();
        parts.front() = std::move(area);
        auto whole = joined_areas(std::move(parts));
        if (!whole) {
          whole.error().subject = {.file = file_, .row = group.front() + 1, .id = first.code};
          return core::fail(whole.error());
        }
        area = *std::move(whole);
      }
      add_unit(first, group.front() + 1, std::move(area));
    }
    if (!errors.empty()) return core::fail(summed_up(errors));
    if (joined_units > 0)
      layer_.findings.push_back(
          {.code = ErrorCode::features_joined,
           .subject = {.file = file_, .row = first_joined + 1, .id = records_[first_joined].code},
           .detail = std::to_string(joined_units) + "|" + std::to_string(joined_features)});
    return {};
  }

  void add_unit(const UnitRecord& record, std::size_t row, core::geom::MultiPolygon area) {
    Unit unit{.code = record.code,
              .name_vi = record.name_vi,
              .name_en = record.name_en,
              .kind_vi = record.kind,
              .kind_en = record.kind_en,
              .level = options_.level,
              .parent_code = record.parent,
              .survey_parent_code = record.survey_parent,
              .approximate = source_.approximate};
    if (unit.name_vi.empty()) unit.name_vi = unit.name_en.empty() ? unit.code : unit.name_en;
    if (unit.name_en.empty()) unit.name_en = unit.name_vi;
    // Only a parent that differs says something.
    if (unit.survey_parent_code == unit.parent_code) unit.survey_parent_code.clear();
    layer_.units.push_back(std::move(unit));
    layer_.areas.push_back(std::move(area));
    layer_.rows.push_back(row);
    layer_.parent_names.push_back({record.parent_name_vi, record.parent_name_en});
  }

  const LayerSource& source_;
  const UnitLayerOptions& options_;
  std::string file_;
  std::vector<UnitRecord> records_;  ///< [feature]
  UnitLayer layer_;
};

}  // namespace

Result<UnitLayer> read_unit_layer(const LayerSource& source, const UnitLayerOptions& options,
                                  const core::Task& task) {
  return LayerReader(source, options).read(task);
}

}  // namespace vicinia::gis::io
