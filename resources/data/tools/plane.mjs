// Plane geometry on longitudes and latitudes: enough to tell where a seat lies and which part of a province is its own.
const KM_PER_DEGREE = 111.2;
const GRID_DECIMALS = 9;

export const polygonsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);

function ringContains(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export const polygonContains = (polygon, point) =>
  ringContains(polygon[0], point) && !polygon.slice(1).some((hole) => ringContains(hole, point));

const contains = (polygons, point) => polygons.some((polygon) => polygonContains(polygon, point));

/// 0 inside, else the distance to the nearest border.
export function distanceKm(polygons, [x, y]) {
  if (contains(polygons, [x, y])) return 0;
  const scale = Math.cos((y * Math.PI) / 180);
  let best = Infinity;
  for (const ring of polygons.flat())
    for (let i = 1; i < ring.length; ++i) {
      const [ax, ay] = [(ring[i - 1][0] - x) * scale, ring[i - 1][1] - y];
      const [bx, by] = [(ring[i][0] - x) * scale, ring[i][1] - y];
      const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length2));
      best = Math.min(best, Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)));
    }
  return best * KM_PER_DEGREE;
}

/// The points of the box that are nearer to `site` than to any of `others`: a convex ring. Distances are measured as
/// at the middle of the box, and corners are put on a grid: neighbouring cells of one box have the very same border.
export function nearestCell(site, others, [[west, south], [east, north]]) {
  const scale2 = Math.cos(((south + north) / 2) * (Math.PI / 180)) ** 2;
  let ring = [[west, south], [east, south], [east, north], [west, north]];
  for (const other of others) {
    const normal = [(other[0] - site[0]) * scale2, other[1] - site[1]];
    const middle = [(other[0] + site[0]) / 2, (other[1] + site[1]) / 2];
    const side = ([x, y]) => normal[0] * (x - middle[0]) + normal[1] * (y - middle[1]);
    const kept = [];
    ring.forEach((point, i) => {
      const next = ring[(i + 1) % ring.length];
      const [a, b] = [side(point), side(next)];
      if (a <= 0) kept.push(point);
      if (a < 0 !== b < 0 && a !== b) {
        const t = a / (a - b);
        kept.push([point[0] + t * (next[0] - point[0]), point[1] + t * (next[1] - point[1])]);
      }
    });
    ring = kept;
  }
  const onGrid = ring.map((point) => point.map((value) => Number(value.toFixed(GRID_DECIMALS))));
  return [...onGrid, onGrid[0]];
}
