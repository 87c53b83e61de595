// A register in PostgreSQL counts to what the same rows in a file count to; and what is said where the server does not play along.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <thread>

#include "gis/firms/firm_data.h"
#include "gis/firms/private_server.h"
#include "gis/io/expect_error.h"
#include "support/temporary_folder.h"
#include "vicinia/gis/firms/server_register.h"

namespace vicinia::gis::firms {
namespace {

using test_data::Country;
using test_data::Firm;
using testing::HasSubstr;
using testing::Not;

TEST(ServerAddress, WithAPasswordIsRefusedAndNotRepeated) {
  for (const char* address : {"postgresql://me:secret@host/db", "host=h password=secret",
                              "postgresql://host/db?password=secret", "host=h sslpassword=secret",
                              "postgresql://me:secret@host/db?nosuchoption=1", "host=h password='secret"}) {
    const auto ok = check_address(address);
    ASSERT_FALSE(ok.has_value()) << address;
    EXPECT_EQ(ok.error().code, core::ErrorCode::password_in_address) << address;
    EXPECT_THAT(test::text_of(ok.error()), Not(HasSubstr("secret")));
  }
  for (const char* address :
       {"", "service=statistics", "postgresql://me@host:5432/db", "host=h port=1 dbname=d"})
    EXPECT_TRUE(check_address(address).has_value()) << address;
}

/// One server for all tests of the file, or the reason why there is none.
class Server : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    said_ = new std::string;
    server_ = test_data::PrivateServer::start(*said_).release();
    if (server_ != nullptr)
      has_postgis_ =
          server_->sql("SELECT count(*) FROM pg_available_extensions WHERE name = 'postgis'") == "1\n";
    if (has_postgis_) server_->sql("CREATE EXTENSION postgis");
  }
  static void TearDownTestSuite() {
    delete server_;
    delete said_;
    server_ = nullptr;
  }
  void SetUp() override {
    if (server_ == nullptr && !test_data::postgres_programs()) GTEST_SKIP() << "Skipped: " << *said_;
    ASSERT_NE(server_, nullptr) << *said_;
  }

  static std::vector<Firm> firms(const Country& country, std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto upto = [&](int most) {
      return static_cast<int>(random() % static_cast<std::uint64_t>(most + 1));
    };
    const auto maybe = [&](double number) { return upto(9) == 0 ? std::nullopt : std::optional(number); };
    std::vector<Firm> all;
    for (std::size_t i = 0; i < count; ++i) {
      Firm firm{
          .unit = upto(30) == 0 ? "" : "u" + std::to_string(upto(static_cast<int>(country.areas.size()))),
          .sector =
              std::array{"01110", "13110", "14100", "46900", "X9", ""}[static_cast<std::size_t>(upto(5))],
          .foreign_share = maybe(upto(3) == 0 ? upto(1000) / 10.0 : 0),
          .capital = maybe(upto(2'000'000) / 10.0),
          .revenue = maybe(upto(400'000)),
          .year = 2006 + upto(18)};
      if (const auto employees = maybe(upto(20) == 0 ? upto(3000) : upto(320)))
        firm.employees = static_cast<int>(*employees);
      const auto& ring = country.areas[random() % country.areas.size()].front().outer();
      const auto& corner = ring[random() % ring.size()];
      const bool at_corner = upto(9) == 0;
      firm.x = at_corner ? corner.x() : 495'000 + upto(600'000) / 10.0;
      firm.y = at_corner ? corner.y() : 995'000 + upto(500'000) / 10.0;
      all.push_back(std::move(firm));
    }
    return all;
  }

  /// The rows as text that COPY reads.
  static std::string copied(const std::vector<Firm>& firms) {
    std::string text = test_data::csv(firms);
    return text.substr(text.find('\n') + 1) + "\\.\n";
  }
  static constexpr const char* columns =
      "(id int, unit text, lon float8, lat float8, vsic varchar(8), workers int, \"foreign\" numeric, capital float8, revenue numeric, year smallint)";
  static void create(const std::string& table, const std::vector<Firm>& firms) {
    server_->sql("DROP TABLE IF EXISTS " + table + "; CREATE TABLE " + table + " " + columns + ";\nCOPY " +
                 table + " FROM STDIN WITH (FORMAT csv);\n" + copied(firms));
  }

