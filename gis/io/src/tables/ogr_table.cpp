// Tables that GDAL opens: DBF, spreadsheets, GeoPackages.
#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "base/ogr_text.h"
#include "base/text.h"
#include "base/text_encoding.h"
#include "layers/layer_opening.h"
#include "tables/table_formats.h"
#include "tables/table_size.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;

/// A sheet is given as it stands, without guesses at a header or at types: both are ours to find, and "001" stays what it is.
class SheetsAsTheyStand {
  ScopedOption xlsx_headers_{"OGR_XLSX_HEADERS", "DISABLE"}, xlsx_types_{"OGR_XLSX_FIELD_TYPES", "STRING"},
      ods_headers_{"OGR_ODS_HEADERS", "DISABLE"}, ods_types_{"OGR_ODS_FIELD_TYPES", "STRING"},
      xls_headers_{"OGR_XLS_HEADERS", "DISABLE"}, xls_types_{"OGR_XLS_FIELD_TYPES", "STRING"};
};

bool is_sheet(std::string_view driver) { return driver == "XLSX" || driver == "ODS" || driver == "XLS"; }

/// Books hold a number with 17 digits: 4.7 as 4.7000000000000002. In as few as read back the same it is what a person typed.
std::string as_typed(std::string text) {
  constexpr std::size_t most_typed = 15;
  if (text.size() <= most_typed || text.find_first_of(".eE") == std::string::npos) return text;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? shortest_text(number) : text;
}

class OgrTable : public TableSource {
 public:
  OgrTable(std::string file, OpenLayer opened, std::unique_ptr<GdalMessages> messages,
           std::unique_ptr<SheetsAsTheyStand> options, std::string encoding,
           std::optional<TableLimits> limits)
      : file_(std::move(file)),
        messages_(std::move(messages)),
        options_(std::move(options)),
        opened_(std::move(opened)),
        encoding_(std::move(encoding)),
        limits_(limits),
        is_sheet_(is_sheet(opened_.dataset->GetDriverName())),
        is_raw_(!is_sheet_ && opened_.layer->TestCapability(OLCStringsAsUTF8) == FALSE) {
    opened_.layer->ResetReading();
    messages_->clear();
  }

  /// Looks at the text before any of it is given. \pre nothing has been read
  core::Status choose() {
    if (!is_raw_) return {};
    const OGRFeatureDefn& fields = *opened_.layer->GetLayerDefn();
    std::vector<std::string> texts;
    const auto add = [&](std::string text) {
      if (is_beyond_ascii(text)) texts.push_back(std::move(text));
    };
    for (int i = 0; i < fields.GetFieldCount(); ++i) add(fields.GetFieldDefn(i)->GetNameRef());
    while (const OGRFeatureUniquePtr feature{opened_.layer->GetNextFeature()})
      for (int i = 0; i < feature->GetFieldCount(); ++i)
        if (feature->GetFieldDefnRef(i)->GetType() == OFTString) add(field_text(*feature, i));
    opened_.layer->ResetReading();
    messages_->clear();  // what cannot be read is told when its turn comes
    auto choice = choose_encoding(texts, {.by_person = encoding_, .by_file = opened_.encoding}, file_);
    if (!choice) return core::fail(choice.error());
    choice_ = *std::move(choice);
    return {};
  }

  Result<std::optional<TableRow>> next() override {
    if (!is_sheet_ && !std::exchange(has_header_, true)) return header();
    if (limits_ && line_ > limits_->rows) return core::fail(too_large(file_, "rows", limits_->rows, line_));
    const OGRFeatureUniquePtr feature(opened_.layer->GetNextFeature());
    ++line_;
    if (messages_->has_failure())
      return core::fail({.code = ErrorCode::truncated_file,
                         .subject = {.file = file_, .row = line_},
                         .detail = messages_->told()});
    if (!feature) return std::nullopt;
    TableRow row{.line = line_};
    for (int i = 0; i < feature->GetFieldCount(); ++i) row.cells.push_back(field_text(*feature, i));
    if (is_sheet_) {
      for (std::string& cell : row.cells) cell = as_typed(std::move(cell));
      cut_to_header(row);
    }
    if (auto ok = decode(row); !ok) return core::fail(ok.error());
    return row;
  }

  [[nodiscard]] std::vector<core::Finding> findings() const override {
    std::vector<core::Finding> found = opened_.findings;
    std::ranges::copy(choice_.findings, std::back_inserter(found));
    if (is_raw_ && choice_.is_assumed && choice_.encoding != CPL_ENC_UTF8)
      found.push_back(
          {.code = ErrorCode::encoding_unknown, .subject = {.file = file_}, .detail = choice_.encoding});
    return found;
  }

 private:
  Result<std::optional<TableRow>> header() {
    TableRow row{.line = ++line_};
    const OGRFeatureDefn& fields = *opened_.layer->GetLayerDefn();
    for (int i = 0; i < fields.GetFieldCount(); ++i)
      row.cells.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
    if (auto ok = decode(row); !ok) return core::fail(ok.error());
    return row;
  }

  /// A sheet is as wide as its widest row. Beyond the last name of the header only what somebody wrote there counts.
  void cut_to_header(TableRow& row) {
    std::size_t end = row.cells.size();
    while (end > width_ && trimmed(row.cells[end - 1]).empty()) --end;
    row.cells.resize(end);
    if (width_ == 0) width_ = end;
  }

