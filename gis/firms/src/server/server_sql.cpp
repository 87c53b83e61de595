#include "server/server_sql.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "server/unit_grid.h"

namespace vicinia::gis::firms {
namespace {

std::string number_text(double number) {
  char digits[40];
  const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
  return error == std::errc() ? std::string(std::begin(digits), end) : "NaN";
}

std::string reason_text(LeftOut reason) { return std::to_string(1 + static_cast<int>(reason)); }

/// Arrays of bytes as PostgreSQL sends them itself: as text they would be twice as long.
class ByteaArray {
 public:
  void add(const std::string* bytes) {
    ++count_;
    has_null_ = has_null_ || bytes == nullptr;
    append(elements_,
           bytes == nullptr ? static_cast<std::uint32_t>(-1) : static_cast<std::uint32_t>(bytes->size()));
    if (bytes != nullptr) elements_ += *bytes;
  }
  [[nodiscard]] std::string value() const {
    constexpr std::uint32_t bytea_type = 17;
    std::string all;
    for (const std::uint32_t word : {1U, has_null_ ? 1U : 0U, bytea_type, count_, 1U}) append(all, word);
    return all + elements_;
  }

 private:
  static void append(std::string& bytes, std::uint32_t word) {
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>((word >> shift) & 0xFFU);
  }
  std::uint32_t count_ = 0;
  bool has_null_ = false;
  std::string elements_{};
};

class Statement {
 public:
  Statement(const Register& which, const FirmUnits& units, std::span<const core::geom::MultiPolygon> areas,
            std::string table, std::string postgis, const std::map<std::string, ServerColumn>& columns,
            const Connection& quotes)
      : which_(which),
        units_(units),
        areas_(areas),
        table_(std::move(table)),
        postgis_(std::move(postgis)),
        columns_(columns),
        quotes_(quotes),
        names_(which.columns) {}

  ServerStatement make() {
    make_questions();
    find_columns();
    // Rows with odd numbers are few, and counted by themselves: else every sum would have to ask every row.
    const std::string counted = "SELECT " + keys() + ", 0 AS reason, NULL::float8 AS odd, " + sums() +
                                " FROM (" + rows(values_, good_) + ") AS r GROUP BY " + keys();
    const std::string odd =
        "SELECT " + keys() + ", r.reason, min(r.odd) AS odd, " + no_sums() + " FROM (" +
        rows("CASE" + reasons_ + " END AS reason, CASE" + odd_numbers_ + " END AS odd", odd_) +
        ") AS r GROUP BY " + keys() + ", r.reason";
    made_.sql =
        "SELECT kind, CASE WHEN kind = 0 THEN unit END, CASE WHEN kind = 0 THEN sector END, "
        "CASE WHEN kind = 0 THEN year END, " +
        totals() + " FROM (" + meant(counted + " UNION ALL " + odd) + ") AS m GROUP BY 1, 2, 3, 4";
    return std::move(made_);
  }

 private:
  [[nodiscard]] bool has(const std::string& column) const { return !column.empty(); }
  [[nodiscard]] std::string column(const std::string& name) const { return "t." + quotes_.quoted(name); }
  [[nodiscard]] bool is_number(const std::string& name) const {
    const auto found = columns_.find(name);
    return found != columns_.end() && found->second.category == 'N';
  }
  [[nodiscard]] bool is_integer(const std::string& name) const {
    const auto found = columns_.find(name);
    return found != columns_.end() && (found->second.type == "integer" || found->second.type == "smallint" ||
                                       found->second.type == "bigint");
  }
  std::string bind(std::string value, const char* type, bool is_binary = false) {
    made_.values.push_back({std::move(value), is_binary});
    return "$" + std::to_string(made_.values.size()) + "::" + type;
  }
  std::string bind(double number) { return bind(number_text(number), "float8"); }

  /// Without blanks; empty is NULL.
  static std::string trimmed(const std::string& text) {
    return "nullif(btrim(" + text + R"(::text, E' \t\r\n'), ''))";
  }

  // --- what a row is, in expressions that other servers know too

