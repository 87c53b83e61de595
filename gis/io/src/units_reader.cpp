#include "units_reader.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "error_list.h"
#include "sub_task.h"
#include "text.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
using core::admin::Level;
using core::admin::Unit;

/// Positions of the fields that a layer's source names.
struct UnitFields {
  std::size_t code = 0, name_vi = 0;
  std::optional<std::size_t> name_en{}, parent{}, survey_parent{};
};

Result<UnitFields> find_fields(const Attributes& attributes, const LayerSource& source,
                               const std::string& file) {
  UnitFields fields;
  ErrorList errors;
  const auto find = [&](const std::string& name) -> std::size_t {
    auto at = attributes.column(name, file);
    if (at) return *at;
    errors.add(at.error());
    return 0;
  };
  fields.code = find(source.code);
  fields.name_vi = find(source.name_vi);
  if (!source.name_en.empty()) fields.name_en = find(source.name_en);
  if (!source.parent.empty()) fields.parent = find(source.parent);
  if (!source.survey_parent.empty()) fields.survey_parent = find(source.survey_parent);
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  return fields;
}

/// Collects the units of both layers, and where each came from.
class Collector {
 public:
  explicit Collector(std::string crs) { read_.crs = std::move(crs); }

  Status add_layer(const std::filesystem::path& folder, const LayerSource& source, Level level,
                   const core::Task& task) {
    const std::filesystem::path path = folder / source.file;
    const std::string file = path.string();
    auto layer = read_polygons(path,
                               {.layer = source.layer,
                                .source_crs = source.crs,
                                .target_crs = read_.crs,
                                .encoding = source.encoding},
                               task);
    if (!layer) return core::fail(layer.error());
    const auto fields = find_fields(layer->attributes, source, file);
    if (!fields) return core::fail(fields.error());
    read_.crs = layer->crs;

    ErrorList errors;
    std::vector<std::string> code_of_row;
    for (std::size_t row = 0; row < layer->areas.size(); ++row) {
      Unit unit = unit_of(layer->attributes.rows[row], *fields, level, source.approximate);
      code_of_row.push_back(unit.code);
      check(unit, file, row + 1, errors);
      units_.push_back(std::move(unit));
      read_.areas.push_back(std::move(layer->areas[row]));
    }
    if (!errors.empty()) return core::fail(std::move(errors).chained());
    for (core::Finding& finding : layer->findings) {
      if (finding.subject.row) finding.subject.id = code_of_row[*finding.subject.row - 1];
      read_.findings.push_back(std::move(finding));
    }
    return {};
  }

  /// Provinces that only districts know of; they come first, as provinces do.
  void add_named_provinces(const std::string& file) {
    std::set<std::string> named;
    for (const Unit& unit : units_)
      if (!unit.parent_code.empty()) named.insert(unit.parent_code);
    std::vector<Unit> provinces;
    for (const std::string& code : named) {
      provinces.push_back({.code = code, .name_vi = code, .name_en = code, .level = Level::province});
      read_.findings.push_back({.code = ErrorCode::empty_geometry, .subject = {.file = file, .id = code}});
    }
    read_.areas.insert(read_.areas.begin(), provinces.size(), {});
    units_.insert(units_.begin(), provinces.begin(), provinces.end());
  }

  Status check_parents(const std::string& file, std::size_t provinces) const {
    std::set<std::string> known;
    for (std::size_t i = 0; i < provinces; ++i) known.insert(units_[i].code);
    ErrorList errors;
    for (std::size_t i = provinces; i < units_.size(); ++i)
      if (!units_[i].parent_code.empty() && !known.contains(units_[i].parent_code))
        errors.add({.code = ErrorCode::unknown_parent,
                    .subject = {.file = file, .row = i - provinces + 1, .id = units_[i].code},
                    .detail = units_[i].parent_code});
    if (!errors.empty()) return core::fail(std::move(errors).chained());
    return {};
  }

  [[nodiscard]] std::size_t size() const { return units_.size(); }

  Result<UnitsRead> finish(const std::string& file) && {
    auto frame = core::admin::Frame::from_units(std::move(units_));
    if (!frame) {
      frame.error().subject.file = file;
      return core::fail(frame.error());
    }
    read_.frame = *std::move(frame);
    return std::move(read_);
  }

 private:
  static Unit unit_of(const std::vector<std::string>& values, const UnitFields& fields, Level level,
                      bool approximate) {
    const auto text = [&](std::optional<std::size_t> field) {
      return field ? to_nfc(std::string(trimmed(values[*field]))) : std::string();
    };
    Unit unit{.code = text(fields.code),
              .name_vi = text(fields.name_vi),
              .name_en = text(fields.name_en),
              .level = level,
              .parent_code = text(fields.parent),
              .survey_parent_code = text(fields.survey_parent),
              .approximate = approximate};
    if (unit.name_vi.empty()) unit.name_vi = unit.name_en.empty() ? unit.code : unit.name_en;
    if (unit.name_en.empty()) unit.name_en = unit.name_vi;
    // Only a parent that differs says something.
    if (unit.survey_parent_code == unit.parent_code) unit.survey_parent_code.clear();
    return unit;
  }

  void check(const Unit& unit, const std::string& file, std::size_t row, ErrorList& errors) {
    if (unit.code.empty()) {
      errors.add(
          {.code = ErrorCode::missing_code, .subject = {.file = file, .row = row}, .detail = unit.name_vi});
      return;
    }
    const auto [first, is_new] = place_of_.try_emplace(unit.code, file, row);
    if (is_new) return;
    const auto& [first_file, first_row] = first->second;
    errors.add({.code = ErrorCode::duplicate_unit,
                .subject = {.file = file, .row = row, .id = unit.code},
                .detail = (first_file == file ? "" : first_file + ": ") + std::to_string(first_row)});
  }

  UnitsRead read_;
  std::vector<Unit> units_;
  std::map<std::string, std::pair<std::string, std::size_t>> place_of_;  ///< code → file, row
};

}  // namespace

Result<UnitsRead> read_units(const std::filesystem::path& folder, const Manifest& manifest,
                             const core::Task& task) {
  Collector collector(manifest.projected_crs);
  std::string file;
  if (manifest.provinces) {
    file = (folder / manifest.provinces->file).string();
    if (auto ok = collector.add_layer(folder, *manifest.provinces, Level::province,
                                      part_of(task, 0, manifest.districts ? 0.3 : 1));
        !ok)
      return core::fail(ok.error());
  }
  if (manifest.districts) {
    const std::size_t provinces = collector.size();
    file = (folder / manifest.districts->file).string();
    if (auto ok = collector.add_layer(folder, *manifest.districts, Level::district,
                                      part_of(task, manifest.provinces ? 0.3 : 0, 1));
        !ok)
      return core::fail(ok.error());
    if (!manifest.provinces)
      collector.add_named_provinces(file);
    else if (auto ok = collector.check_parents(file, provinces); !ok)
      return core::fail(ok.error());
  }
  return std::move(collector).finish(file);
}

}  // namespace vicinia::gis::io
