#include "readable_texts.h"

#include <QtWidgets>
#include <cmath>
#include <optional>

namespace vicinia::desktop::test {

namespace {

constexpr int tolerance = 1;  ///< pixels: widths of letters are rounded

struct Text {
  const QWidget* widget;
  QString text;
  QSize needed;
  QSize room;
  std::optional<QColor> colour = {};  ///< of a cell that has its own
};

QString plain(const QString& text) {
  return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/// Without the mark of a key.
QString without_mnemonic(QString text) {
  static const QRegularExpression mark(QStringLiteral("&(?!&)"));
  return text.remove(mark).replace(QStringLiteral("&&"), QStringLiteral("&"));
}

int width_of(const QWidget& widget, const QString& text) {
  return widget.fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

QString shown(const QLabel& label) {
  return label.buddy() != nullptr ? without_mnemonic(label.text()) : plain(label.text());
}

/// A word that stands in no line is cut although lines are broken.
int longest_word(const QLabel& label) {
  int longest = 0;
  for (const QString& word : shown(label).split(QRegularExpression(QStringLiteral("\\s+"))))
    longest = std::max(longest, label.fontMetrics().horizontalAdvance(word));
  return longest;
}

std::optional<Text> text_of(const QLabel& label) {
  if (label.text().isEmpty()) return {};
  const QSize room = label.size();
  if (label.wordWrap())
    return Text{&label, plain(label.text()), {longest_word(label), label.heightForWidth(room.width())}, room};
  return Text{&label, plain(label.text()), label.sizeHint(), room};
}

std::optional<Text> text_of(const QAbstractButton& button) {
  const auto* const tool = qobject_cast<const QToolButton*>(&button);
  if (button.text().isEmpty() ||
      (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull()))
    return {};
  // A button that may be narrower than it would like to be still needs its letters.
  const int letters = width_of(button, button.text());
  return Text{&button,
              without_mnemonic(button.text()),
              {std::min(button.sizeHint().width(), letters + 8), button.minimumSizeHint().height()},
              button.size()};
}

std::optional<Text> text_of(const QComboBox& box) {
  if (box.currentText().isEmpty()) return {};
  QStyleOptionComboBox option;
  option.initFrom(&box);
  option.editable = box.isEditable();
  const QRect field =
      box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
  const int icon = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
  return Text{&box,
              box.currentText(),
              {box.fontMetrics().horizontalAdvance(box.currentText()) + icon, 0},
              field.size()};
}

std::optional<Text> text_of(const QLineEdit& line) {
  if (!line.text().isEmpty() || line.placeholderText().isEmpty()) return {};
  QStyleOptionFrame option;
  option.initFrom(&line);
  const QRect room = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line);
  return Text{&line,
              line.placeholderText(),
              {line.fontMetrics().horizontalAdvance(line.placeholderText()), 0},
              {room.width(), line.height()}};
}

std::optional<Text> text_of(const QGroupBox& group) {
  if (group.title().isEmpty()) return {};
  return Text{&group, without_mnemonic(group.title()), {width_of(group, group.title()), 0}, group.size()};
}

void add_tabs(const QTabBar& bar, std::vector<Text>& texts) {
  for (int i = 0; i < bar.count(); ++i) {
    if (!bar.isTabVisible(i) || !bar.rect().intersects(bar.tabRect(i))) continue;  // behind its arrows
    if (!bar.tabToolTip(i).isEmpty()) continue;
    texts.push_back({&bar,
                     without_mnemonic(bar.tabText(i)),
                     {bar.fontMetrics().horizontalAdvance(without_mnemonic(bar.tabText(i))) + 8, 0},
                     bar.tabRect(i).size()});
  }
}

void add_header(const QHeaderView& header, std::vector<Text>& texts) {
  if (header.model() == nullptr) return;
  for (int i = 0; i < header.count(); ++i) {
    if (header.isSectionHidden(i)) continue;
    const auto said = [&](int role) { return header.model()->headerData(i, header.orientation(), role); };
    const QString text = said(Qt::DisplayRole).toString();
    if (text.isEmpty() || !said(Qt::ToolTipRole).toString().isEmpty()) continue;
    int needed = 0;
    for (const QString& line : text.split(QLatin1Char('\n')))
      needed = std::max(needed, header.fontMetrics().horizontalAdvance(line));
    if (header.orientation() == Qt::Horizontal)
      texts.push_back({&header, text, {needed, 0}, {header.sectionSize(i), 0}});
  }
}

std::optional<QColor> colour_of(const QModelIndex& index) {
  const QVariant own = index.data(Qt::ForegroundRole);
  return own.isValid() ? std::optional(own.value<QBrush>().color()) : std::nullopt;
}

/// What is seen of a list or a table, cell by cell.
void add_cells(const QAbstractItemView& view, std::vector<Text>& texts) {
  const QRect seen = view.viewport()->rect();
  const auto add = [&](const QModelIndex& index) {
    const QString text = index.data().toString();
    if (text.isEmpty() || !index.data(Qt::ToolTipRole).toString().isEmpty()) return;
    const QRect cell = view.visualRect(index);
    if (cell.isEmpty() || cell.right() < seen.left() || cell.left() > seen.right()) return;
    const int icon = index.data(Qt::DecorationRole).isValid() ? view.iconSize().width() : 0;
    const bool wraps = view.property("wordWrap").toBool();
    const QSize needed = wraps ? view.fontMetrics()
                                     .boundingRect(0, 0, cell.width() - icon, 10'000, Qt::TextWordWrap, text)
                                     .size()
                               : QSize(view.fontMetrics().horizontalAdvance(text), 0);
    texts.push_back(
        {&view, text, {needed.width() + std::max(icon, 0), needed.height()}, cell.size(), colour_of(index)});
  };
  for (int y = 2; y < seen.height(); y += 12) {
    const QModelIndex first = view.indexAt({seen.width() / 2, y});
    if (!first.isValid()) continue;
    for (int column = 0; column < view.model()->columnCount(first.parent()); ++column)
      add(first.siblingAtColumn(column));
  }
}

std::vector<Text> texts_of(const QWidget& widget) {
  std::vector<Text> texts;
  const auto add = [&](const std::optional<Text>& one) {
    if (one) texts.push_back(*one);
  };
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) add(text_of(*label));
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) add(text_of(*button));
  if (const auto* box = qobject_cast<const QComboBox*>(&widget)) add(text_of(*box));
  if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) add(text_of(*line));
  if (const auto* group = qobject_cast<const QGroupBox*>(&widget)) add(text_of(*group));
  if (const auto* bar = qobject_cast<const QTabBar*>(&widget)) add_tabs(*bar, texts);
  if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
    add_header(*header, texts);
  else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view && view->model())
    add_cells(*view, texts);
  return texts;
}