  static void expect_same(const core::Result<FirmMatrix>& server, const core::Result<FirmMatrix>& file) {
    ASSERT_VALUE(server);
    ASSERT_VALUE(file);
    EXPECT_EQ(server->sectors, file->sectors);
    EXPECT_EQ(server->periods, file->periods);
    EXPECT_EQ(server->rows, file->rows);
    EXPECT_EQ(server->kept, file->kept);
    for (std::size_t reason = 0; reason < left_out_kinds; ++reason)
      EXPECT_EQ(server->left_out[reason].count, file->left_out[reason].count)
          << name_of(static_cast<LeftOut>(reason));
    for (const LeftOut reason : {LeftOut::unknown_unit, LeftOut::unknown_sector, LeftOut::outside})
      EXPECT_EQ(server->of(reason).examples.empty(), file->of(reason).examples.empty()) << name_of(reason);
    ASSERT_EQ(server->cells.size(), file->cells.size());
    for (std::size_t i = 0; i < server->cells.size(); ++i)
      EXPECT_TRUE(server->cells[i] == file->cells[i]) << i;
  }
  core::Result<FirmMatrix> from_file(const std::vector<Firm>& firms, const Register& rules,
                                     const Country& country) {
    const auto path = folder_.path() / "register.csv";
    std::ofstream(path) << test_data::csv(firms);
    return aggregate({.file = path}, rules, country.units());
  }
  static ServerTable table(const std::string& name) { return server_table_named(server_->address(), name); }

  test::TemporaryFolder folder_;
  static inline test_data::PrivateServer* server_ = nullptr;
  static inline std::string* said_ = nullptr;
  static inline bool has_postgis_ = false;
};

TEST_F(Server, CountsByCodesWhatAFileCounts) {
  const Country country(4, 3);
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto some = firms(country, 2000, seed);
    create("by_code", some);
    Register rules = test_data::rules_by_code();
    if (seed == 2) rules.secrecy.dominant = 1;
    if (seed == 3) {
      rules.secrecy = {};
      rules.sme.by = SmeRule::By::employees;
      rules.fdi = {.min_share_pct = 50, .is_more_than = true};
      rules.sectors.codes = {{"13", "I"}, {"14", "I"}, {"46", "T"}};
      rules.sectors.groups = {{"I", SectorGroup::industry}};
    }
    if (seed == 4) {
      rules.leaves_out_firms_without_employees = true;
      rules.sme = {.by = SmeRule::By::stated};
      rules.sme.stated[0] = {SizeTest::any_of, {.employees = 50, .revenue_vnd = 1e11}};
      rules.sme.stated[1] = {SizeTest::employees_and_any_of,
                             {.employees = 100, .capital_vnd = 5e10, .revenue_vnd = 1e11}};
      rules.sme.stated[2] = {SizeTest::all_of, {.employees = 30, .capital_vnd = 9e10}};
    }
    expect_same(aggregate(table("by_code"), rules, country.units()), from_file(some, rules, country));
  }
}

TEST_F(Server, CountsByPlacesWhatAFileCounts) {
  if (!has_postgis_) GTEST_SKIP() << "Skipped: postgis is not installed";
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Country country(4, 3, seed);
    const auto some = firms(country, 3000, seed);
    create("by_place", some);
    const Register rules = test_data::rules_by_place();
    expect_same(aggregate(table("public.by_place"), rules, country.units()), from_file(some, rules, country));
    server_->sql(
        "ALTER TABLE by_place ADD COLUMN geom geometry(Point, 32648); UPDATE by_place SET geom = ST_SetSRID(ST_Point(lon, lat), 32648)");
    Register points = rules;
    points.columns.x = points.columns.y = "";
    points.columns.point = "geom";
    expect_same(aggregate(table("by_place"), points, country.units()), from_file(some, rules, country));
  }
}

