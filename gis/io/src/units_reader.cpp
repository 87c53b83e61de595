#include "units_reader.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "error_sums.h"
#include "province_areas.h"
#include "sub_task.h"
#include "unit_layer.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
using core::admin::Level;
using core::admin::Unit;

/// The names that most districts give to their province; of equally frequent ones the first. Names that
/// differ in normal form or blanks only are one.
class NameVotes {
 public:
  void add(const std::string& name) {
    if (name.empty()) return;
    const std::string plain = core::names::plain_text(name);
    const auto at = std::ranges::find(votes_, plain, &std::pair<std::string, std::size_t>::first);
    if (at == votes_.end())
      votes_.emplace_back(plain, 1);
    else
      ++at->second;
  }
  [[nodiscard]] std::string winner() const {
    if (votes_.empty()) return {};
    return std::ranges::max_element(votes_, {}, &std::pair<std::string, std::size_t>::second)->first;
  }
  /// A name that lost; "" where all agree.
  [[nodiscard]] std::string another() const {
    const std::string won = winner();
    for (const auto& [name, count] : votes_)
      if (name != won) return name;
    return {};
  }

 private:
  std::vector<std::pair<std::string, std::size_t>> votes_;
};

class FrameReader {
 public:
  FrameReader(const std::filesystem::path& folder, const Manifest& manifest)
      : folder_(folder), manifest_(manifest) {}

  Result<UnitsRead> read(const core::Task& task) {
    const bool has_provinces = manifest_.provinces.has_value();
    if (has_provinces)
      if (auto ok = read_layer(*manifest_.provinces, Level::province, provinces_,
                               part_of(task, 0, manifest_.districts ? 0.3 : 1));
          !ok)
        return core::fail(ok.error());
    if (manifest_.districts) {
      if (auto ok = read_layer(*manifest_.districts, Level::district, districts_,
                               part_of(task, has_provinces ? 0.3 : 0, 0.9));
          !ok)
        return core::fail(ok.error());
      add_absent_units();
      if (!has_provinces) {
        name_provinces();
        tell_codes_apart();
      }
      if (auto ok = check_codes(); !ok) return core::fail(ok.error());
      has_provinces ? compare_provinces() : make_provinces(part_of(task, 0.9, 1));
      if (task.stop.stop_requested())
        return core::fail({.code = ErrorCode::cancelled, .subject = {.file = file_of(*manifest_.districts)}});
    }
    tell_identical_areas(provinces_, manifest_.provinces);
    tell_identical_areas(districts_, manifest_.districts);
    return finished();
  }

 private:
  [[nodiscard]] std::string file_of(const LayerSource& source) const {
    return (folder_ / source.file).string();
  }

  Status read_layer(const LayerSource& source, Level level, UnitLayer& target, const core::Task& task) {
    const UnitLayerOptions options{
        .folder = folder_,
        .level = level,
        .target_crs = read_.crs.empty() ? manifest_.projected_crs : read_.crs,
        .provinces = level == Level::district && manifest_.provinces ? &provinces_.units : nullptr};
    auto layer = read_unit_layer(source, options, task);
    if (!layer) return core::fail(layer.error());
    target = *std::move(layer);
    read_.crs = target.crs;
    std::ranges::move(target.findings, std::back_inserter(read_.findings));
    return {};
  }

  /// Figures of a unit that the layer lacks must find it all the same.
  void add_absent_units() {
    std::set<std::string> provinces;
    for (const Unit& unit : manifest_.provinces ? provinces_.units : districts_.units)
      provinces.insert(manifest_.provinces ? unit.code : unit.parent_code);
    for (const CodedUnit& absent : districts_.absent) {
      const auto parent = std::ranges::find_if(
          absent.provinces, [&](const std::string& code) { return provinces.contains(code); });
      districts_.units.push_back({.code = absent.code,
                                  .name_vi = absent.name_vi,
                                  .name_en = absent.name_en,
                                  .level = Level::district,
                                  .parent_code = parent == absent.provinces.end() ? std::string() : *parent});
      districts_.areas.emplace_back();
      districts_.rows.push_back(0);
      districts_.parent_names.emplace_back();
    }
  }

