/// \file view_fields.h
/// The fields of a view, described once: what a change of each touches, how it is written and read, what it must fulfil, what becomes of it
/// on other data, and whether a step of the history holds it. Comparing, telling, undoing, saving, opening and carrying over follow.
/// A new field that is one plain value is a member of View with its entry in view.h; any other has its entry in view_fields.cpp.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "document/unit_pairs.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/workspace/document/view.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline document {

struct ViewField {
  std::string_view key;  ///< in a view file
  bool Touched::*touches;
  bool is_in_history = true;  ///< where the map stands and what is selected are not
  bool (*is_same)(const View& a, const View& b);
  void (*copy)(const View& from, View& to);
  /// Nothing is written where the value is that of a view that nobody has changed.
  void (*write)(const View& view, const core::Dataset& data, nlohmann::ordered_json& json);
  /// Of a file without the key, the value is left as it is. Throws core::Error (BadDocument) and nlohmann's exceptions. What stands before it in
  /// the list has been read.
  void (*read)(const nlohmann::json& json, const core::Dataset& data, View& view);
  /// nullptr: anything goes.
  core::Status (*check)(const View& view, const core::Dataset& data);
  /// On other data; what stands before it in the list is there. nullptr: as it is.
  void (*carry)(const View& view, const core::Dataset& from, const core::Dataset& to, View& carried);
};

/// In the order of view files.
[[nodiscard]] std::span<const ViewField> view_fields();

[[nodiscard]] nlohmann::ordered_json json_of(const View& view, const core::Dataset& data);
/// Throws as ViewField::read does.
[[nodiscard]] View view_of(const nlohmann::json& json, const core::Dataset& data);
[[nodiscard]] core::Status check(const View& view, const core::Dataset& data);
[[nodiscard]] View carried_over(const View& view, const core::Dataset& from, const core::Dataset& to);

[[nodiscard]] core::Status check_pair(const core::Dataset& data, UnitPair pair);
[[nodiscard]] core::Status check(const AgglomerationSettings& settings, const core::Dataset& data);
[[nodiscard]] core::Status check_units(const core::Dataset& data, const Selection& units);
[[nodiscard]] core::Status check_unit(const core::Dataset& data, std::optional<core::admin::UnitIndex> unit,
                                      const char* what);
[[nodiscard]] core::Status check_base_period(const core::Dataset& data, core::industry::PeriodIndex shown,
                                             std::optional<core::industry::PeriodIndex> base);
/// BadDocument, with what stands in a view file under this key.
[[nodiscard]] core::Error bad_document(const std::string& field, const std::string& detail);
[[nodiscard]] core::Error out_of_range(const char* what, std::size_t given, std::size_t size);

}  // namespace vicinia::workspace::inline document