TEST_F(Server, OddNumbersAreLeftOutAsInAFile) {
  const Country country(2, 2);
  server_->sql(
      R"(DROP TABLE IF EXISTS odd; CREATE TABLE odd (unit text, vsic int, workers numeric, "foreign" float8, owner int, capital float8, revenue float8, year int);
    INSERT INTO odd VALUES ('u0', 13, 5, 0, 1, 1, 1, 2020), (' u0 ', 13, 1.5, 0, 1, 1, 1, 2020), ('u0', 13, -3, 0, 1, 1, 1, 2020), ('u0', 13, 'NaN', 0, 1, 1, 1, 2020),
    ('u0', 13, 5, 'NaN', 1, 1, 1, 2020), ('u0', 13, 5, 101, 1, 1, 1, 2020), ('u0', 13, 5, 0, 1, -1, 1, 2020), ('u0', 13, 5, 0, 1, 1, 'Infinity', 2020),
    ('u0', 13, 5, 0, 1, 1, 1, 20), ('u0', 13, 5, 0, 1, 1, 1, NULL), ('u9', 13, 5, 0, 1, 1, 1, 2020), (NULL, 13, 5, 0, 1, 1, 1, 2020), ('u0', NULL, 5, 0, 1, 1, 1, 2020))");
  const auto matrix = aggregate(table("odd"), test_data::rules_by_code(), country.units());
  ASSERT_VALUE(matrix);
  EXPECT_EQ(matrix->kept, 1u);
  EXPECT_EQ(matrix->rows, 13u);
  EXPECT_EQ(matrix->of(LeftOut::bad_employees).count, 3u);
  EXPECT_EQ(matrix->of(LeftOut::bad_employees).examples.front().value, "-3");
  EXPECT_EQ(matrix->of(LeftOut::bad_foreign_share).count, 2u);
  EXPECT_EQ(matrix->of(LeftOut::bad_capital).count, 1u);
  EXPECT_EQ(matrix->of(LeftOut::bad_revenue).count, 1u);
  EXPECT_EQ(matrix->of(LeftOut::no_year).count, 2u);
  EXPECT_EQ(matrix->of(LeftOut::unknown_unit).examples.front().value, "u9");
  EXPECT_EQ(matrix->of(LeftOut::no_place).count, 1u);
  EXPECT_EQ(matrix->of(LeftOut::no_sector).count, 1u);
  Register by_owner = test_data::rules_by_code();
  by_owner.columns.foreign_share_pct = "";
  by_owner.columns.ownership = "owner";
  by_owner.fdi.ownership = {"1", "x"};
  const auto owned = aggregate(table("odd"), by_owner, country.units());
  ASSERT_VALUE(owned);
  EXPECT_EQ(owned->cells.front().fdi, owned->cells.front().enterprises);
}

TEST_F(Server, ThreeServersCountTheirOwnPartsOfATable) {
  const Country country(4, 3);
  auto some = firms(country, 3000, 5);
  for (Firm& firm : some) firm.year = firm.year < 2015 ? 2012 : 2020;  // few sums of many rows
  std::vector<std::unique_ptr<test_data::PrivateServer>> others;
  std::string parts =
      "DROP TABLE IF EXISTS parted; CREATE EXTENSION IF NOT EXISTS postgres_fdw; CREATE TABLE parted " +
      std::string(columns) + " PARTITION BY HASH (unit);\n";
  for (int i = 0; i < 3; ++i) {
    std::string said;
    others.push_back(test_data::PrivateServer::start(said));
    ASSERT_NE(others.back(), nullptr) << said;
    others.back()->sql("CREATE TABLE part " + std::string(columns));
    const std::string n = std::to_string(i);
    parts += "CREATE SERVER s" + n + " FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '" +
             std::to_string(others.back()->port()) +
             "', dbname 'postgres');\nCREATE USER MAPPING FOR postgres SERVER s" + n +
             " OPTIONS (user 'postgres');\nCREATE FOREIGN TABLE part" + n +
             " PARTITION OF parted FOR VALUES WITH (MODULUS 3, REMAINDER " + n + ") SERVER s" + n +
             " OPTIONS (table_name 'part');\n";
  }
  server_->sql(parts + "COPY parted FROM STDIN WITH (FORMAT csv);\n" + copied(some) + "ANALYZE parted;\n");
  std::size_t rows = 0;
  for (const auto& other : others) {
    const std::size_t of_one = std::stoul(other->sql("SELECT count(*) FROM part"));
    EXPECT_GT(of_one, 100u);
    rows += of_one;
  }
  EXPECT_EQ(rows, some.size());

  for (const std::size_t dominant : {0, 2}) {
    Register rules = test_data::rules_by_code();
    rules.secrecy.dominant = dominant;
    expect_same(aggregate(table("parted"), rules, country.units()), from_file(some, rules, country));
    const auto plan = explain(table("parted"), rules, country.units());
    ASSERT_VALUE(plan);
    for (const char* part : {"part0", "part1", "part2"})
      EXPECT_THAT(*plan, testing::ContainsRegex("Relations: Aggregate on \\(public\\." + std::string(part)))
          << *plan;
    EXPECT_THAT(*plan, HasSubstr("Remote SQL: SELECT unit, vsic"));
    EXPECT_THAT(*plan, HasSubstr("GROUP BY"));
  }
}

