#include "vicinia/workspace/base/json_text.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

#include "vicinia/workspace/base/csv.h"

namespace vicinia::workspace::inline base {

std::string json_text(const nlohmann::ordered_json& json) {
  const std::string dumped = json.dump(2);
  std::string text;
  text.reserve(dumped.size() + 1);
  bool in_string = false;
  for (std::size_t at = 0; at < dumped.size();) {
    const char c = dumped[at];
    if (in_string || c == '"' || (c != '-' && (c < '0' || c > '9'))) {
      if (in_string && c == '\\')
        text += dumped[at++];
      else if (c == '"')
        in_string = !in_string;
      text += dumped[at++];
      continue;
    }
    const std::string_view number =
        std::string_view(dumped).substr(at, dumped.find_first_not_of("+-.0123456789eE", at) - at);
    double value = 0;
    if (number.find_first_of("eE") == std::string_view::npos ||
        std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc())
      text += number;
    else
      text += csv_field(value);
    at += number.size();
  }
  return text + "\n";
}

}  // namespace vicinia::workspace::inline base
