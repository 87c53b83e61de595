// What is typed above a table, and the order of its rows.
#include "models/table_filter.h"

#include <gtest/gtest.h>

#include <QLocale>
#include <QStringList>
#include <utility>
#include <vector>

#include "model_tester.h"
#include "models/shown_table.h"
#include "models/table_model.h"
#include "text/qt_text.h"
#include "text/search_words.h"

namespace vicinia::desktop {
namespace {

/// Units with a quotient, its interval, and employees; one value is missing.
class Towns : public TableModel {
 public:
  enum Column { nameColumn, lqColumn, employeesColumn, columns };
  struct Row {
    QString name, code;
    core::Cell lq, employees;
  };

  void set(std::vector<Row> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
  }

 protected:
  int rowTotal() const override { return static_cast<int>(rows_.size()); }
  int columnTotal() const override { return columns; }
  bool isNumeric(int column) const override { return column != nameColumn; }
  QVariant cell(int at, int column, int role) const override {
    const Row& row = rows_[static_cast<std::size_t>(at)];
    const core::Cell& value = column == lqColumn ? row.lq : row.employees;
    switch (role) {
      case Qt::DisplayRole:
        return column == nameColumn ? row.name
               : value.has_number() ? QLocale().toString(value.number(), 'f', 1)
                                    : QStringLiteral("not published");
      case sortRole:
        return column == nameColumn ? QVariant(row.name)
               : value.has_number() ? QVariant(value.number())
                                    : QVariant(-1.0);
      case foldedRole: return searchable(utf8(row.name));
      case numberRole: return column == nameColumn ? QVariant() : numberOf(value);
      case lowRole:
        return column == lqColumn && value.has_number() ? QVariant(value.number() - 0.5) : QVariant();
      case codeRole: return column == nameColumn ? QVariant(row.code) : QVariant();
      case markRole:
        return column == employeesColumn && !value.has_number() ? QVariant(QStringLiteral("not published"))
                                                                : QVariant();
      default: return {};
    }
  }
  QVariant head(int column, int role) const override {
    if (role == codeRole) return column == nameColumn;
    if (role == lowRole) return column == lqColumn;
    if (role == markRole) return column == employeesColumn;
    if (role != Qt::DisplayRole) return {};
    return QStringList{QStringLiteral("Unit"), QStringLiteral("LQ"), QStringLiteral("Lao động")}[column];
  }

 private:
  std::vector<Row> rows_;
};

class TypedFilter : public testing::Test {
 protected:
  TypedFilter() {
    filter.setSourceModel(&towns);
    filter.setMainColumn(Towns::lqColumn);
    filter.setLocale(QLocale(QLocale::English));
    towns.set(
        {{QStringLiteral("Quận 12"), QStringLiteral("0761"), core::Cell::of(4.7), core::Cell::of(42626)},
         {QStringLiteral("Đông Anh"), QStringLiteral("0017"), core::Cell::of(1.5), core::Cell::of(900)},
         {QStringLiteral("Dĩ An"), QStringLiteral("0724"), core::Cell::of(0.2),
          core::Cell::not_published()}});
  }
  std::string listed(const char* typed) {
    filter.setSearch(QString::fromUtf8(typed));
    QStringList names;
    for (int row = 0; row < filter.rowCount(); ++row) names << filter.index(row, 0).data().toString();
    return utf8(names.join(QStringLiteral(", ")));
  }

