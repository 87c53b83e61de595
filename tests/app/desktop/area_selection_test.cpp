// Several units selected at once by drawing an area on the map.
#include "window_fixture.h"

namespace vicinia::desktop {

class AreaSelection : public WindowTest {
 protected:
  void draw(const QPolygonF& outline, Qt::KeyboardModifiers keys = {}) {
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
  /// Of all units of the map, by the middle of each.
  std::set<std::size_t> within(const QPolygonF& outline) {
    std::set<std::size_t> units;
    UnitShapes shapes(session.document().data->dataset, session.choropleth().units);
    for (const auto unit : session.choropleth().units)
      if (const auto middle = shapes.inside(unit);
          middle && outline.containsPoint(window->canvas().transform().toCanvas(*middle), Qt::OddEvenFill))
        units.insert(unit);
    return units;
  }
  std::set<std::size_t> selected() {
    const auto units = session.view().selected.units();
    return {units.begin(), units.end()};
  }
};

TEST_F(AreaSelection, ARectangleSelectsTheUnitsWhoseMiddleItHoldsAndMovesNothing) {
  const auto extent = window->canvas().extent();
  const QRectF half(5, 5, window->canvas().width() / 2.0, window->canvas().height() - 10.0);
  window->actions().selectRectangle->trigger();
  EXPECT_TRUE(window->actions().selectRectangle->isChecked());
  draw({half.topLeft(), half.center(), half.bottomRight()});
  EXPECT_FALSE(window->actions().selectRectangle->isChecked()) << "one area, and the map moves again";
  EXPECT_FALSE(selected().empty());
  EXPECT_EQ(selected(), within(QPolygonF(half)));
  EXPECT_EQ(window->canvas().extent(), extent);
}

TEST_F(AreaSelection, ShiftDrawsARectangleThatAddsAndCtrlALasso) {
  const auto first = unit("21");
  session.apply(workspace::commands::select_unit(first));
  const double w = window->canvas().width(), h = window->canvas().height();
  const QRectF right(w / 2, 5, w / 2 - 5, h - 10);
  draw({right.topLeft(), right.bottomRight()}, Qt::ShiftModifier);
  auto expected = within(QPolygonF(right));
  expected.insert(first);
  EXPECT_EQ(selected(), expected);
  session.apply(workspace::commands::select_unit(std::nullopt));
  const QPolygonF lasso({{5, 5}, {w - 5, 5}, {w / 2, h - 5}});
  draw(lasso, Qt::ControlModifier);
  EXPECT_EQ(selected(), within(lasso));
}

TEST_F(AreaSelection, EscapeEndsIt) {
  window->actions().selectLasso->trigger();
  EXPECT_TRUE(window->canvas().drawing());
  QTest::keyClick(&window->canvas(), Qt::Key_Escape);
  EXPECT_FALSE(window->canvas().drawing());
  EXPECT_FALSE(window->actions().selectLasso->isChecked());
}

TEST_F(AreaSelection, IsKeptUnderANameAndSelectedAgain) {
  window->panels().show("selection");
  const double w = window->canvas().width(), h = window->canvas().height();
  draw({{5, 5}, {w - 5, 5}, {w / 2, h - 5}}, Qt::ControlModifier);
  const auto drawn = selected();
  ASSERT_FALSE(drawn.empty());
  find<QToolButton>("keepSelection")->click();
  auto* const dialog = window->findChild<QInputDialog*>(QStringLiteral("selectionName"));
  ASSERT_TRUE(dialog);
  dialog->setTextValue(QStringLiteral("Vùng thử nghiệm"));
  dialog->accept();
  auto* const kept = find<QComboBox>("keptSelections");
  EXPECT_EQ(kept->currentText(), QStringLiteral("Vùng thử nghiệm"));
  find<QToolButton>("clearSelection")->click();
  EXPECT_TRUE(selected().empty());
  EXPECT_EQ(kept->currentIndex(), -1);
  kept->setFocus();
  QTest::keyClick(kept, Qt::Key_Down);
  EXPECT_EQ(selected(), drawn);
  find<QToolButton>("forgetSelection")->click();
  EXPECT_EQ(kept->count(), 0);
  EXPECT_EQ(selected(), drawn);
  session.undo();
  EXPECT_EQ(kept->count(), 1);
}

}  // namespace vicinia::desktop
