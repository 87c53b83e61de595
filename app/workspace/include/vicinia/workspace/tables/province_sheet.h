/// \file province_sheet.h
/// A province over all sectors: what its units are specialised in, and which agglomerations it shares, with whom and in what proportions.
/// The brief prints it, the window shows it.
/// Units:   employees; parts in per cent of the agglomeration's employees.
/// Missing: what is not published is no specialisation; the parts of an agglomeration are not told where one of its units publishes no
///          employees.
/// Errors:  those of find_agglomerations; Cancelled.
/// Cost:    all_sectors(): one search for agglomerations a sector; a sheet O(sectors × units of the province).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline tables {

/// Values and agglomerations of every sector, found once for all provinces.
struct AllSectors {
  struct Sector {
    SectorValues values;
    std::vector<AgglomerationReport> agglomerations{};    ///< largest first
    std::vector<std::optional<std::size_t>> member_of{};  ///< [unit] → position in `agglomerations`
  };
  Document document{};
  std::vector<Sector> sectors{};
};
[[nodiscard]] core::Result<AllSectors> all_sectors(const Document& document, const Contiguity& contiguity,
                                                   const core::Task& task = {});

/// A unit that reaches the LQ which the rules ask for.
struct Specialisation {
  core::admin::UnitIndex unit = 0;
  core::industry::SectorIndex sector = 0;
  double lq = 0;
  core::Cell employees{};
  core::values::Doubt lq_doubt = core::values::Doubt::none, employees_doubt = core::values::Doubt::none;
  std::optional<std::size_t> agglomeration{};         ///< that it is in, of its sector
  std::vector<core::admin::UnitIndex> shared_with{};  ///< other provinces of that agglomeration, ascending
};

/// An agglomeration by the provinces that it has units in.
struct SharedAgglomeration {
  struct Part {
    core::admin::UnitIndex province = 0;
    std::size_t units = 0;
    core::Cell employees{};
    std::optional<double> of_employees_pct{};
  };
  core::industry::SectorIndex sector = 0;
  std::size_t number = 0;     ///< position among those of its sector
  std::vector<Part> parts{};  ///< the largest first
  core::Cell employees{};
  std::optional<core::stats::Interval> pooled_lq{};
  core::values::Doubt doubt = core::values::Doubt::none;  ///< the gravest of what it rests on
};

/// `number`: its position among those of the sector.
[[nodiscard]] SharedAgglomeration shared_agglomeration(const SectorValues& values,
                                                       const AgglomerationReport& report, std::size_t number);

struct ProvinceSheet {
  core::admin::UnitIndex province = 0;
  std::vector<Specialisation> specialisations{};  ///< highest LQ first
  std::vector<SharedAgglomeration> shared{};      ///< most employees first
};
/// \param province  of a level above the finest, or a unit that has no parts
[[nodiscard]] ProvinceSheet province_sheet(const AllSectors& sectors, core::admin::UnitIndex province);

/// That in which the selected unit lies, else the one that is shown alone; nullopt: neither, or a unit of a coarser level than provinces.
[[nodiscard]] std::optional<core::admin::UnitIndex> province_looked_at(const Document& document);

/// "Đồng Nai, Tây Ninh"; "–" where it is shared with none.
[[nodiscard]] std::string shared_with_text(const core::admin::Frame& frame, const Specialisation& row,
                                           Language language);
/// "Bình Dương 62 %, Đồng Nai 38 %"; where proportions are not known, names and numbers of units.
[[nodiscard]] std::string parts_text(const core::admin::Frame& frame,
                                     const SharedAgglomeration& agglomeration, Language language);

}  // namespace vicinia::workspace::inline tables
