#include "killed/worker.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QTimer>
#include <random>

#include "session/document_file.h"
#include "session/kept_view.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/view_file.h"

namespace vicinia::desktop::killed {

namespace ws = workspace;

namespace {

void tell(const std::string& line) {
  const std::string whole = line + "\n";
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) < 0) std::abort();
}

}  // namespace

int work_until_killed(const std::filesystem::path& folder, unsigned seed) {
  Session session(ws::Language::vi);
  DocumentFile file(session);
  KeptView kept(session, file, windows_in(folder));
  const auto data = ws::load(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini");
  auto sources = ws::write_sources(*(*data)->dataset, folder);
  const auto prepared =
      std::make_shared<const PreparedDataset>(PreparedDataset{*data, *std::move(sources), folder});
  // As the window does that is opened again.
  std::optional<ws::View> view;
  std::filesystem::path workspace;
  if (kept.left())
    if (const auto stored = ws::read_view_file(*kept.left())) {
      view = ws::view_on(*stored, *(*data)->dataset).value();
      workspace = stored->workspace_file;
    }
  if (!session.begin(prepared, view)) std::abort();
  file.resume(workspace);
  int edit = edit_in(session.view().notes), being_saved = 0;
  // No number stands for two edits.
  if (const auto saved = ws::read_workspace(workspace_in(folder)))
    edit = std::max(edit, edit_in(ws::view_on(saved->view, session.dataset())->notes));
  tell("began " + std::to_string(edit));

  std::minstd_rand random(seed);
  QObject::connect(&file, &DocumentFile::written, [&] { tell("saved " + std::to_string(being_saved)); });
  QTimer next;
  QObject::connect(&next, &QTimer::timeout, [&] {
    const auto number = std::to_string(++edit);
    session.apply(ws::commands::set_notes("lần sửa " + number));
    session.apply(ws::commands::set_sector(random() % session.dataset().sectors.size()));
    tell("edit " + number + " " + std::to_string(now_ms()));
    if (random() % 4 == 0 && !file.isSaving()) {
      being_saved = edit;
      file.save(workspace_in(folder));
    }
    next.setInterval(static_cast<int>(random() % 25));
  });
  next.start(0);
  return QCoreApplication::exec();
}

}  // namespace vicinia::desktop::killed
