#include "command.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "output.h"
#include "usage.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/base/printable.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/words/border_match_text.h"
#include "vicinia/workspace/words/findings_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::cli {

using core::ErrorCode;

ExitCode exit_code_of(const core::Error& error) {
  switch (error.code) {
    case ErrorCode::unknown_name:
    case ErrorCode::variable_not_available:
    case ErrorCode::unsupported_format:
    case ErrorCode::invalid_argument: return wrong_usage;
    case ErrorCode::cancelled: return interrupted;
    case ErrorCode::internal:
    case ErrorCode::shape_mismatch:
    case ErrorCode::engine_not_found:
    case ErrorCode::engine_start_failed:
    case ErrorCode::engine_crashed:
    case ErrorCode::render_failed: return our_fault;
    case ErrorCode::export_failed:
      return error.subject.field == "template" || error.subject.field == "room" ? input_at_fault : our_fault;
    default: return input_at_fault;
  }
}

workspace::Language environment_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      return std::string_view(value).starts_with("vi") ? workspace::Language::vi : workspace::Language::en;
  return workspace::Language::en;
}

void DatasetOptions::setup(CLI::App& app, Languages languages, Periods periods) {
  const OptionGroup group(app, "Data and language");
  app.add_option("--dataset", folder_, "Folder with a manifest.json; default: the built-in data set")
      ->type_name("DIR");
  if (periods == Periods::one)
    app.add_option(
           "--frame", frame_,
           "Frame of units to show the values in, by its date or id, of those that the data set has a crosswalk to; "
           "default: its own")
        ->type_name("DATE");
  if (periods == Periods::one)
    app.add_option("--period", period_,
                   "Period, as the table has it, or as 2007, 2007-Q4, 2007-12; default: the last");
  if (periods == Periods::one)
    app.add_option("--base-period", base_period_,
                   "Period that change is counted from; default: the one before");
  if (periods == Periods::one)
    app.add_option(
        "--sector-level", sector_level_,
        "Of sectors that are parts of others: the level shown and summed, 1 the coarsest; default: the finest complete one");
  const bool both = languages == Languages::one_or_both;
  app.add_option("--language", language_,
                 both ? "Language of texts: vi, en or both; default: that of the environment"
                      : "Language of texts: vi or en; default: that of the environment")
      ->check(both ? CLI::IsMember({"vi", "en", "both"}) : CLI::IsMember({"vi", "en"}));
}

workspace::Language DatasetOptions::language() const {
  if (in_both_languages()) return workspace::Language::vi;
  return workspace::language_by_code(language_).value_or(environment_language());
}

void tell(std::string_view note) {
  if (!note.empty()) std::cerr << "vicinia: " << workspace::printable(note) << '\n';
}

core::NoteCallback notes_on_stderr(workspace::Language language) {
  return [language, told = std::make_shared<std::set<std::string>>()](const core::Error& note) {
    if (const std::string text = workspace::error_text(note, language); told->insert(text).second) tell(text);
  };
}

bool tell_summed_up(std::span<const core::Finding> findings, workspace::Language language) {
  const auto lines = workspace::findings_summary(findings, language);
  for (const auto& line : lines) tell(line.text);
  return lines.size() != findings.size();
}

void tell_of_borders(const workspace::Contiguity& contiguity,
                     const workspace::AgglomerationSettings& settings, workspace::Language language) {
  const double tolerance_m = contiguity.tolerance_of(settings);
  if (!workspace::all_shared_exactly(contiguity.match(), tolerance_m))
    tell(workspace::border_match_text(contiguity.match(), tolerance_m, language));
}

void DatasetOptions::tell_of_findings(std::span<const core::Finding> findings) const {
  if (!tell_summed_up(findings, language())) return;
  const std::string all = std::to_string(findings.size()),
                    command =
                        "vicinia info --notes" + (folder_.empty() ? "" : " --dataset \"" + folder_ + "\"");
  tell(language() == workspace::Language::vi ? "Xem cả " + all + " ghi chú: " + command
                                             : "All " + all + " notes: " + command);
}

core::Result<std::filesystem::path> DatasetOptions::folder() const {
  return folder_.empty() ? workspace::built_in_dataset() : core::Result<std::filesystem::path>(folder_);
}

