// The welcome: when it comes by itself and when not, and that each of its three ways leads where it says.
#include "dialogs/help_window.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

class WelcomeShown : public testing::Test {
 protected:
  void SetUp() override {
    QSettings().clear();
    openWindow();
  }
  void TearDown() override {
    window.reset();
    QSettings().clear();
  }
  void openWindow() {
    window.reset();
    session = std::make_unique<Session>(ws::Language::en);
    auto engine = gis::client::EngineClient::start(
        {.program = std::filesystem::path(VICINIA_BIN_DIR) / "vicinia-map-engine"});
    ASSERT_TRUE(engine) << engine.error().detail;
    window =
        std::make_unique<MainWindow>(WindowParts{*session, languages, timings, std::move(*engine)}, true);
    window->show();
  }
  void openData() {
    window->opener().openDataset(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini");
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->map().isComplete(); }, patience_ms));
    QCoreApplication::processEvents();
  }
  [[nodiscard]] WelcomeDialog* dialog() const { return window->findChild<WelcomeDialog*>(); }
  template <class Widget>
  Widget* part(const char* name) {
    auto* const widget = dialog()->findChild<Widget*>(QLatin1String(name));
    EXPECT_TRUE(widget) << name;
    return widget;
  }

  QTemporaryDir folder;  ///< outlives the window, which locks its file there
  std::unique_ptr<Session> session;
  LanguageSwitch languages{ws::Language::en};
  Timings timings{QString()};
  std::unique_ptr<MainWindow> window;
};

TEST_F(WelcomeShown, ComesByItselfAtTheFirstStartOnceTheMapIsThere) {
  window->welcome().showAtStart();
  QCoreApplication::processEvents();
  EXPECT_EQ(dialog(), nullptr) << "nothing is made for it before the map";
  openData();
  ASSERT_TRUE(dialog());
  EXPECT_TRUE(dialog()->isVisible());
  EXPECT_FALSE(dialog()->isModal());
  EXPECT_TRUE(part<QCheckBox>("welcomeNotAtStart")->isChecked());
}

TEST_F(WelcomeShown, DoesNotComeAgainUnlessItIsWanted) {
  window->welcome().showAtStart();
  openData();
  ASSERT_TRUE(dialog());
  window->close();
  openWindow();
  window->welcome().showAtStart();
  openData();
  EXPECT_EQ(dialog(), nullptr);
  window->actions().welcome->trigger();
  ASSERT_TRUE(dialog());
  QTest::mouseClick(part<QCheckBox>("welcomeNotAtStart"), Qt::LeftButton, {}, QPoint(8, 8));
  EXPECT_FALSE(part<QCheckBox>("welcomeNotAtStart")->isChecked());
  window->close();
  openWindow();
  window->welcome().showAtStart();
  openData();
  EXPECT_TRUE(dialog());
}

TEST_F(WelcomeShown, AWindowThatWasThereBeforeIsNotWelcomed) {
  QSettings().setValue(QStringLiteral("window/geometry"), QByteArray("something"));
  window->welcome().showAtStart();
  openData();
  EXPECT_EQ(dialog(), nullptr);
}

TEST_F(WelcomeShown, BuiltInDataAreOpenedWhereOthersAre) {
  openData();
  window->actions().welcome->trigger();
  QTest::mouseClick(part<QCommandLinkButton>("welcomeBuiltIn"), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return session->dataset().sectors.size() == 22; }, patience_ms));
  EXPECT_FALSE(dialog()->isVisible());
  window->actions().welcome->trigger();
  EXPECT_TRUE(dialog()->isVisible());
  QTest::mouseClick(part<QCommandLinkButton>("welcomeBuiltIn"), Qt::LeftButton);
  EXPECT_FALSE(dialog()->isVisible()) << "they are open: there is nothing to wait for";
}

