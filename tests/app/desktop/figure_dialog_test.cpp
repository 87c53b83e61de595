// The dialog that exports figures: its preview, its options, series.
#include <QProcess>

#include "dialogs/export_figure/export_figure_dialog.h"
#include "vicinia/gis/map/figure_template.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/figures/figure_view.h"
#include "window_fixture.h"

namespace vicinia::desktop {

class FigureDialog : public WindowTest {
 protected:
  ExportFigureDialog& open() {
    window->actions().exportFigure->trigger();
    dialog = window->findChildren<ExportFigureDialog*>().constLast();
    waitForPreview();
    return *dialog;
  }
  void waitForPreview() {
    ASSERT_TRUE(waitFor([this] { return dialog->isPreviewSettled(); })) << "the preview was not finished";
  }
  void waitForDrawing() {
    ASSERT_TRUE(waitFor([this] { return dialog->isPreviewBeingDrawn(); })) << "nothing was drawn";
  }
  template <class Widget>
  Widget& in(const char* name) {
    auto* widget = dialog->findChild<Widget*>(QLatin1String(name));
    EXPECT_TRUE(widget) << name;
    return *widget;
  }
  void choose(const char* box, int row) {
    in<QComboBox>(box).setCurrentIndex(row);
    Q_EMIT in<QComboBox>(box).activated(row);
  }
  void type(const QString& file) { in<QLineEdit>("exportFile").setText(file); }
  QString message() { return in<QLabel>("exportMessage").text(); }
  /// \return whether it was written
  bool write() {
    QSignalSpy written(dialog, &ExportFigureDialog::written);
    QTest::mouseClick(&in<QPushButton>("exportButton"), Qt::LeftButton);
    auto& button = in<QPushButton>("exportButton");
    EXPECT_TRUE(waitFor([&] { return button.isEnabled(); }));
    return written.count() == 1;
  }
  void openVietNam() {
    const auto first = session.document().data;
    window->opener().openDataset(workspace::built_in_dataset().value());
    ASSERT_TRUE(waitFor([&] { return session.document().data != first; }));
    waitForMap();
  }

  QPointer<ExportFigureDialog> dialog;
  QTemporaryDir folder;
};

TEST_F(FigureDialog, ThePreviewIsWhatIsWritten) {
  open();
  QTest::mouseClick(&in<QToolButton>("previewPrinted"), Qt::LeftButton);
  choose("figureFormat", 2);
  in<QCheckBox>("withGraticule").click();
  in<QLineEdit>("figureTitle").setText(QStringLiteral("Dệt may 🏭"));
  waitForPreview();
  const QImage seen = dialog->preview().view().image();
  ASSERT_FALSE(seen.isNull());
  in<QSpinBox>("figureDpi").setValue(static_cast<int>(dialog->preview().scale().dpi));
  type(folder.filePath(QStringLiteral("f.png")));
  ASSERT_TRUE(write()) << utf8(message());
  QImage written(folder.filePath(QStringLiteral("f.png")));
  written.setDevicePixelRatio(seen.devicePixelRatio());
  EXPECT_EQ(seen.convertToFormat(QImage::Format_RGB32), written.convertToFormat(QImage::Format_RGB32));
}

TEST_F(FigureDialog, EveryTemplateIsWrittenWithEveryOption) {
  open();
  choose("figureLanguage", 2);
  choose("figureFormat", 2);
  in<QSpinBox>("figureDpi").setValue(72);
  const auto count = static_cast<int>(gis::map::figure_templates().size());
  for (int row = 0; row < count; ++row) {
    choose("figureTemplate", row);
    for (auto* box : dialog->findChildren<QCheckBox*>(QRegularExpression(QStringLiteral("^with"))))
      if (box->isEnabled() && !box->isChecked()) box->click();
    waitForPreview();
    EXPECT_TRUE(dialog->preview().view().error().isEmpty()) << row << utf8(dialog->preview().view().error());
    type(folder.filePath(QStringLiteral("%1.png").arg(row)));
    EXPECT_TRUE(write()) << row << utf8(message());
  }
}

TEST_F(FigureDialog, EveryFormatIsWrittenUnderItsExtension) {
  open();
  type(folder.filePath(QStringLiteral("f.pdf")));
  for (int row = 0; row < 5; ++row) {
    choose("figureFormat", row);
    EXPECT_TRUE(write()) << row << utf8(message());
  }
  EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
            QStringList({QStringLiteral("f.gpkg"), QStringLiteral("f.pdf"), QStringLiteral("f.png"),
                         QStringLiteral("f.qgz"), QStringLiteral("f.svg"), QStringLiteral("f.tiff")}));
}

