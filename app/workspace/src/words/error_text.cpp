#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "vicinia/workspace/base/printable.h"
#include "vicinia/workspace/words/texts.h"
#include "words/detail_words.h"
#include "words/error_messages.h"
#include "words/kind_summary.h"

namespace vicinia::workspace::inline words {
namespace {

using core::Error;
using core::ErrorCode;

/// "a|b|c" as {1}, {2}, {3}.
std::string part_of_detail(const Error& error, std::size_t part, Language language) {
  std::string_view rest = error.detail;
  for (std::size_t i = 1; i < part; ++i) {
    const std::size_t bar = rest.find('|');
    rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
  }
  std::string value = printable_line(rest.substr(0, rest.find('|')));
  // "1.234" would be one thousand and more to a Vietnamese reader: the very doubt that the sentence is about.
  if (error.code == ErrorCode::ambiguous_number && language == Language::vi && part == 2)
    replace_all(value, ".", ",");
  return value;
}

std::string id_text(const Error& error, Language language) {
  return printable_line(error.code == ErrorCode::boundaries_of_another_year
                            ? date_text(error.subject.id, language)
                            : error.subject.id);
}

/// A unit without a code goes by its row: "The unit {id} has" becomes "Feature 3 has".
bool name_by_row(std::string& pattern, const Error& error, Language language) {
  if (!error.subject.id.empty()) return false;
  const bool vi = language == Language::vi;
  bool is_named = false;
  for (const bool begins : {true, false}) {
    const std::string unit =
        begins ? (vi ? "Đơn vị {id}" : "The unit {id}") : (vi ? "đơn vị {id}" : "unit {id}");
    if (pattern.find(unit) == std::string::npos || !error.subject.row) continue;
    replace_all(pattern, unit, row_words(error, language, begins));
    is_named = true;
  }
  if (!is_named) replace_all(pattern, " {id}", "");
  return is_named;
}

/// Fills the places in one go: what is filled in may have braces of its own.
std::string filled(const std::string& pattern, const Error& error, const DetailWords& detail,
                   Language language) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = std::string_view(pattern).substr(at);
    const std::string_view place =
        rest.front() == '{' ? rest.substr(0, rest.find('}') + 1) : std::string_view();
    if (place == "{id}")
      text += id_text(error, language);
    else if (place == "{field}")
      text += field_words(error, language);
    else if (place == "{detail}")
      text += detail.words;
    else if (place.size() == 3 && place[1] >= '1' && place[1] <= '9') {
      const std::string part = part_of_detail(error, static_cast<std::size_t>(place[1] - '0'), language);
      text += at == 0 ? capitalised(part) : part;
    } else {
      text += rest.front();
      ++at;
      continue;
    }
    at += place.size();
    if (text.ends_with('.') && at < pattern.size() && pattern[at] == '.')
      ++at;  // "St." needs no second full stop
  }
  return text;
}

std::string filled_message(std::string pattern, const Error& error, const DetailWords& detail,
                           Language language) {
  if (detail.words.empty()) replace_all(pattern, ": {detail}", "");
  return filled(pattern, error, detail, language);
}

/// "VSIC 2018" for "vsic-2018", which options and recipes say.
std::string with_classifications_named(std::string text) {
  for (const std::string_view id : {"vsic-", "isic-"})
    for (std::size_t at = text.find(id); at != std::string::npos; at = text.find(id, at + id.size())) {
      const bool begins_a_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
      const std::size_t year = at + id.size();
      if (!begins_a_word || year == text.size() || text[year] < '0' || text[year] > '9') continue;
      for (std::size_t i = at; i + 1 < year; ++i) text[i] = static_cast<char>(text[i] - 'a' + 'A');
      text[year - 1] = ' ';
    }
  return text;
}

std::string place(const Error& error, bool row_is_named, Language language) {
  const bool vi = language == Language::vi;
  std::string text = printable_line(error.subject.file);
  const auto append = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (error.subject.row && !row_is_named) append(row_words(error, language));
  const bool field_is_named =
      error.code == ErrorCode::missing_field || error.code == ErrorCode::missing_column ||
      error.code == ErrorCode::unknown_name || error.code == ErrorCode::invalid_argument ||
      error.code == ErrorCode::variable_not_available || error.code == ErrorCode::repeated_column ||
      error.code == ErrorCode::rows_missing || error.code == ErrorCode::text_too_long ||
      error.code == ErrorCode::text_shortened || error.code == ErrorCode::units_without_code ||
      error.code == ErrorCode::period_order_unknown || error.code == ErrorCode::shares_as_fractions ||
      error.code == ErrorCode::units_not_in_layer || error.code == ErrorCode::encoding_misstated ||
      error.code == ErrorCode::encoding_doubted || error.code == ErrorCode::column_type ||
      error.code == ErrorCode::column_twice || is_special(error);
  if (!error.subject.field.empty() && !field_is_named)
    append((vi ? "trường \"" : "field \"") + printable_line(error.subject.field) + "\"");
  return text;
}

