#include "vicinia/gis/firms/aggregation.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <numeric>

#include "aggregation/cell_sums.h"
#include "aggregation/firm_rules.h"
#include "aggregation/moved_units.h"
#include "aggregation/nothing_kept.h"
#include "vicinia/core/base/ascii.h"
#include "vicinia/core/geom/unit_locator.h"
#include "vicinia/gis/io/csv_blocks.h"

namespace vicinia::gis::firms {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;

/// What one block of rows was found to be, with lines counted from its begin.
struct BlockCount {
  std::uint64_t rows = 0, kept = 0;
  std::size_t lines = 0;  ///< of the block
  std::array<LeftOutRows, left_out_kinds> left_out{};

  void refuse(Refusal refusal, std::size_t line) {
    LeftOutRows& rows_of = left_out[static_cast<std::size_t>(refusal.reason)];
    if (++rows_of.count <= LeftOutRows::most_examples)
      rows_of.examples.push_back({line, std::move(refusal.value)});
  }
};

/// Blocks come in the order of the file, so that the first examples are the first.
void add(FirmMatrix& matrix, BlockCount&& block, std::size_t lines_before) {
  matrix.rows += block.rows;
  matrix.kept += block.kept;
  for (std::size_t reason = 0; reason < left_out_kinds; ++reason) {
    matrix.left_out[reason].count += block.left_out[reason].count;
    for (auto& example : block.left_out[reason].examples) {
      if (matrix.left_out[reason].examples.size() == LeftOutRows::most_examples) break;
      example.line += lines_before;
      matrix.left_out[reason].examples.push_back(std::move(example));
    }
  }
}

class Aggregation {
 public:
  Aggregation(const io::TableRequest& file, const Register& which, const FirmUnits& units,
              const core::Task& task)
      : file_(file), which_(which), units_(units), task_(task) {
    matrix_.units.assign(units.codes.begin(), units.codes.end());
  }

  Result<FirmMatrix> run(std::size_t threads) {
    if (auto ok = locate(); !ok) return core::fail(ok.error());
    tbb::task_arena arena(static_cast<int>(threads));
    Status status{};
    arena.execute([&] { status = read(threads); });
    if (!status) return core::fail(status.error());
    std::vector<CellSums*> parts;
    for (CellSums& part : sums_) parts.push_back(&part);
    CellSums::put_together(parts, matrix_);
    if (matrix_.kept == 0) return core::fail(nothing_kept(matrix_, which_, file_.file.string()));
    return std::move(matrix_);
  }

