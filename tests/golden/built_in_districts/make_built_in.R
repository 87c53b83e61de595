# Golden values of the built-in districts, which tests/gis/topology/built_in_test.cpp compares with core/topology.
# Run in this folder:  Rscript make_built_in.R
# Writes  queen.csv, rook.csv   pairs of neighbours by spdep::poly2nb: positions of the features in the file, from 0, a < b;
#         borders.csv           metres of line that the boundaries of two districts have in common, by GEOS;
#         provinces.csv         square metres of the union of each province's districts, and the parts it has, by GEOS.
suppressPackageStartupMessages({ library(sf); library(spdep) })
areas <- st_transform(st_read("../../../resources/data/vietnam-2007/districts.shp", quiet = TRUE), 32648)
stopifnot(all(st_is_valid(areas)))

write_pairs <- function(pairs, file) {
  pairs <- pairs[order(pairs$a, pairs$b), ]
  write.csv(pairs, file, row.names = FALSE, quote = FALSE)
  cat(file, nrow(pairs), "rows\n")
}
for (queen in c(TRUE, FALSE)) {
  neighbours <- suppressWarnings(poly2nb(areas, queen = queen))  # snap: the default, 1.5e-8 m
  pairs <- do.call(rbind, lapply(seq_along(neighbours), function(a) {
    b <- neighbours[[a]]
    b <- b[b > a]
    if (length(b) == 0) NULL else data.frame(a = a - 1L, b = b - 1L)
  }))
  write_pairs(pairs, if (queen) "queen.csv" else "rook.csv")
  cat(sum(card(neighbours) == 0), "without\n")
}

lines <- st_cast(st_boundary(st_geometry(areas)), "MULTILINESTRING")
near <- st_intersects(st_geometry(areas))
shared <- do.call(rbind, lapply(seq_along(near), function(a) {
  b <- near[[a]]
  b <- b[b > a]
  metres <- vapply(b, function(other) {
    common <- st_intersection(lines[a], lines[other])
    if (length(common) == 0) 0 else as.numeric(sum(st_length(common)))
  }, 0)
  b <- b[metres > 0]
  if (length(b) == 0) NULL else data.frame(a = a - 1L, b = b - 1L, length_m = sprintf("%.6f", metres[metres > 0]))
}))
write_pairs(shared, "borders.csv")

codes <- sort(unique(areas$province))
provinces <- do.call(rbind, lapply(codes, function(code) {
  # on a grid of 1 mm: else a side and the vertices upon it stay apart by rounding, and one province falls into two parts
  whole <- st_union(st_set_precision(st_geometry(areas)[areas$province == code], 1000))
  data.frame(province = code, area_m2 = sprintf("%.3f", as.numeric(st_area(whole))), parts = length(st_cast(whole, "POLYGON")))
}))
write.csv(provinces, "provinces.csv", row.names = FALSE, quote = FALSE)
cat("provinces.csv", nrow(provinces), "rows\n")
print(sf_extSoftVersion()[c("GEOS", "GDAL", "PROJ")])
cat("spdep", as.character(packageVersion("spdep")), "sf", as.character(packageVersion("sf")), R.version.string, "\n")
