// The window as a user meets it: from the start of the process to the first complete map, under Xvfb, and the memory that
// window and engine then hold together. Beside it, in the same run: how long the same machine takes to start a Qt window that
// shows nothing (vicinia-desktop --version), and the load of a map by the terminal's figure command. Then the same for 3,306
// communes with 7 million vertices, with the time that the terminal takes from that file to borders, and the memory it needs.
// Uses the display that is there, else starts Xvfb.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "bench_layer.h"

extern char** environ;  // NOLINT: POSIX has no header for it

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int runs = 5;

pid_t start(std::vector<std::string> arguments, int out = -1) {
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  if (out >= 0)
    posix_spawn_file_actions_adddup2(&files, out, 3);
  else
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  pid_t pid = -1;
  posix_spawnp(&pid, argv[0], &files, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  return pid;
}

/// A virtual screen for as long as it lives, unless a display is there already.
class Display {
 public:
  Display() {
    if (std::getenv("DISPLAY") != nullptr) return;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    server_ = start({"Xvfb", "-displayfd", "3", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"}, ends[1]);
    ::close(ends[1]);
    char number[16] = {};
    const ssize_t n = ::read(ends[0], number, sizeof number - 1);
    ::close(ends[0]);
    if (n > 0) ::setenv("DISPLAY", (":" + std::to_string(std::atoi(number))).c_str(), 1);
  }
  ~Display() {
    if (server_ <= 0) return;
    ::kill(server_, SIGTERM);
    ::waitpid(server_, nullptr, 0);
  }
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

 private:
  pid_t server_ = -1;
};

double field_kb(const std::string& file, const std::string& key) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(key)) return std::strtod(line.c_str() + key.size(), nullptr);
  return 0;
}

/// Proportional share of memory of a process and of its children.
double memory_mb(pid_t process) {
  const std::string proc = "/proc/" + std::to_string(process);
  double kb = field_kb(proc + "/smaps_rollup", "Pss:");
  std::ifstream children(proc + "/task/" + std::to_string(process) + "/children");
  for (pid_t child; children >> child;) kb += memory_mb(child) * 1024;
  // Children started from another thread are listed there.
  for (const auto& task : fs::directory_iterator(proc + "/task"))
    if (task.path().filename() != std::to_string(process)) {
      std::ifstream others(task.path() / "children");
      for (pid_t child; others >> child;) kb += memory_mb(child) * 1024;
    }
  return kb / 1024;
}

double value_after(const std::string& text, const std::string& event, const std::string& key) {
  const auto at = text.find("\"" + event + "\"");
  if (at == std::string::npos) return -1;
  const auto line_start = text.rfind('\n', at) + 1;
  const auto value = text.find("\"" + key + "\":", line_start);
  return value == std::string::npos ? -1 : std::strtod(text.c_str() + value + key.size() + 3, nullptr);
}

struct Sample {
  double first_map_ms = -1, memory = 0;
};

Sample measure(const fs::path& program, const fs::path& timings, const std::vector<std::string>& more = {}) {
  fs::remove(timings);
  std::vector<std::string> arguments{program, "--timings", timings, "--size", "1600x1200"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const pid_t window = start(std::move(arguments));
  Sample sample;
  const auto deadline = Clock::now() + std::chrono::seconds(30);
  while (sample.first_map_ms < 0 && Clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::ifstream in(timings);
    sample.first_map_ms = value_after({std::istreambuf_iterator<char>(in), {}}, "first_complete_map", "ms");
  }
  sample.memory = memory_mb(window);
  ::kill(window, SIGTERM);
  ::waitpid(window, nullptr, 0);
  return sample;
}

struct Run {
  double ms = 0, peak_mb = 0;
};

Run run_to_end(std::vector<std::string> arguments) {
  const auto before = Clock::now();
  const pid_t process = start(std::move(arguments));
  rusage used{};
  ::wait4(process, nullptr, 0, &used);
  return {std::chrono::duration<double, std::milli>(Clock::now() - before).count(),
          static_cast<double>(used.ru_maxrss) / 1024};
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void print(const char* what, const std::vector<double>& values, const char* unit) {
  std::printf("%-58s median %7.0f %s  (", what, median(values), unit);
  for (const double value : values) std::printf(" %.0f", value);
  std::printf(" )\n");
}

}  // namespace

int main() {
  const fs::path bin = fs::read_symlink("/proc/self/exe").parent_path();
  const fs::path scratch = fs::temp_directory_path() / ("vicinia-bench-" + std::to_string(::getpid()));
  fs::create_directories(scratch);
  // Else the window would open what its user left: another map than that which is measured.
  ::setenv("XDG_DATA_HOME", (scratch / "data").c_str(), 1);
  ::setenv("XDG_CONFIG_HOME", (scratch / "config").c_str(), 1);
  const Display display;
  measure(bin / "vicinia-desktop", scratch / "warm.json");  // warm cache, as stated

  std::vector<double> first_map, memory, empty_start, figure;
  for (int run = 0; run < runs; ++run) {
    const Sample sample = measure(bin / "vicinia-desktop", scratch / "timings.json");
    if (sample.first_map_ms < 0) {
      std::cerr << "no map within 30 s\n";
      return 1;
    }
    first_map.push_back(sample.first_map_ms);
    memory.push_back(sample.memory);
    empty_start.push_back(run_to_end({bin / "vicinia-desktop", "--version"}).ms);
    figure.push_back(
        run_to_end({bin / "vicinia", "figure", "--sector", "I", "--out", scratch / "figure.pdf"}).ms);
  }
  print("vicinia-desktop: process start to first complete map", first_map, "ms");
  print("vicinia-desktop --version: start and end of the process", empty_start, "ms");
  print("vicinia figure: start, engine, A4 PDF, end", figure, "ms");
  print("memory of window and engine together (PSS)", memory, "MB");

  const fs::path communes = scratch / "communes";
  vicinia::bench::write_communes_dataset(communes);
  std::vector<double> communes_map, communes_memory, borders, borders_peak;
  for (int run = 0; run < runs; ++run) {
    const Sample sample = measure(bin / "vicinia-desktop", scratch / "timings.json", {"--dataset", communes});
    if (sample.first_map_ms < 0) {
      std::cerr << "no map of the communes within 30 s\n";
      return 1;
    }
    communes_map.push_back(sample.first_map_ms);
    communes_memory.push_back(sample.memory);
    const Run terminal = run_to_end({bin / "vicinia", "borders", "--boundaries", communes / "communes.gpkg"});
    borders.push_back(terminal.ms);
    borders_peak.push_back(terminal.peak_mb);
  }
  print("communes: process start to first complete map", communes_map, "ms");
  print("communes: memory of window and engine together (PSS)", communes_memory, "MB");
  print("communes: vicinia borders, from file to borders", borders, "ms");
  print("communes: peak memory of that", borders_peak, "MB");
  fs::remove_all(scratch);
}
