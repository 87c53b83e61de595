#include "figure/project_export.h"

#include <qgscoordinatetransformcontext.h>
#include <qgslayertree.h>
#include <qgslayoutmanager.h>
#include <qgsprojectviewsettings.h>
#include <qgsreferencedgeometry.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayerlabeling.h>
#include <qgsziputils.h>

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QSet>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "part_file.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/files/write_file.h"

namespace vicinia::gis::engine {
namespace {

namespace fs = std::filesystem;

core::Error project_failed(const std::string& file, std::string detail) {
  return {.code = core::ErrorCode::export_failed, .subject = {.file = file}, .detail = std::move(detail)};
}

core::Error project_not_writable(const std::string& file, int reason) {
  return {
      .code = core::ErrorCode::file_not_writable, .subject = {.file = file}, .detail = std::strerror(reason)};
}

/// A folder beside the target, in which both files have their own names, so that one finds the other. Gone at the end.
class PartFolder {
 public:
  explicit PartFolder(fs::path path) : path_(std::move(path)) {}
  ~PartFolder() { remove(); }
  PartFolder(const PartFolder&) = delete;
  PartFolder& operator=(const PartFolder&) = delete;
  [[nodiscard]] int create() const {
    remove();
    std::error_code failed;
    fs::create_directory(path_, failed);
    return failed.value();
  }
  [[nodiscard]] fs::path file(const fs::path& name) const { return path_ / name; }

