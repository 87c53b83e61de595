/// \file grade_details.h
/// The grades of one unit laid open, as rich text: each scheme's verdict and criteria, and on request what the scheme is.
#pragma once

#include <QSet>
#include <QString>

#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/values.h"

namespace vicinia::desktop {

/// Before the number of a scheme in links that open and close its definition.
inline constexpr char schemeLink[] = "scheme";

/// `explained`: numbers of the schemes whose definitions are open.
[[nodiscard]] QString gradeDetails(const core::Provenance& provenance, const workspace::UnitGrades& grades,
                                   bool hasOwnRule, const QSet<int>& explained, workspace::Language language);

}  // namespace vicinia::desktop
