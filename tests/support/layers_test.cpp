// Which part of the tree may include what. The arrows of the design, checked on every source file.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
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
const std::string workbooks = "xlsxwriter.*";
const std::string rpc = "google/protobuf/.*|grpc.*|.*\\.pb\\.h";
const std::string server = "libpq.*|pqxx/.*|postgres.*";
const std::string boundary = "vicinia/(workspace|cli|desktop)/.*";

const std::vector<Layer> layers{
    {"core", {qt, qgis, gdal, workbooks, rpc, server, "nlohmann/.*", "vicinia/gis/.*", boundary}},
    {"gis/io", {qt, qgis, rpc, server, "vicinia/gis/(firms|map|client|protocol)/.*", boundary}},
    {"gis/imports",
     {qt, qgis, gdal, workbooks, rpc, server, "vicinia/gis/(map|client|protocol)/.*", boundary}},
    {"gis/firms", {qt, qgis, gdal, workbooks, rpc, "vicinia/gis/(map|client|protocol)/.*", boundary}},
    {"gis/map", {qt, qgis, gdal, rpc, "vicinia/gis/(io|client|protocol)/.*", boundary}},
    {"gis/protocol", {qt, qgis, gdal, "vicinia/gis/(io|client)/.*", boundary}},
    {"gis/client", {qt, qgis, gdal, "vicinia/gis/io/.*", boundary}},
    // GDAL comes with QGIS; the engine writes what it knows of a figure into the file with it. Data are gis/io's to read.
    {"gis/engine", {"ogr.*", "vicinia/gis/(io|client)/.*", boundary}},
    {"app/workspace", {qt, qgis, gdal, workbooks, rpc, server, "vicinia/gis/(client|protocol)/.*"}},
    {"app/cli", {qt, qgis, gdal, workbooks, rpc, server, "vicinia/gis/protocol/.*"}},
    {"app/desktop", {qgis, gdal, workbooks, rpc, server, "vicinia/gis/protocol/.*"}},
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

/// A file's folder by its ideas: where its module has it under include/, it has it under src/ as well.
std::string room_of(const fs::path& file, const fs::path& module) {
  std::string room = fs::relative(file.parent_path(), module).generic_string();
  room = std::regex_replace(room, std::regex("^(include/vicinia/(gis/)?[a-z]+|src)/?"), "");
  return room == "." ? "" : room;
}

/// Folders beside each other that include each other, by way of others or not: "a → b → a (file)". A folder and those within it may.
std::vector<std::string> circles(const fs::path& module) {
  static const std::regex include(R"re(^\s*#\s*include\s*"([^"]+)")re");
  std::vector<fs::path> files;
  std::map<std::string, std::vector<std::string>>
      rooms_by_end;  // [end of a header's path] the rooms it may be in
  for (const auto& entry : fs::recursive_directory_iterator(module)) {
    if (!entry.is_regular_file() || !is_source(entry.path())) continue;
    files.push_back(entry.path());
    if (entry.path().extension() != ".h") continue;
    std::string end;
    for (fs::path rest = fs::absolute(entry.path()); rest.has_filename() && rest != rest.root_path();
         rest = rest.parent_path()) {
      end = end.empty() ? rest.filename().string() : rest.filename().string() + "/" + end;
      rooms_by_end[end].push_back(room_of(entry.path(), module));
    }
  }
  struct Arrow {
    std::string to, by;
  };
  std::map<std::string, std::vector<Arrow>> arrows;  // between folders of one parent
  for (const fs::path& source : files) {
    std::ifstream in(source);
    std::string line;
    while (std::getline(in, line)) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      const auto known = rooms_by_end.find(match[1]);
      if (known == rooms_by_end.end() || known->second.size() != 1) continue;
      const std::string from = room_of(source, module) + "/", to = known->second.front() + "/";
      std::size_t same = 0;  // up to here they are in one folder
      for (std::size_t i = 0; i < std::min(from.size(), to.size()) && from[i] == to[i]; ++i)
        if (from[i] == '/') same = i + 1;
      if (same >= from.size() || same >= to.size() || from == "/" || to == "/") continue;
      arrows[from.substr(0, from.find('/', same))].push_back(
          {to.substr(0, to.find('/', same)), source.filename().string() + " includes " + match[1].str()});
    }
  }
  std::vector<std::string> found;
  for (const auto& entry : std::map(arrows)) {
    const std::string& start = entry.first;
    std::set<std::string> seen;
    const std::function<bool(const std::string&, std::string)> leads_back = [&](const std::string& room,
                                                                                std::string way) {
      for (const Arrow& arrow : arrows[room]) {
        const std::string longer = way + " → " + arrow.to + " (" + arrow.by + ")";
        if (arrow.to == start) {
          found.push_back(longer);
          return true;
        }
        if (seen.insert(arrow.to).second && leads_back(arrow.to, longer)) return true;
      }
      return false;
    };
    (void)leads_back(start, start);
  }
  return found;
}

TEST_P(Layers, HasNoFoldersThatIncludeEachOther) {
  std::string list;
  for (const std::string& circle : circles(fs::path(VICINIA_SOURCE_DIR) / GetParam().folder))
    list += circle + "\n";
  EXPECT_TRUE(list.empty()) << list;
}

TEST(LayerRules, CatchFoldersThatIncludeEachOther) {
  const fs::path root = fs::path(testing::TempDir()) / "circles_test";
  for (const char* folder : {"include/vicinia/core/a", "src/a/within", "src/b"})
    fs::create_directories(root / folder);
  std::ofstream(root / "include/vicinia/core/a/a.h") << "#include \"b/b.h\"\n";
  std::ofstream(root / "src/a/within/part.h") << "#include \"vicinia/core/a/a.h\"\n";
  std::ofstream(root / "src/a/all.cpp") << "#include \"a/within/part.h\"\n";
  std::ofstream(root / "src/b/b.h") << "#pragma once\n";
  EXPECT_TRUE(circles(root).empty());
  std::ofstream(root / "src/b/b.cpp") << "#include \"vicinia/core/a/a.h\"\n";
  const auto found = circles(root);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "a → b (a.h includes b/b.h) → a (b.cpp includes vicinia/core/a/a.h)");
  fs::remove_all(root);
}

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
