/// \file manifest_words.h
/// What a manifest calls itself, and the words of its choices: the same where it is read and where it is written.
#pragma once

#include "vicinia/gis/files/json_section.h"
#include "vicinia/gis/io/manifest.h"

namespace vicinia::gis::io {

using files::Choices;
using files::Json;
using files::Names;
using files::quoted;
using files::Section;

inline constexpr const char* manifest_format = "vicinia-dataset";
inline constexpr int newest_manifest_version = 2;

inline const Choices<core::Denominator> denominators{
    {"all_employment", core::Denominator::all_employment},
    {"manufacturing", core::Denominator::manufacturing},
    {"stated_in_source", core::Denominator::stated_in_source}};
inline const Choices<core::Completeness> completenesses{
    {"published_list", core::Completeness::published_list},
    {"complete_matrix", core::Completeness::complete_matrix}};
inline const Choices<ShareNotation> share_notations{{"per_cent", ShareNotation::per_cent},
                                                    {"fraction", ShareNotation::fraction}};

}  // namespace vicinia::gis::io
