// Opens a QGIS project as QGIS does, and prints what it finds: a line for each layer, class and layout.
#include <qgsapplication.h>
#include <qgscategorizedsymbolrenderer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutmanager.h>
#include <qgsmarkersymbol.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgspropertytransformer.h>
#include <qgsrendercontext.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

#include <QImage>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "qgis_names.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QTemporaryDir home;
  QgsApplication application(argc, argv, false, home.path());
  QgsApplication::initQgis();
  QgsProject project;
  if (!project.read(QString::fromUtf8(argv[1]))) return 1;
  for (const QgsMapLayer* layer : project.mapLayers()) {
    const auto* vector = qobject_cast<const QgsVectorLayer*>(layer);
    std::printf("layer|%s|%s|%lld\n", qPrintable(layer->name()), layer->isValid() ? "valid" : "invalid",
                vector != nullptr ? static_cast<long long>(vector->featureCount()) : -1);
    // How much of its fill stands out from the ground: of a hatch its lines.
    if (const auto* const single =
            vector != nullptr ? dynamic_cast<const QgsSingleSymbolRenderer*>(vector->renderer()) : nullptr;
        single != nullptr && vector->geometryType() == vicinia::gis::qgis_names::polygons) {
      const QImage look = const_cast<QgsSymbol*>(single->symbol())
                              ->asImage(QSize(80, 80))
                              .convertToFormat(QImage::Format_Grayscale8)
                              .copy(10, 10, 60, 60);
      std::array<int, 256> tones{};
      for (int y = 0; y < look.height(); ++y)
        for (int x = 0; x < look.width(); ++x) ++tones[static_cast<std::size_t>(qGray(look.pixel(x, y)))];
      const auto ground = std::ranges::max_element(tones) - tones.begin();
      int other = 0;
      for (int tone = 0; tone < 256; ++tone)
        other += std::abs(tone - ground) > 8 ? tones[static_cast<std::size_t>(tone)] : 0;
      std::printf("look|%s|%s\n", qPrintable(layer->name()), other > 180 ? "lines" : "plain");
    }
    QgsRenderContext context;
    const QgsSymbolList symbols = vector != nullptr
                                      ? const_cast<QgsFeatureRenderer*>(vector->renderer())->symbols(context)
                                      : QgsSymbolList();
    for (QgsSymbol* const symbol : symbols)
      if (const auto* const marker = dynamic_cast<const QgsMarkerSymbol*>(symbol)) {
        const QgsProperty size = marker->dataDefinedSize();
        const auto* const scale = dynamic_cast<const QgsSizeScaleTransformer*>(size.transformer());
        if (scale != nullptr && scale->type() == QgsSizeScaleTransformer::Area)
          std::printf("by area|%s|%s|%g|%g mm\n", qPrintable(layer->name()), qPrintable(size.field()),
                      scale->maxValue(), scale->maxSize());
      }
    if (const auto* const categorised =
            vector != nullptr ? dynamic_cast<const QgsCategorizedSymbolRenderer*>(vector->renderer())
                              : nullptr)
      for (const QgsRendererCategory& category : categorised->categories())
        std::printf("category|%s|%s\n", qPrintable(category.value().toString()),
                    qPrintable(category.label()));
    const auto* graduated =
        vector != nullptr ? dynamic_cast<const QgsGraduatedSymbolRenderer*>(vector->renderer()) : nullptr;
    if (graduated == nullptr) continue;
    for (const QgsRendererRange& range : graduated->ranges())
      std::printf("class|%g|%g|%s|%s\n", range.lowerValue(), range.upperValue(), qPrintable(range.label()),
                  qPrintable(range.symbol()->color().name()));
  }
  for (const QgsPrintLayout* layout : project.layoutManager()->printLayouts()) {
    QList<QgsLayoutItemMap*> maps;
    layout->layoutItems(maps);
    std::printf("layout|%s|%d maps|%d layers\n", qPrintable(layout->name()), static_cast<int>(maps.size()),
                maps.isEmpty() ? 0 : static_cast<int>(maps.front()->layers().size()));
  }
  return 0;
}
