// An officer of a province has a shapefile in an old encoding and a spreadsheet, and gets to a map of their districts; every step is
// cancelled once, and what is open stays as it was.
#include <QComboBox>
#include <QLabel>
#include <algorithm>
#include <fstream>

#include "../../gis/imports/written_sheets.h"
#include "day_window.h"
#include "dialogs/import/import_assistant.h"
#include "gis/firms/private_server.h"
#include "vicinia/core/text/encoding.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::desktop {

namespace fs = std::filesystem;

class ImportDay : public Day {
 protected:
  /// The districts of a province, with names in TCVN3 in a .dbf that does not say so, and without codes.
  void writeLayer() {
    const auto all =
        gis::io::read_polygons(fs::path(VICINIA_RESOURCES_DIR) / "data/vietnam-2007/districts.shp", {});
    ASSERT_TRUE(all);
    const auto column = [&](const char* name) { return *all->attributes.column(name, "districts.shp"); };
    gis::io::LayerToWrite layer{.name = "huyen", .crs = all->crs};
    layer.fields = {{.name = "TenHuyen"}, {.name = "TenTinh"}};
    const std::string province = "Đồng Nai";
    std::vector<std::pair<std::string, std::string>> texts;  // placeholder, bytes in TCVN3
    const auto placed = [&](const std::string& text) {
      const std::string bytes = core::text::from_utf8(text, core::text::Encoding::tcvn3).value_or("?");
      std::string place = "@" + std::to_string(texts.size());
      place.resize(bytes.size(), '~');
      texts.emplace_back(place, bytes);
      return place;
    };
    for (std::size_t i = 0; i < all->areas.size(); ++i) {
      if (all->attributes.rows[i][column("province")] != "75") continue;
      const std::string name = all->attributes.rows[i][column("name_vi")];
      names_.push_back(name);
      layer.rows.push_back({placed(name), placed(province)});
      layer.areas.push_back(all->areas[i]);
    }
    ASSERT_EQ(names_.size(), 11u);
    ASSERT_TRUE(gis::io::write_polygons(layer_, layer));
    const fs::path dbf = fs::path(layer_).replace_extension(".dbf");
    QFile file(pathText(dbf));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    for (const auto& [place, text] : texts) {
      const auto at = bytes.indexOf(QByteArray::fromStdString(place));
      ASSERT_GE(at, 0) << place;
      bytes.replace(at, static_cast<qsizetype>(place.size()), QByteArray::fromStdString(text));
    }
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    fs::remove(fs::path(layer_).replace_extension(".cpg"));
  }
  /// Two title lines, years across, a total, "of which", names as they are typed, a note.
  void writeTable() {
    test::WrittenRows rows = test::texts({{"Lao động trong các doanh nghiệp đang hoạt động phân theo huyện"},
                                          {"Number of employees in enterprises by district"},
                                          {"", "", "", "Người - Person"},
                                          {"", "2005", "2006", "2007"}});
    std::vector<double> sums(3, 0);
    test::WrittenRows districts;
    double number = 900;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string typed = i == 0       ? "TP. " + names_[i]
                                : i == 1     ? "TX " + names_[i]
                                : i % 2 == 0 ? "Huyện " + names_[i]
                                             : names_[i];
      std::vector<test::WrittenCell> row{{.text = typed}};
      for (double& sum : sums) {
        number += 731 + 97 * static_cast<double>(i);
        sum += number;
        row.push_back({.text = std::to_string(static_cast<long>(number)), .number = number});
      }
      districts.push_back(std::move(row));
    }
    std::vector<test::WrittenCell> total{{.text = "TỔNG SỐ - TOTAL"}};
    for (const double sum : sums)
      total.push_back({.text = std::to_string(static_cast<long>(sum)), .number = sum});
    rows.push_back(std::move(total));
    for (auto& row : districts) rows.push_back(std::move(row));
    rows.push_back({{.text = "Nguồn: Cục Thống kê Đồng Nai"}});
    test::write_xlsx(table_, {{"LĐ huyện", rows}});
  }
  [[nodiscard]] ImportAssistant* assistant() const { return window->findChild<ImportAssistant*>(); }
  template <class Widget>
  Widget* part(const char* name) {
    auto* const widget = assistant()->findChild<Widget*>(QLatin1String(name));
    EXPECT_TRUE(widget) << name;
    return widget;
  }
  void open() {
    openBefore_ = session->document().data->dataset->content_hash;
    window->actions().importData->trigger();
    ASSERT_TRUE(waitFor([&] { return assistant() && assistant()->isVisible(); }));
    assistant()->move(120, 40);
  }
  void cancel() {
    QTest::mouseClick(assistant()->button(QWizard::CancelButton), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return !assistant(); }));
    EXPECT_EQ(session->document().data->dataset->content_hash, openBefore_);
  }
  void next() {
    auto* const button = assistant()->button(QWizard::NextButton);
    ASSERT_TRUE(waitFor([&] { return button->isEnabled(); }));
    QTest::mouseClick(button, Qt::LeftButton);
  }
  void chooseLayer() {
    QTest::mouseClick(part<QRadioButton>("importOwnLayer"), Qt::LeftButton, {}, QPoint(8, 8));
    auto* const line = part<QLineEdit>("importLayer");
    line->setText(pathText(layer_));
    pressIn(line, Qt::Key_Tab);
    Q_EMIT line->editingFinished();
    ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  }
  void chooseTable() {
    auto* const line = part<QLineEdit>("importTable");
    line->setText(pathText(table_));
    Q_EMIT line->editingFinished();
    ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  }

  fs::path layer_ = toPath(folder.path()) / "huyen.shp", table_ = toPath(folder.path()) / "lao-dong.xlsx";
  std::vector<std::string> names_;
  std::string openBefore_;
};