TEST_F(Server, WhatCrossesTheWireDoesNotGrowWithTheTable) {
  const Country country(3, 3);
  server_->sql("DROP TABLE IF EXISTS many; CREATE TABLE many " + std::string(columns));
  std::vector<Traffic> traffic;
  for (const int rows : {20'000, 200'000}) {
    server_->sql(
        "TRUNCATE many; INSERT INTO many SELECT i, 'u' || i % 9, 500000 + i % 3000 * 10, 1000000 + i * 7 % 3000 * 10, (10 + i % 20) || '000', "
        "10 + i % 90, i % 100, 1, 1, 2020 FROM generate_series(1, " +
        std::to_string(rows) + ") AS i");
    for (const bool by_place : {false, true}) {
      if (by_place && !has_postgis_) continue;
      Traffic one;
      Register rules = by_place ? test_data::rules_by_place() : test_data::rules_by_code();
      ASSERT_VALUE(aggregate(table("many"), rules, country.units(), {}, &one));
      traffic.push_back(one);
    }
  }
  for (std::size_t i = 0; i + traffic.size() / 2 < traffic.size(); ++i) {
    const Traffic &small = traffic[i], &large = traffic[i + traffic.size() / 2];
    EXPECT_EQ(small.sent_bytes, large.sent_bytes);
    EXPECT_EQ(small.received_rows, large.received_rows);
    EXPECT_LT(large.received_bytes, small.received_bytes + 2 * small.received_rows * 12)
        << "one digit more in a count";
  }
}

TEST_F(Server, OnlyReadsAndNeverWritesDownAPassword) {
  const Country country(2, 2);
  create("by_code", firms(country, 100, 1));
  server_->sql(
      "CREATE ROLE statistician LOGIN PASSWORD 'quite-secret'; GRANT SELECT ON by_code TO statistician");
  // A password is asked for, of this user alone.
  const auto hba = server_->folder() / "data/pg_hba.conf";
  const std::string before = test::contents(hba);
  std::ofstream(hba) << "host all statistician 127.0.0.1/32 scram-sha-256\n" << before;
  server_->sql("SELECT pg_reload_conf()");
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const Register rules = test_data::rules_by_code();
  ServerTable asked = table("by_code");
  asked.address = server_->address("statistician");
  ::unsetenv("PGPASSWORD");
  ::setenv("PGPASSFILE", (folder_.path() / "none").c_str(), 1);
  auto matrix = aggregate(asked, rules, country.units());
  ASSERT_ERROR(matrix, server_not_reached);
  EXPECT_EQ(matrix.error().subject.field, "password_missing");
  ::setenv("PGPASSWORD", "wrong-guess", 1);
  matrix = aggregate(asked, rules, country.units());
  ASSERT_ERROR(matrix, server_not_reached);
  EXPECT_EQ(matrix.error().subject.field, "password_wrong");
  EXPECT_THAT(test::text_of(matrix.error()), Not(HasSubstr("wrong-guess")));
  ::unsetenv("PGPASSWORD");
  // A service with its file, as people keep it.
  std::ofstream(folder_.path() / "service.conf")
      << "[statistics]\nhost=127.0.0.1\nport=" << server_->port()
      << "\nuser=statistician\ndbname=postgres\npassword=quite-secret\n";
  ::setenv("PGSERVICEFILE", (folder_.path() / "service.conf").c_str(), 1);
  asked.address = "service=statistics";
  matrix = aggregate(asked, rules, country.units());
  ASSERT_VALUE(matrix);
  EXPECT_THAT(server_->log(), HasSubstr("READ ONLY"));
  EXPECT_THAT(server_->log().substr(server_->log().rfind("READ ONLY")), Not(HasSubstr("quite-secret")));
  ::unsetenv("PGSERVICEFILE");
  ::unsetenv("PGPASSFILE");
}

