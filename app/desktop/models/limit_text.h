/// \file limit_text.h
/// A threshold as it is typed and written: nothing, or a number of zero or more, in either language's way.
#pragma once

#include <QString>
#include <optional>

#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

struct TypedLimit {
  std::optional<double> value{};  ///< nothing where nothing is typed
  bool isNumber = true;           ///< false where what is typed is none, or is below zero
};
[[nodiscard]] TypedLimit parseLimit(const QString& text, workspace::Language language);
[[nodiscard]] QString limitText(const std::optional<double>& limit, workspace::Language language);

}  // namespace vicinia::desktop