  core::Status decode(TableRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string& cell = row.cells[i];
      if (!is_raw_) {
        if (is_utf8(cell)) continue;
        return core::fail({.code = ErrorCode::bad_encoding,
                           .subject = {.file = file_, .row = row.line},
                           .detail = "UTF-8"});
      }
      if (!is_beyond_ascii(cell)) continue;
      auto utf8 = decoded(cell, choice_.encoding);
      if (!utf8)
        return core::fail({.code = ErrorCode::bad_encoding,
                           .subject = {.file = file_, .row = row.line},
                           .detail = choice_.encoding});
      cell = *std::move(utf8);
    }
    return {};
  }

  std::string file_;
  std::unique_ptr<GdalMessages> messages_;
  std::unique_ptr<SheetsAsTheyStand> options_;
  OpenLayer opened_;
  std::string encoding_;  ///< that somebody states
  std::optional<TableLimits> limits_;
  EncodingChoice choice_{};
  bool is_sheet_, is_raw_;
  bool has_header_ = false;
  std::size_t line_ = 0;
  std::size_t width_ = 0;  ///< of a sheet's header; 0: it has not come yet
};

/// A book of which its reader has left out rows or columns.
std::optional<core::Error> left_out(const OpenLayer& opened, const GdalMessages& messages,
                                    const std::string& file) {
  if (!is_sheet(opened.dataset->GetDriverName())) return std::nullopt;
  const std::string told = messages.text();
  const auto says = [&](const char* words) { return told.find(words) != std::string::npos; };
  if (says("Too big gap")) return too_large(file, "gap", 100'000);
  if (says("umber of columns") || says("umber of fields") || says("too many columns"))
    return too_large(file, "columns", TableLimits{}.columns);
  if (!messages.has_failure()) return std::nullopt;
  return core::Error{.code = ErrorCode::truncated_file, .subject = {.file = file}, .detail = messages.told()};
}

/// Nothing of what is refused here is opened.
core::Status check_size(const TableRequest& request) {
  const std::string ending = core::ascii_lower(request.file.extension().string());
  if (ending == ".dbf") return check_dbf_size(request.file);
  if (!request.limits) return {};
  if (auto fits = check_file_size(request.file, *request.limits); !fits) return fits;
  if (ending == ".xlsx" || ending == ".xlsm" || ending == ".ods")
    return check_book_size(request.file, *request.limits);
  return {};
}

struct OpenTable {
  OpenLayer opened{};
  std::unique_ptr<GdalMessages> messages{};
  std::unique_ptr<SheetsAsTheyStand> options{};
};

Result<OpenTable> open_table(const TableRequest& request) {
  std::error_code error;
  if (const auto status = std::filesystem::status(request.file, error);
      std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return core::fail({.code = ErrorCode::file_not_readable,
                       .subject = {.file = request.file.string()},
                       .detail = "not a regular file"});
  register_drivers();
  if (auto fits = check_size(request); !fits) return core::fail(fits.error());
  auto messages = std::make_unique<GdalMessages>();
  auto options = std::make_unique<SheetsAsTheyStand>();
  auto opened = open_layer(request.file, request.sheet, LayerKind::tables, *messages);
  if (!opened) {
    core::Error wrong = opened.error();
    // What a file is besides is advised upon where a layer of a map was looked for.
    constexpr std::array advised_for_maps{"",
                                          "file:text",
                                          "file:xml",
                                          "file:json",
                                          "file:picture",
                                          "file:database",
                                          "file:project",
                                          "file:shapefile"};
    if (wrong.code == ErrorCode::not_a_vector_file &&
        std::ranges::find(advised_for_maps, wrong.subject.field) != advised_for_maps.end()) {
      wrong.subject.field = "file:no_table";
      wrong.detail.clear();  // GDAL speaks of layers
    }
    return core::fail(std::move(wrong));
  }
  // A sheet is read when it is first asked for anything.
  static_cast<void>(opened->layer->GetFeatureCount());
  if (auto less = left_out(*opened, *messages, request.file.string())) return core::fail(*std::move(less));
  return OpenTable{*std::move(opened), std::move(messages), std::move(options)};
}

}  // namespace

Result<std::vector<SheetListed>> list_ogr_sheets(const TableRequest& request) {
  auto open = open_table(request);
  if (!open) return core::fail(open.error());
  GDALDataset& dataset = *open->opened.dataset;
  const bool has_header = !is_sheet(dataset.GetDriverName());
  std::vector<SheetListed> sheets;
  for (int i = 0; i < dataset.GetLayerCount(); ++i) {
    OGRLayer& layer = *dataset.GetLayer(i);
    const bool is_spatial = layer.GetGeomType() != wkbNone;
    if (is_spatial && dataset.GetLayerCount() > 1) continue;
    const GIntBig records = layer.GetFeatureCount();
    sheets.push_back(
        {layer.GetName(), static_cast<std::size_t>(std::max<GIntBig>(records, 0)) + (has_header ? 1 : 0)});
  }
  return sheets;
}

Result<TableSourcePtr> open_ogr_table(const TableRequest& request) {
  auto open = open_table(request);
  if (!open) return core::fail(open.error());
  auto table =
      std::make_unique<OgrTable>(request.file.string(), std::move(open->opened), std::move(open->messages),
                                 std::move(open->options), request.encoding, request.limits);
  if (auto chosen = table->choose(); !chosen) return core::fail(chosen.error());
  return table;
}

}  // namespace vicinia::gis::io
