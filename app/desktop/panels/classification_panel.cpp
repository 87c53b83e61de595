#include "panels/classification_panel.h"

#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "drawing/tones.h"
#include "models/table_model.h"
#include "terms/term_mark.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/figures/grey_print.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::stats::ClassMethod;

namespace {

constexpr std::array methods{ClassMethod::quantile, ClassMethod::equal_interval, ClassMethod::natural_breaks,
                             ClassMethod::manual};
constexpr int fewest_classes = 2, most_classes = 9;  ///< more colours are not told apart

const char* methodTerm(ClassMethod method) {
  switch (method) {
    case ClassMethod::quantile: return "quantile";
    case ClassMethod::equal_interval: return "equal-interval";
    case ClassMethod::natural_breaks: return "natural-breaks";
    case ClassMethod::manual: break;
  }
  return "manual";
}

}  // namespace

ClassificationPanel::ClassificationPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      methodLabel_(new PlainLabel),
      classesLabel_(new PlainLabel),
      breaksLabel_(new PlainLabel),
      fault_(new ToneLabel(Tone::fault)),
      paletteLabel_(new PlainLabel),
      grey_(new ToneLabel(Tone::warning)),
      method_(new QComboBox),
      classes_(new QSpinBox),
      breaks_(new QLineEdit),
      palette_(new PaletteBox(session)),
      own_(new QCheckBox) {
  own_->setObjectName(QStringLiteral("ownClasses"));
  method_->setObjectName(QStringLiteral("methodBox"));
  classes_->setObjectName(QStringLiteral("classesBox"));
  breaks_->setObjectName(QStringLiteral("breaksField"));
  fault_->setObjectName(QStringLiteral("breaksFault"));
  for (std::size_t row = 0; row < methods.size(); ++row) {
    method_->addItem(QString());
    method_->setItemData(static_cast<int>(row), QLatin1String(methodTerm(methods[row])),
                         TableModel::termRole);
  }
  classes_->setRange(fewest_classes, most_classes);
  methodLabel_->setBuddy(method_);
  markTerm(methodLabel_, QStringLiteral("classes"));
  classesLabel_->setBuddy(classes_);
  breaksLabel_->setBuddy(breaks_);
  fault_->setWordWrap(true);
  fault_->hide();
  paletteLabel_->setBuddy(palette_);
  grey_->setObjectName(QStringLiteral("greyWarning"));
  grey_->setSizePolicy(
      QSizePolicy::Ignored,
      QSizePolicy::Fixed);  // one line, always there: a panel that grows pushes the others about
  grey_->setText(QStringLiteral(" "));

  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(8, 4, 8, 8);
  grid->setVerticalSpacing(4);
  grid->addWidget(methodLabel_, 0, 0);
  grid->addWidget(classesLabel_, 0, 1);
  grid->addWidget(method_, 1, 0);
  grid->addWidget(classes_, 1, 1);
  grid->addWidget(breaksLabel_, 2, 0, 1, 2);
  grid->addWidget(breaks_, 3, 0, 1, 2);
  grid->addWidget(fault_, 4, 0, 1, 2);
  grid->addWidget(paletteLabel_, 5, 0, 1, 2);
  grid->addWidget(palette_, 6, 0, 1, 2);
  grid->addWidget(grey_, 7, 0, 1, 2);
  grid->addWidget(own_, 8, 0, 1, 2);
  grid->setColumnStretch(0, 1);

  connect(method_, &QComboBox::activated, this,
          [this](int row) { chooseMethod(methods[static_cast<std::size_t>(row)]); });
  connect(classes_, &QSpinBox::valueChanged, this, [this](int classes) {
    if (!session_.isOpen()) return;
    auto wanted = session_.view().classification();
    wanted.classes = static_cast<std::size_t>(classes);
    session_.apply(ws::commands::set_classification(std::move(wanted)));
  });
  connect(own_, &QCheckBox::clicked, this,
          [this](bool own) { session_.apply(ws::commands::set_own_classes(own)); });
  connect(breaks_, &QLineEdit::textEdited, this,
          [this](const QString& text) { showFault(parseBreaks(text, session_.language())); });
  connect(breaks_, &QLineEdit::editingFinished, this, &ClassificationPanel::applyBreaks);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.colours()) showCurrent();
  });
  retranslateUi();
}

void ClassificationPanel::retranslateUi() {
  methodLabel_->setText(tr("Clas&ses by"));
  method_->setAccessibleName(tr("Method of classification"));
  classesLabel_->setText(tr("&Number"));
  classes_->setAccessibleName(tr("Number of classes"));
  breaksLabel_->setText(tr("&Breaks between classes"));
  breaks_->setAccessibleName(tr("Breaks between classes"));
  breaks_->setToolTip(tr("Ascending numbers, separated by semicolons"));
  own_->setText(tr("Classes of this province alon&e"));
  own_->setToolTip(tr(
      "Else the classes are those of the whole country, and the provinces around are coloured too, faded"));
  paletteLabel_->setText(tr("C&olours"));
  palette_->setAccessibleName(tr("Colours of the classes"));
  classes_->setLocale(localeOf(session_.language()));
  for (std::size_t row = 0; row < methods.size(); ++row)
    method_->setItemText(static_cast<int>(row), qs(ws::method_name(methods[row], session_.language())));
  showCurrent();
}

