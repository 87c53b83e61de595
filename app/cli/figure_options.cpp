#include "figure_options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>

#include "usage.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/figures/figure_builder.h"

namespace vicinia::cli {
namespace {

constexpr std::array methods{"quantile", "equal-interval", "natural-breaks"};

}  // namespace

void FigureOptions::setup(CLI::App& app, const DatasetOptions& dataset) {
  dataset_ = &dataset;
  std::vector<std::string> variables;
  for (const auto& info : core::values::all_variables()) variables.emplace_back(info.id);
  std::optional<OptionGroup> group(std::in_place, app, "What the map shows");
  app.add_option("--variable,--measure", variable_, "What to show; \"vicinia variables\" lists them")
      ->check(CLI::IsMember(variables).description(""))  // fifty names
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--province", province_, "Only this province (name or code)");
  app.add_flag(
      "--own-classes", own_classes_,
      "Classes of the province alone; else those of the whole country, and what lies around is coloured too, faded");
  app.add_option("--select", select_,
                 "Outline this district or province (name or code); may be given several times");
  app.add_flag("!--no-labels", labels_, "Leave out the names on the map");
  auto* const symbols = app.add_flag_callback(
      "--symbols", [this] { symbols_ = true; },
      "Symbols in proportion to the variable where it is a quantity, else to the employees; "
      "default: where areas are too small to be seen");
  app.add_flag_callback(
         "--no-symbols", [this] { symbols_ = false; }, "No symbols")
      ->excludes(symbols);
  app.add_flag(
      "--cartogram", cartogram_,
      "A Dorling cartogram: circles in place of areas, in proportion to the variable where it is a quantity, "
      "else to the employees");
  app.add_flag("!--no-outlines", outlines_, "Leave out the outlines of agglomerations");
  group.emplace(app, "Classes and colours");
  app.add_option(
         "--method", method_,
         "Classes by quantile, equal-interval or natural-breaks; default: quantile, of probabilities the usual limits of tests")
      ->check(CLI::IsMember({methods[0], methods[1], methods[2]}))
      ->type_name("NAME");
  app.add_option("--classes", classes_, "Number of classes; default: 5")
      ->check(number_between(1, core::stats::max_classes))
      ->type_name("N");
  app.add_option(
         "--palette", palette_,
         "Colours: " + workspace::palette_ids() +
             " (the last four diverge, for variables with a middle such as lq or a change); default: ylgnbu, or puor")
      ->type_name("NAME");
  app.add_option("--breaks", breaks_, "Own inner class breaks, ascending: 0.5,1,2,5")
      ->delimiter(',')
      ->check(any_number());
  group.emplace(app, "Page");
  app.add_option("--template", template_,
                 "Page: " + workspace::figure_template_names() + "; or a .qpt of your own")
      ->type_name("NAME");
  app.add_flag("--landscape", landscape_, "A4 in landscape, where no template is named");
  app.add_option("--dpi", dpi_, "Resolution of PNG and TIFF")
      ->check(number_between(36, 1200))
      ->capture_default_str();
  app.add_option("--title", title_, "Title; default: sector and variable");
  app.add_option("--subtitle", subtitle_, "Subtitle; default: province and survey");
  app.add_option("--date", date_, "Date on the figure, YYYY-MM-DD; default: today")->type_name("DATE");
  app.add_flag("--zoom-insets", zoom_insets_, "The places where the data are at a larger scale");
  app.add_flag("--overview", overview_, "A small map of the country, where only a part is shown");
  app.add_flag("--graticule", graticule_, "Meridians and parallels");
  app.add_flag("--table", table_, "A table of the agglomerations shown");
  app.add_flag("!--no-north", north_, "Leave out the north arrow");
  group.reset();
  rules_.setup(app);
}

workspace::Classification FigureOptions::classification_of(core::values::Variable variable) const {
  using core::stats::ClassMethod;
  if (!breaks_.empty()) return {.method = ClassMethod::manual, .manual_breaks = breaks_};
  workspace::Classification classification = workspace::default_classification(variable);
  if (method_.empty() && !classes_) return classification;
  classification.manual_breaks.clear();
  if (!method_.empty())
    classification.method = static_cast<ClassMethod>(std::ranges::find(methods, method_) - methods.begin());
  if (classification.method == ClassMethod::manual)
    classification.method = ClassMethod::quantile;  // only a number of classes is asked for
  if (classes_) classification.classes = *classes_;
  return classification;
}

core::Result<workspace::Contiguity> FigureOptions::choose_view(workspace::Workspace& workspace) const {
  namespace commands = workspace::commands;
  if (auto ok = dataset_->show_level_of(workspace, sector); !ok) return core::fail(ok.error());
  const core::Dataset& data = workspace.dataset();
  std::vector<workspace::Command> steps{commands::set_labels(labels_), commands::set_outlines(outlines_),
                                        commands::set_symbols(symbols_), commands::set_cartogram(cartogram_),
                                        commands::set_own_classes(own_classes_)};
  if (!sector.empty()) {
    const auto found = workspace::find_sector(data, sector);
    if (!found) return core::fail(found.error());
    steps.push_back(commands::set_sector(*found));
  }
  const core::values::Variable variable = *core::values::variable_by_id(variable_);
  steps.push_back(commands::set_variable(variable));
  steps.push_back(commands::set_classification(classification_of(variable)));
  if (!palette_.empty()) {
    const auto palette = workspace::find_palette(palette_);
    if (!palette) return core::fail(palette.error());
    steps.push_back(commands::set_palette(*palette));
  }
  if (!province_.empty()) {
    const auto province = workspace::find_province(data, province_);
    if (!province) return core::fail(province.error());
    steps.push_back(commands::set_province(*province));
  }
  std::vector<core::admin::UnitIndex> selected;
  for (const std::string& name : select_) {
    const auto unit = workspace::find_unit(data, name);
    if (!unit) return core::fail(unit.error());
    selected.push_back(*unit);
  }
  if (!selected.empty()) steps.push_back(commands::select_units(workspace::Selection(std::move(selected))));
  for (const workspace::Command& step : steps)
    if (auto ok = workspace.apply(step); !ok) return core::fail(ok.error());
  return rules_.apply(workspace);
}

core::Result<workspace::PageOptions> FigureOptions::page() const {
  workspace::PageOptions page{.figure = {.dpi = dpi_,
                                         .landscape = landscape_,
                                         .language = dataset_->language(),
                                         .title = title_,
                                         .subtitle = subtitle_,
                                         .date = date_},
                              .second_language = dataset_->in_both_languages(),
                              .zoom_insets = zoom_insets_,
                              .overview = overview_,
                              .graticule = graticule_,
                              .north_arrow = north_,
                              .table = table_};
  if (!template_.ends_with(".qpt")) {
    page.template_id = template_;
    return page;
  }
  std::error_code missing;
  if (!std::filesystem::exists(template_, missing))
    return core::fail({.code = core::ErrorCode::file_not_found, .subject = {.file = template_}});
  page.template_file = std::filesystem::absolute(template_);
  return page;
}

core::Result<FigureEngine> FigureEngine::start(const core::Dataset& dataset) {
  const auto program = gis::client::find_engine(workspace::running_program());
  if (!program) return core::fail(program.error());
  auto client = gis::client::EngineClient::start({.program = *program});
  if (!client) return core::fail(client.error());
  auto sources = workspace::write_sources(dataset, (*client)->private_folder());
  if (!sources) return core::fail(sources.error());
  return FigureEngine{*std::move(client), *std::move(sources)};
}

}  // namespace vicinia::cli