TEST_F(FigureDialog, WhatIsSelectedIsOnThePageOnlyWhereItIsAskedFor) {
  session.apply(workspace::commands::select_unit(unit("21")));
  open();
  auto& selection = in<QCheckBox>("withSelection");
  EXPECT_TRUE(selection.isEnabled());
  EXPECT_FALSE(selection.isChecked());
  choose("figureFormat", 2);
  const auto units_in = [&](const char* name) {
    type(folder.filePath(QLatin1String(name)));
    EXPECT_TRUE(write()) << utf8(message());
    const auto stored = workspace::view_from_figure(toPath(folder.filePath(QLatin1String(name))));
    return workspace::view_on(stored.value(), session.dataset())->selected.size();
  };
  EXPECT_EQ(units_in("without.png"), 0u);
  selection.click();
  waitForPreview();
  EXPECT_EQ(units_in("with.png"), 1u);
}

TEST_F(FigureDialog, WhatThereIsNoRoomForSaysWhy) {
  open();
  auto& table = in<QCheckBox>("withTable");
  EXPECT_FALSE(in<QCheckBox>("withOverview").isEnabled()) << "the whole country is shown";
  EXPECT_FALSE(in<QSpinBox>("figureDpi").isEnabled()) << "a PDF has no resolution";
  table.click();
  choose("figureTemplate", 4);
  EXPECT_FALSE(table.isEnabled());
  EXPECT_FALSE(table.isChecked());
  EXPECT_FALSE(table.toolTip().isEmpty());
  choose("figureTemplate", 0);
  EXPECT_TRUE(table.isChecked()) << "what was wanted comes back";
}

TEST_F(FigureDialog, NamesAndOutlinesOfAFigureLeaveTheMapAlone) {
  const auto before = session.view();
  open();
  const QImage with = dialog->preview().view().image();
  in<QCheckBox>("withLabels").click();
  in<QCheckBox>("withOutlines").click();
  waitForPreview();
  EXPECT_NE(dialog->preview().view().image(), with);
  EXPECT_EQ(session.view(), before);
}

TEST_F(FigureDialog, ARefusedPageSaysWhyInPlaceOfThePreview) {
  QFile layout(folder.filePath(QStringLiteral("mine.qpt")));
  ASSERT_TRUE(layout.open(QIODevice::WriteOnly));
  layout.write("not a layout");
  layout.close();
  open();
  in<TemplateBox>("figureTemplate").chooseFile(layout.fileName());
  Q_EMIT in<TemplateBox>("figureTemplate").chosen();
  waitForPreview();
  EXPECT_TRUE(dialog->preview().view().error().contains(QStringLiteral("mine.qpt")))
      << utf8(dialog->preview().view().error());
  choose("figureTemplate", 1);
  waitForPreview();
  EXPECT_TRUE(dialog->preview().view().error().isEmpty());
}

TEST_F(FigureDialog, ChoicesComeBackButNotTheTitle) {
  open();
  choose("figureTemplate", 6);
  choose("figureFormat", 3);
  in<QCheckBox>("withGraticule").click();
  in<QLineEdit>("figureTitle").setText(QStringLiteral("T"));
  dialog->reject();
  ASSERT_TRUE(waitFor([this] { return dialog.isNull(); }));
  open();
  EXPECT_EQ(in<QComboBox>("figureTemplate").currentIndex(), 6);
  EXPECT_EQ(in<QComboBox>("figureFormat").currentIndex(), 3);
  EXPECT_TRUE(in<QCheckBox>("withGraticule").isChecked());
  EXPECT_TRUE(in<QLineEdit>("figureTitle").text().isEmpty());
  QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
  save(dialog->choices(), settings);
  const FigureChoices kept = kept_choices(settings);
  EXPECT_EQ(kept.request.page.template_id, "slide");
  EXPECT_EQ(kept.format, gis::map::FigureFormat::tiff);
  EXPECT_TRUE(kept.request.page.graticule);
}

TEST_F(FigureDialog, OfManyWishesTheLastIsDrawn) {
  open();
  // Some are superseded before the engine is asked, some while it draws.
  for (int row = 6; row >= 0; --row) {
    choose("figureTemplate", row == 6 ? 4 : 6 - row);
    if (row % 3 == 1) QCoreApplication::processEvents();
    if (row % 3 == 2) waitForDrawing();
  }
  waitForPreview();
  const QSize slide = dialog->preview().view().image().size();
  EXPECT_NEAR(static_cast<double>(slide.width()) / slide.height(), 338.6 / 190.5, 0.02);
}

TEST_F(FigureDialog, TheReturnKeyAfterANumberOfAPageShowsThatPage) {
  open();
  choose("figurePages", 1);
  waitForPreview();
  auto& number = in<QSpinBox>("previewNumber");
  number.setFocus();
  number.selectAll();
  QTest::keyClicks(&number, QStringLiteral("2"));
  QTest::keyClick(&number, Qt::Key_Return);
  EXPECT_TRUE(in<QPushButton>("exportButton").isEnabled()) << "nothing is being written";
  waitForPreview();
  EXPECT_EQ(in<QLabel>("previewName").toolTip(), QStringLiteral("Textiles"));
}

