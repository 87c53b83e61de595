#include "usage.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <regex>
#include <system_error>
#include <utility>
#include <vector>

#include "command.h"
#include "vicinia/workspace/base/printable.h"

namespace vicinia::cli {

using workspace::Language;

namespace {

constexpr char between_languages = '\x1f';  // no sentence has this one

/// One sentence of CLI11 2, and ours; $1, $2 and so on stand for its parts.
struct Sentence {
  const char* of_cli11;
  const char* vi;
  const char* en;
};
constexpr std::array<Sentence, 17> sentences{{
    {"(.*) is required", "Thiếu $1.", "$1 is missing."},
    {"(.*): ([0-9]+) required (.*) missing", "$1 cần có giá trị: $3.", "$1 needs a value: $3."},
    {"Expected exactly ([0-9]+) arguments to (.*), got ([0-9]+)",
     "$2 cần đúng $1 giá trị, nhưng nhận được $3.", "$2 needs exactly $1 values and got $3."},
    {"Expected at least ([0-9]+) arguments to (.*), got ([0-9]+)",
     "$2 cần ít nhất $1 giá trị, nhưng nhận được $3.", "$2 needs at least $1 values and got $3."},
    {"(.*): At least ([0-9]+) required but received ([0-9]+)",
     "$1 cần ít nhất $2 giá trị, nhưng nhận được $3.", "$1 needs at least $2 values and got $3."},
    {"(.*): At Most ([0-9]+) required but received ([0-9]+)",
     "$1 chỉ được có $2 giá trị, nhưng nhận được $3.", "$1 takes no more than $2 values and got $3."},
    {"(.*) was given a disallowed flag override", "$1 không nhận giá trị.", "$1 takes no value."},
    {"(.*): too many inputs for a flag", "$1 không nhận giá trị.", "$1 takes no value."},
    {"(.*): Should be true/false or a number", "$1 không nhận giá trị.", "$1 takes no value."},
    {"Could not convert: (.*) = (.*)", "$1: không dùng được \"$2\" làm số.",
     "$1: \"$2\" is no number that can be used."},
    {"The value (.*) is not an allowed value for (.*)", "$2: không dùng được \"$1\".",
     "$2: \"$1\" cannot be used."},
    {"(.*): Value (.*) not in range (.*) to (.*)", "$1: \"$2\" không nằm trong khoảng $3 đến $4.",
     "$1: \"$2\" is not from $3 to $4."},
    {"(.*): (.*) not in \\{(.*)\\}", "$1: \"$2\" không thuộc: $3.", "$1: \"$2\" is none of: $3."},
    {"(.*) requires (.*)", "$1 chỉ dùng được cùng với $2.", "$1 goes only together with $2."},
    {"(.*) excludes (.*)", "Không dùng $1 cùng với $2.", "$1 and $2 do not go together."},
    {"(.*) was not readable \\(missing\\?\\)", "Không đọc được tệp $1.", "The file $1 cannot be read."},
    {"(.*): Too many positional arguments.*", "Quá nhiều đối số ở $1.",
     "There are too many arguments at $1."},
}};

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

/// Names of types as CLI11 lists them; texts are what anybody would expect.
std::string with_types_in_words(std::string text, bool vi) {
  text = replaced(std::move(text), ": TEXT.", ".");
  text = replaced(std::move(text), ": FLOAT", vi ? ": một số" : ": a number");
  return replaced(std::move(text), ": UINT", vi ? ": một số nguyên" : ": a whole number");
}

std::string sentence_for(const std::string& what, bool vi) {
  if (const std::size_t mark = what.find(between_languages); mark != std::string::npos) {
    if (!vi) return what.substr(0, mark);
    const std::size_t name = what.find(": ");
    return what.substr(0, name + 2) + what.substr(mark + 1);
  }
  for (const Sentence& one : sentences) {
    std::smatch parts;
    if (std::regex_match(what, parts, std::regex(one.of_cli11)))
      return with_types_in_words(replaced(parts.format(vi ? one.vi : one.en), ",", ", "), vi);
  }
  return std::string(vi ? "Không dùng được các tùy chọn này. CLI11: \""
                        : "These options cannot be used. CLI11: \"") +
         what + "\".";
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : between) + word;
  return all;
}

std::string names_of_commands(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return joined(names, ", ");
}

std::optional<double> number_in(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(number)
             ? std::optional(number)
             : std::nullopt;
}

std::string short_number(double number, Language language) {
  return workspace::number_text(number, number == std::floor(number) ? 0 : 1, language);
}

}  // namespace

Language language_of(int argc, const char* const* argv) {
  constexpr std::string_view option = "--language";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const std::string_view value = word == option && i + 1 < argc    ? std::string_view(argv[i + 1])
                                   : word.starts_with("--language=") ? word.substr(option.size() + 1)
                                                                     : std::string_view();
    if (const auto language = workspace::language_by_code(value)) return *language;
  }
  return environment_language();
}

std::string complaint(std::string_view vi, std::string_view en) {
  return std::string(en) + between_languages + std::string(vi);
}

CLI::Validator number_between(double least, double most) {
  const bool is_bounded = std::isfinite(most);
  const auto check = [=](std::string& text) {
    const auto number = number_in(text);
    if (number && *number >= least && *number <= most) return std::string();
    const auto range = [&](Language language, const char* of_bounded, const char* of_open) {
      std::string said = replaced(is_bounded ? of_bounded : of_open, "{text}", text);
      said = replaced(std::move(said), "{least}", short_number(least, language));
      return is_bounded ? replaced(std::move(said), "{most}", short_number(most, language)) : said;
    };
    return complaint(range(Language::vi, "\"{text}\" không phải là số từ {least} đến {most}.",
                           "\"{text}\" không phải là số từ {least} trở lên."),
                     range(Language::en, "\"{text}\" is no number from {least} to {most}.",
                           "\"{text}\" is no number of {least} or more."));
  };
  const std::string low = short_number(least, Language::en);
  return {check, is_bounded ? "in [" + low + " - " + short_number(most, Language::en) + "]" : ">= " + low};
}

CLI::Validator any_number() {
  const auto check = [](std::string& text) {
    return number_in(text)
               ? std::string()
               : complaint("\"" + text + "\" không phải là số.", "\"" + text + "\" is no number.");
  };
  return {check, ""};
}

CLI::Validator number_from(double least) {
  return number_between(least, std::numeric_limits<double>::infinity());
}

std::string usage_text(const CLI::App& program, const CLI::ParseError& error, Language language) {
  const bool vi = language == Language::vi;
  std::string command = program.get_name();
  for (const CLI::App* chosen : program.get_subcommands()) command += " " + chosen->get_name();
  const std::vector<std::string> left_over = program.remaining(true);
  const bool is_extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  std::string said;
  if (program.get_subcommands().empty() && !is_extra)
    said = (left_over.empty()
                ? std::string(vi ? "Thiếu tên lệnh." : "The name of a command is missing.")
                : (vi ? "Không có lệnh \"" : "There is no command \"") + left_over.front() + "\".") +
           (vi ? " Các lệnh: " : " There are: ") + names_of_commands(program) + ".";
  else if (is_extra)
    said = (vi ? "Không có tùy chọn hoặc đối số này: " : "There is no such option or argument: ") +
           joined(left_over, " ") + ".";
  else
    said = sentence_for(error.what(), vi);
  return workspace::printable_line(said) + (vi ? " Xem các tùy chọn: " : " The options: ") + command +
         " --help";
}

}  // namespace vicinia::cli
