#include "vicinia/workspace/document/audited_list.h"

namespace vicinia::workspace::inline document {

std::shared_ptr<const AuditedList> shared_audited_list(const Document& document) {
  const auto& audits = document.data->audits;
  return document.view.period < audits.size() ? audits[document.view.period] : nullptr;
}

const AuditedList* audited_list(const Document& document) { return shared_audited_list(document).get(); }

}  // namespace vicinia::workspace::inline document
