// A figure opens again in the view that it came from.
#include <QMimeData>
#include <fstream>

#include "vicinia/workspace/figures/figure_page.h"
#include "window_fixture.h"

namespace vicinia::desktop {

class FigureOpens : public WindowTest {
 protected:
  /// The map as it is, as a figure.
  QString figure() {
    const QString file = folder.filePath(QStringLiteral("f.png"));
    const auto contiguity =
        workspace::Contiguity::build(session.dataset(), session.view().agglomerations.tolerance_m);
    const workspace::PageOptions options{
        .figure = {.file = toPath(file), .format = gis::map::FigureFormat::png, .dpi = 60},
        .template_id = "half-page"};
    const auto page =
        workspace::make_figure_page(session.document(), session.sources(), *contiguity, options);
    EXPECT_TRUE(page);
    EXPECT_TRUE(window->engine().client().export_figure(*page, {}));
    return file;
  }
  QMessageBox* waitForMessage() {
    QMessageBox* box = nullptr;
    EXPECT_TRUE(waitFor(
        [&] { return (box = window->findChild<QMessageBox*>(QStringLiteral("errorMessage"))) != nullptr; }));
    return box;
  }
  void drop(const QString& file) {
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &enter);
    ASSERT_TRUE(enter.isAccepted());
    QDropEvent dropped({50, 50}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &dropped);
  }

  QTemporaryDir folder;
};

TEST_F(FigureOpens, DroppedOnTheWindowWithEverythingThatItShowed) {
  namespace commands = workspace::commands;
  auto rules = session.view().agglomerations;
  rules.rules.lq_min = 1.25;
  for (auto& command :
       {commands::set_sector(1), commands::set_variable(core::values::Variable::employees),
        commands::set_classification({core::stats::ClassMethod::equal_interval, 3, {}}),
        commands::set_agglomerations(rules), commands::select_unit(unit("11")), commands::set_labels(false)})
    ASSERT_TRUE(session.apply(command));
  const auto extent = workspace::unit_extent(session.dataset(), unit("11"));
  ASSERT_TRUE(session.apply(commands::set_extent(extent)));
  waitForMap();
  const auto shown = session.view();
  const QString file = figure();
  while (session.canUndo()) session.undo();
  session.apply(commands::select_unit(std::nullopt));
  session.apply(commands::set_extent(std::nullopt));
  waitForMap();
  EXPECT_NE(session.view(), shown);
  drop(file);
  EXPECT_EQ(session.view(), shown);
  waitForMap();
}

TEST_F(FigureOpens, NotWhereAFileHoldsNone) {
  const auto before = session.view();
  const QString file = folder.filePath(QStringLiteral("other.png"));
  std::ofstream(toPath(file)) << "\x89PNG";
  window->opener().openFile(toPath(file));
  auto* box = waitForMessage();
  ASSERT_TRUE(box);
  EXPECT_TRUE(box->informativeText().contains(QStringLiteral("other.png"))) << utf8(box->informativeText());
  EXPECT_EQ(session.view(), before);
}

TEST_F(FigureOpens, OnOtherDataAndSaysSo) {
  const QString file = figure();
  const auto other = copyOfMini(folder);
  std::ofstream(other / "observations.csv", std::ios::app) << "\n";
  const auto first = session.document().data;
  window->opener().openDataset(other);
  ASSERT_TRUE(waitFor([&] { return session.document().data != first; }));
  QSignalSpy differs(&window->opener(), &DocumentOpener::dataDiffers);
  window->opener().openFile(toPath(file));
  EXPECT_EQ(differs.count(), 1);
}

TEST_F(FigureOpens, AtTheStartOnTheDataThatAreAskedFor) {
  session.apply(workspace::commands::set_sector(2));
  const QString file = figure();
  const auto other = copyOfMini(folder);
  window->opener().openFileAtStart(toPath(file), other);
  ASSERT_TRUE(waitFor([&] { return session.document().data->folder == other; }));
  EXPECT_EQ(session.view().sector, 2u);
  waitForMap();
}

}  // namespace vicinia::desktop
