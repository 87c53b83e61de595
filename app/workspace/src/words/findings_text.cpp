#include "vicinia/workspace/words/findings_text.h"

#include <algorithm>

#include "vicinia/workspace/words/texts.h"
#include "words/kind_summary.h"

namespace vicinia::workspace::inline words {

using core::ErrorCode;
using core::Finding;

namespace {

/// Those that say different things by their field are of different kinds.
bool are_of_one_kind(const Finding& a, const Finding& b) {
  const bool is_by_field = a.code == ErrorCode::rows_apart || a.code == ErrorCode::sector_level_used;
  return a.code == b.code && a.subject.file == b.subject.file &&
         (!is_by_field || a.subject.field == b.subject.field);
}

}  // namespace

std::vector<FindingsLine> findings_summary(std::span<const Finding> findings, Language language) {
  std::vector<FindingsLine> lines;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto same_kind = std::ranges::find_if(lines, [&](const FindingsLine& line) {
      return are_of_one_kind(findings[line.findings.front()], findings[i]);
    });
    if (same_kind == lines.end())
      lines.push_back({.findings = {i}});
    else
      same_kind->findings.push_back(i);
  }
  for (FindingsLine& line : lines) {
    std::vector<const Finding*> listed;
    for (const std::size_t finding : line.findings) listed.push_back(&findings[finding]);
    line.text = listed.size() == 1 ? error_text(*listed.front(), language)
                                   : kind_summary(listed, listed.size(), Severity::finding, language);
  }
  return lines;
}

}  // namespace vicinia::workspace::inline words