 private:
  void remove() const {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  fs::path path_;
};

QString table_name(const QString& layer, QSet<QString>& taken) {
  constexpr std::size_t longest = 200;
  QString name = QString::fromStdString(core::names::file_stem(layer.toStdString(), '_', longest));
  if (name.isEmpty()) name = QStringLiteral("layer");
  QString free = name;
  for (int n = 2; taken.contains(free); ++n) free = name + QLatin1Char('_') + QString::number(n);
  taken.insert(free);
  return free;
}

/// The layer as a table of the GeoPackage, drawn as before; null with the reason in `wrong`.
QgsVectorLayer* stored(QgsVectorLayer& layer, const QString& file, const QString& table, bool is_first,
                       QString& wrong) {
  QgsVectorFileWriter::SaveVectorOptions options;
  options.driverName = QStringLiteral("GPKG");
  options.layerName = table;
  options.actionOnExistingFile =
      is_first ? QgsVectorFileWriter::CreateOrOverwriteFile : QgsVectorFileWriter::CreateOrOverwriteLayer;
  if (QgsVectorFileWriter::writeAsVectorFormatV3(&layer, file, QgsCoordinateTransformContext(), options,
                                                 &wrong) != QgsVectorFileWriter::NoError)
    return nullptr;
  auto copy = std::make_unique<QgsVectorLayer>(file + QStringLiteral("|layername=") + table, layer.name(),
                                               QStringLiteral("ogr"));
  if (!copy->isValid()) {
    wrong = QStringLiteral("the layer \"%1\" cannot be read back").arg(layer.name());
    return nullptr;
  }
  copy->setRenderer(layer.renderer()->clone());
  if (layer.labeling() != nullptr) copy->setLabeling(layer.labeling()->clone());
  copy->setLabelsEnabled(layer.labelsEnabled());
  return copy.release();
}

/// Writes the GeoPackage and shows its tables in place of the layers in memory. \return what is wrong.
QString store_layers(Figure& figure, const QString& file) {
  QSet<QString> taken;
  QHash<QgsMapLayer*, QgsMapLayer*> copies;
  for (const QgisLayer& layer : figure.layers) {
    QString wrong;
    QgsVectorLayer* copy = stored(*layer, file, table_name(layer->name(), taken), copies.isEmpty(), wrong);
    if (copy == nullptr) return wrong;
    figure.project->addMapLayer(copy, false);
    figure.project->layerTreeRoot()->insertLayer(0, copy);  // the lowest was first
    copies[layer.get()] = copy;
  }
  for (const MapOnPage& map : figure.maps) {
    QList<QgsMapLayer*> layers;
    for (QgsMapLayer* layer : map.item->layers()) layers << copies.value(layer);
    map.item->setLayers(layers);
  }
  return {};
}

void make_relative(const QDomElement& element, const QString& folder) {
  const QDomNamedNodeMap attributes = element.attributes();
  for (int i = 0; i < attributes.size(); ++i) {
    QDomAttr attribute = attributes.item(i).toAttr();
    if (attribute.value().startsWith(folder))
      attribute.setValue(QStringLiteral("./") + attribute.value().mid(folder.size()));
  }
  for (QDomElement child = element.firstChildElement(); !child.isNull(); child = child.nextSiblingElement())
    make_relative(child, folder);
}

/// QGIS writes the layers relative to the project, but for those in a layout's legend: they would tell of a folder that is gone.
bool make_relative(const fs::path& project, const fs::path& unpacked) {
  const QString folder = QString::fromStdString(unpacked.native()),
                here = QString::fromStdString((project.parent_path() / "").native());
  QStringList files;
  if (!QDir().mkpath(folder) || !QgsZipUtils::unzip(QString::fromStdString(project.native()), folder, files))
    return false;
  for (const QString& name : files) {
    if (!name.endsWith(QLatin1String(".qgs"))) continue;
    QFile file(name);
    QDomDocument document;
    if (!file.open(QIODevice::ReadOnly) || !document.setContent(&file)) return false;
    file.close();
    make_relative(document.documentElement(), here);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(document.toByteArray()) < 0 ||
        !file.flush())
      return false;
  }
  std::error_code failed;
  fs::remove(project, failed);
  return !failed && QgsZipUtils::zip(QString::fromStdString(project.native()), files);
}

}  // namespace

core::Status export_project(Figure figure, const std::string& target, const std::string& part,
                            const core::Task& task) {
  const core::Error cancelled{.code = core::ErrorCode::cancelled};
  const fs::path project_name = fs::path(target).filename(),
                 data_name = fs::path(project_name).replace_extension(".gpkg");
  const PartFolder folder(part);
  if (const int reason = folder.create(); reason != 0)
    return core::fail(project_not_writable(target, reason));
  const fs::path data_part = folder.file(data_name), project_part = folder.file(project_name);
  if (const QString wrong = store_layers(figure, QString::fromStdString(data_part.native()));
      !wrong.isEmpty())
    return core::fail(disk_is_full(target) ? project_not_writable(target, ENOSPC)
                                           : project_failed(target, wrong.toStdString()));
  if (task.stop.stop_requested()) return core::fail(cancelled);
  task.at(0.7, "draw");
  const QgsLayoutItemMap& main = *figure.maps.front().item;
  figure.project->viewSettings()->setDefaultViewExtent(QgsReferencedRectangle(main.extent(), main.crs()));
  const bool kept = figure.project->layoutManager()->addLayout(figure.layout.release());
  const bool written = kept && figure.project->write(QString::fromStdString(project_part.native()));
  const std::string wrong = figure.project->error().toStdString();
  figure.maps.clear();
  figure.project.reset();  // lets go of the GeoPackage, and of the layout
  if (!written && disk_is_full(target)) return core::fail(project_not_writable(target, ENOSPC));
  if (!written)
    return core::fail(project_failed(target, wrong.empty() ? "QGIS could not write the project" : wrong));
  if (!make_relative(project_part, folder.file("unpacked")))
    return core::fail(project_failed(target, "QGIS could not write the project"));
  task.at(0.95, "save");
  if (task.stop.stop_requested()) return core::fail(cancelled);
  if (fs::is_directory(target))
    return core::fail(project_not_writable(target, EISDIR));  // or the data would be left alone
  // The data first: a project without its data would be worse than data without a project.
  for (const auto& [from, to] :
       {std::pair{data_part, fs::path(target).replace_extension(".gpkg")}, {project_part, fs::path(target)}})
    if (core::Status placed = PartFile(from).take_place_of(files::target_of(to).native()); !placed)
      return placed;
  task.at(1.0, "done");
  return {};
}

}  // namespace vicinia::gis::engine
