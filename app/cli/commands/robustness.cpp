// vicinia robustness: how often agglomerations and their members survive when the rules vary.
#include <utility>
#include <vector>

#include "sector_tables.h"
#include "usage.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/tables/robustness_table.h"

namespace vicinia::cli {
namespace {

class Robustness : public SectorTables {
 public:
  void setup(CLI::App& program) override {
    setup_tables(program, "robustness",
                 "How often agglomerations and their members survive when the rules vary",
                 TableOutput::Out::option);
    app_->add_option("--core-share", options_.core_share,
                     "A member is core if it survives at this share of the rules tried, else fringe")
        ->check(number_between(0, 1))
        ->capture_default_str();
    app_->footer(
        "The rules given are the reference. Tried are, in all combinations: 0.7 to 1.5 times their least LQ; at least 0, 500, 1,000\n"
        "and 5,000 employees; edges and corners; borders longer than 0 and 1 km; and where units run beside each other without meeting,\n"
        "tolerances of 0, the one given and twice as much (at least 100 m, and what the data need). An agglomeration survives where one shares more than\n"
        "half of the units of both with it (Jaccard above 0.5); \"near\" are units that would join it.\n"
        "Examples: vicinia robustness --sector I\n"
        "          vicinia robustness --sector I --lq-min 2 --core-share 0.9 --format json");
  }

 protected:
  core::Result<Part> table(const workspace::Document& document,
                           const workspace::Contiguity& contiguity) override {
    const auto report = workspace::assess_robustness(document, contiguity, options_);
    if (!report) return core::fail(report.error());
    std::vector<std::size_t> depending;
    for (std::size_t i = 0; i < report->tolerance.size(); ++i)
      if (report->tolerance[i].depends) depending.push_back(i);
    note_depending(document, std::move(depending), report->tolerance_m);
    if (as_json()) return workspace::robustness_json(document, *report);
    return workspace::robustness_table(document, *report);
  }

 private:
  core::agglomeration::RobustnessOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_robustness_command() { return std::make_unique<Robustness>(); }

}  // namespace vicinia::cli
