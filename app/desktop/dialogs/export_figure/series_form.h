/// \file series_form.h
/// What is exported: this map, those that are compared, a page for each sector, province or agglomeration, small maps, or a brief; and whether as one file.
#pragma once

#include <QComboBox>
#include <QFormLayout>
#include <QObject>

#include "dialogs/export_figure/option_box.h"

namespace vicinia::desktop {

class SeriesForm : public QObject {
  Q_OBJECT

 public:
  /// The rows go into `form`. `compares`: there are several maps to be put on one page.
  SeriesForm(QFormLayout& form, bool compares, QObject* parent = nullptr);

  void set(const FigureRequest& request, bool asFolder);
  void read(FigureRequest& request) const;
  /// Shows what belongs to the kind that is chosen.
  void offerWhatFits(const PageRoom& room);
  [[nodiscard]] bool hasPages() const;  ///< more than one
  [[nodiscard]] bool asFolder() const { return hasPages() && folder_->isWanted(); }
  [[nodiscard]] bool wantsFolder() const { return folder_->isWanted(); }
  [[nodiscard]] QComboBox* kinds() const { return kind_; }

 Q_SIGNALS:
  void changed();
  void kindChanged();  ///< before changed()

 private:
  QComboBox* kind_;
  OptionBox *sameClasses_, *sameScale_, *folder_;
  QWidget* how_;
};

}  // namespace vicinia::desktop
