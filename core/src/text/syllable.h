/// \file syllable.h
/// How like Vietnamese a word is, by how its syllables are written.
/// Source: initial, glide, vowel, final and tone as the orthography has them (k, gh, ngh before e, ê, i, y; stops with two tones);
///         frequencies of letters with marks: the names of the 3,321 communes of 2025.
/// Cost:   O(letters).
#pragma once

#include <cstdint>
#include <string_view>

namespace vicinia::core::text {

enum class Plausibility : std::uint8_t {
  syllable,  ///< could stand in a dictionary, whether it does or not
  highland,  ///< initials and finals that Vietnamese lacks, in names of the Central Highlands: "Krông", "Đắk"
  letters,  ///< of the alphabet, one tone, but no syllable
  wrong     ///< other letters, two tones, or capitals within it
};

/// \pre word is in normalization form C, and letters alone
[[nodiscard]] Plausibility plausibility(std::u32string_view word);

/// Parts in a thousand of all letters with marks; 0: no such letter. Case makes no difference.
[[nodiscard]] int letter_frequency(char32_t letter);

/// "Ville", "VILLE", "ville": no capital behind a small letter.
[[nodiscard]] bool is_cased_well(std::u32string_view word);

}  // namespace vicinia::core::text
