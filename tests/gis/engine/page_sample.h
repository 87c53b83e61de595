/// \file page_sample.h
/// A page with everything on it and the longest texts of the built-in data: what fits here fits everywhere.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::test {

/// `language`: "vi", "en" or "both".
[[nodiscard]] gis::map::FigureSpec page_sample(const std::filesystem::path& source,
                                               std::string_view template_id, std::string_view language,
                                               gis::map::FigureFormat format,
                                               const std::filesystem::path& target);

/// What a program prints.
[[nodiscard]] std::string printed_by(const std::string& command);
[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

}  // namespace vicinia::test
