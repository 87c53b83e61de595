#include "vicinia/gis/io/units_reader.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/error_sums.h"
#include "base/sub_task.h"
#include "dataset/province_areas.h"
#include "dataset/unit_layer.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
using core::admin::Level;
using core::admin::Unit;

/// The names that most units give to the one that they are part of; of equally frequent ones the first. Names that
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

/// One level of the manifest with what was read of it.
struct ReadLevel {
  const LevelSource& source;
  Level level{};
  UnitLayer units{};
  [[nodiscard]] bool has_layer() const { return source.layer.has_value(); }
};

class FrameReader {
 public:
  FrameReader(const std::filesystem::path& folder, const Manifest& manifest)
      : folder_(folder), manifest_(manifest) {
    for (const LevelSource& source : manifest.levels)
      levels_.push_back({source, {static_cast<std::uint8_t>(levels_.size())}, {}});
  }

  Result<UnitsRead> read(const core::Task& task) {
    constexpr double reading = 0.9;
    const auto layers = static_cast<double>(std::ranges::count_if(levels_, &ReadLevel::has_layer));
    double done = 0;
    for (std::size_t rank = 0; rank < levels_.size(); ++rank) {
      if (!levels_[rank].has_layer()) continue;
      const double before = reading * done / layers, after = reading * (done + 1) / layers;
      if (auto ok = read_layer(rank, part_of(task, before, after)); !ok) return core::fail(ok.error());
      ++done;
    }
    if (levels_.front().has_layer()) add_absent_units(nullptr, levels_.front());
    for (std::size_t rank = 1; rank < levels_.size(); ++rank) {
      ReadLevel &whole = levels_[rank - 1], &part = levels_[rank];
      if (!part.has_layer()) continue;  // made of the next finer level, in its turn
      add_absent_units(&whole, part);
      if (!whole.has_layer()) {
        name_wholes(whole, part);
        tell_codes_apart(whole, part);
      }
      if (auto ok = check_codes(rank); !ok) return core::fail(ok.error());
      const ProvinceOf whole_of = wholes_of(whole, part);
      const double at =
          reading + (1 - reading) * static_cast<double>(rank - 1) / static_cast<double>(levels_.size());
      if (whole.has_layer())
        compare(whole, part, whole_of);
      else
        put_together(whole, part, whole_of, part_of(task, at, 1));
      if (task.stop.stop_requested())
        return core::fail({.code = ErrorCode::cancelled, .subject = {.file = file_of(part)}});
    }
    for (const ReadLevel& level : levels_) tell_identical_areas(level);
    return finished();
  }

 private:
  /// \pre it has a layer
  [[nodiscard]] std::string file_of(const ReadLevel& level) const {
    return (folder_ / level.source.layer->file).string();
  }

  Status read_layer(std::size_t rank, const core::Task& task) {
    ReadLevel& target = levels_[rank];
    const UnitLayerOptions options{
        .folder = folder_,
        .level = target.level,
        .target_crs = read_.crs.empty() ? manifest_.projected_crs : read_.crs,
        .parents = rank > 0 && levels_[rank - 1].has_layer() ? &levels_[rank - 1].units.units : nullptr};
    auto layer = read_unit_layer(*target.source.layer, options, task);
    if (!layer) return core::fail(layer.error());
    target.units = *std::move(layer);
    read_.crs = target.units.crs;
    std::ranges::move(target.units.findings, std::back_inserter(read_.findings));
    return {};
  }

  /// Values of a unit that the layer lacks must find it all the same.
  /// \param whole  the next coarser level; null: there is none
  static void add_absent_units(const ReadLevel* whole, ReadLevel& part) {
    std::set<std::string> wholes;
    if (whole)
      for (const Unit& unit : whole->has_layer() ? whole->units.units : part.units.units)
        wholes.insert(whole->has_layer() ? unit.code : unit.parent_code);
    for (const CodedUnit& absent : part.units.absent) {
      const auto parent = std::ranges::find_if(
          absent.provinces, [&](const std::string& code) { return wholes.contains(code); });
      part.units.units.push_back({.code = absent.code,
                                  .name_vi = absent.name_vi,
                                  .name_en = absent.name_en,
                                  .kind_vi = absent.kind_vi,
                                  .kind_en = absent.kind_en,
                                  .level = part.level,
                                  .parent_code = parent == absent.provinces.end() ? std::string() : *parent});
      part.units.areas.emplace_back();
      part.units.rows.push_back(0);
      part.units.parent_names.emplace_back();
    }
  }

