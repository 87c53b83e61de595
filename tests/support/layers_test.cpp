// Which part of the tree may include what. The arrows of the design, checked on every source file.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Layer {
  std::string folder;
  std::vector<std::string> forbidden;  ///< regular expressions on the included name
};

void PrintTo(const Layer& layer, std::ostream* out) { *out << layer.folder; }

const std::string qt = "Q[A-Za-z]+|Qt[A-Za-z0-9]*/.*|q[a-z]+\\.h";
const std::string qgis = "qgs.*|qgis.*";
const std::string gdal = "gdal.*|ogr.*|cpl_.*|proj\\.h";
const std::string rpc = "google/protobuf/.*|grpc.*|.*\\.pb\\.h";
const std::string boundary = "vicinia/(workspace|cli|desktop)/.*";

const std::vector<Layer> layers{
    {"core", {qt, qgis, gdal, rpc, "nlohmann/.*", "vicinia/gis/.*", boundary}},
    {"gis/io", {qt, qgis, rpc, "vicinia/gis/(map|client|protocol)/.*", boundary}},
    {"gis/map", {qt, qgis, gdal, rpc, "vicinia/gis/(io|client|protocol)/.*", boundary}},
    {"gis/protocol", {qt, qgis, gdal, "vicinia/gis/(io|client)/.*", boundary}},
    {"gis/client", {qt, qgis, gdal, "vicinia/gis/io/.*", boundary}},
    // GDAL comes with QGIS; the engine writes what it knows of a figure into the file with it. Data are gis/io's to read.
    {"gis/engine", {"ogr.*", "vicinia/gis/(io|client)/.*", boundary}},
    {"app/workspace", {qt, qgis, gdal, rpc, "vicinia/gis/(client|protocol)/.*"}},
    {"app/cli", {qt, qgis, gdal, rpc, "vicinia/gis/protocol/.*"}},
    {"app/desktop", {qgis, gdal, rpc, "vicinia/gis/protocol/.*"}},
};

bool is_source(const fs::path& file) {
  const std::string extension = file.extension().string();
  return extension == ".h" || extension == ".cpp";
}

std::vector<std::string> forbidden_includes(const fs::path& root, const Layer& layer) {
  static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  std::vector<std::regex> forbidden;
  for (const std::string& pattern : layer.forbidden) forbidden.emplace_back(pattern);
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(root / layer.folder)) {
    if (!entry.is_regular_file() || !is_source(entry.path())) continue;
    std::ifstream in(entry.path());
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      const std::string name = match[1];
      if (std::ranges::any_of(forbidden,
                              [&](const std::regex& pattern) { return std::regex_match(name, pattern); }))
        found.push_back(fs::relative(entry.path(), root).string() + ":" + std::to_string(number) +
                        " includes " + name);
    }
  }
  return found;
}

class Layers : public testing::TestWithParam<Layer> {};

TEST_P(Layers, IncludesOnlyWhatLiesBelow) {
  const auto found = forbidden_includes(VICINIA_SOURCE_DIR, GetParam());
  std::string list;
  for (const std::string& line : found) list += line + "\n";
  EXPECT_TRUE(found.empty()) << list;
}

INSTANTIATE_TEST_SUITE_P(Tree, Layers, testing::ValuesIn(layers), [](const auto& tested) {
  std::string name = tested.param.folder;
  std::ranges::replace(name, '/', '_');
  return name;
});

TEST(LayerRules, CatchAForbiddenInclude) {
  const fs::path root = fs::path(testing::TempDir()) / "layers_test";
  fs::create_directories(root / "core");
  std::ofstream(root / "core" / "bad.h") << "#pragma once\n#include <QString>\n#include <vector>\n";
  const auto found = forbidden_includes(root, layers.front());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0], "core/bad.h:2 includes QString");
  fs::remove_all(root);
}

}  // namespace
