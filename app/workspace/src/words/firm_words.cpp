#include "vicinia/workspace/words/firm_words.h"

#include "base/phrase.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline words {

std::string firm_summary(std::uint64_t kept, std::uint64_t rows, std::size_t cells, std::size_t units,
                         std::size_t sectors, std::size_t years, Language language) {
  static constexpr Phrase told{
      "Đã tính {kept} trên {rows} dòng. Số ô có doanh nghiệp: {cells}; đơn vị: {units}; ngành: {sectors}; năm: {years}.",
      "{kept} of {rows} rows counted. Cells with firms: {cells}; units: {units}; sectors: {sectors}; years: {years}."};
  const auto number = [&](std::uint64_t count) {
    return number_text(static_cast<double>(count), 0, language);
  };
  return told.in(language, {{"{kept}", number(kept)},
                            {"{rows}", number(rows)},
                            {"{cells}", number(cells)},
                            {"{units}", number(units)},
                            {"{sectors}", number(sectors)},
                            {"{years}", number(years)}});
}

}  // namespace vicinia::workspace::inline words