TEST_F(ImportDay, FromAShapefileInTcvn3AndASpreadsheetToAMap) {
  writeLayer();
  writeTable();

  open();
  cancel();  // at the boundaries
  open();
  chooseLayer();
  EXPECT_EQ(part<QComboBox>("importName")->currentText(), QStringLiteral("TenHuyen"));
  EXPECT_EQ(part<QComboBox>("importParent")->currentText(), QStringLiteral("TenTinh"));
  picture("13-import-1");
  next();
  cancel();  // at the table
  open();
  chooseLayer();
  next();
  chooseTable();
  picture("13-import-2");
  next();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  cancel();  // at rows and units
  open();
  chooseLayer();
  next();
  chooseTable();
  next();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  const auto* const matches = part<QTableView>("importMatches")->model();
  EXPECT_EQ(matches->rowCount(), 11);
  picture("13-import-3");
  next();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::FinishButton)->isVisible(); }));
  part<QLineEdit>("importTitle")
      ->setText(isVietnamese() ? QStringLiteral("Lao động các huyện của Đồng Nai")
                               : QStringLiteral("Employees in the districts of Đồng Nai"));
  picture("13-import-4");
  cancel();  // before it is kept
  EXPECT_FALSE(fs::exists(toPath(folder.path()) / "lao-dong-vicinia"));

  open();
  chooseLayer();
  next();
  chooseTable();
  next();
  next();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::FinishButton)->isVisible(); }));
  part<QLineEdit>("importTitle")
      ->setText(isVietnamese() ? QStringLiteral("Lao động các huyện của Đồng Nai")
                               : QStringLiteral("Employees in the districts of Đồng Nai"));
  auto* const finish = assistant()->button(QWizard::FinishButton);
  ASSERT_TRUE(waitFor([&] { return finish->isEnabled(); }));
  QTest::mouseClick(finish, Qt::LeftButton);
  ASSERT_TRUE(waitFor(
      [&] { return !assistant() && session->document().data->dataset->content_hash != openBefore_; }));
  const core::Dataset& data = session->dataset();
  EXPECT_EQ(data.periods, (std::vector<std::string>{"2005", "2006", "2007"}));
  EXPECT_EQ(data.observations.rows().size(), 33u);
  EXPECT_EQ(data.frame[*data.frame.find("731")].name_vi, "Biên Hòa");
  waitUntilSettled();
  if (auto* const notes = window->findChild<QDialog*>(QStringLiteral("findingsDialog"))) notes->close();
  picture("13-imported");
}

