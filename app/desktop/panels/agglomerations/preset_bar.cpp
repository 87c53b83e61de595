#include "panels/agglomerations/preset_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>
#include <functional>
#include <utility>

#include "session/own_words.h"
#include "text/plain_text.h"
namespace vicinia::desktop {

namespace ws = workspace;

PresetBar::PresetBar(Session& session, RulePresets& presets, QWidget* parent)
    : QWidget(parent),
      session_(session),
      presets_(presets),
      label_(new PlainLabel),
      box_(new QComboBox),
      button_(new QToolButton),
      reset_(new QToolButton),
      keep_(new QAction(this)),
      rename_(new QAction(this)),
      remove_(new QAction(this)) {
  box_->setObjectName(QStringLiteral("presetBox"));
  box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box_->setMinimumContentsLength(8);
  reset_->setObjectName(QStringLiteral("resetRules"));
  reset_->setText(QStringLiteral("↺"));
  reset_->setFocusPolicy(Qt::StrongFocus);
  button_->setObjectName(QStringLiteral("presetMenu"));
  button_->setPopupMode(QToolButton::InstantPopup);
  button_->setFocusPolicy(Qt::StrongFocus);
  auto* menu = new QMenu(button_);
  menu->addActions({keep_, rename_, remove_});
  button_->setMenu(menu);
  keep_->setObjectName(QStringLiteral("keepPreset"));
  rename_->setObjectName(QStringLiteral("renamePreset"));
  remove_->setObjectName(QStringLiteral("removePreset"));
  label_->setBuddy(box_);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(label_);
  row->addSpacing(4);
  row->addWidget(box_, 1);
  row->addWidget(reset_);
  row->addWidget(button_);

  connect(box_, &QComboBox::activated, this, &PresetBar::choose);
  connect(reset_, &QToolButton::clicked, this, [this] { apply(RulePresets::builtIn().front()); });
  connect(keep_, &QAction::triggered, this, &PresetBar::saveAs);
  connect(rename_, &QAction::triggered, this, &PresetBar::rename);
  connect(remove_, &QAction::triggered, this, &PresetBar::remove);
  connect(&presets_, &RulePresets::changed, this, &PresetBar::fill);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) fill();
    if (touched.agglomerations) showCurrent();
  });
  retranslateUi();
}

void PresetBar::retranslateUi() {
  label_->setText(tr("Pr&eset"));
  box_->setAccessibleName(tr("Preset of rules"));
  button_->setText(QStringLiteral("…"));
  button_->setAccessibleName(tr("Keep, rename or remove a preset"));
  button_->setToolTip(button_->accessibleName());
  reset_->setAccessibleName(tr("Reset the rules"));
  reset_->setToolTip(tr("Back to an LQ of 1 or more, any size, any border line. Links by hand stay."));
  keep_->setText(tr("&Keep these rules as…"));
  rename_->setText(tr("&Rename…"));
  remove_->setText(tr("Re&move"));
  base_.clear();  // its name was in the other language
  fill();
}

void PresetBar::fill() {
  listed_ = RulePresets::builtIn();
  const std::size_t builtIn = listed_.size();
  for (RulePreset& preset : listed_) preset.name = inOwnWords(preset.name, session_);
  listed_.insert(listed_.end(), presets_.kept().begin(), presets_.kept().end());
  const QSignalBlocker quiet(box_);
  box_->clear();
  for (const RulePreset& preset : listed_) box_->addItem(preset.name);
  if (listed_.size() > builtIn) box_->insertSeparator(static_cast<int>(builtIn));
  showCurrent();
}

// A separator stands in the box and not in the list, so presets are looked up by name.
void PresetBar::showCurrent() {
  const QSignalBlocker quiet(box_);
  const int modified = box_->findData(QStringLiteral("modified"));
  if (modified >= 0) box_->removeItem(modified);
  const auto& settings = session_.isOpen() ? session_.view().agglomerations : ws::AgglomerationSettings{};
  const auto inForce =
      std::ranges::find_if(listed_, [&](const RulePreset& preset) { return isInForce(preset, settings); });
  if (inForce != listed_.end()) {
    base_ = inForce->name;
    box_->setCurrentIndex(box_->findText(inForce->name));
  } else {
    const bool isKnown = std::ranges::find(listed_, base_, &RulePreset::name) != listed_.end();
    box_->insertItem(0, isKnown ? tr("%1 (modified)").arg(base_) : tr("Modified"),
                     QStringLiteral("modified"));
    box_->setCurrentIndex(0);
  }
  box_->setToolTip(box_->currentText());
  reset_->setEnabled(!isInForce(RulePresets::builtIn().front(), settings));
  const bool isOwn = keptInForce() != nullptr;
  rename_->setEnabled(isOwn);
  remove_->setEnabled(isOwn);
}

void PresetBar::choose(int row) {
  const auto chosen = std::ranges::find(listed_, box_->itemText(row), &RulePreset::name);
  if (chosen != listed_.end()) apply(*chosen);
  showCurrent();
}

void PresetBar::apply(const RulePreset& preset) {
  if (!session_.isOpen()) return;
  auto settings = session_.view().agglomerations;
  settings.rules = preset.rules;
  settings.tolerance_m = preset.tolerance_m;
  session_.apply(ws::commands::set_agglomerations(std::move(settings)));
}

RulePreset PresetBar::current(const QString& name) const {
  const auto& settings = session_.view().agglomerations;
  return {name, settings.rules, settings.tolerance_m};
}

const RulePreset* PresetBar::keptInForce() const {
  const auto& kept = presets_.kept();
  const auto named = std::ranges::find(kept, base_, &RulePreset::name);
  return named == kept.end() ? nullptr : &*named;
}

// In a box that stops nothing.
void PresetBar::askForName(const QString& title, const QString& label, const QString& suggestion,
                           const std::function<void(const QString&)>& use) {
  auto* dialog = new QInputDialog(window());
  dialog->setObjectName(QStringLiteral("presetName"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(label);
  dialog->setTextValue(suggestion);
  connect(dialog, &QInputDialog::textValueSelected, this, [use](const QString& text) {
    if (const QString name = text.trimmed(); !name.isEmpty()) use(name);
  });
  dialog->open();
}

void PresetBar::saveAs() {
  if (!session_.isOpen()) return;
  const RulePreset* own = keptInForce();
  askForName(tr("Keep rules"), tr("Name of the preset:"), own ? own->name : QString(),
             [this](const QString& name) {
               const auto builtIn = RulePresets::builtIn();
               const bool isTaken = std::ranges::find(builtIn, name, &RulePreset::name) != builtIn.end();
               report(presets_.save(current(isTaken ? tr("%1 (own)").arg(name) : name)));
             });
}

void PresetBar::rename() {
  const RulePreset* own = keptInForce();
  if (!own) return;
  askForName(tr("Rename preset"), tr("New name:"), own->name, [this, from = own->name](const QString& name) {
    base_ = name;
    report(presets_.rename(from, name));
  });
}

void PresetBar::remove() {
  if (const RulePreset* own = keptInForce()) report(presets_.remove(own->name));
}

void PresetBar::report(const core::Status& status) {
  if (!status) Q_EMIT failed(status.error());
}

void PresetBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
