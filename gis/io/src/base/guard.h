/// \file guard.h
/// The edge at which exceptions of libraries, and of memory, turn into an Error.
#pragma once

#include <exception>
#include <new>
#include <type_traits>
#include <utility>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

/// Calls `work`, which returns a Result; whatever it throws comes back as Internal with the file's name.
template <class Work>
[[nodiscard]] auto guarded(const std::string& file, Work&& work) -> std::invoke_result_t<Work> {
  try {
    return std::forward<Work>(work)();
  } catch (const std::bad_alloc&) {
    return core::fail(
        {.code = core::ErrorCode::file_not_readable, .subject = {.file = file}, .detail = "out of memory"});
  } catch (const std::exception& e) {
    return core::fail({.code = core::ErrorCode::internal, .subject = {.file = file}, .detail = e.what()});
  }
}

}  // namespace vicinia::gis::io
