// vicinia: industrial clusters of Viet Nam from a terminal.
#include <array>

#include "command.h"
#include "vicinia/workspace/texts.h"

int main(int argc, char** argv) {
  using namespace vicinia;
  CLI::App program{"Vicinia: explores industrial clusters of Viet Nam. Without a window; see vicinia-desktop for the map."};
  program.name("vicinia");
  program.set_version_flag("--version", "vicinia " VICINIA_VERSION);
  program.require_subcommand(1);
  program.footer(
      "Exit codes: 0 done; 1 the input is at fault; 2 wrong usage; 3 a fault of the program; 130 interrupted.\n"
      "Example: vicinia figure --sector I --measure lq --out textile.pdf");

  const std::array commands{cli::make_info_command(),           cli::make_indicators_command(),
                            cli::make_agglomerations_command(), cli::make_robustness_command(),
                            cli::make_explain_command(),        cli::make_figure_command(),
                            cli::make_borders_command(),        cli::make_dissolve_command(),
                            cli::make_check_command(),          cli::make_thiessen_command(),
                            cli::make_audit_command(),       cli::make_open_command(),
                            cli::make_series_command(),         cli::make_brief_command()};
  for (const auto& command : commands) command->setup(program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? cli::done : cli::wrong_usage;
  }
  try {
    for (const auto& command : commands) {
      if (!command->was_chosen()) continue;
      const core::Status status = command->run();
      if (status) return cli::done;
      std::cerr << "vicinia: " << workspace::error_text(status.error(), cli::environment_language()) << '\n';
      return cli::exit_code_of(status.error());
    }
  } catch (const std::exception& error) {
    std::cerr << "vicinia: "
              << workspace::error_text({.code = core::ErrorCode::internal, .detail = error.what()},
                                       cli::environment_language())
              << '\n';
  }
  return cli::our_fault;
}
