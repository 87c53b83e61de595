#include "phrase.h"
#include "vicinia/workspace/audit_table.h"

namespace vicinia::workspace {

std::string audit_reason(const core::audit::PublishedTable&, const core::audit::CellVerdict&, Language) { return {}; }

std::string audit_markdown(const core::audit::PublishedTable&, const core::audit::Audit&, const std::string&, Language) { return {}; }

}  // namespace vicinia::workspace
