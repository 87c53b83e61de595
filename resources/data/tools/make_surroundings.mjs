// Land and seas around Viet Nam from Natural Earth's countries; see ../surroundings/README.md.
// Usage: node make_surroundings.mjs FOLDER_WITH_NODE_MODULES OUTPUT_FOLDER
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTable } from './csv.mjs';

const [work, out] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(work, 'package.json'));
const clipping = require('polygon-clipping');

const SOURCE = 'world-atlas/countries-10m.json';
const SHA256 = '3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79';
const BOX = [[66, -14], [146, 48]];
const VIETNAM = '704';
// As close as this to Viet Nam, lines are as fine as the source; a degree is about 110 km.
const NEAR = [[101.5, 8], [112, 24.5]];
const TOLERANCE_DEG = { near: 0.004, far: 0.04 };
const LEAST_ISLAND_KM2 = { near: 20, far: 600 };
// Islands of the East Sea are not drawn as anybody's but Viet Nam's: maps show Hoàng Sa and Trường Sa in frames of their own.
const EAST_SEA = [[109.5, 6.5], [117.2, 17.6]];

const text = readFileSync(join(work, 'node_modules', SOURCE));
if (createHash('sha256').update(text).digest('hex') !== SHA256)
  throw new Error(`${SOURCE} is not the file that these data were made of`);
const atlas = JSON.parse(text);

const inside = ([[west, south], [east, north]], [x, y]) => x >= west && x <= east && y >= south && y <= north;

/// Douglas and Peucker, from the ends of an arc that neighbours share: both sides of a border keep the same vertices.
function simplified(points) {
  if (points.length < 3) return points;
  const [a, b] = [points[0], points.at(-1)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const tolerance = (p) => (inside(NEAR, p) ? TOLERANCE_DEG.near : TOLERANCE_DEG.far);
  const off = ([x, y]) => (length === 0 ? Math.hypot(x - a[0], y - a[1])
    : Math.abs((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / length) / tolerance([x, y]);
  let worst = 0;
  for (let i = 1; i < points.length - 1; ++i) if (worst === 0 || off(points[i]) > off(points[worst])) worst = i;
  if (off(points[worst]) <= 1) return [a, b];
  return [...simplified(points.slice(0, worst + 1)), ...simplified(points.slice(worst)).slice(1)];
}

const { scale, translate } = atlas.transform;
const arcs = atlas.arcs.map((arc) => {
  let [x, y] = [0, 0];
  return simplified(arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]));
});
const ringOf = (indices) => indices.flatMap((index, i) => {
  const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
  return i === 0 ? arc : arc.slice(1);
});
const polygonsOf = (shape) => (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).map((polygon) => polygon.map(ringOf));

const areaKm2 = (ring) => {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; ++i) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  const middle = ring.reduce((total, p) => total + p[1], 0) / ring.length;
  return Math.abs(sum / 2) * 111.3 ** 2 * Math.cos((middle * Math.PI) / 180);
};
const isWanted = (ring) => ring.length >= 4 && !ring.every((p) => inside(EAST_SEA, p)) &&
  areaKm2(ring) >= (ring.some((p) => inside(NEAR, p)) ? LEAST_ISLAND_KM2.near : LEAST_ISLAND_KM2.far);

const [[west, south], [east, north]] = BOX;
const box = [[[west, south], [east, south], [east, north], [west, north], [west, south]]];
const names = readTable(join(here, 'surroundings_countries.csv'));
const shapes = new Map();  // by name, that Hong Kong is a part of China
for (const row of names) {
  const found = atlas.objects.countries.geometries.filter((one) => one.id === row.iso && !one.properties.name.startsWith('Ashmore'));
  if (found.length !== 1) throw new Error(`${found.length} countries ${row.iso}`);
  const polygons = polygonsOf(found[0])
    .map(([outer, ...holes]) => [outer, ...holes.filter(isWanted)]).filter(([outer]) => isWanted(outer));
  if (polygons.length === 0) continue;
  const clipped = clipping.intersection(polygons, box);
  if (clipped.length === 0) continue;
  const key = row.iso === VIETNAM ? VIETNAM : row.name_vi || row.iso;
  const shape = shapes.get(key) ?? { code: row.iso, name_vi: row.name_vi, name_en: row.name_en, coordinates: [] };
  shape.coordinates = shape.coordinates.length === 0 ? clipped : clipping.union(shape.coordinates, clipped);
  shapes.set(key, shape);
}

const feature = ({ coordinates, ...properties }) => ({ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } });
const write = (file, features) =>
  writeFileSync(join(out, file), JSON.stringify({ type: 'FeatureCollection', name: file.split('.')[0], features }));
const seas = JSON.parse(readFileSync(join(here, 'surroundings_seas.json'))).map((sea) => feature({
  code: 'sea', name_vi: sea.name_vi, name_en: sea.name_en, coordinates: [[[...sea.ring, sea.ring[0]]]] }));
write('seas.geojson', seas);
write('countries.geojson', [...shapes.values()].filter((shape) => shape.code !== VIETNAM).map(feature));
write('vietnam.geojson', [feature(shapes.get(VIETNAM))]);
