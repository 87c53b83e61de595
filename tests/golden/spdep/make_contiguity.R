# Golden pairs of neighbours by spdep::poly2nb, which tests/gis/topology compares with core/topology.
# Run in this folder; the argument is the folder of the boundaries (see README.md):  Rscript make_contiguity.R DATA/boundaries
# Writes <name>_queen.csv and <name>_rook.csv: positions of the features in the file, from 0, a < b. No geometry.
suppressPackageStartupMessages({ library(sf); library(spdep) })
folder <- commandArgs(trailingOnly = TRUE)[1]
layers <- c(districts_2007 = "vnm_adm2_2007vintage_gadmv1_674.shp",
            hcmc = "hcmc_districts_shp/Population_District_Level.shp")
for (name in names(layers)) {
  areas <- st_transform(st_read(file.path(folder, layers[[name]]), quiet = TRUE), 32648)
  for (queen in c(TRUE, FALSE)) {
    neighbours <- suppressWarnings(poly2nb(areas, queen = queen))  # snap: the default, 1.5e-8 m
    pairs <- do.call(rbind, lapply(seq_along(neighbours), function(a) {
      b <- neighbours[[a]]
      b <- b[b > a]
      if (length(b) == 0) NULL else data.frame(a = a - 1L, b = b - 1L)
    }))
    write.csv(pairs, paste0(name, if (queen) "_queen" else "_rook", ".csv"), row.names = FALSE, quote = FALSE)
    cat(name, if (queen) "queen" else "rook", nrow(pairs), "pairs,", sum(card(neighbours) == 0), "without\n")
  }
}
