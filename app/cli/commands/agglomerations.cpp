// vicinia agglomerations: connected sets of districts, wherever the province boundary runs.
#include <algorithm>
#include <iterator>
#include <utility>

#include "out_crs.h"
#include "sector_tables.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/tables/agglomeration_table.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/tolerance_text.h"

namespace vicinia::cli {
namespace {

class Agglomerations : public SectorTables {
 public:
  void setup(CLI::App& program) override {
    setup_tables(program, "agglomerations",
                 "Agglomerations of a sector, across province boundaries, largest first",
                 TableOutput::Out::none);
    app_->add_option("--out", out_,
                     "Also write their outlines: .gpkg, .geojson, .shp or .fgb; or the list, as .xlsx")
        ->type_name("FILE");
    out_crs_.setup(*app_);
    app_->footer(
        "The layer of --out has the columns of the table, with members and provinces as names and as codes. In a shapefile, whose names of\n"
        "fields have ten bytes at most: member_codes memb_codes, member_count memb_count, province_codes prov_codes, crosses_provinces\n"
        "crosses, enterprises firms, sector_share_pct(_low, _high) sect_pct (sect_low, sect_high), district_share_pct(_low, _high) dist_pct\n"
        "(dist_low, dist_high), tolerance_m toler_m; names that are too long for it are cut short and told, codes never.\n"
        "Examples: vicinia agglomerations --sector I --lq-min 1.5 --employees-min 1000 --out textile.gpkg\n"
        "          vicinia agglomerations --sector I --cut-units \"Dĩ An\" \"Biên Hòa\" --format json");
  }

 protected:
  core::Result<Part> table(const workspace::Document& document,
                           const workspace::Contiguity& contiguity) override {
    const auto reports = workspace::find_agglomerations(document, contiguity);
    if (!reports) return core::fail(reports.error());
    note_depending(document, workspace::depending_on_tolerance(*reports),
                   contiguity.tolerance_of(document.view.agglomerations));
    if (!out_.empty()) {
      auto features = workspace::agglomeration_features(document, contiguity, *reports, language());
      if (!features) return core::fail(features.error());
      std::ranges::move(*features, std::back_inserter(outlines_));
    }
    if (as_json()) return workspace::agglomerations_json(document, *reports);
    return workspace::agglomerations_table(document, *reports);
  }
  core::Status prepare() override {
    if (workspace::table_format_of(out_) == workspace::TableFormat::xlsx) {
      output().set_workbook(std::exchange(out_, {}));
      return {};
    }
    if (out_.empty()) return {};
    if (auto ok = gis::io::check_layer_format(out_); !ok) return ok;
    return dataset().check_output(out_);
  }
  core::Status finish(const workspace::Document& document) override {
    if (out_.empty()) return {};
    if (auto ok = out_crs_.tell(out_, language()); !ok) return ok;
    std::vector<core::Finding> findings;
    const core::Status written = workspace::write_agglomeration_features(
        {.file = out_, .crs = document.data->dataset->crs, .target_crs = out_crs_.crs()},
        std::move(outlines_), &findings);
    if (!written) return written;
    if (tell_summed_up(findings, language()))
      tell(language() == workspace::Language::vi
               ? "Mọi tên bị cắt ngắn đều kết thúc bằng \" …\" trong tệp đã ghi."
               : "Every name that was cut short ends with \" …\" in the file.");
    return {};
  }

 private:
  std::string out_;
  OutCrsOption out_crs_;
  std::vector<workspace::AgglomerationFeature> outlines_;
};

}  // namespace

std::unique_ptr<Command> make_agglomerations_command() { return std::make_unique<Agglomerations>(); }

}  // namespace vicinia::cli
