#include "sector_tables.h"

#include <vector>

namespace vicinia::cli {

void SectorTables::setup_tables(CLI::App& program, const char* name, const char* description) {
  app_ = program.add_subcommand(name, description);
  dataset_.setup(*app_);
  rules_.setup(*app_);
  app_->add_option("--sector", sector_, "Number or name of the sector; default: all");
  app_->add_option("--format", format_, "csv or json")->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
}

core::Status SectorTables::run() {
  const auto open = dataset_.open();
  if (!open) return core::fail(open.error());
  workspace::Workspace& workspace = **open;
  const auto sectors = chosen_sectors(workspace.dataset(), sector_);
  if (!sectors) return core::fail(sectors.error());
  const auto contiguity = rules_.apply(workspace);
  if (!contiguity) return core::fail(contiguity.error());
  std::vector<std::string> tables;
  for (const auto sector : *sectors) {
    if (auto ok = workspace.apply(workspace::commands::set_sector(sector)); !ok) return ok;
    auto part = table(workspace.document(), *contiguity);
    if (!part) return core::fail(part.error());
    tables.push_back(*std::move(part));
  }
  if (auto ok = finish(workspace.document()); !ok) return ok;
  return write_output("", as_json() ? joined_json(tables) : joined_csv(tables));
}

}  // namespace vicinia::cli
