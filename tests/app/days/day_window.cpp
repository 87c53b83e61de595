#include "day_window.h"

#include "vicinia/workspace/document/resource_paths.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

/// As a desktop with a dark theme gives it.
QPalette darkPalette() {
  QPalette palette(QColor(45, 48, 53), QColor(35, 38, 41));
  palette.setColor(QPalette::Highlight, QColor(61, 125, 190));
  palette.setColor(QPalette::Link, QColor(120, 175, 235));
  palette.setColor(QPalette::PlaceholderText, QColor(150, 155, 160));
  return palette;
}

/// With the 256 colours that most of it has: enough for a page of help, and a quarter of the bytes.
QImage with_few_colours(const QImage& image) {
  const QImage whole = image.convertToFormat(QImage::Format_RGB32);
  QHash<QRgb, qsizetype> counts;
  for (int y = 0; y < whole.height(); ++y) {
    const auto* const line = reinterpret_cast<const QRgb*>(whole.constScanLine(y));
    for (int x = 0; x < whole.width(); ++x) ++counts[line[x]];
  }
  QList<QRgb> colours = counts.keys();
  std::sort(colours.begin(), colours.end(), [&](QRgb a, QRgb b) { return counts[a] > counts[b]; });
  constexpr qsizetype most = 256;
  if (colours.size() > most) colours.resize(most);
  return whole.convertToFormat(QImage::Format_Indexed8, colours, Qt::ThresholdDither | Qt::AvoidDither);
}

}  // namespace

DaySettings& daySettings() {
  static DaySettings settings;
  return settings;
}

void Day::SetUp() {
  QSettings().clear();
  if (daySettings().isDark) QApplication::setPalette(darkPalette());
  languages = std::make_unique<LanguageSwitch>(daySettings().language);
  openWindow();
}

void Day::TearDown() {
  kept.reset();
  window.reset();
  session.reset();
  languages.reset();
}

void Day::openWindow() {
  auto engine = gis::client::EngineClient::start(
      {.program = std::filesystem::path(VICINIA_BIN_DIR) / "vicinia-map-engine"});
  ASSERT_TRUE(engine) << engine.error().detail;
  session = std::make_unique<Session>(daySettings().language);
  window = std::make_unique<MainWindow>(WindowParts{*session, *languages, timings, std::move(*engine)}, true);
  kept = std::make_unique<KeptView>(*session, window->documentFile(), windowsFolder());
  const auto data = ws::built_in_dataset();
  ASSERT_TRUE(data);
  if (kept->left())
    window->opener().openLeft(*kept->left(), *data);
  else
    window->opener().openDataset(*data);
  window->setGeometry(QApplication::primaryScreen()->geometry());
  window->show();
  window->activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
  ASSERT_TRUE(waitFor([&] { return session->isOpen(); }));
  waitUntilSettled();
}

bool Day::waitFor(const std::function<bool()>& what, int patience) { return QTest::qWaitFor(what, patience); }

void Day::waitUntilSettled() {
  ASSERT_TRUE(waitFor([this] {
    return window->board().isComplete() && window->agglomerations().isSettled() &&
           (!window->agglomerations().found() || window->agglomerations().robustness());
  }));
}

void Day::picture(const char* name) {
  QTest::qWait(150);  // tool tips and hover of what was clicked are gone
  const QDir pictures(QStringLiteral(VICINIA_PICTURES_DIR));
  const QString below = qs(ws::code_of(daySettings().language)) +
                        (daySettings().isDark ? QStringLiteral("-dark") : QStringLiteral("-light"));
  ASSERT_TRUE(pictures.mkpath(below));
  const QImage seen = QApplication::primaryScreen()->grabWindow(0).toImage();
  ASSERT_FALSE(seen.isNull());
  EXPECT_TRUE(with_few_colours(seen).save(
      pictures.filePath(below + QStringLiteral("/%1.png").arg(QLatin1String(name)))));
}

void Day::press(Qt::Key key, Qt::KeyboardModifiers keys) { QTest::keyClick(window.get(), key, keys); }

void Day::type(QWidget* widget, const QString& text) {
  constexpr char16_t last_key = 126;
  for (const QChar letter : text) {
    if (letter.unicode() <= last_key) {
      QTest::keyClick(widget, letter.toLatin1());
      continue;
    }
    QInputMethodEvent composed;
    composed.setCommitString(letter);
    QCoreApplication::sendEvent(widget, &composed);
  }
}

void Day::search(const QString& text) {
  press(Qt::Key_K, Qt::ControlModifier);
  auto* const line = find<QLineEdit>("searchLine");
  ASSERT_TRUE(waitFor([&] { return line->isVisible(); }));
  type(line, text);
  QTest::keyClick(line, Qt::Key_Return);
  EXPECT_FALSE(line->isVisible()) << "something is called so";
}

void Day::draw(const QPolygonF& outline, Qt::KeyboardModifiers keys) {
  MapCanvas& canvas = window->canvas();
  const auto send = [&](QEvent::Type type, const QPointF& at, Qt::MouseButtons buttons) {
    QMouseEvent event(type, at, canvas.mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, keys);
    QCoreApplication::sendEvent(&canvas, &event);
  };
  send(QEvent::MouseButtonPress, outline.front(), Qt::LeftButton);
  for (const QPointF& point : outline) send(QEvent::MouseMove, point, Qt::LeftButton);
  send(QEvent::MouseButtonRelease, outline.back(), Qt::NoButton);
}

core::admin::UnitIndex Day::unit(const char* nameVi, const char* provinceVi) const {
  const auto& frame = session->dataset().frame;
  for (core::admin::UnitIndex unit = 0; unit < frame.size(); ++unit)
    if (const auto parent = frame.parent(unit);
        frame[unit].name_vi == nameVi && parent && frame[*parent].name_vi == provinceVi)
      return unit;
  ADD_FAILURE() << nameVi;
  return 0;
}

QPointF Day::middle(core::admin::UnitIndex unit) const {
  UnitShapes shapes(session->document().data->dataset, session->choropleth().units);
  const auto inside = shapes.inside(unit);
  EXPECT_TRUE(inside);
  return inside ? window->canvas().transform().toCanvas(*inside) : QPointF();
}

}  // namespace vicinia::desktop
