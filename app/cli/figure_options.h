/// \file figure_options.h
/// What figure and series have in common: what is looked at, and what the page is like.
/// Errors: UnknownName for sectors, provinces, units and templates.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "command.h"
#include "rule_options.h"
#include "vicinia/gis/client/engine_client.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/figures/figure_page.h"

namespace vicinia::cli {

class FigureOptions {
 public:
  void setup(CLI::App& app, const DatasetOptions& dataset);
  /// Applies the options to the document; \return the contiguity that belongs to its rules.
  [[nodiscard]] core::Result<workspace::Contiguity> choose_view(workspace::Workspace& workspace) const;
  /// `file` and its format are left to the command.
  [[nodiscard]] core::Result<workspace::PageOptions> page() const;
  std::string sector;  ///< number or name

 private:
  /// As usual for the variable, where no option says otherwise.
  [[nodiscard]] workspace::Classification classification_of(core::values::Variable variable) const;

  const DatasetOptions* dataset_ = nullptr;
  std::string variable_ = "lq", province_, method_, title_, subtitle_, template_, date_, palette_;
  std::vector<std::string> select_;
  double dpi_ = 300;
  std::optional<std::size_t> classes_;
  std::vector<double> breaks_;
  std::optional<bool> symbols_;
  bool cartogram_ = false;
  bool landscape_ = false, labels_ = true, outlines_ = true, own_classes_ = false, zoom_insets_ = false,
       overview_ = false, graticule_ = false, north_ = true, table_ = false;
  RuleOptions rules_;
};

/// The map engine with the polygons of a data set.
struct FigureEngine {
  std::unique_ptr<gis::client::EngineClient> client;
  workspace::MapSources sources;
  [[nodiscard]] static core::Result<FigureEngine> start(const core::Dataset& dataset);
};

}  // namespace vicinia::cli
