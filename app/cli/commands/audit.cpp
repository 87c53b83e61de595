// vicinia audit: the published values against each other.
#include "vicinia/core/audit/audit.h"
#include "command.h"
#include "output.h"
#include "table_output.h"
#include "usage.h"
#include "vicinia/gis/client/engine_client.h"
#include "vicinia/gis/io/published_list.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/figures/audit_report.h"
#include "vicinia/workspace/tables/audit_table.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::cli {
namespace {

class Audit : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("audit", "Which published values agree with each other, and which cannot");
    dataset_.setup(*app_);
    app_->add_option(
            "--table", table_,
            "A table of its own, without boundaries: CSV, a spreadsheet, DBF …; default: that of the data set")
        ->type_name("FILE")
        ->excludes("--dataset")
        ->excludes("--period");
    app_->add_option("--decimal", decimal_,
                     "Decimal mark of --table's numbers, . or , ; default: the one that they show")
        ->check(CLI::IsMember({".", ","}))
        ->needs("--table");
    app_->add_option("--separator", separator_,
                     "Between --table's columns, e.g. ; default: a comma, or what the header shows")
        ->check([](const std::string& text) {
          return text.size() == 1 ? std::string()
                                  : complaint("\"" + text + "\" không phải là một ký tự.",
                                              "\"" + text + "\" is not one character.");
        })
        ->needs("--table");
    output_.setup(*app_, {"csv", "json", "xlsx", "md", "pdf"}, TableOutput::Out::option,
                  "csv, json, xlsx (a workbook), or a report to read: md, pdf");
    app_->add_flag("--notes", all_notes_, "Every note on --table, rather than a line for each kind");
  }

  core::Status run() override {
    if (auto ok =
            table_.empty() ? dataset_.check_output(output_.file()) : check_output(output_.file(), {table_});
        !ok)
      return ok;
    core::audit::PublishedTable table;
    std::string period, source = std::filesystem::path(table_).filename().string();
    if (table_.empty()) {
      const auto open = dataset_.open();
      if (!open) return core::fail(open.error());
      const core::Dataset& data = (*open)->dataset();
      table = core::audit::published_table(data, (*open)->document().view.period);
      period = data.periods[(*open)->view().period];
      source = workspace::pick(data.provenance.source, dataset_.language()) +
               workspace::period_in_title(data, (*open)->view().period, dataset_.language());
    } else {
      auto read = gis::io::read_published_list(list_source(), workspace::built_in_spellings());
      if (!read) return core::fail(read.error());
      tell_of(read->findings);
      table = std::move(read->table);
    }
    const core::audit::Audit audit = core::audit::audit(table);
    if (output_.format() == "pdf") return write_pdf(table, audit, source);
    if (output_.format() == "json") return output_.write(workspace::audit_json(table, audit, period));
    if (output_.format() == "md")
      return output_.write(workspace::audit_markdown(table, audit, source, dataset_.language()));
    return output_.write(workspace::audit_table(table, audit, period), "audit");
  }

 private:
  [[nodiscard]] gis::io::ObservationsSource list_source() const {
    using gis::io::DecimalMark;
    gis::io::ObservationsSource source;
    source.file = table_;
    if (!separator_.empty()) source.separator = separator_.front();
    if (!decimal_.empty()) source.numbers.decimal = decimal_ == "," ? DecimalMark::comma : DecimalMark::point;
    return source;
  }

  void tell_of(const std::vector<core::Finding>& findings) const {
    const bool vi = dataset_.language() == workspace::Language::vi;
    if (all_notes_)
      for (const core::Finding& finding : findings) tell(workspace::error_text(finding, dataset_.language()));
    else if (tell_summed_up(findings, dataset_.language()))
      tell(vi ? "Xem cả " + std::to_string(findings.size()) + " ghi chú: thêm --notes"
              : "All " + std::to_string(findings.size()) + " notes: add --notes");
  }

  core::Status write_pdf(const core::audit::PublishedTable& table, const core::audit::Audit& audit,
                         const std::string& source) const {
    const auto program = gis::client::find_engine(workspace::running_program());
    if (!program) return core::fail(program.error());
    auto engine = gis::client::EngineClient::start({.program = *program});
    if (!engine) return core::fail(engine.error());
    const workspace::AuditReportOptions options{
        .source = source, .language = dataset_.language(), .file = std::filesystem::absolute(output_.file())};
    return (*engine)->export_report(workspace::make_audit_report(table, audit, options), {});
  }

  DatasetOptions dataset_;
  std::string table_, decimal_, separator_;
  TableOutput output_;
  bool all_notes_ = false;
};

}  // namespace

std::unique_ptr<Command> make_audit_command() { return std::make_unique<Audit>(); }

}  // namespace vicinia::cli
