// vicinia indicators: tables of indicators, of units in sectors, of sectors, or of units.
#include <algorithm>
#include <map>
#include <vector>

#include "command.h"
#include "own_rule_options.h"
#include "table_output.h"
#include "treatment_option.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/tables/indicator_table.h"
#include "vicinia/workspace/words/indicator_texts.h"

namespace vicinia::cli {
namespace {

using workspace::TableOf;

class Indicators : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand(
        "indicators",
        "LQ, shares, counts, further indicators and grades of every unit that the source lists");
    dataset_.setup(*app_);
    app_->add_option("--sector", sector_, "Number or name of the sector; default: all");
    app_->add_option("--province", province_, "Only the districts of this province (name or code)");
    app_->add_option("--of", of_,
                     "What a row is: unit-and-sector, sector (concentration) or unit (specialisation)")
        ->check(CLI::IsMember({"unit-and-sector", "sector", "unit"}))
        ->capture_default_str();
    app_->add_flag("--describe", describe_,
                   "Instead: definition, denominator, limits and source of each indicator; no JSON");
    app_->add_option("--seed", seed_, "Of the bootstrap behind the standardised LQ's cut-off")
        ->capture_default_str();
    own_rule_.setup(*app_);
    add_treatment_option(*app_, contradicted_);
    output_.setup(*app_);
  }

  core::Status run() override {
    if (auto ok = dataset_.check_output(output_.file()); !ok) return ok;
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    if (auto ok = dataset_.show_level_of(workspace, sector_); !ok) return ok;
    const auto sectors = chosen_sectors(workspace.dataset(), sector_);
    if (!sectors) return core::fail(sectors.error());
    if (auto ok = choose(workspace); !ok) return ok;
    if (describe_)
      return output_.write(workspace::indicator_list_table(workspace.document(), dataset_.language()),
                           "indicators");

    static const std::map<std::string, TableOf> tables{
        {"unit-and-sector", TableOf::unit_and_sector}, {"sector", TableOf::sector}, {"unit", TableOf::unit}};
    workspace::IndicatorTableOptions options{.of = tables.at(of_)};
    options.indicators.own_rule = own_rule_.rule();
    options.indicators.bootstrap.seed = seed_;
    const auto tell_of_gaps = [&] {
      tell_what_is_not_computed(workspace, options.of);
      tell_of_plants(workspace::plant_notes(workspace.document(), *sectors, dataset_.language()));
    };
    if (output_.as_json()) {
      const auto json = workspace::indicators_json(workspace.document(), *sectors, options);
      if (!json) return core::fail(json.error());
      tell_of_gaps();
      return output_.write(*json);
    }
    const auto table = workspace::indicators_table(workspace.document(), *sectors, options);
    if (!table) return core::fail(table.error());
    tell_of_gaps();
    return output_.write(*table, "indicators");
  }

 private:
  /// Of many sectors the first three: units_without_plants, with --of sector, has them all.
  void tell_of_plants(const std::vector<std::string>& notes) const {
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(most, notes.size()); ++i) tell(notes[i]);
    if (notes.size() <= most) return;
    const std::string more = std::to_string(notes.size() - most);
    tell(dataset_.language() == workspace::Language::vi
             ? "Tương tự ở " + more + " ngành khác: xem cột units_without_plants (--of sector)."
             : "So it is in " + more + " more sectors: see the column units_without_plants (--of sector).");
  }

  core::Status choose(workspace::Workspace& workspace) {
    if (!province_.empty()) {
      const auto province = workspace::find_province(workspace.dataset(), province_);
      if (!province) return core::fail(province.error());
      if (auto ok = workspace.apply(workspace::commands::set_province(*province)); !ok) return ok;
    }
    return apply_treatment(workspace, contradicted_);
  }

  /// One line for each reason: the columns are empty, and that must not pass for "not published".
  void tell_what_is_not_computed(const workspace::Workspace& workspace, TableOf of) const {
    const workspace::Language language = dataset_.language();
    const auto period = workspace::period_indicators_of(workspace.document());
    std::map<workspace::Availability, std::string> names;
    for (const workspace::NotComputed& one : workspace::not_computed(*period, of)) {
      std::string& list = names[one.why];
      list += (list.empty() ? "" : "; ") +
              workspace::indicator_name(workspace.dataset().provenance, one.indicator, language);
    }
    for (const auto& [why, list] : names)
      tell((language == workspace::Language::vi ? "Không tính: " : "Not computed: ") + list + ". " +
           std::string(workspace::availability_text(why, language)));
  }

  DatasetOptions dataset_;
  OwnRuleOptions own_rule_;
  std::string sector_, province_, of_ = "unit-and-sector", contradicted_ = "as-printed";
  TableOutput output_;
  bool describe_ = false;
  std::uint64_t seed_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_indicators_command() { return std::make_unique<Indicators>(); }

}  // namespace vicinia::cli
