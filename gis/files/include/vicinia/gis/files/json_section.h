/// \file json_section.h
/// A JSON object that is read key by key: what is wrong with a key is told by its full name, and reading goes on.
/// Errors: BadManifest; subject.file, field: the key's full name ("levels[1].file"); detail: what is wrong.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vicinia/core/base/bilingual_text.h"
#include "vicinia/core/base/error_list.h"

namespace vicinia::gis::files {

using Json = nlohmann::json;
using Names = std::initializer_list<std::string_view>;
template <class Choice>
using Choices = std::initializer_list<std::pair<std::string_view, Choice>>;

/// As it stands there; no more of it than a message can hold.
[[nodiscard]] std::string quoted(const Json& value);

class Section {
 public:
  /// `file` and `errors` outlive the section, as does the object.
  Section(const Json& object, std::string prefix, const std::string& file, core::ErrorList& errors)
      : object_(object), prefix_(std::move(prefix)), file_(file), errors_(errors) {}

  [[nodiscard]] bool has(const char* key) const { return object_.contains(key); }
  [[nodiscard]] const Json& at(const char* key) const { return object_.at(key); }
  [[nodiscard]] const Json& json() const { return object_; }
  [[nodiscard]] std::string full_name(std::string_view key) const { return prefix_ + std::string(key); }
  void complain(std::string_view key, std::string what) const;

  /// False, and an error, where it is not there.
  [[nodiscard]] bool require(const char* key) const;
  /// Empty where it is not there.
  [[nodiscard]] std::string text(const char* key) const;
  [[nodiscard]] std::string needed_text(const char* key) const;
  /// One text for both, or an object with vi and en.
  [[nodiscard]] core::BilingualText both_languages(const char* key) const;
  /// A list of texts, none of them empty.
  [[nodiscard]] std::vector<std::string> texts(const char* key) const;
  /// False where it is not there.
  [[nodiscard]] bool truth(const char* key) const;
  /// A needed text: a day of the calendar, as 2007-12-31.
  [[nodiscard]] std::string date(const char* key) const;
  /// One of the words; the first where it is none, with an error.
  template <class Choice>
  [[nodiscard]] Choice choice(const char* key, Choices<Choice> choices) const {
    const std::string text = needed_text(key);
    std::string there;
    for (const auto& [name, value] : choices) {
      if (name == text) return value;
      there += (there.empty() ? "" : ", ") + std::string(name);
    }
    if (!text.empty()) complain(key, text + ", not one of: " + there);
    return choices.begin()->second;
  }

  /// The part under `key`, if it is an object.
  [[nodiscard]] std::optional<Section> section(const char* key) const;
  /// The parts of the list under `key` that are objects, named "key[0].", "key[1]." and so on.
  /// \pre at(key).is_array()
  [[nodiscard]] std::vector<Section> sections(const char* key) const;

  /// Keys that begin with "_" or "$" are taken for remarks.
  void note_unknown_keys(Names known, std::vector<core::Finding>& findings) const;

 private:
  const Json& object_;
  std::string prefix_;
  const std::string& file_;
  core::ErrorList& errors_;
};

}  // namespace vicinia::gis::files
