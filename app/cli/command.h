/// \file command.h
/// What every command of the terminal has in common: where it writes, how it fails, which data it reads.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::cli {

/// What a program tells the shell.
enum ExitCode : int { done = 0, input_at_fault = 1, wrong_usage = 2, our_fault = 3, interrupted = 130 };

/// Which of them an error is.
[[nodiscard]] ExitCode exit_code_of(const core::Error& error);

class Command {
 public:
  virtual ~Command() = default;
  /// Declares name, help and options.
  virtual void setup(CLI::App& program) = 0;
  /// Where it stands in the list of commands. \pre setup()
  void group_under(const std::string& task) { app_->group(task); }
  /// Does the work once the options are read.
  [[nodiscard]] virtual core::Status run() = 0;
  [[nodiscard]] bool was_chosen() const { return app_->parsed(); }

 protected:
  CLI::App* app_ = nullptr;
};

/// The language of the user's environment (LC_ALL, LC_MESSAGES, LANG).
[[nodiscard]] workspace::Language environment_language();

/// --dataset, --frame, --language, --period, --base-period and --sector-level, which most commands take.
class DatasetOptions {
 public:
  enum class Languages { one, one_or_both };
  enum class Notes { on_stderr, none };
  enum class Periods { one, settled };  ///< settled: by something else, such as a saved view
  void setup(CLI::App& app, Languages languages = Languages::one, Periods periods = Periods::one);
  /// See output.h; the files of the data set are inputs.
  [[nodiscard]] core::Status check_output(const std::string& out) const;
  /// Reads the data set, at the period asked for, and tells on stderr what was assumed or repaired, a line for each kind, unless the
  /// caller does.
  [[nodiscard]] core::Result<std::unique_ptr<workspace::Workspace>> open(
      Notes notes = Notes::on_stderr) const;
  /// Goes to the level of a sector that is of another level than the one shown, and tells so; not where --sector-level was given.
  [[nodiscard]] core::Status show_level_of(workspace::Workspace& workspace, const std::string& sector) const;
  /// Of both, the first.
  [[nodiscard]] workspace::Language language() const;
  [[nodiscard]] bool in_both_languages() const { return language_ == "both"; }

 private:
  void tell_of_findings(std::span<const core::Finding> findings) const;
  [[nodiscard]] core::Result<std::filesystem::path> folder() const;

  std::string folder_;
  std::string language_;
  std::string frame_;
  std::string period_, base_period_;
  std::size_t sector_level_ = 0;
};

/// A note on stderr, without what could control the terminal; nothing where it is empty.
void tell(std::string_view note);
/// Notes of long work on stderr, each once.
[[nodiscard]] core::NoteCallback notes_on_stderr(workspace::Language language);
/// Findings on stderr: a line for each kind. \return whether there is more to be seen than was told.
bool tell_summed_up(std::span<const core::Finding> findings, workspace::Language language);
/// How borders were matched, on stderr, where they are not all shared exactly.
void tell_of_borders(const workspace::Contiguity& contiguity,
                     const workspace::AgglomerationSettings& settings, workspace::Language language);

/// The sector of that number or name; all sectors where `name` is empty.
[[nodiscard]] core::Result<std::vector<core::industry::SectorIndex>> chosen_sectors(
    const core::Dataset& dataset, const std::string& name);

/// JSON arrays of one kind, one per sector, as one.
[[nodiscard]] std::string joined_json(const std::vector<std::string>& arrays);

/// A text is for people: on stdout it never holds what could control the terminal. Data go out as they are, but to a terminal.
enum class Content { text, data };
/// Writes to the file, whole or not at all, or to stdout where `file` is empty.
[[nodiscard]] core::Status write_output(const std::string& file, std::string_view content,
                                        Content kind = Content::data);

[[nodiscard]] std::unique_ptr<Command> make_agglomerations_command();
[[nodiscard]] std::unique_ptr<Command> make_audit_command();
[[nodiscard]] std::unique_ptr<Command> make_borders_command();
[[nodiscard]] std::unique_ptr<Command> make_brief_command();
[[nodiscard]] std::unique_ptr<Command> make_check_command();
[[nodiscard]] std::unique_ptr<Command> make_dissolve_command();
[[nodiscard]] std::unique_ptr<Command> make_explain_command();
[[nodiscard]] std::unique_ptr<Command> make_figure_command();
[[nodiscard]] std::unique_ptr<Command> make_firms_command();
[[nodiscard]] std::unique_ptr<Command> make_import_command();
[[nodiscard]] std::unique_ptr<Command> make_indicators_command();
[[nodiscard]] std::unique_ptr<Command> make_info_command();
[[nodiscard]] std::unique_ptr<Command> make_open_command();
[[nodiscard]] std::unique_ptr<Command> make_robustness_command();
[[nodiscard]] std::unique_ptr<Command> make_series_command();
[[nodiscard]] std::unique_ptr<Command> make_thiessen_command();
[[nodiscard]] std::unique_ptr<Command> make_values_command();
[[nodiscard]] std::unique_ptr<Command> make_variables_command();
[[nodiscard]] std::unique_ptr<Command> make_web_page_command();

}  // namespace vicinia::cli
