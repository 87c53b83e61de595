#include "vicinia/core/indicators/grades/agreement.h"

namespace vicinia::core::indicators::grades {

SchemesCompared compare(std::span<const Grade> grades) {
  SchemesCompared compared;
  for (const Grade& grade : grades) {
    auto& list = grade.verdict == Outcome::met       ? compared.met
                 : grade.verdict == Outcome::not_met ? compared.not_met
                                                     : compared.cannot_be_told;
    list.push_back(grade.scheme);
  }
  if (!compared.met.empty() && !compared.not_met.empty()) {
    compared.agreement = Agreement::disagree;
  } else if (compared.cannot_be_told.empty() && !grades.empty()) {
    compared.agreement = compared.met.empty() ? Agreement::all_not_met : Agreement::all_met;
  }
  return compared;
}

}  // namespace vicinia::core::indicators::grades
