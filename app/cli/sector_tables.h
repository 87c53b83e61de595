/// \file sector_tables.h
/// Commands that apply the rules to one sector or to all, and print a table of each.
#pragma once

#include <string>

#include "command.h"
#include "rule_options.h"

namespace vicinia::cli {

class SectorTables : public Command {
 public:
  core::Status run() override;

 protected:
  void setup_tables(CLI::App& program, const char* name, const char* description);
  /// Of the sector that the document looks at, in the format asked for.
  [[nodiscard]] virtual core::Result<std::string> table(const workspace::Document& document, const workspace::Contiguity& contiguity) = 0;
  /// After the last one.
  [[nodiscard]] virtual core::Status finish(const workspace::Document&) { return {}; }
  [[nodiscard]] bool as_json() const { return format_ == "json"; }
  [[nodiscard]] workspace::Language language() const { return dataset_.language(); }

 private:
  DatasetOptions dataset_;
  RuleOptions rules_;
  std::string sector_, format_ = "csv";
};

}  // namespace vicinia::cli
