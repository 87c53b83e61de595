// vicinia audit: the published figures against each other.
#include "command.h"
#include "vicinia/core/audit/audit.h"
#include "vicinia/workspace/audit_table.h"

namespace vicinia::cli {
namespace {

class Audit : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("audit", "Which published figures agree with each other, and which cannot");
    dataset_.setup(*app_);
    app_->add_option("--table", table_, "A table of its own, without boundaries; default: that of the data set")
        ->type_name("CSV")
        ->excludes("--dataset");
    app_->add_option("--format", format_, "csv, json, or md: a report to read")
        ->check(CLI::IsMember({"csv", "json", "md"}))
        ->capture_default_str();
    app_->add_option("--out", out_, "File to write; default: the terminal")->type_name("FILE");
  }

  core::Status run() override {
    core::audit::PublishedTable table;
    std::string source = std::filesystem::path(table_).filename().string();
    if (table_.empty()) {
      const auto open = dataset_.open();
      if (!open) return core::fail(open.error());
      const core::Dataset& data = (*open)->dataset();
      table = core::audit::published_table(data, (*open)->document().view.period);
      source = workspace::pick(data.provenance.source, dataset_.language());
    } else {
      auto read = workspace::read_published_table(table_, workspace::built_in_spellings());
      if (!read) return core::fail(read.error());
      table = *std::move(read);
    }
    const core::audit::Audit audit = core::audit::audit(table);
    return write_output(out_, format_ == "json"  ? workspace::audit_json(table, audit)
                              : format_ == "csv" ? workspace::audit_csv(table, audit)
                                                 : workspace::audit_markdown(table, audit, source, dataset_.language()));
  }

 private:
  DatasetOptions dataset_;
  std::string table_, format_ = "csv", out_;
};

}  // namespace

std::unique_ptr<Command> make_audit_command() { return std::make_unique<Audit>(); }

}  // namespace vicinia::cli
