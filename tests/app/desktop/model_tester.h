/// \file model_tester.h
/// Qt's own checks of an item model; a model that breaks a rule of Qt's ends the test program.
#pragma once

#include <QAbstractItemModelTester>

namespace vicinia::desktop {

class ModelTester : public QAbstractItemModelTester {
 public:
  explicit ModelTester(QAbstractItemModel* model)
      : QAbstractItemModelTester(model, FailureReportingMode::Fatal) {}
};

}  // namespace vicinia::desktop
