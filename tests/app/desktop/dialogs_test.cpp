// Export, About, Help and notes.
#include <QTextBrowser>

#include "dialogs/export_figure/export_figure_dialog.h"
#include "window_fixture.h"

namespace vicinia::desktop {

class Dialogs : public WindowTest {
 protected:
  ExportFigureDialog* openExport() {
    window->actions().exportFigure->trigger();
    auto* dialog = window->findChild<ExportFigureDialog*>();
    EXPECT_TRUE(dialog);
    return dialog;
  }
};

TEST_F(Dialogs, ExportWritesAPdf) {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("figure.pdf"));
  auto* dialog = openExport();
  ASSERT_TRUE(dialog);
  dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(file);
  QSignalSpy written(dialog, &ExportFigureDialog::written);
  QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("exportButton")), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return written.count() == 1; }))
      << utf8(dialog->findChild<QLabel*>(QStringLiteral("exportMessage"))->text());
  QFile pdf(file);
  ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
  EXPECT_TRUE(pdf.readAll().startsWith("%PDF"));
}

TEST_F(Dialogs, AFailedExportSaysWhyAndKeepsWhatWasTyped) {
  const QString file = QStringLiteral("/nowhere/at-all/figure.pdf");
  auto* dialog = openExport();
  ASSERT_TRUE(dialog);
  dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(file);
  auto* message = dialog->findChild<QLabel*>(QStringLiteral("exportMessage"));
  QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("exportButton")), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return message->isVisible(); }));
  EXPECT_FALSE(message->text().isEmpty());
  EXPECT_TRUE(dialog->isVisible());
  EXPECT_EQ(dialog->fileName(), file);
}

TEST_F(Dialogs, AnUnknownExtensionIsRefused) {
  auto* dialog = openExport();
  ASSERT_TRUE(dialog);
  dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))
      ->setText(QDir::tempPath() + QStringLiteral("/x.doc"));
  QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("exportButton")), Qt::LeftButton);
  EXPECT_TRUE(dialog->findChild<QLabel*>(QStringLiteral("exportMessage"))->isVisible());
}

TEST_F(Dialogs, HelpOpensInTheLanguageOfTheWindow) {
  window->actions().help->trigger();
  auto* help = window->findChild<QTextBrowser*>(QStringLiteral("helpText"));
  ASSERT_TRUE(help);
  EXPECT_TRUE(help->toPlainText().contains(QStringLiteral("location quotient")));
  window->actions().vietnamese->trigger();
  QCoreApplication::processEvents();
  EXPECT_TRUE(help->toPlainText().contains(QStringLiteral("Thương số vị trí"), Qt::CaseInsensitive));
}

TEST_F(Dialogs, HelpIsFoundByWordsWithoutDiacriticsAndSaysWhenThereIsNone) {
  window->actions().vietnamese->trigger();
  window->actions().help->trigger();
  auto* const contents = window->findChild<QListWidget*>(QStringLiteral("helpContents"));
  auto* const line = window->findChild<QLineEdit*>(QStringLiteral("helpSearch"));
  auto* const text = window->findChild<QTextBrowser*>(QStringLiteral("helpText"));
  ASSERT_TRUE(contents && line && text);
  const int chapters = contents->count();
  EXPECT_GE(chapters, 18);
  QTest::keyClicks(line, QStringLiteral("bieu do nguong"));
  ASSERT_GE(contents->count(), 1);
  EXPECT_LT(contents->count(), chapters);
  QStringList found;
  for (int row = 0; row < contents->count(); ++row) found << contents->item(row)->text();
  EXPECT_TRUE(found.contains(QStringLiteral("Biểu đồ"))) << utf8(found.join(QLatin1Char('|')));
  const int before = text->verticalScrollBar()->value();
  contents->setCurrentRow(static_cast<int>(found.indexOf(QStringLiteral("Biểu đồ"))));
  EXPECT_TRUE(waitFor([&] { return text->verticalScrollBar()->value() > 0 || before > 0; }));
  line->clear();
  EXPECT_EQ(contents->count(), chapters);
  QTest::keyClicks(line, QStringLiteral("zzzz"));
  ASSERT_EQ(contents->count(), 1);
  EXPECT_FALSE(contents->item(0)->flags().testFlag(Qt::ItemIsSelectable));
}

TEST_F(Dialogs, AboutNamesLicencesAndTheEngine) {
  ASSERT_TRUE(waitFor([this] { return window->engine().info().has_value(); }));
  window->actions().about->trigger();
  auto* text = window->findChild<QTextBrowser*>(QStringLiteral("aboutText"));
  ASSERT_TRUE(text);
  for (const char* word :
       {"GNU General Public License", "QGIS 3", "GDAL", "Boost", "gRPC", "GeoNames", "Natural Earth"})
    EXPECT_TRUE(text->toPlainText().contains(QLatin1String(word))) << word;
}

TEST_F(Dialogs, HelpHasEveryPictureForLightAndDarkWindows) {
  for (const char* language : {"vi", "en"}) {
    const QDir folder(QStringLiteral(VICINIA_RESOURCES_DIR "/help/") + QLatin1String(language));
    QFile page(folder.filePath(QStringLiteral("index.html")));
    ASSERT_TRUE(page.open(QIODevice::ReadOnly));
    static const QRegularExpression source(QStringLiteral("src=\"([^\"]+)\""));
    auto pictures = source.globalMatch(QString::fromUtf8(page.readAll()));
    EXPECT_TRUE(pictures.hasNext());
    while (pictures.hasNext()) {
      QString name = pictures.next().captured(1);
      EXPECT_FALSE(QImage(folder.filePath(name)).isNull()) << utf8(name);
      name.replace(QStringLiteral("-light/"), QStringLiteral("-dark/"));
      EXPECT_FALSE(QImage(folder.filePath(name)).isNull()) << utf8(name);
    }
  }
}

}  // namespace vicinia::desktop
