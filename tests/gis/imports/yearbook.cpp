#include "yearbook.h"

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <random>

#include "vicinia/core/names/name_index.h"

namespace vicinia::test {
namespace {

using gis::imports::RowKind;

struct Place {
  const char *vi, *en, *code;
};
constexpr std::array<Place, 14> provinces{{{"Hà Nội", "Ha Noi", "01"},
                                           {"Hải Phòng", "Hai Phong", "31"},
                                           {"Thái Bình", "Thai Binh", "34"},
                                           {"Hà Giang", "Ha Giang", "02"},
                                           {"Lào Cai", "Lao Cai", "10"},
                                           {"Thừa Thiên - Huế", "Thua Thien - Hue", "46"},
                                           {"Đà Nẵng", "Da Nang", "48"},
                                           {"Đắk Lắk", "Dak Lak", "66"},
                                           {"Gia Lai", "Gia Lai", "64"},
                                           {"Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau", "77"},
                                           {"TP. Hồ Chí Minh", "Ho Chi Minh city", "79"},
                                           {"Bình Dương", "Binh Duong", "74"},
                                           {"Cần Thơ", "Can Tho", "92"},
                                           {"Cà Mau", "Ca Mau", "96"}}};
constexpr std::array<Place, 4> regions{
    {{"Đồng bằng sông Hồng", "Red River Delta", ""},
     {"Trung du và miền núi phía Bắc", "Northern midlands and mountain areas", ""},
     {"Tây Nguyên", "Central Highlands", ""},
     {"Đồng bằng sông Cửu Long", "Mekong River Delta", ""}}};
constexpr std::array<Place, 6> sectors{{{"Khai khoáng", "Mining and quarrying", "05"},
                                        {"Sản xuất chế biến thực phẩm", "Manufacture of food products", "10"},
                                        {"Dệt", "Manufacture of textiles", "13"},
                                        {"Sản xuất trang phục", "Manufacture of wearing apparel", "14"},
                                        {"Sản xuất giường, tủ, bàn, ghế", "Manufacture of furniture", "31"},
                                        {"Xây dựng", "Construction", "41"}}};

core::names::NameIndex index_of(std::span<const Place> places, core::names::NameIndex::Of what) {
  core::names::NameIndex index(what);
  for (std::size_t i = 0; i < places.size(); ++i) {
    index.add(i, places[i].vi);
    index.add(i, places[i].en);
    index.add_code(i, places[i].code);
  }
  return index;
}

std::string named(std::span<const Place> places, core::names::NameIndex::Of what, const std::string& text) {
  const auto index = index_of(places, what);
  for (const std::string& one :
       {text, gis::imports::in_two_languages(text).vi, gis::imports::in_two_languages(text).en})
    if (const auto found = index.find_equal(one).only()) return places[*found].vi;
  return {};
}

/// What stands in a row of figures, and which rows it sums.
struct Line {
  const char *vi = "", *en = "", *code = "";
  RowKind kind = RowKind::figures;
  std::vector<std::size_t> parts{};  ///< lines
};

class Maker {
 public:
  explicit Maker(const YearbookChoices& choices) : with_(choices), random_(choices.seed) {}

  Yearbook make() {
    choose_lines();
    choose_columns();
    write_titles();
    write_headings();
    fill_values();
    write_lines();
    if (with_.has_notes) write_notes();
    return std::move(book_);
  }

 private:
  using Layout = YearbookLayout;
  struct Column {
    std::string field{}, period{};
    const Place* sector = nullptr;
    bool is_total = false;
  };

  [[nodiscard]] bool has_units() const {
    return with_.layout == Layout::years_across || with_.layout == Layout::sectors_across ||
           with_.layout == Layout::years_below_units;
  }
  [[nodiscard]] std::string both(const char* vi, const char* en) const {
    return with_.is_bilingual ? std::string(vi) + " - " + en : vi;
  }
  [[nodiscard]] std::string year(std::size_t i) const { return std::to_string(2005 + i); }
  [[nodiscard]] bool is_preliminary(std::size_t i) const {
    return with_.has_preliminary && i + 1 == with_.years;
  }

