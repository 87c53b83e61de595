/// \file table_output.h
/// Where a command's table goes, and as what: --format and --out, alike for all commands that print tables.
/// A workbook is no text: it goes to a file, or on where the output is redirected, and never to a terminal.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/base/value_table.h"

namespace vicinia::cli {

class TableOutput {
 public:
  enum class Out { option, none };  ///< none: the command has another --out, or none
  /// `formats`: as they are typed; the first is what is written unless --format or the ending of --out says otherwise.
  void setup(CLI::App& app, std::vector<std::string> formats = {"csv", "json", "xlsx"}, Out out = Out::option,
             const std::string& formats_help = "csv, json, or xlsx (a workbook)");

  [[nodiscard]] const std::string& file() const { return out_; }
  /// For a command whose own --out may name one.
  void set_workbook(std::string file) {
    out_ = std::move(file);
    format_ = "xlsx";
  }
  [[nodiscard]] const std::string& format() const { return format_; }
  [[nodiscard]] bool as_json() const { return format_ == "json"; }

  /// As CSV or XLSX; `sheet` is the name of the sheet.
  [[nodiscard]] core::Status write(const workspace::ValueTable& table, std::string_view sheet) const;
  /// What is written otherwise, such as JSON.
  [[nodiscard]] core::Status write(std::string_view text) const;

 private:
  std::string format_, out_;
};

}  // namespace vicinia::cli
