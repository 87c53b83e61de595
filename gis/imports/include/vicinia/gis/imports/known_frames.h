/// \file known_frames.h
/// The frames of Viet Nam that come with the program: districts of 2007 in their provinces, communes of 2025 in theirs, and what else their
/// units are called. Boundaries and tables that have names alone get their codes.
/// Source:  data/vietnam-2007 and data/frames of the program's resources.
/// Missing: a file that is not installed: its frame is left out.
/// Cost:    O(units).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/matching/unit_matching.h"

namespace vicinia::gis::imports {

struct KnownFrame {
  std::string id{};       ///< "2007", "2025"
  std::string vintage{};  ///< from which day it holds, ISO 8601
  core::admin::Frame frame{};
};

/// \param resources  the folder of the program's resources
[[nodiscard]] std::vector<KnownFrame> known_frames(const std::filesystem::path& resources);

/// What else units are called, for whichever units of the frame have the name.
[[nodiscard]] std::vector<core::matching::OtherName> other_names(const std::filesystem::path& resources,
                                                                 const core::admin::Frame& frame);

}  // namespace vicinia::gis::imports
