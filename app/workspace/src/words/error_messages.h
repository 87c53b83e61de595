/// \file error_messages.h
/// The sentences for errors and findings: what happened and what to do, in both languages.
/// Places to be filled in: {id}, {field}, {detail}, and {1}, {2}, {3} for the parts of a detail "a|b|c".
#pragma once

#include "vicinia/core/base/error.h"

namespace vicinia::workspace::inline words {

struct Message {
  core::ErrorCode code;
  const char* what_en;
  const char* do_en;
  const char* what_vi;
  const char* do_vi;
};

/// By the code, and where the field at fault allows of better advice, by both.
[[nodiscard]] const Message& message_of(const core::Error& error);
/// Whether the field chose the sentence, and so does not name a column or key.
[[nodiscard]] bool is_special(const core::Error& error);

}  // namespace vicinia::workspace::inline words
