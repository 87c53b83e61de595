<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AgglomerationTexts</name>
    <message>
        <source>%1 %2: %3</source>
        <comment>number, what such units are called, names</comment>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>GradeDetails</name>
    <message>
        <source>close</source>
        <translation>đóng</translation>
    </message>
    <message>
        <source>what is it?</source>
        <translation>là gì?</translation>
    </message>
    <message>
        <source>no rule yet</source>
        <translation>chưa có quy tắc</translation>
    </message>
    <message>
        <source>stars: %1</source>
        <translation>số sao: %1</translation>
    </message>
</context>
<context>
    <name>IndicatorDetails</name>
    <message>
        <source>Value:</source>
        <translation>Giá trị:</translation>
    </message>
    <message>
        <source>The totals allow:</source>
        <translation>Các tổng cho phép:</translation>
    </message>
    <message>
        <source>Not computed:</source>
        <translation>Không tính:</translation>
    </message>
    <message>
        <source>What it is:</source>
        <translation>Là gì:</translation>
    </message>
    <message>
        <source>Denominator:</source>
        <translation>Mẫu số:</translation>
    </message>
    <message>
        <source>Limits:</source>
        <translation>Giới hạn:</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Nguồn:</translation>
    </message>
</context>
<context>
    <name>IndicatorGroups</name>
    <message>
        <source>Quotients and shares</source>
        <translation>Thương số và tỷ trọng</translation>
    </message>
    <message>
        <source>Enterprises</source>
        <translation>Doanh nghiệp</translation>
    </message>
    <message>
        <source>Could it be chance?</source>
        <translation>Có thể do ngẫu nhiên?</translation>
    </message>
    <message>
        <source>Concentration of the sector</source>
        <translation>Mức tập trung của ngành</translation>
    </message>
    <message>
        <source>Specialisation of the unit</source>
        <translation>Chuyên môn hóa của đơn vị</translation>
    </message>
    <message>
        <source>Change since the base period</source>
        <translation>Thay đổi so với kỳ gốc</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>&amp;Browse the map</source>
        <translation>&amp;Duyệt bản đồ</translation>
    </message>
    <message>
        <source>&amp;Audit the published values</source>
        <translation>Đối &amp;soát số liệu công bố</translation>
    </message>
    <message>
        <source>&amp;Make figures</source>
        <translation>Làm &amp;hình</translation>
    </message>
</context>
<context>
    <name>PageRoomTexts</name>
    <message>
        <source>Small maps have no room for it.</source>
        <translation>Bản đồ nhỏ không đủ chỗ.</translation>
    </message>
    <message>
        <source>Small maps always have the same classes.</source>
        <translation>Các bản đồ nhỏ luôn cùng một cách phân lớp.</translation>
    </message>
    <message>
        <source>Only on a map of the whole country.</source>
        <translation>Chỉ có trên bản đồ cả nước.</translation>
    </message>
    <message>
        <source>Only where the map shows a part of the country.</source>
        <translation>Chỉ có khi bản đồ hiển thị một phần của cả nước.</translation>
    </message>
    <message>
        <source>This template has no room for it.</source>
        <translation>Mẫu trang này không đủ chỗ.</translation>
    </message>
    <message>
        <source>The pages of a brief decide this themselves.</source>
        <translation>Bản tóm tắt tự quyết định điều này cho từng trang.</translation>
    </message>
    <message>
        <source>A brief is in one language.</source>
        <translation>Bản tóm tắt chỉ dùng một ngôn ngữ.</translation>
    </message>
    <message>
        <source>Pages of sectors always have the same scale.</source>
        <translation>Các trang theo ngành luôn cùng tỷ lệ.</translation>
    </message>
    <message>
        <source>These data name no areas to be drawn larger.</source>
        <translation>Bộ số liệu này không nêu vùng nào cần vẽ phóng to.</translation>
    </message>
    <message>
        <source>Nothing is selected in the window.</source>
        <translation>Trong cửa sổ chưa chọn đơn vị nào.</translation>
    </message>
    <message>
        <source>Only on a single map: the chart is that of the window.</source>
        <translation>Chỉ trên một bản đồ riêng lẻ: biểu đồ là của cửa sổ.</translation>
    </message>
    <message>
        <source>Several maps on one page have no room for it.</source>
        <translation>Trang có nhiều bản đồ không đủ chỗ cho phần này.</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Sectors</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>&amp;Find a sector</source>
        <translation>Tìm &amp;ngành</translation>
    </message>
    <message>
        <source>Variable and classes</source>
        <translation>Chỉ tiêu và phân lớp</translation>
    </message>
    <message>
        <source>Agglomeration rules</source>
        <translation>Quy tắc quần tụ</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Chú giải</translation>
    </message>
    <message>
        <source>Agglomerations</source>
        <translation>Các quần tụ</translation>
    </message>
    <message>
        <source>List of agglo&amp;merations</source>
        <translation>&amp;Danh sách quần tụ</translation>
    </message>
    <message>
        <source>Selected unit</source>
        <translation>Đơn vị được chọn</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>&amp;List of the shown values</source>
        <translation>&amp;Danh sách giá trị đang xem</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Chỉ báo</translation>
    </message>
    <message>
        <source>I&amp;ndicators of the selected unit</source>
        <translation>Chỉ &amp;báo của đơn vị được chọn</translation>
    </message>
    <message>
        <source>Grades side by side</source>
        <translation>So sánh các cách xếp loại</translation>
    </message>
    <message>
        <source>G&amp;rades side by side</source>
        <translation>&amp;So sánh các cách xếp loại</translation>
    </message>
    <message>
        <source>Selected units together</source>
        <translation>Gộp các đơn vị được chọn</translation>
    </message>
    <message>
        <source>Selected units &amp;together</source>
        <translation>&amp;Gộp các đơn vị được chọn</translation>
    </message>
    <message>
        <source>Audit of the published values</source>
        <translation>Đối soát số liệu đã công bố</translation>
    </message>
    <message>
        <source>A&amp;udit of the published values</source>
        <translation>&amp;Đối soát số liệu đã công bố</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>Sheet of the &amp;province</source>
        <translation>&amp;Bảng tổng hợp của tỉnh</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>&amp;History of changes</source>
        <translation>&amp;Lịch sử thay đổi</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>&amp;Notes on this work</source>
        <translation>&amp;Ghi chú về hồ sơ này</translation>
    </message>
    <message>
        <source>Agglomeration</source>
        <translation>Quần tụ</translation>
    </message>
    <message>
        <source>S&amp;heet of the agglomeration</source>
        <translation>Bả&amp;ng tổng hợp của quần tụ</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>&amp;Chart of the shown values</source>
        <translation>&amp;Biểu đồ của số liệu đang xem</translation>
    </message>
