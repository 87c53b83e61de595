/// \file rule_presets.h
/// Rules for agglomerations under names: a few that come with the program, and those that a person keeps.
/// What is kept is written to a JSON file at once, whole or not at all; entries that cannot be read are passed over.
/// Errors:  FileNotWritable.
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/document/view.h"

namespace vicinia::desktop {

/// Rules and tolerance. Links by hand belong to a data set, not to a preset.
struct RulePreset {
  QString name{};
  core::agglomeration::Rules rules{};
  std::optional<double> tolerance_m{};  ///< nullopt: as the data need
};

class RulePresets : public QObject {
  Q_OBJECT

 public:
  /// In the folder of the user's settings.
  [[nodiscard]] static std::filesystem::path usualFile();
  /// An empty file keeps them for as long as the object lives.
  explicit RulePresets(std::filesystem::path file, QObject* parent = nullptr);

  /// Those that come with the program, the default first; named in the language of the window.
  [[nodiscard]] static std::vector<RulePreset> builtIn();
  /// By name, in the order of the alphabet.
  [[nodiscard]] const std::vector<RulePreset>& kept() const { return kept_; }

  /// Replaces the one of the same name. \pre a name that is not blank
  core::Status save(RulePreset preset);
  core::Status rename(const QString& from, const QString& to);
  core::Status remove(const QString& name);

 Q_SIGNALS:
  void changed();

 private:
  void read();
  [[nodiscard]] core::Status enter(std::vector<RulePreset> presets);

  std::filesystem::path file_;
  std::vector<RulePreset> kept_;
};

/// The rules are those of the preset.
[[nodiscard]] bool isInForce(const RulePreset& preset, const workspace::AgglomerationSettings& settings);

}  // namespace vicinia::desktop
