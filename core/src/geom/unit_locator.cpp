#include "vicinia/core/geom/unit_locator.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vicinia::core::geom {
namespace {

/// Number of the step that a coordinate is in, so that what is larger is in no lower one.
std::uint32_t step_of(double value, double from, double per_unit, std::uint32_t count) {
  const double step = (value - from) * per_unit;
  if (!(step > 0)) return 0;
  return step >= count ? count - 1 : static_cast<std::uint32_t>(step);
}

double steps_per_unit(double from, double to, std::uint32_t count) {
  return to > from ? count / (to - from) : 0;
}

template <class Visit>
void for_each_edge(const MultiPolygon& area, Visit visit) {
  const auto visit_ring = [&](const Ring& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) visit(&ring[i]);
  };
  for (const Polygon& polygon : area) {
    visit_ring(polygon.outer());
    for (const Ring& hole : polygon.inners()) visit_ring(hole);
  }
}

}  // namespace

struct UnitLocator::Index {
  /// The edges of one area by bands of y.
  class EdgeBands {
   public:
    explicit EdgeBands(const MultiPolygon& area) {
      std::size_t edges = 0;
      for_each_edge(area, [&](const Point* edge) {
        if (edges++ == 0) west_ = east_ = edge->x(), south_ = north_ = edge->y();
        west_ = std::min(west_, edge->x()), east_ = std::max(east_, edge->x());
        south_ = std::min(south_, edge->y()), north_ = std::max(north_, edge->y());
      });
      if (edges == 0) return;
      constexpr std::size_t edges_per_band = 4, most_bands = std::size_t{1} << 16;
      bands_ = static_cast<std::uint32_t>(std::clamp<std::size_t>(edges / edges_per_band, 1, most_bands));
      per_unit_ = steps_per_unit(south_, north_, bands_);
      first_.assign(bands_ + 1, 0);
      const auto for_bands = [&](const Point* edge, auto use) {
        const auto [low, high] = std::minmax(edge[0].y(), edge[1].y());
        for (std::uint32_t band = band_of(low); band <= band_of(high); ++band) use(band);
      };
      for_each_edge(
          area, [&](const Point* edge) { for_bands(edge, [&](std::uint32_t band) { ++first_[band + 1]; }); });
      for (std::uint32_t band = 0; band < bands_; ++band) first_[band + 1] += first_[band];
      edges_.resize(first_[bands_]);
      std::vector<std::uint32_t> at(first_.begin(), first_.end() - 1);
      for_each_edge(area, [&](const Point* edge) {
        for_bands(edge, [&](std::uint32_t band) { edges_[at[band]++] = edge; });
      });
    }

    [[nodiscard]] bool is_empty() const { return bands_ == 0; }
    [[nodiscard]] double west() const { return west_; }
    [[nodiscard]] double east() const { return east_; }
    [[nodiscard]] double south() const { return south_; }
    [[nodiscard]] double north() const { return north_; }

    /// Inside, or on the border.
    [[nodiscard]] bool covers(double x, double y) const {
      if (!(x >= west_ && x <= east_ && y >= south_ && y <= north_)) return false;
      const std::uint32_t band = band_of(y);
      bool is_inside = false;
      for (std::uint32_t i = first_[band]; i < first_[band + 1]; ++i) {
        // From the lower end to the upper one, whichever way the ring runs: the two areas of a border then calculate the same.
        const Point *low = edges_[i], *high = low + 1;
        if (low->y() > high->y()) std::swap(low, high);
        if (y < low->y() || y > high->y()) continue;
        if (low->y() == high->y()) {
          if (x >= std::min(low->x(), high->x()) && x <= std::max(low->x(), high->x())) return true;
          continue;
        }
        const double side = (high->x() - low->x()) * (y - low->y()) - (x - low->x()) * (high->y() - low->y());
        if (side == 0) return true;
        if (side > 0 && y < high->y()) is_inside = !is_inside;
      }
      return is_inside;
    }

   private:
    [[nodiscard]] std::uint32_t band_of(double y) const { return step_of(y, south_, per_unit_, bands_); }

    double west_ = 0, east_ = 0, south_ = 0, north_ = 0, per_unit_ = 0;
    std::uint32_t bands_ = 0;
    std::vector<std::uint32_t> first_{};  ///< [band] → edges_, and the end
    std::vector<const Point*> edges_{};   ///< the first ends; the second follow them in their rings
  };

  /// Of a cell: which area, twice, and one more where it covers all of it.
  using Entry = std::uint32_t;
  [[nodiscard]] static std::uint32_t slot_of(Entry entry) { return entry / 2; }
  [[nodiscard]] static bool is_whole(Entry entry) { return entry % 2 != 0; }

  Grid grid{};
  std::vector<std::size_t> positions{};      ///< [slot] of the area, ascending
  std::vector<EdgeBands> bands{};            ///< [slot]
  std::vector<std::uint32_t> first_entry{};  ///< [cell] → entries, and the end
  std::vector<Entry> entries{};

  [[nodiscard]] std::uint32_t column_of(double x) const {
    return step_of(x, grid.west, grid.columns_per_x, grid.columns);
  }
  [[nodiscard]] std::uint32_t row_of(double y) const {
    return step_of(y, grid.south, grid.rows_per_y, grid.rows);
  }