TEST_F(ImportDay, CodesOfSectorsAreOfTheClassificationAndLevelThatAreChosen) {
  const fs::path table = toPath(folder.path()) / "nganh.xlsx";
  test::WrittenRows rows = test::texts({{"Tỉnh", "Mã ngành", "Lao động 2007"}});
  double number = 100;
  for (const char* name : {"Hà Nội", "Đà Nẵng", "Huế"})
    for (const char* code : {"1511", "1512", "1711"}) {
      number += 50;
      rows.push_back({{.text = name},
                      {.text = code},
                      {.text = std::to_string(static_cast<long>(number)), .number = number}});
    }
  test::write_xlsx(table, {{"Ngành", rows}});
  open();
  part<QComboBox>("importOnto")->setCurrentIndex(1);
  next();
  auto* const line = part<QLineEdit>("importTable");
  line->setText(pathText(table));
  Q_EMIT line->editingFinished();
  auto* const button = assistant()->button(QWizard::NextButton);
  ASSERT_TRUE(waitFor([&] { return button->isEnabled(); }));
  const auto choose = [&](const char* box, const char* data) {
    auto* const combo = part<QComboBox>(box);
    combo->setCurrentIndex(combo->findData(QLatin1String(data)));
    ASSERT_GE(combo->currentIndex(), 0) << data;
    Q_EMIT combo->activated(combo->currentIndex());
    ASSERT_TRUE(waitFor([&] { return button->isEnabled(); }));
  };
  const auto says = [&](const char* text) {
    const auto labels = assistant()->findChildren<QLabel*>();
    return std::ranges::any_of(
        labels, [&](const QLabel* label) { return label->text().contains(QLatin1String(text)); });
  };
  EXPECT_TRUE(says("VSIC 2007"));
  choose("importClassification", "vsic-1993");
  EXPECT_TRUE(says("VSIC 1993"));
  choose("importSectorLevel", "division");
  EXPECT_TRUE(says("15 = 1511 + 1512"));
  picture("13-import-sectors");
  // Nothing of 1993 is exactly one of the published sectors: that is said, and the step waits.
  auto* const level = part<QComboBox>("importSectorLevel");
  level->setCurrentIndex(level->findData(QStringLiteral("published")));
  Q_EMIT level->activated(level->currentIndex());
  ASSERT_TRUE(waitFor([&] { return !button->isEnabled(); }));
  choose("importSectorLevel", "section");
  EXPECT_TRUE(says("D = 1511 + 1512 + 1711"));
}

TEST_F(ImportDay, ATableAloneIsPutOnTheBoundariesThatItsNamesAreOf) {
  const fs::path table = toPath(folder.path()) / "tinh.xlsx";
  test::WrittenRows rows = test::texts(
      {{"Số doanh nghiệp phân theo địa phương - Number of enterprises by province"}, {"", "2023", "2024"}});
  double number = 1000;
  for (const char* name : {"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "TP. Hồ Chí Minh", "Cần Thơ", "Lào Cai",
                           "Phú Thọ", "Bac Ninh", "Dong Nai", "Đồng Thap"}) {
    std::vector<test::WrittenCell> row{{.text = name}};
    for (int year = 0; year < 2; ++year) {
      number += 377;
      row.push_back({.text = std::to_string(static_cast<long>(number)), .number = number});
    }
    rows.push_back(std::move(row));
  }
  test::write_xlsx(table, {{"DN", rows}});
  open();
  auto* const onto = part<QComboBox>("importOnto");
  onto->setCurrentIndex(1);
  next();
  auto* const line = part<QLineEdit>("importTable");
  line->setText(pathText(table));
  Q_EMIT line->editingFinished();
  next();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  picture("13-import-provinces");
  next();
  auto* const finish = assistant()->button(QWizard::FinishButton);
  ASSERT_TRUE(waitFor([&] { return finish->isEnabled(); }));
  const std::string before = session->document().data->dataset->content_hash;
  QTest::mouseClick(finish, Qt::LeftButton);
  ASSERT_TRUE(
      waitFor([&] { return !assistant() && session->document().data->dataset->content_hash != before; }));
  EXPECT_EQ(session->dataset().frame.size(), 34u);
  EXPECT_EQ(session->dataset().observations.rows().size(), 22u);
  EXPECT_EQ(session->document().view.variable, core::values::Variable::enterprises)
      << "a list of counts shows what it counts, however it is opened";
  waitUntilSettled();
  picture("13-imported-provinces");
}