  /// A unit for each province that districts name.
  void name_provinces() {
    struct Named {
      NameVotes vi{}, en{};
      std::size_t first_row = 0;
    };
    std::map<std::string, Named> named;
    for (std::size_t i = 0; i < districts_.units.size(); ++i) {
      if (districts_.units[i].parent_code.empty()) continue;
      Named& province = named[districts_.units[i].parent_code];
      if (province.first_row == 0) province.first_row = districts_.rows[i];
      province.vi.add(districts_.parent_names[i].vi);
      province.en.add(districts_.parent_names[i].en);
    }
    std::optional<core::Finding> differing;
    std::size_t differ = 0;
    for (const auto& [code, province] : named) {
      Unit unit{.code = code,
                .name_vi = province.vi.winner(),
                .name_en = province.en.winner(),
                .level = Level::province};
      const auto known = std::ranges::find(districts_.known_parents, code, &CodedUnit::code);
      if (known != districts_.known_parents.end()) {
        unit.name_vi = known->name_vi;
        unit.name_en = known->name_en;
      } else if (const NameVotes& votes = province.vi.another().empty() ? province.en : province.vi;
                 !votes.another().empty()) {
        ++differ;
        if (!differing)
          differing = core::Finding{
              .code = ErrorCode::parent_names_differ,
              .subject = {.file = file_of(*manifest_.districts), .row = province.first_row, .id = code},
              .detail = "|" + votes.winner() + "|" + votes.another()};
      }
      if (unit.name_vi.empty()) unit.name_vi = unit.name_en.empty() ? code : unit.name_en;
      if (unit.name_en.empty()) unit.name_en = unit.name_vi;
      provinces_.units.push_back(std::move(unit));
    }
    if (differing) {
      differing->detail.insert(0, std::to_string(differ));
      read_.findings.push_back(*differing);
    }
    provinces_.areas.resize(provinces_.units.size());
  }

  /// Layers such as those of GADM number each level from 1. Nothing but the districts names these provinces,
  /// so they may be called otherwise.
  void tell_codes_apart() {
    std::set<std::string> districts;
    for (const Unit& unit : districts_.units) districts.insert(unit.code);
    const auto is_taken = [&](const Unit& province) { return districts.contains(province.code); };
    const auto first = std::ranges::find_if(provinces_.units, is_taken);
    if (first == provinces_.units.end()) return;
    const auto taken = std::ranges::count_if(provinces_.units, is_taken);
    std::string prefix = "P";
    while (std::ranges::any_of(
        provinces_.units, [&](const Unit& province) { return districts.contains(prefix + province.code); }))
      prefix += "P";
    read_.findings.push_back({.code = ErrorCode::province_codes_changed,
                              .subject = {.file = file_of(*manifest_.districts), .id = first->code},
                              .detail = std::to_string(taken) + "|" + prefix + first->code});
    for (Unit& province : provinces_.units) province.code.insert(0, prefix);
    for (Unit& unit : districts_.units)
      for (std::string* parent : {&unit.parent_code, &unit.survey_parent_code})
        if (!parent->empty()) parent->insert(0, prefix);
  }

  /// A code stands for one unit of both layers, and a parent is a province that is there.
  Status check_codes() {
    std::map<std::string, std::size_t> province_with;
    for (std::size_t i = 0; i < provinces_.units.size(); ++i)
      province_with.emplace(provinces_.units[i].code, i);
    const std::string file = file_of(*manifest_.districts);
    std::vector<Error> errors;
    for (std::size_t i = 0; i < districts_.units.size(); ++i) {
      const Unit& unit = districts_.units[i];
      const core::Subject subject{.file = file, .row = districts_.rows[i], .id = unit.code};
      if (const auto other = province_with.find(unit.code); other != province_with.end())
        errors.push_back({.code = ErrorCode::duplicate_unit,
                          .subject = subject,
                          .detail = place_of_province(other->second)});
      const auto parent = province_with.find(unit.parent_code);
      province_of_.push_back(parent == province_with.end() ? std::nullopt : std::optional(parent->second));
      if (!unit.parent_code.empty() && !province_of_.back())
        errors.push_back({.code = ErrorCode::unknown_parent, .subject = subject, .detail = unit.parent_code});
    }
    if (!errors.empty()) return core::fail(summed_up(errors));
    return {};
  }

