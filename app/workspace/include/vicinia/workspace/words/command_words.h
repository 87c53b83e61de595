/// \file command_words.h
/// What is undone and done again, in both languages.
#pragma once

#include <string>

#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline words {

/// For menus: "Undo change of sector".
[[nodiscard]] std::string command_text(CommandName name, Language language);

}  // namespace vicinia::workspace::inline words
