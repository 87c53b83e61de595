#!/usr/bin/env bash
# Makes districts.shp from seats.csv and provinces.shp with the product's own tool; the same input gives the same bytes.
#   make_districts.sh [FOLDER] [PROGRAM]      default: ../vietnam-2007 and build/release/bin/vicinia
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:-$here/../vietnam-2007}
program=${2:-$here/../../../build/release/bin/vicinia}
"$program" thiessen --points "$folder/seats.csv" --within "$folder/provinces.shp" --by province --where drawn=yes \
  --fields code,name_vi,name_en,type_vi,province,province_2007:prov_2007,seat,origin \
  --out "$folder/districts.shp"