TEST_F(FigureDialog, ClosesWhileItsPreviewIsBeingDrawn) {
  window->actions().exportFigure->trigger();
  dialog = window->findChild<ExportFigureDialog*>();
  waitForDrawing();
  dialog->reject();
  ASSERT_TRUE(waitFor([this] { return dialog.isNull(); }));
  session.apply(workspace::commands::set_sector(1));
  waitForMap();
  window->actions().exportFigure->trigger();
  dialog = window->findChildren<ExportFigureDialog*>().constLast();
  waitForDrawing();
  window.reset();  // with the dialog and what it draws
}

TEST_F(FigureDialog, TheKeyTabGoesFromTopToBottom) {
  open();
  choose("figurePages", 1);
  waitForPreview();
  const QWidget* first = &in<QComboBox>("figurePages");
  int last = -1, seen = 0;
  for (QWidget* at = first->nextInFocusChain(); at != first; at = at->nextInFocusChain()) {
    if (!at->isVisibleTo(dialog) || !at->isEnabled() || (at->focusPolicy() & Qt::TabFocus) == 0) continue;
    const QPoint place = at->mapTo(dialog.data(), QPoint(0, at->height() / 2));
    if (place.x() > 420) break;
    EXPECT_GE(place.y(), last - 4) << at->metaObject()->className() << ' ' << utf8(at->objectName());
    last = place.y();
    ++seen;
  }
  EXPECT_GT(seen, 12);
}

TEST_F(FigureDialog, ASeriesOfSectorsIsOnePdfAndACancelledOneIsNothing) {
  openVietNam();
  open();
  choose("figurePages", 1);
  waitForPreview();
  auto& number = in<QSpinBox>("previewNumber");
  EXPECT_EQ(number.maximum(), 22);
  EXPECT_EQ(in<QLabel>("previewName").toolTip(),
            qs(name_of(session.dataset().sectors[0], workspace::Language::en)));
  const QImage first = dialog->preview().view().image();
  number.setValue(5);
  waitForPreview();
  EXPECT_NE(dialog->preview().view().image(), first);
  const QString file = folder.filePath(QStringLiteral("sectors.pdf"));
  type(file);
  ASSERT_TRUE(write()) << utf8(message());
  QProcess info;
  info.start(QStringLiteral("pdfinfo"), {file});
  ASSERT_TRUE(info.waitForFinished(patience_ms));
  EXPECT_TRUE(info.readAll().contains("Pages:           22"));

  in<QCheckBox>("asFolder").click();
  const QString pages = folder.filePath(QStringLiteral("pages"));
  type(pages);
  auto& progress = in<QProgressBar>("exportProgress");
  QTest::mouseClick(&in<QPushButton>("exportButton"), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return progress.text().contains(QStringLiteral("2 of 22")); }))
      << utf8(progress.text());
  dialog->reject();
  ASSERT_TRUE(waitFor([&] { return in<QPushButton>("exportButton").isEnabled(); }));
  EXPECT_TRUE(message().contains(QStringLiteral("Nothing was written"))) << utf8(message());
  EXPECT_FALSE(QFileInfo::exists(pages));
  EXPECT_EQ(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList(QStringLiteral("sectors.pdf")));
}

TEST_F(FigureDialog, AFolderHoldsTheFilesOfASeries) {
  open();
  choose("figurePages", 1);
  in<QCheckBox>("asFolder").click();
  choose("figureFormat", 1);
  const QString pages = folder.filePath(QStringLiteral("pages"));
  type(pages);
  ASSERT_TRUE(write()) << utf8(message());
  EXPECT_EQ(QDir(pages).entryList(QDir::Files, QDir::Name),
            QStringList({QStringLiteral("01-food-products.svg"), QStringLiteral("02-textiles.svg"),
                         QStringLiteral("03-furniture.svg")}));
}

TEST_F(FigureDialog, NoTwoKeysAreTheSameInEitherLanguage) {
  for (const auto language : {workspace::Language::en, workspace::Language::vi}) {
    window->changeLanguage(language);
    open();
    choose("figurePages", 1);
    in<QPushButton>("exportButton").parentWidget()->ensurePolished();
    QMap<QString, QString> keys;
    const auto add = [&](const QString& text) {
      const QString key = QKeySequence::mnemonic(text).toString();
      if (key.isEmpty()) return;
      EXPECT_FALSE(keys.contains(key)) << utf8(text) << " and " << utf8(keys[key]);
      keys[key] = text;
    };
    for (auto* button : dialog->findChildren<QAbstractButton*>()) add(button->text());
    for (auto* label : dialog->findChildren<QLabel*>())
      if (label->buddy()) add(label->text());
    EXPECT_GT(keys.size(), 15);
    for (auto* field : dialog->findChildren<QComboBox*>())
      EXPECT_FALSE(field->accessibleName().isEmpty()) << utf8(field->objectName());
    for (auto* button : dialog->findChildren<QToolButton*>()) {
      EXPECT_TRUE(!button->accessibleName().isEmpty() || !button->text().isEmpty())
          << utf8(button->objectName());
    }
    dialog->reject();
    ASSERT_TRUE(waitFor([this] { return dialog.isNull(); }));
  }
}

}  // namespace vicinia::desktop
