/// \file audited_list.h
/// The audit of the period that is looked at.
#pragma once

#include "vicinia/core/audit/audited_list.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline document {

using core::audit::AuditedList;
using core::audit::field_of;
using core::audit::measure_of;

/// Of the period that is shown; nullptr where it is not audited.
[[nodiscard]] const AuditedList* audited_list(const Document& document);
[[nodiscard]] std::shared_ptr<const AuditedList> shared_audited_list(const Document& document);

}  // namespace vicinia::workspace::inline document
