#include "words/detail_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/workspace/base/printable.h"

namespace vicinia::workspace::inline words {
namespace {

using core::ErrorCode;

/// What the system, the map engine and our own readers put into a detail. {1} and {2} stand for what is named.
struct Reason {
  std::string_view en, vi;
};
constexpr std::array<Reason, 100> known_reasons{{
    {"one of these is needed: {1}", "cần một trong: {1}"},
    {"only one of these: {1}", "chỉ được một trong: {1}"},
    {"a column is needed", "cần một cột"},
    {"{1}, not a year of four digits", "{1}, không phải năm gồm bốn chữ số"},
    {"{1}, not at most {2}", "{1}, lớn hơn {2}"},
    {"a number above 0 is needed", "cần một số lớn hơn 0"},
    {"a number of 0 or more is needed", "cần một số từ 0 trở lên"},
    {"a share between 0 and 100 is needed", "cần tỷ lệ giữa 0 và 100"},
    {"a share from 0 to 100 is needed", "cần tỷ lệ từ 0 đến 100"},
    {"codes are needed that mean foreign-invested", "cần các mã có nghĩa là có vốn đầu tư nước ngoài"},
    {"No such file or directory", "không có tệp hoặc thư mục này"},
    {"Permission denied", "không có quyền truy cập"},
    {"Operation not permitted", "thao tác không được phép"},
    {"No space left on device", "ổ đĩa đã đầy"},
    {"Disk quota exceeded", "đã hết dung lượng được cấp"},
    {"File too large", "tệp quá lớn"},
    {"not a regular file", "không phải tệp thông thường"},
    {"HTML", "HTML"},
    {"expressions", "biểu thức"},
    {"pictures from elsewhere", "ảnh từ nơi khác"},
    {"the name of the data's folder is not in UTF-8",
     "tên thư mục số liệu không ở dạng UTF-8; hãy đổi tên thư mục đó"},
    {"nested too deep", "lồng quá nhiều cấp"},
    {"Is a directory", "đây là thư mục"},
    {"Not a directory", "đây không phải là thư mục"},
    {"Read-only file system", "hệ thống tệp chỉ cho phép đọc"},
    {"File name too long", "tên tệp quá dài"},
    {"Input/output error", "lỗi đọc hoặc ghi"},
    {"not enough memory", "không đủ bộ nhớ"},
    {"the file could not be written", "không ghi được tệp"},
    {"the file was cut short", "tệp bị cắt cụt"},
    {"the picture would have too many pixels a side", "ảnh sẽ có quá nhiều điểm ảnh mỗi cạnh"},
    {"Self-intersection", "đường viền tự cắt"},
    {"Ring Self-intersection", "đường viền tự chạm"},
    {"Hole lies outside shell", "lỗ nằm ngoài đường viền"},
    {"Holes are nested", "lỗ nằm trong lỗ"},
    {"Nested shells", "phần này nằm trong phần khác"},
    {"Duplicate Rings", "hai vòng trùng nhau"},
    {"Interior is disconnected", "bên trong bị chia cắt"},
    {"Too few points in geometry component", "quá ít điểm"},
    {"Ring of 1 points", "vòng chỉ có 1 điểm, đã bỏ"},
    {"Ring of 2 points", "vòng chỉ có 2 điểm, đã bỏ"},
    {"Ring of 3 points", "vòng chỉ có 3 điểm, đã bỏ"},
    {"out of memory", "không đủ bộ nhớ"},
    {"Cannot allocate memory", "không đủ bộ nhớ"},
    {"File exists", "tệp đã tồn tại"},
    {"Too many open files", "đang mở quá nhiều tệp"},
    {"Device or resource busy", "thiết bị hoặc tệp đang được dùng"},
    {"Text file busy", "tệp đang được chạy"},
    {"Resource temporarily unavailable", "tài nguyên tạm thời không dùng được"},
    {"Too many levels of symbolic links", "quá nhiều liên kết tượng trưng nối tiếp nhau"},
    {"Invalid argument", "đối số không hợp lệ"},
    {"Broken pipe", "bên đọc đã ngừng đọc"},
    {"No such device", "không có thiết bị này"},
    {"No such device or address", "không có thiết bị hoặc địa chỉ này"},
    {"Stale file handle", "tệp trên máy chủ không còn dùng được"},
    {"Transport endpoint is not connected", "ổ đĩa mạng đã ngắt kết nối"},
    {"Host is down", "máy chủ không hoạt động"},
    {"Connection refused", "kết nối bị từ chối"},
    {"Interrupted system call", "thao tác bị ngắt"},
    {"Directory not empty", "thư mục không rỗng"},
    {"Value too large for defined data type", "tệp quá lớn"},
    {"missing", "thiếu"},
    {"empty", "để trống"},
    {"unknown", "khóa này không có ý nghĩa ở đây"},
    {"not an object", "không phải đối tượng JSON"},
    {"not an object: {1}", "không phải đối tượng JSON: {1}"},
    {"not a text: {1}", "không phải văn bản: {1}"},
    {"not a list of texts: {1}", "không phải danh sách văn bản: {1}"},
    {"not one character: {1}", "không phải một ký tự: {1}"},
    {"not a date such as 2007-12-31: {1}", "không phải ngày dạng 2007-12-31: {1}"},
    {"neither a text nor an object with vi and en: {1}",
     "không phải văn bản, cũng không phải đối tượng có vi và en: {1}"},
    {"neither vi nor en", "không có vi, cũng không có en"},
    {"neither true nor false: {1}", "không phải true, cũng không phải false: {1}"},
    {"neither \".\" nor \",\": {1}", "không phải \".\", cũng không phải \",\": {1}"},
    {"in not_published too: {1}", "cũng có trong not_published: {1}"},
    {"no column of this table", "không phải cột của bảng này"},
    {"beside from", "thừa, vì đã có from"},
    {"beside codes_from, which gives the codes", "thừa, vì codes_from đã cho mã"},
    {"beside parent_codes_from, which gives the codes", "thừa, vì parent_codes_from đã cho mã"},
    {"needs parent_name_vi", "cần có parent_name_vi"},
    {"missing, and provinces are to be made from them", "thiếu, mà tỉnh phải được ghép từ đó"},
    {"missing, and so is provinces", "thiếu, và cũng thiếu provinces"},
    {"{1}, not one of: {2}", "{1}, không thuộc: {2}"},
    {"{1}, not {2}", "{1}, không phải {2}"},
    {"a field needs a name in UTF-8", "trường cần có tên ở dạng UTF-8"},
    {"a field of a shapefile has a name of at most 10 bytes", "tên trường của shapefile dài tối đa 10 byte"},
    {"two fields have this name", "hai trường cùng tên này"},
    {"a unit cannot be linked with itself", "một đơn vị không thể liên kết với chính nó"},
    {"{1}; a distance of 0 or more", "{1}; cần khoảng cách từ 0 trở lên"},
    {"{1}; a width of 0 or more", "{1}; cần bề rộng từ 0 trở lên"},
    {"{1} vertices; at most {2}", "{1} đỉnh; tối đa {2}"},
    {"no view in {1}", "không có khung nhìn trong {1}"},
    {"too many maps for the page", "quá nhiều bản đồ cho một trang"},
    {"the data set is a published list", "bộ số liệu là danh sách đã công bố, không phải bảng đầy đủ"},
    {"unit {1}, sector {2}", "đơn vị {1}, ngành {2}"},
    {"looked in {1}", "đã tìm trong {1}"},
    {"{1} times on the same request; {2}", "{1} lần với cùng một yêu cầu; {2}"},
    {"no memory for a frame of {1} bytes: {2}", "không đủ bộ nhớ cho ảnh {1} byte: {2}"},
    {"it is of version {1}, this program of {2}",
     "bộ vẽ là phiên bản {1}, chương trình này là phiên bản {2}"},
    {"no private folder: {1}", "không tạo được thư mục riêng: {1}"},
}};

/// Where a detail is words, and not a piece of the user's data that may happen to read the same.
bool carries_words(ErrorCode code) {
  switch (code) {
    case ErrorCode::file_not_found:
    case ErrorCode::file_not_readable:
    case ErrorCode::file_not_writable:
    case ErrorCode::folder_not_found:
    case ErrorCode::truncated_file:
    case ErrorCode::invalid_ring:
    case ErrorCode::bad_manifest:
    case ErrorCode::bad_document:
    case ErrorCode::shape_mismatch:
    case ErrorCode::invalid_argument:
    case ErrorCode::incomplete_matrix:
    case ErrorCode::engine_not_found:
    case ErrorCode::engine_start_failed:
    case ErrorCode::engine_crashed:
    case ErrorCode::render_failed:
    case ErrorCode::export_failed:
    case ErrorCode::broken_outline:
    case ErrorCode::template_parts_left_out:
    case ErrorCode::internal: return true;
    default: return false;
  }
}

/// Whether a detail is nothing but what the system gave as a reason.
bool is_reason_of_system(ErrorCode code) {
  return code == ErrorCode::file_not_readable || code == ErrorCode::file_not_writable;
}

/// Words of the engine and of libraries, which are in English where they are not known.
bool is_technical(ErrorCode code) {
  return code == ErrorCode::engine_start_failed || code == ErrorCode::engine_crashed ||
         code == ErrorCode::render_failed || code == ErrorCode::export_failed || code == ErrorCode::internal;
}

/// What stands in `text` for {1} and {2} of the pattern; nullopt: it is not made like that.
std::optional<std::vector<std::string_view>> matched(std::string_view pattern, std::string_view text) {
  std::vector<std::string_view> parts;
  while (!pattern.empty()) {
    const std::size_t brace = std::min(pattern.find('{'), pattern.size());
    if (!text.starts_with(pattern.substr(0, brace))) return std::nullopt;
    text.remove_prefix(brace);
    pattern.remove_prefix(brace);
    if (pattern.empty()) break;
    constexpr std::size_t place_size = 3;  // "{1}"
    pattern.remove_prefix(place_size);
    const std::string_view next = pattern.substr(0, pattern.find('{'));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return text.empty() ? std::optional(parts) : std::nullopt;
}

std::optional<std::string> in_vietnamese(std::string_view words) {
  for (const Reason& reason : known_reasons) {
    const auto parts = matched(reason.en, words);
    if (!parts) continue;
    std::string text(reason.vi);
    for (std::size_t i = 0; i < parts->size(); ++i)
      replace_all(text, "{" + std::to_string(i + 1) + "}",
                  in_vietnamese((*parts)[i]).value_or(std::string((*parts)[i])));
    return text;
  }
  // A fault of a ring goes on with its place: "Self-intersection at 605000 1205000".
  for (const std::string_view at : {" at or near point ", " at "})
    if (const std::size_t found = words.rfind(at); found != std::string_view::npos)
      if (const auto known = in_vietnamese(words.substr(0, found)))
        return *known + " tại " + std::string(words.substr(found + at.size()));
  return std::nullopt;
}

std::string without_full_stop(std::string_view words) {
  const std::size_t end = words.find_last_not_of(" .\r\n");
  return std::string(words.substr(0, end == std::string_view::npos ? 0 : end + 1));
}

std::string quotation_of(std::string_view owner, std::string_view words) {
  return std::string(owner) + ": \"" + printable_line(without_full_stop(words)) + "\".";
}

constexpr std::array<std::string_view, 6> strangers{"GDAL", "PROJ", "JSON", "GEOS", "gRPC", "PostgreSQL"};

/// Takes "GDAL: …" or a closing "(PROJ: …)" out of the words.
std::string take_quotation(std::string& words) {
  for (const std::string_view stranger : strangers) {
    const std::string lead = std::string(stranger) + ": ", open = " (" + lead;
    std::string quotation;
    if (words.starts_with(lead)) {
      quotation = words.substr(lead.size());
      words.clear();
    } else if (const std::size_t at = words.find(open); at != std::string::npos && words.ends_with(')')) {
      quotation = words.substr(at + open.size(), words.size() - at - open.size() - 1);
      words.resize(at);
    } else {
      continue;
    }
    return without_full_stop(quotation).empty() ? std::string() : quotation_of(stranger, quotation);
  }
  return {};
}

struct FieldName {
  std::string_view field;
  Phrase words;
};
constexpr std::array<FieldName, 15> kinds_of_names{{
    {"comparison", {"phần của --compare", "part of --compare"}},
    {"sector", {"ngành", "sector"}},
    {"unit", {"đơn vị", "unit"}},
    {"district", {"huyện", "district"}},
    {"commune", {"xã", "commune"}},
    {"frame", {"khung đơn vị", "frame of units"}},
    {"province", {"tỉnh", "province"}},
    {"period", {"kỳ", "period"}},
    {"area", {"vùng", "area"}},
    {"layer", {"lớp", "layer"}},
    {"palette", {"bảng màu", "palette"}},
    {"sequential palette", {"bảng màu một chiều", "sequential palette"}},
    {"template", {"mẫu trang", "template"}},
    {"measure", {"chỉ tiêu", "measure"}},
    {"category", {"loại", "category"}},
}};

/// Names of the code for what has an option and a name in words.
constexpr std::array<FieldName, 14> arguments{{
    {"tolerance_m",
     {"--tolerance (dung sai khớp ranh giới)", "--tolerance (within which borders are matched)"}},
    {"within_m", {"--tolerance (dung sai khớp ranh giới)", "--tolerance (within which borders are matched)"}},
    {"link-units", {"--link-units", "--link-units"}},
    {"linked", {"--link-units", "--link-units"}},
    {"cut", {"--cut-units", "--cut-units"}},
    {"lq_min", {"--lq-min", "--lq-min"}},
    {"employees_min", {"--employees-min", "--employees-min"}},
    {"enterprises_min", {"--enterprises-min", "--enterprises-min"}},
    {"sector_share_pct_min", {"--sector-share-min", "--sector-share-min"}},
    {"min_length_m", {"--border-min", "--border-min"}},
    {"breaks", {"--breaks (ngưỡng phân lớp)", "--breaks (of classes)"}},
    {"classes", {"--classes (số lớp)", "--classes (how many)"}},
    {"core_share", {"--core-share", "--core-share"}},
    {"target_crs", {"--crs (hệ tọa độ để đo)", "--crs (to measure in)"}},
}};

template <std::size_t count>
std::string words_of(const std::array<FieldName, count>& names, const std::string& field, Language language) {
  const auto known = std::ranges::find(names, std::string_view(field), &FieldName::field);
  return known == names.end() ? printable_line(field) : known->words.in(language);
}

}  // namespace

DetailWords detail_words(const core::Error& error, Language language) {
  DetailWords found{.words = error.detail};
  found.quotation = take_quotation(found.words);
  const bool is_of_system = is_reason_of_system(error.code) && !found.words.empty();
  const auto known = carries_words(error.code) ? in_vietnamese(without_full_stop(found.words)) : std::nullopt;
  if (known && language == Language::vi) {
    found.words = *known;
  } else if (!known && is_of_system) {
    found.quotation = quotation_of(language == Language::vi ? "Hệ thống" : "The system", found.words);
    found.words.clear();
  } else if (!known && language == Language::vi && is_technical(error.code) && !found.words.empty() &&
             found.quotation.empty()) {
    found.quotation = quotation_of("Chi tiết", found.words);
    found.words.clear();
  }
  found.words = printable_line(without_full_stop(found.words));
  return found;
}

namespace {

using Advice = std::pair<std::string_view, const Phrase*>;

constexpr Phrase name_a_file{"Hãy ghi tên một tệp.", "Name a file."};

const Phrase* advice_of(std::span<const Advice> known, std::string_view reason) {
  const auto found = std::ranges::find(known, reason, &Advice::first);
  return found == known.end() ? nullptr : found->second;
}

}  // namespace

const Phrase* advice_on_writing(std::string_view reason) {
  static constexpr Phrase full{
      "Hãy giải phóng dung lượng hoặc chọn thư mục khác; tệp cũ vẫn nguyên vẹn.",
      "Free some space or choose another folder; a file that was there before is unchanged."};
  static constexpr Phrase forbidden{"Hãy chọn thư mục mà bạn có quyền ghi.",
                                    "Choose a folder in which you may write."};
  static constexpr Phrase missing{"Hãy kiểm tra đường dẫn.", "Check the path."};
  static constexpr Advice known[]{
      {"No space left on device", &full},    {"Disk quota exceeded", &full},
      {"Permission denied", &forbidden},     {"Operation not permitted", &forbidden},
      {"Read-only file system", &forbidden}, {"Is a directory", &name_a_file},
      {"Not a directory", &missing},         {"No such file or directory", &missing}};
  return advice_of(known, reason);
}

const Phrase* advice_on_reading(std::string_view reason) {
  static constexpr Phrase large{"Tệp lớn hơn mọi tệp loại này; hãy chọn tệp khác.",
                                "It is larger than any file of its kind can be; choose another one."};
  static constexpr Phrase broken{"Hãy sao chép tệp sang ổ đĩa khác và thử lại.",
                                 "Copy it to another disk and try again."};
  static constexpr Advice known[]{{"Is a directory", &name_a_file},
                                  {"not a regular file", &name_a_file},
                                  {"File too large", &large},
                                  {"Input/output error", &broken}};
  return advice_of(known, reason);
}

std::string field_words(const core::Error& error, Language language) {
  if (error.code == ErrorCode::unknown_name) return words_of(kinds_of_names, error.subject.field, language);
  if (error.code == ErrorCode::invalid_argument) return words_of(arguments, error.subject.field, language);
  return printable_line(error.subject.field);
}

}  // namespace vicinia::workspace::inline words