TEST_F(ImportDay, FiguresOfProvincesAreAlsoShownInUnitsOfAnotherDateByATableOfPeople) {
  const auto file = [&](const char* name) { return toPath(folder.path()) / name; };
  std::ofstream(file("lao-dong.csv")) << "Tỉnh,Lao động 2024\nHà Nội,1000\nHải Phòng,600\nĐà Nẵng,300\n";
  std::ofstream(file("don-vi-moi.csv"))
      << "code,name_vi\nA,Hà Nội – bờ Nam\nB,Hà Nội – bờ Bắc\nC,Các tỉnh khác\n";
  const auto writeCrosswalk = [&](const char* people) {
    std::ofstream crosswalk(file("chuyen-doi.csv"));
    crosswalk << "from,to,dân số\n01,A,3000\n01,B," << people << "\n";
    const auto today =
        gis::io::read_dataset(fs::path(VICINIA_RESOURCES_DIR) / "data/vietnam-2025").value().dataset;
    for (core::admin::UnitIndex unit = 0; unit < today->frame.size(); ++unit)
      if (today->frame[unit].code != "01") crosswalk << today->frame[unit].code << ",C,1\n";
  };
  writeCrosswalk("không rõ");
  open();
  part<QComboBox>("importOnto")->setCurrentIndex(1);
  next();
  auto* const line = part<QLineEdit>("importTable");
  line->setText(pathText(file("lao-dong.csv")));
  Q_EMIT line->editingFinished();
  next();
  next();
  auto* const finish = assistant()->button(QWizard::FinishButton);
  ASSERT_TRUE(waitFor([&] { return finish->isVisible() && finish->isEnabled(); }));
  const auto fill = [&](const char* name, const QString& text) {
    auto* const one = part<QLineEdit>(name);
    one->setText(text);
    Q_EMIT one->editingFinished();
  };
  EXPECT_FALSE(part<QWidget>("importCrosswalk")->isEnabled());
  fill("importNewUnits", pathText(file("don-vi-moi.csv")));
  fill("importNewDate", QStringLiteral("2030-01-01"));
  EXPECT_FALSE(finish->isEnabled()) << "it is not said what became of each unit";
  fill("importCrosswalk", pathText(file("chuyen-doi.csv")));
  auto* const by = part<QComboBox>("importSharedBy");
  by->setCurrentIndex(by->findData(QStringLiteral("dân số")));
  ASSERT_EQ(by->currentIndex(), 1);
  ASSERT_TRUE(waitFor([&] { return finish->isEnabled(); }));
  QTest::mouseClick(finish, Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] {
    const auto notes = assistant()->findChildren<QPlainTextEdit*>(QStringLiteral("importNotes"));
    return std::ranges::any_of(notes, [](const QPlainTextEdit* one) {
      return one->isVisible() && one->toPlainText().contains(QStringLiteral("không rõ"));
    });
  })) << "the row that says no number of people";
  writeCrosswalk("1000");
  fill("importCrosswalk", QString());
  fill("importCrosswalk", pathText(file("chuyen-doi.csv")));
  by->setCurrentIndex(by->findData(QStringLiteral("dân số")));
  ASSERT_TRUE(waitFor([&] { return finish->isEnabled(); })) << "what was refused may be right now";
  picture("14-other-units");
  QTest::mouseClick(finish, Qt::LeftButton);
  ASSERT_TRUE(waitFor(
      [&] { return !assistant() && session->document().data->dataset->content_hash != openBefore_; }));
  ASSERT_EQ(session->dataset().frames.size(), 1u);
  EXPECT_EQ(session->dataset().frames.front()->vintage, "2030-01-01");
}

