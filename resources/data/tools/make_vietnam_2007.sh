#!/bin/sh
# Makes the generated files of ../vietnam-2007 again, byte for byte. Needs node >= 18, npm and ogr2ogr (GDAL >= 3.6).
# Usage: make_vietnam_2007.sh [OUTPUT_FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$(mkdir -p "${1:-$here/../vietnam-2007}" && cd "${1:-$here/../vietnam-2007}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/package.json" "$work"
(cd "$work" && npm install --no-package-lock --ignore-scripts --no-audit --no-fund --silent)
node "$here/make_vietnam_2007.mjs" "$work" "$here/../vietnam-2007" "$out"

rm -f "$out"/provinces.shp "$out"/provinces.shx "$out"/provinces.dbf "$out"/provinces.prj "$out"/provinces.cpg
# The date is stated because a .dbf otherwise carries the day on which it was written.
ogr2ogr -f "ESRI Shapefile" "$out/provinces.shp" "$work/provinces.geojson" -nlt MULTIPOLYGON -a_srs EPSG:4326 \
  -lco ENCODING=UTF-8 -lco DBF_DATE_LAST_UPDATE=2011-09-01 \
  -sql "SELECT CAST(code AS character(2)), CAST(name_vi AS character(40)), CAST(type_vi AS character(12)), CAST(name_en AS character(40)), CAST(iso AS character(5)) FROM provinces"
