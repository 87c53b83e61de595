/// \file firm_words.h
/// What is told of a register of firms once it is counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

/// "999,998 of 1,000,000 rows counted: 34,120 cells with firms, of 674 units, 40 sectors and 1 year."
[[nodiscard]] std::string firm_summary(std::uint64_t kept, std::uint64_t rows, std::size_t cells,
                                       std::size_t units, std::size_t sectors, std::size_t years,
                                       Language language);

}  // namespace vicinia::workspace::inline words