core::Status DatasetOptions::check_output(const std::string& out) const {
  if (out.empty()) return {};
  const auto read = folder();
  return cli::check_output(out, read ? files_of_dataset(*read) : std::vector<std::string>());
}

core::Result<std::unique_ptr<workspace::Workspace>> DatasetOptions::open(Notes notes) const {
  const auto read = folder();
  if (!read) return core::fail(read.error());
  auto data = workspace::load(*read);
  if (!data) return core::fail(data.error());
  auto workspace = std::make_unique<workspace::Workspace>(std::move(*data));
  if (sector_level_ != 0)
    if (auto ok = workspace->apply(workspace::commands::set_sector_level(sector_level_)); !ok)
      return core::fail(ok.error());
  if (!frame_.empty()) {
    const auto frame = workspace::find_frame(workspace->dataset(), frame_);
    if (!frame) {
      // One that the data declare may have been left out: then what is wrong with it is the better answer.
      const auto& findings = workspace->document().data->findings;
      const auto misfit = std::ranges::find_if(findings, workspace::is_misfit_of_a_crosswalk);
      return core::fail(misfit != findings.end() ? *misfit : frame.error());
    }
    if (auto ok = workspace->apply(workspace::commands::set_frame(*frame)); !ok)
      return core::fail(ok.error());
  }
  if (notes == Notes::on_stderr) tell_of_findings(workspace->document().data->findings);
  if (!period_.empty()) {
    const auto period = workspace::find_period(workspace->dataset(), period_);
    if (!period) return core::fail(period.error());
    if (auto ok = workspace->apply(workspace::commands::set_period(*period)); !ok)
      return core::fail(ok.error());
  }
  if (!base_period_.empty()) {
    const auto base = workspace::find_period(workspace->dataset(), base_period_);
    if (!base) return core::fail(base.error());
    if (auto ok = workspace->apply(workspace::commands::set_base_period(*base)); !ok)
      return core::fail(ok.error());
  }
  return workspace;
}

core::Status DatasetOptions::show_level_of(workspace::Workspace& workspace, const std::string& sector) const {
  const auto& levels = workspace.dataset().levels;
  if (!levels || sector_level_ != 0 || sector.empty() || workspace::find_sector(workspace.dataset(), sector))
    return {};
  const auto elsewhere = workspace::find_sector_in(levels->sectors, sector);
  if (!elsewhere) return {};  // the caller says that it is not there
  const std::size_t level = levels->level_of(*elsewhere);
  const std::string code = levels->sectors[*elsewhere].code;
  if (auto ok = workspace.apply(workspace::commands::set_sector_level(level)); !ok) return ok;
  tell(language() == workspace::Language::vi
           ? "Ngành " + code + " thuộc cấp " + std::to_string(level) + ": mọi tổng số được tính theo cấp này."
           : "Sector " + code + " is of level " + std::to_string(level) +
                 ": all totals are sums over that level.");
  return {};
}

core::Result<std::vector<core::industry::SectorIndex>> chosen_sectors(const core::Dataset& dataset,
                                                                      const std::string& name) {
  std::vector<core::industry::SectorIndex> sectors(dataset.sectors.size());
  std::iota(sectors.begin(), sectors.end(), 0);
  if (name.empty()) return sectors;
  const auto sector = workspace::find_sector(dataset, name);
  if (!sector) return core::fail(sector.error());
  return std::vector{*sector};
}

std::string joined_json(const std::vector<std::string>& arrays) {
  auto all = nlohmann::ordered_json::array();
  for (const std::string& array : arrays)
    for (auto& object : nlohmann::ordered_json::parse(array)) all.push_back(std::move(object));
  return workspace::json_text(all);
}

core::Status write_output(const std::string& file, std::string_view content, Content kind) {
  if (!file.empty()) return gis::files::write_file(file, content);
  if (kind == Content::text || ::isatty(STDOUT_FILENO) == 1)
    std::cout << workspace::printable(content) << std::flush;
  else
    std::cout << content << std::flush;
  if (!std::cout) return core::fail({.code = ErrorCode::file_not_writable, .subject = {.file = "(stdout)"}});
  return {};
}

}  // namespace vicinia::cli