// A register of firms, of which nothing is said but what its headings say.
TEST_F(ImportDay, ARegisterOfFirmsIsCountedByItsColumns) {
  const fs::path file = toPath(folder.path()) / "doanh-nghiep.csv";
  std::string text =
      "Mã số thuế;Tên doanh nghiệp;Tỉnh/Thành phố;Ngành VSIC;Số lao động;Tỷ lệ vốn nước ngoài;Năm\n";
  int number = 0;
  for (const char* province :
       {"Hà Nội", "TP. Hồ Chí Minh", "Hải Phòng", "Thanh Hoá", "Đồng Nai", "Đà Nẵng", "Bắc Ninh", "Atlantis"})
    for (const char* sector : {"13110", "14100", "15200", "26110"})
      for (int i = 0; i < 3 + number % 4; ++i) {
        const std::string one = std::to_string(++number);
        text += "01" + one + ";Công ty " + one + ";" + province + ";" + sector + ";" +
                std::to_string(5 + (number * 37) % 600) + ";" + (number % 5 == 0 ? "100" : "0") + ";2024\n";
      }
  std::ofstream(file) << text;
  open();
  auto* const onto = part<QComboBox>("importOnto");
  onto->setCurrentIndex(1);
  next();
  auto* const line = part<QLineEdit>("importTable");
  line->setText(pathText(file));
  Q_EMIT line->editingFinished();
  EXPECT_EQ(part<QComboBox>("importRows")->currentIndex(), 1) << "its headings say that each row is a firm";
  next();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  EXPECT_EQ(part<QComboBox>("registerSector")->currentText(), QStringLiteral("Ngành VSIC"));
  EXPECT_EQ(part<QComboBox>("registerUnit")->currentText(), QStringLiteral("Tỉnh/Thành phố"));
  part<QSpinBox>("registerMinFirms")->setValue(3);
  picture("14-register");
  next();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  auto* const which = part<QComboBox>("importWhich");
  which->setCurrentIndex(which->count() - 1);
  Q_EMIT which->activated(which->currentIndex());
  EXPECT_EQ(part<QTableView>("importMatches")->model()->rowCount(), 34 - 7) << "provinces without a firm";
  which->setCurrentIndex(0);
  Q_EMIT which->activated(0);
  picture("14-register-rows");
  next();
  auto* const finish = assistant()->button(QWizard::FinishButton);
  ASSERT_TRUE(waitFor([&] { return finish->isEnabled(); }));
  picture("14-register-kept");
  const std::string before = session->document().data->dataset->content_hash;
  QTest::mouseClick(finish, Qt::LeftButton);
  ASSERT_TRUE(
      waitFor([&] { return !assistant() && session->document().data->dataset->content_hash != before; }));
  EXPECT_EQ(session->dataset().sectors.size(), 4u);
  waitUntilSettled();
  if (auto* const notes = window->findChild<QDialog*>(QStringLiteral("findingsDialog"))) notes->close();
  picture("14-registered");
}

