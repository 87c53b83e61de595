// vicinia: industrial clusters of Viet Nam from a terminal.
#include <array>
#include <memory>

#include "command.h"
#include "usage.h"
#include "vicinia/workspace/words/texts.h"

namespace {

using namespace vicinia;

/// Where the errors that are summed up can be seen one by one.
std::string where_all_are_told(const CLI::App& command, std::size_t count, workspace::Language language) {
  const bool vi = language == workspace::Language::vi;
  const std::string lead =
      vi ? "Xem cả " + std::to_string(count) + " lỗi: " : "All " + std::to_string(count) + ": ";
  if (command.get_option_no_throw("--notes") != nullptr) return lead + (vi ? "thêm --notes" : "add --notes");
  const CLI::Option* dataset = command.get_option_no_throw("--dataset");
  if (dataset == nullptr) return {};
  return lead + "vicinia info --notes" +
         (dataset->empty() ? "" : " --dataset \"" + dataset->as<std::string>() + "\"");
}

void tell_error(const core::Error& error, const CLI::App& command, workspace::Language language) {
  const CLI::Option* notes = command.get_option_no_throw("--notes");
  const bool in_full = notes != nullptr && !notes->empty();
  cli::tell(workspace::error_text(
      error, language, in_full ? workspace::ErrorLength::in_full : workspace::ErrorLength::summed_up));
  if (const std::size_t count = workspace::errors_left_out(error); count > 0 && !in_full)
    cli::tell(where_all_are_told(command, count, language));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program{
      "Vicinia: explores industrial clusters of Viet Nam. Without a window; see vicinia-desktop for the map."};
  program.name("vicinia");
  program.set_version_flag("--version", "vicinia " VICINIA_VERSION);
  program.require_subcommand(1);
  program.footer(
      "Exit codes: 0 done; 1 the input is at fault; 2 wrong usage; 3 a fault of the program; 130 interrupted.\n"
      "Example: vicinia figure --sector I --variable lq --out textile.pdf");

  struct Listed {
    const char* task;
    std::unique_ptr<cli::Command> command;
  };
  const std::array commands{Listed{"See what the data hold", cli::make_info_command()},
                            Listed{"See what the data hold", cli::make_variables_command()},
                            Listed{"See what the data hold", cli::make_values_command()},
                            Listed{"See what the data hold", cli::make_indicators_command()},
                            Listed{"See what the data hold", cli::make_audit_command()},
                            Listed{"Bring in your own data", cli::make_import_command()},
                            Listed{"Bring in your own data", cli::make_firms_command()},
                            Listed{"Find agglomerations", cli::make_agglomerations_command()},
                            Listed{"Find agglomerations", cli::make_explain_command()},
                            Listed{"Find agglomerations", cli::make_robustness_command()},
                            Listed{"Make maps and reports", cli::make_figure_command()},
                            Listed{"Make maps and reports", cli::make_series_command()},
                            Listed{"Make maps and reports", cli::make_brief_command()},
                            Listed{"Make maps and reports", cli::make_web_page_command()},
                            Listed{"Make maps and reports", cli::make_open_command()},
                            Listed{"Work on boundaries", cli::make_check_command()},
                            Listed{"Work on boundaries", cli::make_borders_command()},
                            Listed{"Work on boundaries", cli::make_dissolve_command()},
                            Listed{"Work on boundaries", cli::make_thiessen_command()}};
  for (const auto& [task, command] : commands) {
    command->setup(program);
    command->group_under(task);
  }
  const workspace::Language language = cli::language_of(argc, argv);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.exit(error);  // help and version
    cli::tell(cli::usage_text(program, error, language));
    return cli::wrong_usage;
  }
  try {
    for (const auto& [task, command] : commands) {
      if (!command->was_chosen()) continue;
      const core::Status status = command->run();
      if (status) return cli::done;
      tell_error(status.error(), *program.get_subcommands().front(), language);
      return cli::exit_code_of(status.error());
    }
  } catch (const std::exception& error) {
    cli::tell(workspace::error_text({.code = core::ErrorCode::internal, .detail = error.what()}, language));
  }
  return cli::our_fault;
}
