#include "panels/variable_box.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QWheelEvent>

#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::values::Variable;

namespace {

constexpr int variableRole = Qt::UserRole, searchRole = Qt::UserRole + 1;

/// Finds by folded text, shows the text itself.
class FoldingCompleter : public QCompleter {
 public:
  using QCompleter::QCompleter;
  [[nodiscard]] QStringList splitPath(const QString& path) const override { return {searchable(utf8(path))}; }
  [[nodiscard]] QString pathFromIndex(const QModelIndex& index) const override {
    return index.data(Qt::DisplayRole).toString();
  }
};

}  // namespace

VariableBox::VariableBox(Session& session, QWidget* parent)
    : QComboBox(parent), session_(session), entries_(new QStandardItemModel(this)) {
  setObjectName(QStringLiteral("variableBox"));
  setModel(entries_);
  setEditable(true);
  setInsertPolicy(QComboBox::NoInsert);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(16);
  setMaxVisibleItems(24);
  auto* const completer = new FoldingCompleter(entries_, this);
  completer->setCompletionRole(searchRole);
  completer->setFilterMode(Qt::MatchContains);
  completer->setCompletionMode(QCompleter::PopupCompletion);
  completer->setMaxVisibleItems(16);
  setCompleter(completer);
  connect(completer, QOverload<const QModelIndex&>::of(&QCompleter::activated), this,
          [this](const QModelIndex& index) {
            const QVariant chosen = index.data(variableRole);
            if (chosen.isValid()) choose(rowOf(static_cast<Variable>(chosen.toInt())));
          });
  connect(this, &QComboBox::activated, this, &VariableBox::choose);
  connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
    if (!hasFocus() || lineEdit()->text() != currentText()) showCurrent();
  });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) return fill();
    if (touched.period || touched.own_rule || touched.treatment) showAvailability();
    if (touched.variable) showCurrent();
  });
  fill();
}

int VariableBox::rowOf(Variable variable) const { return findData(static_cast<int>(variable), variableRole); }

void VariableBox::choose(int row) {
  const QVariant chosen = itemData(row, variableRole);
  if (chosen.isValid() && session_.isOpen() &&
      static_cast<Variable>(chosen.toInt()) != session_.view().variable)
    session_.apply(ws::commands::set_variable(static_cast<Variable>(chosen.toInt())));
  showCurrent();
}

void VariableBox::fill() {
  const QSignalBlocker quiet(this);
  setAccessibleName(tr("Variable"));
  lineEdit()->setPlaceholderText(tr("Find a variable"));
  const auto language = session_.language();
  const core::Provenance provenance = session_.isOpen() ? session_.dataset().provenance : core::Provenance{};
  entries_->clear();
  QFont bold = font();
  bold.setBold(true);
  std::optional<core::values::VariableGroup> group;
  for (const auto& info : core::values::all_variables()) {
    if (group != info.group) {
      group = info.group;
      auto* const head = new QStandardItem(qs(ws::variable_group_name(info.group, language)));
      head->setFont(bold);
      head->setForeground(palette().color(QPalette::Active, QPalette::Text));
      head->setFlags(Qt::NoItemFlags);
      entries_->appendRow(head);
    }
    const std::string name = ws::variable_name(provenance, info.variable, language);
    auto* const entry = new QStandardItem(qs(name));
    entry->setData(static_cast<int>(info.variable), variableRole);
    entry->setData(
        searchable(name + " " + ws::variable_short_name(provenance, info.variable, language) + " " +
                   ws::variable_group_name(info.group, language) + " " + std::string(info.id)),
        searchRole);
    entries_->appendRow(entry);
  }
  showAvailability();
  showCurrent();
}

void VariableBox::showAvailability() {
  if (!session_.isOpen()) return;
  for (int row = 0; row < entries_->rowCount(); ++row) {
    QStandardItem& entry = *entries_->item(row);
    if (!entry.data(variableRole).isValid()) continue;
    const auto variable = static_cast<Variable>(entry.data(variableRole).toInt());
    const auto why = ws::availability_of(session_.document(), variable);
    const bool isThere = why == ws::Availability::available;
    entry.setFlags(isThere ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    const QString definition =
        qs(ws::variable_definition(session_.dataset().provenance, variable, session_.language()));
    const QString reason = qs(ws::availability_text(why, session_.language()));
    entry.setToolTip(isThere ? definition : reason + QStringLiteral("\n") + definition);
    entry.setData(isThere ? QVariant() : QVariant(reason), Qt::AccessibleDescriptionRole);
  }
}

void VariableBox::showCurrent() {
  const QSignalBlocker quiet(this);
  const Variable shown = session_.isOpen() ? session_.view().variable : ws::View{}.variable;
  const int row = rowOf(shown);
  setCurrentIndex(row);
  lineEdit()->setText(itemText(row));
  lineEdit()->setCursorPosition(0);
}

// The wheel moves the panel, not what the map shows.
void VariableBox::wheelEvent(QWheelEvent* event) { event->ignore(); }

void VariableBox::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QComboBox::changeEvent(event);
}

}  // namespace vicinia::desktop
