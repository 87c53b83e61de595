/// \file web_page.h
/// A web page for people without the program: one HTML file with the map as vectors, the values of every sector and variable, the
/// agglomerations and the notes, in both languages. It needs no server and makes no request.
/// Source:  arcs shared between areas and delta coded on a grid, as TopoJSON has them; simplified by core/topology/simplify.h.
/// Shapes:  document, contiguity → the bytes of a file; [unit × sector × variable] → states, classes, colours and texts, all made by the
///          functions that the window takes: the page computes nothing.
/// Units:   the map in steps of a grid, of which each is some metres. No line is further from where it is than half a pixel at the deepest
///          zoom of the page, and half a step. That zoom is 24 times that of the whole country on a map of 1,000 pixels. Where the areas
///          would have more than `most_vertices`, tolerance and step are doubled until they have not, up to two pixels of a map of
///          everything, and the zoom is halved with each.
/// Missing: "not published" is a state of its own, which no number stands for; zero is another.
/// Errors:  those of make_choropleth, find_agglomerations, simplify; FolderNotFound, FileNotReadable (the page's own resources);
///          Cancelled.
/// Cost:    O(vertices log vertices), and for each sector and variable that of its map. The same input gives the same bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline web {

struct WebPageOptions {
  Language language = Language::vi;  ///< that it opens in
  std::size_t most_vertices = 250'000;
  /// Of the values of all sectors, in the page: once they are more, no other variable is taken in. The one that is shown always is, and the
  /// published ones come first.
  std::size_t most_value_bytes = 4'000'000;
};

struct WebPage {
  std::string html{};
  std::vector<Variable> left_out{};  ///< available in the data, but not in the page
  double tolerance_m = 0;            ///< that borders were simplified with
};

/// What the document looks at is what the page opens with: sector, variable, classes, colours, province, extent, selection, rules of
/// agglomerations. Areas are drawn where the document has a cartogram, and its period alone is in the page. Notes of its owner are not.
[[nodiscard]] core::Result<WebPage> make_web_page(const Document& document, const Contiguity& contiguity,
                                                  const WebPageOptions& options = {},
                                                  const core::Task& task = {});
/// Written beside and renamed. Errors: FileNotWritable besides.
[[nodiscard]] core::Result<WebPage> write_web_page(const std::filesystem::path& file,
                                                   const Document& document, const Contiguity& contiguity,
                                                   const WebPageOptions& options = {},
                                                   const core::Task& task = {});

/// What the page holds, before it becomes text; its members are described in resources/web/README.md.
[[nodiscard]] core::Result<nlohmann::ordered_json> web_page_data(const Document& document,
                                                                 const Contiguity& contiguity,
                                                                 const WebPageOptions& options = {},
                                                                 const core::Task& task = {});
/// JSON that may stand inside a script element: no sign in it can end one, or a line of it.
[[nodiscard]] std::string text_for_script(const nlohmann::ordered_json& json);
/// Text that may stand between tags and within quotes of attributes.
[[nodiscard]] std::string text_for_html(std::string_view text);

/// What was left out, and why, in one sentence; empty where nothing was.
[[nodiscard]] std::string left_out_text(const Document& document, const WebPage& page, Language language);

}  // namespace vicinia::workspace::inline web
