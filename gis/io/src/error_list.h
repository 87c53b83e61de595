/// \file error_list.h
/// The first errors of one file, so that a person can mend several at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "vicinia/core/base/error.h"

namespace vicinia::gis::io {

class ErrorList {
 public:
  static constexpr std::size_t most = 10;

  void add(core::Error error) {
    if (!full()) errors_.push_back(std::move(error));
  }
  [[nodiscard]] bool empty() const { return errors_.empty(); }
  [[nodiscard]] bool full() const { return errors_.size() >= most; }

  /// The first error, with the others behind it, each the cause of the one before.
  /// \pre !empty()
  [[nodiscard]] core::Error chained() && {
    for (std::size_t i = errors_.size() - 1; i > 0; --i)
      errors_[i - 1].cause = std::make_shared<const core::Error>(std::move(errors_[i]));
    return std::move(errors_.front());
  }

 private:
  std::vector<core::Error> errors_;
};

}  // namespace vicinia::gis::io
