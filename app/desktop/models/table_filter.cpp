#include "models/table_filter.h"

#include <QRegularExpression>
#include <QStringList>
#include <cmath>
#include <utility>

#include "models/table_model.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace {

/// As the language writes it, else with a point, else with a comma.
std::optional<double> numberIn(QString text, const QLocale& locale) {
  text.replace(QChar(0x2212), QLatin1Char('-'));
  bool is = false;
  double number = locale.toDouble(text, &is);
  if (!is) number = QLocale::c().toDouble(text, &is);
  if (!is) number = QLocale::c().toDouble(text.replace(QLatin1Char(','), QLatin1Char('.')), &is);
  return is && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

}  // namespace

TableFilter::TableFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(TableModel::sortRole);
  setSortLocaleAware(true);
}

void TableFilter::setSourceModel(QAbstractItemModel* model) {
  forgetKeys();
  if (model != nullptr) {  // before the base hears of it, and sorts anew
    connect(model, &QAbstractItemModel::modelReset, this, &TableFilter::forgetKeys);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TableFilter::forgetKeys);
    connect(model, &QAbstractItemModel::dataChanged, this, &TableFilter::forgetKeys);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableFilter::forgetKeys);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableFilter::forgetKeys);
    connect(model, &QAbstractItemModel::headerDataChanged, this, [this] {
      if (!typed_.contains(QRegularExpression(QStringLiteral("[<>≤≥]")))) return;
      parse();  // heads have other names now
      invalidateFilter();
    });
  }
  QSortFilterProxyModel::setSourceModel(model);
}

void TableFilter::setLocale(const QLocale& locale) {
  if (locale == locale_) return;
  locale_ = locale;
  collator_.setLocale(locale);
  forgetKeys();
  parse();
  invalidate();
}

void TableFilter::setSearch(const QString& text) {
  if (text == typed_) return;
  typed_ = text;
  parse();
  invalidateFilter();
}

void TableFilter::parse() {
  conditions_.clear();
  // "employees >= 1.000": the name may have blanks, and so may what surrounds the sign.
  static const QRegularExpression condition(
      QStringLiteral("((?:[^<>≤≥]*\\S)?)\\s*(<=|>=|<|>|≤|≥)\\s*([-−]?[0-9][0-9.,]*)(?=\\s|$)"));
  QString rest;
  qsizetype at = 0;
  for (auto matches = condition.globalMatch(typed_); matches.hasNext();) {
    const QRegularExpressionMatch match = matches.next();
    at = match.capturedEnd();
    QString words = match.captured(1);
    const auto number = numberIn(match.captured(3), locale_);
    if (!number) continue;
    using Kind = Condition::Kind;
    const QChar sign = match.captured(2).front();
    const bool isStrict =
        match.captured(2).size() == 1 && (sign == QLatin1Char('<') || sign == QLatin1Char('>'));
    const bool isLess = sign == QLatin1Char('<') || sign == QChar(0x2264);
    const Kind kind = isLess     ? (isStrict ? Kind::less : Kind::at_most)
                      : isStrict ? Kind::more
                                 : Kind::at_least;
    int column = mainColumn_;
    if (words.contains(QRegularExpression(QStringLiteral("\\S")))) {
      // Of what stands before the sign the longest end that begins a head; the words before that are searched for.
      const QStringList parts = words.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
      column = -1;
      qsizetype first = parts.size() - 1;
      for (qsizetype from = 0; from < parts.size() && column < 0; ++from)
        if (const int named = columnNamed(parts.mid(from).join(QLatin1Char(' '))); named >= 0) {
          column = named;
          first = from;
        }
      if (column < 0 && !match.captured(1).isEmpty() &&
          typed_.mid(match.capturedEnd(1), 1).trimmed().isEmpty()) {
        column = mainColumn_;  // "quan 12 >1.5": words, then a condition on the main number
        first = parts.size();
      }
      rest += parts.mid(0, first).join(QLatin1Char(' ')) + QLatin1Char(' ');
    }
    conditions_.push_back({kind, *number, column});
  }
  words_ = SearchWords(rest + typed_.mid(at));
}

int TableFilter::columnNamed(const QString& name) const {
  const QString wanted = searchable(utf8(name));
  if (sourceModel() == nullptr || wanted.isEmpty()) return -1;
  for (int column = 0; column < sourceModel()->columnCount(); ++column)
    if (sourceModel()->headerData(column, Qt::Horizontal, TableModel::numberRole).toBool() &&
        searchable(utf8(sourceModel()->headerData(column, Qt::Horizontal).toString())).startsWith(wanted))
      return column;
  return -1;
}

bool TableFilter::meets(const Condition& condition, int row, const QModelIndex& parent) const {
  if (condition.column < 0) return false;
  const QVariant value = sourceModel()->index(row, condition.column, parent).data(TableModel::numberRole);
  if (!value.isValid()) return false;
  const double number = value.toDouble();
  switch (condition.kind) {
    case Condition::Kind::less: return number < condition.number;
    case Condition::Kind::at_most: return number <= condition.number;
    case Condition::Kind::at_least: return number >= condition.number;
    case Condition::Kind::more: return number > condition.number;
  }
  return false;
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const QModelIndex first = sourceModel()->index(row, 0, parent);
  if (!isAmong(first)) return false;
  for (const Condition& condition : conditions_)
    if (!meets(condition, row, parent)) return false;
  return words_.isEmpty() || words_.areIn(foldedRow(first));
}

QString TableFilter::foldedRow(const QModelIndex& first) const {
  if (first.parent().isValid()) return first.data(TableModel::foldedRole).toString();
  const auto row = static_cast<std::size_t>(first.row());
  if (folded_.size() <= row) folded_.resize(row + 1);
  std::optional<QString>& folded = folded_[row];
  if (!folded) folded = first.data(TableModel::foldedRole).toString();
  return *folded;
}

// A key for each row of the column, rather than two texts for each pair that is compared.
bool TableFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const auto column = static_cast<std::size_t>(left.column());
  if (left.parent().isValid()) return QSortFilterProxyModel::lessThan(left, right);
  if (keys_.size() <= column) keys_.resize(column + 1);
  std::vector<Key>& keys = keys_[column].keys;
  if (keys.empty()) {
    const int rows = sourceModel()->rowCount();
    keys.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
      const QVariant key = sourceModel()->index(row, left.column()).data(sortRole());
      if (key.typeId() == QMetaType::QString)
        keys.emplace_back(collator_.sortKey(key.toString()));
      else
        keys.emplace_back(key.isValid() ? key.toDouble() : -HUGE_VAL);
    }
  }
  const Key &a = keys[static_cast<std::size_t>(left.row())], &b = keys[static_cast<std::size_t>(right.row())];
  if (a.index() != b.index()) return a.index() < b.index();
  if (const double* number = std::get_if<double>(&a)) return *number < std::get<double>(b);
  return std::get<QCollatorSortKey>(a) < std::get<QCollatorSortKey>(b);
}

}  // namespace vicinia::desktop