  void choose_lines() {
    if (with_.layout == Layout::years_as_rows) return;
    std::vector<std::size_t> top;
    std::vector<Line> below;
    if (has_units()) {
      const std::size_t count = std::min(with_.units, provinces.size());
      const std::size_t groups = with_.has_regions ? std::min<std::size_t>(regions.size(), count / 2) : 0;
      std::size_t next = 0;
      for (std::size_t g = 0; g < std::max<std::size_t>(groups, 1); ++g) {
        std::vector<std::size_t> parts;
        const std::size_t region = below.size();
        if (groups > 0) {
          below.push_back({regions[g].vi, regions[g].en, "", RowKind::region, {}});
          top.push_back(region);
        }
        const std::size_t end = groups == 0 ? count : count * (g + 1) / groups;
        for (; next < end; ++next) {
          (groups > 0 ? parts : top).push_back(below.size());
          below.push_back(
              {provinces[next].vi, provinces[next].en, provinces[next].code, RowKind::figures, {}});
        }
        if (groups > 0) below[region].parts = parts;
      }
    } else {
      for (const Place& sector : sectors) {
        top.push_back(below.size());
        below.push_back({sector.vi, sector.en, sector.code, RowKind::figures, {}});
      }
    }
    if (with_.has_not_allocated && has_units()) {
      top.push_back(below.size());
      below.push_back({"Không phân tổ được", "Not distributed", "", RowKind::not_allocated, {}});
    }
    Line whole{"CẢ NƯỚC", "WHOLE COUNTRY", "", RowKind::country, top};
    if (!has_units()) whole = {"Tổng số", "Total", "", RowKind::subtotal, top};
    const bool stands_below = with_.total_stands_below && !with_.has_part;
    std::size_t moved = 0;
    if (with_.has_country && !stands_below) moved = with_.has_part ? 2 : 1;
    for (Line& line : below)
      for (std::size_t& part : line.parts) part += moved;
    for (std::size_t& part : whole.parts) part += moved;
    if (with_.has_country && !stands_below) lines_.push_back(whole);
    if (with_.has_country && !stands_below && with_.has_part)
      lines_.push_back({"Trong đó: Nữ", "Of which: Female", "", RowKind::of_which, {}});
    lines_.insert(lines_.end(), below.begin(), below.end());
    if (with_.has_country && stands_below) lines_.push_back(whole);
  }

  void choose_columns() {
    std::vector<std::string> fields{"employees"};
    if (with_.has_two_fields) fields = {"enterprises", "employees"};
    switch (with_.layout) {
      case Layout::years_as_rows:
        for (const std::string& field : {std::string("enterprises"), std::string("employees")})
          columns_.push_back({.field = field});
        break;
      case Layout::years_below_units:
        for (const std::string& field : fields) columns_.push_back({.field = field});
        break;
      case Layout::sectors_across:
        columns_.push_back({.field = "employees", .period = "2007", .is_total = true});
        for (const Place& sector : sectors)
          columns_.push_back({.field = "employees", .period = "2007", .sector = &sector});
        break;
      default:
        for (const std::string& field : fields)
          for (std::size_t i = 0; i < with_.years; ++i)
            columns_.push_back({.field = field, .period = year(i)});
    }
    labels_ = 1;
    has_codes_ = with_.has_codes && (has_units() || with_.layout == Layout::sectors_as_rows) &&
                 with_.layout != Layout::years_below_units;
    if (has_codes_) ++labels_;
    if (with_.layout == Layout::years_below_units) ++labels_;
  }

  void add_row(std::vector<WrittenCell> cells) {
    cells.resize(std::max(cells.size(), labels_ + columns_.size()));
    book_.rows.push_back(std::move(cells));
  }