std::string advice_of(const Error& error, const DetailWords& detail, Language language) {
  if (error.code == ErrorCode::file_not_writable && !is_special(error))
    if (const Phrase* advice = advice_on_writing(error.detail)) return advice->in(language);
  if (error.code == core::ErrorCode::file_not_readable)
    if (const Phrase* advice = advice_on_reading(error.detail)) return advice->in(language);
  const Message& message = message_of(error);
  return filled_message(language == Language::vi ? message.do_vi : message.do_en, error, detail, language);
}

/// How many more of its kind stand behind an error that were not listed.
std::size_t others_of(const Error& error) {
  if (!error.cause || error.cause->code != ErrorCode::and_others) return 0;
  return static_cast<std::size_t>(std::strtoull(error.cause->detail.c_str(), nullptr, 10));
}

std::vector<const Error*> chain_of(const Error& error) {
  std::vector<const Error*> chain;
  for (const Error* one = &error; one != nullptr; one = one->cause.get())
    if (one->code != ErrorCode::and_others || chain.empty()) chain.push_back(one);
  return chain;
}

/// Those of one kind: of one code and file.
struct Kind {
  std::vector<const Error*> listed{};
  std::size_t count = 0;
};

std::vector<Kind> kinds_of(const Error& error) {
  std::vector<Kind> kinds;
  for (const Error* one : chain_of(error)) {
    auto kind = std::ranges::find_if(kinds, [&](const Kind& other) {
      return other.listed.front()->code == one->code &&
             other.listed.front()->subject.file == one->subject.file;
    });
    if (kind == kinds.end()) kind = kinds.insert(kinds.end(), Kind{});
    kind->listed.push_back(one);
    kind->count += 1 + others_of(*one);
  }
  return kinds;
}

/// As many of a kind are told one by one; more become one line. One that was summed up when it was found is a line already.
bool is_told_one_by_one(const Kind& kind) {
  constexpr std::size_t most = 3;
  return kind.listed.size() <= most && (kind.count == kind.listed.size() || kind.listed.size() == 1);
}

}  // namespace

std::string one_error_text(const Error& error, Language language) {
  const Message& message = message_of(error);
  const DetailWords detail = detail_words(error, language);
  std::string what = language == Language::vi ? message.what_vi : message.what_en;
  const bool row_is_named = name_by_row(what, error, language);
  std::string text = place(error, row_is_named, language);
  if (!text.empty()) text += ": ";
  const std::string message_text = filled_message(what, error, detail, language);
  text += error.subject.field.starts_with("classification") ? with_classifications_named(message_text)
                                                            : message_text;
  if (others_of(error) > 0) text += " " + one_error_text(*error.cause, language);
  if (const std::string advice = advice_of(error, detail, language); !advice.empty()) text += " " + advice;
  if (!detail.quotation.empty()) text += " " + detail.quotation;
  return text;
}

std::string advice_text(const Error& error, Language language) {
  return advice_of(error, detail_words(error, language), language);
}

std::string error_text(const Error& error, Language language, ErrorLength length) {
  std::string text;
  const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
  if (length == ErrorLength::in_full) {
    for (const Error* one : chain_of(error)) add(one_error_text(*one, language));
    return text;
  }
  for (const Kind& kind : kinds_of(error))
    if (is_told_one_by_one(kind))
      for (const Error* one : kind.listed) add(one_error_text(*one, language));
    else
      add(kind_summary(kind.listed, kind.count, Severity::error, language));
  return text;
}

std::size_t errors_left_out(const Error& error) {
  std::size_t count = 0;
  for (const Kind& kind : kinds_of(error))
    if (!is_told_one_by_one(kind) && !is_named_in_full(kind.listed.front()->code)) count += kind.count;
  return count;
}

}  // namespace vicinia::workspace::inline words
