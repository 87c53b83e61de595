// Whatever is wrong with a data set: the window says which file and which row, and what was open stays open.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "window_fixture.h"

namespace vicinia::desktop {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}
void append(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::app) << text; }

struct Fault {
  const char* name;
  void (*spoil)(const fs::path& folder);
  std::vector<const char*> said;  ///< what the message must contain
};

void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }

const std::vector<Fault> faults{
    {"MissingShx",
     [](const fs::path& f) { fs::remove(f / "districts.shx"); },
     {"districts.shp", "districts.shx"}},
    {"MissingDbf",
     [](const fs::path& f) { fs::remove(f / "districts.dbf"); },
     {"districts.shp", "districts.dbf"}},
    {"MissingPrj", [](const fs::path& f) { fs::remove(f / "districts.prj"); }, {"districts.shp", ".prj"}},
    {"TruncatedShp",
     [](const fs::path& f) { fs::resize_file(f / "districts.shp", fs::file_size(f / "districts.shp") / 2); },
     {"districts.shp", "feature"}},
    {"TextNamedShp",
     [](const fs::path& f) { write(f / "districts.shp", "this is no shapefile\n"); },
     {"districts.shp"}},
    {"EmptyLayer",
     [](const fs::path& f) {
       write(f / "districts.geojson", R"({"type":"FeatureCollection","features":[]})");
       std::string manifest = contents(f / "manifest.json");
       write(f / "manifest.json", manifest.replace(manifest.find("districts.shp"), 13, "districts.geojson"));
     },
     {"districts.geojson"}},
    {"DuplicateUnitCodes",
     [](const fs::path& f) {
       std::string manifest = contents(f / "manifest.json");
       const auto at = manifest.find("\"code\": \"code\"", manifest.find("districts.shp"));
       write(f / "manifest.json", manifest.replace(at, 14, "\"code\": \"parent\""));
     },
     {"districts.shp", "feature 2"}},
    {"NegativeCount",
     [](const fs::path& f) { append(f / "observations.csv", "11,I,-4,1,0,5\n"); },
     {"observations.csv", "line 20", "enterprises", "-4"}},
    {"ShareOverAHundred",
     [](const fs::path& f) {
       write(f / "observations.csv", "unit_code,sector_no,employees,lq,sector_share_pct\n11,I,5,1.0,100.5\n");
     },
     {"observations.csv", "line 2", "sector_share_pct", "100.5"}},
    {"WrongSeparator",
     [](const fs::path& f) { write(f / "observations.csv", "unit_code;sector_no;employees\n11;I;5\n"); },
     {"observations.csv", "\";\""}},
    {"RowForAnUnknownUnit",
     [](const fs::path& f) { append(f / "observations.csv", "zz,I,4,1,0,5\n"); },
     {"observations.csv", "line 20", "zz"}},
    {"TextInANumber",
     [](const fs::path& f) { append(f / "observations.csv", "11,I,4,1,0,many\n"); },
     {"observations.csv", "line 20", "employees", "many"}},
    {"BrokenManifest",
     [](const fs::path& f) { write(f / "manifest.json", "{\n  \"format\": \n"); },
     {"manifest.json"}},
};

class BadData : public WindowTest, public testing::WithParamInterface<Fault> {};

TEST_P(BadData, IsSaidWithFileAndPlaceAndWhatWasOpenStaysOpen) {
  const QTemporaryDir folder;
  const auto data = copyOfMini(folder);
  GetParam().spoil(data);
  session.apply(workspace::commands::set_sector(1));
  waitForMap();
  const auto before = session.document();
  window->opener().openDataset(data);
  QMessageBox* box = nullptr;
  ASSERT_TRUE(waitFor(
      [&] { return (box = window->findChild<QMessageBox*>(QStringLiteral("errorMessage"))) != nullptr; }));
  for (const char* words : GetParam().said)
    EXPECT_TRUE(box->informativeText().contains(QString::fromUtf8(words)))
        << words << " is not in: " << utf8(box->informativeText());
  EXPECT_EQ(session.document().data, before.data);
  EXPECT_EQ(session.document().view, before.view);
  box->close();
  session.apply(workspace::commands::set_sector(2));
  waitForMap();
}

INSTANTIATE_TEST_SUITE_P(Each, BadData, testing::ValuesIn(faults),
                         [](const auto& tested) { return std::string(tested.param.name); });

/// A name may be anything. Qt would open what an <img> in one names, and wait for it.
TEST_F(WindowTest, ShowsNamesSourcesAndNotesAsTheyAreWritten) {
  const QTemporaryDir folder;
  const fs::path data = toPath(folder.path()) / "data";
  fs::copy(mini(), data, fs::copy_options::recursive);
  const std::string hostile = "x <img src='/dev/zero'> <b>bold</b>";
  std::string manifest = contents(data / "manifest.json");
  for (const char* key : {"title", "source", "survey", "denominator_text", "boundary_note"}) {
    const auto entry = "\"" + std::string(key) + "\":";
    const auto at = manifest.find(entry);
    const std::string value = "\"" + std::string(key) + "\": \"" + hostile + "\",";
    if (at == std::string::npos) {
      manifest.insert(manifest.find('{') + 1, "\n  " + value);
      continue;
    }
    auto end = manifest.find_first_not_of(" \n", at + entry.size());
    end = manifest[end] == '{' ? manifest.find('}', end) + 1 : manifest.find('"', end + 1) + 1;
    manifest.replace(at, end - at, value.substr(0, value.size() - 1));
  }
  write(data / "manifest.json", manifest);
  write(data / "sectors.csv",
        contents(data / "sectors.csv") + "IX,\"" + hostile + "\",\"" + hostile + "\"\n");
  window->opener().openDataset(data);
  ASSERT_TRUE(waitFor([&] { return session.document().data->folder == data; }));
  waitForMap();
  session.apply(workspace::commands::select_unit(unit("11")));
  window->actions().findings->trigger();
  window->actions().exportFigure->trigger();
  QCoreApplication::processEvents();
  std::size_t seen = 0;
  for (const QLabel* const label : window->findChildren<QLabel*>()) {
    if (label->textFormat() != Qt::AutoText) ++seen;
    if (label->textFormat() == Qt::AutoText) {
      EXPECT_FALSE(Qt::mightBeRichText(label->text()))
          << utf8(label->objectName()) << ": " << utf8(label->text());
    }
    if (label->textFormat() == Qt::RichText) {
      EXPECT_FALSE(label->text().contains(QStringLiteral("<img src='/dev"))) << utf8(label->text());
    }
  }
  EXPECT_GT(seen, 20U);
  EXPECT_TRUE(std::ranges::any_of(window->findChildren<QLabel*>(), [&](const QLabel* label) {
    return label->text().contains(qs(hostile));
  })) << "word for word";
  window->showError(qs(hostile), {.code = core::ErrorCode::file_not_found, .subject = {.file = hostile}});
  const auto* const box = find<QMessageBox>("errorMessage");
  for (const QString& text : {box->text(), box->informativeText()}) {
    EXPECT_FALSE(text.contains(QStringLiteral("<img"))) << utf8(text);
  }
}

}  // namespace
}  // namespace vicinia::desktop
