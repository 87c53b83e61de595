// vicinia info: what a data set holds.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "command.h"
#include "vicinia/core/industry/period.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/words/border_match_text.h"
#include "vicinia/workspace/words/findings_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::cli {
namespace {

/// Units that the period shown has values of.
std::size_t units_listed(const workspace::Document& document, core::industry::SectorIndex sector) {
  return static_cast<std::size_t>(std::ranges::count_if(
      document.data->dataset->observations.rows(), [&](const core::industry::Observation& o) {
        return o.sector == sector && o.period == document.view.period;
      }));
}

std::string periods_text(const core::Dataset& data, workspace::Language language) {
  std::string text;
  for (core::industry::PeriodIndex i = 0; i < data.periods.size(); ++i)
    text += (i == 0 ? "" : ", ") + workspace::period_text(data, i, language);
  return text;
}

/// What was noticed while reading: a line for each kind, or for each note.
std::vector<std::string> note_lines(const workspace::Document& document, bool in_full,
                                    workspace::Language language) {
  const auto& findings = document.data->findings;
  std::vector<std::string> lines;
  if (in_full)
    for (const core::Finding& finding : findings) lines.push_back(workspace::error_text(finding, language));
  else
    for (const auto& line : workspace::findings_summary(findings, language)) lines.push_back(line.text);
  return lines;
}

/// How the borders meet, or why that is not known.
std::string borders_text(const core::Result<workspace::Contiguity>& contiguity,
                         workspace::Language language) {
  return contiguity ? workspace::border_match_text(contiguity->match(), contiguity->tolerance_m(), language)
                    : workspace::error_text(contiguity.error(), language);
}

/// Others that the values can be shown in.
std::string frames_text(const core::Dataset& data, workspace::Language language) {
  const bool vi = language == workspace::Language::vi;
  std::string text;
  for (const auto& frame : data.frames) {
    const std::string& name = workspace::pick(frame->name, language);
    text += (text.empty() ? "" : "; ") + frame->id + (name.empty() ? "" : " (" + name + ")") +
            (frame->id != data.frame_id ? ""
             : vi                       ? ", đang dùng"
                                        : ", shown");
  }
  return (vi ? "Khung đơn vị khác (--frame): " : "Other frames (--frame): ") + text + "\n";
}

std::string as_text(const workspace::Document& document,
                    const core::Result<workspace::Contiguity>& contiguity, bool all_notes,
                    workspace::Language language) {
  const core::Dataset& data = *document.data->dataset;
  std::string text = workspace::pick(data.provenance.title, language) + "\n";
  for (const std::string& note : workspace::provenance_notes(data, language)) text += note + "\n";
  const bool vi = language == workspace::Language::vi;
  for (const core::admin::Level level : data.frame.levels().all())
    text += workspace::capitalised(workspace::pick(data.frame.levels()[level].plural, language)) + ": " +
            std::to_string(data.frame.at_level(level).size()) + "\n";
  if (!data.frames.empty()) text += frames_text(data, language);
  text +=
      (vi ? "Dòng số liệu: " : "Rows of values: ") + std::to_string(data.observations.rows().size()) + "\n";
  text += (vi ? "Ranh giới: " : "Borders: ") + borders_text(contiguity, language) + "\n";
  const std::size_t note_count = document.data->findings.size();
  if (const auto notes = note_lines(document, all_notes, language); !notes.empty()) {
    text += notes.size() == note_count ? (vi ? "Ghi chú về dữ liệu:\n" : "Notes on the data:\n")
            : vi ? "Ghi chú về dữ liệu (tất cả " + std::to_string(note_count) + " ghi chú: --notes):\n"
                 : "Notes on the data (all " + std::to_string(note_count) + ": --notes):\n";
    for (const std::string& note : notes) text += "  " + note + "\n";
  }
  const std::string shown = workspace::period_in_title(data, document.view.period, language);
  if (!shown.empty()) text += (vi ? "Các kỳ: " : "Periods: ") + periods_text(data, language) + "\n";
  text += (vi ? "Ngành (số đơn vị có số liệu" : "Sectors (units with values") + shown + "):\n";
  for (std::size_t s = 0; s < data.sectors.size(); ++s)
    text += "  " + data.sectors[s].code + "  " + workspace::name_of(data.sectors[s], language) + " (" +
            std::to_string(units_listed(document, s)) + ")\n";
  return text;
}

nlohmann::ordered_json notes_json(const workspace::Document& document, bool in_full) {
  const auto& findings = document.data->findings;
  auto list = nlohmann::ordered_json::array();
  if (in_full)
    for (const core::Finding& finding : findings)
      list.push_back({{"kind", core::name_of(finding.code)},
                      {"file", finding.subject.file},
                      {"row", finding.subject.row ? nlohmann::ordered_json(*finding.subject.row)
                                                  : nlohmann::ordered_json(nullptr)},
                      {"field", finding.subject.field},
                      {"id", finding.subject.id},
                      {"text_vi", workspace::error_text(finding, workspace::Language::vi)},
                      {"text_en", workspace::error_text(finding, workspace::Language::en)}});
  if (in_full) return list;
  const auto vi = workspace::findings_summary(findings, workspace::Language::vi),
             en = workspace::findings_summary(findings, workspace::Language::en);
  for (std::size_t i = 0; i < vi.size(); ++i)
    list.push_back({{"kind", core::name_of(findings[vi[i].findings.front()].code)},
                    {"count", vi[i].findings.size()},
                    {"text_vi", vi[i].text},
                    {"text_en", en[i].text}});
  return list;
}

std::string as_json(const workspace::Document& document,
                    const core::Result<workspace::Contiguity>& contiguity, bool all_notes) {
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
  json["levels"] = nlohmann::ordered_json::array();
  for (const core::admin::Level level : data.frame.levels().all()) {
    const core::admin::LevelInfo& info = data.frame.levels()[level];
    const std::size_t units = data.frame.at_level(level).size();
    json["levels"].push_back(
        {{"id", info.id}, {"name_vi", info.name.vi}, {"name_en", info.name.en}, {"units", units}});
    json[info.id + "s"] = units;  // "provinces", "districts": as it always was
  }
  json["frame"] = data.frame_id;
  json["frames"] = nlohmann::ordered_json::array();
  for (const auto& frame : data.frames)
    json["frames"].push_back({{"id", frame->id},
                              {"vintage", frame->vintage},
                              {"name_vi", frame->name.vi},
                              {"name_en", frame->name.en},
                              {"units", frame->frame.size()},
                              {"exact", frame->from_own.is_exact()}});
  json["observations"] = data.observations.rows().size();
  json["periods"] = data.periods;
  json["period_times"] = nlohmann::ordered_json::array();
  for (const std::string& label : data.periods) {
    const auto period = core::industry::Period::of(label);
    json["period_times"].push_back(
        {{"label", label},
         {"kind", period.time ? nlohmann::ordered_json(core::industry::name_of(period.time->kind))
                              : nlohmann::ordered_json()},
         {"time", period.time ? nlohmann::ordered_json(period.standard_form()) : nlohmann::ordered_json()},
         {"preliminary", period.preliminary}});
  }
  json["period"] = data.periods[document.view.period];
  json["borders"] = nlohmann::ordered_json::object();
  if (contiguity) {
    const core::topology::BorderMatch& match = contiguity->match();
    json["borders"] = {{"shared", match.shared},
                       {"overlapping", match.overlapping},
                       {"beside", match.beside.size()},
                       {"matched", match.matched},
                       {"proposed_tolerance_m", match.proposed_m}};
  }
  for (const auto language : {workspace::Language::vi, workspace::Language::en})
    json["borders"][language == workspace::Language::vi ? "text_vi" : "text_en"] =
        borders_text(contiguity, language);
  json["notes"] = notes_json(document, all_notes);
  for (std::size_t s = 0; s < data.sectors.size(); ++s)
    json["sectors"].push_back({{"sector_no", data.sectors[s].code},
                               {"name_en", data.sectors[s].name_en},
                               {"name_vi", data.sectors[s].name_vi},
                               {"units", units_listed(document, s)}});
  return workspace::json_text(json);
}

class Info : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("info", "What a data set holds: source, vintage, units, sectors");
    dataset_.setup(*app_);
    app_->add_flag("--notes", all_notes_, "Every note on the data, rather than a line for each kind");
    app_->add_option("--format", format_, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
  }
  core::Status run() override {
    const auto open = dataset_.open(DatasetOptions::Notes::none);  // they are part of what is printed
    if (!open) return core::fail(open.error());
    const workspace::Document& document = (*open)->document();
    const auto contiguity = workspace::Contiguity::build(*document.data->dataset);
    if (format_ == "json") return write_output("", as_json(document, contiguity, all_notes_));
    return write_output("", as_text(document, contiguity, all_notes_, dataset_.language()), Content::text);
  }

 private:
  DatasetOptions dataset_;
  std::string format_ = "text";
  bool all_notes_ = false;
};

}  // namespace

std::unique_ptr<Command> make_info_command() { return std::make_unique<Info>(); }

}  // namespace vicinia::cli
