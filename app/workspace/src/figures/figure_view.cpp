#include "vicinia/workspace/figures/figure_view.h"
#include "vicinia/gis/files/read_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

namespace vicinia::workspace::inline figures {
namespace {

constexpr std::string_view view_begins = "<vicinia:view>", view_ends = "</vicinia:view>";

std::optional<std::string> from_base64(std::string_view text) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned buffer = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == '=' || c == '\n' || c == '\r' || c == ' ') continue;
    const auto digit = digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    buffer = (buffer << 6 | static_cast<unsigned>(digit)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(buffer >> bits & 0xff);
  }
  return bytes;
}

core::Error without_view(const std::filesystem::path& figure) {
  return {.code = core::ErrorCode::bad_document,
          .subject = {.file = figure.string(), .field = "figure"},
          .detail = "no view in " + figure.filename().string()};
}

}  // namespace

core::Result<StoredView> view_from_figure(const std::filesystem::path& figure) {
  const auto read = gis::files::read_file(figure, gis::files::most_bytes_of_a_figure);
  if (!read) return core::fail(read.error());
  const std::string& bytes = *read;
  const auto begin = bytes.rfind(view_begins);  // an edited file has its latest version last
  if (begin == std::string::npos) return core::fail(without_view(figure));
  const auto from = begin + view_begins.size(), end = bytes.find(view_ends, from);
  if (end == std::string::npos) return core::fail(without_view(figure));
  const auto json = from_base64(std::string_view(bytes).substr(from, end - from));
  if (!json) return core::fail(without_view(figure));
  return stored_view_of(*json, figure);
}

}  // namespace vicinia::workspace::inline figures
