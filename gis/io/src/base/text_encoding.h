/// \file text_encoding.h
/// In which encoding the text of one file is read: what a person states counts most, then what the bytes say for certain, then what the
/// file states, then UTF-8 where the bytes are that, else ISO 8859-1.
/// Errors:   BadEncoding (field "unknown": nobody here knows the encoding that a person states).
/// Findings: EncodingRecognised, EncodingMisstated, EncodingOverridden, EncodingDoubted.
/// Cost:     that of core/text/encoding_guess.h.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

/// By any of their usual names; empty: nothing is stated.
struct StatedEncodings {
  std::string by_person{}, by_file{};
};

struct EncodingChoice {
  std::string encoding{};   ///< for decoded()
  bool is_assumed = false;  ///< nobody states it, nor do the bytes tell
  std::vector<core::Finding> findings{};
};

/// \param texts  raw bytes; those of ASCII alone may be left out
[[nodiscard]] core::Result<EncodingChoice> choose_encoding(std::span<const std::string> texts,
                                                           const StatedEncodings& stated,
                                                           const std::string& file);

/// Whether encodings could differ about it.
[[nodiscard]] bool is_beyond_ascii(std::string_view text);

}  // namespace vicinia::gis::io
