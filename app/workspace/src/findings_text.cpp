#include "vicinia/workspace/findings_text.h"

#include <algorithm>
#include <array>

#include "phrase.h"
#include "vicinia/workspace/texts.h"

namespace vicinia::workspace {
namespace {

using core::ErrorCode;
using core::Finding;

/// Several of one kind; {n} is how many. Kinds that have no words of their own are told by the first of them.
struct Plural {
  ErrorCode code;
  Phrase words;
};
constexpr std::array<Plural, 8> plurals{{
    {ErrorCode::invalid_ring, {"{n} đường viền không hợp lệ đã được sửa", "{n} outlines were not valid and have been repaired"}},
    {ErrorCode::empty_geometry, {"{n} đơn vị không có diện tích, vẫn có trong bảng nhưng không được vẽ",
                                 "{n} units have no area: they are kept in tables and not drawn"}},
    {ErrorCode::not_a_polygon, {"{n} đối tượng có cả phần không phải vùng, các phần này được bỏ qua",
                                "{n} features hold something else than areas, which was left out"}},
    {ErrorCode::bad_manifest, {"{n} mục trong manifest không có tác dụng", "{n} entries of the manifest mean nothing here"}},
    {ErrorCode::duplicate_unit, {"{n} mã đơn vị xuất hiện nhiều lần", "{n} unit codes stand more than once"}},
    {ErrorCode::unknown_parent, {"{n} đơn vị thuộc tỉnh không có trong dữ liệu", "{n} units name a province that is not there"}},
    {ErrorCode::markers_not_published, {"{n} cột có ký hiệu được coi là không công bố, theo manifest",
                                        "{n} columns have signs that count as not published, as the manifest says"}},
    {ErrorCode::markers_zero, {"{n} cột có ký hiệu được coi là 0, theo manifest", "{n} columns have signs that count as 0, as the manifest says"}},
}};

constexpr std::size_t most_named = 3;

/// What a finding is about, as short as can be.
std::string subject_name(const Finding& finding, Language language) {
  if (!finding.subject.id.empty()) return finding.subject.id;
  if (finding.subject.row) {
    const bool of_layer = finding.code >= ErrorCode::not_a_vector_file && finding.code <= ErrorCode::unknown_parent;
    const Phrase feature{"đối tượng {n}", "feature {n}"}, line{"dòng {n}", "line {n}"};
    return (of_layer ? feature : line).in(language, {{"{n}", std::to_string(*finding.subject.row)}});
  }
  return finding.subject.field.empty() ? finding.detail : finding.subject.field;
}

std::string counted(std::size_t count, Language language) { return number_text(static_cast<double>(count), 0, language); }

std::string summary_of(std::span<const Finding> findings, const FindingsLine& line, Language language) {
  const Finding& first = findings[line.findings.front()];
  const std::size_t count = line.findings.size();
  if (count == 1) return error_text(first, language);
  std::vector<std::string> names;
  for (const std::size_t finding : line.findings) {
    const std::string name = subject_name(findings[finding], language);
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
    if (names.size() == most_named) break;
  }
  const auto plural = std::ranges::find(plurals, first.code, &Plural::code);
  if (plural == plurals.end()) {
    const Phrase more{" (cùng loại: {n} ghi chú nữa)", " (and {n} more of this kind)"};
    return error_text(first, language) + more.in(language, {{"{n}", counted(count - 1, language)}});
  }
  std::string text = first.subject.file.empty() ? std::string() : first.subject.file + ": ";
  text += plural->words.in(language, {{"{n}", counted(count, language)}});
  for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? ": " : ", ") + names[i];
  if (!names.empty() && count > names.size())
    text += Phrase{" và {n} nữa", " and {n} more"}.in(language, {{"{n}", counted(count - names.size(), language)}});
  return text + ".";
}

}  // namespace

std::vector<FindingsLine> findings_summary(std::span<const Finding> findings, Language language) {
  std::vector<FindingsLine> lines;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto same_kind = std::ranges::find_if(lines, [&](const FindingsLine& line) {
      const Finding& first = findings[line.findings.front()];
      return first.code == findings[i].code && first.subject.file == findings[i].subject.file;
    });
    if (same_kind == lines.end())
      lines.push_back({.findings = {i}});
    else
      same_kind->findings.push_back(i);
  }
  for (FindingsLine& line : lines) line.text = summary_of(findings, line, language);
  return lines;
}

}  // namespace vicinia::workspace