  void make_grid() {
    if (bands.empty()) return;
    grid.west = bands[0].west(), grid.east = bands[0].east();
    grid.south = bands[0].south(), grid.north = bands[0].north();
    for (const EdgeBands& area : bands) {
      grid.west = std::min(grid.west, area.west()), grid.east = std::max(grid.east, area.east());
      grid.south = std::min(grid.south, area.south()), grid.north = std::max(grid.north, area.north());
    }
    constexpr std::size_t cells_per_area = 256, most_cells = std::size_t{1} << 20;
    const auto cells = static_cast<double>(std::min(bands.size() * cells_per_area, most_cells));
    const double width = grid.east - grid.west, height = grid.north - grid.south;
    const double columns = width > 0 && height > 0 ? std::sqrt(cells * width / height)
                           : width > 0             ? cells
                                                   : 1;
    grid.columns = static_cast<std::uint32_t>(std::clamp(columns, 1.0, cells));
    grid.rows = static_cast<std::uint32_t>(std::clamp(height > 0 ? cells / grid.columns : 1.0, 1.0, cells));
    grid.columns_per_x = steps_per_unit(grid.west, grid.east, grid.columns);
    grid.rows_per_y = steps_per_unit(grid.south, grid.north, grid.rows);
  }

  /// Cells that the box of an edge reaches are left to the edges; any other is inside or outside as its centre is.
  void fill(std::span<const MultiPolygon> areas) {
    struct Found {
      std::uint32_t cell;
      Entry entry;
    };
    std::vector<Found> found;
    std::vector<std::uint8_t> is_touched;
    for (std::uint32_t slot = 0; slot < bands.size(); ++slot) {
      const EdgeBands& area = bands[slot];
      const std::uint32_t left = column_of(area.west()), right = column_of(area.east());
      const std::uint32_t bottom = row_of(area.south()), top = row_of(area.north());
      const std::uint32_t width = right - left + 1;
      is_touched.assign(std::size_t{width} * (top - bottom + 1), 0);
      for_each_edge(areas[positions[slot]], [&](const Point* edge) {
        const auto [x0, x1] = std::minmax(edge[0].x(), edge[1].x());
        const auto [y0, y1] = std::minmax(edge[0].y(), edge[1].y());
        for (std::uint32_t row = row_of(y0); row <= row_of(y1); ++row)
          for (std::uint32_t column = column_of(x0); column <= column_of(x1); ++column)
            is_touched[std::size_t{row - bottom} * width + (column - left)] = 1;
      });
      for (std::uint32_t row = bottom; row <= top; ++row)
        for (std::uint32_t column = left; column <= right; ++column) {
          const bool touched = is_touched[std::size_t{row - bottom} * width + (column - left)] != 0;
          const bool whole = !touched && area.covers(grid.west + (column + 0.5) / grid.columns_per_x,
                                                     grid.south + (row + 0.5) / grid.rows_per_y);
          if (touched || whole) found.push_back({row * grid.columns + column, slot * 2 + (whole ? 1 : 0)});
        }
    }
    first_entry.assign(std::size_t{grid.columns} * grid.rows + 1, 0);
    for (const Found& one : found) ++first_entry[one.cell + 1];
    for (std::size_t cell = 1; cell < first_entry.size(); ++cell) first_entry[cell] += first_entry[cell - 1];
    std::vector<std::uint32_t> at(first_entry.begin(), first_entry.end() - 1);
    entries.resize(found.size());
    for (const Found& one : found) entries[at[one.cell]++] = one.entry;  // slots stay ascending
  }
};

UnitLocator::UnitLocator(std::span<const MultiPolygon> areas, std::span<const std::size_t> among)
    : index_(std::make_unique<Index>()) {
  std::vector<std::size_t> positions(among.begin(), among.end());
  std::ranges::sort(positions);
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  for (const std::size_t position : positions) {
    Index::EdgeBands bands(areas[position]);
    if (bands.is_empty()) continue;
    index_->positions.push_back(position);
    index_->bands.push_back(std::move(bands));
  }
  index_->make_grid();
  if (!index_->bands.empty()) index_->fill(areas);
}

UnitLocator::~UnitLocator() = default;
UnitLocator::UnitLocator(UnitLocator&&) noexcept = default;
UnitLocator& UnitLocator::operator=(UnitLocator&&) noexcept = default;

std::optional<std::size_t> UnitLocator::at(const Point& point) const {
  const Index& index = *index_;
  const Grid& grid = index.grid;
  const double x = point.x(), y = point.y();
  if (grid.columns == 0 || !(x >= grid.west && x <= grid.east && y >= grid.south && y <= grid.north))
    return std::nullopt;
  const std::size_t cell = std::size_t{index.row_of(y)} * grid.columns + index.column_of(x);
  for (std::uint32_t i = index.first_entry[cell]; i < index.first_entry[cell + 1]; ++i) {
    const Index::Entry entry = index.entries[i];
    const std::uint32_t slot = Index::slot_of(entry);
    if (Index::is_whole(entry) || index.bands[slot].covers(x, y)) return index.positions[slot];
  }
  return std::nullopt;
}

const UnitLocator::Grid& UnitLocator::grid() const { return index_->grid; }

std::vector<UnitLocator::Candidate> UnitLocator::candidates() const {
  std::vector<Candidate> all;
  all.reserve(index_->entries.size());
  for (std::uint32_t cell = 0; cell + 1 < index_->first_entry.size(); ++cell)
    for (std::uint32_t i = index_->first_entry[cell]; i < index_->first_entry[cell + 1]; ++i) {
      const Index::Entry entry = index_->entries[i];
      all.push_back({cell, index_->positions[Index::slot_of(entry)], Index::is_whole(entry)});
    }
  return all;
}

}  // namespace vicinia::core::geom
