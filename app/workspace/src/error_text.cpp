#include <algorithm>
#include <array>
#include <string_view>

#include "phrase.h"
#include "vicinia/workspace/texts.h"

namespace vicinia::workspace {
namespace {

using core::ErrorCode;

/// What happened and what to do, in both languages. {detail}, {id} and {field} are filled in.
struct Message {
  ErrorCode code;
  const char* what_en;
  const char* do_en;
  const char* what_vi;
  const char* do_vi;
};

constexpr std::array<Message, core::error_code_count> messages{{
    {ErrorCode::file_not_found, "The file does not exist.", "Check the path.", "Tệp không tồn tại.",
     "Hãy kiểm tra đường dẫn."},
    {ErrorCode::file_not_readable, "The file cannot be read: {detail}.", "Check its permissions.",
     "Không đọc được tệp: {detail}.", "Hãy kiểm tra quyền truy cập."},
    {ErrorCode::file_not_writable, "The file cannot be written: {detail}.",
     "Choose another folder, or free some space; the file that was there before is unchanged.",
     "Không ghi được tệp: {detail}.", "Hãy chọn thư mục khác hoặc giải phóng dung lượng; tệp cũ vẫn nguyên vẹn."},
    {ErrorCode::folder_not_found, "The folder does not exist.", "Check the path.", "Thư mục không tồn tại.",
     "Hãy kiểm tra đường dẫn."},
    {ErrorCode::unsupported_format, "This format is not known here: {detail}.", "Use one of the formats listed.",
     "Định dạng này không được hỗ trợ: {detail}.", "Hãy dùng một trong các định dạng đã nêu."},
    {ErrorCode::not_a_vector_file, "This is no vector file that GDAL can read: {detail}.",
     "Give a shapefile, GeoPackage or GeoJSON with polygons.", "GDAL không đọc được tệp này như dữ liệu vectơ: {detail}.",
     "Hãy dùng shapefile, GeoPackage hoặc GeoJSON chứa vùng."},
    {ErrorCode::missing_companion, "A part of the shapefile is missing: {detail}.",
     "Copy it into the same folder, or export the layer again.", "Thiếu một phần của shapefile: {detail}.",
     "Hãy chép tệp đó vào cùng thư mục hoặc xuất lại lớp dữ liệu."},
    {ErrorCode::truncated_file, "The file ends too early: {detail}.", "It was copied incompletely: copy it again.",
     "Tệp bị cắt cụt: {detail}.", "Tệp được sao chép chưa đủ: hãy sao chép lại."},
    {ErrorCode::not_a_local_file, "This is an address, and only files of this computer are opened.",
     "Download the file first, then open the copy.", "Đây là một địa chỉ mạng; chương trình chỉ mở tệp trên máy này.",
     "Hãy tải tệp về trước rồi mở bản đã tải."},
    {ErrorCode::layer_chosen, "The file has several layers, of which \"{id}\" was read. There are: {detail}.",
     "For another, name it: \"layer\" in the manifest, --layer in a terminal.",
     "Tệp có nhiều lớp; đã đọc lớp \"{id}\". Các lớp hiện có: {detail}.",
     "Nếu cần lớp khác, hãy nêu tên: \"layer\" trong manifest, --layer trong cửa sổ lệnh."},
    {ErrorCode::layer_not_named, "The folder has several layers, and nothing says which to read: {detail}.",
     "Choose one of the files, or name its layer: \"layer\" in the manifest, --layer in a terminal.",
     "Thư mục có nhiều lớp và chưa rõ cần đọc lớp nào: {detail}.",
     "Hãy chọn một tệp, hoặc nêu tên lớp: \"layer\" trong manifest, --layer trong cửa sổ lệnh."},
    {ErrorCode::missing_crs, "The layer does not say in which coordinate system it is (no .prj file).",
     "Add the .prj file, or state the system: \"crs\": \"EPSG:4326\" in the manifest, --source-crs in a terminal.",
     "Lớp không cho biết hệ tọa độ (không có tệp .prj).",
     "Hãy thêm tệp .prj, hoặc khai báo hệ tọa độ: \"crs\": \"EPSG:4326\" trong manifest, --source-crs trong cửa sổ lệnh."},
    {ErrorCode::crs_overridden, "The layer was read in the coordinate system that was stated, {id}; the file itself says {detail}.",
     "If the file is right, take the statement out.",
     "Lớp được đọc theo hệ tọa độ đã khai báo, {id}; còn tệp ghi {detail}.", "Nếu tệp đúng, hãy bỏ phần khai báo."},
    {ErrorCode::crs_misfit, "The layer is taken for {id}, and its coordinates, such as {1}, are none of that system.",
     "State the system that they are in: \"crs\" in the manifest, --source-crs in a terminal.",
     "Lớp được coi là {id}, nhưng tọa độ của lớp, chẳng hạn {1}, không thuộc hệ đó.",
     "Hãy khai báo hệ tọa độ đúng: \"crs\" trong manifest, --source-crs trong cửa sổ lệnh."},
    {ErrorCode::poor_datum_shift, "Places come from {id} by a shift that is right to about {detail} m.",
     "All units are shifted alike, so that borders stay as they are; beside other layers they may be that far off.",
     "Tọa độ được chuyển từ {id} bằng phép chuyển có sai số khoảng {detail} m.",
     "Mọi đơn vị được chuyển như nhau nên ranh giới chung không đổi; so với lớp khác có thể lệch chừng ấy."},
    {ErrorCode::unknown_crs, "The coordinate system is not known: {detail}.",
     "State it by a code such as EPSG:32648: \"crs\" in the manifest, --source-crs in a terminal.",
     "Không nhận ra hệ tọa độ: {detail}.",
     "Hãy khai báo bằng mã như EPSG:32648: \"crs\" trong manifest, --source-crs trong cửa sổ lệnh."},
    {ErrorCode::reprojection_failed, "The coordinates cannot be projected: {detail}.",
     "Correct them, or state the right coordinate system: \"crs\" in the manifest, --source-crs in a terminal.",
     "Không chuyển được tọa độ: {detail}.",
     "Hãy sửa tọa độ, hoặc khai báo hệ tọa độ đúng: \"crs\" trong manifest, --source-crs trong cửa sổ lệnh."},
    {ErrorCode::geographic_coordinates, "Metres are needed here, but the coordinates are degrees.",
     "Project the layer, or name its coordinate system.", "Ở đây cần tọa độ mét, nhưng tọa độ đang là độ.",
     "Hãy chuyển lớp sang hệ tọa độ phẳng hoặc khai báo hệ tọa độ."},
    {ErrorCode::encoding_unknown, "The file does not state its encoding (no .cpg file); {detail} was assumed.",
     "If names look wrong, add the .cpg file or \"encoding\" in the manifest.",
     "Tệp không cho biết bảng mã (không có tệp .cpg); đã dùng {detail}.",
     "Nếu tên hiển thị sai, hãy thêm tệp .cpg hoặc khóa \"encoding\" trong manifest."},
    {ErrorCode::bad_encoding, "The text is not in the stated encoding: {detail}.",
     "Save the file as UTF-8, or state its encoding.", "Văn bản không đúng bảng mã đã khai báo: {detail}.",
     "Hãy lưu tệp ở dạng UTF-8 hoặc khai báo bảng mã."},
    {ErrorCode::empty_layer, "The layer has no features.", "Choose a layer with polygons.",
     "Lớp không có đối tượng nào.", "Hãy chọn lớp có dữ liệu vùng."},
    {ErrorCode::missing_field, "The layer has no field \"{field}\". It has: {detail}.",
     "Name one of these: in the manifest, or with the option of the command.", "Lớp không có trường \"{field}\". Các trường hiện có: {detail}.",
     "Hãy ghi tên một trong các trường này: trong manifest, hoặc ở tùy chọn của lệnh."},
    {ErrorCode::missing_code, "A unit has no code.", "Every unit needs a code of its own.", "Một đơn vị không có mã.",
     "Mỗi đơn vị cần một mã riêng."},
    {ErrorCode::duplicate_unit, "The unit code \"{id}\" stands twice; the first is feature {detail}.",
     "Give every unit a code of its own.", "Mã đơn vị \"{id}\" xuất hiện hai lần; lần đầu ở đối tượng {detail}.",
     "Hãy cho mỗi đơn vị một mã riêng."},
    {ErrorCode::not_a_polygon, "The feature is no polygon but {detail}.", "Use a layer of areas.",
     "Đối tượng không phải vùng mà là {detail}.", "Hãy dùng lớp dữ liệu vùng."},
    {ErrorCode::empty_geometry, "The unit {id} has no area.", "It is kept in tables and not drawn.",
     "Đơn vị {id} không có diện tích.", "Đơn vị vẫn có trong bảng nhưng không được vẽ."},
    {ErrorCode::non_finite_coordinate, "The unit {id} has a coordinate that is no number.", "Mend the geometry.",
     "Đơn vị {id} có tọa độ không phải là số.", "Hãy sửa hình học."},
    {ErrorCode::invalid_ring, "The outline of unit {id} was not valid and has been repaired: {detail}.",
     "Check the result on the map.", "Đường viền của đơn vị {id} không hợp lệ và đã được sửa: {detail}.",
     "Hãy kiểm tra kết quả trên bản đồ."},
    {ErrorCode::unknown_parent, "The unit {id} names a province that is not there: {detail}.",
     "Add the province, or correct the code.", "Đơn vị {id} thuộc một tỉnh không có trong dữ liệu: {detail}.",
     "Hãy thêm tỉnh hoặc sửa mã."},
    {ErrorCode::features_differ, "Features {1} have the code \"{id}\" in common, but not what they say of it: {2}.",
     "If they are parts of one unit, give them the same name and province; if they are several units, give each a code of its own.",
     "Các đối tượng {1} cùng mang mã \"{id}\" nhưng thông tin không giống nhau: {2}.",
     "Nếu là các phần của một đơn vị, hãy ghi cùng tên và cùng tỉnh; nếu là nhiều đơn vị, hãy cho mỗi đơn vị một mã riêng."},
    {ErrorCode::features_joined, "Units that stand in several features: {1}, in {2} features; the first is {id}.",
     "The features of each have the same code and name, and were joined to one unit.",
     "Số đơn vị nằm ở nhiều đối tượng: {1}, trong {2} đối tượng; đơn vị đầu tiên: {id}.",
     "Các đối tượng cùng mã và cùng tên đã được gộp thành một đơn vị."},
    {ErrorCode::identical_areas, "Pairs of units with one and the same area: {1}; the first are {id} and {2}.",
     "One of each pair is most likely a copy: take it out, or give it its own area.",
     "Số cặp đơn vị có cùng một phạm vi: {1}; cặp đầu tiên: {id} và {2}.",
     "Một đơn vị trong mỗi cặp có lẽ là bản sao: hãy bỏ đi hoặc cho phạm vi riêng."},
    {ErrorCode::provinces_from_districts, "The {detail} provinces were put together from their districts.",
     "A layer named under \"provinces\" in the manifest would take their place.",
     "{detail} tỉnh được ghép từ các huyện.", "Lớp khai báo ở mục \"provinces\" trong manifest, nếu có, sẽ thay thế."},
    {ErrorCode::parent_names_differ, "Provinces to which their districts give several names: {1}; the first is {id}: \"{2}\" and also \"{3}\".",
     "The name that most of its districts give was taken.",
     "Số tỉnh mà các huyện ghi nhiều tên khác nhau: {1}; tỉnh đầu tiên là {id}: \"{2}\" và cả \"{3}\".",
     "Đã lấy tên được nhiều huyện ghi nhất."},
    {ErrorCode::province_codes_changed, "Provinces and districts are numbered each by themselves: {1} provinces have the code of a district.",
     "Here a \"P\" stands before the codes of provinces: {2} for {id}.",
     "Tỉnh và huyện được đánh số riêng: {1} tỉnh có mã trùng với mã huyện.",
     "Ở đây mã tỉnh có chữ \"P\" đứng trước: {2} thay cho {id}."},
    {ErrorCode::provinces_disagree,
     "Provinces that do not fit their districts: {1} of {2}; least of all {id}, where {3} % of the ground is in one of the two only.",
     "They are of another date or coarser, so maps of a province show parts of its neighbours or lack some of its own. State "
     "\"from\": \"districts\" under \"provinces\" in the manifest, and nothing else there, to put them together from the districts.",
     "Số tỉnh không khớp với các huyện của mình: {1} trong {2}; lệch nhất là {id}: {3} % diện tích chỉ thuộc một trong hai lớp.",
     "Lớp tỉnh thuộc thời điểm khác hoặc vẽ thô hơn, nên bản đồ của một tỉnh có phần của tỉnh bên cạnh hoặc thiếu phần của chính tỉnh đó. "
     "Hãy chỉ ghi \"from\": \"districts\" ở mục \"provinces\" trong manifest để ghép tỉnh từ các huyện."},
    {ErrorCode::provinces_elsewhere, "None of the {detail} provinces covers any of its districts: the layers lie in different places.",
     "Check the coordinate systems of both, or state \"from\": \"districts\" under \"provinces\" in the manifest.",
     "Không tỉnh nào trong {detail} tỉnh phủ lên huyện của mình: hai lớp nằm ở hai nơi khác nhau.",
     "Hãy kiểm tra hệ tọa độ của cả hai lớp, hoặc ghi \"from\": \"districts\" ở mục \"provinces\" trong manifest."},
    {ErrorCode::codes_by_place,
     "Units that the table names otherwise, found by the seat that lies in them: {1}; the first is \"{2}\", there \"{3}\" ({id}).",
     "Check them on the map.",
     "Số đơn vị có tên khác trong bảng, được nhận ra nhờ trung tâm nằm bên trong: {1}; đầu tiên là \"{2}\", trong bảng là \"{3}\" ({id}).",
     "Hãy kiểm tra trên bản đồ."},
    {ErrorCode::units_without_code, "Units that {field} does not know: {1}: {2}.",
     "They are drawn, but no figures find them. Correct their names, or add them to the table.",
     "Số đơn vị không có trong {field}: {1}: {2}.",
     "Các đơn vị này được vẽ nhưng không gắn được số liệu. Hãy sửa tên hoặc bổ sung vào bảng."},
    {ErrorCode::units_not_in_layer, "Units of {field} that the layer does not have: {1}: {2}.",
     "They are kept in tables and not drawn.", "Số đơn vị của {field} không có trong lớp: {1}: {2}.",
     "Các đơn vị này vẫn có trong bảng nhưng không được vẽ."},
    {ErrorCode::and_others, "The same holds for {1} more, features {2}.", "", "Điều này cũng đúng với {1} đối tượng khác: {2}.", ""},
    {ErrorCode::wrong_separator, "The columns seem to be separated by \"{detail}\".",
     "Save the table with commas, or state \"separator\" in the manifest.",
     "Các cột có vẻ được ngăn cách bằng \"{detail}\".",
     "Hãy lưu bảng với dấu phẩy, hoặc khai báo \"separator\" trong manifest."},
    {ErrorCode::missing_column, "The table has no column \"{field}\". It has: {detail}.",
     "Add the column, or map its name in the manifest under \"columns\".",
     "Bảng không có cột \"{field}\". Các cột hiện có: {detail}.",
     "Hãy thêm cột, hoặc khai báo tên cột trong manifest ở mục \"columns\"."},
    {ErrorCode::wrong_column_count, "The row has another number of columns than the header: {detail}.",
     "Check separators and quotation marks in this row.", "Dòng có số cột khác với dòng tiêu đề: {detail}.",
     "Hãy kiểm tra dấu ngăn cách và dấu ngoặc kép ở dòng này."},
    {ErrorCode::not_a_number, "\"{detail}\" is no number.",
     "Write digits, with one decimal mark at most and a percent sign only in columns of shares; leave the field empty "
     "if the figure is not published.",
     "\"{detail}\" không phải là số.",
     "Hãy viết các chữ số với nhiều nhất một dấu thập phân, dấu % chỉ ở cột tỷ trọng; để trống nếu không công bố."},
    {ErrorCode::negative_count, "A count cannot be negative: {detail}.", "Correct the figure.",
     "Số đếm không thể âm: {detail}.", "Hãy sửa số liệu."},
    {ErrorCode::not_a_whole_number, "A count must be a whole number: {detail}.", "Correct the figure.",
     "Số đếm phải là số nguyên: {detail}.", "Hãy sửa số liệu."},
    {ErrorCode::share_out_of_range, "A share must lie between 0 and 100 per cent: {detail}.", "Correct the figure.",
     "Tỷ trọng phải nằm trong khoảng 0 đến 100 phần trăm: {detail}.", "Hãy sửa số liệu."},
    {ErrorCode::unknown_unit, "No unit has the code \"{id}\".", "Correct the code, or add the unit to the boundaries.",
     "Không có đơn vị nào mang mã \"{id}\".", "Hãy sửa mã hoặc thêm đơn vị vào lớp ranh giới."},
    {ErrorCode::unknown_sector, "No sector has the number \"{id}\".",
     "Correct the number, or add the sector to the table of sectors.", "Không có ngành nào mang số \"{id}\".",
     "Hãy sửa số hoặc thêm ngành vào bảng ngành."},
    {ErrorCode::unknown_row_kind, "The kind of row \"{detail}\" is not known.",
     "Use district, unit, group or total.", "Không nhận ra loại dòng \"{detail}\".",
     "Hãy dùng district, unit, group hoặc total."},
    {ErrorCode::duplicate_observation, "Unit and sector already have a figure in line {detail}.",
     "Keep one of the two rows.", "Đơn vị và ngành này đã có số liệu ở dòng {detail}.",
     "Hãy giữ lại một trong hai dòng."},
    {ErrorCode::empty_table, "The table has no rows.", "Choose a table with figures.", "Bảng không có dòng nào.",
     "Hãy chọn bảng có số liệu."},
    {ErrorCode::ambiguous_number, "\"{id}\" can mean {1} or {2}, and the table does not show which.",
     "Say in the manifest which mark stands before decimals, \"decimal\": \".\" or \"decimal\": \",\" (in a terminal: "
     "--decimal), or write the number without marks between thousands.",
     "\"{id}\" có thể là {1} hoặc {2}, và bảng không cho biết là số nào.",
     "Hãy khai báo dấu thập phân trong manifest, \"decimal\": \".\" hoặc \"decimal\": \",\" (trong cửa sổ lệnh: "
     "--decimal), hoặc viết số không có dấu phân cách hàng nghìn."},
    {ErrorCode::unstated_marker, "\"{detail}\" may mean that nothing was published, or that there is none.",
     "Leave the field empty if the figure is not published and write 0 for none, or say in the manifest what the sign "
     "means: \"not_published\": [\"{detail}\"] or \"zero\": [\"{detail}\"].",
     "\"{detail}\" có thể là không công bố, cũng có thể là không có.",
     "Hãy để trống nếu số liệu không công bố và viết 0 nếu không có, hoặc khai báo ý nghĩa của ký hiệu trong manifest: "
     "\"not_published\": [\"{detail}\"] hoặc \"zero\": [\"{detail}\"]."},
    {ErrorCode::thousands_marks, "Numbers with \"{id}\" between thousands: {detail}, of which this is the first.",
     "They were read without the mark.", "Số có dấu \"{id}\" phân cách hàng nghìn: {detail}, đây là số đầu tiên.",
     "Các số này được đọc bỏ dấu đó."},
    {ErrorCode::decimal_commas, "Numbers with a decimal comma: {detail}, of which this is the first.",
     "The comma was read as the decimal mark.", "Số có dấu phẩy thập phân: {detail}, đây là số đầu tiên.",
     "Dấu phẩy được đọc là dấu thập phân."},
    {ErrorCode::percent_signs, "Shares with a percent sign: {detail}, of which this is the first.", "They were read as per cent.",
     "Tỷ trọng có dấu %: {detail}, đây là số đầu tiên.", "Các số này được đọc là phần trăm."},
    {ErrorCode::assumed_decimal_points,
     "Numbers whose point could also stand between thousands, and nothing in the table says which: {detail}, of which this is the first.",
     "The point was read as the decimal mark. If it is not, say \"decimal\": \",\" in the manifest (in a terminal: --decimal).",
     "Số có dấu chấm cũng có thể là dấu phân cách hàng nghìn mà bảng không cho biết: {detail}, đây là số đầu tiên.",
     "Dấu chấm được đọc là dấu thập phân. Nếu không đúng, hãy khai báo \"decimal\": \",\" trong manifest (trong cửa sổ lệnh: "
     "--decimal)."},
    {ErrorCode::markers_not_published, "Fields with \"{id}\": {detail}, of which this is the first.",
     "They count as not published, as the manifest says.", "Ô ghi \"{id}\": {detail}, đây là ô đầu tiên.",
     "Các ô này được coi là không công bố, theo manifest."},
    {ErrorCode::markers_zero, "Fields with \"{id}\": {detail}, of which this is the first.", "They count as 0, as the manifest says.",
     "Ô ghi \"{id}\": {detail}, đây là ô đầu tiên.", "Các ô này được coi là 0, theo manifest."},
    {ErrorCode::separator_found, "The columns are separated by \"{detail}\".", "The table was read with it.",
     "Các cột được ngăn cách bằng \"{detail}\".", "Bảng được đọc với dấu này."},
    {ErrorCode::unknown_column, "The column is the number or name of no one sector: {detail}.",
     "Name it by a sector's number, or list it in the manifest under \"ignore\".",
     "Cột không phải là số hay tên của một ngành duy nhất: {detail}.",
     "Hãy đặt tên cột theo số của ngành, hoặc ghi cột vào mục \"ignore\" trong manifest."},
    {ErrorCode::repeated_column, "The columns \"{field}\" and \"{detail}\" are the same sector.",
     "Keep one, or list the other in the manifest under \"ignore\".", "Cột \"{field}\" và cột \"{detail}\" là cùng một ngành.",
     "Hãy giữ một cột, hoặc ghi cột kia vào mục \"ignore\" trong manifest."},
    {ErrorCode::given_twice, "The figure of unit {id} stands already in {1}, line {2}.", "Keep it in one of the two tables.",
     "Số liệu của đơn vị {id} đã có trong {1}, dòng {2}.", "Hãy chỉ giữ số liệu ở một trong hai bảng."},
    {ErrorCode::not_yes_or_no, "\"{detail}\" is neither yes nor no.", "Write 1 or 0, yes or no, or leave the field empty.",
     "\"{detail}\" không phải có cũng không phải không.", "Hãy viết 1 hoặc 0, có hoặc không, hoặc để trống."},
    {ErrorCode::rows_missing,
     "{1} of {2} cells of the matrix (unit × sector × period) have no row; the first is unit {id}, sector {field}.",
     "They count as not published, and totals that need them are not known. Write 0 where there is none.",
     "{1} trong {2} ô của ma trận (đơn vị × ngành × thời kỳ) không có dòng; ô đầu tiên: đơn vị {id}, ngành {field}.",
     "Các ô này được coi là không công bố, nên các tổng có chúng là chưa biết. Hãy viết 0 nếu không có."},
    {ErrorCode::units_without_rows, "Units without any row in {2}: {1}; the first is {id}.",
     "They are taken for no part of the survey, and totals are sums of the others.",
     "Số đơn vị không có dòng nào trong {2}: {1}; đơn vị đầu tiên: {id}.",
     "Các đơn vị này được coi là không thuộc cuộc điều tra; tổng là tổng của các đơn vị khác."},
    {ErrorCode::period_order_unknown, "Which of these periods comes first cannot be told, for these labels name no time: {1}.",
     "Write all of them in one of these forms: {2}.",
     "Không thể biết kỳ nào đứng trước, vì các nhãn sau không cho biết thời gian: {1}.", "Hãy viết tất cả theo một trong các dạng: {2}."},
    {ErrorCode::sector_level_used, "Sectors have {2} levels, and figures are those of level {1} ({3} sectors, such as {id}): sums over several levels would count "
     "the same people twice.", "For another level, choose it: --sector-level in a terminal.",
     "Các ngành có {2} cấp; số liệu được tính theo cấp {1} ({3} ngành, như {id}), vì cộng nhiều cấp sẽ tính trùng.",
     "Nếu cần cấp khác, hãy chọn cấp đó: --sector-level trong cửa sổ lệnh."},
    {ErrorCode::shares_as_fractions, "Shares in \"{field}\" are fractions of 1, for they make 1 in all: {detail} were read as per cent, 0.047 as 4.7 %.",
     "If they are per cent already, say \"shares\": \"per_cent\" in the manifest.",
     "Tỷ trọng trong \"{field}\" là phần của 1, vì cộng lại bằng 1: {detail} số được đọc thành phần trăm, 0,047 là 4,7 %.",
     "Nếu các số này đã là phần trăm, hãy khai báo \"shares\": \"per_cent\" trong manifest."},
    {ErrorCode::sector_is_sum, "Sector {id} is the sum of {detail} in every unit, so that totals count these twice.",
     "If {id} holds the others, give them \"{id}\" in a column \"parent\" of the table of sectors, or leave {id} out.",
     "Ngành {id} bằng tổng của {detail} ở mọi đơn vị, nên tổng số tính các ngành này hai lần.",
     "Nếu {id} gồm các ngành đó, hãy ghi \"{id}\" cho chúng trong cột \"parent\" của bảng ngành, hoặc bỏ {id}."},
    {ErrorCode::bad_manifest, "The manifest is not right: {detail}.",
     "See resources/data/README.md for what it must say.", "Manifest chưa đúng: {detail}.",
     "Xem resources/data/README.md để biết nội dung cần có."},
    {ErrorCode::bad_document, "The file of the view is not right: {detail}.",
     "It may be damaged, or belong to other data.", "Tệp khung nhìn chưa đúng: {detail}.",
     "Tệp có thể bị hỏng hoặc thuộc dữ liệu khác."},
    {ErrorCode::shape_mismatch, "Two tables do not fit together: {detail}.", "Please report this.",
     "Hai bảng không khớp nhau: {detail}.", "Xin báo lại lỗi này."},
    {ErrorCode::invalid_argument, "The value of \"{field}\" cannot be used: {detail}.", "Choose another value.",
     "Không dùng được giá trị của \"{field}\": {detail}.", "Hãy chọn giá trị khác."},
    {ErrorCode::no_values, "There are no figures to show.", "Choose another sector or measure.",
     "Không có số liệu để hiển thị.", "Hãy chọn ngành hoặc chỉ tiêu khác."},
    {ErrorCode::incomplete_matrix, "This figure needs every cell of the table, and one is not published: {detail}.",
     "Open a complete table: on a truncated list this figure is not computed.",
     "Chỉ tiêu này cần đủ mọi ô của bảng, nhưng có ô không được công bố: {detail}.",
     "Hãy mở một bảng đầy đủ: chỉ tiêu này không tính được từ danh sách rút gọn."},
    {ErrorCode::duplicate_point, "Two points lie at the same place: {id} and {detail}.", "Remove one of them.",
     "Hai điểm trùng vị trí: {id} và {detail}.", "Hãy bỏ một điểm."},
    {ErrorCode::point_outside, "The point {id} lies outside the area {detail}.", "Correct its coordinates.",
     "Điểm {id} nằm ngoài vùng {detail}.", "Hãy sửa tọa độ."},
    {ErrorCode::text_too_long, "\"{field}\" of {id} is {1} bytes long, and a shapefile holds {2}.", "Write .gpkg or .geojson instead.",
     "\"{field}\" của {id} dài {1} byte, mà shapefile chỉ chứa được {2}.", "Hãy ghi ra .gpkg hoặc .geojson."},
    {ErrorCode::text_shortened, "\"{field}\" of {id} is {1} bytes long, and a shapefile holds {2}: it was cut short, which \" …\" shows.",
     "Write .gpkg or .geojson to have it whole.", "\"{field}\" của {id} dài {1} byte, mà shapefile chỉ chứa được {2}: đã bị cắt, có dấu \" …\".",
     "Hãy ghi ra .gpkg hoặc .geojson để có đầy đủ."},
    {ErrorCode::unknown_name, "\"{id}\" is not the name of one {field}. Possible: {detail}.", "Choose one of these.",
     "\"{id}\" không phải là tên duy nhất ({field}). Có thể chọn: {detail}.", "Hãy chọn một trong số đó."},
    {ErrorCode::engine_not_found, "The map engine vicinia-map-engine was not found.",
     "It belongs beside the program: build or install it again.", "Không tìm thấy bộ vẽ bản đồ vicinia-map-engine.",
     "Bộ vẽ phải nằm cạnh chương trình: hãy dựng hoặc cài đặt lại."},
    {ErrorCode::engine_start_failed, "The map engine did not start: {detail}.", "Try again; if it persists, install it again.",
     "Bộ vẽ bản đồ không khởi động được: {detail}.", "Hãy thử lại; nếu vẫn lỗi, hãy cài đặt lại."},
    {ErrorCode::engine_crashed, "The map engine died on this map again and again: {detail}.",
     "Everything that is open is kept. Try another extent or data set.",
     "Bộ vẽ bản đồ liên tục dừng với bản đồ này: {detail}.",
     "Mọi thứ đang mở vẫn được giữ. Hãy thử phạm vi hoặc dữ liệu khác."},
    {ErrorCode::render_failed, "The map cannot be drawn: {detail}.", "Try again.", "Không vẽ được bản đồ: {detail}.",
     "Hãy thử lại."},
    {ErrorCode::export_failed, "The figure cannot be exported: {detail}.",
     "Choose another file or folder; a file that was there before is unchanged.", "Không xuất được hình: {detail}.",
     "Hãy chọn tệp hoặc thư mục khác; tệp cũ vẫn nguyên vẹn."},
    {ErrorCode::cancelled, "Cancelled.", "", "Đã hủy.", ""},
    {ErrorCode::broken_outline, "The outline of {id} would not be valid or not be whole: {detail}.",
     "Look at this place with \"vicinia check\"; nothing was written.", "Đường bao của {id} sẽ không hợp lệ hoặc không trọn vẹn: {detail}.",
     "Hãy xem chỗ này bằng lệnh \"vicinia check\"; chưa ghi gì cả."},
    {ErrorCode::internal, "This is a fault of the program: {detail}.", "Please report it.",
     "Đây là lỗi của chương trình: {detail}.", "Xin báo lại lỗi này."},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < messages.size(); ++i)
    if (static_cast<std::size_t>(messages[i].code) != i) return false;
  return true;
}
static_assert(in_order(), "one message per error code, in the order of the codes");

/// Where the field at fault allows of better advice than the code alone.
struct SpecialMessage {
  std::string_view field;
  Message message;
};
constexpr std::array<SpecialMessage, 18> special_messages{{
    {"sector_level", {ErrorCode::invalid_argument, "There is no sector level {1}: the table has {2}.", "Choose a level from 1, the coarsest, to {2}.",
                      "Không có cấp ngành {1}: bảng có {2} cấp.", "Hãy chọn một cấp từ 1 (khái quát nhất) đến {2}."}},
    {"sector_parent", {ErrorCode::unknown_parent, "Sector {id} is said to be a part of \"{detail}\", which is no other sector of the table, or a part of {id} itself.",
                       "Write the number of a larger sector, or leave the field empty.",
                       "Ngành {id} được ghi là thuộc \"{detail}\", nhưng đó không phải là ngành khác trong bảng, hoặc lại thuộc chính {id}.",
                       "Hãy ghi số của một ngành lớn hơn, hoặc để trống."}},
    {"share_fraction", {ErrorCode::share_out_of_range, "The manifest says that shares are fractions of 1, and \"{id}\" has {detail}.",
                        "Correct the share, or say \"shares\": \"per_cent\" in the manifest.",
                        "Manifest khai báo tỷ trọng là phần của 1, nhưng \"{id}\" có {detail}.",
                        "Hãy sửa tỷ trọng, hoặc khai báo \"shares\": \"per_cent\" trong manifest."}},
    {"base_period", {ErrorCode::invalid_argument, "The base of change must lie before the period that is looked at (base, period): {detail}.",
                     "Choose an earlier base, or a later period.",
                     "Kỳ gốc phải đứng trước kỳ đang xem (kỳ gốc, kỳ đang xem): {detail}.", "Hãy chọn kỳ gốc sớm hơn hoặc kỳ đang xem muộn hơn."}},
    {"kinds_mixed", {ErrorCode::period_order_unknown, "Periods of different kinds stand in one table, among them {1}: a year and a part of it have no order.",
                     "Keep periods of one kind, such as {2}, and put the others into a data set of their own.",
                     "Trong một bảng có các kỳ khác loại, như {1}: một năm và một phần của năm không có thứ tự trước sau.",
                     "Hãy giữ các kỳ cùng một loại, ví dụ {2}, và đưa các kỳ còn lại vào bộ dữ liệu khác."}},
    {"same_time", {ErrorCode::period_order_unknown, "These labels mean the same time: {1}.",
                   "Write {2} for both if they are one period, or leave out the rows of one.",
                   "Các nhãn sau cùng chỉ một thời gian: {1}.",
                   "Hãy viết {2} cho cả hai nếu đó là một kỳ, hoặc bỏ các dòng của một nhãn."}},
    {"area", {ErrorCode::broken_outline, "The outline of {id} would not be whole: area of the outline and of its members, in m²: {1}; look at {2}.",
              "Look at this place with \"vicinia check\"; nothing was written.",
              "Đường bao của {id} sẽ không trọn vẹn: diện tích của đường bao và của các thành viên, tính bằng m²: {1}; xem tại {2}.",
              "Hãy xem chỗ này bằng lệnh \"vicinia check\"; chưa ghi gì cả."}},
    {"contents", {ErrorCode::not_a_vector_file, "There is no layer in it: {detail}.", "Give a folder or an archive with a shapefile, GeoPackage or GeoJSON.",
                  "Bên trong không có lớp dữ liệu nào: {detail}.", "Hãy chọn thư mục hoặc tệp nén có shapefile, GeoPackage hoặc GeoJSON."}},
    {"layer", {ErrorCode::unknown_name, "There is no layer \"{id}\". There are: {detail}.", "Choose one of these.",
               "Không có lớp \"{id}\". Các lớp hiện có: {detail}.", "Hãy chọn một trong số đó."}},
    {"candidates", {ErrorCode::missing_crs, "The layer does not say in which coordinate system it is. By its numbers it may be: {detail}.",
                    "State the right one: \"crs\" in the manifest, --source-crs in a terminal; or add the .prj file.",
                    "Lớp không cho biết hệ tọa độ. Theo các con số, có thể là: {detail}.",
                    "Hãy khai báo hệ đúng: \"crs\" trong manifest, --source-crs trong cửa sổ lệnh; hoặc thêm tệp .prj."}},
    {"geojson", {ErrorCode::crs_misfit,
                 "A GeoJSON that names no coordinate system counts as degrees (WGS 84), and its coordinates, such as {1}, are no degrees. By the numbers "
                 "they may be: {2}.",
                 "State the right one: \"crs\" in the manifest, --source-crs in a terminal.",
                 "Tệp GeoJSON không ghi hệ tọa độ được hiểu là độ (WGS 84), nhưng tọa độ của tệp, chẳng hạn {1}, không phải là độ. Theo các con số, có "
                 "thể là: {2}.",
                 "Hãy khai báo hệ đúng: \"crs\" trong manifest, --source-crs trong cửa sổ lệnh."}},
    {"degrees", {ErrorCode::crs_misfit,
                 "The layer is taken for {id}, in degrees, and its coordinates, such as {1}, are no degrees. By the numbers they may be: {2}.",
                 "State the right one, which then counts more than the file: \"crs\" in the manifest, --source-crs in a terminal.",
                 "Lớp được coi là {id}, tính bằng độ, nhưng tọa độ của lớp, chẳng hạn {1}, không phải là độ. Theo các con số, có thể là: {2}.",
                 "Hãy khai báo hệ đúng, khi đó phần khai báo được ưu tiên hơn tệp: \"crs\" trong manifest, --source-crs trong cửa sổ lệnh."}},
    {"metres", {ErrorCode::crs_misfit,
                "The layer is taken for {id}, in metres, and its coordinates, such as {1}, look like degrees: they may be {2}.",
                "State the right system, which then counts more than the file: \"crs\" in the manifest, --source-crs in a terminal.",
                "Lớp được coi là {id}, tính bằng mét, nhưng tọa độ của lớp, chẳng hạn {1}, có vẻ là độ: có thể là {2}.",
                "Hãy khai báo hệ đúng, khi đó phần khai báo được ưu tiên hơn tệp: \"crs\" trong manifest, --source-crs trong cửa sổ lệnh."}},
    {"swapped", {ErrorCode::crs_misfit,
                 "The two coordinates seem to be swapped: {1} is no place in {id}, and would be one the other way round.",
                 "Exchange x and y (in QGIS: Swap X and Y coordinates), or export the layer again with longitude, or east, first.",
                 "Hai tọa độ có vẻ bị đảo: {1} không phải là một vị trí trong {id}, nhưng đảo lại thì đúng.",
                 "Hãy đổi chỗ x và y (trong QGIS: Swap X and Y coordinates), hoặc xuất lại lớp với kinh độ (hướng đông) đứng trước."}},
    {"unknown", {ErrorCode::poor_datum_shift, "How {id} lies to the system of the map is not known here: places may be some hundred metres off.",
                  "All units are treated alike, so that borders stay as they are. For the map itself, export the layer in WGS 84 or VN-2000.",
                  "Không rõ quan hệ giữa {id} và hệ tọa độ của bản đồ: vị trí có thể lệch vài trăm mét.",
                  "Mọi đơn vị được xử lý như nhau nên ranh giới chung không đổi. Để bản đồ đúng vị trí, hãy xuất lớp theo WGS 84 hoặc VN-2000."}},
    {"template", {ErrorCode::export_failed, "This is no template for a page: {detail}.",
                  "Choose a layout that QGIS saved as a template (.qpt), with a map whose id is \"map\".", "Đây không phải là mẫu trang.",
                  "Hãy chọn bố cục do QGIS lưu thành mẫu (.qpt), có bản đồ với mã \"map\"."}},
    {"room", {ErrorCode::export_failed, "The page has no room for map and texts.", "Choose a larger template, shorter texts or fewer parts.",
              "Trang không đủ chỗ cho bản đồ và các chữ.", "Hãy chọn mẫu trang lớn hơn, rút ngắn chữ hoặc bớt thành phần."}},
    {"figure", {ErrorCode::bad_document, "This file carries no view.",
                "Choose a PDF, SVG, PNG or TIFF that Vicinia wrote and that no other program has saved since.", "Tệp này không chứa khung nhìn.",
                "Hãy chọn PDF, SVG, PNG hoặc TIFF do Vicinia ghi và chưa bị chương trình khác lưu lại."}},
}};

const SpecialMessage* special_message(const core::Error& error) {
  const auto found = std::ranges::find_if(special_messages, [&](const SpecialMessage& one) {
    return one.message.code == error.code && one.field == error.subject.field;
  });
  return found == special_messages.end() ? nullptr : &*found;
}

const Message& message_of(const core::Error& error) {
  const SpecialMessage* special = special_message(error);
  return special != nullptr ? special->message : messages[static_cast<std::size_t>(error.code)];
}

/// What the system and the map engine say, in Vietnamese.
struct Reason {
  std::string_view en, vi;
};
constexpr std::array<Reason, 26> known_reasons{{
    {"No such file or directory", "không có tệp hoặc thư mục này"},
    {"Permission denied", "không có quyền truy cập"},
    {"Operation not permitted", "thao tác không được phép"},
    {"No space left on device", "ổ đĩa đã đầy"},
    {"Disk quota exceeded", "đã hết dung lượng được cấp"},
    {"File too large", "tệp quá lớn"},
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
}};

/// A fault of a ring goes on with its place: "Self-intersection at 605000 1205000".
std::string in_language(const std::string& detail, Language language) {
  if (language == Language::en) return detail;
  constexpr std::string_view place_follows = " at ";
  const std::size_t at = detail.rfind(place_follows);
  const auto known = std::ranges::find(known_reasons, std::string_view(detail).substr(0, at), &Reason::en);
  if (known == known_reasons.end()) return detail;
  return std::string(known->vi) + (at == std::string::npos ? "" : " tại " + detail.substr(at + place_follows.size()));
}

/// {1}, {2} and so on: the parts of a detail that has several, "1234|1.234".
void fill_parts(std::string& text, const core::Error& error, Language language) {
  constexpr int most_parts = 3;
  std::size_t begin = 0;
  for (int part = 1; part <= most_parts; ++part) {
    const std::size_t end = std::min(error.detail.find('|', begin), error.detail.size());
    std::string value = error.detail.substr(begin, end - begin);
    // "1.234" would be one thousand and more to a Vietnamese reader: the very doubt that the sentence is about.
    if (error.code == ErrorCode::ambiguous_number && language == Language::vi && part == 2) replace_all(value, ".", ",");
    replace_all(text, "{" + std::to_string(part) + "}", value);
    begin = std::min(end + 1, error.detail.size());
  }
}

std::string filled(const char* pattern, const core::Error& error, Language language) {
  std::string text = pattern;
  fill_parts(text, error, language);
  if (error.detail.empty()) replace_all(text, ": {detail}", "");
  replace_all(text, "{id}", error.subject.id);
  replace_all(text, "{field}", error.subject.field);
  replace_all(text, "{detail}", in_language(error.detail, language));
  return text;
}

/// Rows of layers are features, rows of tables are lines.
bool concerns_layer(ErrorCode code) { return code >= ErrorCode::not_a_vector_file && code <= ErrorCode::and_others; }

std::string place(const core::Error& error, Language language) {
  const bool vi = language == Language::vi;
  std::string text = error.subject.file;
  const auto append = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (error.subject.row) {
    const char* word = concerns_layer(error.code) ? (vi ? "đối tượng " : "feature ") : (vi ? "dòng " : "line ");
    append(word + std::to_string(*error.subject.row));
  }
  const bool field_is_named = error.code == ErrorCode::missing_field || error.code == ErrorCode::missing_column ||
                              error.code == ErrorCode::unknown_name || error.code == ErrorCode::invalid_argument ||
                              error.code == ErrorCode::repeated_column || error.code == ErrorCode::rows_missing ||
                              error.code == ErrorCode::text_too_long || error.code == ErrorCode::text_shortened ||
                              error.code == ErrorCode::units_without_code || error.code == ErrorCode::period_order_unknown || error.code == ErrorCode::shares_as_fractions || error.code == ErrorCode::units_not_in_layer || special_message(error) != nullptr;
  if (!error.subject.field.empty() && !field_is_named)
    append((vi ? "trường \"" : "field \"") + error.subject.field + "\"");
  return text;
}

std::string one_error(const core::Error& error, Language language) {
  const Message& message = message_of(error);
  const bool vi = language == Language::vi;
  std::string text = place(error, language);
  if (!text.empty()) text += ": ";
  text += filled(vi ? message.what_vi : message.what_en, error, language);
  if (error.cause && error.cause->code == ErrorCode::and_others) text += " " + one_error(*error.cause, language);
  if (const std::string advice = filled(vi ? message.do_vi : message.do_en, error, language); !advice.empty())
    text += " " + advice;
  return text;
}

}  // namespace

std::string error_text(const core::Error& error, Language language) {
  std::string text = one_error(error, language);
  for (const core::Error* cause = error.cause.get(); cause; cause = cause->cause.get())
    if (cause->code != ErrorCode::and_others) text += "\n" + one_error(*cause, language);
  return text;
}

}  // namespace vicinia::workspace
