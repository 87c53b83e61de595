/// \file page_file.h
/// The page's template (resources/web) with style, program and data put into it.
/// Errors:  FolderNotFound, FileNotReadable; BadDocument, where a template lacks a place that is to be filled.
#pragma once

#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline web {

/// `title` is a text, `data` is the result of text_for_script. The page's policy allows no request, and no program or style
/// but those that are in it, by their hashes.
[[nodiscard]] core::Result<std::string> page_file(Language language, const std::string& title,
                                                  const std::string& data);

}  // namespace vicinia::workspace::inline web
