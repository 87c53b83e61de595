// vicinia agglomerations: connected sets of districts, wherever the province boundary runs.
#include <algorithm>
#include <iterator>

#include "sector_tables.h"
#include "vicinia/workspace/agglomeration_outlines.h"
#include "vicinia/workspace/tolerance_text.h"

namespace vicinia::cli {
namespace {

class Agglomerations : public SectorTables {
 public:
  void setup(CLI::App& program) override {
    setup_tables(program, "agglomerations", "Agglomerations of a sector, across province boundaries, largest first");
    app_->add_option("--out", out_, "Also write their outlines: .gpkg, .geojson, .shp or .fgb")->type_name("FILE");
    app_->footer(
        "Examples: vicinia agglomerations --sector I --lq-min 1.5 --employees-min 1000 --out textile.gpkg\n"
        "          vicinia agglomerations --sector I --cut-units \"Dĩ An\" \"Biên Hòa\" --format json");
  }

 protected:
  core::Result<std::string> table(const workspace::Document& document, const workspace::Contiguity& contiguity) override {
    const auto reports = workspace::find_agglomerations(document, contiguity);
    if (!reports) return core::fail(reports.error());
    note_depending(document, workspace::depending_on_tolerance(*reports), contiguity.tolerance_of(document.view.agglomerations));
    if (!out_.empty()) {
      auto features = workspace::agglomeration_features(document, contiguity, *reports, language());
      if (!features) return core::fail(features.error());
      std::ranges::move(*features, std::back_inserter(outlines_));
    }
    return as_json() ? workspace::agglomerations_json(document, *reports) : workspace::agglomerations_csv(document, *reports);
  }
  core::Status finish(const workspace::Document& document) override {
    if (out_.empty()) return {};
    return workspace::write_agglomeration_features(out_, document.data->dataset->crs, std::move(outlines_));
  }

 private:
  std::string out_;
  std::vector<workspace::AgglomerationFeature> outlines_;
};

}  // namespace

std::unique_ptr<Command> make_agglomerations_command() { return std::make_unique<Agglomerations>(); }

}  // namespace vicinia::cli
