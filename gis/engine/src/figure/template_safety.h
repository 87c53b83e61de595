/// \file template_safety.h
/// A template is a stranger's document. What in it would run, fetch, or read a file that it names goes before QGIS sees it: HTML and its
/// scripts, expressions, values that data define, and sources on a network or outside the template's folder.
#pragma once

#include <QDomDocument>
#include <QString>
#include <string>
#include <vector>

namespace vicinia::gis::engine {

/// \return the kinds of what was taken out, in words; empty: nothing.
[[nodiscard]] std::vector<std::string> make_safe(QDomDocument& layout, const QString& folder);

}  // namespace vicinia::gis::engine
