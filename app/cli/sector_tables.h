/// \file sector_tables.h
/// Commands that apply the rules to one sector or to all, and print a table of each.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "command.h"
#include "rule_options.h"
#include "table_output.h"
#include "vicinia/workspace/base/value_table.h"

namespace vicinia::cli {

class SectorTables : public Command {
 public:
  core::Status run() override;

 protected:
  /// `out`: whether --out is for the table.
  void setup_tables(CLI::App& program, const char* name, const char* description, TableOutput::Out out);
  /// A table, or JSON where as_json().
  using Part = std::variant<workspace::ValueTable, std::string>;
  /// Of the sector that the document looks at.
  [[nodiscard]] virtual core::Result<Part> table(const workspace::Document& document,
                                                 const workspace::Contiguity& contiguity) = 0;
  /// To be told after the tables: which agglomerations of the sector that the document looks at depend on the tolerance.
  void note_depending(const workspace::Document& document, std::vector<std::size_t> numbers,
                      double tolerance_m);
  /// Before anything is read.
  [[nodiscard]] virtual core::Status prepare() { return {}; }
  /// After the last one.
  [[nodiscard]] virtual core::Status finish(const workspace::Document&) { return {}; }
  [[nodiscard]] bool as_json() const { return output_.as_json(); }
  [[nodiscard]] TableOutput& output() { return output_; }
  [[nodiscard]] const DatasetOptions& dataset() const { return dataset_; }
  [[nodiscard]] workspace::Language language() const { return dataset_.language(); }

 private:
  struct Depending {
    std::string sector;
    std::vector<std::size_t> numbers;  ///< positions in its list
  };
  void tell_of_tolerance() const;

  std::vector<Depending> depending_;
  double tolerance_m_ = 0;
  DatasetOptions dataset_;
  RuleOptions rules_;
  TableOutput output_;
  std::string name_, sector_;
};

}  // namespace vicinia::cli