/// Whether a tool tip of the widget, or of what it lies in, gives the whole text.
bool is_told(const Text& text) { return plain(text.widget->toolTip()).contains(text.text); }

std::string name_of(const QWidget& widget) {
  QStringList path;
  for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget())
    if (at == &widget || !at->objectName().isEmpty())
      path.prepend(QString::fromLatin1(at->metaObject()->className()).section(QStringLiteral("::"), -1) +
                   (at->objectName().isEmpty() ? QString() : QLatin1Char(' ') + at->objectName()));
  return path.mid(std::max<qsizetype>(0, path.size() - 3)).join(QStringLiteral(" > ")).toStdString();
}

std::string size_text(const QSize& size) {
  return std::to_string(size.width()) + " × " + std::to_string(size.height());
}

/// The area around the widget that scrolls; its view counts as all there is room for, upwards and downwards.
const QAbstractScrollArea* scroller_of(const QWidget& widget) {
  for (const QWidget* at = widget.parentWidget(); at != nullptr && !at->isWindow(); at = at->parentWidget())
    if (const auto* area = qobject_cast<const QScrollArea*>(at)) return area;
  return nullptr;
}

QRect on_screen(const QWidget& widget) { return {widget.mapToGlobal(QPoint()), widget.size()}; }

/// What the widgets around this one leave of it.
std::optional<std::string> cut_by_what_is_around(const QWidget& widget) {
  const QAbstractScrollArea* const scroller = scroller_of(widget);
  if (scroller != nullptr) {
    const QRect view = on_screen(*scroller->viewport()), own = on_screen(widget);
    if (own.left() < view.left() - tolerance || own.right() > view.right() + tolerance)
      return "is cut at the side by what scrolls, " + size_text(view.size());
    return {};
  }
  const auto* const scrolls = qobject_cast<const QAbstractScrollArea*>(&widget);
  const QWidget& content = scrolls != nullptr ? *scrolls->viewport() : widget;
  const QRect seen = content.visibleRegion().boundingRect();
  const int missing_width = content.width() - seen.width(), missing_height = content.height() - seen.height();
  if (missing_width > tolerance || missing_height > tolerance)
    return "is seen as " + size_text(seen.size()) + " of " + size_text(content.size());
  return {};
}

