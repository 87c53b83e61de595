/// \file usage.h
/// What is wrong with a command line, in the reader's language. CLI11 speaks English and hands over no more than its sentences:
/// they are told apart here, in one place. Checks of our own say both languages at once.
/// Errors:  a sentence of CLI11 that is not known follows ours as a quotation.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "vicinia/workspace/base/language.h"

namespace vicinia::cli {

/// Options that are declared while it lives stand under this heading in --help.
class OptionGroup {
 public:
  OptionGroup(CLI::App& app, const std::string& heading) : app_(app) {
    app.option_defaults()->group(heading);
  }
  ~OptionGroup() { app_.option_defaults()->group("Options"); }
  OptionGroup(const OptionGroup&) = delete;
  OptionGroup& operator=(const OptionGroup&) = delete;

 private:
  CLI::App& app_;
};

/// That of --language, where it names one, else that of the environment: known before anything is parsed.
[[nodiscard]] workspace::Language language_of(int argc, const char* const* argv);

/// What a check answers, of which usage_text takes the half that is needed.
[[nodiscard]] std::string complaint(std::string_view vi, std::string_view en);

/// A finite number from `least` to `most`, written as such: CLI::Range lets "nan" through, which fits no range.
[[nodiscard]] CLI::Validator number_between(double least, double most);
/// The same without an upper bound, and without any.
[[nodiscard]] CLI::Validator number_from(double least);
[[nodiscard]] CLI::Validator any_number();

/// \param program  as far as it was parsed
[[nodiscard]] std::string usage_text(const CLI::App& program, const CLI::ParseError& error,
                                     workspace::Language language);

}  // namespace vicinia::cli
