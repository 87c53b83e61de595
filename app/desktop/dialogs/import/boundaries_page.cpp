#include "dialogs/import/boundaries_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>
#include <string>
#include <vector>

#include "dialogs/import/file_line.h"
#include "dialogs/import/import_map.h"
#include "dialogs/import/import_work.h"
#include "text/qt_text.h"
#include "vicinia/core/text/encoding.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace im = gis::imports;

BoundariesPage::BoundariesPage(ImportWork& work, ws::Language language)
    : ImportPage(work, language),
      builtIn_(new QRadioButton(tr("Boundaries that come with the program"))),
      own_(new QRadioButton(tr("A layer of your own"))),
      onto_(namedBox("importOnto")),
      crs_(namedBox("importCrs")),
      encoding_(namedBox("importEncoding")),
      level_(namedBox("importLevel")),
      file_(new FileLine(QStringLiteral("importLayer"), FileLine::What::file)),
      ownBox_(new QWidget),
      told_(toldLabel()),
      map_(new ImportMap) {
  setTitle(tr("Boundaries"));
  setSubTitle(tr("On which units are the figures to be shown?"));
  builtIn_->setObjectName(QStringLiteral("importBuiltIn"));
  own_->setObjectName(QStringLiteral("importOwnLayer"));
  builtIn_->setChecked(true);
  onto_->addItem(tr("Those that the names of the table are of"), QString());
  onto_->addItem(tr("34 provinces, since July 2025"), QStringLiteral("vietnam-2025 province"));
  onto_->addItem(tr("63 provinces from 2008 to 2025, or 64 of 2007"),
                 QStringLiteral("vietnam-2007 province"));
  onto_->addItem(tr("682 districts of 2007 (approximate areas)"), QStringLiteral("vietnam-2007 district"));
  file_->setWords(
      tr("Browse…"), tr("Choose a layer of areas"),
      tr("Layers (*.shp *.zip *.gpkg *.geojson *.json *.topojson *.kml *.tab *.mif *.fgb *.gml);;All files (*)"));
  file_->offerServers(true, language);
  crs_->setEditable(true);
  crs_->addItem(tr("As the file says"), QString());
  for (const char* system :
       {"EPSG:4326 WGS 84", "EPSG:3405 VN-2000 / UTM 48N", "EPSG:3406 VN-2000 / UTM 49N",
        "EPSG:9210 VN-2000 / TM-3 105-45", "EPSG:5897 VN-2000 / TM-3 zone 482",
        "EPSG:5898 VN-2000 / TM-3 zone 491", "EPSG:5899 VN-2000 / TM-3 Đà Nẵng",
        "EPSG:32648 WGS 84 / UTM 48N", "EPSG:32649 WGS 84 / UTM 49N", "EPSG:4131 Indian 1960"})
    crs_->addItem(QString::fromUtf8(system), QString::fromUtf8(system).section(QLatin1Char(' '), 0, 0));
  encoding_->addItem(tr("As it is recognised"), QString());
  for (const auto one : core::text::encodings)
    encoding_->addItem(qs(core::text::name_of(one)), qs(core::text::name_of(one)));
  level_->addItem(tr("As it is recognised"), QString());
  for (const char* id : {"province", "district", "commune"}) {
    const auto info = core::admin::level_called(id);
    level_->addItem(qs(language == ws::Language::vi ? info.plural.vi : info.plural.en), QLatin1String(id));
  }

  auto* const form = new QFormLayout(ownBox_);
  form->setContentsMargins(22, 0, 0, 0);
  form->addRow(tr("File:"), file_);
  form->addRow(tr("Coordinate system:"), crs_);
  form->addRow(tr("Encoding of the text:"), encoding_);
  form->addRow(tr("Units are:"), level_);
  form->addRow(tr("Field of names:"), fieldBox("importName", &im::BoundaryFields::name_vi));
  form->addRow(tr("Field of codes:"), fieldBox("importCode", &im::BoundaryFields::code));
  form->addRow(tr("Field of kinds:"), fieldBox("importKind", &im::BoundaryFields::kind));
  form->addRow(tr("Field of provinces:"), fieldBox("importParent", &im::BoundaryFields::parent_name));
  auto* const left = new QVBoxLayout;
  left->addWidget(builtIn_);
  auto* const ontoRow = new QHBoxLayout;
  ontoRow->setContentsMargins(22, 0, 0, 6);
  ontoRow->addWidget(onto_, 1);
  left->addLayout(ontoRow);
  left->addWidget(own_);
  left->addWidget(ownBox_);
  left->addWidget(told_);
  left->addStretch(1);
  auto* const both = new QHBoxLayout;
  both->addLayout(left, 3);
  both->addWidget(map_, 2);
  auto* const column = new QVBoxLayout(this);
  column->addLayout(both, 1);
  column->addWidget(notes_);

  const auto enable = [this] {
    onto_->setEnabled(builtIn_->isChecked());
    ownBox_->setEnabled(own_->isChecked());
    clearError();
    if (builtIn_->isChecked()) {
      map_->clear();
      told_->clear();
    } else if (!file_->file().isEmpty()) {
      take();
    }
    Q_EMIT completeChanged();
  };
  connect(builtIn_, &QRadioButton::toggled, this, enable);
  connect(file_, &FileLine::changed, this, [this] {
    for (const FieldBox& one : fields_) one.box->clear();
    if (own_->isChecked()) take();
  });
  for (QComboBox* const combo : {crs_, encoding_, level_})
    connect(combo, &QComboBox::activated, this, &BoundariesPage::take);
  connect(crs_->lineEdit(), &QLineEdit::returnPressed, this, &BoundariesPage::take);
  connect(&work_, &ImportWork::layerRead, this, &BoundariesPage::showLayer);
  connect(&work_, &ImportWork::failed, this, &BoundariesPage::offerSystems);
  enable();
}

