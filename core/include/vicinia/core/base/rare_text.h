/// \file rare_text.h
/// A text that most of its owners leave empty: the size of a pointer then, where a std::string takes 32 bytes. A complete matrix has
/// millions of rows that name no line of a publication.
#pragma once

#include <memory>
#include <string>
#include <utility>

namespace vicinia::core {

class RareText {
 public:
  RareText() = default;
  RareText(std::string text)  // NOLINT(google-explicit-constructor): it is a text
      : text_(text.empty() ? nullptr : std::make_unique<std::string>(std::move(text))) {}
  RareText(const char* text) : RareText(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  RareText(const RareText& other) : RareText(other.str()) {}
  RareText(RareText&&) noexcept = default;
  RareText& operator=(const RareText& other) {
    if (this != &other) *this = RareText(other);
    return *this;
  }
  RareText& operator=(RareText&&) noexcept = default;
  ~RareText() = default;

  [[nodiscard]] const std::string& str() const {
    static const std::string none;
    return text_ ? *text_ : none;
  }
  [[nodiscard]] bool empty() const { return !text_; }
  friend bool operator==(const RareText& a, const RareText& b) { return a.str() == b.str(); }

 private:
  std::unique_ptr<std::string> text_{};
};

}  // namespace vicinia::core
