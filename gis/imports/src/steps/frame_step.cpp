// Frames of other dates: tables of somebody's own, or boundaries from which the shares of the ground are told.
#include <array>
#include <charconv>
#include <utility>

#include "steps/parts.h"
#include "vicinia/core/admin/crosswalk_rows.h"
#include "vicinia/gis/files/csv_field.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/gis/io/numbers.h"
#include "vicinia/gis/io/shared_ground.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Result;
using core::Status;
using core::admin::CrosswalkRow;
using core::admin::Frame;
namespace fs = std::filesystem;

std::string number_text(double number) {
  constexpr std::size_t longest = 32;
  std::array<char, longest> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

Status write_crosswalk(const fs::path& file, const std::vector<CrosswalkRow>& rows) {
  std::string text = files::csv_row(std::vector<std::string>{"from", "to", "weight"});
  for (const CrosswalkRow& row : rows)
    text += files::csv_row(std::vector<std::string>{row.from, row.to, number_text(row.weight)});
  return files::write_file(file, text);
}

/// A column of people or jobs in place of weights.
Result<std::vector<CrosswalkRow>> rows_by_column(const FrameChoice& choice) {
  const auto table = io::read_table({.file = choice.crosswalk, .finds_separator = true});
  if (!table) return core::fail(table.error());
  const auto from = table->column("from"), to = table->column("to"),
             quantity = table->column(choice.share_column);
  for (const auto* column : {&from, &to, &quantity})
    if (!*column) return core::fail(column->error());
  io::NumberReader reader(*table, {{.column = *quantity}});
  std::vector<core::admin::CountedPart> parts;
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    const auto& cells = table->rows[row];
    const auto read = reader.read(row, *quantity);
    if (!read) return core::fail(read.error());
    if (!read->cell.has_number())
      return core::fail({.code = ErrorCode::not_a_number,
                         .subject = {.file = choice.crosswalk.string(),
                                     .row = table->lines[row],
                                     .field = choice.share_column,
                                     .id = cells[*from]},
                         .detail = cells[*quantity]});
    parts.push_back({.from = cells[*from], .to = cells[*to], .quantity = read->cell.number()});
  }
  auto rows = core::admin::rows_by_quantity(parts);
  if (!rows) {
    core::Error error = rows.error();
    error.subject.file = choice.crosswalk.string();
    error.subject.row = table->lines[*error.subject.row - 1];
    return core::fail(std::move(error));
  }
  return rows;
}

std::string frame_csv(const Frame& frame, core::admin::Level level) {
  std::string text =
      files::csv_row(std::vector<std::string>{"code", "name_vi", "name_en", "kind", "kind_en"});
  for (const auto unit : frame.at_level(level)) {
    const core::admin::Unit& one = frame[unit];
    text += files::csv_row(
        std::vector<std::string>{one.code, one.name_vi, one.name_en, one.kind_vi, one.kind_en});
  }
  return text;
}

/// The units that a layer has, and how the ground of the units of the data set is shared out among them.
Status write_by_ground(const FrameChoice& choice, const BoundariesTaken& boundaries, const Known& known,
                       const fs::path& folder, io::FrameSource& source, std::vector<Finding>& findings,
                       const core::Task& task) {
  const auto read = read_boundaries(choice.boundaries, task);
  if (!read) return core::fail(read.error());
  findings.insert(findings.end(), read->findings.begin(), read->findings.end());
  auto workshop = Workshop::beside(folder / "frame");
  if (!workshop) return core::fail(workshop.error());
  std::vector<Frame> frames;
  for (const KnownFrame& one : known.frames) frames.push_back(one.frame);
  auto written = write_boundaries(*read, frames, workshop->folder());
  if (!written) return core::fail(written.error());
  findings.insert(findings.end(), written->findings.begin(), written->findings.end());
  io::Manifest part;
  part.levels = std::move(written->levels);
  part.projected_crs = boundaries.units.crs;
  const auto units = io::read_units(workshop->folder(), part, task);
  if (!units) return core::fail(units.error());
  const core::admin::Level level = units->frame.levels().finest();
  const Frame& own = boundaries.units.frame;
  const auto shares =
      core::admin::rows_by_area(own, own.levels().finest(), boundaries.units.areas, units->frame, level,
                                units->areas, io::shared_ground_m2, task);
  if (!shares) return core::fail(shares.error());
  const std::string& name = source.id;
  std::error_code error;
  fs::rename(workshop->folder() / "boundaries.gpkg", folder / ("boundaries_" + name + ".gpkg"), error);
  if (error)
    return core::fail({.code = ErrorCode::file_not_writable,
                       .subject = {.file = folder.string()},
                       .detail = error.message()});
  source.areas = io::FrameAreas{.file = "boundaries_" + name + ".gpkg", .code = "code", .layer = "units"};
  if (auto ok = files::write_file(folder / ("units_" + name + ".csv"), frame_csv(units->frame, level)); !ok)
    return ok;
  if (auto ok = write_crosswalk(folder / ("crosswalk_" + name + ".csv"), shares->rows); !ok) return ok;
  source.levels.push_back(
      {.level = units->frame.levels()[level], .units = {.file = "units_" + name + ".csv"}});
  source.crosswalk.file = "crosswalk_" + name + ".csv";
  findings.push_back({.code = ErrorCode::shares_by_ground,
                      .subject = {.file = choice.boundaries.file.string(), .id = choice.id},
                      .detail = std::to_string(shares->divided) + "|" +
                                std::to_string(own.at_level(own.levels().finest()).size()) + "|" +
                                std::to_string(shares->left_out)});
  return {};
}

}  // namespace

Result<std::vector<io::FrameSource>> write_frames(const std::vector<FrameChoice>& choices,
                                                  const BoundariesTaken& boundaries, const Known& known,
                                                  const fs::path& folder, std::vector<Finding>& findings,
                                                  const core::Task& task) {
  std::vector<io::FrameSource> sources;
  for (const FrameChoice& choice : choices) {
    io::FrameSource source{.id = choice.id, .vintage = choice.vintage, .name = choice.name};
    if (!choice.boundaries.file.empty()) {
      if (auto ok = write_by_ground(choice, boundaries, known, folder, source, findings, task); !ok)
        return core::fail(ok.error());
      sources.push_back(std::move(source));
      continue;
    }
    // By names of ours: the folder has files of its own.
    const auto copied_as = [&](const fs::path& file, const std::string& name) -> Result<fs::path> {
      fs::path as = name + "_" + choice.id + file.extension().string();
      std::error_code error;
      fs::copy_file(file, folder / as, fs::copy_options::overwrite_existing, error);
      if (error)
        return core::fail(
            {.code = fs::exists(file) ? ErrorCode::file_not_writable : ErrorCode::file_not_found,
             .subject = {.file = file.string()},
             .detail = error.message()});
      return as;
    };
    const auto units = copied_as(choice.units, "units");
    if (!units) return core::fail(units.error());
    source.levels.push_back(
        {.level = core::admin::level_called(choice.level.empty() ? "province" : choice.level),
         .units = {.file = *units}});
    if (choice.share_column.empty()) {
      const auto crosswalk = copied_as(choice.crosswalk, "crosswalk");
      if (!crosswalk) return core::fail(crosswalk.error());
      source.crosswalk.file = *crosswalk;
    } else {
      const auto rows = rows_by_column(choice);
      if (!rows) return core::fail(rows.error());
      source.crosswalk.file = "crosswalk_" + choice.id + ".csv";
      if (auto ok = write_crosswalk(folder / source.crosswalk.file, *rows); !ok)
        return core::fail(ok.error());
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace vicinia::gis::imports
