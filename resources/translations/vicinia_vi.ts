<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
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
        <translation>Công cụ khám phá cụm ngành công nghiệp Việt Nam</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Vicinia shows which agglomerations of an industry there are, how strong they are, and where the figure for a report is.</source>
        <translation>Vicinia cho biết một ngành có những cụm tập trung nào, mạnh đến đâu, và lấy hình cho báo cáo ở đâu.</translation>
    </message>
    <message>
        <source>Vicinia is free software under the &lt;a href='https://www.gnu.org/licenses/gpl-3.0.html'&gt;GNU General Public License&lt;/a&gt;, version 3 or later. It comes without any warranty.</source>
        <translation>Vicinia là phần mềm tự do theo &lt;a href='https://www.gnu.org/licenses/gpl-3.0.html'&gt;Giấy phép Công cộng GNU&lt;/a&gt;, phiên bản 3 trở lên. Phần mềm không kèm theo bất kỳ bảo đảm nào.</translation>
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
        <source>seats of the districts, &lt;a href='https://creativecommons.org/licenses/by/4.0/'&gt;CC BY 4.0&lt;/a&gt;</source>
        <translation>vị trí huyện lỵ, &lt;a href='https://creativecommons.org/licenses/by/4.0/'&gt;CC BY 4.0&lt;/a&gt;</translation>
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
        <source>&amp;Open data set…</source>
        <translation>&amp;Mở bộ dữ liệu…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open &amp;view…</source>
        <translation>Mở &amp;khung nhìn…</translation>
    </message>
    <message>
        <source>&amp;Save view…</source>
        <translation>&amp;Lưu khung nhìn…</translation>
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
        <source>Previous &amp;extent</source>
        <translation>Phạm &amp;vi trước</translation>
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
        <source>&amp;Find a sector</source>
        <translation>Tìm &amp;ngành</translation>
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
</context>
<context>
    <name>vicinia::desktop::ExportFigureDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Xuất hình</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Duyệt…</translation>
    </message>
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
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dọc</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Tệp:</translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation>Định &amp;dạng:</translation>
    </message>
    <message>
        <source>&amp;Resolution:</source>
        <translation>Độ &amp;phân giải:</translation>
    </message>
    <message>
        <source>&amp;Page (A4):</source>
        <translation>T&amp;rang (A4):</translation>
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
        <source>&amp;Subtitle:</source>
        <translation>Tiêu đề &amp;phụ:</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Browse for the file</source>
        <translation>Duyệt tìm tệp</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Độ phân giải</translation>
    </message>
    <message>
        <source>Page orientation</source>
        <translation>Hướng trang</translation>
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
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Xuất</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>&amp;Mở thư mục</translation>
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
    <name>vicinia::desktop::MainWindow</name>
    <message>
        <source>This change is not possible</source>
        <translation>Không thể thay đổi như vậy</translation>
    </message>
    <message>
        <source>The data set could not be opened</source>
        <translation>Không mở được bộ dữ liệu</translation>
    </message>
    <message>
        <source>The data have changed since this view was saved</source>
        <translation>Dữ liệu đã thay đổi kể từ khi lưu khung nhìn này</translation>
    </message>
    <message>
        <source>Map engine restarted</source>
        <translation>Bộ máy bản đồ đã khởi động lại</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>Measure and classes</source>
        <translation>Chỉ tiêu và phân lớp</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Chú giải</translation>
    </message>
    <message>
        <source>Selected unit</source>
        <translation>Đơn vị được chọn</translation>
    </message>
    <message>
        <source>Open the folder of a data set (with manifest.json)</source>
        <translation>Mở thư mục bộ dữ liệu (có manifest.json)</translation>
    </message>
    <message>
        <source>Open view</source>
        <translation>Mở khung nhìn</translation>
    </message>
    <message>
        <source>Views (*.vicinia)</source>
        <translation>Khung nhìn (*.vicinia)</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Lưu khung nhìn</translation>
    </message>
    <message>
        <source>The view could not be saved</source>
        <translation>Không lưu được khung nhìn</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
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
    <name>vicinia::desktop::MeasurePanel</name>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Chỉ tiêu</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>&amp;Province</source>
        <translation>&amp;Tỉnh</translation>
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
</context>
<context>
    <name>vicinia::desktop::UnitFiguresModel</name>
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
    <name>vicinia::desktop::UnitPanel</name>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Figures of the selected unit</source>
        <translation>Số liệu của đơn vị được chọn</translation>
    </message>
    <message>
        <source>Click a unit on the map to see all its figures here.</source>
        <translation>Nhấn vào một đơn vị trên bản đồ để xem mọi số liệu của đơn vị đó tại đây.</translation>
    </message>
    <message>
        <source>Counted by the survey under: %1</source>
        <translation>Điều tra tính vào: %1</translation>
    </message>
    <message>
        <source>The area on the map is approximate.</source>
        <translation>Diện tích trên bản đồ là gần đúng.</translation>
    </message>
    <message>
        <source>The source publishes no figures for this unit.</source>
        <translation>Nguồn không công bố số liệu cho đơn vị này.</translation>
    </message>
</context>
</TS>
