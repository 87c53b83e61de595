// Which encoding text is in, told from its bytes.
#include "vicinia/core/text/encoding_guess.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "letters.h"

namespace vicinia::core::text {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

/// The second column of a table whose first cells are not in quotes.
Texts second_column(const fs::path& file) {
  std::ifstream in(file);
  Texts names;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::size_t begin = line.find(',') + 1;
    if (begin == 0 || begin >= line.size() || line[begin] == '"') continue;
    names.push_back(line.substr(begin, line.find(',', begin) - begin));
  }
  return names;
}

Texts districts() {
  return second_column(fs::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007" / "seats.csv");
}

/// As files of the encoding have them.
std::string in_file(const std::string& name, Encoding encoding) {
  const auto bytes = from_utf8(encoding == Encoding::tcvn3 ? with_small_toned_letters(name) : name, encoding);
  return bytes ? *bytes : "?";
}

/// In code page 1258 as a keyboard writes it: every tone beside its letter.
std::string with_tones_apart(const std::string& name) {
  const auto decomposed = [](std::string_view pairs, std::string text) {
    const Texts words = words_of(pairs);
    for (std::size_t i = 0; i + 1 < words.size(); i += 2)
      for (std::size_t at = 0; (at = text.find(words[i], at)) != std::string::npos; at += words[i + 1].size())
        text.replace(at, words[i].size(), words[i + 1]);
    return text;
  };
  // Those few that the code page has as one.
  std::string text = name;
  for (const auto& [from, to] : {std::pair{"\xE0", "a\xCC"},
                                 {"\xE1", "a\xEC"},
                                 {"\xE8", "e\xCC"},
                                 {"\xE9", "e\xEC"},
                                 {"\xED", "i\xEC"},
                                 {"\xF3", "o\xEC"},
                                 {"\xF9", "u\xCC"},
                                 {"\xFA", "u\xEC"}})
    text = decomposed(std::string(from) + " " + to, text);
  return text;
}

struct Rate {
  std::size_t tried = 0, right = 0, certain = 0, names_right = 0, names = 0;
};

void expect_right(const Texts& names, const std::string& what, std::size_t sample) {
  constexpr std::size_t samples = 400;
  for (const Encoding encoding : vietnamese_encodings)
    for (const bool apart : {false, true}) {
      if (apart && encoding != Encoding::windows1258) continue;
      std::mt19937 random(2025);
      Rate rate;
      for (std::size_t i = 0; i < samples; ++i) {
        Texts chosen, bytes;
        std::ranges::sample(names, std::back_inserter(chosen), static_cast<std::ptrdiff_t>(sample), random);
        for (const std::string& name : chosen) {
          bytes.push_back(in_file(name, encoding));
          if (apart) bytes.back() = with_tones_apart(bytes.back());
        }
        const EncodingGuess guess = guess_encoding(bytes);
        ++rate.tried;
        rate.right += guess.encoding == encoding && guess.certainty != Certainty::cannot_be_told ? 1 : 0;
        rate.certain += guess.certainty == Certainty::certain ? 1 : 0;
        for (std::size_t k = 0; k < chosen.size(); ++k) {
          ++rate.names;
          rate.names_right += to_utf8(bytes[k], guess.encoding) == chosen[k] ? 1 : 0;
        }
      }
      const double right = 100.0 * static_cast<double>(rate.right) / static_cast<double>(rate.tried);
      std::cout << what << ", samples of " << sample << ", " << name_of(encoding)
                << (apart ? ", tones apart" : "") << ": " << right << " % right, "
                << 100.0 * static_cast<double>(rate.certain) / static_cast<double>(rate.tried)
                << " % certain; names as they were: "
                << 100.0 * static_cast<double>(rate.names_right) / static_cast<double>(rate.names) << " %\n";
      if (sample >= 50) {
        EXPECT_GE(right, 99) << name_of(encoding);
        EXPECT_GE(static_cast<double>(rate.names_right), 0.99 * static_cast<double>(rate.names))
            << name_of(encoding);
      }
    }
}

TEST(EncodingGuess, IsRightForDistricts) {
  const Texts names = districts();
  ASSERT_GT(names.size(), 670U);
  expect_right(names, "districts of 2007", 50);
  expect_right(names, "districts of 2007", 10);
}

TEST(EncodingGuess, IsRightForCommunes) {
  const fs::path file = fs::path(VICINIA_SHARED_DATA_DIR) / "frames" / "communes_2025.csv";
  if (!fs::exists(file)) GTEST_SKIP() << "needs ../shared/data/frames/communes_2025.csv";
  expect_right(second_column(file), "communes of 2025", 50);
}

TEST(EncodingGuess, IsRightForNamesInCapitals) {
  const Texts names{"HÀ NỘI",   "HẢI PHÒNG", "ĐÀ NẴNG",    "THÁI BÌNH", "BẮC KẠN",
                    "ĐỒNG NAI", "KHÁNH HÒA", "QUẢNG NGÃI", "ĐẮK LẮK",   "CẦN THƠ"};
  for (const Encoding encoding : vietnamese_encodings) {
    Texts bytes;
    for (const std::string& name : names) bytes.push_back(in_file(name, encoding));
    const EncodingGuess guess = guess_encoding(bytes);
    EXPECT_EQ(guess.encoding, encoding) << name_of(encoding);
    EXPECT_EQ(guess.certainty, Certainty::certain) << name_of(encoding);
    for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(to_utf8(bytes[i], guess.encoding), names[i]);
  }
}

TEST(EncodingGuess, CannotTellAscii) {
  const EncodingGuess guess = guess_encoding(Texts{"Hanoi", "Da Nang", "District 12", ""});
  EXPECT_EQ(guess.encoding, Encoding::utf8);
  EXPECT_EQ(guess.certainty, Certainty::cannot_be_told);
  EXPECT_TRUE(guess.samples.empty());
  EXPECT_FALSE(guess.stated_is_wrong);
  const EncodingGuess stated = guess_encoding(Texts{"Hanoi"}, Encoding::windows1252);
  EXPECT_EQ(stated.encoding, Encoding::windows1252);
  EXPECT_FALSE(stated.stated_is_wrong);
  EXPECT_EQ(guess_encoding(Texts{}).certainty, Certainty::cannot_be_told);
}

const Texts& western() {
  static const Texts names{"Orléans",   "Besançon", "Saint-Étienne", "Nîmes",       "Alès",    "Sète",
                           "Côte-d'Or", "Ardèche",  "Drôme",         "Isère",       "Hérault", "Lozère",
                           "Évreux",    "Châlons",  "Angoulême",     "Béziers",     "Mâcon",   "Épinal",
                           "Rhône",     "Saône",    "Finistère",     "Puy-de-Dôme", "Vendée",  "Corrèze",
                           "München",   "Köln",     "Málaga"};
  return names;
}

TEST(EncodingGuess, LeavesWesternNamesAlone) {
  Texts bytes;
  for (const std::string& name : western())
    bytes.push_back(from_utf8(name, Encoding::windows1252).value_or("?"));
  const EncodingGuess guess = guess_encoding(bytes);
  EXPECT_EQ(guess.encoding, Encoding::windows1252);
  EXPECT_FALSE(guess_encoding(bytes, Encoding::windows1252).stated_is_wrong);
  EXPECT_EQ(guess_misread(western()), std::nullopt);
  // Each by itself, as the only name of a file.
  for (const std::string& name : western()) {
    const auto misread = guess_misread(Texts{name});
    EXPECT_EQ(misread, std::nullopt) << name << " as " << (misread ? misread->samples[0].after : "");
  }
  EXPECT_EQ(guess_misread(Texts{"Hanoi", "Ho Chi Minh City", "People’s Republic – “North”", "naïve café"}),
            std::nullopt);
  EXPECT_EQ(guess_misread(Texts{"Hà", "Cà Mau", "An Khê"}), std::nullopt);
  EXPECT_EQ(guess_misread(districts()), std::nullopt);
}

TEST(EncodingGuess, TakesNoOtherScriptForVietnamese) {
  const std::array<Texts, 4> others{
      {{"\xCC\xEE\xF1\xEA\xE2\xE0", "\xCA\xE8\xE5\xE2", "\xD2\xE2\xE5\xF0\xFC"},  // Windows-1251
       {"\xB1\xB1\xBE\xA9", "\xC9\xCF\xBA\xA3", "\xB9\xE3\xD6\xDD"},              // GBK
       {"\xA1\xC3\xD8\xA7\xE0\xB7\xBE", "\xC0\xD9\xE0\xA1\xE7\xB5"},              // TIS-620
       {"\xA3\xF3\x64\xBC", "Krak\xF3w", "Pozna\xF1", "\xA6wi\xEAtokrzyskie"}}};  // ISO 8859-2
  for (const Texts& texts : others) {
    const EncodingGuess guess = guess_encoding(texts);
    EXPECT_TRUE(guess.certainty == Certainty::cannot_be_told || guess.encoding == Encoding::windows1252)
        << name_of(guess.encoding) << ": " << (guess.samples.empty() ? "" : guess.samples[0].after);
  }
}

TEST(EncodingGuess, TakesWhatReadsTheSameForWindows1252) {
  for (const char* text : {"S\xE3o", "H\xE0", "C\xE0 Mau"})
    EXPECT_EQ(guess_encoding(Texts{text}).encoding, Encoding::windows1252) << text;
}

TEST(EncodingGuess, MendsWhatWasReadAsLatin) {
  const Texts names{"Sông Đào", "Núi Thành", "Đồng Cỏ", "Bãi Dài", "Cửa Lạch", "Hòn Đất"};
  for (const Encoding encoding : {Encoding::utf8, Encoding::windows1258, Encoding::tcvn3, Encoding::vni,
                                  Encoding::viscii, Encoding::vps}) {
    Texts latin;
    for (const std::string& name : names) {
      std::string text;  // as ISO 8859-1
      for (const char c : in_file(name, encoding)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
          text += c;
        else
          (text += static_cast<char>(0xC0 | byte >> 6)) += static_cast<char>(0x80 | (byte & 0x3F));
      }
      latin.push_back(text);
    }
    const auto guess = guess_misread(latin);
    ASSERT_TRUE(guess) << name_of(encoding);
    EXPECT_EQ(guess->encoding, encoding);
    EXPECT_EQ(guess->samples.size(), 3U);
    EXPECT_EQ(guess->samples[0].before, latin[0]);
    EXPECT_EQ(guess->samples[0].after, names[0]);
    for (std::size_t i = 0; i < names.size(); ++i)
      EXPECT_EQ(to_utf8(*bytes_read_as_latin(latin[i]), guess->encoding), names[i]);
  }
}

TEST(EncodingGuess, NoticesThatAnotherIsStated) {
  const Texts names{"Thái Bình", "Hà Nội", "Đồng Nai", "Bắc Kạn", "Cần Thơ"};
  Texts bytes;
  for (const std::string& name : names) bytes.push_back(in_file(name, Encoding::tcvn3));
  const EncodingGuess guess = guess_encoding(bytes, Encoding::windows1252);
  EXPECT_EQ(guess.encoding, Encoding::tcvn3);
  EXPECT_TRUE(guess.stated_is_wrong);
  ASSERT_FALSE(guess.samples.empty());
  EXPECT_EQ(guess.samples[0].before, "Th¸i B×nh");
  EXPECT_EQ(guess.samples[0].after, "Thái Bình");
  EXPECT_FALSE(guess_encoding(bytes, Encoding::tcvn3).stated_is_wrong);
  EXPECT_TRUE(guess_encoding(names, Encoding::windows1252).stated_is_wrong);
  EXPECT_FALSE(guess_encoding(names, Encoding::utf8).stated_is_wrong);
  // Nothing reads otherwise: nothing is wrong.
  EXPECT_FALSE(guess_encoding(Texts{"Hanoi"}, Encoding::tcvn3).stated_is_wrong);
}

TEST(EncodingGuess, FindsUtf8ThoughANameIsCutOff) {
  Texts names = districts();
  names.push_back("Huy\xE1\xBB");
  const EncodingGuess guess = guess_encoding(names);
  EXPECT_EQ(guess.encoding, Encoding::utf8);
  EXPECT_EQ(guess.certainty, Certainty::certain);
}

TEST(EncodingGuess, DoesNotDependOnTheOrder) {
  std::mt19937 random(7);
  for (const Encoding encoding : vietnamese_encodings) {
    Texts bytes;
    for (const std::string& name : districts()) bytes.push_back(in_file(name, encoding));
    const Encoding first = guess_encoding(bytes).encoding;
    std::ranges::shuffle(bytes, random);
    EXPECT_EQ(guess_encoding(bytes).encoding, first);
    EXPECT_EQ(first, encoding);
  }
}

TEST(EncodingGuess, SurvivesAnyBytes) {
  std::mt19937 random(20071231);
  std::uniform_int_distribution<int> any_byte(0, 255), any_length(0, 60), any_count(0, 8);
  std::size_t certain = 0;
  constexpr std::size_t rounds = 2000;
  for (std::size_t i = 0; i < rounds; ++i) {
    Texts texts(static_cast<std::size_t>(any_count(random)));
    for (std::string& text : texts)
      for (int length = any_length(random); length > 0; --length) text += static_cast<char>(any_byte(random));
    const EncodingGuess guess =
        guess_encoding(texts, i % 2 == 0 ? std::optional(Encoding::vni) : std::nullopt);
    certain += guess.certainty == Certainty::certain ? 1 : 0;
    for (const EncodingSample& sample : guess.samples) {
      EXPECT_TRUE(to_utf8(sample.before, Encoding::utf8));
      EXPECT_TRUE(to_utf8(sample.after, Encoding::utf8));
    }
    for (const std::string& text : texts) static_cast<void>(guess_misread(Texts{text}));
  }
  EXPECT_LT(certain, rounds / 100);
}

}  // namespace
}  // namespace vicinia::core::text
