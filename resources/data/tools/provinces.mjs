// The 63 provinces of Natural Earth, with the districts that it draws in a neighbouring province put where they belong.
import { distanceKm, nearestCell, polygonContains, polygonsOf } from './plane.mjs';

/// A seat further than this from its own province is a fault of the outlines, not of their coarseness.
export const TOLERANCE_KM = 3;
const SAME_POINT_DEG = 1e-9;

export function readProvinces(naturalEarth, table) {
  const byIso = new Map(naturalEarth.features.filter((f) => f.properties.iso_a2 === 'VN')
    .map((f) => [f.properties.iso_3166_2, polygonsOf(f.geometry)]));
  return new Map(table.map((row) => {
    if (!byIso.has(row.iso)) throw new Error(`Natural Earth has no ${row.iso}`);
    return [row.code, byIso.get(row.iso)];
  }));
}

const boxOf = (polygons) => {
  const points = polygons.flat(2);
  const [x, y] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return [[Math.min(...x) - 1, Math.min(...y) - 1], [Math.max(...x) + 1, Math.max(...y) + 1]];
};

const nearest = (candidates, polygonsOfOne, point) => candidates
  .map((candidate) => ({ candidate, km: distanceKm(polygonsOfOne(candidate), point) }))
  .reduce((best, next) => (next.km < best.km ? next : best));

/// Moves every misplaced seat, with what is nearest to it of the piece of land that it lies in, from the province
/// around it to its own one.
export function correct(provinces, seats, clipping) {
  const before = new Map(provinces);
  const moves = [];
  for (const seat of seats) {
    const point = [seat.lon, seat.lat];
    if (distanceKm(before.get(seat.province), point) <= TOLERANCE_KM) continue;
    const { candidate: [from, polygons], km } = nearest([...before], ([, p]) => p, point);
    if (km > TOLERANCE_KM) continue;  // an island that is not drawn at all
    const part = nearest(polygons, (polygon) => [polygon], point).candidate;
    const rivals = seats.filter((s) => s !== seat && polygonContains(part, [s.lon, s.lat]));
    const cell = nearestCell(point, rivals.map((s) => [s.lon, s.lat]), boxOf([part]));
    moves.push({ code: seat.code, from, to: seat.province, piece: clipping.intersection([part], [cell]) });
  }
  for (const { from, to, piece } of moves) {
    provinces.set(from, clipping.difference(provinces.get(from), piece));
    provinces.set(to, clipping.union(provinces.get(to), piece));
  }
  shareVertices(provinces, before);
  return moves;
}

/// Where a move has put a new vertex on a border, the province on the other side gets it too:
/// neighbours keep sharing whole edges.
function shareVertices(provinces, before) {
  const key = ([x, y]) => `${x},${y}`;
  const old = new Set([...before.values()].flat(3).map(key));
  const fresh = [...new Map([...provinces.values()].flat(3).filter((p) => !old.has(key(p))).map((p) => [key(p), p])).values()];
  for (const [code, polygons] of provinces)
    provinces.set(code, polygons.map((polygon) => polygon.map((ring) => ring.flatMap((a, i) => {
      const b = ring[i + 1];
      if (b === undefined) return [a];
      const length2 = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
      const along = (p) => ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length2;
      const off = (p) => Math.abs((p[0] - a[0]) * (b[1] - a[1]) - (p[1] - a[1]) * (b[0] - a[0])) / Math.sqrt(length2);
      const between = fresh.filter((p) => along(p) > 0 && along(p) < 1 && off(p) < SAME_POINT_DEG &&
                                          key(p) !== key(a) && key(p) !== key(b));
      return [a, ...between.sort((p, q) => along(p) - along(q))];
    }))));
}
