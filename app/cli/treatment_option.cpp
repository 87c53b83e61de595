#include "treatment_option.h"

#include <vector>

#include "vicinia/workspace/document/values.h"

namespace vicinia::cli {

void add_treatment_option(CLI::App& app, std::string& treatment) {
  std::vector<std::string> ids;
  for (const workspace::Treatment one : core::values::all_treatments())
    ids.emplace_back(core::values::id_of(one));
  app.add_option(
         "--contradicted", treatment,
         "Values that other published values contradict: as printed and marked, left out as if not published, or the value that "
         "would agree")
      ->check(CLI::IsMember(ids))
      ->capture_default_str();
}

core::Status apply_treatment(workspace::Workspace& workspace, const std::string& treatment) {
  return workspace.apply(
      workspace::commands::set_treatment(core::values::treatment_by_id(treatment).value()));
}

}  // namespace vicinia::cli