  /// A unit for each that the finer ones name.
  void name_wholes(ReadLevel& whole, const ReadLevel& part) {
    struct Named {
      NameVotes vi{}, en{};
      std::size_t first_row = 0;
    };
    std::map<std::string, Named> named;
    for (std::size_t i = 0; i < part.units.units.size(); ++i) {
      if (part.units.units[i].parent_code.empty()) continue;
      Named& one = named[part.units.units[i].parent_code];
      if (one.first_row == 0) one.first_row = part.units.rows[i];
      one.vi.add(part.units.parent_names[i].vi);
      one.en.add(part.units.parent_names[i].en);
    }
    std::optional<core::Finding> differing;
    std::size_t differ = 0;
    for (const auto& [code, one] : named) {
      Unit unit{.code = code, .name_vi = one.vi.winner(), .name_en = one.en.winner(), .level = whole.level};
      const auto known = std::ranges::find(part.units.known_parents, code, &CodedUnit::code);
      if (known != part.units.known_parents.end()) {
        unit.name_vi = known->name_vi;
        unit.name_en = known->name_en;
        unit.kind_vi = known->kind_vi;
        unit.kind_en = known->kind_en;
      } else if (const NameVotes& votes = one.vi.another().empty() ? one.en : one.vi;
                 !votes.another().empty()) {
        ++differ;
        if (!differing)
          differing = core::Finding{.code = ErrorCode::parent_names_differ,
                                    .subject = {.file = file_of(part), .row = one.first_row, .id = code},
                                    .detail = "|" + votes.winner() + "|" + votes.another()};
      }
      if (unit.name_vi.empty()) unit.name_vi = unit.name_en.empty() ? code : unit.name_en;
      if (unit.name_en.empty()) unit.name_en = unit.name_vi;
      whole.units.units.push_back(std::move(unit));
    }
    if (differing) {
      differing->detail.insert(0, std::to_string(differ));
      differing->detail += words_of(whole, part);
      read_.findings.push_back(*differing);
    }
    whole.units.areas.resize(whole.units.units.size());
    whole.units.rows.resize(whole.units.units.size());
  }

  /// "|several wholes vi|en|several parts vi|en": findings speak of units as the data call them.
  [[nodiscard]] static std::string words_of(const ReadLevel& whole, const ReadLevel& part) {
    const core::BilingualText &wholes = whole.source.level.plural, &parts = part.source.level.plural;
    return "|" + wholes.vi + "|" + wholes.en + "|" + parts.vi + "|" + parts.en;
  }

  /// Layers such as those of GADM number each level from 1. Nothing but the finer units names these, so they may be called otherwise.
  void tell_codes_apart(ReadLevel& whole, ReadLevel& part) {
    std::set<std::string> codes;
    for (const Unit& unit : part.units.units) codes.insert(unit.code);
    std::vector<Unit>& wholes = whole.units.units;
    const auto is_taken = [&](const Unit& unit) { return codes.contains(unit.code); };
    const auto first = std::ranges::find_if(wholes, is_taken);
    if (first == wholes.end()) return;
    const auto taken = std::ranges::count_if(wholes, is_taken);
    std::string prefix = "P";
    while (std::ranges::any_of(wholes, [&](const Unit& unit) { return codes.contains(prefix + unit.code); }))
      prefix += "P";
    read_.findings.push_back(
        {.code = ErrorCode::province_codes_changed,
         .subject = {.file = file_of(part), .id = first->code},
         .detail = std::to_string(taken) + "|" + prefix + first->code + words_of(whole, part)});
    for (Unit& unit : wholes) unit.code.insert(0, prefix);
    for (Unit& unit : part.units.units)
      for (std::string* parent : {&unit.parent_code, &unit.survey_parent_code})
        if (!parent->empty()) parent->insert(0, prefix);
  }

