/// \file error_sums.h
/// Many errors of few kinds, as one for each kind: the first, and behind it how many more there are (AndOthers).
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/core/base/error.h"

namespace vicinia::gis::io {

/// One error for each code, in the order of their first appearance, each the cause of the one before.
/// \pre !errors.empty()
[[nodiscard]] inline core::Error summed_up(const std::vector<core::Error>& errors) {
  constexpr std::size_t most_named = 2;  // beside the first
  std::vector<std::vector<const core::Error*>> kinds;
  for (const core::Error& error : errors) {
    auto kind =
        std::ranges::find_if(kinds, [&](const auto& others) { return others.front()->code == error.code; });
    if (kind == kinds.end()) kind = kinds.insert(kinds.end(), std::vector<const core::Error*>());
    kind->push_back(&error);
  }
  std::shared_ptr<const core::Error> behind;
  for (auto kind = kinds.rbegin(); kind != kinds.rend(); ++kind) {
    core::Error first = *kind->front();
    first.cause = std::move(behind);
    if (const std::size_t others = kind->size() - 1; others > 0) {
      std::string named;
      for (std::size_t i = 1; i <= std::min(others, most_named); ++i) {
        const core::Subject& subject = (*kind)[i]->subject;
        named += (i > 1 ? ", " : "") + (subject.row ? std::to_string(*subject.row) : std::string());
        if (!subject.id.empty()) named += (subject.row ? " (" : "") + subject.id + (subject.row ? ")" : "");
      }
      if (others > most_named) named += " …";
      first.cause =
          std::make_shared<const core::Error>(core::Error{.code = core::ErrorCode::and_others,
                                                          .detail = std::to_string(others) + "|" + named,
                                                          .cause = std::move(first.cause)});
    }
    behind = std::make_shared<const core::Error>(std::move(first));
  }
  return *behind;
}

}  // namespace vicinia::gis::io