  /// \pre there is a layer of provinces
  [[nodiscard]] std::string place_of_province(std::size_t province) const {
    return file_of(*manifest_.provinces) + ": " + std::to_string(provinces_.rows[province]);
  }

  void make_provinces(const core::Task& task) {
    if (provinces_.units.empty()) return;
    const std::string file = file_of(*manifest_.districts);
    auto made = provinces_of_districts(districts_.areas, province_of_, provinces_.units.size(), task);
    if (!made) {
      // Tables and districts are worth having without the outlines of provinces.
      read_.findings.push_back({.code = ErrorCode::empty_geometry,
                                .subject = {.file = file, .id = provinces_.units.front().code},
                                .cause = std::make_shared<const Error>(made.error())});
      return;
    }
    provinces_.areas = std::move(made->areas);
    read_.district_topology = std::move(made->districts);
    read_.findings.push_back({.code = ErrorCode::provinces_from_districts,
                              .subject = {.file = file},
                              .detail = std::to_string(provinces_.units.size())});
  }

  void compare_provinces() {
    const ProvinceFit fit = fit_of_provinces(provinces_.areas, districts_.areas, province_of_);
    if (fit.misfits == 0) return;
    const std::string file = file_of(*manifest_.provinces);
    if (fit.compared > 0 && fit.apart == fit.compared) {
      read_.findings.push_back({.code = ErrorCode::provinces_elsewhere,
                                .subject = {.file = file},
                                .detail = std::to_string(fit.compared)});
      return;
    }
    const Unit& worst = provinces_.units[fit.worst];
    constexpr double per_cent = 100;
    read_.findings.push_back(
        {.code = ErrorCode::provinces_disagree,
         .subject = {.file = file, .row = provinces_.rows[fit.worst], .id = worst.name_vi},
         .detail = std::to_string(fit.misfits) + "|" + std::to_string(provinces_.units.size()) + "|" +
                   std::to_string(std::lround(fit.worst_share * per_cent))});
  }

  void tell_identical_areas(const UnitLayer& layer, const std::optional<LayerSource>& source) {
    if (!source) return;
    const auto pairs = identical_areas(layer.areas);
    if (pairs.empty()) return;
    const auto& [first, other] = pairs.front();
    read_.findings.push_back(
        {.code = ErrorCode::identical_areas,
         .subject = {.file = file_of(*source), .row = layer.rows[first], .id = layer.units[first].code},
         .detail = std::to_string(pairs.size()) + "|" + layer.units[other].code});
  }

  Result<UnitsRead> finished() {
    std::vector<Unit> units = std::move(provinces_.units);
    std::ranges::move(districts_.units, std::back_inserter(units));
    read_.areas = std::move(provinces_.areas);
    std::ranges::move(districts_.areas, std::back_inserter(read_.areas));
    auto frame = core::admin::Frame::from_units(std::move(units));
    if (!frame) {
      frame.error().subject.file = file_of(manifest_.districts ? *manifest_.districts : *manifest_.provinces);
      return core::fail(frame.error());
    }
    read_.frame = *std::move(frame);
    return std::move(read_);
  }

  const std::filesystem::path& folder_;
  const Manifest& manifest_;
  UnitLayer provinces_, districts_;
  ProvinceOf province_of_;  ///< [district]
  UnitsRead read_;
};

}  // namespace

Result<UnitsRead> read_units(const std::filesystem::path& folder, const Manifest& manifest,
                             const core::Task& task) {
  return FrameReader(folder, manifest).read(task);
}

}  // namespace vicinia::gis::io
