/// \file find.h
/// Sectors, provinces and units by what people type: code, Vietnamese or English name, with or without diacritics, class ("Huyện",
/// "TP."), in any case; initials ("HCM"), and a part that only one has. See core/names/name_index.h.
/// Errors: UnknownName; its detail begins with "several|", "near|" or "some|" and lists those that the name may mean, that are like
///         it, or that there are, in Vietnamese and, behind the next bar, in English. Each can be typed as it is listed.
/// Cost:   O(units), a few microseconds for each name; UnitNames pays that once for many.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/core/names/name_index.h"

namespace vicinia::workspace::inline document {

[[nodiscard]] core::Result<core::industry::SectorIndex> find_sector(const core::Dataset& dataset,
                                                                    std::string_view name);
[[nodiscard]] core::Result<core::industry::SectorIndex> find_sector_in(
    const std::vector<core::industry::Sector>& sectors, std::string_view name);
/// By its label, or by any label that means the same time.
/// Whether a frame was left out because of it: its crosswalk does not fit the data.
[[nodiscard]] bool is_misfit_of_a_crosswalk(const core::Finding& finding);
/// Id of another frame, by its id, date or name. Errors: UnknownName.
[[nodiscard]] core::Result<std::string> find_frame(const core::Dataset& dataset, std::string_view name);
[[nodiscard]] core::Result<core::industry::PeriodIndex> find_period(const core::Dataset& dataset,
                                                                    std::string_view name);
[[nodiscard]] core::Result<core::admin::UnitIndex> find_province(const core::Dataset& dataset,
                                                                 std::string_view name);
[[nodiscard]] core::Result<core::admin::UnitIndex> find_unit(const core::Dataset& dataset,
                                                             std::string_view name);

struct RankedUnit {
  core::admin::UnitIndex unit = 0;
  core::names::Likeness likeness = core::names::Likeness::same;
  std::size_t distance = 0;
};

/// The names of a data set's units, for who asks for several.
class UnitNames {
 public:
  /// \param dataset  must outlive it
  /// \param kind     what errors call them: "unit", "province"
  explicit UnitNames(const core::Dataset& dataset, std::string kind = "unit",
                     const std::function<bool(const core::admin::Unit&)>& wanted = {});
  [[nodiscard]] core::Result<core::admin::UnitIndex> find(std::string_view name) const;
  /// All that the name may mean, the most like first.
  [[nodiscard]] std::vector<RankedUnit> ranked(std::string_view name) const;

 private:
  const core::Dataset& dataset_;
  std::string kind_;
  std::vector<core::admin::UnitIndex> units_{};
  core::names::NameIndex index_{core::names::NameIndex::Of::units};
};

}  // namespace vicinia::workspace::inline document
