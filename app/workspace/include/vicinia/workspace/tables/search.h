/// \file search.h
/// One search for all that a window can show or do: sectors, variables, provinces and units, agglomerations, commands, by any spelling in
/// either language (core/names/name_index.h).
/// Missing: nothing is like the text: no results; an empty text: none.
/// Cost:    making O(units), finding O(letters of all names): milliseconds for ten thousand units.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/names/name_index.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline tables {

struct SearchResult {
  enum class Kind : std::uint8_t { unit, sector, variable, agglomeration, command };
  Kind kind = Kind::unit;
  std::size_t item =
      0;  ///< unit of the frame, sector, variable; of the others the position in what was given
  std::string name{};
  std::string about{};   ///< what it is: "district, Hồ Chí Minh City"
  bool is_meant = true;  ///< false: not so called, but nearly
};

class Search {
 public:
  /// What only the window knows the names of.
  struct Named {
    std::string name{};
    std::string about{};
    std::vector<std::string> other_names{};
  };
  Search(std::shared_ptr<const core::Dataset> dataset, Language language, std::vector<Named> agglomerations,
         std::vector<Named> commands);

  /// The most like first; of equal ones units, sectors, variables, agglomerations, commands. What is only nearly called so comes where
  /// nothing is called so.
  [[nodiscard]] std::vector<SearchResult> find(std::string_view text, std::size_t most = 12) const;

 private:
  [[nodiscard]] SearchResult result(SearchResult::Kind kind, std::size_t item) const;

  std::shared_ptr<const core::Dataset> dataset_;
  Language language_;
  std::vector<Named> agglomerations_, commands_;
  UnitNames units_;
  core::names::NameIndex others_{core::names::NameIndex::Of::others};
  std::vector<std::pair<SearchResult::Kind, std::size_t>> items_{};  ///< [item of others_]
};

}  // namespace vicinia::workspace::inline tables