TEST_F(Server, SaysWhatATableLacks) {
  const Country country(2, 2);
  create("changed", firms(country, 100, 1));
  const Register rules = test_data::rules_by_code();
  const auto none = aggregate(table("no_such_table"), rules, country.units());
  ASSERT_ERROR(none, missing_table);
  EXPECT_EQ(none.error().subject.id, "no_such_table");
  server_->sql("ALTER TABLE changed RENAME COLUMN workers TO staff");
  const auto renamed = aggregate(table("changed"), rules, country.units());
  ASSERT_ERROR(renamed, missing_column);
  EXPECT_EQ(renamed.error().subject.field, "workers");
  EXPECT_THAT(renamed.error().detail, HasSubstr("staff"));
  server_->sql(
      "ALTER TABLE changed RENAME COLUMN staff TO workers; ALTER TABLE changed ALTER COLUMN workers TYPE text");
  const auto as_text = aggregate(table("changed"), rules, country.units());
  ASSERT_ERROR(as_text, column_type);
  EXPECT_EQ(as_text.error().detail, "text|integer");
  ServerTable nowhere = table("changed");
  nowhere.address = "host=127.0.0.1 port=1 dbname=x";
  const auto refused = aggregate(nowhere, rules, country.units());
  ASSERT_ERROR(refused, server_not_reached);
  EXPECT_THAT(refused.error().detail, testing::StartsWith("PostgreSQL: "));
  nowhere.address = server_->address("postgres", "no_such_database");
  const auto no_database = aggregate(nowhere, rules, country.units());
  ASSERT_ERROR(no_database, server_not_reached);
  EXPECT_EQ(no_database.error().subject.field, "");
  EXPECT_THAT(no_database.error().detail, HasSubstr("no_such_database"));
}

TEST_F(Server, WithHostileNamesIsOnlyAskedWhatWasMeant) {
  const Country country(2, 2);
  server_->sql(
      "DROP TABLE IF EXISTS \"a\"\"; DROP TABLE b; --\"; CREATE TABLE \"a\"\"; DROP TABLE b; --\" (\"un'it\" text, \"s\"\"\" text, \"w;\" int);"
      "INSERT INTO \"a\"\"; DROP TABLE b; --\" VALUES ('u0', '13', 5), ('u''; DROP', '13', 5)");
  Register rules;
  rules.columns = {.unit = "un'it", .sector = "s\"", .employees = "w;"};
  rules.period = "2020";
  const auto matrix = aggregate(table("a\"; DROP TABLE b; --"), rules, country.units());
  ASSERT_VALUE(matrix);
  EXPECT_EQ(matrix->kept, 1u);
  EXPECT_EQ(matrix->of(LeftOut::unknown_unit).examples.front().value, "u'; DROP");
}

/// A view over a table that takes its time.
class SlowServer : public Server {
 protected:
  void SetUp() override {
    Server::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    server_->sql(
        "CREATE OR REPLACE VIEW slow AS SELECT 'u0'::text AS unit, '13'::text AS vsic, (1 + CASE WHEN pg_sleep(20) IS NULL THEN 1 ELSE 0 END) AS workers");
    rules_.columns = {.unit = "unit", .sector = "vsic", .employees = "workers"};
    rules_.period = "2020";
  }
  Register rules_;
  Country country_{2, 2};
};

TEST_F(SlowServer, StopsWhenItIsAskedToAndTheServerStopsToo) {
  std::stop_source stop;
  std::jthread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    stop.request_stop();
  });
  ASSERT_ERROR(aggregate(table("slow"), rules_, country_.units(), {.stop = stop.get_token()}), cancelled);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  EXPECT_EQ(
      server_->sql(
          "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'vicinia' AND state = 'active'"),
      "0\n");
}

TEST_F(SlowServer, SaysWhenTheTimeIsUp) {
  ServerTable asked = table("slow");
  asked.timeout = std::chrono::seconds(1);
  const auto matrix = aggregate(asked, rules_, country_.units());
  ASSERT_ERROR(matrix, server_refused);
  EXPECT_EQ(matrix.error().subject.field, "timeout");
}

TEST_F(SlowServer, SaysWhenTheConnectionIsLostMidway) {
  std::jthread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    server_->sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vicinia'");
  });
  const auto matrix = aggregate(table("slow"), rules_, country_.units());
  ASSERT_ERROR(matrix, server_lost);
}

}  // namespace
}  // namespace vicinia::gis::firms
