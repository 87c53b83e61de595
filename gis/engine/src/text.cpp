#include "text.h"

#include <algorithm>

namespace vicinia::gis::engine {
namespace {

bool is_forbidden_in_xml(QChar c) {
  const char16_t unit = c.unicode();
  return (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r') || unit == 0xFFFE || unit == 0xFFFF;
}

}  // namespace

QString qt(const std::string& utf8) {
  QString text = QString::fromStdString(utf8);  // a half of a surrogate pair does not come out of UTF-8
  text.resize(static_cast<int>(std::remove_if(text.begin(), text.end(), is_forbidden_in_xml) - text.begin()));
  return text;
}

}  // namespace vicinia::gis::engine
