// The window's web page: with what the window shows, in its language, off the GUI thread.
#include <fstream>
#include <iterator>
#include <string>

#include "exports/web_page_export.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

class WebPages : public WindowTest {
 protected:
  static std::string contentsOf(const QString& file) {
    std::ifstream in(toPath(file));
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_F(WebPages, OpenWithWhatTheWindowShowsInItsLanguage) {
  const QTemporaryDir folder;
  WebPageExport& writer = *window->exports().webPage;
  ASSERT_TRUE(writer.isPossible());
  EXPECT_TRUE(window->actions().exportWebPage->isEnabled());
  EXPECT_TRUE(writer.filters().front().endsWith(QStringLiteral("(*.html)")));
  session.apply(ws::commands::set_variable(core::values::Variable::employees));
  window->actions().vietnamese->trigger();
  const QString file = folder.filePath(QStringLiteral("trang.html"));
  const QSignalSpy written(&writer, &FileExport::written);
  writer.write(file);
  ASSERT_TRUE(waitFor([&] { return written.count() == 1; }));
  const std::string page = contentsOf(file);
  EXPECT_NE(page.find("<html lang=\"vi\">"), std::string::npos);
  EXPECT_NE(page.find("\"variable\":1,"), std::string::npos);
  window->actions().english->trigger();
}

TEST_F(WebPages, ThatCannotBeWrittenLeaveNothing) {
  const QTemporaryDir folder;
  WebPageExport& writer = *window->exports().webPage;
  const QSignalSpy failed(&writer, &FileExport::failed);
  writer.write(folder.filePath(QStringLiteral("page.doc")));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 1; }));
  writer.write(folder.filePath(QStringLiteral("no/such/folder/page.html")));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 2; }));
  EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

}  // namespace vicinia::desktop