TEST_F(WelcomeShown, TheLastWorkIsNamedWithItsDateAndOpened) {
  openData();
  window->actions().welcome->trigger();
  auto* const last = part<QCommandLinkButton>("welcomeLastWork");
  EXPECT_FALSE(last->isEnabled());
  EXPECT_TRUE(last->description().contains(QStringLiteral("none yet")));
  const QString first = folder.filePath(QStringLiteral("dệt may.vicinia")),
                second = folder.filePath(QStringLiteral("<b>leather.vicinia"));
  for (const QString& file : {first, second}) {
    window->documentFile().save(toPath(file));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window->documentCommands().recent().files().contains(file); },
                                patience_ms));
  }
  EXPECT_TRUE(last->isEnabled());
  EXPECT_TRUE(last->description().contains(QStringLiteral("<b>leather")));
  EXPECT_TRUE(last->description().contains(
      QLocale(QLocale::English).toString(QDate::currentDate(), QStringLiteral("d MMMM yyyy"))));
  auto* const earlier = part<QLabel>("welcomeEarlier");
  EXPECT_TRUE(earlier->isVisible());
  EXPECT_TRUE(earlier->text().contains(QStringLiteral("dệt may")));
  EXPECT_FALSE(earlier->text().contains(QStringLiteral("leather")));
  QSignalSpy opened(&window->opener(), &DocumentOpener::documentOpened);
  QTest::mouseClick(last, Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return opened.count() == 1; }, patience_ms));
  EXPECT_FALSE(dialog()->isVisible());
  EXPECT_EQ(pathText(window->documentFile().path()), second);
}

TEST_F(WelcomeShown, SpeaksTheOtherLanguageAtOnce) {
  openData();
  window->actions().welcome->trigger();
  const QString english = part<QCommandLinkButton>("welcomeBuiltIn")->text();
  QTest::mouseClick(part<QRadioButton>("welcomeVietnamese"), Qt::LeftButton, {}, QPoint(8, 8));
  QCoreApplication::processEvents();
  EXPECT_EQ(session->language(), ws::Language::vi);
  EXPECT_NE(part<QCommandLinkButton>("welcomeBuiltIn")->text(), english);
  EXPECT_TRUE(window->actions().vietnamese->isChecked());
  window->actions().english->trigger();
  QCoreApplication::processEvents();
  EXPECT_TRUE(part<QRadioButton>("welcomeEnglish")->isChecked());
}

TEST_F(WelcomeShown, TheFormatOfDataIsFoundInTheHelp) {
  openData();
  window->actions().welcome->trigger();
  Q_EMIT part<QLabel>("welcomeFormat")->linkActivated(QStringLiteral("0"));
  auto* const help = window->findChild<HelpWindow*>();
  ASSERT_TRUE(help);
  EXPECT_TRUE(help->isVisible());
  EXPECT_GT(help->findChild<QTextBrowser*>()->verticalScrollBar()->value(), 0);
}

TEST_F(WelcomeShown, LeadsIntoTheTourAndGoesWithEsc) {
  openData();
  window->actions().welcome->trigger();
  QTest::keyClick(dialog(), Qt::Key_Escape);
  EXPECT_FALSE(dialog()->isVisible());
  window->actions().welcome->trigger();
  QTest::mouseClick(part<QPushButton>("welcomeTour"), Qt::LeftButton);
  EXPECT_FALSE(dialog()->isVisible());
  EXPECT_TRUE(window->tour().isRunning());
}

TEST_F(WelcomeShown, FitsASmallScreenInBothLanguages) {
  openData();
  for (QAction* const language : {window->actions().english, window->actions().vietnamese}) {
    language->trigger();
    window->actions().welcome->trigger();
    QCoreApplication::processEvents();
    EXPECT_LE(dialog()->width(), 700);
    EXPECT_LE(dialog()->height(), 620);
    for (const QLabel* const label : dialog()->findChildren<QLabel*>())
      if (label->isVisible() && label->wordWrap()) {
        EXPECT_GE(label->height(), label->heightForWidth(label->width())) << utf8(label->text());
      }
    dialog()->close();
  }
}

}  // namespace vicinia::desktop
