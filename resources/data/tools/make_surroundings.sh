#!/bin/sh
# Makes ../surroundings/surroundings.shp again, byte for byte. Needs node >= 18, npm and ogr2ogr (GDAL >= 3.6, with SpatiaLite).
# Usage: make_surroundings.sh [OUTPUT_FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$(mkdir -p "${1:-$here/../surroundings}" && cd "${1:-$here/../surroundings}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/package.json" "$work"
(cd "$work" && npm install --no-package-lock --ignore-scripts --no-audit --no-fund --silent)
node "$here/make_surroundings.mjs" "$work" "$work"

# The neighbours reach a little into Viet Nam, beneath its own units: borders of other sources leave no gap. Only where both are land:
# coasts stay as they are.
reach_deg=0.14
for layer in seas countries vietnam; do
  ogr2ogr -f GPKG -update -append "$work/all.gpkg" "$work/$layer.geojson" -nln "$layer" -nlt MULTIPOLYGON -a_srs EPSG:4326 2>/dev/null ||
    ogr2ogr -f GPKG "$work/all.gpkg" "$work/$layer.geojson" -nln "$layer" -nlt MULTIPOLYGON -a_srs EPSG:4326
done
rm -f "$out"/surroundings.*
# The date is stated because a .dbf otherwise carries the day on which it was written. From the lowest to the highest: seas, neighbours, Viet Nam.
ogr2ogr -f "ESRI Shapefile" "$out/surroundings.shp" "$work/all.gpkg" -nlt MULTIPOLYGON -a_srs EPSG:4326 \
  -lco ENCODING=UTF-8 -lco DBF_DATE_LAST_UPDATE=2011-09-01 -dialect sqlite -sql "
  SELECT CAST(code AS character(3)) AS code, CAST(name_vi AS character(30)) AS name_vi, CAST(name_en AS character(30)) AS name_en, geom FROM (
    SELECT 1 AS part, fid, code, name_vi, name_en, geom FROM seas
    UNION ALL
    SELECT 2 AS part, c.fid, c.code, c.name_vi, c.name_en,
      CASE WHEN ST_Distance(c.geom, v.geom) > $reach_deg THEN c.geom
      ELSE CastToMultiPolygon(CollectionExtract(ST_Union(c.geom, SimplifyPreserveTopology(ST_Intersection(v.geom, ST_Buffer(c.geom, $reach_deg, 2)), 0.002)), 3)) END AS geom
      FROM countries c, vietnam v
    UNION ALL
    SELECT 3 AS part, fid, code, name_vi, name_en, geom FROM vietnam)
  ORDER BY part, fid"
