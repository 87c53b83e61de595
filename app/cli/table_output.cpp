#include "table_output.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <utility>

#include "command.h"
#include "usage.h"

namespace vicinia::cli {

void TableOutput::setup(CLI::App& app, std::vector<std::string> formats, Out out,
                        const std::string& formats_help) {
  format_ = formats.front();
  CLI::Option* const format =
      app.add_option("--format", format_, formats_help)->check(CLI::IsMember(formats))->capture_default_str();
  if (out == Out::option)
    app.add_option("--out", out_,
                   "File to write; default: the terminal. Its ending says the format where --format does not")
        ->type_name("FILE");
  app.parse_complete_callback([this, format, formats = std::move(formats)] {
    std::string ending = std::filesystem::path(out_).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    if (format->count() == 0 && !ending.empty() &&
        std::ranges::find(formats, ending.substr(1)) != formats.end())
      format_ = ending.substr(1);
    if (format_ == "pdf" && out_.empty())
      throw CLI::ValidationError("--out", complaint("thiếu tệp để ghi PDF.", "a PDF needs a file to go to."));
    if (format_ == "xlsx" && out_.empty() && ::isatty(STDOUT_FILENO) == 1)
      throw CLI::ValidationError(
          "--format", complaint("XLSX không phải là văn bản: hãy chuyển đầu ra vào một tệp (> FILE.xlsx).",
                                "XLSX is no text: send the output to a file (> FILE.xlsx)."));
  });
}

core::Status TableOutput::write(const workspace::ValueTable& table, std::string_view sheet) const {
  if (format_ != "xlsx") return write(table.csv());
  const auto bytes = table.xlsx(sheet);
  if (!bytes) return core::fail(bytes.error());
  return write(*bytes);
}

core::Status TableOutput::write(std::string_view text) const { return write_output(out_, text); }

}  // namespace vicinia::cli
