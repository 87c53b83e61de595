// Both languages, complete.
#include <QProcess>
#include <QRegularExpression>

#include "shown_texts.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/document/resource_paths.h"
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

// What is said in the same words in both languages is a name, a number or a sign, or it was not translated.
TEST_F(WindowLanguage, NothingIsSaidInTheSameWordsInBothButNamesNumbersAndSigns) {
  const auto builtIn = workspace::built_in_dataset();
  ASSERT_TRUE(builtIn);
  window->opener().openDataset(*builtIn);
  ASSERT_TRUE(waitFor([&] { return session.isOpen() && session.dataset().sectors.size() == 22; }));
  waitForMap();
  ASSERT_TRUE(waitFor([&] { return window->agglomerations().isSettled(); }));
  const auto& found = window->agglomerations().found();
  session.apply(workspace::commands::select_units(workspace::Selection(found->membersBySize(0).front())));
  ASSERT_TRUE(waitFor([&] { return window->agglomerations().robustness() != nullptr; }));
  const auto textsOfAll = [this](QAction* language) {
    language->trigger();
    QSet<QString> texts;
    for (const PanelInfo& info : all_panels()) {
      window->panels().show(info.id);
      QCoreApplication::processEvents();
      texts += test::shown_texts(*window);
    }
    QAction* const dialogs[]{window->actions().about, window->actions().findings, window->actions().help,
                             window->actions().exportFigure};
    for (QAction* const action : dialogs) {
      action->trigger();
      QCoreApplication::processEvents();
      for (QWidget* const top : QApplication::topLevelWidgets())
        if (top->isVisible() && top != window.get() && top->inherits("QMenu") == false) {
          texts += test::shown_texts(*top);
          top->close();
        }
      QCoreApplication::processEvents();
    }
    return texts;
  };
  const QSet<QString> english = textsOfAll(window->actions().english);
  QSet<QString> same = textsOfAll(window->actions().vietnamese);
  EXPECT_GT(same.size(), 500);
  same.intersect(english);
  static const QRegularExpression word(QStringLiteral("\\p{L}{3,}"));
  static const QRegularExpression sign(
      QStringLiteral("^([IVXL]+|\\d+ dpi|ColorBrewer \\w+|Cividis|Magma|Viridis|English|Tiếng Việt)$"));
  QSet<QString> names;
  const auto& frame = session.dataset().frame;
  for (core::admin::UnitIndex one = 0; one < frame.size(); ++one)
    names << qs(workspace::name_of(frame[one], workspace::Language::en));
  const auto* const list = workspace::audited_list(session.document());
  ASSERT_TRUE(list);
  for (const auto& row : list->table().rows) names << qs(row.province) << qs(row.district);  // as printed
  const auto isNameOrSign = [&](const QString& text) { return names.contains(text) || text.contains(sign); };
  QStringList faults;
  for (const QString& text : same)
    if (text.contains(word) && !isNameOrSign(text)) faults << text;
  faults.sort();
  for (const QString& text : faults) ADD_FAILURE() << "in both languages: “" << utf8(text) << "”";
}

}  // namespace vicinia::desktop
