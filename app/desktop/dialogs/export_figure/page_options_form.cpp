#include "dialogs/export_figure/page_options_form.h"

#include <QGridLayout>
#include <QLabel>
#include <QStandardItemModel>

#include "text/plain_text.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr int both_languages_row = 2;

}  // namespace

PageOptionsForm::PageOptionsForm(ws::Language language, QFormLayout& form, QObject* parent)
    : QObject(parent), windowLanguage_(language) {
  template_ = new TemplateBox(language);
  template_->setObjectName(QStringLiteral("figureTemplate"));
  language_ = new QComboBox;
  language_->setObjectName(QStringLiteral("figureLanguage"));
  language_->addItems({QStringLiteral("Tiếng Việt"), QStringLiteral("English"), tr("Both languages")});
  language_->setAccessibleName(tr("Language of the figure"));
  title_ = new QLineEdit;
  title_->setObjectName(QStringLiteral("figureTitle"));
  title_->setAccessibleName(tr("Title"));
  subtitle_ = new QLineEdit;
  subtitle_->setObjectName(QStringLiteral("figureSubtitle"));
  subtitle_->setAccessibleName(tr("Subtitle"));
  form.addRow(tr("Te&mplate:"), template_);
  form.addRow(tr("&Language:"), language_);
  form.addRow(tr("&Title:"), title_);
  form.addRow(tr("S&ubtitle:"), subtitle_);

  form.addItem(new QSpacerItem(0, 4));
  form.addRow(new PlainLabel(tr("On the page:")));
  form.addRow(buildBoxes());
  form.addItem(new QSpacerItem(0, 4));

  connect(template_, &TemplateBox::chosen, this, &PageOptionsForm::changed);
  connect(language_, &QComboBox::activated, this, &PageOptionsForm::changed);
  connect(title_, &QLineEdit::textChanged, this, &PageOptionsForm::changed);
  connect(subtitle_, &QLineEdit::textChanged, this, &PageOptionsForm::changed);
}

QLayout* PageOptionsForm::buildBoxes() {
  zoomInsets_ = option(tr("&Zoom insets"), tr("The places where the data are, larger"), "withZoomInsets");
  overview_ = option(tr("O&verview map"), tr("A small map of the country that shows where this one lies"),
                     "withOverview");
  graticule_ = option(tr("&Graticule"), tr("Meridians and parallels"), "withGraticule");
  north_ = option(tr("&North arrow"), tr("An arrow that points to the north"), "withNorth");
  table_ = option(tr("Ta&ble of agglomerations"), tr("The agglomerations of the map, the largest first"),
                  "withTable");
  labels_ = option(tr("Names of place&s"), tr("On this figure alone; the map in the window stays as it is"),
                   "withLabels");
  outlines_ = option(tr("&Outlines of agglomerations"),
                     tr("On this figure alone; the map in the window stays as it is"), "withOutlines");
  selection_ =
      option(tr("Selected un&its"), tr("Outlined, with their name or number in the legend"), "withSelection");
  chart_ = option(tr("C&hart of the window"), tr("The chart of the panel, below the map or beside it"),
                  "withChart");
  auto* grid = new QGridLayout;
  grid->setVerticalSpacing(4);
  const std::array<OptionBox*, 9> inOrder{outlines_,  labels_,   table_,     north_, zoomInsets_,
                                          graticule_, overview_, selection_, chart_};
  for (std::size_t i = 0; i < inOrder.size(); ++i)
    grid->addWidget(inOrder[i], static_cast<int>(i / 2), static_cast<int>(i % 2));
  grid->setColumnStretch(1, 1);
  return grid;
}

OptionBox* PageOptionsForm::option(const QString& text, const QString& hint, const char* name) {
  auto* made = new OptionBox(text, hint, name);
  connect(made, &QCheckBox::clicked, this, &PageOptionsForm::changed);
  return made;
}

void PageOptionsForm::set(const FigureRequest& request) {
  template_->choose(request.page.template_id, request.page.template_file);
  const bool isVietnamese = request.page.figure.language == ws::Language::vi;
  language_->setCurrentIndex(request.page.second_language ? both_languages_row : isVietnamese ? 0 : 1);
  title_->setText(qs(request.page.figure.title));
  subtitle_->setText(qs(request.page.figure.subtitle));
  zoomInsets_->want(request.page.zoom_insets);
  overview_->want(request.page.overview);
  graticule_->want(request.page.graticule);
  north_->want(request.page.north_arrow);
  table_->want(request.page.table);
  labels_->want(request.shown.labels);
  outlines_->want(request.shown.outlines);
  selection_->want(request.shown.selection);
  chart_->want(request.shown.chart);
}

void PageOptionsForm::read(FigureRequest& request) const {
  request.page.template_id = template_->templateId();
  request.page.template_file = template_->templateFile();
  request.page.second_language = language_->currentIndex() == both_languages_row;
  request.page.figure.language = request.page.second_language     ? windowLanguage_
                                 : language_->currentIndex() == 0 ? ws::Language::vi
                                                                  : ws::Language::en;
  if (hasOwnWords_) {
    request.page.figure.title = utf8(title_->text().trimmed());
    request.page.figure.subtitle = utf8(subtitle_->text().trimmed());
  }
  request.page.zoom_insets = zoomInsets_->isWanted();
  request.page.overview = overview_->isWanted();
  request.page.graticule = graticule_->isWanted();
  request.page.north_arrow = north_->isWanted();
  request.page.table = table_->isWanted();
  request.shown = {.labels = labels_->isWanted(),
                   .outlines = outlines_->isWanted(),
                   .selection = selection_->isWanted(),
                   .chart = chart_->isWanted()};
}

void PageOptionsForm::offerWhatFits(const PageRoom& room) {
  zoomInsets_->offerWhatFits(room.zoom_insets);
  overview_->offerWhatFits(room.overview);
  graticule_->offerWhatFits(room.graticule);
  north_->offerWhatFits(room.north_arrow);
  table_->offerWhatFits(room.table);
  labels_->offerWhatFits(room.labels);
  outlines_->offerWhatFits(room.outlines);
  selection_->offerWhatFits(room.selection);
  chart_->offerWhatFits(room.chart);
  hasOwnWords_ = room.own_words.isFree();
  for (QLineEdit* words : {title_, subtitle_}) {
    words->setEnabled(room.own_words.isFree());
    words->setToolTip(room.own_words.why_not);
  }
  if (auto* rows = qobject_cast<QStandardItemModel*>(language_->model())) {
    rows->item(both_languages_row)->setEnabled(room.both_languages.isFree());
    rows->item(both_languages_row)->setToolTip(room.both_languages.why_not);
  }
}

void PageOptionsForm::suggest(const QString& title, const QString& subtitle) {
  if (title_->text().trimmed().isEmpty()) title_->setPlaceholderText(title);
  if (subtitle_->text().trimmed().isEmpty()) subtitle_->setPlaceholderText(subtitle);
}

}  // namespace vicinia::desktop