QComboBox* BoundariesPage::fieldBox(const char* name, std::string im::BoundaryFields::*field) {
  QComboBox* const combo = namedBox(name);
  fields_.push_back({combo, field});
  connect(combo, &QComboBox::activated, this, &BoundariesPage::take);
  return combo;
}

void BoundariesPage::setFile(const QString& file) {
  own_->setChecked(true);
  file_->setFile(file);
}

bool BoundariesPage::isReady() const { return builtIn_->isChecked() || work_.layer() != nullptr; }

// Where the file does not say its system, or a wrong one, those that its numbers may be of come first.
void BoundariesPage::offerSystems(const core::Error& error) {
  if (error.code != core::ErrorCode::missing_crs && error.code != core::ErrorCode::crs_misfit) return;
  static const QRegularExpression system(QStringLiteral("(EPSG:\\d+) \\(([^)]*)\\)"));
  auto found = system.globalMatch(qs(error.detail));
  for (int at = 1; found.hasNext(); ++at) {
    const auto match = found.next();
    const int known = crs_->findData(match.captured(1));
    if (known > 0) crs_->removeItem(known);
    crs_->insertItem(at, match.captured(1) + QLatin1Char(' ') + match.captured(2), match.captured(1));
  }
}

void BoundariesPage::take() {
  clearError();
  im::BoundarySource& source = work_.changeRecipe().boundaries;
  source = {.server = utf8(file_->server()), .file = toPath(file_->file())};
  if (source.file.empty()) return;
  // What was typed counts; of a list, its code.
  const QString typed = crs_->currentText();
  source.crs = crs_->currentIndex() >= 0 && typed == crs_->itemText(crs_->currentIndex())
                   ? chosenIn(*crs_)
                   : utf8(typed.section(QLatin1Char(' '), 0, 0));
  source.encoding = chosenIn(*encoding_);
  source.level = chosenIn(*level_);
  for (const FieldBox& one : fields_) source.fields.*one.field = chosenIn(*one.box);
  if (source.fields.name_vi.empty()) source.fields = {};
  work_.readLayer();
}

void BoundariesPage::showLayer() {
  const im::BoundariesRead& layer = *work_.layer();
  for (const FieldBox& one : fields_) {
    one.box->clear();
    one.box->addItem(tr("None"), QString());
    for (const std::string& field : layer.layer.attributes.fields) one.box->addItem(qs(field), qs(field));
    one.box->setCurrentIndex(std::max(0, one.box->findData(qs(layer.fields.*one.field))));
  }
  std::vector<QString> names;
  const auto& fields = layer.layer.attributes.fields;
  const auto at = std::ranges::find(fields, layer.fields.name_vi);
  QStringList first;
  for (const auto& row : layer.layer.attributes.rows) {
    names.push_back(at == fields.end() ? QString() : qs(row[static_cast<std::size_t>(at - fields.begin())]));
    if (first.size() < 6 && !names.back().isEmpty()) first << names.back();
  }
  const auto level = core::admin::level_called(layer.level);
  told_->setText(tr("%1 areas: %2. Names: %3 …")
                     .arg(names.size())
                     .arg(qs(language_ == ws::Language::vi ? level.plural.vi : level.plural.en),
                          first.join(QStringLiteral(", "))));
  map_->setUnits(layer.layer.areas, std::move(names));
  map_->setLand(work_.land());
  showFindings(layer.findings);
  Q_EMIT completeChanged();
}

bool BoundariesPage::validatePage() {
  im::Recipe& recipe = work_.changeRecipe();
  recipe.are_boundaries_right = false;  // was said of others
  if (own_->isChecked()) {
    recipe.onto.clear();
    recipe.onto_level.clear();
    recipe.boundaries.fields = work_.layer()->fields;
    recipe.boundaries.level = work_.layer()->level;
    return true;
  }
  recipe.boundaries = {};
  const QStringList parts = onto_->currentData().toString().split(QLatin1Char(' '));
  recipe.onto = utf8(parts.value(0));
  recipe.onto_level = utf8(parts.value(1));
  return true;
}

}  // namespace vicinia::desktop
