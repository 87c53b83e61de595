#include "web/page_file.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

#include "vicinia/gis/files/read_file.h"
#include "vicinia/gis/io/sha256.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/web/web_page.h"

namespace vicinia::workspace::inline web {
namespace {

std::string base64(const std::array<unsigned char, 32>& bytes) {
  constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  unsigned int bits = 0;
  int count = 0;
  for (const unsigned char byte : bytes) {
    bits = bits << 8 | byte;
    for (count += 8; count >= 6; count -= 6) text += signs[bits >> (count - 6) & 63];
  }
  if (count > 0) text += signs[bits << (6 - count) & 63];
  while (text.size() % 4 != 0) text += '=';
  return text;
}

/// Nothing is loaded from anywhere, a file beside the page included; what is not in the page does not run.
core::Result<std::string> policy(std::string_view style, std::string_view program) {
  const auto of_style = gis::io::sha256_of(style), of_program = gis::io::sha256_of(program);
  if (!of_style) return core::fail(of_style.error());
  if (!of_program) return core::fail(of_program.error());
  return "default-src 'none'; style-src 'sha256-" + base64(*of_style) + "'; script-src 'sha256-" +
         base64(*of_program) +
         "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
}

/// In one pass: what is filled in is not searched for further places.
core::Result<std::string> filled(const std::string& text, const std::filesystem::path& file,
                                 std::span<const std::pair<std::string_view, std::string>> places) {
  std::string result;
  std::size_t from = 0, count = 0;
  while (true) {
    const std::size_t open = text.find("{{", from);
    if (open == std::string::npos) break;
    const std::size_t close = text.find("}}", open);
    const std::string_view name = close == std::string::npos
                                      ? std::string_view{}
                                      : std::string_view(text).substr(open + 2, close - open - 2);
    const auto place = std::ranges::find(places, name, [](const auto& one) { return one.first; });
    if (place == places.end())
      return core::fail({.code = core::ErrorCode::bad_document,
                         .subject = {.file = file.string(), .field = std::string(name)},
                         .detail = "{{"});
    result.append(text, from, open - from);
    result += place->second;
    from = close + 2;
    ++count;
  }
  result.append(text, from);
  if (count < places.size())
    return core::fail({.code = core::ErrorCode::bad_document,
                       .subject = {.file = file.string(), .field = std::string(places.front().first)},
                       .detail = "{{"});
  return result;
}

}  // namespace

core::Result<std::string> page_file(Language language, const std::string& title, const std::string& data) {
  const auto resources = resources_folder();
  if (!resources) return core::fail(resources.error());
  const std::filesystem::path folder = *resources / "web";
  const auto page = gis::files::read_file(folder / "page.html"),
             style = gis::files::read_file(folder / "page.css"),
             program = gis::files::read_file(folder / "page.js");
  for (const auto* part : {&page, &style, &program})
    if (!*part) return core::fail(part->error());
  const auto rules = policy(*style, *program);
  if (!rules) return core::fail(rules.error());
  const std::array<std::pair<std::string_view, std::string>, 6> places{
      {{"language", std::string(code_of(language))},
       {"policy", text_for_html(*rules)},
       {"title", text_for_html(title)},
       {"style", *style},
       {"data", data},
       {"program", *program}}};
  return filled(*page, folder / "page.html", places);
}

}  // namespace vicinia::workspace::inline web
