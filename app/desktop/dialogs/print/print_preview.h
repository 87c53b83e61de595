/// \file print_preview.h
/// The pages as they come out of a printer, before they do: each as large as its paper lets it be.
#pragma once

#include <QPrintPreviewDialog>
#include <QPrinter>
#include <memory>

#include "jobs/figures/print_job.h"

namespace vicinia::desktop {

class PrintPreview : public QPrintPreviewDialog {
  Q_OBJECT

 public:
  explicit PrintPreview(PrintablePages pages, QWidget* parent = nullptr);
  ~PrintPreview() override;

  [[nodiscard]] std::size_t pages() const { return pages_.pages.size(); }
  /// Paints all of them; public for whoever prints without a preview.
  static void paint(const PrintablePages& pages, QPrinter& printer);

 private:
  PrintPreview(PrintablePages pages, std::unique_ptr<QPrinter> printer, QWidget* parent);

  PrintablePages pages_;
  std::unique_ptr<QPrinter> printer_;
};

}  // namespace vicinia::desktop
