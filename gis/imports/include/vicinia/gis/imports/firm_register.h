/// \file firm_register.h
/// A register of firms as somebody has it, one row each, that an import counts into the table of its figures: see gis/firms for how rows are
/// counted, by which law, and what secrecy withholds.
/// Places:  firms that say a unit, by code or name, are counted by that text first, and the texts are matched as those of any table; firms
///          with coordinates are counted in the boundaries.
/// Errors:  those of firms/aggregation.h and firms/server_register.h.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/firms/register.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::imports {

struct RegisterChoice {
  std::string server{};          ///< address of a PostgreSQL server, without a password; empty: `file` is one
  std::filesystem::path file{};  ///< or, of a server, the table: "schema.table"
  std::string sheet{}, encoding{};
  std::optional<char> separator{};
  firms::Register rules{};
  friend bool operator==(const RegisterChoice&, const RegisterChoice&) = default;
};

[[nodiscard]] io::TableRequest request_of(const RegisterChoice& choice);

/// What columns there are, and some rows to tell them by.
struct RegisterHead {
  std::vector<std::string> columns{};
  std::vector<std::vector<std::string>> rows{};  ///< the first; none of a server
};
[[nodiscard]] core::Result<RegisterHead> head_of(const RegisterChoice& choice, const core::Task& task = {});

/// By headings in Vietnamese and English; what is not found stays empty. A unit is taken rather than a place.
[[nodiscard]] firms::RegisterColumns guess_columns(const std::vector<std::string>& columns);

/// A row for each firm, by its headings: a tax code, the name of an enterprise, its coordinates.
[[nodiscard]] bool is_register(const std::vector<std::string>& columns);

}  // namespace vicinia::gis::imports