  std::string within(const SizeCriterion& criterion) {
    const SizeLimits& limits = criterion.limits;
    const auto keeps = [&](const char* number, double most) {
      return std::string(number) + " <= " + bind(most);
    };
    std::vector<std::string> people, money;
    if (limits.employees) people.push_back(keeps("r.employees", *limits.employees));
    if (limits.capital_vnd) money.push_back(keeps("r.capital", *limits.capital_vnd / which_.money_unit_vnd));
    if (limits.revenue_vnd) money.push_back(keeps("r.revenue", *limits.revenue_vnd / which_.money_unit_vnd));
    const auto joined = [](const std::vector<std::string>& parts, const char* between) {
      std::string all;
      for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
      return all.empty() ? std::string("TRUE") : "(" + all + ")";
    };
    std::vector<std::string> all = people;
    all.insert(all.end(), money.begin(), money.end());
    switch (criterion.test) {
      case SizeTest::any_of: return joined(all, " OR ");
      case SizeTest::employees_and_any_of:
        return "(" + joined(people, " AND ") + " AND " + joined(money, " OR ") + ")";
      case SizeTest::all_of: break;
    }
    return joined(all, " AND ");
  }

  /// Whether a firm of a group is an SME, by the law of its year.
  std::string sme_of(SectorGroup group) {
    if (!has(names_.year)) {
      const auto criterion = which_.sme.criterion(year_of(which_.period).value_or(0), group);
      return criterion ? within(*criterion) : std::string("NULL::bool");
    }
    constexpr int first_year = 1900, last_year = 9999;
    std::string cases;
    for (int from = first_year; from <= last_year;) {
      const auto criterion = which_.sme.criterion(from, group);
      int to = from;
      while (to < last_year && which_.sme.criterion(to + 1, group) == criterion) ++to;
      if (criterion)
        cases += " WHEN r.year BETWEEN " + std::to_string(from) + " AND " + std::to_string(to) + " THEN " +
                 within(*criterion);
      from = to + 1;
    }
    return cases.empty() ? "NULL::bool" : "CASE" + cases + " END";
  }

  /// Questions that are the same are asked once.
  void make_questions() {
    const auto same = [&](SectorGroup a, SectorGroup b) {
      for (int year = 1900; year <= 2100; ++year) {
        const int of = has(names_.year) ? year : year_of(which_.period).value_or(0);
        if (which_.sme.criterion(of, a) != which_.sme.criterion(of, b)) return false;
      }
      return true;
    };
    for (std::size_t group = 0; group < all_sector_groups.size(); ++group) {
      std::size_t like = 0;
      while (like < group && !same(all_sector_groups[like], all_sector_groups[group])) ++like;
      if (like < group) {
        made_.sme_question[group] = made_.sme_question[like];
        continue;
      }
      made_.sme_question[group] = questions_.size();
      questions_.push_back(sme_of(all_sector_groups[group]));
    }
    // Of a firm whose group is not known, where all of them say the same.
    std::string agreed = questions_.front();
    for (std::size_t i = 1; i < questions_.size(); ++i)
      agreed = "CASE WHEN (" + agreed + ") = (" + questions_[i] + ") THEN (" + questions_[i] + ") END";
    made_.sme_question.back() = questions_.size() == 1 ? 0 : questions_.size();
    if (questions_.size() > 1) questions_.push_back(agreed);
  }

