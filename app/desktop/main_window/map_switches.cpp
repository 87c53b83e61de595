#include "main_window/map_switches.h"

#include <optional>

#include "vicinia/workspace/maps/symbol_map.h"

namespace vicinia::desktop {

namespace ws = workspace;

MapSwitches::MapSwitches(Session& session, Actions& actions, MapBoard& board, QObject* parent)
    : QObject(parent), session_(session), actions_(actions) {
  const auto change = [this](QAction* action, ws::Command (*command)(bool)) {
    connect(action, &QAction::triggered, this, [this, command](bool on) { session_.apply(command(on)); });
  };
  change(actions_.outlines, ws::commands::set_outlines);
  // Back to what the map does by itself, where that is what is wanted.
  connect(actions_.symbols, &QAction::triggered, this, [this](bool on) {
    const bool by_itself = ws::areas_are_too_small(session_.document(), session_.choropleth());
    session_.apply(ws::commands::set_symbols(on == by_itself ? std::nullopt : std::optional(on)));
  });
  change(actions_.cartogram, ws::commands::set_cartogram);
  change(actions_.labels, ws::commands::set_labels);
  connect(&session_, &Session::changed, this, &MapSwitches::showCurrent);

  connect(actions_.compare, &QAction::triggered, &board, &MapBoard::addMap);
  connect(actions_.endComparison, &QAction::triggered, this,
          [this] { session_.apply(ws::commands::end_comparison()); });

  const auto draws = [this, &board](QAction* action, QAction* other, DrawnArea::Shape shape) {
    connect(action, &QAction::triggered, this, [&board, other, shape](bool on) {
      board.setDrawing(on ? std::optional(shape) : std::nullopt);
      other->setChecked(false);
      if (on) board.setFocus();
    });
    connect(&board, &MapBoard::drawingEnded, action, [action] { action->setChecked(false); });
  };
  draws(actions_.selectRectangle, actions_.selectLasso, DrawnArea::Shape::rectangle);
  draws(actions_.selectLasso, actions_.selectRectangle, DrawnArea::Shape::lasso);
}

void MapSwitches::showCurrent() {
  if (!session_.isOpen()) return;
  actions_.labels->setChecked(session_.view().labels);
  actions_.symbols->setChecked(ws::wants_symbols(session_.document(), session_.choropleth()));
  actions_.outlines->setChecked(session_.view().outlines);
  actions_.cartogram->setChecked(session_.view().cartogram);
  // With six maps the command stays: a message says why there is no seventh.
  actions_.endComparison->setEnabled(ws::map_count(session_.view()) > 1);
}

}  // namespace vicinia::desktop
