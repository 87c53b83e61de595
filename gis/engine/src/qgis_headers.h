/// \file qgis_headers.h
/// Precompiled: what nearly every file of the engine needs of QGIS and Qt.
#pragma once

#include <qgsapplication.h>
#include <qgsfeature.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgsgeometry.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgslinesymbollayer.h>
#include <qgsmapsettings.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>
#include <qgsvectorlayer.h>

#include <QColor>
#include <QImage>
#include <QString>
