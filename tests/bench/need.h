/// \file need.h
/// A benchmark cannot go on without: the value, or the end of the program with the reason.
#pragma once

#include <cstdlib>
#include <iostream>
#include <utility>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::bench_support {

[[noreturn]] inline void give_up(const core::Error& error) {
  std::cerr << workspace::error_text(error, workspace::Language::en) << '\n';
  std::exit(1);
}

template <class T>
T need(core::Result<T> result) {
  if (!result) give_up(result.error());
  return std::move(*result);
}

}  // namespace vicinia::bench_support
