#include "geometry/projection.h"

#include <ogr_spatialref.h>
#include <proj.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include "base/gdal_setup.h"
#include "geometry/polygon_conversion.h"

namespace vicinia::gis::io {

/// Owners of what PROJ makes.
namespace proj {

struct ContextDestroyer {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, ContextDestroyer>;
struct PjDestroyer {
  void operator()(PJ* pj) const { proj_destroy(pj); }
};
using PjPtr = std::unique_ptr<PJ, PjDestroyer>;

}  // namespace proj

namespace {

using core::ErrorCode;
using core::Result;
using core::Status;
namespace geom = core::geom;
using proj::ContextPtr;
using proj::PjPtr;

struct ListDestroyer {
  void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
struct FactoryDestroyer {
  void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const {
    proj_operation_factory_context_destroy(factory);
  }
};

ContextPtr quiet_context() {
  ContextPtr context(proj_context_create());
  proj_context_set_enable_network(context.get(), 0);
  proj_log_level(context.get(), PJ_LOG_NONE);
  return context;
}

/// Heights are dropped when a layer is read.
PjPtr flat_crs(PJ_CONTEXT* context, const OGRSpatialReference& crs) {
  OGRSpatialReference flat(crs);
  flat.StripVertical();
  flat.DemoteTo2D(nullptr);
  char* wkt = nullptr;
  const char* const options[] = {"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
  const bool is_written = flat.exportToWkt(&wkt, options) == OGRERR_NONE;
  PjPtr pj(is_written ? proj_create(context, wkt) : nullptr);
  CPLFree(wkt);
  return pj;
}

bool is_image(double x, double y) { return std::isfinite(x) && std::isfinite(y); }

void transform(PJ* pj, double* x, double* y, std::size_t count) {
  proj_errno_reset(pj);
  proj_trans_generic(pj, PJ_FWD, x, sizeof(double), count, y, sizeof(double), count, nullptr, 0, 0, nullptr,
                     0, 0);
}

/// Longitudes and latitudes in degrees on the layer's own datum; those that have none are left out.
std::vector<geom::Point> in_degrees(PJ_CONTEXT* context, PJ* crs, std::span<const geom::Point> places) {
  const PjPtr geodetic(proj_crs_get_geodetic_crs(context, crs));
  if (!geodetic) return {};
  const PjPtr raw(proj_create_crs_to_crs_from_pj(context, crs, geodetic.get(), nullptr, nullptr));
  const PjPtr pj(raw ? proj_normalize_for_visualization(context, raw.get()) : nullptr);
  if (!pj) return {};
  std::vector<geom::Point> degrees;
  for (const geom::Point& place : places) {
    double x = place.x(), y = place.y();
    transform(pj.get(), &x, &y, 1);
    if (is_image(x, y)) degrees.emplace_back(x, y);
  }
  return degrees;
}

/// Whether most of the places lie in the area of use. A share would be finer, and worse: layers of provinces
/// and of districts, whose centres differ, shall choose the same operation.
bool holds_here(PJ_CONTEXT* context, PJ* operation, const std::vector<geom::Point>& degrees) {
  double west = 0, south = 0, east = 0, north = 0;
  if (!proj_get_area_of_use(context, operation, &west, &south, &east, &north, nullptr) || west < -180 ||
      degrees.empty())
    return true;
  const auto inside = std::ranges::count_if(degrees, [&](const geom::Point& p) {
    const bool in_longitude = west <= east ? p.x() >= west && p.x() <= east : p.x() >= west || p.x() <= east;
    return in_longitude && p.y() >= south && p.y() <= north;
  });
  return 2 * static_cast<std::size_t>(inside) > degrees.size();
}

struct Candidate {
  PjPtr operation{};
  bool is_ballpark = false;
  bool holds_here = true;
  double accuracy_m = -1;  ///< negative: not known
};

std::vector<Candidate> candidates(PJ_CONTEXT* context, PJ* from, PJ* to,
                                  const std::vector<geom::Point>& degrees) {
  const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryDestroyer> factory(
      proj_create_operation_factory_context(context, nullptr));
  proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                       PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
  proj_operation_factory_context_set_grid_availability_use(
      context, factory.get(), PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
  const std::unique_ptr<PJ_OBJ_LIST, ListDestroyer> list(
      proj_create_operations(context, from, to, factory.get()));
  std::vector<Candidate> found;
  const int count = list ? proj_list_get_count(list.get()) : 0;
  for (int i = 0; i < count; ++i) {
    PjPtr operation(proj_list_get(context, list.get(), i));
    if (!operation || !proj_coordoperation_is_instantiable(context, operation.get())) continue;
    Candidate candidate{
        .is_ballpark = proj_coordoperation_has_ballpark_transformation(context, operation.get()) != 0,
        .holds_here = holds_here(context, operation.get(), degrees),
        .accuracy_m = proj_coordoperation_get_accuracy(context, operation.get())};
    candidate.operation.reset(proj_normalize_for_visualization(context, operation.get()));
    if (candidate.operation) found.push_back(std::move(candidate));
  }
  // Stable: where all else is equal, PROJ's order counts, with large areas of use before small ones. The
  // accuracy of an operation that is meant for somewhere else says nothing.
  std::ranges::stable_sort(found, {}, [](const Candidate& c) {
    const bool is_accurate = c.holds_here && c.accuracy_m >= 0;
    return std::tuple(c.is_ballpark, !c.holds_here,
                      is_accurate ? c.accuracy_m : std::numeric_limits<double>::infinity());
  });
  return found;
}

/// Images that were computed lately. A border is read twice, once for each neighbour, and neighbours mostly
/// stand near each other in a file: half of the computing is saved.
class RecentImages {
 public:
  explicit RecentImages(std::size_t points)
      : slots_(std::bit_ceil(std::clamp<std::size_t>(points, 16, most_slots))), mask_(slots_.size() - 1) {}

  struct Slot {
    double x = std::numeric_limits<double>::quiet_NaN(), y = 0;  ///< a NaN is equal to nothing
    geom::Point image{};
    std::uint32_t pending = 0;
  };
  /// Asks the memory for it; the table is larger than the processor's nearest cache.
  [[nodiscard]] Slot* fetch(const geom::Point& point) {
    Slot* const slot = &of(point);
    __builtin_prefetch(slot, 1);
    return slot;
  }
  [[nodiscard]] Slot& of(const geom::Point& point) {
    const std::uint64_t hash = (std::bit_cast<std::uint64_t>(point.x()) * 0x9E3779B97F4A7C15U) ^
                               (std::bit_cast<std::uint64_t>(point.y()) * 0xC2B2AE3D27D4EB4FU);
    return slots_[(hash ^ (hash >> 29) ^ (hash >> 47)) & mask_];
  }

 private:
  static constexpr std::size_t most_slots = std::size_t{1}
                                            << 18;  // a row of communes across the country, twice
  std::vector<Slot> slots_;
  std::size_t mask_;
};

/// What one thread needs: PROJ's objects belong to one at a time.
class Worker {
 public:
  Worker(const PJ* operation, std::size_t points)
      : context_(quiet_context()), pj_(proj_clone(context_.get(), operation)), recent_(points) {}

  [[nodiscard]] bool is_ready() const { return pj_ != nullptr; }

  /// The first point without an image.
  std::optional<geom::Point> project(geom::MultiPolygon& area) {
    x_.clear(), y_.clear(), slots_.clear(), sources_.clear();
    ahead_.clear();
    for_each_point(area, [&](const geom::Point& point) { ahead_.push_back(recent_.fetch(point)); });
    std::size_t next = 0;
    for_each_point(area, [&](geom::Point& point) { look_up(point, *ahead_[next++]); });
    const std::vector<double> x = x_, y = y_;
    transform(pj_.get(), x_.data(), y_.data(), x_.size());
    for (std::size_t i = 0; i < x_.size(); ++i) {
      if (!is_image(x_[i], y_[i])) {
        for (RecentImages::Slot* slot : slots_) *slot = {};
        return geom::Point(x[i], y[i]);
      }
      if (slots_[i]->x != x[i] || slots_[i]->y != y[i]) continue;  // another point has taken its place since
      slots_[i]->image = geom::Point(x_[i], y_[i]);
      slots_[i]->pending = none;
    }
    std::size_t at = 0;
    for_each_point(area, [&](geom::Point& point) {
      const std::uint32_t source = sources_[at++];
      if (source != none) point = geom::Point(x_[source], y_[source]);
    });
    return std::nullopt;
  }

  [[nodiscard]] std::string reason() const {
    const int error = proj_errno(pj_.get());
    const char* text = error != 0 ? proj_context_errno_string(context_.get(), error) : nullptr;
    return text != nullptr ? text : "";
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  /// Puts the image in place where it is known; else notes where it will come from.
  void look_up(geom::Point& point, RecentImages::Slot& slot) {
    if (slot.x == point.x() && slot.y == point.y()) {
      sources_.push_back(slot.pending);
      if (slot.pending == none) point = slot.image;
      return;
    }
    slot = {.x = point.x(), .y = point.y(), .pending = static_cast<std::uint32_t>(x_.size())};
    sources_.push_back(slot.pending);
    slots_.push_back(&slot);
    x_.push_back(point.x());
    y_.push_back(point.y());
  }

  ContextPtr context_;
  PjPtr pj_;
  RecentImages recent_;
  std::vector<double> x_, y_;               ///< [pending]
  std::vector<RecentImages::Slot*> ahead_;  ///< [point of the area]
  std::vector<RecentImages::Slot*> slots_;  ///< [pending]
  std::vector<std::uint32_t> sources_;      ///< [point of the area] a pending one, or none
};

core::Error failed(std::size_t row, const geom::Point& point, const std::string& reason) {
  return {.code = ErrorCode::reprojection_failed,
          .subject = {.row = row},
          .detail = place_text(point) + (reason.empty() ? "" : " (PROJ: " + reason + ")")};
}

}  // namespace

struct Projection::Operation {
  proj::ContextPtr context = quiet_context();
  proj::PjPtr pj{};
  bool is_known_here = true;
  double accuracy_m = -1;
};

Projection::Projection(std::unique_ptr<Operation> operation) : operation_(std::move(operation)) {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

Result<Projection> Projection::between(const CrsPtr& from, const CrsPtr& to,
                                       std::span<const geom::Point> places) {
  if (same_crs(*from, *to)) return Projection(nullptr);
  const GdalMessages quiet;
  auto operation = std::make_unique<Operation>();
  PJ_CONTEXT* context = operation->context.get();
  const PjPtr source = flat_crs(context, *from), target = flat_crs(context, *to);
  const auto no_way = [&] {
    return core::fail(
        {.code = ErrorCode::reprojection_failed, .detail = label_of(*from) + " → " + label_of(*to)});
  };
  if (!source || !target) return no_way();
  auto found = candidates(context, source.get(), target.get(), in_degrees(context, source.get(), places));
  if (found.empty()) return no_way();
  // An operation may be known and yet not apply where the layer is.
  const auto applies = [&](const Candidate& candidate) {
    const auto images = std::ranges::count_if(places, [&](const geom::Point& place) {
      double x = place.x(), y = place.y();
      transform(candidate.operation.get(), &x, &y, 1);
      return is_image(x, y);
    });
    return 2 * static_cast<std::size_t>(images) >= places.size();
  };
  const auto applicable = std::ranges::find_if(found, applies);
  const auto best = static_cast<std::size_t>(applicable == found.end() ? 0 : applicable - found.begin());
  operation->pj = std::move(found[best].operation);
  operation->is_known_here = !found[best].is_ballpark && found[best].holds_here;
  operation->accuracy_m = found[best].accuracy_m;
  return Projection(std::move(operation));
}

Status Projection::project(std::span<geom::MultiPolygon> areas, const core::Task& task) const {
  if (!operation_) return {};
  std::size_t points = 0;
  for (const geom::MultiPolygon& area : areas) for_each_point(area, [&](const geom::Point&) { ++points; });
  // Each worker goes through one part of the layer from its begin to its end, whichever threads that takes, for what it remembers is of
  // the neighbours that came before. A few more parts than threads, in case one is held up.
  const auto threads = static_cast<std::size_t>(std::max(tbb::this_task_arena::max_concurrency(), 1));
  constexpr std::size_t few_parts = 8, points_worth_a_worker = 50'000;
  const std::size_t parts =
      std::min({std::max(threads, std::min(2 * threads, few_parts)), points / points_worth_a_worker + 1,
                std::max<std::size_t>(areas.size(), 1)});
  std::vector<std::unique_ptr<Worker>> workers;
  for (std::size_t part = 0; part < parts; ++part)
    workers.push_back(std::make_unique<Worker>(operation_->pj.get(), points));
  std::vector<std::optional<core::Error>> errors(areas.size());
  std::atomic<bool> is_stopped = false;
  // In steps, so that the thread that asked can tell how far it is.
  constexpr std::size_t steps = 10;
  for (std::size_t step = 0; step < steps; ++step) {
    task.at(static_cast<double>(step) / steps, "project");
    // In units of a step of a part, so that no area is left out or taken twice.
    const auto begin_of = [&](std::size_t part, std::size_t at) {
      return areas.size() * (part * steps + at) / (parts * steps);
    };
    tbb::parallel_for(std::size_t{0}, parts, [&](std::size_t part) {
      Worker& worker = *workers[part];
      for (std::size_t i = begin_of(part, step); i != begin_of(part, step + 1); ++i) {
        if (task.stop.stop_requested()) is_stopped = true;
        if (is_stopped) return;
        if (!worker.is_ready())
          errors[i] = {.code = ErrorCode::internal, .detail = "PROJ: proj_clone"};
        else if (const auto lost = worker.project(areas[i]))
          errors[i] = failed(i + 1, *lost, worker.reason());
      }
    });
    if (is_stopped) return core::fail({.code = ErrorCode::cancelled});
  }
  // The first of the layer, not of those who happened to come to theirs first.
  for (const auto& error : errors)
    if (error) return core::fail(*error);
  return {};
}

Status Projection::project(std::span<geom::Point> points) const {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto image = image_of(points[i]);
    if (!image) return core::fail(failed(i + 1, points[i], ""));
    points[i] = *image;
  }
  return {};
}

std::optional<geom::Point> Projection::image_of(const geom::Point& point) const {
  if (!operation_) return point;
  double x = point.x(), y = point.y();
  transform(operation_->pj.get(), &x, &y, 1);
  if (!is_image(x, y)) return std::nullopt;
  return geom::Point(x, y);
}

std::optional<double> Projection::accuracy_m() const {
  if (!operation_) return 0.0;
  if (operation_->accuracy_m < 0) return std::nullopt;
  return operation_->accuracy_m;
}

bool Projection::is_known_here() const { return !operation_ || operation_->is_known_here; }

}  // namespace vicinia::gis::io
