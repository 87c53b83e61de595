/// \file search_words.h
/// What a person types into a search field of a list: a row is shown whose text holds all the words, in any order, whatever their marks
/// and case.
#pragma once

#include <QString>
#include <QStringList>
#include <string>

namespace vicinia::desktop {

class SearchWords {
 public:
  SearchWords() = default;
  explicit SearchWords(const QString& typed);
  [[nodiscard]] bool isEmpty() const { return words_.isEmpty(); }
  /// \param text  by searchable()
  [[nodiscard]] bool areIn(const QString& text) const;
  friend bool operator==(const SearchWords&, const SearchWords&) = default;

 private:
  QStringList words_;
};

/// A text as searches look through it.
[[nodiscard]] QString searchable(const std::string& text);

}  // namespace vicinia::desktop
