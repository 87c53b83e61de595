// vicinia firms: a register of firms, in a file or on a server, as the observations of a data set.
#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "boundaries.h"
#include "command.h"
#include "output.h"
#include "progress_line.h"
#include "stop_on_interrupt.h"
#include "usage.h"
#include "vicinia/gis/files/read_file.h"
#include "vicinia/gis/firms/aggregation.h"
#include "vicinia/gis/firms/observations_csv.h"
#include "vicinia/gis/firms/secrecy.h"
#include "vicinia/gis/firms/server_register.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/workspace/words/firm_words.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::cli {
namespace {

using core::ErrorCode;
using core::Status;
namespace firms = gis::firms;

/// Columns and rules: those of --rules, with what other options say in their place.
class RegisterOptions {
 public:
  void setup(CLI::App& app) {
    const OptionGroup group(app, "Columns and rules");
    app.add_option("--rules", file_, "Columns and rules as JSON; the options below count more")
        ->type_name("FILE");
    struct Column {
      const char* option;
      std::string firms::RegisterColumns::*member;
      const char* help;
    };
    for (const Column& column :
         {Column{"--unit-column", &firms::RegisterColumns::unit, "Code of the unit that the firm is in"},
          Column{"--x-column", &firms::RegisterColumns::x, "Longitude, or east"},
          Column{"--y-column", &firms::RegisterColumns::y, "Latitude, or north"},
          Column{"--point-column", &firms::RegisterColumns::point,
                 "Of a server: PostGIS points in place of both"},
          Column{"--register-crs", &firms::RegisterColumns::crs,
                 "Coordinate system of the places; default: EPSG:4326"},
          Column{"--sector-column", &firms::RegisterColumns::sector, "Code of the sector"},
          Column{"--employees-column", &firms::RegisterColumns::employees, "Number of employees"},
          Column{"--foreign-share-column", &firms::RegisterColumns::foreign_share_pct,
                 "Foreign capital in per cent"},
          Column{"--ownership-column", &firms::RegisterColumns::ownership,
                 "Code of the owner, in place of the share"},
          Column{"--capital-column", &firms::RegisterColumns::capital, "Capital, that SME law asks for"},
          Column{"--revenue-column", &firms::RegisterColumns::revenue, "Revenue, that SME law asks for"},
          Column{"--year-column", &firms::RegisterColumns::year, "Year of four digits"}})
      app.add_option_function<std::string>(
             column.option,
             [this, member = column.member](const std::string& name) {
               changes_.push_back([member, name](firms::Register& rules) { rules.columns.*member = name; });
             },
             column.help)
          ->type_name(std::string_view(column.option) == "--register-crs" ? "CRS" : "COLUMN");
    add(app, "--period", "Year of all rows, where they have no column of it", "YEAR", anything(),
        [](firms::Register& rules, const std::string& text) { rules.period = text; });
    add(app, "--decimal", "Decimal mark of the numbers of a file, where they leave a doubt", "MARK",
        CLI::IsMember({".", ","}), [](firms::Register& rules, const std::string& text) {
          rules.decimal = text == "," ? gis::io::DecimalMark::comma : gis::io::DecimalMark::point;
        });
    add(app, "--money-unit", "Dong that 1 of capital and revenue stands for; default: 1000000", "DONG",
        number_from(0),
        [](firms::Register& rules, const std::string& text) { rules.money_unit_vnd = std::stod(text); });
    add(app, "--sector-digits", "First characters of a sector's code that count; default: all", "COUNT",
        number_between(0, 20), [](firms::Register& rules, const std::string& text) {
          rules.sectors.digits = static_cast<std::size_t>(std::stod(text));
        });
    app.add_option(
           "--sectors", sectors_,
           "Table with code, sector_no and, if law needs it, group (agriculture, industry, services): which codes "
           "are which sectors; default: each code is one, and its group that of VSIC")
        ->type_name("FILE");
    add(app, "--sme", "SMEs by the law of the year, by its limits of employees alone, or not counted", "RULE",
        CLI::IsMember({"law", "employees", "none"}), [](firms::Register& rules, const std::string& text) {
          rules.sme.by = text == "law"         ? firms::SmeRule::By::law
                         : text == "employees" ? firms::SmeRule::By::employees
                                               : firms::SmeRule::By::none;
        });
    add(app, "--sme-law", "Decree, whatever the year", "DECREE",
        CLI::IsMember({"90/2001", "56/2009", "39/2018", "80/2021"}),
        [](firms::Register& rules, const std::string& text) { rules.sme.law = firms::sme_law_named(text); });
    add(app, "--fdi-share", "Foreign-invested from so many per cent of foreign capital; default: any", "PCT",
        number_between(0, 100),
        [](firms::Register& rules, const std::string& text) { rules.fdi.min_share_pct = std::stod(text); });
    app.add_option("--fdi-ownership", ownership_, "Code that means foreign-invested; may be repeated")
        ->type_name("CODE")
        ->allow_extra_args(false);
    app.add_flag("--leave-out-without-employees", leaves_out_,
                 "Leave firms without employees out; else their cells have no number of employees");
    add(app, "--min-firms", "Secrecy: cells with fewer firms are not published", "COUNT",
        number_between(0, 1000), [](firms::Register& rules, const std::string& text) {
          rules.secrecy.min_firms = static_cast<std::size_t>(std::stod(text));
        });
    add(app, "--dominant", "Secrecy: neither are cells whose largest firms, so many …", "COUNT",
        number_between(0, firms::most_dominant), [](firms::Register& rules, const std::string& text) {
          rules.secrecy.dominant = static_cast<std::size_t>(std::stod(text));
        });
    add(app, "--dominant-share", "… have more than this share of its employees", "PCT",
        number_between(0, 100), [](firms::Register& rules, const std::string& text) {
          rules.secrecy.dominant_share_pct = std::stod(text);
        });
  }

