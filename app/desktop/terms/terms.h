/// \file terms.h
/// What the words of the window mean, in one language: those of the file of terms beside the manual, and every variable and indicator in the
/// words that the workspace has for it. The definition beside a word, the page of terms of the manual and its search all read from here.
/// Errors:  a file that is not there or cannot be read leaves the variables alone.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "vicinia/core/dataset.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

struct Term {
  QString id;  ///< "pooled-lq"; of a variable or indicator its id: "sme-share"
  QString name, definition;
  QString formula{};        ///< in words; may be empty
  QString limits{};         ///< what it does not say; may be empty
  QString source{};         ///< author and year; may be empty
  QString chapter{};        ///< of the manual, which tells more
  QStringList see{};        ///< ids of others that help to understand it
  bool isVariable = false;  ///< in the words of the workspace
};

class Terms {
 public:
  /// `provenance` has the table's own words for what it counts.
  explicit Terms(workspace::Language language, const core::Provenance& provenance = {});

  [[nodiscard]] const Term* find(const QString& id) const;
  /// By name, as the language sorts them.
  [[nodiscard]] const std::vector<Term>& all() const { return terms_; }
  /// A chapter for the manual, with an anchor of each. `denominator` has a place for it: "Denominator: %1".
  [[nodiscard]] QString chapter(const QString& heading, const QString& denominator,
                                const QString& seeAlso) const;
  [[nodiscard]] static QString anchorOf(const QString& id) { return QStringLiteral("term-") + id; }

 private:
  void readFile(workspace::Language language);
  void addVariables(workspace::Language language, const core::Provenance& provenance);
  void add(Term term);

  std::vector<Term> terms_;
};

}  // namespace vicinia::desktop
