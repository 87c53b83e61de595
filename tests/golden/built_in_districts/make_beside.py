#!/usr/bin/env python3
"""beside.csv: pairs of built-in districts whose boundaries run within 1 mm of each other, and along how many metres, by GEOS. A vertex upon
a neighbour's side is off it by rounding, so that borders.csv, which has what coincides exactly, lacks such borders or parts of them.

    /usr/bin/python3 make_beside.py
"""
import csv
import pathlib

import shapely
from osgeo import ogr, osr
from shapely import geos, wkb
from shapely.prepared import prep

ogr.UseExceptions()
HERE = pathlib.Path(__file__).parent
WITHIN_M = 0.001
layer_file = ogr.Open(str(HERE / "../../../resources/data/vietnam-2007/districts.shp"))
layer = layer_file.GetLayer(0)
source, target = layer.GetSpatialRef(), osr.SpatialReference()
target.ImportFromEPSG(32648)
for crs in (source, target):
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
to_metres = osr.CoordinateTransformation(source, target)

lines, zones = [], []
for feature in layer:
    area = feature.geometry().Clone()
    area.Transform(to_metres)
    lines.append(wkb.loads(bytes(area.ExportToWkb())).boundary)
    zones.append(lines[-1].buffer(WITHIN_M))

with open(HERE / "beside.csv", "w", newline="") as out:
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["a", "b", "length_m"])
    rows = 0
    for a, line in enumerate(lines):
        ready = prep(line)
        for b in range(a + 1, len(lines)):
            if not ready.intersects(zones[b]):
                continue
            metres = line.intersection(zones[b]).length
            if metres > 1:  # at a corner, lines are that close for some millimetres
                table.writerow([a, b, f"{metres:.2f}"])
                rows += 1
print(rows, "pairs; shapely", shapely.__version__, "GEOS", ".".join(map(str, geos.geos_version)))