  /// A code stands for one unit of all layers, and a parent is a coarser unit that is there.
  Status check_codes(std::size_t rank) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> coarser;  // code → rank, position
    for (std::size_t above = 0; above < rank; ++above)
      for (std::size_t i = 0; i < levels_[above].units.units.size(); ++i)
        coarser.emplace(levels_[above].units.units[i].code, std::pair(above, i));
    const UnitLayer& layer = levels_[rank].units;
    const std::string file = file_of(levels_[rank]);
    std::vector<Error> errors;
    for (std::size_t i = 0; i < layer.units.size(); ++i) {
      const Unit& unit = layer.units[i];
      const core::Subject subject{.file = file, .row = layer.rows[i], .id = unit.code};
      if (const auto other = coarser.find(unit.code); other != coarser.end())
        errors.push_back({.code = ErrorCode::duplicate_unit,
                          .subject = subject,
                          .detail = place_of(levels_[other->second.first], other->second.second)});
      if (!unit.parent_code.empty() && !coarser.contains(unit.parent_code))
        errors.push_back({.code = ErrorCode::unknown_parent, .subject = subject, .detail = unit.parent_code});
    }
    if (!errors.empty()) return core::fail(summed_up(errors));
    return {};
  }

  [[nodiscard]] std::string place_of(const ReadLevel& level, std::size_t unit) const {
    return level.has_layer() ? file_of(level) + ": " + std::to_string(level.units.rows[unit])
                             : level.source.level.name.en;
  }

  static ProvinceOf wholes_of(const ReadLevel& whole, const ReadLevel& part) {
    std::map<std::string, std::size_t> with_code;
    for (std::size_t i = 0; i < whole.units.units.size(); ++i)
      with_code.emplace(whole.units.units[i].code, i);
    ProvinceOf found;
    for (const Unit& unit : part.units.units) {
      const auto at = with_code.find(unit.parent_code);
      found.push_back(at == with_code.end() ? std::nullopt : std::optional(at->second));
    }
    return found;
  }

  void put_together(ReadLevel& whole, const ReadLevel& part, const ProvinceOf& whole_of,
                    const core::Task& task) {
    if (whole.units.units.empty()) return;
    const std::string file = file_of(part);
    auto made = provinces_of_districts(part.units.areas, whole_of, whole.units.units.size(), task);
    if (!made) {
      // Tables and the finer units are worth having without these outlines.
      read_.findings.push_back({.code = ErrorCode::empty_geometry,
                                .subject = {.file = file, .id = whole.units.units.front().code},
                                .cause = std::make_shared<const Error>(made.error())});
      return;
    }
    whole.units.areas = std::move(made->areas);
    read_.unit_topology = std::move(made->districts);
    read_.topology_level = part.level;
    read_.findings.push_back({.code = ErrorCode::provinces_from_districts,
                              .subject = {.file = file},
                              .detail = std::to_string(whole.units.units.size()) + words_of(whole, part)});
  }

  void compare(const ReadLevel& whole, const ReadLevel& part, const ProvinceOf& whole_of) {
    const ProvinceFit fit = fit_of_provinces(whole.units.areas, part.units.areas, whole_of);
    if (fit.misfits == 0) return;
    const std::string file = file_of(whole);
    if (fit.compared > 0 && fit.apart == fit.compared) {
      read_.findings.push_back({.code = ErrorCode::provinces_elsewhere,
                                .subject = {.file = file},
                                .detail = std::to_string(fit.compared) + words_of(whole, part)});
      return;
    }
    const Unit& worst = whole.units.units[fit.worst];
    constexpr double per_cent = 100;
    read_.findings.push_back(
        {.code = ErrorCode::provinces_disagree,
         .subject = {.file = file, .row = whole.units.rows[fit.worst], .id = worst.name_vi},
         .detail = std::to_string(fit.misfits) + "|" + std::to_string(whole.units.units.size()) + "|" +
                   std::to_string(std::lround(fit.worst_share * per_cent)) + words_of(whole, part)});
  }

  void tell_identical_areas(const ReadLevel& level) {
    if (!level.has_layer()) return;
    const auto pairs = identical_areas(level.units.areas);
    if (pairs.empty()) return;
    const auto& [first, other] = pairs.front();
    read_.findings.push_back({.code = ErrorCode::identical_areas,
                              .subject = {.file = file_of(level),
                                          .row = level.units.rows[first],
                                          .id = level.units.units[first].code},
                              .detail = std::to_string(pairs.size()) + "|" + level.units.units[other].code});
  }

  Result<UnitsRead> finished() {
    std::vector<Unit> units;
    std::vector<core::admin::LevelInfo> infos;
    for (ReadLevel& level : levels_) {
      std::ranges::move(level.units.units, std::back_inserter(units));
      std::ranges::move(level.units.areas, std::back_inserter(read_.areas));
      infos.push_back(level.source.level);
    }
    auto levels = core::admin::Levels::declared(std::move(infos));
    if (!levels) return core::fail(levels.error());
    auto frame = core::admin::Frame::from_units(std::move(units), *std::move(levels));
    if (!frame) {
      frame.error().subject.file = (folder_ / finest_layer(manifest_).file).string();
      return core::fail(frame.error());
    }
    read_.frame = *std::move(frame);
    return std::move(read_);
  }

  const std::filesystem::path& folder_;
  const Manifest& manifest_;
  std::vector<ReadLevel> levels_;  ///< [rank]
  UnitsRead read_;
};

}  // namespace

Result<UnitsRead> read_units(const std::filesystem::path& folder, const Manifest& manifest,
                             const core::Task& task) {
  return FrameReader(folder, manifest).read(task);
}

}  // namespace vicinia::gis::io
