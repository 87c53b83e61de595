/// \file expect_error.h
/// Says what came instead of the expected value or Error.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "vicinia/core/base/error.h"

namespace vicinia::test {

inline std::string text_of(const core::Error& error) {
  return std::string(core::name_of(error.code)) + " file=" + error.subject.file +
         " row=" + (error.subject.row ? std::to_string(*error.subject.row) : "-") +
         " field=" + error.subject.field + " id=" + error.subject.id + " detail=" + error.detail;
}

inline std::size_t length_of_chain(const core::Error& error) {
  std::size_t length = 1;
  for (const core::Error* at = error.cause.get(); at != nullptr; at = at->cause.get()) ++length;
  return length;
}

}  // namespace vicinia::test

namespace vicinia::core {
inline void PrintTo(ErrorCode code, std::ostream* out) { *out << name_of(code); }
}  // namespace vicinia::core

#define ASSERT_VALUE(result) ASSERT_TRUE((result).has_value()) << ::vicinia::test::text_of((result).error())
#define ASSERT_ERROR(result, expected)                                   \
  ASSERT_FALSE((result).has_value()) << "a value came";                  \
  ASSERT_EQ((result).error().code, ::vicinia::core::ErrorCode::expected) \
      << ::vicinia::test::text_of((result).error())
