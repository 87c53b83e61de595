#include "dialogs/export_figure/template_box.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "text/qt_text.h"
#include "vicinia/gis/map/figure_template.h"

namespace vicinia::desktop {

namespace {

const QString own_file = QStringLiteral("*file"), ask_for_file = QStringLiteral("*ask");

QString name_of_template(std::string_view id) {
  if (id == "a4-portrait") return TemplateBox::tr("A4 portrait");
  if (id == "a4-landscape") return TemplateBox::tr("A4 landscape");
  if (id == "a3-portrait") return TemplateBox::tr("A3 portrait");
  if (id == "a3-landscape") return TemplateBox::tr("A3 landscape");
  if (id == "half-page") return TemplateBox::tr("Half a page of a report");
  if (id == "column") return TemplateBox::tr("One of two columns");
  if (id == "slide") return TemplateBox::tr("Slide, 16:9");
  return qs(id);
}

}  // namespace

TemplateBox::TemplateBox(workspace::Language language, QWidget* parent)
    : QComboBox(parent), language_(language) {
  const QLocale locale = localeOf(language_);
  const auto size = [&locale](double mm) {
    return locale.toString(mm, 'f', mm == static_cast<int>(mm) ? 0 : 1);
  };
  for (const gis::map::FigureTemplate& one : gis::map::figure_templates())
    addItem(tr("%1 (%2 × %3 mm)")
                .arg(name_of_template(one.id), size(one.page.width_mm), size(one.page.height_mm)),
            qs(one.id));
  insertSeparator(count());
  addItem(tr("Own QGIS template (.qpt)…"), ask_for_file);
  setAccessibleName(tr("Template"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(24);
  connect(this, &QComboBox::activated, this, &TemplateBox::chooseRow);
}

std::string TemplateBox::templateId() const {
  return templateFile().empty() ? utf8(currentData().toString()) : std::string();
}

std::filesystem::path TemplateBox::templateFile() const {
  return currentData().toString() == own_file ? toPath(file_) : std::filesystem::path();
}

void TemplateBox::choose(const std::string& id, const std::filesystem::path& file) {
  if (!file.empty() && QFileInfo::exists(pathText(file))) return chooseFile(pathText(file));
  setCurrentIndex(std::max(0, findData(qs(id))));
  last_ = currentIndex();
}

void TemplateBox::chooseFile(const QString& file) {
  file_ = QFileInfo(file).absoluteFilePath();
  int row = findData(own_file);
  if (row < 0) {
    row = count() - 1;
    insertItem(row, QString(), own_file);
  }
  setItemText(row, QFileInfo(file).fileName());
  setItemData(row, file_, Qt::ToolTipRole);
  setCurrentIndex(row);
  last_ = row;
}

void TemplateBox::chooseRow(int row) {
  if (itemData(row).toString() == ask_for_file) {
    const QString start = file_.isEmpty() ? QDir::homePath() : QFileInfo(file_).absolutePath();
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Choose a QGIS template"), start, tr("QGIS templates (*.qpt)"));
    if (file.isEmpty()) {
      setCurrentIndex(last_);
      return;
    }
    chooseFile(file);
  }
  last_ = currentIndex();
  Q_EMIT chosen();
}

}  // namespace vicinia::desktop
