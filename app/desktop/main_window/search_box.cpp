#include "main_window/search_box.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>
#include <algorithm>

#include "models/agglomerations/agglomeration_texts.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace {

QString plainText(const QAction& action) {
  QString text = action.text();
  text.remove(QLatin1Char('&'));
  return text.endsWith(QStringLiteral("…")) ? text.chopped(1) : text;
}

}  // namespace

SearchBox::SearchBox(QMainWindow& window, QAction& action, const Parts& parts)
    : QDialog(&window, Qt::Dialog | Qt::FramelessWindowHint),
      window_(window),
      parts_(parts),
      line_(new QLineEdit),
      list_(new QListWidget) {
  setObjectName(QStringLiteral("searchBox"));
  setModal(true);
  line_->setObjectName(QStringLiteral("searchLine"));
  line_->setClearButtonEnabled(true);
  line_->installEventFilter(this);
  list_->setObjectName(QStringLiteral("searchResults"));
  list_->setFocusPolicy(Qt::NoFocus);  // arrow keys in the line move in it
  list_->setWordWrap(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->addWidget(line_);
  column->addWidget(list_);
  connect(&action, &QAction::triggered, this, &SearchBox::start);
  connect(line_, &QLineEdit::textChanged, this, &SearchBox::showResults);
  connect(list_, &QListWidget::itemClicked, this, &SearchBox::choose);
}

void SearchBox::start() {
  if (!parts_.session.isOpen()) return;
  prepare();
  setWindowTitle(tr("Search"));
  line_->setPlaceholderText(tr("Sector, place, agglomeration, variable or command"));
  line_->setAccessibleName(tr("Search"));
  list_->setAccessibleName(tr("What was found"));
  line_->clear();
  showResults({});
  resize(std::min(560, window_.width() - 40), std::min(420, window_.height() - 80));
  move(window_.mapToGlobal(QPoint((window_.width() - width()) / 2, window_.height() / 8)));
  show();
  line_->setFocus();
}

void SearchBox::prepare() {
  found_ = parts_.agglomerations.found();
  search_ = std::make_unique<ws::Search>(parts_.session.document().data->dataset, parts_.session.language(),
                                         agglomerationNames(), commandNames());
}

std::vector<ws::Search::Named> SearchBox::agglomerationNames() const {
  std::vector<ws::Search::Named> named;
  if (!found_) return named;
  const auto language = parts_.session.language();
  for (std::size_t i = 0; i < found_->reports().size(); ++i) {
    ws::Search::Named one{.name = tr("Agglomeration %1").arg(i + 1).toStdString(),
                          .about = membersText(*found_, i, language).toStdString()};
    for (const auto each : {ws::Language::vi, ws::Language::en})
      for (const QString& province : provinceNames(*found_, i, each))
        one.other_names.push_back(tr("Agglomeration in %1").arg(province).toStdString());
    named.push_back(std::move(one));
  }
  return named;
}

std::vector<ws::Search::Named> SearchBox::commandNames() {
  std::vector<ws::Search::Named> named;
  actions_.clear();
  const auto add = [&](const QMenu& menu, const auto& addMenu) -> void {
    for (QAction* const action : menu.actions()) {
      if (action->menu() != nullptr) {
        addMenu(*action->menu(), addMenu);
      } else if (!action->isSeparator() && action->isEnabled() && action->isVisible() &&
                 action->objectName() != QLatin1String("search")) {
        QString about = plainText(*menu.menuAction());
        if (!action->shortcut().isEmpty())
          about += QStringLiteral(" · ") + action->shortcut().toString(QKeySequence::NativeText);
        named.push_back({plainText(*action).toStdString(), about.toStdString(), {}});
        actions_.push_back(action);
      }
    }
  };
  for (QAction* const action : window_.menuBar()->actions())
    if (action->menu() != nullptr) add(*action->menu(), add);
  return named;
}

void SearchBox::showResults(const QString& text) {
  list_->clear();
  results_ = search_->find(text.trimmed().toStdString());
  const auto note = [this](const QString& words) {
    auto* item = new QListWidgetItem(words, list_);
    item->setFlags(Qt::NoItemFlags);
  };
  if (text.trimmed().isEmpty())
    return note(tr("Type part of a name, with or without diacritics: quan 12, da giay, LQ, export …"));
  if (results_.empty())
    return note(
        tr("Nothing is called so. Try fewer letters, another spelling, or the name of its province."));
  if (!results_.front().is_meant) note(tr("Nothing is called so. Did you mean:"));
  for (std::size_t i = 0; i < results_.size(); ++i) {
    auto* item =
        new QListWidgetItem(qs(results_[i].name) + QStringLiteral("  ·  ") + qs(results_[i].about), list_);
    item->setData(Qt::UserRole, static_cast<qulonglong>(i));
    if (list_->currentItem() == nullptr) list_->setCurrentItem(item);
  }
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event) {
  if (watched == line_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down ||
                       key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
    if (moves) {
      QCoreApplication::sendEvent(list_, event);
      return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      if (list_->currentItem() != nullptr) choose(list_->currentItem());
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

void SearchBox::choose(QListWidgetItem* item) {
  if (!(item->flags() & Qt::ItemIsEnabled)) return;
  const ws::SearchResult result = results_[item->data(Qt::UserRole).toULongLong()];
  accept();
  using enum ws::SearchResult::Kind;
  switch (result.kind) {
    case unit: return showUnit(result.item);
    case sector: parts_.session.apply(ws::commands::set_sector(result.item)); return;
    case variable:
      parts_.session.apply(ws::commands::set_variable(static_cast<core::values::Variable>(result.item)));
      return;
    case agglomeration: return showAgglomeration(result.item);
    case command: return actions_[result.item]->trigger();
  }
}

void SearchBox::showUnit(core::admin::UnitIndex unit) {
  Session& session = parts_.session;
  const core::admin::Frame& frame = session.dataset().frame;
  const auto shown = session.view().province;
  if (shown && *shown != unit && frame.parent(unit) != shown)
    session.apply(ws::commands::set_province(std::nullopt));
  session.apply(ws::commands::select_unit(unit));
  parts_.map.zoomToSelected();
  // Of a province the sheet over all sectors tells more than values of its own, which it seldom has.
  parts_.panels.show(frame[unit].level < core::finest_level(session.dataset()) ? "province" : "unit");
}

void SearchBox::showAgglomeration(std::size_t agglomeration) {
  if (found_ != parts_.agglomerations.found()) return;  // found anew meanwhile
  if (parts_.session.view().province) parts_.session.apply(ws::commands::set_province(std::nullopt));
  parts_.agglomerations.select(agglomeration);
  if (const auto extent = found_->extent(agglomeration)) parts_.map.zoomTo(*extent);
  parts_.panels.show("agglomerations");
}

}  // namespace vicinia::desktop
