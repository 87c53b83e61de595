#!/bin/sh
# Makes the generated files of ../vietnam-2025 again from those of ../vietnam-2007, byte for byte. Needs ogr2ogr (GDAL >= 3.6) and vicinia.
# Usage: make_vietnam_2025.sh VICINIA [OUTPUT_FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
vicinia=$(realpath "$1")
out=$(mkdir -p "${2:-$here/../vietnam-2025}" && cd "${2:-$here/../vietnam-2025}" && pwd)
from=$(cd "$here/../vietnam-2007" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Which of the 34 each of the 63 became part of; outlines without the borders between them; their names.
ogr2ogr -f GPKG old.gpkg -nlt MULTIPOLYGON "$from/provinces.shp" -nln old -dialect sqlite \
  -sql "SELECT p.geometry, c.\"to\" AS code FROM provinces p JOIN '$from/crosswalk_2025.csv'.crosswalk_2025 c ON p.code = c.\"from\""
"$vicinia" dissolve --boundaries old.gpkg --by code --out new.gpkg --out-crs EPSG:4326
rm -f "$out"/provinces.*
ogr2ogr -f "ESRI Shapefile" "$out/provinces.shp" new.gpkg -nlt MULTIPOLYGON -lco ENCODING=UTF-8 \
  -lco DBF_DATE_LAST_UPDATE=2025-07-01 -dialect indirect_sqlite \
  -sql "SELECT n.geom, CAST(t.code AS character(2)) AS code, CAST(t.name_vi AS character(40)) AS name_vi, CAST(t.kind AS character(12)) AS kind, CAST(t.name_en AS character(40)) AS name_en FROM new n JOIN '$from/provinces_2025.csv'.provinces_2025 t ON n.code = t.code ORDER BY t.code"

# What the published list says of their districts, summed; where one value is not published, the sum is not.
ogr2ogr -f CSV observations.csv "$from/observations.csv" -dialect sqlite \
  -sql "SELECT c.\"to\" AS unit_code, o.sector_no, CASE WHEN count(nullif(o.enterprises, '')) = count(*) THEN sum(CAST(o.enterprises AS integer)) END AS enterprises, CASE WHEN count(nullif(o.smes, '')) = count(*) THEN sum(CAST(o.smes AS integer)) END AS smes, CASE WHEN count(nullif(o.fdi_enterprises, '')) = count(*) THEN sum(CAST(o.fdi_enterprises AS integer)) END AS fdi_enterprises, CASE WHEN count(nullif(o.employees, '')) = count(*) THEN sum(CAST(o.employees AS integer)) END AS employees FROM observations o JOIN '$from/seats.csv'.seats s ON o.unit_code = s.code JOIN '$from/crosswalk_2025.csv'.crosswalk_2025 c ON s.province = c.\"from\" WHERE o.row_kind = 'district' GROUP BY c.\"to\", o.sector_no ORDER BY c.\"to\", min(CAST(o.source_line AS integer))"
mv observations.csv "$out/observations.csv"
cp "$from/sectors.csv" "$out/sectors.csv"
