#include <type_traits>

#include "vicinia/gis/protocol/convert.h"

namespace vicinia::gis::protocol {
namespace {

void write_table(const map::ReportTable& from, message::ReportTable& to) {
  for (const map::ReportColumn& column : from.columns) {
    message::ReportColumn& into = *to.add_columns();
    into.set_head(column.head);
    into.set_share(column.share);
    into.set_is_number(column.is_number);
  }
  for (const map::ReportRow& row : from.rows) {
    message::ReportRow& into = *to.add_rows();
    for (const std::string& cell : row.cells) into.add_cells(cell);
    into.set_begins_group(row.begins_group);
  }
}

map::ReportTable read_table(const message::ReportTable& from) {
  map::ReportTable to;
  for (const message::ReportColumn& column : from.columns())
    to.columns.push_back({column.head(), column.share(), column.is_number()});
  for (const message::ReportRow& row : from.rows())
    to.rows.push_back({{row.cells().begin(), row.cells().end()}, row.begins_group()});
  return to;
}

}  // namespace

message::ReportSpec to_message(const map::ReportSpec& spec) {
  message::ReportSpec to;
  to.mutable_page()->set_width_mm(spec.page.width_mm);
  to.mutable_page()->set_height_mm(spec.page.height_mm);
  to.set_title(spec.title);
  to.set_subtitle(spec.subtitle);
  for (const map::ReportBlock& any : spec.blocks)
    std::visit(
        [&](const auto& block) {
          using Kind = std::decay_t<decltype(block)>;
          if constexpr (std::is_same_v<Kind, map::ReportHeading>) {
            to.add_blocks()->mutable_heading()->set_text(block.text);
          } else if constexpr (std::is_same_v<Kind, map::ReportParagraph>) {
            message::ReportParagraph& paragraph = *to.add_blocks()->mutable_paragraph();
            paragraph.set_text(block.text);
            paragraph.set_remark(block.remark);
          } else {
            write_table(block, *to.add_blocks()->mutable_table());
          }
        },
        any);
  to.set_source(spec.source);
  to.set_page_text(spec.page_text);
  to.set_creator(spec.creator);
  to.set_file(spec.file);
  return to;
}

core::Result<map::ReportSpec> from_message(const message::ReportSpec& spec) {
  map::ReportSpec to;
  to.page = {spec.page().width_mm(), spec.page().height_mm()};
  to.title = spec.title();
  to.subtitle = spec.subtitle();
  for (const message::ReportBlock& block : spec.blocks()) switch (block.block_case()) {
      case message::ReportBlock::kHeading:
        to.blocks.emplace_back(map::ReportHeading{block.heading().text()});
        break;
      case message::ReportBlock::kParagraph:
        to.blocks.emplace_back(map::ReportParagraph{block.paragraph().text(), block.paragraph().remark()});
        break;
      case message::ReportBlock::kTable: to.blocks.emplace_back(read_table(block.table())); break;
      case message::ReportBlock::BLOCK_NOT_SET:
        return core::fail({.code = core::ErrorCode::invalid_argument,
                           .subject = {.field = "blocks"},
                           .detail = "a block of no known kind"});
    }
  to.source = spec.source();
  to.page_text = spec.page_text();
  to.creator = spec.creator();
  to.file = spec.file();
  return to;
}

}  // namespace vicinia::gis::protocol
