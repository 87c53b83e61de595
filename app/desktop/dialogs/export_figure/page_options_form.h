/// \file page_options_form.h
/// What the page is like: template, language, words, and what stands on it beside the map.
#pragma once

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QObject>

#include "dialogs/export_figure/option_box.h"
#include "dialogs/export_figure/template_box.h"

namespace vicinia::desktop {

class PageOptionsForm : public QObject {
  Q_OBJECT

 public:
  /// `language` is that of the window. The rows go into `form`.
  PageOptionsForm(workspace::Language language, QFormLayout& form, QObject* parent = nullptr);

  void set(const FigureRequest& request);
  /// Titles and what is wanted, whether there is room for it or not.
  void read(FigureRequest& request) const;
  void offerWhatFits(const PageRoom& room);
  /// What stands there where nothing is typed.
  void suggest(const QString& title, const QString& subtitle);

 Q_SIGNALS:
  void changed();

 private:
  [[nodiscard]] QLayout* buildBoxes();
  [[nodiscard]] OptionBox* option(const QString& text, const QString& hint, const char* name);

  workspace::Language windowLanguage_;
  TemplateBox* template_;
  QComboBox* language_;
  QLineEdit *title_, *subtitle_;
  bool hasOwnWords_ = true;
  OptionBox *zoomInsets_, *overview_, *graticule_, *north_, *table_, *labels_, *outlines_, *selection_,
      *chart_;
};

}  // namespace vicinia::desktop
