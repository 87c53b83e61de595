// vicinia variables: what can be mapped and listed. vicinia values: one variable of one sector, in every unit.
#include "command.h"
#include "own_rule_options.h"
#include "table_output.h"
#include "treatment_option.h"
#include "usage.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/tables/variable_table.h"

namespace vicinia::cli {
namespace {

class Variables : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand(
        "variables", "What can be mapped and listed: names, definitions, and why the data do not allow some");
    dataset_.setup(*app_);
    own_rule_.setup(*app_);
    output_.setup(*app_, {"csv", "xlsx"}, TableOutput::Out::option, "csv, or xlsx (a workbook)");
  }

  core::Status run() override {
    if (auto ok = dataset_.check_output(output_.file()); !ok) return ok;
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    if (auto ok = (*open)->apply(workspace::commands::set_own_rule(own_rule_.rule())); !ok) return ok;
    return output_.write(workspace::variables_table((*open)->document(), dataset_.language()), "variables");
  }

 private:
  DatasetOptions dataset_;
  OwnRuleOptions own_rule_;
  TableOutput output_;
};

class Values : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand(
        "values", "One variable of one sector in every unit, highest first, with what it rests on");
    dataset_.setup(*app_);
    std::vector<std::string> ids;
    for (const auto& info : core::values::all_variables()) ids.emplace_back(info.id);
    app_->add_option("--variable", variable_, "What to list; \"vicinia variables\" lists them")
        ->check(CLI::IsMember(ids).description(""))
        ->type_name("NAME")
        ->capture_default_str();
    app_->add_option("--sector", sector_, "Number or name of the sector")->required();
    app_->add_option("--province", province_, "Only the districts of this province (name or code)");
    app_->add_option("--min", filter_.min, "Only values of at least this")->check(any_number());
    app_->add_option("--max", filter_.max, "Only values of at most this")->check(any_number());
    app_->add_option("--category", filter_.categories, "Only these categories, e.g. met; may be repeated");
    app_->add_flag("--published", filter_.published_only, "Leave out units without a value");
    own_rule_.setup(*app_);
    add_treatment_option(*app_, contradicted_);
    output_.setup(*app_);
  }

  core::Status run() override {
    namespace commands = workspace::commands;
    if (auto ok = dataset_.check_output(output_.file()); !ok) return ok;
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    if (auto ok = dataset_.show_level_of(workspace, sector_); !ok) return ok;
    const auto sector = workspace::find_sector(workspace.dataset(), sector_);
    if (!sector) return core::fail(sector.error());
    if (auto ok = apply_treatment(workspace, contradicted_); !ok) return ok;
    const core::values::Variable variable = *core::values::variable_by_id(variable_);
    if (auto ok = check_filter(variable); !ok) return ok;
    for (const auto& command : {commands::set_sector(*sector), commands::set_own_rule(own_rule_.rule()),
                                commands::set_variable(variable)})
      if (auto ok = workspace.apply(command); !ok) return ok;
    if (!province_.empty()) {
      const auto province = workspace::find_province(workspace.dataset(), province_);
      if (!province) return core::fail(province.error());
      if (auto ok = workspace.apply(commands::set_province(*province)); !ok) return ok;
    }
    if (output_.as_json()) {
      const auto json = workspace::values_json(workspace.document(), filter_);
      return json ? output_.write(*json) : core::fail(json.error());
    }
    const auto table = workspace::values_table(workspace.document(), filter_);
    if (!table) return core::fail(table.error());
    return output_.write(*table, variable_);
  }

 private:
  [[nodiscard]] core::Status check_filter(core::values::Variable variable) const {
    if (filter_.min && filter_.max && *filter_.min > *filter_.max)
      return core::fail({.code = core::ErrorCode::invalid_argument,
                         .subject = {.field = "--min, --max"},
                         .detail = workspace::number_text(*filter_.min, 2, dataset_.language()) + " > " +
                                   workspace::number_text(*filter_.max, 2, dataset_.language())});
    const auto& possible = core::values::info_of(variable).categories;
    for (const std::string& wanted : filter_.categories) {
      if (std::ranges::find(possible, wanted) != possible.end()) continue;
      std::string list;
      for (const std::string_view one : possible) list += (list.empty() ? "" : "; ") + std::string(one);
      return core::fail({.code = core::ErrorCode::unknown_name,
                         .subject = {.field = "category", .id = wanted},
                         .detail = list.empty() ? "–" : list});
    }
    return {};
  }

  DatasetOptions dataset_;
  OwnRuleOptions own_rule_;
  workspace::ValueFilter filter_;
  std::string variable_ = "lq", sector_, province_, contradicted_ = "as-printed";
  TableOutput output_;
};

}  // namespace

std::unique_ptr<Command> make_variables_command() { return std::make_unique<Variables>(); }
std::unique_ptr<Command> make_values_command() { return std::make_unique<Values>(); }

}  // namespace vicinia::cli
