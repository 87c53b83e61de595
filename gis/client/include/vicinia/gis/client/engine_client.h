/// \file engine_client.h
/// Starts, watches, restarts and calls vicinia-map-engine.
/// The engine lives in a process of its own: when it dies, the client starts another and sends the request
/// again; a caller sees only that the answer took longer. A request on which the engine dies three times in a
/// row is given up with EngineCrashed, and the next request starts afresh.
/// Errors:  EngineNotFound, EngineStartFailed, EngineCrashed, RenderFailed, ExportFailed, Cancelled.
/// Threads: every member may be called from any thread. Callbacks run on threads of the client, one at a time;
///          none runs after the destructor returned.
#pragma once

#include <sys/types.h>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/gis/map/report_spec.h"
#include "vicinia/gis/map/series_spec.h"

namespace vicinia::gis::client {

/// A drawn map: premultiplied ARGB, 32 bits a pixel in the machine's byte order (QImage::Format_ARGB32_Premultiplied),
/// rows without padding. The pixels live in memory shared with the engine and stay as they are for as long as the
/// frame is held: the engine never draws into a frame that someone holds.
class Frame {
 public:
  virtual ~Frame() = default;
  [[nodiscard]] virtual std::span<const std::byte> pixels() const = 0;
  /// What is drawn above whatever the caller paints over the map itself: the layers from RenderOptions::upper_from on, transparent where they
  /// are not. Empty where there are none, and where the frame was not asked for in two pictures.
  [[nodiscard]] virtual std::span<const std::byte> upper_pixels() const = 0;
  std::uint32_t width_px = 0, height_px = 0;
  map::Extent extent{};          ///< what was really drawn: the request's extent in the frame's proportions
  std::uint64_t generation = 0;  ///< of the request
  double engine_ms = 0.0;        ///< time that the engine took
};
struct RenderOptions {
  /// The layers of this slot and of those above it come in a picture of their own. \pre Slot::borders or above
  std::optional<map::Slot> upper_from{};
  /// Of several maps that are looked at together: a request supersedes those of its own canvas alone. Canvas 0 goes first; the others follow in
  /// the order in which they asked.
  std::uint32_t canvas = 0;
};

using FrameResult = core::Result<std::shared_ptr<const Frame>>;
using FrameCallback = std::function<void(std::uint64_t generation, FrameResult)>;

struct EngineInfo {
  pid_t pid = 0;
  std::string engine_version{};
  std::string qgis_version{};
  std::string qt_version{};
};

struct EngineOptions {
  std::filesystem::path program{};  ///< vicinia-map-engine
  /// Parent of the private folder; empty: XDG_RUNTIME_DIR, /dev/shm or the system's temporary folder, the first
  /// that can be written.
  std::filesystem::path runtime_parent{};
  /// An engine that says nothing for so long during a call hangs: it is ended, which counts as a death. While it writes a file, the
  /// processor time that it uses is a word, too.
  std::chrono::milliseconds longest_silence{60'000};
};

/// Makes the page of a series; called once for each, in order.
using FigurePage = std::function<core::Result<map::FigureSpec>(std::size_t page)>;

class EngineClient {
 public:
  /// Makes the private folder (0700) and starts the engine in the background; returns at once. A failure to start is
  /// reported by the first request. A program that is not there is told at once: EngineNotFound.
  [[nodiscard]] static core::Result<std::unique_ptr<EngineClient>> start(EngineOptions options);
  virtual ~EngineClient() = default;  ///< cancels, ends the engine and removes the private folder

  /// Draws a map. A newer call for the same canvas supersedes the older: the older is cancelled and its callback gets Cancelled. What is being
  /// drawn for another canvas is put off by canvas 0, once.
  /// Returns the generation, which the callback repeats.
  virtual std::uint64_t render(map::MapSpec spec, FrameCallback done, RenderOptions options) = 0;
  std::uint64_t render(map::MapSpec spec, FrameCallback done) {
    return render(std::move(spec), std::move(done), {});
  }

  /// Draws and waits. Neither supersedes nor is superseded. Not from a callback, which would wait for itself.
  [[nodiscard]] virtual FrameResult render_now(map::MapSpec spec, RenderOptions options) = 0;
  [[nodiscard]] FrameResult render_now(map::MapSpec spec) { return render_now(std::move(spec), {}); }

  /// Writes a figure; waits. A cancelled or failed export leaves no file and keeps an older one whole.
  [[nodiscard]] virtual core::Status export_figure(const map::FigureSpec& spec, const core::Task& task) = 0;

  /// Writes a report as PDF; as export_figure does.
  [[nodiscard]] virtual core::Status export_report(const map::ReportSpec& spec, const core::Task& task) = 0;

  /// Writes figures as the pages of one PDF; as export_figure does. Pages wait in the private folder, so that neither side holds
  /// more than one of them. A page's own file and format are ignored. Reports "compose" when a page is made, then "draw" when it is drawn.
  [[nodiscard]] virtual core::Status export_series(const map::SeriesSpec& spec, std::size_t pages,
                                                   const FigurePage& page_of, const core::Task& task) = 0;

  /// Where layer sources go: a private folder that lives as long as the client.
  [[nodiscard]] virtual const std::filesystem::path& private_folder() const = 0;

  /// Waits for the engine where needed.
  [[nodiscard]] virtual core::Result<EngineInfo> info() = 0;
  [[nodiscard]] virtual unsigned restarts() const = 0;
};

/// Where the engine is: beside the running program, else on PATH.
[[nodiscard]] core::Result<std::filesystem::path> find_engine(const std::filesystem::path& running_program);

}  // namespace vicinia::gis::client
