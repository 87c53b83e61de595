// vicinia open: what a figure or a saved view shows; draws it again, or opens the window on it.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "command.h"
#include "figure_options.h"
#include "output.h"
#include "stop_on_interrupt.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/figures/comparison_page.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/figures/figure_outlines.h"
#include "vicinia/workspace/figures/figure_view.h"
#include "vicinia/workspace/saving/workspace_file.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::cli {
namespace {

class Open : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand(
        "open", "What a figure shows: restores the view that a PDF, SVG, PNG or TIFF came from");
    dataset_.setup(*app_, DatasetOptions::Languages::one, DatasetOptions::Periods::settled);
    app_->add_option("figure", figure_, "A figure that Vicinia has made, or a workspace (.vicinia)")
        ->type_name("FILE")
        ->required();
    app_->add_option("--figure-out", figure_out_, "Draw the figure again, into this file")->type_name("FILE");
    app_->add_option("--view-out", view_out_, "Save the view (.vicinia), which the window opens")
        ->type_name("FILE");
    app_->add_option("--template", template_, "Page of --figure-out: " + workspace::figure_template_names())
        ->type_name("NAME");
    app_->add_flag("--window", window_, "Open the window with the view");
  }

  core::Status run() override {
    if (!figure_out_.empty())
      if (const auto format = workspace::figure_format_of(figure_out_); !format)
        return core::fail(format.error());
    for (const std::string* out : {&figure_out_, &view_out_}) {
      if (auto ok = check_output(*out, {figure_}); !ok) return ok;
      if (auto ok = dataset_.check_output(*out); !ok) return ok;
    }
    const bool is_view = figure_.ends_with(".vicinia");
    const auto stored = is_view ? view_of_workspace(figure_) : workspace::view_from_figure(figure_);
    if (!stored) return core::fail(stored.error());
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    const auto view = workspace::view_on(*stored, workspace.dataset());
    if (!view) return core::fail(view.error());
    if (auto ok = workspace.apply(workspace::commands::open_view(*view)); !ok) return ok;
    if (auto ok = write_output("", description(workspace.document(), stored->content_hash), Content::text);
        !ok)
      return ok;
    if (!view_out_.empty())
      if (auto ok = workspace::save_view(workspace.document(), view_out_); !ok) return ok;
    if (!figure_out_.empty())
      if (auto ok = draw(workspace); !ok) return ok;
    return window_ ? start_window(workspace.document()) : core::Status{};
  }

 private:
  static core::Result<workspace::StoredView> view_of_workspace(const std::string& file) {
    auto saved = workspace::read_workspace(file);
    if (!saved) return core::fail(saved.error());
    return std::move(saved->view);
  }
  [[nodiscard]] std::string description(const workspace::Document& document,
                                        const std::string& made_with) const {
    const workspace::Language language = dataset_.language();
    const bool vi = language == workspace::Language::vi;
    const core::Dataset& data = *document.data->dataset;
    const workspace::View& view = document.view;
    const auto line = [&](const char* label_vi, const char* label_en, const std::string& text) {
      return std::string(vi ? label_vi : label_en) + ": " + text + "\n";
    };
    std::string text =
        line("Ngành", "Sector",
             data.sectors[view.sector].code + "  " + name_of(data.sectors[view.sector], language)) +
        line("Chỉ tiêu", "Variable", workspace::variable_name(data.provenance, view.variable, language)) +
        line("Kỳ", "Period", workspace::period_text(data, view.period, language)) +
        (view.base_period
             ? line("Kỳ gốc", "Base period", workspace::period_text(data, *view.base_period, language))
             : "") +
        line("Phân lớp", "Classes",
             workspace::legend_subtitle(document, language) + ", " +
                 std::to_string(view.classification().classes));
    text += line("Bảng màu", "Colours", workspace::palette_name(view.palette(), language));
    if (view.province) text += line("Tỉnh", "Province", name_of(data.frame[*view.province], language));
    std::string selected;
    for (const auto unit : view.selected.units())
      selected += (selected.empty() ? "" : "; ") + full_name(data.frame, unit, language);
    if (!selected.empty()) text += line("Đang chọn", "Selected", selected);
    if (view.extent)
      text += line("Phạm vi (m)", "Extent (m)",
                   number(view.extent->min_x) + " " + number(view.extent->min_y) + " " +
                       number(view.extent->max_x) + " " + number(view.extent->max_y));
    text += line("Quy tắc quần tụ", "Rules of agglomerations",
                 workspace::rules_text(view.agglomerations, language, std::nullopt, data.provenance));
    for (std::size_t map = 1; map < workspace::map_count(view); ++map)
      text += line("So sánh với", "Compared with",
                   workspace::shown_text(workspace::document_of(document, map), language));
    const bool same = made_with == data.content_hash;
    const std::string hash = made_with.empty() ? "?" : made_with.substr(0, 12);
    if (same)
      text += line("Dữ liệu", "Data",
                   "SHA-256 " + hash + (vi ? ", đúng dữ liệu của hình" : ", those of the figure"));
    else
      text += line("Chú ý", "Note",
                   vi ? "hình được vẽ từ dữ liệu khác (SHA-256 " + hash + "); dữ liệu đang mở là " +
                            data.content_hash.substr(0, 12)
                      : "the figure was made with other data (SHA-256 " + hash + "); open are " +
                            data.content_hash.substr(0, 12));
    return text;
  }
  static std::string number(double metres) { return std::to_string(static_cast<long long>(metres)); }

  core::Status draw(workspace::Workspace& workspace) const {
    const auto format = workspace::figure_format_of(figure_out_);
    if (!format) return core::fail(format.error());
    const auto contiguity =
        workspace::Contiguity::build(workspace.dataset(), workspace.view().agglomerations.tolerance_m);
    if (!contiguity) return core::fail(contiguity.error());
    const auto engine = FigureEngine::start(workspace.dataset());
    if (!engine) return core::fail(engine.error());
    const workspace::PageOptions page{.figure = {.file = std::filesystem::absolute(figure_out_),
                                                 .format = *format,
                                                 .language = dataset_.language()},
                                      .template_id = template_};
    const auto figure =
        workspace::make_page_of_view(workspace.document(), engine->sources, *contiguity, page);
    if (!figure) return core::fail(figure.error());
    const StopOnInterrupt interrupt;
    return engine->client->export_figure(
        *figure, {.stop = interrupt.token(), .note = notes_on_stderr(dataset_.language())});
  }

  /// Until the window is closed. The view goes there as a file, which the window reads like any other.
  [[nodiscard]] static core::Status start_window(const workspace::Document& document) {
    std::string folder = (std::filesystem::temp_directory_path() / "vicinia-view-XXXXXX").native();
    if (::mkdtemp(folder.data()) == nullptr)
      return core::fail({.code = core::ErrorCode::file_not_writable,
                         .subject = {.file = folder},
                         .detail = std::strerror(errno)});
    const std::filesystem::path view = std::filesystem::path(folder) / "figure.vicinia";
    if (auto ok = workspace::save_view(document, view); !ok) return ok;
    const std::filesystem::path program = workspace::running_program().parent_path() / "vicinia-desktop";
    const char* words[] = {program.c_str(), view.c_str(), nullptr};
    pid_t window = 0;
    const int reason =
        ::posix_spawn(&window, program.c_str(), nullptr, nullptr, const_cast<char* const*>(words), environ);
    int status = 0;
    if (reason == 0)
      while (::waitpid(window, &status, 0) < 0 && errno == EINTR) {
      }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    if (reason != 0)
      return core::fail({.code = core::ErrorCode::file_not_found,
                         .subject = {.file = program.string()},
                         .detail = std::strerror(reason)});
    return {};
  }

  DatasetOptions dataset_;
  std::string figure_, figure_out_, view_out_, template_;
  bool window_ = false;
};

}  // namespace

std::unique_ptr<Command> make_open_command() { return std::make_unique<Open>(); }

}  // namespace vicinia::cli
