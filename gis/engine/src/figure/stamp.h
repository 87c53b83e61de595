/// \file stamp.h
/// Puts a figure's metadata into a file that is written already. TIFF gets its own when it is written.
/// Errors:  the text of what is wrong, for a person; empty: done.
#pragma once

#include <QImage>
#include <QString>

#include "figure/xmp.h"

namespace vicinia::gis::engine {

/// As an incremental update: what is there stays as it is.
[[nodiscard]] QString stamp_pdf(const QString& file, const AboutFigure& about);
/// As a chunk of uncompressed international text.
[[nodiscard]] QString stamp_png(const QString& file, const AboutFigure& about);
/// Deflated, with its resolution.
[[nodiscard]] QString write_tiff(const QImage& image, double dpi, const QString& file,
                                 const AboutFigure& about);

}  // namespace vicinia::gis::engine