 private:
  Status locate() {
    if (!which_.columns.has_places()) return {};
    auto moved = moved_units(units_, which_.columns.crs, task_);
    if (!moved) return core::fail(moved.error());
    areas_ = *std::move(moved);
    std::vector<std::size_t> all(areas_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    locator_.emplace(areas_, all);
    return {};
  }

  Status prepare(std::span<const std::string> columns) {
    auto rules =
        FirmRules::build(which_, columns, file_.file.string(), units_, locator_ ? &*locator_ : nullptr);
    if (!rules) return core::fail(rules.error());
    rules_.emplace(*std::move(rules));
    return {};
  }

  /// A stream of blocks where the table is text in UTF-8.
  Status read(std::size_t threads) {
    if (&io::table_format_of(file_.file) == &io::table_formats().front()) {
      auto blocks = io::CsvBlocks::open(file_);
      if (!blocks) return core::fail(blocks.error());
      if (*blocks) return read_blocks(**blocks, threads);
    }
    return read_rows();
  }

  Status read_blocks(io::CsvBlocks& blocks, std::size_t threads) {
    matrix_.findings = blocks.findings();
    if (auto ok = prepare(blocks.columns()); !ok) return ok;
    Status status{};
    std::size_t line = blocks.first_line();
    std::uint64_t bytes = 0;
    std::error_code unknown;
    const auto size =
        static_cast<double>(std::max<std::uintmax_t>(1, std::filesystem::file_size(file_.file, unknown)));
    constexpr std::size_t blocks_per_thread = 3;
    tbb::parallel_pipeline(
        blocks_per_thread * std::max<std::size_t>(threads, 1),
        tbb::make_filter<void, std::shared_ptr<std::string>>(
            tbb::filter_mode::serial_in_order,
            [&](tbb::flow_control& flow) -> std::shared_ptr<std::string> {
              if (task_.stop.stop_requested())
                status = core::fail({.code = ErrorCode::cancelled, .subject = {.file = file_.file.string()}});
              auto block = status ? blocks.next() : Result<std::optional<std::string>>();
              if (!block) status = core::fail(block.error());
              if (!status || !*block) {
                flow.stop();
                return nullptr;
              }
              bytes += (*block)->size();
              task_.at(static_cast<double>(bytes) / size, "read");
              return std::make_shared<std::string>(**std::move(block));
            }) &
            tbb::make_filter<std::shared_ptr<std::string>, std::shared_ptr<BlockCount>>(
                tbb::filter_mode::parallel,
                [&](const std::shared_ptr<std::string>& block) {
                  return count(*block, blocks.separator());
                }) &
            tbb::make_filter<std::shared_ptr<BlockCount>, void>(
                tbb::filter_mode::serial_in_order, [&](const std::shared_ptr<BlockCount>& block) {
                  const std::size_t lines = block->lines;
                  add(matrix_, std::move(*block), line);
                  line += lines;
                }));
    return status;
  }

  std::shared_ptr<BlockCount> count(const std::string& block, char separator) {
    auto counted = std::make_shared<BlockCount>();
    CellSums& sums = sums_.local();
    FirmRow firm;
    io::CsvRecords records(block, separator);
    while (records.next()) {
      ++counted->rows;
      auto refusal =
          records.is_cut_off()
              ? std::optional(Refusal{LeftOut::wrong_length, std::to_string(records.cells().size())})
              : rules_->judge(records.cells(), firm);
      if (refusal) {
        counted->refuse(*std::move(refusal), records.lines_before());
        continue;
      }
      ++counted->kept;
      sums.add(firm);
    }
    counted->lines = records.lines();
    return counted;
  }

  /// Any other format, row by row.
  Status read_rows() {
    const auto source = io::table_format_of(file_.file).open(file_);
    if (!source) return core::fail(source.error());
    BlockCount counted;
    CellSums& sums = sums_.local();
    FirmRow firm;
    std::vector<std::string_view> cells;
    while (true) {
      if (task_.stop.stop_requested())
        return core::fail({.code = ErrorCode::cancelled, .subject = {.file = file_.file.string()}});
      auto row = (*source)->next();
      if (!row) return core::fail(row.error());
      if (!*row) break;
      cells.assign((*row)->cells.begin(), (*row)->cells.end());
      const bool is_blank = std::ranges::all_of(cells, [](std::string_view cell) {
        return cell.find_first_not_of(" \t\r\n") == std::string_view::npos;
      });
      if (is_blank) continue;
      if (!rules_) {
        std::vector<std::string> columns;
        for (const std::string_view cell : cells) {
          const std::size_t first = std::min(cell.find_first_not_of(" \t\r\n"), cell.size());
          columns.emplace_back(cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1));
        }
        if (auto ok = prepare(columns); !ok) return ok;
        continue;
      }
      ++counted.rows;
      if (auto refusal = rules_->judge(cells, firm)) {
        counted.refuse(*std::move(refusal), (*row)->line);
        continue;
      }
      ++counted.kept;
      sums.add(firm);
    }
    if (!rules_)
      return core::fail({.code = ErrorCode::empty_table, .subject = {.file = file_.file.string()}});
    matrix_.findings = (*source)->findings();
    add(matrix_, std::move(counted), 0);
    return {};
  }

  const io::TableRequest& file_;
  const Register& which_;
  const FirmUnits& units_;
  const core::Task& task_;
  std::vector<core::geom::MultiPolygon> areas_{};
  std::optional<core::geom::UnitLocator> locator_{};
  std::optional<FirmRules> rules_{};
  tbb::enumerable_thread_specific<CellSums> sums_{CellSums(which_)};
  FirmMatrix matrix_{};
};

}  // namespace

Result<FirmMatrix> aggregate(const io::TableRequest& file, const Register& which, const FirmUnits& units,
                             const core::Task& task, const AggregateOptions& options) {
  if (auto ok = check(which); !ok) return core::fail(ok.error());
  if (!which.columns.point.empty())
    return core::fail({.code = ErrorCode::invalid_argument,
                       .subject = {.field = "--point-column"},
                       .detail = "one of these is needed: --unit-column; --x-column, --y-column"});
  const std::size_t threads = options.threads > 0
                                  ? options.threads
                                  : static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
  try {
    // More threads than there are cores are only there where they are asked for.
    std::optional<tbb::global_control> allowed;
    if (options.threads > 0) allowed.emplace(tbb::global_control::max_allowed_parallelism, threads);
    return Aggregation(file, which, units, task).run(threads);
  } catch (const std::bad_alloc&) {
    return core::fail({.code = ErrorCode::file_not_readable,
                       .subject = {.file = file.file.string()},
                       .detail = "out of memory"});
  } catch (const std::exception& error) {
    return core::fail(
        {.code = ErrorCode::internal, .subject = {.file = file.file.string()}, .detail = error.what()});
  }
}

}  // namespace vicinia::gis::firms
