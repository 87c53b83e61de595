// vicinia info: what a data set holds.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "command.h"
#include "vicinia/workspace/map_builder.h"

namespace vicinia::cli {
namespace {

std::size_t units_listed(const core::Dataset& data, core::industry::SectorIndex sector) {
  return static_cast<std::size_t>(std::ranges::count_if(
      data.observations.rows(), [&](const core::industry::Observation& o) { return o.sector == sector; }));
}

std::string as_text(const workspace::Document& document, workspace::Language language) {
  const core::Dataset& data = *document.data->dataset;
  std::string text = workspace::pick(data.provenance.title, language) + "\n";
  for (const std::string& note : workspace::provenance_notes(data, language)) text += note + "\n";
  const bool vi = language == workspace::Language::vi;
  const auto count = [&](core::admin::Level level) { return std::to_string(data.frame.at_level(level).size()); };
  text += (vi ? "Tỉnh: " : "Provinces: ") + count(core::admin::Level::province) + "\n";
  text += (vi ? "Huyện: " : "Districts: ") + count(core::admin::Level::district) + "\n";
  text += (vi ? "Dòng số liệu: " : "Rows of figures: ") + std::to_string(data.observations.rows().size()) + "\n";
  text += vi ? "Ngành (số đơn vị có số liệu):\n" : "Sectors (units with figures):\n";
  for (std::size_t s = 0; s < data.sectors.size(); ++s)
    text += "  " + data.sectors[s].code + "  " + workspace::name_of(data.sectors[s], language) + " (" +
            std::to_string(units_listed(data, s)) + ")\n";
  return text;
}

std::string as_json(const workspace::Document& document) {
  const core::Dataset& data = *document.data->dataset;
  const core::Provenance& p = data.provenance;
  nlohmann::ordered_json json;
  json["title"] = workspace::pick(p.title, workspace::Language::en);
  json["source"] = workspace::pick(p.source, workspace::Language::en);
  json["survey_vintage"] = p.survey_vintage;
  json["boundary_vintage"] = p.boundary_vintage;
  json["boundary_note"] = workspace::pick(p.boundary_note, workspace::Language::en);
  json["crs"] = data.crs;
  json["data_sha256"] = data.content_hash;
  json["provinces"] = data.frame.at_level(core::admin::Level::province).size();
  json["districts"] = data.frame.at_level(core::admin::Level::district).size();
  json["observations"] = data.observations.rows().size();
  json["periods"] = data.periods;
  for (std::size_t s = 0; s < data.sectors.size(); ++s)
    json["sectors"].push_back({{"sector_no", data.sectors[s].code},
                               {"name_en", data.sectors[s].name_en},
                               {"name_vi", data.sectors[s].name_vi},
                               {"units", units_listed(data, s)}});
  return json.dump(2) + "\n";
}

class Info : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("info", "What a data set holds: source, vintage, units, sectors");
    dataset_.setup(*app_);
    app_->add_option("--format", format_, "text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  }
  core::Status run() override {
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    const workspace::Document& document = (*open)->document();
    return write_output("", format_ == "json" ? as_json(document) : as_text(document, dataset_.language()));
  }

 private:
  DatasetOptions dataset_;
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_info_command() { return std::make_unique<Info>(); }

}  // namespace vicinia::cli
