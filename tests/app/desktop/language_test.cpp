// Both languages, complete.
#include <QProcess>
#include <QRegularExpression>

#include "vicinia/workspace/words/texts.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace {

QStringList sourceFiles() {
  QStringList files;
  QDirIterator walk(QStringLiteral(VICINIA_DESKTOP_DIR), {QStringLiteral("*.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
  while (walk.hasNext()) files << walk.next();
  return files;
}

QString read(const QString& name) {
  QFile file(name);
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << utf8(name);
  return QString::fromUtf8(file.readAll());
}

}  // namespace

// A copy of the translation is brought up to date from the sources: whatever is new or gone shows up in it.
TEST(Translation, HasEveryTextOfTheWindow) {
  const QTemporaryDir folder;
  const QString copy = folder.filePath(QStringLiteral("vicinia_vi.ts"));
  ASSERT_TRUE(QFile::copy(QStringLiteral(VICINIA_RESOURCES_DIR "/translations/vicinia_vi.ts"), copy));
  QProcess lupdate;
  const QStringList options{QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
                            QStringLiteral(VICINIA_DESKTOP_DIR)};
  lupdate.start(QStringLiteral(VICINIA_LUPDATE),
                options + sourceFiles() + QStringList{QStringLiteral("-ts"), copy});
  ASSERT_TRUE(lupdate.waitForFinished(patience_ms));
  ASSERT_EQ(lupdate.exitCode(), 0);
  const QString text = read(copy);
  EXPECT_GT(text.count(QStringLiteral("<message")), 100);
  EXPECT_EQ(text.count(QStringLiteral("type=\"unfinished\"")), 0);
  EXPECT_EQ(text.count(QStringLiteral("type=\"vanished\"")), 0);
  EXPECT_EQ(text.count(QStringLiteral("<translation></translation>")), 0);
}

class WindowLanguage : public WindowTest {};

TEST_F(WindowLanguage, SwitchingTakesEffectAtOnceAndBack) {
  EXPECT_EQ(window->windowTitle(), QStringLiteral("[*]Food products – LQ, 2007 – Vicinia"));
  window->actions().vietnamese->trigger();
  QCoreApplication::processEvents();
  EXPECT_EQ(session.language(), workspace::Language::vi);
  EXPECT_EQ(window->actions().exportFigure->text(), QStringLiteral("&Xuất hình…"));
  EXPECT_EQ(find<QLineEdit>("sectorSearch")->placeholderText(), QStringLiteral("Tìm ngành"));
  EXPECT_EQ(find<QComboBox>("variableBox")->itemText(2),
            qs(workspace::measure_name(core::indicators::Measure::employees, workspace::Language::vi)));
  EXPECT_FALSE(window->windowTitle().contains(QStringLiteral("Food"))) << utf8(window->windowTitle());
  waitForMap();
  window->actions().english->trigger();
  QCoreApplication::processEvents();
  EXPECT_EQ(window->actions().exportFigure->text(), QStringLiteral("&Export figure…"));
  waitForMap();
}

}  // namespace vicinia::desktop
