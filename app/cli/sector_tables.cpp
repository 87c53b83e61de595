#include "sector_tables.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "vicinia/workspace/words/tolerance_text.h"
#include "vicinia/workspace/words/treatment_effect.h"

namespace vicinia::cli {

void SectorTables::setup_tables(CLI::App& program, const char* name, const char* description,
                                TableOutput::Out out) {
  name_ = name;
  app_ = program.add_subcommand(name, description);
  dataset_.setup(*app_);
  rules_.setup(*app_);
  app_->add_option("--sector", sector_, "Number or name of the sector; default: all");
  output_.setup(*app_, {"csv", "json", "xlsx"}, out);
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
  if (auto ok = dataset_.check_output(output_.file()); !ok) return ok;
  const auto open = dataset_.open();
  if (!open) return core::fail(open.error());
  workspace::Workspace& workspace = **open;
  if (auto ok = dataset_.show_level_of(workspace, sector_); !ok) return ok;
  const auto sectors = chosen_sectors(workspace.dataset(), sector_);
  if (!sectors) return core::fail(sectors.error());
  const auto contiguity = rules_.apply(workspace);
  if (!contiguity) return core::fail(contiguity.error());
  tell_of_borders(*contiguity, workspace.view().agglomerations, language());
  workspace::ValueTable all;
  std::vector<std::string> arrays, effects;
  for (const auto sector : *sectors) {
    if (auto ok = workspace.apply(workspace::commands::set_sector(sector)); !ok) return ok;
    auto part = table(workspace.document(), *contiguity);
    if (!part) return core::fail(part.error());
    if (auto* const json = std::get_if<std::string>(&*part)) {
      arrays.push_back(std::move(*json));
    } else {
      auto& one = std::get<workspace::ValueTable>(*part);
      all.columns = std::move(one.columns);
      std::ranges::move(one.rows, std::back_inserter(all.rows));
    }
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
  return as_json() ? output_.write(joined_json(arrays)) : output_.write(all, name_);
}

}  // namespace vicinia::cli
