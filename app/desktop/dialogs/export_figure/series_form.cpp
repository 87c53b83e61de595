#include "dialogs/export_figure/series_form.h"

#include <QVBoxLayout>
#include <array>

namespace vicinia::desktop {

namespace ws = workspace;
using ws::FigureKind;
using ws::SeriesPer;

namespace {

struct KindOfPages {
  FigureKind kind;
  SeriesPer per;
};
/// In the order of the list.
constexpr std::array<KindOfPages, 7> kinds_of_pages{{{FigureKind::map, SeriesPer::sector},
                                                     {FigureKind::series, SeriesPer::sector},
                                                     {FigureKind::series, SeriesPer::province},
                                                     {FigureKind::series, SeriesPer::agglomeration},
                                                     {FigureKind::multiples, SeriesPer::sector},
                                                     {FigureKind::brief, SeriesPer::sector},
                                                     {FigureKind::comparison, SeriesPer::sector}}};

}  // namespace

SeriesForm::SeriesForm(QFormLayout& form, bool compares, QObject* parent) : QObject(parent) {
  kind_ = new QComboBox;
  kind_->setObjectName(QStringLiteral("figurePages"));
  kind_->setAccessibleName(tr("Pages"));
  kind_->addItems({tr("This map"), tr("One for each sector"), tr("One for each province"),
                   tr("One for each agglomeration"), tr("Small maps of all sectors on one page"),
                   tr("Brief: one for each province and each sector")});
  if (compares) kind_->addItem(tr("The compared maps on one page"));
  kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  kind_->setMinimumContentsLength(24);
  sameClasses_ = new OptionBox(tr("Same &classes on every page"),
                               tr("So that a colour means the same everywhere"), "sameClasses");
  sameScale_ =
      new OptionBox(tr("Same sc&ale on every page"), tr("So that areas can be compared"), "sameScale");
  folder_ = new OptionBox(tr("One &file for each page, in a folder"),
                          tr("Instead of one PDF that holds all pages"), "asFolder");
  how_ = new QWidget;
  auto* column = new QVBoxLayout(how_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  for (OptionBox* box : {sameClasses_, sameScale_, folder_}) {
    column->addWidget(box);
    connect(box, &QCheckBox::clicked, this, &SeriesForm::changed);
  }
  form.addRow(tr("&Pages:"), kind_);
  form.addRow(QString(), how_);
  connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
    Q_EMIT kindChanged();
    Q_EMIT changed();
  });
}

void SeriesForm::set(const FigureRequest& request, bool asFolder) {
  for (std::size_t row = 0; row < kinds_of_pages.size(); ++row)
    if (static_cast<int>(row) < kind_->count() && kinds_of_pages[row].kind == request.kind &&
        (row == 0 || kinds_of_pages[row].per == request.series.per))
      kind_->setCurrentIndex(static_cast<int>(row));
  sameClasses_->want(request.series.same_classes);
  sameScale_->want(request.series.same_scale);
  folder_->want(asFolder);
}

void SeriesForm::read(FigureRequest& request) const {
  const KindOfPages& chosen = kinds_of_pages[static_cast<std::size_t>(kind_->currentIndex())];
  request.kind = chosen.kind;
  request.series = {chosen.per, sameClasses_->isWanted(), sameScale_->isWanted()};
}

bool SeriesForm::hasPages() const {
  const FigureKind kind = kinds_of_pages[static_cast<std::size_t>(kind_->currentIndex())].kind;
  return kind == FigureKind::series || kind == FigureKind::brief;
}

void SeriesForm::offerWhatFits(const PageRoom& room) {
  const bool isSeries =
      kinds_of_pages[static_cast<std::size_t>(kind_->currentIndex())].kind == FigureKind::series;
  sameClasses_->offerWhatFits(room.same_classes);
  sameScale_->offerWhatFits(room.same_scale);
  sameClasses_->setVisible(isSeries);
  sameScale_->setVisible(isSeries);
  how_->setVisible(hasPages());
}

}  // namespace vicinia::desktop