  [[nodiscard]] core::Result<firms::Register> read() {
    firms::Register rules;
    if (!file_.empty()) {
      const auto text = gis::files::read_file(file_, gis::files::most_bytes_of_a_document);
      if (!text) return core::fail(text.error());
      auto read = firms::read_register(*text);
      if (!read) {
        core::Error error = read.error();
        error.subject.file = file_;
        return core::fail(std::move(error));
      }
      rules = *std::move(read);
    }
    for (const auto& change : changes_) change(rules);
    if (!ownership_.empty()) rules.fdi.ownership = ownership_;
    if (leaves_out_) rules.leaves_out_firms_without_employees = true;
    if (auto ok = read_sectors(rules.sectors); !ok) return core::fail(ok.error());
    if (auto ok = firms::check(rules); !ok) return core::fail(ok.error());
    return rules;
  }
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> all;
    for (const std::string& file : {file_, sectors_})
      if (!file.empty()) all.push_back(file);
    return all;
  }

 private:
  using Change = std::function<void(firms::Register&, const std::string&)>;
  static CLI::Validator anything() {
    return {[](std::string&) { return std::string(); }, ""};
  }
  CLI::Option* add(CLI::App& app, const char* name, const char* help, const char* type,
                   const CLI::Validator& check, Change change) {
    return app
        .add_option_function<std::string>(
            name,
            [this, change = std::move(change)](const std::string& text) {
              changes_.push_back([change, text](firms::Register& rules) { change(rules, text); });
            },
            help)
        ->type_name(type)
        ->check(check);
  }

