#include "vicinia/gis/client/figure_folder.h"

#include <unistd.h>

#include <system_error>
#include <vector>

#include "vicinia/gis/files/write_file.h"

namespace vicinia::gis::client {
namespace {

namespace fs = std::filesystem;

core::Error not_writable(const fs::path& file, const std::error_code& reason) {
  return {.code = core::ErrorCode::file_not_writable,
          .subject = {.file = file.string()},
          .detail = reason.message()};
}

/// A folder for files that are not complete yet. Whatever it made is gone with it, unless keep() moved it on.
class UnfinishedFolder {
 public:
  explicit UnfinishedFolder(const fs::path& folder)
      : folder_(folder), part_(folder / (".vicinia-" + std::to_string(::getpid()) + ".part")) {}
  UnfinishedFolder(const UnfinishedFolder&) = delete;
  UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
  ~UnfinishedFolder() {
    std::error_code ignored;
    fs::remove_all(part_, ignored);
    for (const fs::path& made : made_) fs::remove(made, ignored);  // stays where it holds something
  }

  core::Status make() {
    std::error_code failed;
    for (fs::path missing = folder_; !missing.empty() && !fs::exists(missing, failed);
         missing = missing.parent_path())
      made_.push_back(missing);
    fs::create_directories(part_, failed);
    if (failed) return core::fail(not_writable(folder_, failed));
    return {};
  }
  core::Status keep() const {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(part_, failed)) {
      if (core::Status placed =
              files::put_in_place(entry.path(), files::target_of(folder_ / entry.path().filename()));
          !placed)
        return placed;
    }
    if (failed) return core::fail(not_writable(folder_, failed));
    return {};
  }
  [[nodiscard]] const fs::path& part() const { return part_; }

 private:
  fs::path folder_, part_;
  std::vector<fs::path> made_;  ///< innermost first
};

/// Of one page among many; "draw" is told once for each.
core::ProgressCallback within(const core::Task& task, std::size_t page, std::size_t pages) {
  return [&task, page, pages](double share, std::string_view) {
    task.at((static_cast<double>(page) + share) / static_cast<double>(pages), "go on");
  };
}

}  // namespace

core::Status export_folder(EngineClient& client, const fs::path& folder, std::size_t pages,
                           const FigurePage& page_of, const core::Task& task) {
  std::error_code failed;
  fs::path target = fs::absolute(folder, failed).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();  // "maps/"
  UnfinishedFolder unfinished(target);
  if (auto made = unfinished.make(); !made) return made;
  for (std::size_t page = 0; page < pages; ++page) {
    if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
    task.at(static_cast<double>(page) / static_cast<double>(pages), "draw");
    auto figure = page_of(page);
    if (!figure) return core::fail(std::move(figure).error());
    const fs::path name = fs::path(figure->file).filename();
    figure->file = (unfinished.part() / name).string();
    auto written = client.export_figure(*figure, {task.stop, within(task, page, pages), task.note});
    if (written) continue;
    core::Error error = written.error();
    if (error.subject.file == figure->file)
      error.subject.file = (target / name).string();  // the hidden folder is nobody's business
    return core::fail(std::move(error));
  }
  if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  return unfinished.keep();
}

}  // namespace vicinia::gis::client