  std::string fdi() {
    const FdiRule& rule = which_.fdi;
    if (has(names_.foreign_share_pct)) {
      const std::string share = column(names_.foreign_share_pct) + "::float8";
      return "(" + share + " > 0 AND " + share + (rule.is_more_than ? " > " : " >= ") +
             bind(rule.min_share_pct) + ")";
    }
    if (!has(names_.ownership)) return "NULL::bool";
    const std::string code = column(names_.ownership);
    if (is_number(names_.ownership)) {
      std::string numbers;
      for (const std::string& one : rule.ownership) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), number);
        if (error == std::errc() && end == one.data() + one.size())
          numbers += (numbers.empty() ? "" : ",") + std::to_string(number);
      }
      return "(" + code + "::int8 = ANY (" + bind("{" + numbers + "}", "int8[]") + "))";
    }
    // Not nullif(), which postgres_fdw keeps from other servers.
    const std::string text = "btrim(" + code + R"(::text, E' \t\r\n'))";
    return "CASE WHEN " + text + " <> '' THEN " + text + " = ANY (" +
           bind(array_text(rule.ownership), "text[]") + ") END";
  }

  /// What a row has, and which of it is odd. The conditions are such as the server can estimate; NaN is more than any number.
  void find_columns() {
    const auto join = [](std::string& all, const char* between, const std::string& part) {
      all += (all.empty() ? "" : between) + part;
    };
    const auto add = [&](const std::string& name, LeftOut reason, const char* most, bool is_whole,
                         bool may_lack = true) {
      if (!has(name)) return;
      const std::string value = column(name);
      std::string odd = value + " < 0 OR " + value + " > " + most,
                  good = value + " >= 0 AND " + value + " <= " + most;
      if (is_whole && !is_integer(name)) {
        odd += " OR " + value + " - floor(" + value + ") > 0";
        good += " AND " + value + " - floor(" + value + ") <= 0";
      }
      reasons_ += " WHEN (" + odd + ") THEN " + reason_text(reason);
      odd_numbers_ += " WHEN (" + odd + ") THEN " + value + "::float8";
      join(odd_, " OR ", odd);
      join(good_, " AND ", may_lack ? "(" + value + " IS NULL OR (" + good + "))" : "(" + good + ")");
      if (may_lack) return;
      reasons_ += " WHEN " + value + " IS NULL THEN " + reason_text(LeftOut::no_employees);
      join(odd_, " OR ", value + " IS NULL");
    };
    add(names_.employees, LeftOut::bad_employees, "1000000000", true,
        !which_.leaves_out_firms_without_employees);
    add(names_.foreign_share_pct, LeftOut::bad_foreign_share, "100", false);
    add(names_.capital, LeftOut::bad_capital, "1e300", false);
    add(names_.revenue, LeftOut::bad_revenue, "1e300", false);
    const auto money = [&](const std::string& name) {
      return has(name) ? column(name) + "::float8" : std::string("NULL::float8");
    };
    values_ = column(names_.employees) + "::int8 AS employees, " + money(names_.capital) + " AS capital, " +
              money(names_.revenue) + " AS revenue, " + fdi() + " AS fdi";
  }

  /// Rows for which `where` holds: what they are counted by, and `what` besides.
  std::string rows(const std::string& what, const std::string& where) {
    const std::string select = "SELECT " + column(names_.sector) + " AS sector, " +
                               (has(names_.year) ? column(names_.year) + " AS year, " : "") + what + ", ";
    if (has(names_.unit))
      return select + column(names_.unit) + " AS unit FROM " + table_ + " AS t WHERE " + where;
    if (places_.empty()) places_ = place_rows();
    // OFFSET keeps the server from looking for a place more than once; '0' is known to be no limit when it decides what may run in parallel.
    return select + places_ + " WHERE " + where + " OFFSET '0'";
  }

  // --- places

  std::string place_rows() {
    const UnitGrid grid = unit_grid(areas_);
    const bool is_point = has(names_.point);
    const std::string x =
        is_point ? postgis_ + ".st_x(" + column(names_.point) + ")" : column(names_.x) + "::float8";
    const std::string y =
        is_point ? postgis_ + ".st_y(" + column(names_.point) + ")" : column(names_.y) + "::float8";
    const auto& g = grid.grid;
    const std::string west = bind(g.west), east = bind(g.east), south = bind(g.south), north = bind(g.north);
    const auto among = [&](const std::string& a, const std::string& b) {
      return "(" + a + " >= " + west + " AND " + a + " <= " + east + " AND " + b + " >= " + south + " AND " +
             b + " <= " + north + ")";
    };
    const auto step = [&](const std::string& value, const std::string& from, double per_unit,
                          std::uint32_t count) {
      return "least(floor((" + value + " - " + from + ") * " + bind(per_unit) + ")::int4, " +
             std::to_string(count - 1) + ")";
    };
    std::string cell = "NULL::int4";
    if (g.columns > 0)
      cell = "CASE WHEN " + among(x, y) + " THEN " + step(y, south, g.rows_per_y, g.rows) + " * " +
             std::to_string(g.columns) + " + " + step(x, west, g.columns_per_x, g.columns) + " END";

    // A row for each cell, so that no place can be in it twice.
    std::string numbers = "{";
    for (const UnitGrid::Cell& one : grid.cells)
      numbers += (numbers.size() > 1 ? "," : "") + std::to_string(one.number);
    std::string arrays = bind(numbers + "}", "int4[]"), names = "cell", pieces = "c.cell", found;
    const std::string place = postgis_ + ".st_point(" + x + ", " + y + ")";
    for (std::size_t i = 0; i < grid.most_candidates; ++i) {
      std::string units = "{";
      ByteaArray wkb;
      for (const UnitGrid::Cell& one : grid.cells) {
        const bool is_there = i < one.candidates.size();
        units += (units.size() > 1 ? "," : "") +
                 (is_there ? std::to_string(one.candidates[i].unit) : std::string("NULL"));
        wkb.add(is_there && !one.candidates[i].piece.empty() ? &one.candidates[i].piece : nullptr);
      }
      const std::string n = std::to_string(i);
      arrays += ", " + bind(units + "}", "int4[]") + ", " + bind(wkb.value(), "bytea[]", true);
      names += ", u" + n + ", w" + n;
      pieces += ", c.u" + n + ", " + postgis_ + ".st_geomfromwkb(c.w" + n + ") AS p" + n;
      found += " WHEN e.u" + n + " IS NOT NULL AND (e.p" + n + " IS NULL OR " + postgis_ +
               ".st_intersects(e.p" + n + ", " + place + ")) THEN e.u" + n;
    }
    const auto is_no_number = [](const std::string& value) {
      return value + " IN ('NaN'::float8, 'Infinity'::float8, '-Infinity'::float8)";
    };
    // One key tells both, the reason as a number below 0: of several keys the planner expects more sums than there are.
    const std::string unit =
        "CASE" + found + " WHEN " + x + " IS NULL OR " + y + " IS NULL THEN -" +
        reason_text(LeftOut::no_place) + " WHEN " + is_no_number(x) + " OR " + is_no_number(y) + " THEN -" +
        reason_text(LeftOut::bad_coordinate) + " WHEN " + among(y, x) + " AND NOT " + among(x, y) +
        " THEN -" + reason_text(LeftOut::exchanged) + " ELSE -" + reason_text(LeftOut::outside) + " END";
    // OFFSET keeps the server from making a piece anew for each of its places, and DISTINCT tells it that a place meets one cell.
    return unit + " AS unit, " + x + " AS x, " + y + " AS y FROM " + table_ +
           " AS t LEFT JOIN (SELECT DISTINCT ON (c.cell) " + pieces + " FROM unnest(" + arrays + ") AS c(" +
           names + ") OFFSET '0') AS e ON e.cell = " + cell;
  }

  // --- sums of rows

  [[nodiscard]] std::string keys() const {
    std::string all = "r.unit, r.sector";
    if (has(names_.year)) all += ", r.year";
    return all;
  }

  std::string sums() {
    std::string all =
        "count(*) AS n, count(*) FILTER (WHERE r.fdi) AS fdi, count(*) FILTER (WHERE r.fdi IS NULL) AS fdi_unknown, "
        "sum(r.employees) AS employees, count(*) FILTER (WHERE r.employees IS NULL) AS employees_unknown";
    if (which_.secrecy.dominant == 1) all += ", max(r.employees) AS largest";
    if (which_.secrecy.dominant > 1)
      all +=
          ", (array_agg(r.employees ORDER BY r.employees DESC) FILTER (WHERE r.employees IS NOT NULL))[1:" +
          std::to_string(which_.secrecy.dominant) + "] AS largest";
    for (std::size_t i = 0; i < questions_.size(); ++i)
      all += ", count(*) FILTER (WHERE " + questions_[i] + ") AS sme" + std::to_string(i) +
             ", count(*) FILTER (WHERE (" + questions_[i] + ") IS NULL) AS sme" + std::to_string(i) +
             "_unknown";
    return all + place_text();
  }

  /// The same columns, of rows of which nothing is summed.
  [[nodiscard]] std::string no_sums() const {
    std::string all =
        "count(*) AS n, 0::int8 AS fdi, 0::int8 AS fdi_unknown, NULL::numeric AS employees, 0::int8 AS employees_unknown";
    if (which_.secrecy.dominant == 1) all += ", NULL::int8 AS largest";
    if (which_.secrecy.dominant > 1) all += ", NULL::int8[] AS largest";
    for (std::size_t i = 0; i < questions_.size(); ++i)
      all += ", 0::int8 AS sme" + std::to_string(i) + ", 0::int8 AS sme" + std::to_string(i) + "_unknown";
    return all + place_text();
  }

  [[nodiscard]] std::string place_text() const {
    if (has(names_.unit)) return {};
    return ", min(CASE WHEN r.unit < 0 THEN r.x::text || ' ' || r.y::text END) AS place_text";
  }

  // --- what the codes mean

  std::string meant(const std::string& summed) {
    const bool has_codes = has(names_.unit);
    const std::string sector_text = trimmed("g.sector");
    const std::string code = which_.sectors.digits > 0
                                 ? "left(" + sector_text + ", " + std::to_string(which_.sectors.digits) + ")"
                                 : sector_text;
    std::string sql = " FROM (" + summed + ") AS g", sector = code;
    std::string kind = "CASE", example = "CASE";
    if (has(names_.year)) {
      kind += " WHEN g.year IS NULL OR g.year < 1900 OR g.year > 9999 THEN " + reason_text(LeftOut::no_year);
      example += " WHEN g.year IS NULL OR g.year < 1900 OR g.year > 9999 THEN g.year::text";
    }
    if (has_codes) {
      const std::string text = trimmed("g.unit");
      kind += " WHEN " + text + " IS NULL THEN " + reason_text(LeftOut::no_place) +
              " WHEN u.place IS NULL THEN " + reason_text(LeftOut::unknown_unit);
      example += " WHEN u.place IS NULL THEN " + text;
      sql += " LEFT JOIN unnest(" + bind(array_text(units_.codes), "text[]") +
             ") WITH ORDINALITY AS u(code, place) ON u.code = " + text;
    } else {
      kind += " WHEN g.unit < 0 THEN -g.unit";
      example += " WHEN g.unit < 0 THEN g.place_text";
    }
    kind += " WHEN " + sector_text + " IS NULL THEN " + reason_text(LeftOut::no_sector);
    example += " WHEN " + sector_text + " IS NULL THEN NULL";
    if (!which_.sectors.codes.empty()) {
      std::vector<std::string> codes, sectors;
      for (const auto& [from, to] : which_.sectors.codes) {
        codes.push_back(from);
        sectors.push_back(to);
      }
      sql += " LEFT JOIN unnest(" + bind(array_text(codes), "text[]") + ", " +
             bind(array_text(sectors), "text[]") + ") AS s(code, sector) ON s.code = " + code;
      sector = "s.sector";
      kind += " WHEN s.sector IS NULL THEN " + reason_text(LeftOut::unknown_sector);
      example += " WHEN s.sector IS NULL THEN " + sector_text;
    }
    const std::string year =
        has(names_.year) ? "g.year::int4" : std::to_string(year_of(which_.period).value_or(0));
    return "SELECT " + kind + " ELSE g.reason END AS kind, " + example +
           " ELSE g.odd::text END AS example, " + (has_codes ? "u.place - 1" : "g.unit::int8") +
           " AS unit, " + sector + " AS sector, CASE WHEN " +
           (has(names_.year) ? "g.year BETWEEN 1900 AND 9999" : "TRUE") + " THEN " + year + " END AS year, " +
           carried() + sql;
  }

  /// Sums that go through as they are.
  [[nodiscard]] std::string carried() const {
    std::string all = "g.n, g.fdi, g.fdi_unknown, g.employees, g.employees_unknown";
    if (which_.secrecy.dominant > 0) all += ", g.largest";
    for (std::size_t i = 0; i < questions_.size(); ++i)
      all += ", g.sme" + std::to_string(i) + ", g.sme" + std::to_string(i) + "_unknown";
    return all;
  }

  std::string totals() {
    std::string all =
        "sum(n)::int8, sum(fdi)::int8, sum(fdi_unknown)::int8, sum(employees)::int8, sum(employees_unknown)::int8, ";
    all += which_.secrecy.dominant == 0 ? "NULL"
           : which_.secrecy.dominant == 1
               ? "CASE WHEN kind = 0 THEN max(largest)::text END"
               : "CASE WHEN kind = 0 THEN string_agg(array_to_string(largest, ','), ',') END";
    all += ", min(CASE WHEN kind <> 0 THEN example END), max(CASE WHEN kind <> 0 THEN example END)";
    for (std::size_t i = 0; i < questions_.size(); ++i)
      all += ", sum(sme" + std::to_string(i) + ")::int8, sum(sme" + std::to_string(i) + "_unknown)::int8";
    return all;
  }

  const Register& which_;
  const FirmUnits& units_;
  std::span<const core::geom::MultiPolygon> areas_;
  std::string table_, postgis_;
  const std::map<std::string, ServerColumn>& columns_;
  const Connection& quotes_;
  const RegisterColumns& names_;
  std::vector<std::string> questions_{};
  std::string values_{}, good_{}, odd_{}, reasons_{}, odd_numbers_{}, places_{};
  ServerStatement made_{};
};

}  // namespace

ServerStatement server_statement(const Register& which, const FirmUnits& units,
                                 std::span<const core::geom::MultiPolygon> areas, const std::string& table,
                                 const std::string& postgis,
                                 const std::map<std::string, ServerColumn>& columns,
                                 const Connection& quotes) {
  return Statement(which, units, areas, table, postgis, columns, quotes).make();
}

}  // namespace vicinia::gis::firms