  void write_titles() {
    constexpr std::array<const char*, 3> vi{"Lao động trong các doanh nghiệp phân theo địa phương",
                                            "Employees in enterprises by province", "(Tiếp theo) - (Cont.)"};
    const bool has_year = with_.layout == Layout::sectors_across;
    for (std::size_t i = 0; i < std::max<std::size_t>(with_.title_lines, has_year ? 1 : 0); ++i) {
      std::string title = vi[i];
      if (!has_units() && i < 2)
        title = i == 0 ? "Lao động trong các doanh nghiệp phân theo ngành kinh tế"
                       : "Employees by kinds of economic activity";
      if (has_year && i == 0) title += " năm 2007";
      book_.title_rows.push_back(book_.rows.size());
      add_row({{.text = title}});
    }
    for (std::size_t i = 0; i < with_.blank_lines; ++i) add_row({});
    if (!with_.has_unit_line) return;
    std::vector<WrittenCell> cells(labels_ + columns_.size());
    cells.back().text = with_.is_bilingual ? "Đơn vị tính: Người - Unit: Person" : "ĐVT: Người";
    add_row(std::move(cells));
  }

  /// A title that says it, or a heading.
  [[nodiscard]] bool needs_group() const {
    const bool has_title = with_.title_lines > 0;
    return with_.has_two_fields || !has_title;
  }

  [[nodiscard]] std::string field_heading(const std::string& field) const {
    return field == "employees" ? both("Số lao động", "Employees") : both("Số doanh nghiệp", "Enterprises");
  }

  void write_headings() {
    std::vector<WrittenCell> groups(labels_), names(labels_);
    const bool is_of_sectors = with_.layout == Layout::sectors_as_rows;
    names[has_codes_ ? 1 : 0].text = is_of_sectors ? both("Ngành", "Industry")
                                     : with_.layout == Layout::years_as_rows
                                         ? both("Năm", "Year")
                                         : both("Tỉnh, thành phố", "Province");
    if (has_codes_) names[0].text = is_of_sectors ? "Mã ngành" : "Mã tỉnh";
    if (with_.layout == Layout::years_below_units) names[1].text = both("Năm", "Year");
    const bool has_groups =
        (with_.layout == Layout::years_across || with_.layout == Layout::sectors_as_rows) && needs_group();
    std::string last;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Column& column = columns_[c];
      WrittenCell group;
      if (has_groups && column.field != last)
        group = {.text = field_heading(column.field), .merged_columns = with_.years};
      last = column.field;
      groups.push_back(group);
      WrittenCell name;
      if (column.is_total)
        name.text = both("Tổng số", "Total");
      else if (column.sector != nullptr)
        name.text = both(column.sector->vi, column.sector->en);
      else if (column.period.empty())
        name.text = field_heading(column.field);
      else if (is_preliminary(c % with_.years))
        name.text = "Sơ bộ - Prel. " + column.period;
      else
        name = {.text = column.period, .number = std::stod(column.period)};
      names.push_back(name);
    }
    if (has_groups) {
      book_.header_rows.push_back(book_.rows.size());
      add_row(groups);
    }
    book_.header_rows.push_back(book_.rows.size());
    header_ = names;
    add_row(names);
    if (!with_.has_numbering) return;
    std::vector<WrittenCell> numbers(labels_);
    for (std::size_t i = 0; i < labels_; ++i) numbers[i].text = std::string(1, static_cast<char>('A' + i));
    for (std::size_t c = 0; c < columns_.size(); ++c)
      numbers.push_back({.text = std::to_string(c + 1), .number = static_cast<double>(c + 1)});
    add_row(numbers);
  }

  [[nodiscard]] double step() const { return with_.digits == Digits::decimal_commas ? 0.1 : 1; }
  double any(double least, double most) {
    return std::floor(std::uniform_real_distribution<double>(least, most)(random_));
  }

