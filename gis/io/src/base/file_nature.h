/// \file file_nature.h
/// What a file is that cannot be used, told by its first bytes: a file says more of itself than the reader that gave up.
/// Missing: "" where nothing is known of it.
/// Cost:    reads some hundred bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vicinia::gis::io {

/// How many of the first bytes are looked at.
inline constexpr std::size_t nature_bytes = 1024;

/// "file:empty", "file:utf16", "file:html" …: stands as subject.field of an error, and is one of the natures for which
/// app/workspace has a sentence. `begin`: the first nature_bytes, or all of a shorter file.
[[nodiscard]] std::string nature_of(std::string_view begin, std::uint64_t size);

/// The same of a file as GDAL names it ("/vsizip/…").
[[nodiscard]] std::string nature_of_file(const std::string& file);

/// Whether text of XML (KML, GML …) declares entities of its own, which stand for other texts or files. Cost: reads 64 KiB.
[[nodiscard]] bool declares_entities(const std::string& file);

}  // namespace vicinia::gis::io
