#include "session/rule_presets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/workspace/document/view_file.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::agglomeration::SizeRule;

namespace {

QJsonObject toJson(const RulePreset& preset) {
  const auto& [lq_min, size, link] = preset.rules;
  return {
      {QStringLiteral("name"), preset.name},
      {QStringLiteral("lq_min"), lq_min},
      {QStringLiteral("employees_min"), size.employees_min},
      {QStringLiteral("enterprises_min"), size.enterprises_min},
      {QStringLiteral("sector_share_pct_min"), size.sector_share_pct_min},
      {QStringLiteral("size_of"),
       size.scope == SizeRule::Scope::unit ? QStringLiteral("unit") : QStringLiteral("whole")},
      {QStringLiteral("link"), link.corners ? QStringLiteral("corner") : QStringLiteral("edge")},
      {QStringLiteral("border_min_m"), link.min_length_m},
      {QStringLiteral("tolerance_m"), preset.tolerance_m ? QJsonValue(*preset.tolerance_m) : QJsonValue()}};
}

std::optional<RulePreset> fromJson(const QJsonObject& json) {
  const auto number = [&](const char* key, double otherwise) {
    return json[QLatin1String(key)].toDouble(otherwise);
  };
  RulePreset preset;
  preset.name = json[QStringLiteral("name")].toString().trimmed();
  preset.rules.lq_min = number("lq_min", preset.rules.lq_min);
  preset.rules.size.employees_min = number("employees_min", 0);
  preset.rules.size.enterprises_min = number("enterprises_min", 0);
  preset.rules.size.sector_share_pct_min = number("sector_share_pct_min", 0);
  if (json[QStringLiteral("size_of")].toString() == QLatin1String("unit"))
    preset.rules.size.scope = SizeRule::Scope::unit;
  preset.rules.link.corners = json[QStringLiteral("link")].toString() == QLatin1String("corner");
  preset.rules.link.min_length_m = number("border_min_m", 0);
  if (json.contains(QStringLiteral("tolerance_m"))) {
    if (const QJsonValue tolerance = json[QStringLiteral("tolerance_m")]; !tolerance.isNull())
      preset.tolerance_m = tolerance.toDouble(-1);
  } else if (json.contains(QStringLiteral("snap_m"))) {
    preset.tolerance_m = ws::tolerance_of_snapping(number("snap_m", -1));
  }
  const bool isUsable =
      !preset.name.isEmpty() && core::agglomeration::check(preset.rules) &&
      (!preset.tolerance_m || (*preset.tolerance_m >= 0 && *preset.tolerance_m <= ws::max_tolerance_m));
  return isUsable ? std::optional(preset) : std::nullopt;
}

bool isSame(double a, double b) { return std::abs(a - b) < 1e-9; }

}  // namespace

std::filesystem::path RulePresets::usualFile() {
  return toPath(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)) /
         "agglomeration-presets.json";
}

RulePresets::RulePresets(std::filesystem::path file, QObject* parent)
    : QObject(parent), file_(std::move(file)) {
  read();
}

std::vector<RulePreset> RulePresets::builtIn() {
  std::vector<RulePreset> presets{{tr("LQ of 1 or more")}};
  RulePreset large{tr("Large: 10,000 employees together")};
  large.rules.size.employees_min = 10'000;
  presets.push_back(large);
  RulePreset strict{tr("Strict: LQ of 2, 1,000 employees each")};
  strict.rules.lq_min = 2;
  strict.rules.size = {.scope = SizeRule::Scope::unit, .employees_min = 1000};
  strict.rules.link.min_length_m = 1000;
  presets.push_back(strict);
  return presets;
}

void RulePresets::read() {
  if (file_.empty()) return;
  QFile file(pathText(file_));
  if (!file.open(QIODevice::ReadOnly)) return;
  const auto document = QJsonDocument::fromJson(file.readAll());
  for (const auto& entry : document.object()[QStringLiteral("presets")].toArray())
    if (auto preset = fromJson(entry.toObject())) kept_.push_back(std::move(*preset));
  std::ranges::sort(kept_, {}, &RulePreset::name);
}

core::Status RulePresets::enter(std::vector<RulePreset> presets) {
  std::ranges::sort(presets, {}, &RulePreset::name);
  if (!file_.empty()) {
    QJsonArray list;
    for (const RulePreset& preset : presets) list.append(toJson(preset));
    std::error_code ignored;  // the write says what is wrong
    std::filesystem::create_directories(file_.parent_path(), ignored);
    const QByteArray text = QJsonDocument(QJsonObject{{QStringLiteral("presets"), list}}).toJson();
    if (auto status = gis::files::write_file(file_, text.toStdString()); !status) return status;
  }
  kept_ = std::move(presets);
  Q_EMIT changed();
  return {};
}

core::Status RulePresets::save(RulePreset preset) {
  auto presets = kept_;
  std::erase_if(presets, [&](const RulePreset& other) { return other.name == preset.name; });
  presets.push_back(std::move(preset));
  return enter(std::move(presets));
}

core::Status RulePresets::rename(const QString& from, const QString& to) {
  auto presets = kept_;
  const auto renamed = std::ranges::find(presets, from, &RulePreset::name);
  if (renamed == presets.end() || from == to) return {};
  RulePreset preset = *renamed;
  preset.name = to;
  std::erase_if(presets, [&](const RulePreset& other) { return other.name == from || other.name == to; });
  presets.push_back(std::move(preset));
  return enter(std::move(presets));
}

core::Status RulePresets::remove(const QString& name) {
  auto presets = kept_;
  std::erase_if(presets, [&](const RulePreset& other) { return other.name == name; });
  return enter(std::move(presets));
}

bool isInForce(const RulePreset& preset, const ws::AgglomerationSettings& settings) {
  const auto &a = preset.rules, &b = settings.rules;
  return isSame(a.lq_min, b.lq_min) && a.size.scope == b.size.scope &&
         isSame(a.size.employees_min, b.size.employees_min) &&
         isSame(a.size.enterprises_min, b.size.enterprises_min) &&
         isSame(a.size.sector_share_pct_min, b.size.sector_share_pct_min) &&
         a.link.corners == b.link.corners && isSame(a.link.min_length_m, b.link.min_length_m) &&
         preset.tolerance_m.has_value() == settings.tolerance_m.has_value() &&
         isSame(preset.tolerance_m.value_or(0), settings.tolerance_m.value_or(0));
}

}  // namespace vicinia::desktop