  /// Whole numbers of the last digit that is printed; sums are made of them.
  void fill_values() {
    const std::size_t rows = with_.layout == Layout::years_as_rows ? with_.years : lines_.size();
    const std::size_t depth = with_.layout == Layout::years_below_units ? with_.years : 1;
    values_.assign(rows, std::vector<double>(columns_.size() * depth));
    std::vector<std::size_t> order(rows);
    for (std::size_t i = 0; i < rows; ++i) order[i] = i;
    // Parts come before what sums them.
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
      return i < lines_.size() && !lines_[i].parts.empty() ? (lines_[i].kind == RowKind::region ? 1 : 2) : 0;
    });
    for (const std::size_t r : order)
      for (std::size_t c = 0; c < columns_.size() * depth; ++c) {
        double& value = values_[r][c];
        if (r < lines_.size() && !lines_[r].parts.empty()) {
          value = 0;
          for (const std::size_t part : lines_[r].parts) value += values_[part][c];
        } else if (c < columns_.size() && columns_[c].is_total) {
          value = -1;  // when the others are known
        } else {
          value = any(12'000, 990'000);
        }
      }
    for (std::size_t r = 0; r < lines_.size(); ++r)
      if (lines_[r].kind == RowKind::of_which)
        for (std::size_t c = 0; c < values_[r].size(); ++c) values_[r][c] = std::floor(values_[r - 1][c] / 3);
    for (std::size_t r : order)
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (!columns_[c].is_total) continue;
        values_[r][c] = 0;
        for (std::size_t other = 0; other < columns_.size(); ++other)
          if (other != c) values_[r][c] += values_[r][other];
      }
  }

  [[nodiscard]] WrittenCell printed(double value) {
    if (with_.digits == Digits::decimal_commas) {
      const auto tenths = static_cast<long long>(value);
      return {.text = grouped(tenths / 10, ".") + "," + std::to_string(tenths % 10), .number = value / 10};
    }
    const char* mark = with_.digits == Digits::blanks            ? " "
                       : with_.digits == Digits::no_break_blanks ? "\xC2\xA0"
                       : with_.digits == Digits::points          ? "."
                                                                 : "";
    return {.text = grouped(static_cast<long long>(value), mark), .number = value};
  }
  static std::string grouped(long long number, const std::string& mark) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
      at -= 3;
      digits.insert(at, mark);
    }
    return digits;
  }

  void write_lines() {
    book_.first_row = book_.rows.size();
    if (with_.layout == Layout::years_as_rows) {
      for (std::size_t i = 0; i < with_.years; ++i) {
        std::vector<WrittenCell> cells{{.text = year(i), .number = std::stod(year(i))}};
        for (std::size_t c = 0; c < columns_.size(); ++c) {
          cells.push_back(printed(values_[i][c]));
          book_.figures[{"", year(i), columns_[c].field}] = {book_.rows.size(), 1 + c};
        }
        add_row(cells);
      }
      book_.end_row = book_.rows.size();
      return;
    }
    for (std::size_t r = 0; r < lines_.size(); ++r) {
      if (with_.has_repeated_header && r == lines_.size() / 2 && r > 1) {
        add_row({});
        book_.kinds[book_.rows.size()] = RowKind::repeated_header;
        add_row(header_);
      }
      const std::size_t depth = with_.layout == Layout::years_below_units ? with_.years : 1;
      for (std::size_t d = 0; d < depth; ++d) write_line(r, d);
    }
    book_.end_row = book_.rows.size();
  }

  void write_line(std::size_t r, std::size_t d) {
    const Line& line = lines_[r];
    const std::size_t row = book_.rows.size();
    std::vector<WrittenCell> cells(labels_);
    if (d == 0) cells[has_codes_ ? 1 : 0].text = both(line.vi, line.en);
    if (has_codes_) cells[0].text = line.code;
    const bool is_below = with_.layout == Layout::years_below_units;
    if (is_below) cells[1] = {.text = year(d), .number = std::stod(year(d))};
    if (line.kind != RowKind::figures) book_.kinds[row] = line.kind;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Column& column = columns_[c];
      const bool is_missing =
          with_.has_missing && line.kind == RowKind::figures && any(0, 6) == 0 && !column.is_total;
      constexpr std::array<const char*, 4> marks{"-", "..", "…", ""};
      if (is_missing)
        cells.push_back({.text = marks[static_cast<std::size_t>(any(0, 4))]});
      else
        cells.push_back(printed(values_[r][c + d * columns_.size()]));
      if (line.kind != RowKind::of_which && !is_missing) book_.summed.emplace_back(row, labels_ + c);
      if (line.kind != RowKind::figures || column.is_total || cells.back().text.empty()) continue;
      const std::string period = is_below ? year(d) : column.period;
      std::string key = line.vi;
      if (column.sector != nullptr) key += std::string("|") + column.sector->vi;
      book_.figures[{key, period, column.field}] = {row, labels_ + c};
    }
    add_row(std::move(cells));
  }

  void write_notes() {
    add_row({});
    for (const char* note : {"Nguồn: Niên giám thống kê 2008 - Source: Statistical Yearbook 2008",
                             "(*) Số liệu sơ bộ - Preliminary data"}) {
      book_.note_rows.push_back(book_.rows.size());
      add_row({{.text = note}});
    }
  }

  YearbookChoices with_;
  std::mt19937 random_;
  std::vector<Line> lines_;
  std::vector<Column> columns_;
  std::size_t labels_ = 1;
  bool has_codes_ = false;
  std::vector<WrittenCell> header_;
  std::vector<std::vector<double>> values_;
  Yearbook book_;
};

}  // namespace

