/// \file stamp.h
/// Puts a figure's metadata into a picture that is written already. TIFF gets its own when it is written; PDF: finished_pdf.h.
/// Errors:  the text of what is wrong, for a person; empty: done.
#pragma once

#include <QImage>
#include <QString>

#include "figure/xmp.h"

namespace vicinia::gis::engine {

/// As a chunk of uncompressed international text.
[[nodiscard]] QString stamp_png(const QString& file, const AboutFigure& about);
/// Deflated, with its resolution.
[[nodiscard]] QString write_tiff(const QImage& image, double dpi, const QString& file,
                                 const AboutFigure& about);

}  // namespace vicinia::gis::engine
