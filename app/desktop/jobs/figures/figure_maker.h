/// \file figure_maker.h
/// Makes the pages that are asked for out of a document as it was at one moment. Preview and export ask the same maker, so that what is
/// written is what was seen.
/// Threads: every member may be called from any thread; long: never from the GUI's.
/// Errors:  those of FigurePages, Contiguity, EngineClient::export_figure and export_series, export_folder.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>

#include "jobs/arc_detail.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/gis/client/engine_client.h"
#include "vicinia/workspace/figures/figure_pages.h"

namespace vicinia::desktop {

/// What a person has chosen, but for where it goes.
struct FigureRequest {
  workspace::FigureKind kind = workspace::FigureKind::map;
  workspace::SeriesOptions series{};
  workspace::PageOptions page{};  ///< its file and format are left alone
  /// What of the view is on the page. What is selected is a matter of the window, unless it is asked for.
  struct Shown {
    bool labels = true, outlines = true, selection = false;
    bool chart =
        false;  ///< that of the view, drawn into page.chart by whoever asks: Qt Charts draws on the GUI's thread alone
    friend bool operator==(const Shown&, const Shown&) = default;
  } shown{};
};

struct FigureTarget {
  std::filesystem::path file{};  ///< absolute; a folder where there is a file for each page
  gis::map::FigureFormat format = gis::map::FigureFormat::pdf;
  bool is_folder = false;
};

using FigurePagesPtr = std::shared_ptr<const workspace::FigurePages>;

class FigureMaker {
 public:
  /// `contiguity`: that of the document's data and tolerance, or null, and it is found when it is needed first.
  FigureMaker(workspace::Document document, workspace::MapSources sources, ContiguityPtr contiguity);

  [[nodiscard]] const workspace::Document& document() const { return document_; }
  [[nodiscard]] const workspace::MapSources& sources() const { return sources_; }
  /// Those asked for last are kept.
  [[nodiscard]] core::Result<FigurePagesPtr> pages(const FigureRequest& request, const core::Task& task);
  [[nodiscard]] core::Status write(gis::client::EngineClient& client, const FigureRequest& request,
                                   const FigureTarget& target, const core::Task& task);
  [[nodiscard]] unsigned next_number() { return ++number_; }  ///< for names of files

 private:
  const workspace::Document document_;
  const workspace::MapSources sources_;
  std::atomic<unsigned> number_ = 0;
  std::mutex mutex_;
  ContiguityPtr contiguity_;
  workspace::FigureWish wish_{};
  FigureRequest::Shown shown_{};
  FigurePagesPtr pages_;  ///< of wish_ and shown_
};
using FigureMakerPtr = std::shared_ptr<FigureMaker>;

/// ".pdf", ".svg" …
[[nodiscard]] const char* extension_of(gis::map::FigureFormat format);

}  // namespace vicinia::desktop
