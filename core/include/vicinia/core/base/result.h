/// \file result.h
/// A value or an Error. `return fail({.code = …})` makes the second.
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "vicinia/core/base/error.h"

namespace vicinia::core {

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace vicinia::core
