// vicinia import: a table, and boundaries, as somebody has them become a data set.
#include <algorithm>
#include <iostream>
#include <vector>

#include "command.h"
#include "output.h"
#include "progress_line.h"
#include "stop_on_interrupt.h"
#include "vicinia/gis/files/read_file.h"
#include "vicinia/gis/imports/import.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/workspace/base/printable.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/words/import_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::cli {
namespace {

using gis::imports::Recipe;

class Import : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand(
        "import",
        "A table and boundaries as somebody has them become a data set: what stands where is recognised, rows are "
        "matched to units, totals are checked");
    auto* const tables =
        app_->add_option("--table", tables_,
                         "Table with figures: CSV, XLSX, ODS, DBF, GeoPackage; several may be given")
            ->type_name("FILE");
    app_->add_option(
            "--table-server", table_server_,
            "PostgreSQL that has the tables, which are then SCHEMA.TABLE: service=NAME, or an address without a password")
        ->type_name("ADDRESS");
    auto* const firms = app_->add_option("--register", register_,
                                         "Register of firms, one row each, in place of tables: it is counted")
                            ->type_name("FILE")
                            ->excludes(tables);
    auto* const rules = app_->add_option("--register-rules", register_rules_,
                                         "Its columns and rules, as vicinia firms --save-rules writes them")
                            ->type_name("FILE")
                            ->needs(firms);
    firms->needs(rules);
    app_->add_option("--register-server", register_server_,
                     "PostgreSQL that has the register, which is then SCHEMA.TABLE, and counts it itself")
        ->type_name("ADDRESS")
        ->needs(firms);
    app_->add_option("--sheet", sheet_, "Sheet, of a book with several")->type_name("TEXT");
    app_->add_option("--table-encoding", table_encoding_, "Encoding of the table's text, whatever it states")
        ->type_name("TEXT");
    app_->add_option("--decimal", decimal_,
                     "Decimal mark of the table's numbers, where they leave a doubt: . or ,")
        ->type_name("MARK")
        ->check(CLI::IsMember({".", ","}));
    app_->add_option("--counts", counts_,
                     "What the figures count, where the table does not say it: employees or enterprises")
        ->type_name("FIELD")
        ->check(CLI::IsMember({"employees", "enterprises"}));
    app_->add_option(
            "--figures", figures_,
            "Which figures to read, by their heading, where the table has several and none counts enterprises or employees")
        ->type_name("TEXT");
    app_->add_option(
            "--classification", classification_,
            "Classification that the codes of sectors are of. Default: by the names beside them, the codes, the year")
        ->type_name("NAME")
        ->check(CLI::IsMember(std::vector<std::string>(gis::imports::classification_ids.begin(),
                                                       gis::imports::classification_ids.end())));
    auto* const level_of_sectors =
        app_->add_option(
                "--sector-level", sector_level_,
                "Level of sectors to which finer codes are summed: section, division, group, class. Default: as the table has them")
            ->type_name("LEVEL")
            ->check(CLI::IsMember({"section", "division", "group", "class"}));
    app_->add_option(
            "--sectors", sectors_,
            "published: codes are summed to the 22 sectors of the published list; those that are too coarse are told")
        ->type_name("LIST")
        ->check(CLI::IsMember({"published"}))
        ->excludes(level_of_sectors);
    app_->add_option("--boundaries", boundaries_.file,
                     "Layer of areas: shapefile (also zipped), GeoPackage, GeoJSON, KML …")
        ->type_name("FILE");
    app_->add_option("--boundaries-server", boundaries_.server,
                     "PostgreSQL with PostGIS that has the boundaries, which are then SCHEMA.TABLE")
        ->type_name("ADDRESS");
    app_->add_option("--layer", boundaries_.layer, "Layer, in a file with several")->type_name("TEXT");
    app_->add_option("--source-crs", boundaries_.crs,
                     "Coordinate system of the boundaries; wins over what the file says")
        ->type_name("TEXT");
    app_->add_option("--encoding", boundaries_.encoding,
                     "Encoding of the boundaries' text, whatever the file states")
        ->type_name("TEXT");
    app_->add_option("--name", boundaries_.fields.name_vi,
                     "Field with the names of the units; unless it is given, fields are guessed")
        ->type_name("FIELD");
    app_->add_option("--code", boundaries_.fields.code, "Field with their codes")->type_name("FIELD");
    app_->add_option("--kind", boundaries_.fields.kind, "Field that says what each unit is: Huyện, Thị xã …")
        ->type_name("FIELD");
    app_->add_option("--parent", boundaries_.fields.parent_code, "Field with the code of the province")
        ->type_name("FIELD");
    app_->add_option("--parent-name", boundaries_.fields.parent_name, "Field with the name of the province")
        ->type_name("FIELD");
    app_->add_option(
            "--onto", onto_,
            "Boundaries that come with the program, in place of --boundaries: vietnam-2007 or vietnam-2025. Default: those that most names of the table are of")
        ->type_name("NAME");
    app_->add_option("--level", level_,
                     "Level of the units: province, district, commune. Default: by what they are")
        ->type_name("LEVEL");
    auto* const units =
        app_->add_option(
                "--new-units", frame_.units,
                "Table of the units of another date, in which the figures can be shown too: code, name_vi …")
            ->type_name("FILE");
    auto* const crosswalk =
        app_->add_option(
                "--crosswalk", frame_.crosswalk,
                "Table of what became of each unit: from, to, weight; weights below 1 are marked as estimates")
            ->type_name("FILE")
            ->needs(units);
    app_->add_option(
            "--share-column", frame_.share_column,
            "Column of the crosswalk with people, jobs …, by which values are shared out, in place of weight")
        ->type_name("COLUMN")
        ->needs(crosswalk);
    auto* const new_layer =
        app_->add_option(
                "--new-boundaries", frame_.boundaries.file,
                "Layer of the units of another date, in place of both tables: values are shared out by area, "
                "and marked as estimates")
            ->type_name("FILE")
            ->excludes(units);
    app_->add_option("--new-name", frame_.boundaries.fields.name_vi, "Its field with the names of the units")
        ->type_name("FIELD")
        ->needs(new_layer);
    app_->add_option("--new-code", frame_.boundaries.fields.code, "Its field with their codes")
        ->type_name("FIELD")
        ->needs(new_layer);
    app_->add_option("--new-crs", frame_.boundaries.crs,
                     "Its coordinate system; wins over what the file says")
        ->type_name("TEXT")
        ->needs(new_layer);
    auto* const date =
        app_->add_option("--new-date", frame_.vintage, "From which day those units are: 2025-07-01")
            ->type_name("DATE");
    units->needs(crosswalk)->needs(date);
    new_layer->needs(date);
    app_->add_option(
            "--recipe", recipe_,
            "An import.json, as an earlier import left it: the same again, but for what is said otherwise here")
        ->type_name("FILE");
    app_->add_option(
            "--answers", answers_,
            "A rows.csv, as an earlier import left it, with unit codes filled in by hand; - in unit_code: it is no unit")
        ->type_name("FILE");
    app_->add_option("--title", title_, "Title of the data set; default: the table's file")
        ->type_name("TEXT");
    app_->add_option("--date", date_, "Day that the figures are of, where the table says no year: 2024-12-31")
        ->type_name("DATE");
    app_->add_flag(
        "--complete", is_complete_,
        "The table has every unit and sector, so that sums are totals and quotients can be computed");
    app_->add_flag("--boundaries-are-right", are_boundaries_right_,
                   "The table is put on these boundaries although its names are of a frame of another date");
    app_->add_flag("--certain-only", leaves_likely_out_, "Rows that are only likely a unit are left out");
    app_->add_flag("--notes", in_full_, "Every note, rather than a line for each kind");
    app_->add_option(
            "--out", out_,
            "Folder of the data set to write; an earlier import there is replaced. Without it nothing is written")
        ->type_name("DIR");
    app_->footer(
        "The folder gets manifest.json and what it names, rows.csv (every name of the table, its unit, how sure, and why),\n"
        "units.csv (units that no row is about) and import.json (the import as a recipe). Open it with --dataset DIR, or in the window.\n"
        "Example: vicinia import --table nien-giam.xlsx --boundaries huyen.shp --out my-data");
  }

  core::Status run() override {
    const auto language = environment_language();
    auto recipe = this->recipe();
    if (!recipe) return core::fail(recipe.error());
    const auto resources = workspace::resources_folder();
    if (!resources) return core::fail(resources.error());
    const std::filesystem::path target = out_.empty()
                                             ? std::filesystem::temp_directory_path() / "vicinia-import"
                                             : std::filesystem::path(out_).lexically_normal();
    const std::filesystem::path folder_to_be = target.has_filename() ? target : target.parent_path();
    auto workshop = gis::imports::Workshop::beside(folder_to_be);
    if (!workshop) return core::fail(workshop.error());
    const StopOnInterrupt interrupt;
    const auto imported = gis::imports::import_all(*recipe, gis::imports::known_in(*resources),
                                                   workshop->folder(), {.stop = interrupt.token()});
    if (!imported) return core::fail(imported.error());
    const auto findings = imported->findings();
    if (in_full_)
      for (const core::Finding& one : findings) tell(workspace::error_text(one, language));
    else
      (void)tell_summed_up(findings, language);
    if (!out_.empty())
      if (auto ok = gis::imports::keep_dataset(workshop->folder(), folder_to_be); !ok) return ok;
    std::cout << workspace::printable(workspace::import_summary(*imported, language));
    if (!out_.empty())
      std::cout << workspace::printable((language == workspace::Language::vi ? "Đã ghi: " : "Written: ") +
                                        folder_to_be.string() + "\n");
    return {};
  }

 private:
  /// Of the file, with what the options say.
  [[nodiscard]] core::Result<Recipe> recipe() const {
    Recipe recipe;
    if (!recipe_.empty()) {
      auto read = gis::imports::read_recipe(recipe_);
      if (!read) return core::fail(read.error());
      (void)tell_summed_up(read->findings, environment_language());
      recipe = std::move(read->recipe);
    }
    if (!tables_.empty()) {
      // Other figures in the table of the recipe: what was recognised holds for a table that looks like it.
      const gis::imports::TableChoice like =
          recipe.tables.empty() ? gis::imports::TableChoice{} : recipe.tables.front();
      recipe.tables.clear();
      for (const std::string& file : tables_) {
        gis::imports::TableChoice table = like;
        table.file = file;
        table.server = table_server_;
        table.shape.reset();
        recipe.tables.push_back(std::move(table));
      }
    }
    if (!register_.empty()) {
      const auto text = gis::files::read_file(register_rules_, gis::files::most_bytes_of_a_document);
      if (!text) return core::fail(text.error());
      auto rules = gis::firms::read_register(*text);
      if (!rules) {
        core::Error error = rules.error();
        error.subject.file = register_rules_;
        return core::fail(std::move(error));
      }
      recipe.tables.clear();
      recipe.firms = gis::imports::RegisterChoice{.server = register_server_,
                                                  .file = register_,
                                                  .sheet = sheet_,
                                                  .encoding = table_encoding_,
                                                  .rules = *std::move(rules)};
    }
    for (gis::imports::TableChoice& table : recipe.tables) {
      if (!sheet_.empty()) table.sheet = sheet_;
      if (!table_encoding_.empty()) table.encoding = table_encoding_;
      if (!figures_.empty())
        table.fields = {{figures_, counts_.empty() ? "employees" : counts_}};
      else if (!counts_.empty())
        table.fields["*"] = counts_;
      if (!decimal_.empty())
        table.numbers.decimal = decimal_ == "," ? gis::io::DecimalMark::comma : gis::io::DecimalMark::point;
    }
    if (!classification_.empty()) recipe.classification = classification_;
    if (!sector_level_.empty()) {
      recipe.sector_level = gis::imports::sector_level_called(sector_level_).value_or(recipe.sector_level);
      recipe.has_published_sectors = false;
    }
    if (!sectors_.empty()) {
      recipe.has_published_sectors = true;
      recipe.sector_level = gis::imports::SectorLevel::as_found;
    }
    if (!boundaries_.file.empty()) {
      recipe.boundaries = boundaries_;
      recipe.boundaries.level = level_;
      recipe.onto.clear();
    } else if (!onto_.empty()) {
      recipe.boundaries = {};
      recipe.onto = onto_;
    }
    if (!level_.empty()) recipe.onto_level = level_;
    if (!title_.empty()) recipe.title = {title_, title_};
    if (!date_.empty()) recipe.survey_date = date_;
    if (is_complete_) recipe.completeness = gis::imports::CompletenessChoice::complete_matrix;
    recipe.are_boundaries_right = recipe.are_boundaries_right || are_boundaries_right_;
    recipe.leaves_likely_out = recipe.leaves_likely_out || leaves_likely_out_;
    if (!frame_.units.empty() || !frame_.boundaries.file.empty()) {
      gis::imports::FrameChoice frame = frame_;
      frame.id = frame.vintage;
      frame.name = {frame.vintage, frame.vintage};
      frame.level = level_;
      recipe.frames = {std::move(frame)};
    }
    if (!answers_.empty())
      if (auto ok = read_answers(recipe); !ok) return core::fail(ok.error());
    return recipe;
  }

  [[nodiscard]] core::Status read_answers(Recipe& recipe) const {
    const auto table = gis::io::read_table({.file = answers_, .finds_separator = true});
    if (!table) return core::fail(table.error());
    std::vector<std::size_t> columns;
    for (const char* name : {"code", "name", "parent", "unit_code"}) {
      const auto at = table->column(name);
      if (!at) return core::fail(at.error());
      columns.push_back(*at);
    }
    const auto certainty = table->column("certainty");
    for (const auto& row : table->rows) {
      const std::string& unit = row[columns[3]];
      if (unit.empty() || (certainty && row[*certainty] == "certain")) continue;
      const core::matching::Decision decision{row[columns[0]], row[columns[1]], row[columns[2]],
                                              unit == "-" ? "" : unit};
      std::erase_if(recipe.decisions, [&](const core::matching::Decision& one) {
        return one.code == decision.code && one.name == decision.name && one.parent == decision.parent;
      });
      recipe.decisions.push_back(decision);
    }
    return {};
  }

  std::vector<std::string> tables_;
  gis::imports::BoundarySource boundaries_;
  gis::imports::FrameChoice frame_;
  std::string register_, register_rules_, register_server_, table_server_, sheet_, table_encoding_, decimal_,
      figures_, counts_, classification_, sector_level_, sectors_, onto_, level_, recipe_, answers_, title_,
      date_, out_;
  bool is_complete_ = false, are_boundaries_right_ = false, leaves_likely_out_ = false, in_full_ = false;
};

}  // namespace

std::unique_ptr<Command> make_import_command() { return std::make_unique<Import>(); }

}  // namespace vicinia::cli
