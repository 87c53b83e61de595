/// \file xmp.h
/// What a figure says about itself, as an XMP packet: title, author, language, and the view that it came from. XMP is the one
/// form that PDF, SVG, PNG and TIFF all have a place for, and that any program can find by scanning.
#pragma once

#include <QByteArray>
#include <string>

namespace vicinia::gis::engine {

struct AboutFigure {
  std::string title{}, author{}, subject{}, language{};
  std::string view{};  ///< kept as base64, which nothing that copies XMP can change
};

/// The rdf wrapper alone: for SVG.
[[nodiscard]] QByteArray xmp_element(const AboutFigure& about);
/// With the markers that scanners look for.
[[nodiscard]] QByteArray xmp_packet(const AboutFigure& about);

}  // namespace vicinia::gis::engine