/// A dock behind another is moved out of its window, and counts as visible all the same.
bool is_behind_a_tab(const QWidget& widget) {
  for (const QWidget* at = &widget; at != nullptr && !at->isWindow(); at = at->parentWidget())
    if (qobject_cast<const QDockWidget*>(at) != nullptr)
      return !at->window()->rect().intersects(at->geometry());
  return false;
}

double luminance(const QColor& colour) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

constexpr double least_contrast = 4.5;

/// As WCAG 2.1 defines it.
double contrast(const QColor& one, const QColor& other) {
  const double a = luminance(one) + 0.05, b = luminance(other) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

/// A text that is on offer and too faint. Colours of rich text are not looked into.
std::optional<std::string> faintness(const QWidget& widget) {
  if (!widget.isEnabled() || qobject_cast<const QAbstractItemView*>(&widget) != nullptr) return {};
  const QColor text = widget.palette().color(widget.foregroundRole());
  const QColor ground = widget.palette().color(widget.backgroundRole());
  if (contrast(text, ground) >= least_contrast) return {};
  return "is " + text.name().toStdString() + " on " + ground.name().toStdString() + ", a contrast of " +
         std::to_string(contrast(text, ground));
}

std::optional<std::string> faintness(const Text& cell) {
  const QColor ground = cell.widget->palette().color(QPalette::Base);
  if (!cell.colour || contrast(*cell.colour, ground) >= least_contrast) return {};
  return "is " + cell.colour->name().toStdString() + " on " + ground.name().toStdString();
}

}  // namespace

std::vector<std::string> unreadable_texts(const QWidget& root) {
  std::vector<std::string> faults;
  std::vector<const QWidget*> leaves;
  QList<const QWidget*> widgets{&root};
  for (const QWidget* widget : root.findChildren<QWidget*>())
    if (widget->window() == root.window()) widgets << widget;
  for (const QWidget* widget : widgets) {
    if (!widget->isVisibleTo(&root) || widget->size().isEmpty() || is_behind_a_tab(*widget)) continue;
    const auto texts = texts_of(*widget);
    for (const Text& text : texts)
      if ((text.needed.width() > text.room.width() + tolerance ||
           text.needed.height() > text.room.height() + tolerance) &&
          !is_told(text))
        faults.push_back(name_of(*widget) + ": “" + text.text.toStdString() + "” needs " +
                         size_text(text.needed) + ", has " + size_text(text.room));
    for (const Text& text : texts)
      if (const auto fault = faintness(text))
        faults.push_back(name_of(*widget) + ": “" + text.text.toStdString() + "” " + *fault);
    if (texts.empty() || qobject_cast<const QGroupBox*>(widget) != nullptr) continue;
    if (const auto fault = cut_by_what_is_around(*widget))
      faults.push_back(name_of(*widget) + ": “" + texts.front().text.toStdString() + "” " + *fault);
    if (const auto fault = faintness(*widget))
      faults.push_back(name_of(*widget) + ": “" + texts.front().text.toStdString() + "” " + *fault);
    if (scroller_of(*widget) == nullptr) leaves.push_back(widget);
  }
  for (std::size_t i = 0; i < leaves.size(); ++i)
    for (std::size_t j = i + 1; j < leaves.size(); ++j) {
      const QWidget &one = *leaves[i], &other = *leaves[j];
      if (one.isAncestorOf(&other) || other.isAncestorOf(&one)) continue;
      const QRect both = on_screen(one).intersected(on_screen(other));
      if (both.width() > tolerance && both.height() > tolerance)
        faults.push_back(name_of(one) + " and " + name_of(other) + " lie over each other by " +
                         size_text(both.size()));
    }
  return faults;
}

}  // namespace vicinia::desktop::test