  Towns towns;
  TableFilter filter;
  const ModelTester tester{&filter};
};

TEST_F(TypedFilter, FindsWordsInAnyOrderWithoutTheirMarks) {
  EXPECT_EQ(listed("12 quan"), "Quận 12");
  EXPECT_EQ(listed("dong"), "Đông Anh");
  EXPECT_EQ(listed("d"), "Đông Anh, Dĩ An");
  EXPECT_EQ(listed("  "), "Quận 12, Đông Anh, Dĩ An");
}

TEST_F(TypedFilter, ComparesTheMainNumberOrThatOfANamedColumn) {
  EXPECT_EQ(listed(">1.5"), "Quận 12");
  EXPECT_EQ(listed(">= 1.5"), "Quận 12, Đông Anh");
  EXPECT_EQ(listed("≥1.5"), "Quận 12, Đông Anh");
  EXPECT_EQ(listed("< 1.5"), "Dĩ An");
  EXPECT_EQ(listed("> 0.1 < 2"), "Đông Anh, Dĩ An");
  EXPECT_EQ(listed("lao dong > 1000"), "Quận 12");
  EXPECT_EQ(listed("lq<4 lao dong<1000"), "Đông Anh") << "what is not published is less than nothing";
  EXPECT_EQ(listed("an lao dong <1000"), "Đông Anh") << "words, then a condition on a column";
}

TEST_F(TypedFilter, TakesWordsBesideConditions) {
  EXPECT_EQ(listed("dong >1"), "Đông Anh");
  EXPECT_EQ(listed(">1 quan"), "Quận 12");
  EXPECT_EQ(listed("no such column>1"), "");
}

TEST_F(TypedFilter, ReadsNumbersAsTheLanguageWritesThemAndEitherDecimalMark) {
  EXPECT_EQ(listed(">1,5"), "Quận 12") << "a comma, in English, where it cannot be one of thousands";
  EXPECT_EQ(listed("lao dong>1,000"), "Quận 12");
  filter.setLocale(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
  EXPECT_EQ(listed(">1,5"), "Quận 12");
  EXPECT_EQ(listed(">1.5"), "Quận 12");
  EXPECT_EQ(listed("lao dong>1.000"), "Quận 12") << "thousands";
  EXPECT_EQ(listed("lao dong>899,5"), "Quận 12, Đông Anh");
}

TEST_F(TypedFilter, SortsTextsAsTheLanguageDoesAndWhatIsMissingBelowEveryNumber) {
  filter.setLocale(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
  filter.sort(Towns::nameColumn, Qt::AscendingOrder);
  EXPECT_EQ(listed(""), "Dĩ An, Đông Anh, Quận 12") << "Đ is a letter behind D";
  filter.sort(Towns::employeesColumn, Qt::AscendingOrder);
  EXPECT_EQ(listed(""), "Dĩ An, Đông Anh, Quận 12");
  filter.sort(Towns::employeesColumn, Qt::DescendingOrder);
  EXPECT_EQ(listed(""), "Quận 12, Đông Anh, Dĩ An");
}

TEST_F(TypedFilter, SortsAnewWhenTheRowsAreOthers) {
  filter.sort(Towns::lqColumn, Qt::AscendingOrder);
  towns.set({{QStringLiteral("b"), {}, core::Cell::of(2), core::Cell::of(1)},
             {QStringLiteral("a"), {}, core::Cell::of(1), core::Cell::of(2)}});
  EXPECT_EQ(listed(""), "a, b");
}

TEST_F(TypedFilter, IsCopiedAsNumbersOfTheLocaleWithEndsAndMarksInColumnsOfTheirOwn) {
  const auto text = [&](const QLocale& locale) {
    return utf8(clipboardText(shownTable(filter, allRows(filter), {0, 1, 2}, Codes::none), locale));
  };
  const std::string head = "Unit\tLQ\tLQ: at least\tLQ: at most\tLao động\tMarks\n";
  EXPECT_EQ(text(QLocale(QLocale::English)), head +
                                                 "Quận 12\t4.7\t4.2\t\t42626\t\n"
                                                 "Đông Anh\t1.5\t1\t\t900\t\n"
                                                 "Dĩ An\t0.2\t-0.3\t\t\tLao động: not published\n");
  EXPECT_EQ(text(QLocale(QLocale::Vietnamese)), head +
                                                    "Quận 12\t4,7\t4,2\t\t42626\t\n"
                                                    "Đông Anh\t1,5\t1\t\t900\t\n"
                                                    "Dĩ An\t0,2\t-0,3\t\t\tLao động: not published\n");
  const auto file = shownTable(filter, allRows(filter), {2, 0}, Codes::beside_names);
  EXPECT_EQ(file.csv(),
            "Lao động,Unit,Unit: code,Marks\n42626,Quận 12,0761,\n900,Đông Anh,0017,\n"
            ",Dĩ An,0724,Lao động: not published\n")
      << "columns in the order that they are shown in, codes beside names";
}

}  // namespace
}  // namespace vicinia::desktop