Yearbook make_yearbook(const YearbookChoices& choices) { return Maker(choices).make(); }

YearbookChoices any_choices() {
  const auto number = [](std::size_t least, std::size_t most) {
    return *rc::gen::inRange<std::size_t>(least, most + 1);
  };
  const auto coin = [] { return *rc::gen::arbitrary<bool>(); };
  YearbookChoices with;
  with.layout = static_cast<YearbookLayout>(number(0, 4));
  with.seed = *rc::gen::arbitrary<unsigned>();
  with.title_lines = number(0, 3);
  with.years = number(2, 4);
  with.units = number(4, 14);
  with.blank_lines = number(0, 1);
  for (bool* one :
       {&with.has_unit_line, &with.is_bilingual, &with.has_two_fields, &with.has_regions, &with.has_country,
        &with.has_part, &with.has_not_allocated, &with.has_notes, &with.has_numbering, &with.has_preliminary,
        &with.has_codes, &with.has_missing, &with.total_stands_below, &with.has_repeated_header})
    *one = coin();
  with.digits = static_cast<Digits>(number(0, 4));
  return with;
}

std::string unit_named(const std::string& text) {
  return named(provinces, core::names::NameIndex::Of::units, text);
}
std::string sector_named(const std::string& text) {
  return named(sectors, core::names::NameIndex::Of::others, text);
}

gis::imports::RecogniseHints yearbook_hints() {
  static const auto units = index_of(provinces, core::names::NameIndex::Of::units);
  static const auto industries = index_of(sectors, core::names::NameIndex::Of::others);
  return {.is_unit = [](std::string_view text) { return units.find_equal(text).only().has_value(); },
          .is_sector = [](std::string_view text) { return industries.find_equal(text).only().has_value(); }};
}

void show(const YearbookChoices& with, std::ostream& out) {
  out << "layout " << static_cast<int>(with.layout) << ", seed " << with.seed << ", titles "
      << with.title_lines << ", years " << with.years << ", units " << with.units << ", blank "
      << with.blank_lines << ", digits " << static_cast<int>(with.digits);
  const std::array<std::pair<const char*, bool>, 14> all{{{"unit line", with.has_unit_line},
                                                          {"bilingual", with.is_bilingual},
                                                          {"two fields", with.has_two_fields},
                                                          {"regions", with.has_regions},
                                                          {"country", with.has_country},
                                                          {"part", with.has_part},
                                                          {"not allocated", with.has_not_allocated},
                                                          {"notes", with.has_notes},
                                                          {"numbering", with.has_numbering},
                                                          {"preliminary", with.has_preliminary},
                                                          {"codes", with.has_codes},
                                                          {"missing", with.has_missing},
                                                          {"total below", with.total_stands_below},
                                                          {"repeated header", with.has_repeated_header}}};
  for (const auto& [name, is] : all)
    if (is) out << ", " << name;
}

}  // namespace vicinia::test
