/// \file template_box.h
/// The pages to choose from: those of the program with their sizes, and a QGIS layout of the user's own.
#pragma once

#include <QComboBox>
#include <filesystem>
#include <string>

#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class TemplateBox : public QComboBox {
  Q_OBJECT

 public:
  /// `language` is that of the window.
  explicit TemplateBox(workspace::Language language, QWidget* parent = nullptr);

  /// Of the program's own; empty where the user's is chosen.
  [[nodiscard]] std::string templateId() const;
  /// The user's; empty where one of the program's is chosen.
  [[nodiscard]] std::filesystem::path templateFile() const;
  /// A file that is no longer there is passed over.
  void choose(const std::string& id, const std::filesystem::path& file);
  void chooseFile(const QString& file);

 Q_SIGNALS:
  void chosen();

 private:
  void chooseRow(int row);

  workspace::Language language_;
  QString file_;
  int last_ = 0;  ///< to go back to where no file is chosen
};

}  // namespace vicinia::desktop
