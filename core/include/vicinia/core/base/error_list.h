/// \file error_list.h
/// The errors of one file, so that a person can mend many at a time: the first of each kind, and how many there are.
/// Cost:    O(1) an error; no more than `most` of a kind are kept.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/core/base/error.h"

namespace vicinia::core {

class ErrorList {
 public:
  /// Of one kind. A file of a million bad rows must not fill the memory with what nobody reads.
  static constexpr std::size_t most = 200;

  void add(Error error) {
    if (++count_of_[error.code] <= most) errors_.push_back(std::move(error));
  }
  [[nodiscard]] bool empty() const { return errors_.empty(); }

  /// The first error, with the others behind it, each the cause of the one before; behind the last of a kind of which more were
  /// found than are kept stands AndOthers with the number of these.
  /// \pre !empty()
  [[nodiscard]] Error chained() && {
    std::shared_ptr<const Error> behind;
    for (std::size_t i = errors_.size(); i-- > 0;) {
      std::size_t& count = count_of_[errors_[i].code];
      if (count > most)
        behind = std::make_shared<const Error>(Error{.code = ErrorCode::and_others,
                                                     .detail = std::to_string(count - most) + "|",
                                                     .cause = std::move(behind)});
      count = 0;  // only behind the last of its kind
      errors_[i].cause = std::move(behind);
      behind = std::make_shared<const Error>(std::move(errors_[i]));
    }
    return *behind;
  }

 private:
  std::vector<Error> errors_;
  std::map<ErrorCode, std::size_t> count_of_;
};

}  // namespace vicinia::core