void ClassificationPanel::showCurrent() {
  const auto shown = session_.isOpen() ? session_.view().classification() : ws::Classification{};
  const bool manual = shown.method == ClassMethod::manual;
  const QSignalBlocker quiet(classes_);
  method_->setCurrentIndex(
      static_cast<int>(std::find(methods.begin(), methods.end(), shown.method) - methods.begin()));
  classes_->setValue(static_cast<int>(manual ? shown.manual_breaks.size() + 1 : shown.classes));
  const bool isCategory = session_.isOpen() && core::values::info_of(session_.view().variable).is_category();
  for (QWidget* const ofNumbers :
       std::initializer_list<QWidget*>{method_, methodLabel_, breaks_, breaksLabel_, palette_, paletteLabel_})
    ofNumbers->setEnabled(!isCategory);
  classes_->setEnabled(!manual && !isCategory);
  classesLabel_->setEnabled(!manual && !isCategory);
  breaks_->setReadOnly(!manual);
  breaks_->setText(breaksText(manual ? shown.manual_breaks : shownBreaks(), session_.language()));
  fault_->hide();
  own_->setVisible(session_.isOpen() && session_.view().province.has_value());
  own_->setChecked(session_.isOpen() && session_.view().own_classes);
  own_->setEnabled(!isCategory);
  warnOfGrey();
}

void ClassificationPanel::warnOfGrey() {
  QString alike, sentence;
  if (const auto pairs =
          session_.isOpen() ? ws::alike_in_grey(session_.choropleth().legend) : std::vector<ws::GreyPair>();
      !pairs.empty()) {
    const auto label = [&](std::size_t row) {
      return qs(ws::legend_label(session_.choropleth().legend[row], session_.choropleth(), session_.view(),
                                 session_.language()));
    };
    alike = tr("Alike in grey print: %1, %2").arg(label(pairs.front().first), label(pairs.front().second));
    sentence = qs(ws::grey_print_warning(session_.document(), session_.choropleth(), session_.language()));
  }
  grey_->setText(alike.isEmpty() ? QStringLiteral(" ")
                                 : grey_->fontMetrics().elidedText(alike, Qt::ElideRight, grey_->width()));
  grey_->setToolTip(sentence);
  grey_->setAccessibleName(sentence);
  palette_->setAccessibleDescription(sentence);
}

void ClassificationPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  warnOfGrey();
}

/// The inner bounds of the classes that the map shows.
std::vector<double> ClassificationPanel::shownBreaks() const {
  if (!session_.isOpen()) return {};
  const core::stats::Classes& classes = session_.choropleth().classes;
  const double scale =
      std::pow(10, std::max(classes.decimals, core::values::info_of(session_.view().variable).decimals));
  std::vector<double> breaks;  // as the legend writes them
  for (std::size_t i = 1; i + 1 < classes.bounds.size(); ++i)
    if (const double written = std::round(classes.bounds[i] * scale) / scale;
        breaks.empty() || written > breaks.back())
      breaks.push_back(written);
  return breaks;
}

// By hand begins with the classes that are shown, to be changed from there.
void ClassificationPanel::chooseMethod(ClassMethod method) {
  if (!session_.isOpen()) return;
  auto wanted = session_.view().classification();
  if (wanted.method == method) return;
  if (method == ClassMethod::manual) {
    wanted.manual_breaks = shownBreaks();
    if (wanted.manual_breaks.empty()) wanted.manual_breaks = {1.0};
  }
  wanted.method = method;
  session_.apply(ws::commands::set_classification(std::move(wanted)));
  showCurrent();
  if (method == ClassMethod::manual) breaks_->setFocus();
}

void ClassificationPanel::applyBreaks() {
  if (!session_.isOpen() || breaks_->isReadOnly()) return;
  const Breaks breaks = parseBreaks(breaks_->text(), session_.language());
  showFault(breaks);
  auto wanted = session_.view().classification();
  if (breaks.fault != BreakFault::none || breaks.values == wanted.manual_breaks) return;
  wanted.manual_breaks = breaks.values;
  session_.apply(ws::commands::set_classification(std::move(wanted)));
}

void ClassificationPanel::showFault(const Breaks& breaks) {
  switch (breaks.fault) {
    case BreakFault::none: break;
    case BreakFault::notANumber: fault_->setText(tr("“%1” is not a number.").arg(breaks.at)); break;
    case BreakFault::notAscending:
      fault_->setText(tr("“%1” must be more than the number before it.").arg(breaks.at));
      break;
    case BreakFault::tooMany:
      fault_->setText(tr("At most %1 breaks are possible.").arg(core::stats::max_classes - 1));
      break;
    case BreakFault::empty: fault_->setText(tr("Type at least one number.")); break;
  }
  fault_->setVisible(breaks.fault != BreakFault::none);
}

void ClassificationPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
