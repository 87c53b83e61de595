#include "sector_tables.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "vicinia/workspace/words/tolerance_text.h"
#include "vicinia/workspace/words/treatment_effect.h"

namespace vicinia::cli {

void SectorTables::setup_tables(CLI::App& program, const char* name, const char* description) {
  app_ = program.add_subcommand(name, description);
  dataset_.setup(*app_);
  rules_.setup(*app_);
  app_->add_option("--sector", sector_, "Number or name of the sector; default: all");
  app_->add_option("--format", format_, "csv or json")
      ->check(CLI::IsMember({"csv", "json"}))
      ->capture_default_str();
}

void SectorTables::note_depending(const workspace::Document& document, std::vector<std::size_t> numbers,
                                  double tolerance_m) {
  tolerance_m_ = tolerance_m;
  if (!numbers.empty())
    depending_.push_back({document.data->dataset->sectors[document.view.sector].code, std::move(numbers)});
}

// Of several sectors the first three are named: the column depends_on_tolerance has them all.
void SectorTables::tell_of_tolerance() const {
  constexpr std::size_t most = 3;
  if (depending_.empty()) return;
  const bool vi = language() == workspace::Language::vi;
  if (!sector_.empty())
    return tell(workspace::tolerance_note(depending_.front().numbers, tolerance_m_, language()));
  for (std::size_t i = 0; i < std::min(most, depending_.size()); ++i)
    tell((vi ? "Ngành " : "Sector ") + depending_[i].sector + ": " +
         workspace::tolerance_note(depending_[i].numbers, tolerance_m_, language()));
  if (depending_.size() > most) {
    const std::string more = std::to_string(depending_.size() - most);
    tell(vi ? "Tương tự ở " + more + " ngành khác: xem cột depends_on_tolerance."
            : "So it is in " + more + " more sectors: see the column depends_on_tolerance.");
  }
}

core::Status SectorTables::run() {
  if (auto ok = prepare(); !ok) return ok;
  const auto open = dataset_.open();
  if (!open) return core::fail(open.error());
  workspace::Workspace& workspace = **open;
  if (auto ok = dataset_.show_level_of(workspace, sector_); !ok) return ok;
  const auto sectors = chosen_sectors(workspace.dataset(), sector_);
  if (!sectors) return core::fail(sectors.error());
  const auto contiguity = rules_.apply(workspace);
  if (!contiguity) return core::fail(contiguity.error());
  tell_of_borders(*contiguity, workspace.view().agglomerations, language());
  std::vector<std::string> tables, effects;
  for (const auto sector : *sectors) {
    if (auto ok = workspace.apply(workspace::commands::set_sector(sector)); !ok) return ok;
    auto part = table(workspace.document(), *contiguity);
    if (!part) return core::fail(part.error());
    tables.push_back(*std::move(part));
    const auto effect = workspace::treatment_effect(workspace.document(), *contiguity);
    if (!effect) return core::fail(effect.error());
    if (!effect->is_empty())
      effects.push_back((language() == workspace::Language::vi ? "Ngành " : "Sector ") +
                        workspace.dataset().sectors[sector].code + ": " +
                        workspace::treatment_effect_text(workspace.document(), *effect, language()));
  }
  if (auto ok = finish(workspace.document()); !ok) return ok;
  tell_of_tolerance();
  for (const std::string& effect : effects) tell(effect);
  return write_output("", as_json() ? joined_json(tables) : joined_csv(tables));
}

}  // namespace vicinia::cli