</context>
<context>
    <name>ShownTable</name>
    <message>
        <source>%1: code</source>
        <translation>%1: mã</translation>
    </message>
    <message>
        <source>%1: at least</source>
        <translation>%1: ít nhất</translation>
    </message>
    <message>
        <source>%1: at most</source>
        <translation>%1: nhiều nhất</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::AboutDialog</name>
    <message>
        <source>About Vicinia</source>
        <translation>Giới thiệu Vicinia</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Phiên bản %1</translation>
    </message>
    <message>
        <source>Explorer of industrial clusters for Viet Nam</source>
        <translation>Công cụ khám phá các cụm liên kết ngành công nghiệp của Việt Nam</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Vicinia shows which agglomerations of an industry there are, how strong they are, and where the figure for a report is.</source>
        <translation>Vicinia cho biết một ngành có những quần tụ nào, mạnh đến đâu, và lấy hình cho báo cáo ở đâu.</translation>
    </message>
    <message>
        <source>Vicinia is free software under the &lt;a href=&apos;https://www.gnu.org/licenses/gpl-3.0.html&apos;&gt;GNU General Public License&lt;/a&gt;, version 3 or later. It comes without any warranty.</source>
        <translation>Vicinia là phần mềm tự do theo &lt;a href=&apos;https://www.gnu.org/licenses/gpl-3.0.html&apos;&gt;Giấy phép Công cộng GNU&lt;/a&gt;, phiên bản 3 trở lên. Phần mềm không kèm theo bất kỳ bảo đảm nào.</translation>
    </message>
    <message>
        <source>It stands on the work of others:</source>
        <translation>Phần mềm dựa trên công trình của nhiều dự án khác:</translation>
    </message>
    <message>
        <source>LGPL version 3; the window</source>
        <translation>LGPL phiên bản 3; cửa sổ chương trình</translation>
    </message>
    <message>
        <source>GPL version 2 or later; draws the maps and figures</source>
        <translation>GPL phiên bản 2 trở lên; vẽ bản đồ và hình</translation>
    </message>
    <message>
        <source>LGPL version 3; in the map engine</source>
        <translation>LGPL phiên bản 3; trong bộ máy bản đồ</translation>
    </message>
    <message>
        <source>MIT and LGPL version 2.1; read and project the layers</source>
        <translation>MIT và LGPL phiên bản 2.1; đọc và chiếu các lớp bản đồ</translation>
    </message>
    <message>
        <source>Boost Software License 1.0; geometry</source>
        <translation>Giấy phép Phần mềm Boost 1.0; hình học</translation>
    </message>
    <message>
        <source>Apache License 2.0 and BSD; talk to the map engine</source>
        <translation>Giấy phép Apache 2.0 và BSD; liên lạc với bộ máy bản đồ</translation>
    </message>
    <message>
        <source>Apache License 2.0, Unicode, BSD, MIT and CC0</source>
        <translation>Giấy phép Apache 2.0, Unicode, BSD, MIT và CC0</translation>
    </message>
    <message>
        <source>The built-in data set uses:</source>
        <translation>Bộ dữ liệu có sẵn sử dụng:</translation>
    </message>
    <message>
        <source>seats of the districts, &lt;a href=&apos;https://creativecommons.org/licenses/by/4.0/&apos;&gt;CC BY 4.0&lt;/a&gt;</source>
        <translation>vị trí huyện lỵ, &lt;a href=&apos;https://creativecommons.org/licenses/by/4.0/&apos;&gt;CC BY 4.0&lt;/a&gt;</translation>
    </message>
    <message>
        <source>outlines of the provinces, public domain</source>
        <translation>ranh giới tỉnh, thuộc phạm vi công cộng</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>&amp;Bảng</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Thanh công cụ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>&amp;Xuất hình…</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Xuất hình</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Thoát</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Phóng to</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Thu nhỏ</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>T&amp;oàn bộ bản đồ</translation>
    </message>
    <message>
        <source>Zoom to the &amp;selected unit</source>
        <translation>Phóng đến đơn vị được &amp;chọn</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Nhãn</translation>
    </message>
    <message>
        <source>&amp;Province…</source>
        <translation>Tỉn&amp;h…</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Nội dung</translation>
    </message>
    <message>
        <source>&amp;Notes on the data</source>
        <translation>&amp;Ghi chú về dữ liệu</translation>
    </message>
    <message>
        <source>&amp;About Vicinia</source>
        <translation>Giới &amp;thiệu Vicinia</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Hoàn tác: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Làm lại: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Export a&amp;gglomerations…</source>
        <translation>Xuất các &amp;quần tụ…</translation>
    </message>
    <message>
        <source>Zoom to its &amp;agglomeration</source>
        <translation>Phóng đến &amp;quần tụ của đơn vị</translation>
    </message>
    <message>
        <source>Link the selected unit &amp;with another…</source>
        <translation>&amp;Nối đơn vị được chọn với đơn vị khác…</translation>
    </message>
    <message>
        <source>&amp;Why is the selected unit in, or not?</source>
        <translation>&amp;Vì sao đơn vị được chọn thuộc hay không thuộc quần tụ?</translation>
    </message>
    <message>
        <source>Agglomeration &amp;outlines</source>
        <translation>Đường &amp;bao quần tụ</translation>
    </message>
    <message>
        <source>Export the a&amp;udit…</source>
        <translation>Xuất kết &amp;quả đối soát…</translation>
    </message>
    <message>
        <source>Export in&amp;dicators and grades…</source>
        <translation>Xuất chỉ &amp;báo và xếp loại…</translation>
    </message>
    <message>
        <source>Open view from &amp;figure…</source>
        <translation>Mở khung nhìn từ &amp;hình…</translation>
    </message>
    <message>
        <source>Sy&amp;mbols in proportion to employees</source>
        <translation>&amp;Biểu tượng tỷ lệ theo lao động</translation>
    </message>
    <message>
        <source>Sear&amp;ch…</source>
        <translation>Tìm &amp;kiếm…</translation>
    </message>
    <message>
        <source>Select by &amp;rectangle</source>
        <translation>Chọn &amp;bằng hình chữ nhật</translation>
    </message>
    <message>
        <source>Select by lass&amp;o</source>
        <translation>Chọn bằng cách khoanh &amp;vùng</translation>
    </message>
    <message>
        <source>&amp;New workspace</source>
        <translation>Hồ sơ &amp;mới</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>M&amp;ở hồ sơ…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Mở hồ sơ &amp;gần đây</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Lưu &amp;thành…</translation>
    </message>
    <message>
        <source>Keep a &amp;copy of the data in the workspace</source>
        <translation>Giữ &amp;bản sao dữ liệu trong hồ sơ</translation>
    </message>
    <message>
        <source>Open &amp;data set…</source>
        <translation>Mở bộ &amp;dữ liệu…</translation>
    </message>
    <message>
        <source>&amp;Back to what was looked at before</source>
        <translation>&amp;Lùi về chỗ đã xem trước</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi</translation>
    </message>
    <message>
        <source>Fo&amp;rward again</source>
        <translation>&amp;Tới lại</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tới</translation>
    </message>
    <message>
        <source>&amp;Dorling cartogram</source>
        <translation>Bản đồ &amp;Dorling</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>&amp;Copy the map</source>
        <translation>Sao chép &amp;bản đồ</translation>
    </message>
    <message>
        <source>Export &amp;web page…</source>
        <translation>Xuất trang &amp;web…</translation>
    </message>
    <message>
        <source>&amp;Compare with another map</source>
        <translation>&amp;So sánh với một bản đồ khác</translation>
    </message>
    <message>
        <source>&amp;End the comparison</source>
        <translation>&amp;Kết thúc so sánh</translation>
    </message>
    <message>
        <source>What is &amp;this?</source>
        <translation>&amp;Đây là gì?</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>&amp;Chào mừng</translation>
    </message>
    <message>
        <source>&amp;Show me around</source>
        <translation>Dẫn tôi &amp;xem quanh</translation>
    </message>
    <message>
        <source>&amp;Import your own data…</source>
        <translation>&amp;Nhập dữ liệu của bạn…</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::AgglomerationExport</name>
    <message>
        <source>List as a table, CSV (*.csv)</source>
        <translation>Danh sách dạng bảng, CSV (*.csv)</translation>
    </message>
    <message>
        <source>List for programs, JSON (*.json)</source>
        <translation>Danh sách cho phần mềm, JSON (*.json)</translation>
    </message>
    <message>
        <source>Outlines, GeoPackage (*.gpkg)</source>
        <translation>Đường bao, GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>Outlines, GeoJSON (*.geojson)</source>
        <translation>Đường bao, GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>Outlines, shapefile (*.shp)</source>
        <translation>Đường bao, shapefile (*.shp)</translation>
    </message>
    <message>
        <source>agglomerations-%1</source>
        <translation>cum-%1</translation>
    </message>
    <message>
        <source>Export agglomerations</source>
        <translation>Xuất các quần tụ</translation>
    </message>
    <message>
        <source>The agglomerations could not be exported</source>
        <translation>Không xuất được các quần tụ</translation>
    </message>
    <message>
        <source>List as a workbook, XLSX (*.xlsx)</source>
        <translation>Danh sách dạng bảng tính, XLSX (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::AgglomerationModel</name>
    <message>
        <source>crosses a province boundary</source>
        <translation>vượt ranh giới tỉnh</translation>
    </message>
    <message>
        <source>within one province</source>
        <translation>trong một tỉnh</translation>
    </message>
    <message>
        <source>In only because neighbours carry them: %1</source>
        <translation>Thuộc quần tụ chỉ nhờ các đơn vị liền kề: %1</translation>
    </message>
    <message>
        <source>Crosses a province boundary, along %1 km</source>
        <translation>Vượt ranh giới tỉnh, trên chiều dài %1 km</translation>
    </message>
    <message>
        <source>The totals that it would be divided by are not published and cannot be reconstructed.</source>
        <translation>Các tổng số dùng làm mẫu số không được công bố và không thể tính lại.</translation>
    </message>
    <message>
        <source>Summed over the members and recomputed, never averaged.</source>
        <translation>Cộng số liệu các thành viên rồi tính lại, không lấy trung bình.</translation>
    </message>
    <message>
        <source>Crosses a province boundary</source>
        <translation>Vượt ranh giới tỉnh</translation>
    </message>
    <message>
        <source>Rank by employees</source>
        <translation>Thứ hạng theo số lao động</translation>
    </message>
    <message>
        <source>#</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Agglomeration</source>
        <translation>Quần tụ</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>Số tỉnh</translation>
    </message>
    <message>
        <source>% of its employment</source>
        <translation>% lao động tại chỗ</translation>
    </message>
    <message>
        <source>The rules are being varied…</source>
        <translation>Đang thử các phương án quy tắc…</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>Độ vững</translation>
    </message>
    <message>
        <source>Its totals are sums over the table.</source>
        <translation>Các tổng là tổng cộng của bảng.</translation>
    </message>
    <message>
        <source>depends on the tolerance of matching borders</source>
        <translation>phụ thuộc vào dung sai khớp ranh giới</translation>
    </message>
    <message>
        <source>At how large a share of other rules the agglomeration survives: LQs from 0.7 to 1.5 times the least LQ, other least sizes, corners, longer borders, other tolerances of matching borders</source>
        <translation>Quần tụ còn tồn tại ở bao nhiêu phần trăm phương án quy tắc khác: LQ từ 0,7 đến 1,5 lần ngưỡng, quy mô tối thiểu khác, nối qua đỉnh, ranh giới dài hơn, dung sai khớp ranh giới khác</translation>
    </message>
    <message>
        <source>values of members are contradicted</source>
        <translation>có số liệu của thành viên bị mâu thuẫn</translation>
    </message>
    <message>
        <source>Values as printed, but contradicted:</source>
        <translation>Số liệu giữ nguyên như đã in, nhưng mâu thuẫn:</translation>
    </message>
    <message>
        <source>Summed over the members and recomputed, never averaged. In brackets: the least and the most that the printed values, which are rounded, allow.</source>
        <translation>Cộng số liệu các thành viên rồi tính lại, không lấy trung bình. Trong ngoặc: mức thấp nhất và cao nhất mà các số liệu công bố (đã làm tròn) cho phép.</translation>
    </message>
    <message>
        <source>Its totals are not printed; they are reconstructed from the rounded values.</source>
        <translation>Các tổng không được in; chúng được suy ra từ các số đã làm tròn.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::AgglomerationPanel</name>
    <message>
        <source>Agglomerations</source>
        <translation>Các quần tụ</translation>
    </message>
    <message>
        <source>&amp;Zoom to the agglomeration</source>
        <translation>&amp;Phóng đến quần tụ</translation>
    </message>
    <message>
        <source>Export the list or the outlines</source>
        <translation>Xuất danh sách hoặc đường bao</translation>
    </message>
    <message>
        <source>%1 of %2 agglomerations reach %3</source>
        <translation>%1 trong %2 quần tụ có mặt ở %3</translation>
    </message>
    <message>
        <source>1 agglomeration</source>
        <translation>1 quần tụ</translation>
    </message>
    <message>
        <source>%1 agglomerations</source>
        <translation>%1 quần tụ</translation>
    </message>
    <message>
        <source>%1 across provinces</source>
        <translation>%1 quần tụ liên tỉnh</translation>
    </message>
    <message>
        <source>No district satisfies the rules. Lower the least LQ or the sizes.</source>
        <translation>Không huyện nào thỏa các quy tắc. Hãy hạ mức LQ hoặc quy mô tối thiểu.</translation>
    </message>
    <message>
        <source>Looking for borders that districts share…</source>
        <translation>Đang tìm ranh giới chung giữa các huyện…</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::AgglomerationSheetPanel</name>
    <message>
        <source>Members of the agglomeration, and units that are near</source>
        <translation>Các đơn vị của quần tụ và các đơn vị gần đó</translation>
    </message>
    <message>
        <source>&amp;Show on the map</source>
        <translation>&amp;Xem trên bản đồ</translation>
    </message>
    <message>
        <source>Employees: %1</source>
        <translation>Lao động: %1</translation>
    </message>
    <message>
        <source>Enterprises: %1</source>
        <translation>Doanh nghiệp: %1</translation>
    </message>
    <message>
        <source>Foreign-invested: %1</source>
        <translation>Có vốn nước ngoài: %1</translation>
    </message>
    <message>
        <source>Pooled LQ: %1</source>
        <translation>LQ gộp: %1</translation>
    </message>
    <message>
        <source>Share of the sector: %1 %</source>
        <translation>Tỷ trọng trong ngành: %1 %</translation>
    </message>
    <message>
        <source>The rules are being varied…</source>
        <translation>Đang thử các phương án quy tắc…</translation>
    </message>
    <message>
        <source>Choose an agglomeration in the list, or click one of its units on the map.</source>
        <translation>Chọn một quần tụ trong danh sách, hoặc nhấn vào một đơn vị của quần tụ trên bản đồ.</translation>
    </message>
    <message>
        <source>Divided between: %1</source>
        <translation>Phân chia giữa: %1</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::AuditExport</name>
    <message>
        <source>Report, PDF (*.pdf)</source>
        <translation>Báo cáo, PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Report, Markdown (*.md)</source>
        <translation>Báo cáo, Markdown (*.md)</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>kiem-tra</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>Xuất kết quả đối soát</translation>
    </message>
    <message>
        <source>The audit could not be exported</source>
        <translation>Không xuất được kết quả đối soát</translation>
    </message>
    <message>
        <source>All values as a table, CSV (*.csv)</source>
        <translation>Toàn bộ số liệu dạng bảng, CSV (*.csv)</translation>
    </message>
    <message>
        <source>All values for programs, JSON (*.json)</source>
        <translation>Toàn bộ số liệu cho chương trình, JSON (*.json)</translation>
    </message>
    <message>
        <source>All values as a workbook, XLSX (*.xlsx)</source>
        <translation>Toàn bộ số liệu dạng bảng tính, XLSX (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::AuditFindingsModel</name>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Huyện</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>Would agree</source>
        <translation>Giá trị khớp</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Contradicted by lines</source>
        <translation>Mâu thuẫn với các dòng</translation>
    </message>
    <message>
        <source>group</source>
        <translation>nhóm</translation>
    </message>
    <message>
        <source>total</source>
        <translation>tổng</translation>
    </message>
    <message>
        <source>The values, as they would be printed, that the others allow</source>
        <translation>Các giá trị, như khi in, mà những số khác cho phép</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::AuditPanel</name>
    <message>
        <source>Verdict</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>Xuất kết quả đối soát</translation>
    </message>
    <message>
        <source>&amp;Zoom to the unit</source>
        <translation>&amp;Phóng tới đơn vị</translation>
    </message>
    <message>
        <source>This data set is too large to be audited; it prints no ratios that counts could contradict.</source>
        <translation>Bộ dữ liệu này quá lớn để đối soát; nó không in tỷ số nào có thể mâu thuẫn với các số đếm.</translation>
    </message>
    <message>
        <source>All sectors</source>
        <translation>Mọi ngành</translation>
    </message>
    <message>
        <source>1 shown</source>
        <translation>1 dòng</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 dòng</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Audited values</source>
        <translation>Số liệu đã đối soát</translation>
    </message>
    <message>
        <source>all values (%1)</source>
        <translation>mọi số liệu (%1)</translation>
    </message>
    <message>
        <source>%1 published values · %2</source>
        <translation>%1 số liệu đã công bố · %2</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::BordersNote</name>
    <message>
        <source>Borders matched within %1</source>
        <translation>Ranh giới khớp trong khoảng %1</translation>
    </message>
    <message>
        <source>Borders do not meet everywhere</source>
        <translation>Có ranh giới không trùng khớp</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::BoundariesPage</name>
    <message>
        <source>Boundaries that come with the program</source>
        <translation>Ranh giới có sẵn trong chương trình</translation>
    </message>
    <message>
        <source>A layer of your own</source>
        <translation>Lớp bản đồ của bạn</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Ranh giới</translation>
    </message>
    <message>
        <source>On which units are the figures to be shown?</source>
        <translation>Số liệu được thể hiện trên các đơn vị nào?</translation>
    </message>
    <message>
        <source>Those that the names of the table are of</source>
        <translation>Theo tên trong bảng</translation>
    </message>
    <message>
        <source>34 provinces, since July 2025</source>
        <translation>34 tỉnh, thành phố, từ tháng 7/2025</translation>
    </message>
    <message>
        <source>63 provinces from 2008 to 2025, or 64 of 2007</source>
        <translation>63 tỉnh, thành phố từ 2008 đến 2025, hoặc 64 của năm 2007</translation>
    </message>
    <message>
        <source>682 districts of 2007 (approximate areas)</source>
        <translation>682 huyện năm 2007 (phạm vi gần đúng)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose a layer of areas</source>
        <translation>Chọn lớp vùng</translation>
    </message>
    <message>
        <source>Layers (*.shp *.zip *.gpkg *.geojson *.json *.topojson *.kml *.tab *.mif *.fgb *.gml);;All files (*)</source>
        <translation>Lớp bản đồ (*.shp *.zip *.gpkg *.geojson *.json *.topojson *.kml *.tab *.mif *.fgb *.gml);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>Như tệp khai báo</translation>
    </message>
    <message>
        <source>As it is recognised</source>
        <translation>Tự nhận biết</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Tệp:</translation>
    </message>
    <message>
        <source>Coordinate system:</source>
        <translation>Hệ tọa độ:</translation>
    </message>
    <message>
        <source>Encoding of the text:</source>
        <translation>Bảng mã văn bản:</translation>
    </message>
    <message>
        <source>Units are:</source>
        <translation>Đơn vị là:</translation>
    </message>
    <message>
        <source>Field of names:</source>
        <translation>Trường tên:</translation>
    </message>
    <message>
        <source>Field of codes:</source>
        <translation>Trường mã:</translation>
    </message>
    <message>
        <source>Field of kinds:</source>
        <translation>Trường loại đơn vị:</translation>
    </message>
    <message>
        <source>Field of provinces:</source>
        <translation>Trường tỉnh:</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>%1 areas: %2. Names: %3 …</source>
        <translation>%1 vùng: %2. Tên: %3 …</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::Breadcrumb</name>
    <message>
        <source>Where you are</source>
        <translation>Bạn đang ở đâu</translation>
    </message>
    <message>
        <source>Show the whole country</source>
        <translation>Xem cả nước</translation>
    </message>
    <message>
        <source>Show this province alone</source>
        <translation>Chỉ xem tỉnh này</translation>
    </message>
    <message>
        <source>Zoom to what is selected</source>
        <translation>Phóng tới phần đã chọn</translation>
    </message>
    <message>
        <source>Viet Nam</source>
        <translation>Việt Nam</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 và %2 đơn vị khác</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ChartExport</name>
    <message>
        <source>Export the chart</source>
        <translation>Xuất biểu đồ</translation>
    </message>
    <message>
        <source>The chart could not be exported</source>
        <translation>Không xuất được biểu đồ</translation>
    </message>
    <message>
        <source>Drawing, SVG (*.svg)</source>
        <translation>Hình vẽ, SVG (*.svg)</translation>
    </message>
    <message>
        <source>Picture, PNG (*.png)</source>
        <translation>Ảnh, PNG (*.png)</translation>
    </message>
    <message>
        <source>For printing, PDF (*.pdf)</source>
        <translation>Để in, PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Workbook, XLSX (*.xlsx)</source>
        <translation>Bảng tính, XLSX (*.xlsx)</translation>
    </message>
    <message>
        <source>Table, CSV (*.csv)</source>
        <translation>Bảng, CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ChartPanel</name>
    <message>
        <source>C&amp;hart</source>
        <translation>&amp;Biểu đồ</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>Loại biểu đồ</translation>
    </message>
    <message>
        <source>a&amp;gainst</source>
        <translation>s&amp;o với</translation>
    </message>
    <message>
        <source>Variable that the shown one is drawn against</source>
        <translation>Chỉ tiêu được so với chỉ tiêu đang xem</translation>
    </message>
    <message>
        <source>si&amp;ze</source>
        <translation>độ &amp;lớn</translation>
    </message>
    <message>
        <source>What the bubbles are as large as</source>
        <translation>Độ lớn của bong bóng theo chỉ tiêu nào</translation>
    </message>
    <message>
        <source>Export the chart: SVG, PNG, PDF, or its values as CSV or XLSX</source>
        <translation>Xuất biểu đồ: SVG, PNG, PDF, hoặc số liệu dạng CSV hay XLSX</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Xuất biểu đồ</translation>
    </message>
    <message>
        <source>Chart; arrow keys walk through its marks, Enter selects, Shift with an arrow key moves a class break</source>
        <translation>Biểu đồ; phím mũi tên đi qua từng mục, Enter để chọn, Shift cùng phím mũi tên để dời ngưỡng phân lớp</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>như nhau</translation>
    </message>
    <message>
        <source>Break between two classes: drag it</source>
        <translation>Ngưỡng giữa hai lớp: kéo để dời</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ClassificationPanel</name>
    <message>
        <source>Clas&amp;ses by</source>
        <translation>&amp;Phân lớp theo</translation>
    </message>
    <message>
        <source>Method of classification</source>
        <translation>Phương pháp phân lớp</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Số lớp</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>Số lớp</translation>
    </message>
    <message>
        <source>&amp;Breaks between classes</source>
        <translation>&amp;Ngưỡng giữa các lớp</translation>
    </message>
    <message>
        <source>Breaks between classes</source>
        <translation>Ngưỡng giữa các lớp</translation>
    </message>
    <message>
        <source>Ascending numbers, separated by semicolons</source>
        <translation>Các số tăng dần, cách nhau bằng dấu chấm phẩy</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1” không phải là số.</translation>
    </message>
    <message>
        <source>“%1” must be more than the number before it.</source>
        <translation>“%1” phải lớn hơn số đứng trước.</translation>
    </message>
    <message>
        <source>At most %1 breaks are possible.</source>
        <translation>Chỉ được tối đa %1 ngưỡng.</translation>
    </message>
    <message>
        <source>Type at least one number.</source>
        <translation>Hãy gõ ít nhất một số.</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>Bảng mà&amp;u</translation>
    </message>
    <message>
        <source>Alike in grey print: %1, %2</source>
        <translation>In đen trắng giống nhau: %1; %2</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>Bảng màu của các lớp</translation>
    </message>
    <message>
        <source>Classes of this province alon&amp;e</source>
        <translation>Phân lớp riêng cho tỉnh nà&amp;y</translation>
    </message>
    <message>
        <source>Else the classes are those of the whole country, and the provinces around are coloured too, faded</source>
        <translation>Nếu không, các lớp là của cả nước và các tỉnh xung quanh cũng được tô, màu nhạt</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ComparisonBar</name>
    <message>
        <source>Add a map</source>
        <translation>Thêm bản đồ</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Kết thúc so sánh</translation>
    </message>
    <message>
        <source>End the comparison: the first map alone is left</source>
        <translation>Kết thúc so sánh: chỉ còn lại bản đồ đầu</translation>
    </message>
    <message>
        <source>Same classes</source>
        <translation>Cùng cách phân lớp</translation>
    </message>
    <message>
        <source>Same classes on all maps</source>
        <translation>Cùng cách phân lớp trên mọi bản đồ</translation>
    </message>
    <message>
        <source>Arrangement of the maps</source>
        <translation>Cách xếp các bản đồ</translation>
    </message>
    <message>
        <source>Another map beside these, to choose what it shows</source>
        <translation>Thêm một bản đồ bên cạnh, rồi chọn nội dung cho bản đồ ấy</translation>
    </message>
    <message>
        <source>There are as many maps as can be compared</source>
        <translation>Đã đủ số bản đồ có thể so sánh</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Xếp cạnh nhau</translation>
    </message>
    <message>
        <source>Swipe 1 over %1</source>
        <translation>Vuốt 1 trên %1</translation>
    </message>
    <message>
        <source>Maps of one variable have the classes of all their values together: a colour means the same everywhere, and so does the size of a symbol</source>
        <translation>Các bản đồ cùng chỉ tiêu được phân lớp theo tất cả giá trị gộp lại: mỗi màu có một nghĩa trên mọi bản đồ, cỡ ký hiệu cũng vậy</translation>
    </message>
    <message>
        <source>No two maps show the same variable in classes</source>
        <translation>Không có hai bản đồ nào cùng thể hiện một chỉ tiêu phân lớp</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::DefinitionPopover</name>
    <message>
        <source>Denominator: %1</source>
        <translation>Mẫu số: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Nguồn: %1</translation>
    </message>
    <message>
        <source>See also:</source>
        <translation>Xem thêm:</translation>
    </message>
    <message>
        <source>More in the help…</source>
        <translation>Xem thêm trong trợ giúp…</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::DocumentCommands</name>
    <message>
        <source>Opened for reading only</source>
        <translation>Chỉ mở để đọc</translation>
    </message>
    <message>
        <source>“%1” was saved by a newer version of Vicinia. What this version does not know of is not shown, and would be lost by saving: “Save as” puts what you see into another file.</source>
        <translation>“%1” do phiên bản Vicinia mới hơn lưu. Những gì phiên bản này chưa biết không được hiển thị và sẽ mất nếu lưu đè: “Lưu thành” ghi những gì đang thấy vào một tệp khác.</translation>
    </message>
    <message>
        <source>“%1” is open in another window. “Save as” puts your changes into another file.</source>
        <translation>“%1” đang mở ở một cửa sổ khác. “Lưu thành” ghi thay đổi của bạn vào một tệp khác.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Save what you have done here?</source>
        <translation>Lưu những gì bạn đã làm?</translation>
    </message>
    <message>
        <source>Save the changes of “%1”?</source>
        <translation>Lưu các thay đổi của “%1”?</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>Nếu không lưu, các thay đổi sẽ mất.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Do not save</source>
        <translation>&amp;Không lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Workspaces (*.vicinia)</source>
        <translation>Hồ sơ (*.vicinia)</translation>
    </message>
    <message>
        <source>“%1” was saved by somebody else since you opened it</source>
        <translation>“%1” đã được người khác lưu từ khi bạn mở</translation>
    </message>
    <message>
        <source>Saving would replace that work by yours.</source>
        <translation>Lưu bây giờ sẽ thay nội dung đó bằng nội dung của bạn.</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Lưu &amp;thành…</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>Th&amp;ay thế</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>hồ sơ</translation>
    </message>
    <message>
        <source>Save workspace</source>
        <translation>Lưu hồ sơ</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>“%1” is open in another window. Choose another name, or close it there.</source>
        <translation>“%1” đang mở ở một cửa sổ khác. Hãy chọn tên khác hoặc đóng tệp ở cửa sổ đó.</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (chỉ đọc)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ExplanationPanel</name>
    <message>
        <source>Rules that the selected unit passes or fails</source>
        <translation>Các quy tắc mà đơn vị được chọn đạt hoặc không đạt</translation>
    </message>
    <message>
        <source>Neighbours that it is &amp;linked with</source>
        <translation>Láng giềng &amp;liên kết</translation>
    </message>
    <message>
        <source>Neighbours that it is linked with</source>
        <translation>Láng giềng liên kết</translation>
    </message>
    <message>
        <source>A double click selects the neighbour</source>
        <translation>Nhấn đúp để chọn đơn vị liền kề</translation>
    </message>
    <message>
        <source>Link &amp;with another…</source>
        <translation>&amp;Nối với đơn vị khác…</translation>
    </message>
    <message>
        <source>Link with another unit by hand</source>
        <translation>Nối bằng tay với đơn vị khác</translation>
    </message>
    <message>
        <source>Then click the unit to link it with, over a river mouth, say</source>
        <translation>Sau đó nhấn vào đơn vị cần nối, ví dụ qua một cửa sông</translation>
    </message>
    <message>
        <source>Take &amp;back the cut</source>
        <translation>&amp;Bỏ cắt</translation>
    </message>
    <message>
        <source>Take &amp;back the link</source>
        <translation>&amp;Bỏ nối</translation>
    </message>
    <message>
        <source>&amp;Cut the link</source>
        <translation>&amp;Cắt liên kết</translation>
    </message>
    <message>
        <source>%1 with the chosen neighbour</source>
        <translation>%1 với đơn vị liền kề được chọn</translation>
    </message>
    <message>
        <source>Choose a neighbour in the list first</source>
        <translation>Trước hết hãy chọn một đơn vị liền kề trong danh sách</translation>
    </message>
    <message>
        <source>Link &amp;all the same</source>
        <translation>&amp;Vẫn nối</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ExportFigureDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Xuất hình</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>X&amp;em thư mục</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>“%1” đã có sẵn. Thay thế tệp này?</translation>
    </message>
    <message>
        <source>Choose a file to write.</source>
        <translation>Hãy chọn tệp để ghi.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Đã ghi: %1</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Đã hủy. Không có gì được ghi.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>&amp;Xuất</translation>
    </message>
    <message>
        <source>The folder “%1” is there already. Replace the files in it that have the names of pages?</source>
        <translation>Đã có thư mục “%1”. Thay các tệp trùng tên với các trang trong đó?</translation>
    </message>
    <message>
        <source>Several pages go into one PDF: let the name end in .pdf, or choose one file for each page.</source>
        <translation>Nhiều trang được ghi vào một tệp PDF: hãy đặt tên kết thúc bằng .pdf, hoặc chọn mỗi trang một tệp.</translation>
    </message>
    <message>
        <source>Drawing page %1 of %2</source>
        <translation>Đang vẽ trang %1 / %2</translation>
    </message>
    <message>
        <source>Preparing page %1 of %2</source>
        <translation>Đang chuẩn bị trang %1 / %2</translation>
    </message>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>See the pages as they will be printed, and print them</source>
        <translation>Xem trước các trang như khi in, rồi in</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was printed.</source>
        <translation>Đã hủy. Chưa in gì.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::FigurePreview</name>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Page that is shown</source>
        <translation>Trang đang xem</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Cả trang</translation>
    </message>
    <message>
        <source>The page as large as fits</source>
        <translation>Thu vừa cả trang</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>As large as printed</source>
        <translation>Bằng kích thước khi in</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::FileDialogs</name>
    <message>
        <source>Open the folder of a data set (with manifest.json)</source>
        <translation>Mở thư mục bộ dữ liệu (có manifest.json)</translation>
    </message>
    <message>
        <source>Open view from a figure</source>
        <translation>Mở khung nhìn từ hình</translation>
    </message>
    <message>
        <source>Figures (*.pdf *.svg *.png *.tif *.tiff)</source>
        <translation>Hình (*.pdf *.svg *.png *.tif *.tiff)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::FileForm</name>
    <message>
        <source>PDF, for print</source>
        <translation>PDF, để in</translation>
    </message>
    <message>
        <source>SVG, for drawing programs</source>
        <translation>SVG, cho phần mềm đồ họa</translation>
    </message>
    <message>
        <source>PNG, a picture</source>
        <translation>PNG, ảnh</translation>
    </message>
    <message>
        <source>TIFF, a picture for print</source>
        <translation>TIFF, ảnh để in</translation>
    </message>
    <message>
        <source>QGIS project with its data</source>
        <translation>Dự án QGIS kèm dữ liệu</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Độ phân giải</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>D&amp;uyệt…</translation>
    </message>
    <message>
        <source>Browse for the file</source>
        <translation>Duyệt tìm tệp</translation>
    </message>
    <message>
        <source>Fil&amp;e:</source>
        <translation>&amp;Tệp:</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>Định &amp;dạng:</translation>
    </message>
    <message>
        <source>Several pages in one file are a PDF.</source>
        <translation>Nhiều trang trong một tệp thì phải là PDF.</translation>
    </message>
    <message>
        <source>Only pictures have a resolution.</source>
        <translation>Chỉ ảnh mới có độ phân giải.</translation>
    </message>
    <message>
        <source>Fold&amp;er:</source>
        <translation>&amp;Thư mục:</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Folder for the pages</source>
        <translation>Thư mục cho các trang</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>TIFF (*.tiff)</source>
        <translation>TIFF (*.tiff)</translation>
    </message>
    <message>
        <source>QGIS projects (*.qgz)</source>
        <translation>Dự án QGIS (*.qgz)</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Xuất hình</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::FileLine</name>
    <message>
        <source>Server…</source>
        <translation>Máy chủ…</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>Lọc</translation>
    </message>
    <message>
        <source>Filter of the table</source>
        <translation>Lọc bảng</translation>
    </message>
    <message>
        <source>Words that must occur, in any order; marks and case do not count.</source>
        <translation>Các từ phải có, theo thứ tự bất kỳ; chữ hoa và dấu không quan trọng.</translation>
    </message>
    <message>
        <source>Numbers: &gt;%1 is about “%2”; “%2 &lt;%1”, or another column&apos;s name, about that column.</source>
        <translation>Số: &gt;%1 áp dụng cho “%2”; “%2 &lt;%1”, hoặc tên một cột khác, áp dụng cho cột ấy.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::FindingsDialog</name>
    <message>
        <source>Notes on the data</source>
        <translation>Ghi chú về dữ liệu</translation>
    </message>
    <message>
        <source>Nothing was assumed or repaired while reading “%1”.</source>
        <translation>Không có gì phải giả định hay sửa khi đọc “%1”.</translation>
    </message>
    <message>
        <source>What was assumed or repaired while reading “%1”:</source>
        <translation>Những gì đã được giả định hoặc sửa khi đọc “%1”:</translation>
    </message>
    <message>
        <source>&amp;Every one of the %1 notes</source>
        <translation>&amp;Tất cả %1 ghi chú</translation>
    </message>
    <message>
        <source>Rather than a line for each kind</source>
        <translation>Thay vì mỗi loại một dòng</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::FoldedSides</name>
    <message>
        <source>Bring back: %1</source>
        <translation>Mở lại: %1</translation>
    </message>
    <message>
        <source>Panels folded away on the left</source>
        <translation>Các bảng đã gấp ở bên trái</translation>
    </message>
    <message>
        <source>Panels folded away on the right</source>
        <translation>Các bảng đã gấp ở bên phải</translation>
    </message>
    <message>
        <source>Panels folded away below the map</source>
        <translation>Các bảng đã gấp bên dưới bản đồ</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::FrameMenu</name>
    <message>
        <source>&amp;Frame of units</source>
        <translation>&amp;Khung đơn vị hành chính</translation>
    </message>
    <message>
        <source>That of the data set</source>
        <translation>Khung của bộ số liệu</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::GradesModel</name>
    <message>
        <source>no rule yet</source>
        <translation>chưa có quy tắc</translation>
    </message>
    <message>
        <source>No rule yet. Set thresholds under “Your own rule”</source>
        <translation>Chưa có quy tắc. Đặt ngưỡng tại trang “Quy tắc của bạn”</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Số sao</translation>
    </message>
    <message>
        <source>Local district</source>
        <translation>Khu địa phương</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Của bạn</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>So sánh</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::GradesPanel</name>
    <message>
        <source>Grades of the listed units</source>
        <translation>Xếp loại các đơn vị được liệt kê</translation>
    </message>
    <message>
        <source>Criteria of the selected unit</source>
        <translation>Tiêu chí của đơn vị được chọn</translation>
    </message>
    <message>
        <source>&amp;Criteria</source>
        <translation>&amp;Tiêu chí</translation>
    </message>
    <message>
        <source>Your own r&amp;ule</source>
        <translation>&amp;Quy tắc của bạn</translation>
    </message>
    <message>
        <source>Only where they &amp;disagree</source>
        <translation>Chỉ nơi có &amp;khác biệt</translation>
    </message>
    <message>
        <source>Only units on which the schemes disagree</source>
        <translation>Chỉ các đơn vị được xếp loại khác nhau</translation>
    </message>
    <message>
        <source>Export indicators and grades</source>
        <translation>Xuất chỉ báo và xếp loại</translation>
    </message>
    <message>
        <source>&amp;Zoom to the unit</source>
        <translation>&amp;Phóng tới đơn vị</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>%1: %2 listed; schemes disagree on %3</source>
        <translation>%1: %2 đơn vị được liệt kê; %3 đơn vị được xếp loại khác nhau</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 dòng</translation>
    </message>
    <message>
        <source>Choose a unit to see its values against each criterion.</source>
        <translation>Chọn một đơn vị để xem số liệu của nó theo từng tiêu chí.</translation>
    </message>
    <message>
        <source>The source publishes no values for this unit in this sector.</source>
        <translation>Nguồn không công bố số liệu của đơn vị này trong ngành này.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::HandLinksModel</name>
    <message>
        <source>cut</source>
        <translation>cắt</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>nối</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Bằng tay</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::HandLinksPanel</name>
    <message>
        <source>Links and cuts b&amp;y hand</source>
        <translation>Nối và cắt bằng ta&amp;y</translation>
    </message>
    <message>
        <source>Links and cuts by hand</source>
        <translation>Nối và cắt bằng tay</translation>
    </message>
    <message>
        <source>None. Link two districts over a river mouth, say, or cut a link that means nothing.</source>
        <translation>Chưa có. Ví dụ: nối hai huyện qua một cửa sông, hoặc cắt một liên kết không có ý nghĩa.</translation>
    </message>
    <message>
        <source>&amp;Link…</source>
        <translation>Nố&amp;i…</translation>
    </message>
    <message>
        <source>Link the selected unit with another</source>
        <translation>Nối đơn vị được chọn với đơn vị khác</translation>
    </message>
    <message>
        <source>Select a unit, press this, then click the unit to link it with</source>
        <translation>Chọn một đơn vị, bấm nút này, rồi nhấn vào đơn vị cần nối</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove the chosen link or cut</source>
        <translation>Xóa nối hoặc cắt được chọn</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::HelpWindow</name>
    <message>
        <source>Vicinia – Help</source>
        <translation>Vicinia – Trợ giúp</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Tìm trong trợ giúp</translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation>Mục lục trợ giúp</translation>
    </message>
    <message>
        <source>Nothing found: try fewer words, or another one</source>
        <translation>Không tìm thấy: hãy thử ít từ hơn hoặc từ khác</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Thuật ngữ</translation>
    </message>
    <message>
        <source>See also:</source>
        <translation>Xem thêm:</translation>
    </message>
    <message>
        <source>Term: %1</source>
        <translation>Thuật ngữ: %1</translation>
    </message>
    <message>
        <source>Denominator: %1</source>
        <translation>Mẫu số: %1</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Lúc bắt đầu</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ImportAssistant</name>
    <message>
        <source>Import your own data</source>
        <translation>Nhập dữ liệu của bạn</translation>
    </message>
    <message>
        <source>&amp;Open on the map</source>
        <translation>&amp;Mở trên bản đồ</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ImportPage</name>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::IndicatorExport</name>
    <message>
        <source>This sector as a table, CSV (*.csv)</source>
        <translation>Ngành này dạng bảng, CSV (*.csv)</translation>
    </message>
    <message>
        <source>This sector for programs, JSON (*.json)</source>
        <translation>Ngành này cho phần mềm, JSON (*.json)</translation>
    </message>
    <message>
        <source>All sectors as a table, CSV (*.csv)</source>
        <translation>Mọi ngành dạng bảng, CSV (*.csv)</translation>
    </message>
    <message>
        <source>All sectors for programs, JSON (*.json)</source>
        <translation>Mọi ngành cho phần mềm, JSON (*.json)</translation>
    </message>
    <message>
        <source>indicators-%1</source>
        <translation>chi-bao-%1</translation>
    </message>
    <message>
        <source>Export indicators and grades</source>
        <translation>Xuất chỉ báo và xếp loại</translation>
    </message>
    <message>
        <source>The indicators could not be exported</source>
        <translation>Không xuất được các chỉ báo</translation>
    </message>
    <message>
        <source>This sector as a workbook, XLSX (*.xlsx)</source>
        <translation>Ngành này dạng bảng tính, XLSX (*.xlsx)</translation>
    </message>
    <message>
        <source>All sectors as a workbook, XLSX (*.xlsx)</source>
        <translation>Mọi ngành dạng bảng tính, XLSX (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::IndicatorModel</name>
    <message>
        <source>The least and the most that the totals allow; where these are reconstructed, they are intervals</source>
        <translation>Mức thấp nhất và cao nhất mà các tổng cho phép; tổng được suy ra là một khoảng</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ báo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>What the totals allow</source>
        <translation>Các tổng cho phép</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Từ đâu</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::IndicatorsPanel</name>
    <message>
        <source>Indicators of the selected unit</source>
        <translation>Chỉ báo của đơn vị được chọn</translation>
    </message>
    <message>
        <source>Definition, denominator, limits and source of the chosen indicator</source>
        <translation>Định nghĩa, mẫu số, giới hạn và nguồn của chỉ báo được chọn</translation>
    </message>
    <message>
        <source>Export indicators and grades</source>
        <translation>Xuất chỉ báo và xếp loại</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>Click a unit on the map to see its indicators here.</source>
        <translation>Nhấn vào một đơn vị trên bản đồ để xem các chỉ báo của nó ở đây.</translation>
    </message>
    <message>
        <source>Choose an indicator to read what it is, what it divides by, and what it does not say.</source>
        <translation>Chọn một chỉ báo để đọc định nghĩa, mẫu số và những gì nó không cho biết.</translation>
    </message>
    <message>
        <source>The source publishes no values for this unit in this sector.</source>
        <translation>Nguồn không công bố số liệu của đơn vị này trong ngành này.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::LayoutMenu</name>
    <message>
        <source>La&amp;yout</source>
        <translation>&amp;Bố cục</translation>
    </message>
    <message>
        <source>Fold away what is on the &amp;left</source>
        <translation>Gấp các bảng bên &amp;trái</translation>
    </message>
    <message>
        <source>Fold away what is on the &amp;right</source>
        <translation>Gấp các bảng bên &amp;phải</translation>
    </message>
    <message>
        <source>Fold away what is b&amp;elow</source>
        <translation>Gấp các bảng bên &amp;dưới</translation>
    </message>
    <message>
        <source>The &amp;map alone</source>
        <translation>Chỉ &amp;bản đồ</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::LegendModel</name>
    <message>
        <source>%1: %2 units</source>
        <translation>%1: %2 đơn vị</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Lớp</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Số đơn vị</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::LegendPanel</name>
    <message>
        <source>Legend</source>
        <translation>Chú giải</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::LegendStrip</name>
    <message>
        <source>Legend of map %1</source>
        <translation>Chú giải của bản đồ %1</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::MainWindow</name>
    <message>
        <source>What you look at is not kept for the next window</source>
        <translation>Không lưu được trạng thái đang xem cho lần mở sau</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::MapBoard</name>
    <message>
        <source>Map %1: %2</source>
        <translation>Bản đồ %1: %2</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>Bản đồ</translation>
    </message>
    <message>
        <source>Move with the arrow keys, zoom with plus and minus, Home shows everything, Escape clears the selection.</source>
        <translation>Di chuyển bằng các phím mũi tên, phóng to và thu nhỏ bằng phím cộng và trừ, Home hiện toàn bộ, Escape bỏ chọn.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::MapHead</name>
    <message>
        <source>own rules</source>
        <translation>quy tắc riêng</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Rules of agglomerations</source>
        <translation>Quy tắc quần tụ</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Rules of agglomerations: %1</source>
        <translation>Quy tắc quần tụ: %1</translation>
    </message>
    <message>
        <source>More of map %1</source>
        <translation>Thêm về bản đồ %1</translation>
    </message>
    <message>
        <source>Rules, first map, take away</source>
        <translation>Quy tắc, đưa lên đầu, bỏ bản đồ</translation>
    </message>
    <message>
        <source>Make map %1 the first, which the panels are about</source>
        <translation>Đưa bản đồ %1 lên đầu, để các bảng nói về bản đồ ấy</translation>
    </message>
    <message>
        <source>Take map %1 away</source>
        <translation>Bỏ bản đồ %1</translation>
    </message>
    <message>
        <source>&amp;Change since</source>
        <translation>Thay đổi &amp;so với</translation>
    </message>
    <message>
        <source>Those of the first map</source>
        <translation>Theo bản đồ đầu</translation>
    </message>
    <message>
        <source>&amp;Rules of agglomerations</source>
        <translation>&amp;Quy tắc quần tụ</translation>
    </message>
    <message>
        <source>Make this the &amp;first map</source>
        <translation>Đưa bản đồ này lên đầ&amp;u</translation>
    </message>
    <message>
        <source>&amp;Take this map away</source>
        <translation>&amp;Bỏ bản đồ này</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::MapMenu</name>
    <message>
        <source>Show &amp;everything</source>
        <translation>&amp;Toàn bộ bản đồ</translation>
    </message>
    <message>
        <source>&amp;Select %1</source>
        <translation>&amp;Chọn %1</translation>
    </message>
    <message>
        <source>&amp;Why is %1 in agglomeration %2?</source>
        <translation>&amp;Vì sao %1 thuộc quần tụ %2?</translation>
    </message>
    <message>
        <source>&amp;Why is %1 in no agglomeration?</source>
        <translation>&amp;Vì sao %1 không thuộc quần tụ nào?</translation>
    </message>
    <message>
        <source>&amp;Zoom to agglomeration %1</source>
        <translation>&amp;Phóng đến quần tụ %1</translation>
    </message>
    <message>
        <source>Take &amp;back the cut between %1 and %2</source>
        <translation>&amp;Bỏ cắt giữa %1 và %2</translation>
    </message>
    <message>
        <source>Take &amp;back the link of %1 with %2</source>
        <translation>&amp;Bỏ nối %1 với %2</translation>
    </message>
    <message>
        <source>&amp;Cut the link of %1 with %2</source>
        <translation>Cắ&amp;t liên kết của %1 với %2</translation>
    </message>
    <message>
        <source>&amp;Link %1 with %2</source>
        <translation>&amp;Nối %1 với %2</translation>
    </message>
    <message>
        <source>Link %1 with a&amp;nother unit…</source>
        <translation>Nối %1 với đơn vị &amp;khác…</translation>
    </message>
    <message>
        <source>Take %1 &amp;out of the selection</source>
        <translation>&amp;Bỏ %1 khỏi vùng chọn</translation>
    </message>
    <message>
        <source>&amp;Add %1 to the selection</source>
        <translation>&amp;Thêm %1 vào vùng chọn</translation>
    </message>
    <message>
        <source>Make this the &amp;first map</source>
        <translation>Đưa bản đồ này lên đầ&amp;u</translation>
    </message>
    <message>
        <source>&amp;Take this map away</source>
        <translation>&amp;Bỏ bản đồ này</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::MatchingModel</name>
    <message>
        <source>no unit</source>
        <translation>không phải đơn vị</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>Trong bảng</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Thuộc</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Mức chắc chắn</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>không có dòng</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::MatchingPage</name>
    <message>
        <source>This is the unit</source>
        <translation>Chọn đơn vị này</translation>
    </message>
    <message>
        <source>Rows and units</source>
        <translation>Dòng và đơn vị</translation>
    </message>
    <message>
        <source>Which unit is each row about? What is not certain stands first.</source>
        <translation>Mỗi dòng nói về đơn vị nào? Những dòng chưa chắc chắn đứng trước.</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Mọi dòng</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Cần quyết định</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Có lẽ</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Chắc chắn</translation>
    </message>
    <message>
        <source>Show:</source>
        <translation>Hiện:</translation>
    </message>
    <message>
        <source>Unit:</source>
        <translation>Đơn vị:</translation>
    </message>
    <message>
        <source>no unit: leave the row out</source>
        <translation>không phải đơn vị: bỏ dòng này</translation>
    </message>
    <message>
        <source>Take all that are likely</source>
        <translation>Nhận mọi dòng gần như chắc chắn</translation>
    </message>
    <message>
        <source>These boundaries are right all the same</source>
        <translation>Ranh giới này vẫn đúng</translation>
    </message>
    <message>
        <source>Units without a row</source>
        <translation>Đơn vị không có dòng</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::MembersModel</name>
    <message>
        <source>Of the employees of the agglomeration</source>
        <translation>Trong số lao động của quần tụ</translation>
    </message>
    <message>
        <source>How often it is a member while the rules are varied around yours: core or fringe; or who would join</source>
        <translation>Đơn vị thuộc quần tụ trong bao nhiêu phương án khi thay đổi quy tắc quanh quy tắc của bạn: lõi hay rìa; hoặc đơn vị nào sẽ vào</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Lao động</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>LQ</source>
        <translation>LQ</translation>
    </message>
    <message>
        <source>Core, fringe, near</source>
        <translation>Lõi, rìa, gần</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::Messages</name>
    <message>
        <source>This change is not possible</source>
        <translation>Không thể thay đổi như vậy</translation>
    </message>
    <message>
        <source>The data set could not be opened</source>
        <translation>Không mở được bộ dữ liệu</translation>
    </message>
    <message>
        <source>These are not the data that the view was made with</source>
        <translation>Số liệu đang mở khác với số liệu của khung nhìn</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Đã ghi: %1</translation>
    </message>
    <message>
        <source>Map engine restarted</source>
        <translation>Bộ máy bản đồ đã khởi động lại</translation>
    </message>
    <message>
        <source>The agglomerations could not be found</source>
        <translation>Không tìm được các quần tụ</translation>
    </message>
    <message>
        <source>The preset could not be kept</source>
        <translation>Không lưu được bộ quy tắc</translation>
    </message>
    <message>
        <source>This could not be opened</source>
        <translation>Không mở được</translation>
    </message>
    <message>
        <source>The workspace could not be saved</source>
        <translation>Không lưu được hồ sơ</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::NeighboursModel</name>
    <message>
        <source>cut by hand</source>
        <translation>cắt bằng tay</translation>
    </message>
    <message>
        <source>border line</source>
        <translation>đường ranh giới</translation>
    </message>
    <message>
        <source>corner</source>
        <translation>điểm góc</translation>
    </message>
    <message>
        <source>linked by hand</source>
        <translation>nối bằng tay</translation>
    </message>
    <message>
        <source>Agglomeration that the neighbour is in</source>
        <translation>Quần tụ mà đơn vị liền kề thuộc về</translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation>Láng giềng</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>Linked by</source>
        <translation>Liên kết qua</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Quần tụ</translation>
    </message>
    <message>
        <source>not linked: %1 apart</source>
        <translation>không liên kết: cách %1</translation>
    </message>
    <message>
        <source>overlap of %1</source>
        <translation>chồng lấn %1</translation>
    </message>
    <message>
        <source>up to %1 apart</source>
        <translation>cách nhau tối đa %1</translation>
    </message>
    <message>
        <source>Length of the border that they share, or along which they overlap or run beside each other</source>
        <translation>Chiều dài ranh giới chung, hoặc chiều dài đoạn chồng lấn hay chạy sát nhau</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Notes on this work. They are saved with the workspace and go into no figure.</source>
        <translation>Ghi chú về công việc này. Ghi chú được lưu cùng hồ sơ và không vào hình nào.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::OverlayController</name>
    <message>
        <source>Click the unit to link with %1. Esc cancels.</source>
        <translation>Nhấn vào đơn vị cần nối với %1. Bấm Esc để hủy.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::OwnRuleEditor</name>
    <message>
        <source>at least</source>
        <translation>ít nhất</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>nhiều nhất</translation>
    </message>
    <message>
        <source>Clea&amp;r</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Clear your own rule</source>
        <translation>Xóa quy tắc của bạn</translation>
    </message>
    <message>
        <source>%1, at least</source>
        <translation>%1, ít nhất</translation>
    </message>
    <message>
        <source>%1, at most</source>
        <translation>%1, nhiều nhất</translation>
    </message>
    <message>
        <source>Empty: no criterion</source>
        <translation>Để trống: không có tiêu chí</translation>
    </message>
    <message>
        <source>Not a number of zero or more; the rule stays as it was.</source>
        <translation>Không phải là số từ 0 trở lên; quy tắc vẫn như trước.</translation>
    </message>
    <message>
        <source>The least is above the most; the rule stays as it was.</source>
        <translation>Mức ít nhất lớn hơn mức nhiều nhất; quy tắc vẫn như trước.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::PageOptionsForm</name>
    <message>
        <source>Both languages</source>
        <translation>Cả hai ngôn ngữ</translation>
    </message>
    <message>
        <source>Language of the figure</source>
        <translation>Ngôn ngữ của hình</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Tiêu đề phụ</translation>
    </message>
    <message>
        <source>Te&amp;mplate:</source>
        <translation>Mẫu tran&amp;g:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Ngôn ngữ:</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>T&amp;iêu đề:</translation>
    </message>
    <message>
        <source>S&amp;ubtitle:</source>
        <translation>Tiêu đề p&amp;hụ:</translation>
    </message>
    <message>
        <source>On the page:</source>
        <translation>Trên trang:</translation>
    </message>
    <message>
        <source>&amp;Zoom insets</source>
        <translation>&amp;Khung phóng to</translation>
    </message>
    <message>
        <source>The places where the data are, larger</source>
        <translation>Những nơi có số liệu, ở tỷ lệ lớn hơn</translation>
    </message>
    <message>
        <source>O&amp;verview map</source>
        <translation>Bản đồ tổng &amp;quan</translation>
    </message>
    <message>
        <source>A small map of the country that shows where this one lies</source>
        <translation>Bản đồ nhỏ cả nước, chỉ rõ vị trí của bản đồ này</translation>
    </message>
    <message>
        <source>&amp;Graticule</source>
        <translation>Lưới kinh &amp;vĩ tuyến</translation>
    </message>
    <message>
        <source>Meridians and parallels</source>
        <translation>Các đường kinh tuyến và vĩ tuyến</translation>
    </message>
    <message>
        <source>&amp;North arrow</source>
        <translation>Mũi tên hướng &amp;bắc</translation>
    </message>
    <message>
        <source>An arrow that points to the north</source>
        <translation>Mũi tên chỉ hướng bắc</translation>
    </message>
    <message>
        <source>Ta&amp;ble of agglomerations</source>
        <translation>Bảng &amp;các quần tụ</translation>
    </message>
    <message>
        <source>The agglomerations of the map, the largest first</source>
        <translation>Các quần tụ trên bản đồ, lớn nhất trước</translation>
    </message>
    <message>
        <source>Names of place&amp;s</source>
        <translation>Đị&amp;a danh</translation>
    </message>
    <message>
        <source>On this figure alone; the map in the window stays as it is</source>
        <translation>Chỉ trên hình này; bản đồ trong cửa sổ giữ nguyên</translation>
    </message>
    <message>
        <source>&amp;Outlines of agglomerations</source>
        <translation>Đường ba&amp;o quần tụ</translation>
    </message>
    <message>
        <source>Selected un&amp;its</source>
        <translation>Đơn vị đang chọn ở đâ&amp;y</translation>
    </message>
    <message>
        <source>Outlined, with their name or number in the legend</source>
        <translation>Có đường bao, tên hoặc số đơn vị ghi ở chú giải</translation>
    </message>
    <message>
        <source>C&amp;hart of the window</source>
        <translation>Biểu đồ của cửa &amp;sổ</translation>
    </message>
    <message>
        <source>The chart of the panel, below the map or beside it</source>
        <translation>Biểu đồ của bảng, dưới hoặc cạnh bản đồ</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::PageView</name>
    <message>
        <source>Drawing…</source>
        <translation>Đang vẽ…</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::PanelDocks</name>
    <message>
        <source>Panels</source>
        <translation>Các bảng</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::PanelTitle</name>
    <message>
        <source>A window of its own, or back</source>
        <translation>Tách thành cửa sổ riêng, hoặc đưa về</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::PeriodBox</name>
    <message>
        <source>P&amp;eriod</source>
        <translation>&amp;Kỳ</translation>
    </message>
    <message>
        <source>&amp;Change since</source>
        <translation>Thay đổi &amp;so với</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Period that change is counted from</source>
        <translation>Kỳ gốc để tính thay đổi</translation>
    </message>
    <message>
        <source>There is no period before the one that is shown.</source>
        <translation>Không có kỳ nào trước kỳ đang xem.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::PresetBar</name>
    <message>
        <source>Pr&amp;eset</source>
        <translation>Bộ quy tắ&amp;c</translation>
    </message>
    <message>
        <source>Preset of rules</source>
        <translation>Bộ quy tắc</translation>
    </message>
    <message>
        <source>Keep, rename or remove a preset</source>
        <translation>Lưu, đổi tên hoặc xóa bộ quy tắc</translation>
    </message>
    <message>
        <source>&amp;Keep these rules as…</source>
        <translation>&amp;Lưu các quy tắc này thành…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Đổi tên…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>%1 (modified)</source>
        <translation>%1 (đã sửa)</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Đã sửa</translation>
    </message>
    <message>
        <source>Keep rules</source>
        <translation>Lưu quy tắc</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Tên bộ quy tắc:</translation>
    </message>
    <message>
        <source>%1 (own)</source>
        <translation>%1 (riêng)</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Đổi tên bộ quy tắc</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Tên mới:</translation>
    </message>
    <message>
        <source>Reset the rules</source>
        <translation>Đặt lại các quy tắc</translation>
    </message>
    <message>
        <source>Back to an LQ of 1 or more, any size, any border line. Links by hand stay.</source>
        <translation>Trở về LQ từ 1 trở lên, mọi quy mô, mọi đường ranh giới. Các nối bằng tay được giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::PrintPreview</name>
    <message>
        <source>Print preview – %1</source>
        <translation>Xem trước khi in – %1</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Xem trước khi in</translation>
    </message>
    <message>
        <source>This page could not be read: %1</source>
        <translation>Không đọc được trang này: %1</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ProvinceBox</name>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation>Cả nước</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ProvincePanel</name>
    <message>
        <source>Specialisations</source>
        <translation>Chuyên môn hóa</translation>
    </message>
    <message>
        <source>Shared agglomerations</source>
        <translation>Quần tụ chung</translation>
    </message>
    <message>
        <source>What the units of the province are specialised in</source>
        <translation>Các đơn vị của tỉnh chuyên môn hóa vào ngành nào</translation>
    </message>
    <message>
        <source>Agglomerations that the province shares with others</source>
        <translation>Quần tụ mà tỉnh có chung với tỉnh khác</translation>
    </message>
    <message>
        <source>&amp;Show on the map</source>
        <translation>&amp;Xem trên bản đồ</translation>
    </message>
    <message>
        <source>Looking through all sectors…</source>
        <translation>Đang xem xét mọi ngành…</translation>
    </message>
    <message>
        <source>Choose a province, or click a unit on the map: here is what the province is specialised in, over all sectors.</source>
        <translation>Hãy chọn một tỉnh, hoặc bấm vào một đơn vị trên bản đồ: ở đây cho biết tỉnh chuyên môn hóa vào những ngành nào, xét mọi ngành.</translation>
    </message>
    <message>
        <source>Whole &amp;country</source>
        <translation>&amp;Cả nước</translation>
    </message>
    <message>
        <source>Show it &amp;alone</source>
        <translation>&amp;Chỉ xem tỉnh này</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::RegisterPage</name>
    <message>
        <source>Firms without a number of employees are left out</source>
        <translation>Bỏ doanh nghiệp không có số lao động</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>Doanh nghiệp</translation>
    </message>
    <message>
        <source>What do the columns of the register mean, and how are its firms counted?</source>
        <translation>Các cột của danh sách có nghĩa gì, và doanh nghiệp được đếm thế nào?</translation>
    </message>
    <message>
        <source>codes, separated by commas</source>
        <translation>các mã, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Các dòng đầu</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>không đếm</translation>
    </message>
    <message>
        <source>by the law of the year (capital, revenue, employees)</source>
        <translation>theo luật của năm (vốn, doanh thu, lao động)</translation>
    </message>
    <message>
        <source>by the employees that the law of the year names</source>
        <translation>theo số lao động mà luật của năm quy định</translation>
    </message>
    <message>
        <source>by Decree %1</source>
        <translation>theo Nghị định %1</translation>
    </message>
    <message>
        <source>by the employees of Decree %1</source>
        <translation>theo số lao động của Nghị định %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Unit, by code or name:</source>
        <translation>Đơn vị, theo mã hoặc tên:</translation>
    </message>
    <message>
        <source>or longitude, east:</source>
        <translation>hoặc kinh độ, hướng đông:</translation>
    </message>
    <message>
        <source>and latitude, north:</source>
        <translation>và vĩ độ, hướng bắc:</translation>
    </message>
    <message>
        <source>or points of PostGIS:</source>
        <translation>hoặc điểm của PostGIS:</translation>
    </message>
    <message>
        <source>Coordinate system:</source>
        <translation>Hệ tọa độ:</translation>
    </message>
    <message>
        <source>Sector:</source>
        <translation>Ngành:</translation>
    </message>
    <message>
        <source>First digits that count:</source>
        <translation>Số chữ số đầu được xét:</translation>
    </message>
    <message>
        <source>Year:</source>
        <translation>Năm:</translation>
    </message>
    <message>
        <source>or all of the year:</source>
        <translation>hoặc tất cả của năm:</translation>
    </message>
    <message>
        <source>Employees:</source>
        <translation>Lao động:</translation>
    </message>
    <message>
        <source>Foreign capital, per cent:</source>
        <translation>Vốn nước ngoài, phần trăm:</translation>
    </message>
    <message>
        <source>or owner:</source>
        <translation>hoặc loại hình sở hữu:</translation>
    </message>
    <message>
        <source>Foreign owners:</source>
        <translation>Loại hình có vốn nước ngoài:</translation>
    </message>
    <message>
        <source>Capital, million dong:</source>
        <translation>Vốn, triệu đồng:</translation>
    </message>
    <message>
        <source>Revenue, million dong:</source>
        <translation>Doanh thu, triệu đồng:</translation>
    </message>
    <message>
        <source>SMEs:</source>
        <translation>Doanh nghiệp nhỏ và vừa:</translation>
    </message>
    <message>
        <source>Secret below so many firms:</source>
        <translation>Giữ kín nếu ít doanh nghiệp hơn:</translation>
    </message>
    <message>
        <source>hold more than</source>
        <translation>chiếm hơn</translation>
    </message>
    <message>
        <source>Secret where the largest firms:</source>
        <translation>Giữ kín nếu số doanh nghiệp lớn nhất:</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>The server counts; no row of the register leaves it.</source>
        <translation>Máy chủ tự đếm; không dòng nào của danh sách rời khỏi máy chủ.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::RulePresets</name>
    <message>
        <source>LQ of 1 or more</source>
        <translation>LQ từ 1 trở lên</translation>
    </message>
    <message>
        <source>Large: 10,000 employees together</source>
        <translation>Lớn: tổng cộng 10.000 lao động</translation>
    </message>
    <message>
        <source>Strict: LQ of 2, 1,000 employees each</source>
        <translation>Chặt: LQ từ 2, mỗi huyện 1.000 lao động</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::RulesPanel</name>
    <message>
        <source>Changes nothing in this sector.</source>
        <translation>Không thay đổi gì trong ngành này.</translation>
    </message>
    <message>
        <source>L&amp;Q at least</source>
        <translation>L&amp;Q từ</translation>
    </message>
    <message>
        <source>Least LQ of a member</source>
        <translation>LQ tối thiểu của thành viên</translation>
    </message>
    <message>
        <source>A district is a member where its location quotient is at least this</source>
        <translation>Huyện là thành viên nếu thương số vị trí đạt ít nhất mức này</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Quy mô</translation>
    </message>
    <message>
        <source>Sizes are of</source>
        <translation>Quy mô tính cho</translation>
    </message>
    <message>
        <source>of the whole</source>
        <translation>của cả quần tụ</translation>
    </message>
    <message>
        <source>of each district</source>
        <translation>của từng huyện</translation>
    </message>
    <message>
        <source>Whether the agglomeration as a whole must reach the sizes, or each of its districts</source>
        <translation>Cả quần tụ phải đạt quy mô này, hay từng huyện phải đạt</translation>
    </message>
    <message>
        <source>E&amp;mployees</source>
        <translation>&amp;Lao động</translation>
    </message>
    <message>
        <source>Least number of employees</source>
        <translation>Số lao động tối thiểu</translation>
    </message>
    <message>
        <source>0: any number</source>
        <translation>0: không giới hạn</translation>
    </message>
    <message>
        <source>E&amp;nterprises</source>
        <translation>&amp;Doanh nghiệp</translation>
    </message>
    <message>
        <source>Least number of enterprises</source>
        <translation>Số doanh nghiệp tối thiểu</translation>
    </message>
    <message>
        <source>Sector s&amp;hare</source>
        <translation>&amp;Tỷ trọng trong toàn ngành</translation>
    </message>
    <message>
        <source>Least share of the sector, in per cent</source>
        <translation>Tỷ trọng tối thiểu trong ngành, tính bằng phần trăm</translation>
    </message>
    <message>
        <source>0: any share</source>
        <translation>0: không giới hạn</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translation>Liên &amp;kết</translation>
    </message>
    <message>
        <source>What links two districts</source>
        <translation>Điều gì liên kết hai huyện</translation>
    </message>
    <message>
        <source>a border line</source>
        <translation>đường ranh giới</translation>
    </message>
    <message>
        <source>a line or a corner</source>
        <translation>đường hoặc điểm góc</translation>
    </message>
    <message>
        <source>Whether districts that touch at a point alone are linked</source>
        <translation>Các huyện chỉ chạm nhau tại một điểm có liên kết hay không</translation>
    </message>
    <message>
        <source>Longe&amp;r than</source>
        <translation>Dài &amp;hơn</translation>
    </message>
    <message>
        <source>Least length of a linking border, in kilometres</source>
        <translation>Chiều dài tối thiểu của ranh giới liên kết, tính bằng ki-lô-mét</translation>
    </message>
    <message>
        <source>Borders that are not longer than this do not link</source>
        <translation>Ranh giới không dài hơn mức này thì không liên kết</translation>
    </message>
    <message>
        <source> km</source>
        <translation> km</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Match &amp;within</source>
        <translation>Khớp tr&amp;ong khoảng</translation>
    </message>
    <message>
        <source>Tolerance of matching borders, in metres</source>
        <translation>Dung sai khớp ranh giới, tính bằng mét</translation>
    </message>
    <message>
        <source>Districts whose borders run beside each other this close are linked, although they do not meet: for boundaries that do not quite match</source>
        <translation>Các huyện có ranh giới chạy sát nhau trong khoảng này được liên kết dù không giáp nhau: dùng khi ranh giới không khớp hẳn</translation>
    </message>
    <message>
        <source>&amp;automatic: %1 m</source>
        <translation>tự độn&amp;g: %1 m</translation>
    </message>
    <message>
        <source>&amp;automatic</source>
        <translation>tự độn&amp;g</translation>
    </message>
    <message>
        <source>Tolerance as the data need</source>
        <translation>Dung sai theo dữ liệu</translation>
    </message>
    <message>
        <source>As far as the data need it: the program looks how far apart the borders of neighbours run</source>
        <translation>Đến mức dữ liệu cần: chương trình xem ranh giới của các đơn vị liền kề cách nhau bao xa</translation>
    </message>
    <message>
        <source>&amp;Contradicted values</source>
        <translation>Số liệu &amp;mâu thuẫn</translation>
    </message>
    <message>
        <source>What is done with values that the audit contradicts</source>
        <translation>Cách dùng số liệu mà phép đối soát cho là mâu thuẫn</translation>
    </message>
    <message>
        <source>Values that other published values contradict, everywhere: map, agglomerations, indicators, grades, tables</source>
        <translation>Số liệu mà các số liệu công bố khác mâu thuẫn với nó, ở mọi nơi: bản đồ, quần tụ, chỉ số, xếp hạng, bảng</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SavingPage</name>
    <message>
        <source>Data set</source>
        <translation>Bộ dữ liệu</translation>
    </message>
    <message>
        <source>What is it called, and where is it kept?</source>
        <translation>Tên là gì và lưu ở đâu?</translation>
    </message>
    <message>
        <source>Complete if it prints the totals of its sectors, else a list</source>
        <translation>Đầy đủ nếu bảng in tổng của các ngành, nếu không là danh sách</translation>
    </message>
    <message>
        <source>A list: what is missing was not published</source>
        <translation>Danh sách: phần thiếu là không công bố</translation>
    </message>
    <message>
        <source>Complete: sums of the figures are totals</source>
        <translation>Đầy đủ: cộng số liệu được tổng số</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose a folder that is to be made</source>
        <translation>Chọn thư mục sẽ được tạo</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Tiêu đề:</translation>
    </message>
    <message>
        <source>Source, as figures name it:</source>
        <translation>Nguồn ghi trên hình:</translation>
    </message>
    <message>
        <source>Day of the figures:</source>
        <translation>Ngày của số liệu:</translation>
    </message>
    <message>
        <source>The table is:</source>
        <translation>Bảng là:</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>These hold from:</source>
        <translation>Có hiệu lực từ:</translation>
    </message>
    <message>
        <source>Choose a layer of areas, or a table of units</source>
        <translation>Chọn lớp vùng hoặc bảng đơn vị</translation>
    </message>
    <message>
        <source>Layers and tables (*.shp *.zip *.gpkg *.geojson *.json *.topojson *.kml *.tab *.mif *.fgb *.gml *.csv *.tsv *.txt *.xlsx *.ods);;All files (*)</source>
        <translation>Lớp và bảng (*.shp *.zip *.gpkg *.geojson *.json *.topojson *.kml *.tab *.mif *.fgb *.gml *.csv *.tsv *.txt *.xlsx *.ods);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Choose a table of what became of each unit</source>
        <translation>Chọn bảng chuyển đổi đơn vị</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.ods);;All files (*)</source>
        <translation>Bảng (*.csv *.tsv *.txt *.xlsx *.ods);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Also in units of another date:</source>
        <translation>Cũng theo đơn vị của thời điểm khác:</translation>
    </message>
    <message>
        <source>What became of each unit:</source>
        <translation>Bảng chuyển đổi đơn vị:</translation>
    </message>
    <message>
        <source>Shared out by:</source>
        <translation>Chia theo:</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Diện tích</translation>
    </message>
    <message>
        <source>The weights of the table; each unit whole without them</source>
        <translation>Trọng số trong bảng; không có thì chuyển nguyên đơn vị</translation>
    </message>
    <message>
        <source>Column: %1</source>
        <translation>Cột: %1</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Sector, place, agglomeration, variable or command</source>
        <translation>Ngành, địa danh, quần tụ, chỉ tiêu hoặc lệnh</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Kết quả tìm</translation>
    </message>
    <message>
        <source>Agglomeration %1</source>
        <translation>Quần tụ %1</translation>
    </message>
    <message>
        <source>Agglomeration in %1</source>
        <translation>Quần tụ ở %1</translation>
    </message>
    <message>
        <source>Type part of a name, with or without diacritics: quan 12, da giay, LQ, export …</source>
        <translation>Gõ một phần của tên, có dấu hay không dấu: quan 12, da giay, LQ, xuat hinh …</translation>
    </message>
    <message>
        <source>Nothing is called so. Try fewer letters, another spelling, or the name of its province.</source>
        <translation>Không có gì tên như vậy. Hãy thử gõ ít chữ hơn, viết cách khác, hoặc tên tỉnh.</translation>
    </message>
    <message>
        <source>Nothing is called so. Did you mean:</source>
        <translation>Không có gì tên như vậy. Có phải bạn tìm:</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SectorModel</name>
    <message>
        <source>Units that the source lists: %1</source>
        <translation>Số đơn vị được nguồn công bố: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3 units listed</source>
        <translation>%1, %2: công bố %3 đơn vị</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Công bố</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SectorPanel</name>
    <message>
        <source>Find a sector</source>
        <translation>Tìm ngành</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Cấp</translation>
    </message>
    <message>
        <source>Level of the sectors</source>
        <translation>Cấp của các ngành</translation>
    </message>
    <message>
        <source>Some sectors are parts of others: only one level is shown and summed at a time.</source>
        <translation>Có ngành là một phần của ngành khác: mỗi lần chỉ xem và cộng một cấp.</translation>
    </message>
    <message>
        <source>%1 – sectors: %2</source>
        <translation>%1 – số ngành: %2</translation>
    </message>
    <message>
        <source>%1 – sectors: %2, incomplete</source>
        <translation>%1 – số ngành: %2, không đầy đủ</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SelectionModel</name>
    <message>
        <source>Measure</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SelectionPanel</name>
    <message>
        <source>Values of the selected units taken together</source>
        <translation>Số liệu gộp của các đơn vị được chọn</translation>
    </message>
    <message>
        <source>Selected units</source>
        <translation>Các đơn vị được chọn</translation>
    </message>
    <message>
        <source>&amp;Zoom to them</source>
        <translation>&amp;Phóng tới các đơn vị</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>Clear the &amp;selection</source>
        <translation>&amp;Bỏ chọn tất cả</translation>
    </message>
    <message>
        <source>Click units on the map or rows of a list with Ctrl or Shift: here they are taken together.</source>
        <translation>Giữ Ctrl hoặc Shift và nhấp các đơn vị trên bản đồ hay các dòng của danh sách: số liệu gộp của chúng hiện ở đây.</translation>
    </message>
    <message>
        <source>The source publishes no values for this unit in this sector.</source>
        <translation>Nguồn không công bố số liệu của đơn vị này trong ngành này.</translation>
    </message>
    <message>
        <source>Kept selections</source>
        <translation>Vùng chọn đã giữ</translation>
    </message>
    <message>
        <source>&amp;Keep…</source>
        <translation>&amp;Giữ lại…</translation>
    </message>
    <message>
        <source>Keep what is selected under a name</source>
        <translation>Giữ các đơn vị đang chọn dưới một tên</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Remove the kept selection of this name; its units stay selected</source>
        <translation>Xóa vùng chọn đã giữ có tên này; các đơn vị vẫn đang được chọn</translation>
    </message>
    <message>
        <source>Keep the selection</source>
        <translation>Giữ vùng chọn</translation>
    </message>
    <message>
        <source>Name of the selection:</source>
        <translation>Tên vùng chọn:</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SeriesForm</name>
    <message>
        <source>Pages</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>This map</source>
        <translation>Bản đồ này</translation>
    </message>
    <message>
        <source>One for each sector</source>
        <translation>Mỗi ngành một trang</translation>
    </message>
    <message>
        <source>One for each province</source>
        <translation>Mỗi tỉnh một trang</translation>
    </message>
    <message>
        <source>One for each agglomeration</source>
        <translation>Mỗi quần tụ một trang</translation>
    </message>
    <message>
        <source>Small maps of all sectors on one page</source>
        <translation>Bản đồ nhỏ của mọi ngành trên một trang</translation>
    </message>
    <message>
        <source>Brief: one for each province and each sector</source>
        <translation>Bản tóm tắt: mỗi tỉnh, mỗi ngành một trang</translation>
    </message>
    <message>
        <source>Same &amp;classes on every page</source>
        <translation>Cùng cách &amp;phân lớp ở mọi trang</translation>
    </message>
    <message>
        <source>So that a colour means the same everywhere</source>
        <translation>Để một màu ở đâu cũng có cùng ý nghĩa</translation>
    </message>
    <message>
        <source>Same sc&amp;ale on every page</source>
        <translation>Cùng tỷ &amp;lệ ở mọi trang</translation>
    </message>
    <message>
        <source>So that areas can be compared</source>
        <translation>Để so sánh được các vùng với nhau</translation>
    </message>
    <message>
        <source>One &amp;file for each page, in a folder</source>
        <translation>&amp;Mỗi trang một tệp, trong một thư mục</translation>
    </message>
    <message>
        <source>Instead of one PDF that holds all pages</source>
        <translation>Thay cho một tệp PDF chứa mọi trang</translation>
    </message>
    <message>
        <source>&amp;Pages:</source>
        <translation>T&amp;rang:</translation>
    </message>
    <message>
        <source>The compared maps on one page</source>
        <translation>Các bản đồ đang so sánh trên một trang</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ServerTableDialog</name>
    <message>
        <source>Show its tables</source>
        <translation>Liệt kê các bảng</translation>
    </message>
    <message>
        <source>A layer of a PostGIS server</source>
        <translation>Lớp bản đồ trên máy chủ PostGIS</translation>
    </message>
    <message>
        <source>A table of a PostgreSQL server</source>
        <translation>Bảng trên máy chủ PostgreSQL</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Các bảng</translation>
    </message>
    <message>
        <source>An address such as service=statistics (of pg_service.conf) or host=… dbname=…, without a password: that stays in pg_service.conf, in PGPASSFILE or in PGPASSWORD. What is chosen is read once, and kept with the data set.</source>
        <translation>Địa chỉ như service=statistics (trong pg_service.conf) hoặc host=… dbname=…, không kèm mật khẩu: mật khẩu nằm trong pg_service.conf, PGPASSFILE hoặc PGPASSWORD. Nội dung được chọn chỉ đọc một lần và lưu cùng bộ dữ liệu.</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Địa chỉ:</translation>
    </message>
    <message>
        <source>The server is asked…</source>
        <translation>Đang hỏi máy chủ…</translation>
    </message>
    <message>
        <source>Tables that may be read: %1.</source>
        <translation>Số bảng có thể đọc: %1.</translation>
    </message>
    <message>
        <source>It has no table with shapes that this user may read.</source>
        <translation>Máy chủ không có bảng nào có hình mà người dùng này được đọc.</translation>
    </message>
    <message>
        <source>It has no table that this user may read.</source>
        <translation>Máy chủ không có bảng nào mà người dùng này được đọc.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SharedAgglomerationsModel</name>
    <message>
        <source>How its employees are divided between the provinces</source>
        <translation>Lao động của quần tụ chia cho các tỉnh thế nào</translation>
    </message>
    <message>
        <source>Of all its units together, recomputed from sums; the ends are what the totals allow</source>
        <translation>Của mọi đơn vị gộp lại, tính lại từ các tổng; hai đầu là giới hạn mà các tổng số cho phép</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>Parts by province</source>
        <translation>Phần của từng tỉnh</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Lao động</translation>
    </message>
    <message>
        <source>Pooled LQ</source>
        <translation>LQ gộp</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SheetModel</name>
    <message>
        <source>title</source>
        <translation>tiêu đề</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>đầu cột</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>không đọc</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SourceRowView</name>
    <message>
        <source>Row of the publication</source>
        <translation>Dòng của ấn phẩm</translation>
    </message>
    <message>
        <source>← Back to line %1</source>
        <translation>← Trở lại dòng %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Dòng %1: %2</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>Would agree</source>
        <translation>Giá trị khớp</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Contradicted by lines:</source>
        <translation>Mâu thuẫn với các dòng:</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (chính dòng này)</translation>
    </message>
    <message>
        <source>Choose a value to see its row of the publication.</source>
        <translation>Chọn một số liệu để xem dòng của nó trong ấn phẩm.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SpecialisationsModel</name>
    <message>
        <source>Provinces that the agglomeration of this unit reaches into as well</source>
        <translation>Các tỉnh khác mà quần tụ của đơn vị này cũng trải sang</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>LQ</source>
        <translation>LQ</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Lao động</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Chung với</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Cancel opening the data set</source>
        <translation>Hủy mở bộ dữ liệu</translation>
    </message>
    <message>
        <source>Opening the data set…</source>
        <translation>Đang mở bộ dữ liệu…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>1 note on the data</source>
        <translation>1 ghi chú về dữ liệu</translation>
    </message>
    <message>
        <source>%1 notes on the data</source>
        <translation>%1 ghi chú về dữ liệu</translation>
    </message>
    <message>
        <source>What was assumed or repaired while reading</source>
        <translation>Những gì đã được giả định hoặc sửa khi đọc</translation>
    </message>
    <message>
        <source>1 value contradicted</source>
        <translation>1 số liệu mâu thuẫn</translation>
    </message>
    <message>
        <source>%1 values contradicted</source>
        <translation>%1 số liệu mâu thuẫn</translation>
    </message>
    <message>
        <source>Published values that cannot be right together with the others: open the audit</source>
        <translation>Các số đã công bố không thể đúng cùng với những số khác: mở phần đối soát</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::SwipeHandle</name>
    <message>
        <source>Handle between the two maps</source>
        <translation>Thanh kéo giữa hai bản đồ</translation>
    </message>
    <message>
        <source>The left and right arrow keys move it, Home and End to the sides.</source>
        <translation>Phím mũi tên trái, phải để di chuyển; Home và End để đưa sang hai mép.</translation>
    </message>
    <message>
        <source>Drag it over the maps, or move it with the arrow keys</source>
        <translation>Kéo ngang trên bản đồ, hoặc di chuyển bằng các phím mũi tên</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::TableExport</name>
    <message>
        <source>Export the table</source>
        <translation>Xuất bảng</translation>
    </message>
    <message>
        <source>The table could not be exported</source>
        <translation>Không thể xuất bảng</translation>
    </message>
    <message>
        <source>Workbook, XLSX (*.xlsx)</source>
        <translation>Bảng tính, XLSX (*.xlsx)</translation>
    </message>
    <message>
        <source>Table, CSV (*.csv)</source>
        <translation>Bảng, CSV (*.csv)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::TableKit</name>
    <message>
        <source>&amp;Copy the rows</source>
        <translation>&amp;Sao chép các dòng</translation>
    </message>
    <message>
        <source>Copy the &amp;whole list</source>
        <translation>Sao chép &amp;toàn bộ danh sách</translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation>&amp;Xuất bảng này…</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Cột</translation>
    </message>
    <message>
        <source>All columns in their &amp;usual order</source>
        <translation>Mọi cột theo &amp;thứ tự ban đầu</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>Đây là &amp;gì?</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::TablePage</name>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Which table has the figures, and what stands where in it?</source>
        <translation>Bảng nào có số liệu, và cột nào chứa gì?</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Chọn bảng</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.ods *.xls *.csv *.txt *.tsv *.dbf *.gpkg *.px);;All files (*)</source>
        <translation>Bảng (*.xlsx *.ods *.xls *.csv *.txt *.tsv *.dbf *.gpkg *.px);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>employees</source>
        <translation>lao động</translation>
    </message>
    <message>
        <source>enterprises</source>
        <translation>doanh nghiệp</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Tệp:</translation>
    </message>
    <message>
        <source>Sheet:</source>
        <translation>Trang tính:</translation>
    </message>
    <message>
        <source>Column:</source>
        <translation>Cột:</translation>
    </message>
    <message>
        <source>holds:</source>
        <translation>chứa:</translation>
    </message>
    <message>
        <source>Figures:</source>
        <translation>Số liệu:</translation>
    </message>
    <message>
        <source>are read as:</source>
        <translation>đọc như:</translation>
    </message>
    <message>
        <source> (%1 rows)</source>
        <translation> (%1 dòng)</translation>
    </message>
    <message>
        <source>The only one</source>
        <translation>Trang duy nhất</translation>
    </message>
    <message>
        <source>All that are recognised</source>
        <translation>Tất cả đã nhận biết</translation>
    </message>
    <message>
        <source>Another table</source>
        <translation>Thêm một bảng</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>Bỏ bảng này</translation>
    </message>
    <message>
        <source>a unit, with its figures</source>
        <translation>một đơn vị và số liệu của nó</translation>
    </message>
    <message>
        <source>a firm: they are counted</source>
        <translation>một doanh nghiệp: chương trình sẽ đếm</translation>
    </message>
    <message>
        <source>Table:</source>
        <translation>Bảng:</translation>
    </message>
    <message>
        <source>Each row is:</source>
        <translation>Mỗi dòng là:</translation>
    </message>
    <message>
        <source>The next step asks what its columns mean.</source>
        <translation>Bước sau sẽ hỏi các cột có nghĩa gì.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1/%2: %3</translation>
    </message>
    <message>
        <source>The file is to be chosen</source>
        <translation>Hãy chọn tệp</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>Theo nhận dạng</translation>
    </message>
    <message>
        <source>As the table has them</source>
        <translation>Như trong bảng</translation>
    </message>
    <message>
        <source>Sections (A, B …)</source>
        <translation>Ngành cấp 1 (A, B …)</translation>
    </message>
    <message>
        <source>Divisions (2 digits)</source>
        <translation>Ngành cấp 2 (2 chữ số)</translation>
    </message>
    <message>
        <source>Groups (3 digits)</source>
        <translation>Ngành cấp 3 (3 chữ số)</translation>
    </message>
    <message>
        <source>Classes (4 digits)</source>
        <translation>Ngành cấp 4 (4 chữ số)</translation>
    </message>
    <message>
        <source>The 22 sectors of the published list</source>
        <translation>22 ngành trong danh sách đã công bố</translation>
    </message>
    <message>
        <source>Codes of sectors:</source>
        <translation>Mã ngành theo:</translation>
    </message>
    <message>
        <source>are summed to:</source>
        <translation>được gộp theo:</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::TemplateBox</name>
    <message>
        <source>A4 portrait</source>
        <translation>A4 dọc</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 ngang</translation>
    </message>
    <message>
        <source>A3 portrait</source>
        <translation>A3 dọc</translation>
    </message>
    <message>
        <source>A3 landscape</source>
        <translation>A3 ngang</translation>
    </message>
    <message>
        <source>Half a page of a report</source>
        <translation>Nửa trang báo cáo</translation>
    </message>
    <message>
        <source>One of two columns</source>
        <translation>Một trong hai cột</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>Trang trình chiếu 16:9</translation>
    </message>
    <message>
        <source>%1 (%2 × %3 mm)</source>
        <translation>%1 (%2 × %3 mm)</translation>
    </message>
    <message>
        <source>Own QGIS template (.qpt)…</source>
        <translation>Mẫu trang QGIS của bạn (.qpt)…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Mẫu trang</translation>
    </message>
    <message>
        <source>Choose a QGIS template</source>
        <translation>Chọn mẫu trang QGIS</translation>
    </message>
    <message>
        <source>QGIS templates (*.qpt)</source>
        <translation>Mẫu trang QGIS (*.qpt)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::TermMark</name>
    <message>
        <source>What is this?</source>
        <translation>Đây là gì?</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::Tour</name>
    <message>
        <source>Choose what to look at</source>
        <translation>Chọn những gì muốn xem</translation>
    </message>
    <message>
        <source>Click a sector in the list. Below it, choose the variable: the location quotient (LQ) says how much more an industry weighs in a district than in the country. The map follows at once. A “?” tells what a word means.</source>
        <translation>Nhấn vào một ngành trong danh sách. Bên dưới, chọn chỉ tiêu: thương số vị trí (LQ) cho biết ngành chiếm tỷ trọng ở huyện cao gấp bao nhiêu lần so với cả nước. Bản đồ thay đổi ngay. Dấu “?” cho biết một từ nghĩa là gì.</translation>
    </message>
    <message>
        <source>See an agglomeration, and its sheet</source>
        <translation>Xem một quần tụ và bảng tổng hợp của nó</translation>
    </message>
    <message>
        <source>Districts that border each other and share an industry are outlined on the map, across province boundaries. Click one on the map, or a row of this list. The tab “Agglomeration” shows its sheet: members, core and fringe, pooled LQ.</source>
        <translation>Các huyện liền kề cùng chuyên môn hóa vào một ngành được vẽ đường bao trên bản đồ, vượt cả ranh giới tỉnh. Nhấn vào một quần tụ trên bản đồ hoặc một dòng trong danh sách này. Thẻ “Quần tụ” là bảng tổng hợp: các huyện, lõi và rìa, LQ gộp.</translation>
    </message>
    <message>
        <source>Take it into your report</source>
        <translation>Đưa vào báo cáo</translation>
    </message>
    <message>
        <source>Export figure puts the map on a page, as PDF, SVG, PNG or a QGIS project. File ▸ Export web page makes one file with maps and tables that opens in any browser. Every figure says where its numbers come from.</source>
        <translation>Xuất hình đưa bản đồ vào một trang, dạng PDF, SVG, PNG hoặc dự án QGIS. Tệp ▸ Xuất trang web tạo một tệp có bản đồ và bảng số liệu, mở được bằng mọi trình duyệt. Hình nào cũng ghi nguồn số liệu.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::TourBubble</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 trên %2</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Trước</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Tiếp</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Xong</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Tour, %1 of %2: %3</source>
        <translation>Dẫn xem, bước %1 trên %2: %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::UnitPanel</name>
    <message>
        <source>Counted by the survey under: %1</source>
        <translation>Điều tra tính vào: %1</translation>
    </message>
    <message>
        <source>The area on the map is approximate.</source>
        <translation>Diện tích trên bản đồ là gần đúng.</translation>
    </message>
    <message>
        <source>&amp;Agglomeration</source>
        <translation>&amp;Quần tụ</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Vì sao?</translation>
    </message>
    <message>
        <source>&amp;Indicators…</source>
        <translation>&amp;Chỉ báo…</translation>
    </message>
    <message>
        <source>All indicators of the selected unit in the shown sector</source>
        <translation>Mọi chỉ báo của đơn vị được chọn trong ngành đang xem</translation>
    </message>
    <message>
        <source>One of %1 selected units.</source>
        <translation>Một trong %1 đơn vị đang được chọn.</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Số liệu</translation>
    </message>
    <message>
        <source>Values of the selected unit</source>
        <translation>Số liệu của đơn vị được chọn</translation>
    </message>
    <message>
        <source>Click a unit on the map to see all its values here.</source>
        <translation>Nhấn vào một đơn vị trên bản đồ để xem mọi số liệu của đơn vị đó tại đây.</translation>
    </message>
    <message>
        <source>The source publishes no values for this unit.</source>
        <translation>Nguồn không công bố số liệu cho đơn vị này.</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::UnitValuesModel</name>
    <message>
        <source>Line %1 of the publication</source>
        <translation>Dòng %1 của ấn phẩm</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Ngành</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ValuesExport</name>
    <message>
        <source>Table, CSV (*.csv)</source>
        <translation>Bảng, CSV (*.csv)</translation>
    </message>
    <message>
        <source>For programs, JSON (*.json)</source>
        <translation>Cho chương trình khác, JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the shown values</source>
        <translation>Xuất các giá trị đang xem</translation>
    </message>
    <message>
        <source>The values could not be exported</source>
        <translation>Không xuất được các giá trị</translation>
    </message>
    <message>
        <source>Workbook, XLSX (*.xlsx)</source>
        <translation>Bảng tính, XLSX (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ValuesModel</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Allowed range</source>
        <translation>Khoảng cho phép</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Nguồn gốc</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::ValuesPanel</name>
    <message>
        <source>Values of the shown variable</source>
        <translation>Giá trị của chỉ tiêu đang xem</translation>
    </message>
    <message>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <source>Least value listed</source>
        <translation>Giá trị nhỏ nhất được liệt kê</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>Highest value listed</source>
        <translation>Giá trị lớn nhất được liệt kê</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Xuất danh sách này</translation>
    </message>
    <message>
        <source>&amp;Zoom to the unit</source>
        <translation>&amp;Phóng tới đơn vị</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 dòng</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::VariableBox</name>
    <message>
        <source>Variable</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Find a variable</source>
        <translation>Tìm chỉ tiêu</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::VariablePanel</name>
    <message>
        <source>&amp;Variable</source>
        <translation>&amp;Chỉ tiêu</translation>
    </message>
    <message>
        <source>&amp;Province</source>
        <translation>&amp;Tỉnh</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::WebPageExport</name>
    <message>
        <source>Export a web page</source>
        <translation>Xuất trang web</translation>
    </message>
    <message>
        <source>The web page could not be exported</source>
        <translation>Không xuất được trang web</translation>
    </message>
    <message>
        <source>Web page of all sectors, HTML (*.html)</source>
        <translation>Trang web của mọi ngành, HTML (*.html)</translation>
    </message>
</context>
<context>
    <name>vicinia::desktop::WelcomeDialog</name>
    <message>
        <source>Welcome to Vicinia</source>
        <translation>Chào mừng đến với Vicinia</translation>
    </message>
    <message>
        <source>Where the industries of Viet Nam concentrate: district by district, sector by sector, across province boundaries.</source>
        <translation>Các ngành công nghiệp của Việt Nam tập trung ở đâu: theo từng huyện, từng ngành, vượt cả ranh giới tỉnh.</translation>
    </message>
    <message>
        <source>&amp;Built-in data of 2007</source>
        <translation>&amp;Số liệu có sẵn năm 2007</translation>
    </message>
    <message>
        <source>The published list of agglomerations: 22 sectors, 84 districts (GSO Enterprise Survey 2007).</source>
        <translation>Danh sách quần tụ đã công bố: 22 ngành, 84 huyện (Điều tra doanh nghiệp 2007 của Tổng cục Thống kê).</translation>
    </message>
    <message>
        <source>Your &amp;own data…</source>
        <translation>Số liệu &amp;của bạn…</translation>
    </message>
    <message>
        <source>How the data must look</source>
        <translation>Số liệu phải có dạng như thế nào</translation>
    </message>
    <message>
        <source>Your &amp;last work</source>
        <translation>&amp;Công việc gần đây của bạn</translation>
    </message>
    <message>
        <source>&amp;Show me around</source>
        <translation>Dẫn tôi &amp;xem quanh</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Do not show this at the start</source>
        <translation>&amp;Không hiện khi khởi động</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Ngôn ngữ: %1</translation>
    </message>
    <message>
        <source>There is none yet: what you save with File ▸ Save will be found here.</source>
        <translation>Chưa có gì: những gì bạn lưu bằng Tệp ▸ Lưu sẽ có ở đây.</translation>
    </message>
    <message>
        <source>%1, saved on %2</source>
        <translation>%1, lưu ngày %2</translation>
    </message>
    <message>
        <source>Earlier:</source>
        <translation>Trước đó:</translation>
    </message>
    <message>
        <source>Earlier work</source>
        <translation>Công việc trước đó</translation>
    </message>
    <message>
        <source>A spreadsheet or CSV, as it is, on boundaries of your own (shapefile, GeoPackage, GeoJSON …) or on those that come with the program.</source>
        <translation>Bảng tính hoặc CSV có sẵn, trên ranh giới của bạn (shapefile, GeoPackage, GeoJSON …) hoặc ranh giới có trong chương trình.</translation>
    </message>
</context>
</TS>