// Provinces of 2007 on those of today: the window says why not, and lets the one go on who knows better.
TEST_F(ImportDay, NamesOfAnotherDateAreToldAndMayBeInsistedOn) {
  const fs::path file = toPath(folder.path()) / "tinh-2007.csv", other = toPath(folder.path()) / "them.csv";
  std::ofstream(file)
      << "Tỉnh,Lao động 2007\nBắc Giang,10\nBắc Ninh,20\nHà Tây,30\nHà Nội,40\nHải Dương,50\nHải Phòng,7\n"
         "Nam Định,8\nNinh Bình,9\nHà Nam,10\nThái Bình,11\nHưng Yên,12\n";
  std::ofstream(other) << "Tỉnh,Số doanh nghiệp 2007\nBắc Ninh,2\nHà Nội,4\nHải Phòng,7\n";
  open();
  auto* const onto = part<QComboBox>("importOnto");
  onto->setCurrentIndex(1);
  next();
  auto* const line = part<QLineEdit>("importTable");
  line->setText(pathText(file));
  Q_EMIT line->editingFinished();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  QTest::mouseClick(part<QPushButton>("importAddTable"), Qt::LeftButton);
  line->setText(pathText(other));
  Q_EMIT line->editingFinished();
  ASSERT_TRUE(waitFor([&] {
    return assistant()->button(QWizard::NextButton)->isEnabled() &&
           part<QComboBox>("importTables")->count() == 2;
  }));
  picture("15-two-tables");
  next();
  auto* const insist = part<QPushButton>("importInsist");
  ASSERT_TRUE(waitFor([&] { return insist->isVisible(); }));
  EXPECT_FALSE(assistant()->button(QWizard::NextButton)->isEnabled());
  picture("15-another-date");
  QTest::mouseClick(insist, Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  EXPECT_FALSE(insist->isVisible());
  cancel();
}

// A table that lives on a server is chosen from those that it offers.
TEST_F(ImportDay, ATableOnAServerIsChosenAndBecomesAMap) {
  std::string said;
  const auto server = gis::firms::test_data::PrivateServer::start(said);
  if (!server && !gis::firms::test_data::postgres_programs()) GTEST_SKIP() << "Skipped: " << said;
  ASSERT_TRUE(server) << said;
  server->sql(
      "CREATE TABLE \"lao động\" (\"Tỉnh\" text, \"Lao động 2024\" integer); INSERT INTO \"lao động\" VALUES "
      "('Hà Nội', 2500000), ('Huế', 140000), ('Đà Nẵng', 410000), ('TP. Hồ Chí Minh', 4100000), ('Cần Thơ', 230000), "
      "('Bắc Ninh', 620000)");
  open();
  part<QComboBox>("importOnto")->setCurrentIndex(1);
  next();
  QTimer asks;
  QObject::connect(&asks, &QTimer::timeout, &asks, [&] {
    auto* const dialog = assistant()->findChild<QDialog*>(QStringLiteral("serverTableDialog"));
    if (!dialog || !dialog->isVisible()) return;
    auto* const address = dialog->findChild<QLineEdit*>(QStringLiteral("serverAddress"));
    auto* const tables = dialog->findChild<QListWidget*>(QStringLiteral("serverTables"));
    auto* const list = dialog->findChild<QPushButton*>(QStringLiteral("serverList"));
    if (address->text().isEmpty()) {
      address->setText(QString::fromStdString(server->address()));
      list->click();
    } else if (tables->count() > 0) {
      asks.stop();
      EXPECT_EQ(tables->currentItem()->text(), QStringLiteral("public.lao động"));
      picture("16-server");
      dialog->accept();
    }
  });
  asks.start(100);
  QTest::mouseClick(part<QPushButton>("importTableServer"), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  picture("16-server-table");
  next();
  ASSERT_TRUE(waitFor([&] { return assistant()->button(QWizard::NextButton)->isEnabled(); }));
  next();
  part<QLineEdit>("importFolder")->setText(folder.path() + QStringLiteral("/of-a-server"));
  Q_EMIT part<QLineEdit>("importFolder")->editingFinished();
  auto* const finish = assistant()->button(QWizard::FinishButton);
  ASSERT_TRUE(waitFor([&] { return finish->isEnabled(); }));
  const std::string before = session->document().data->dataset->content_hash;
  QTest::mouseClick(finish, Qt::LeftButton);
  ASSERT_TRUE(
      waitFor([&] { return !assistant() && session->document().data->dataset->content_hash != before; }));
  EXPECT_EQ(session->dataset().observations.rows().size(), 6u);
}

}  // namespace vicinia::desktop
