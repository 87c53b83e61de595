/// \file agglomeration_texts.h
/// Words and numbers about agglomerations that list, tooltips and reasons have in common.
#pragma once

#include <QString>
#include <optional>

#include "jobs/found_agglomerations.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::desktop {

/// Provinces of an agglomeration, those with most employees in it first.
[[nodiscard]] QStringList provinceNames(const FoundAgglomerations& found, std::size_t agglomeration,
                                        workspace::Language language);
/// "18 districts: Hồ Chí Minh City, Bình Dương, …"; of one district alone its name.
[[nodiscard]] QString membersText(const FoundAgglomerations& found, std::size_t agglomeration,
                                  workspace::Language language);
/// Every member by name, a line for each province.
[[nodiscard]] QString membersInFull(const FoundAgglomerations& found, std::size_t agglomeration,
                                    workspace::Language language);

/// A line for each printed value of a member that others contradict; empty where there is none.
[[nodiscard]] QStringList contradictedValues(const FoundAgglomerations& found, std::size_t agglomeration,
                                             workspace::Language language);

}  // namespace vicinia::desktop