  Status read_sectors(firms::SectorRule& rule) const {
    if (sectors_.empty()) return {};
    const auto table = gis::io::read_table(gis::io::TableRequest{.file = sectors_, .finds_separator = true});
    if (!table) return core::fail(table.error());
    const auto code = table->column("code"), sector = table->column("sector_no");
    for (const auto* column : {&code, &sector})
      if (!*column) return core::fail(column->error());
    const auto group = table->column("group");
    rule.codes.clear();
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
      const auto& cells = table->rows[row];
      rule.codes[cells[*code]] = cells[*sector];
      if (!group || cells[*group].empty()) continue;
      const auto known = firms::sector_group_named(cells[*group]);
      if (!known)
        return core::fail({.code = ErrorCode::invalid_argument,
                           .subject = {.file = sectors_, .row = table->lines[row], .field = "group"},
                           .detail = cells[*group] + ", not one of: agriculture, industry, services"});
      rule.groups[cells[*sector]] = *known;
    }
    return {};
  }

  std::string file_, sectors_;
  std::vector<std::function<void(firms::Register&)>> changes_{};
  std::vector<std::string> ownership_{};
  bool leaves_out_ = false;
};

class Firms : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand(
        "firms",
        "Counts a register of firms, in a file or on a server, in units and sectors: the observations of a data set");
    auto* file =
        app_->add_option("--register", file_, "Register: a row for each firm, as CSV or any other table")
            ->type_name("FILE");
    app_->add_option("--separator", separator_, "Of CSV; default: what its header has")
        ->type_name("CHARACTER")
        ->needs(file)
        ->check(one_character());
    app_->add_option("--encoding", encoding_, "Of text, whatever it states")->needs(file);
    app_->add_option("--sheet", sheet_, "Of a file with several")->needs(file);
    auto* server =
        app_->add_option("--server", address_,
                         "PostgreSQL that has the register: service=NAME, or an address without a password")
            ->type_name("ADDRESS")
            ->excludes(file);
    app_->add_option("--table", table_, "Its table or view, with its schema")
        ->type_name("TABLE")
        ->needs(server);
    app_->add_option("--timeout", timeout_s_,
                     "Seconds that the server may take; default: as long as it allows")
        ->type_name("SECONDS")
        ->needs(server)
        ->check(number_between(1, 86'400));
    boundaries_.setup(*app_);
    for (const char* unused : {"--tolerance", "--crs"}) app_->remove_option(app_->get_option(unused));
    app_->add_option("--id", id_, "Field with the codes of the units")->type_name("FIELD")->required();
    rules_.setup(*app_);
    app_->add_option("--out", out_, "Observations to write, as CSV; default: the terminal")
        ->type_name("FILE");
    app_->add_flag("--only-with-firms", only_with_firms_, "No rows of 0 for units and sectors without firms");
    app_->add_option("--save-rules", save_rules_, "Columns and rules, to be used again by --rules")
        ->type_name("FILE");
    app_->add_option("--disclosure", disclosure_, "What readers can tell of withheld cells, as CSV")
        ->type_name("FILE");
    app_->add_option("--published-totals", totals_, "Totals that readers have")
        ->check(CLI::IsMember({"both", "units", "sectors", "none"}))
        ->capture_default_str();
    app_->add_option("--narrow", narrow_pct_, "A value is told narrowly within so many per cent of it")
        ->type_name("PCT")
        ->check(number_between(0, 100))
        ->capture_default_str();
    app_->footer(
        "Rows that cannot be counted are left out, and told: a line for each reason, with the first of them. An empty field of the result is not "
        "published.\n"
        "A server counts by itself, in a read-only transaction; passwords stay in pg_service.conf, PGPASSFILE or PGPASSWORD.\n"
        "Example: vicinia firms --register firms.csv --x-column lon --y-column lat --sector-column vsic --sector-digits 2 --employees-column workers\n"
        "  --period 2020 --sme employees --boundaries districts.shp --id code --min-firms 3 --out observations.csv");
  }

  Status run() override {
    if (file_.empty() && !is_server())
      return core::fail({.code = ErrorCode::invalid_argument,
                         .subject = {.field = "--register"},
                         .detail = "one of these is needed: --register; --server, --table"});
    if (is_server() && table_.empty())
      return core::fail({.code = ErrorCode::invalid_argument,
                         .subject = {.field = "--table"},
                         .detail = "one of these is needed: --table"});
    if (is_server())
      if (auto ok = firms::check_address(address_); !ok) return ok;
    std::vector<std::string> inputs = rules_.files();
    inputs.push_back(boundaries_.file());
    if (!file_.empty()) inputs.push_back(file_);
    for (const std::string& out : {out_, save_rules_, disclosure_})
      if (auto ok = check_output(out, inputs); !ok) return ok;
    const auto rules = rules_.read();
    if (!rules) return core::fail(rules.error());
    if (auto ok = boundaries_.read(); !ok) return ok;
    if (auto ok = boundaries_.join(id_); !ok) return ok;
    const auto matrix = count(*rules);
    if (!matrix) return core::fail(matrix.error());
    const auto secret = firms::secret_cells(*matrix, rules->secrecy);
    const auto disclosure = firms::audit_secrecy(*matrix, secret, rules->secrecy, totals(), narrow_pct_);
    if (!disclosure) return core::fail(disclosure.error());
    tell_of(*matrix, *rules, *disclosure);
    if (!save_rules_.empty())
      if (auto ok = write_output(save_rules_, firms::register_json(*rules)); !ok) return ok;
    if (!disclosure_.empty())
      if (auto ok = write_output(disclosure_, firms::secrecy_csv(*matrix, *disclosure)); !ok) return ok;
    return write_output(
        out_, firms::observations_csv(*matrix, *rules, secret,
                                      only_with_firms_ ? firms::Rows::with_firms : firms::Rows::all));
  }

 private:
  static CLI::Validator one_character() {
    return {[](std::string& text) {
              return text.size() == 1 || text == "\\t"
                         ? std::string()
                         : complaint("\"" + text + "\" không phải là một ký tự.",
                                     "\"" + text + "\" is not one character.");
            },
            ""};
  }
  [[nodiscard]] bool is_server() const { return app_->count("--server") > 0; }
  [[nodiscard]] firms::PublishedTotals totals() const {
    return {totals_ == "both" || totals_ == "units", totals_ == "both" || totals_ == "sectors"};
  }

  [[nodiscard]] core::Result<firms::FirmMatrix> count(const firms::Register& rules) const {
    const StopOnInterrupt interrupt;
    ProgressLine line;
    const core::Task task{interrupt.token(), [&line](double share, std::string_view) { line.show(share); },
                          notes_on_stderr(environment_language())};
    const firms::FirmUnits units{boundaries_.names, boundaries_.areas, boundaries_.layer.crs};
    if (is_server()) {
      firms::ServerTable table = firms::server_table_named(address_, table_);
      table.timeout = std::chrono::seconds(static_cast<long>(timeout_s_));
      return firms::aggregate(table, rules, units, task);
    }
    gis::io::TableRequest request{
        .file = file_, .finds_separator = true, .sheet = sheet_, .encoding = encoding_};
    if (!separator_.empty()) request.separator = separator_ == "\\t" ? '\t' : separator_.front();
    return firms::aggregate(request, rules, units, task);
  }

  void tell_of(const firms::FirmMatrix& matrix, const firms::Register& rules,
               const firms::SecrecyReport& disclosure) const {
    const auto language = environment_language();
    tell(workspace::firm_summary(matrix.kept, matrix.rows, matrix.cells.size(), matrix.units.size(),
                                 matrix.sectors.size(), matrix.periods.size(), language));
    for (core::Finding finding : matrix.told(rules)) {
      if (finding.subject.file.empty()) finding.subject.file = is_server() ? table_ : file_;
      tell(workspace::error_text(finding, language));
    }
    if (const auto told = disclosure.told(matrix.cells.size())) tell(workspace::error_text(*told, language));
  }

  Boundaries boundaries_;
  RegisterOptions rules_;
  std::string file_, separator_, encoding_, sheet_, address_, table_, id_, out_, save_rules_, disclosure_,
      totals_ = "both";
  double timeout_s_ = 0, narrow_pct_ = 10;
  bool only_with_firms_ = false;
};

}  // namespace

std::unique_ptr<Command> make_firms_command() { return std::make_unique<Firms>(); }

}  // namespace vicinia::cli
