#include "support/browser.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <thread>

extern char** environ;  // NOLINT: POSIX has no header for it

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 30'000;

std::string decoded(std::string_view base64) {
  std::string bytes;
  unsigned int bits = 0;
  int count = 0;
  for (const char sign : base64) {
    static constexpr std::string_view signs =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto worth = signs.find(sign);
    if (worth == std::string_view::npos) break;
    bits = bits << 6 | static_cast<unsigned int>(worth);
    if ((count += 6) >= 8) bytes += static_cast<char>(bits >> (count -= 8) & 255);
  }
  return bytes;
}

}  // namespace

std::optional<fs::path> find_chromium() {
  if (const char* set = std::getenv("VICINIA_CHROMIUM"); set != nullptr && *set != '\0') return fs::path(set);
  std::istringstream path(std::getenv("PATH") != nullptr ? std::getenv("PATH") : "");
  for (std::string folder; std::getline(path, folder, ':');)
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"})
      if (::access((fs::path(folder) / name).c_str(), X_OK) == 0) return fs::path(folder) / name;
  return std::nullopt;
}

Browser::Browser(const fs::path& program) {
  std::array<int, 2> commands{}, answers{};
  if (::pipe2(commands.data(), O_CLOEXEC) != 0 || ::pipe2(answers.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("no pipe for the browser");
  // The browser reads its third descriptor and writes to its fourth: ours are out of their way first.
  const auto away = [](int& descriptor) {
    const int other = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 10);
    ::close(descriptor);
    descriptor = other;
  };
  for (int* descriptor : {&commands[0], &commands[1], &answers[0], &answers[1]}) away(*descriptor);
  std::vector<std::string> arguments{program.string(),
                                     "--headless",
                                     "--no-sandbox",
                                     "--disable-gpu",
                                     "--disable-quic",
                                     "--no-first-run",
                                     "--disable-background-networking",
                                     "--disable-component-update",
                                     "--disable-sync",
                                     "--disable-dev-shm-usage",
                                     "--hide-scrollbars",
                                     "--force-color-profile=srgb",
                                     "--remote-debugging-pipe",
                                     "--user-data-dir=" + profile_.path().string(),
                                     "about:blank"};
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, commands[0], 3);
  posix_spawn_file_actions_adddup2(&files, answers[1], 4);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t own_group;
  posix_spawnattr_init(&own_group);
  posix_spawnattr_setflags(&own_group, POSIX_SPAWN_SETPGROUP);
  const int failed = ::posix_spawn(&process_, argv[0], &files, &own_group, argv.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&own_group);
  ::close(commands[0]);
  ::close(answers[1]);
  to_ = commands[1];
  from_ = answers[0];
  if (failed != 0) throw std::runtime_error("the browser did not start");
  call("Browser.getVersion", Json::object(), false);
}

Browser::~Browser() {
  try {
    call("Browser.close", Json::object(), false);
  } catch (const std::exception&) {
    // It is ended below.
  }
  ::close(to_);
  for (int i = 0; i < 100 && process_ > 0; ++i) {
    if (::waitpid(process_, nullptr, WNOHANG) == process_) process_ = -1;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  if (process_ > 0) {
    ::kill(-process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  ::close(from_);
}

Json Browser::receive() {
  while (true) {
    if (const auto end = buffer_.find('\0'); end != std::string::npos) {
      Json message = Json::parse(buffer_.substr(0, end));
      buffer_.erase(0, end + 1);
      return message;
    }
    pollfd ready{from_, POLLIN, 0};
    if (::poll(&ready, 1, patience_ms) <= 0) throw std::runtime_error("the browser does not answer");
    std::array<char, 65536> bytes{};
    const ssize_t count = ::read(from_, bytes.data(), bytes.size());
    if (count <= 0) throw std::runtime_error("the browser is gone");
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

Json Browser::call(const std::string& method, const Json& parameters, bool of_page) {
  Json message{{"id", ++last_id_}, {"method", method}, {"params", parameters}};
  if (of_page) message["sessionId"] = session_;
  const std::string text = message.dump() + '\0';
  for (std::size_t sent = 0; sent < text.size();) {
    const ssize_t count = ::write(to_, text.data() + sent, text.size() - sent);
    if (count <= 0) throw std::runtime_error("the browser is gone");
    sent += static_cast<std::size_t>(count);
  }
  while (true) {
    Json answer = receive();
    if (!answer.contains("id")) {
      events_.push_back(std::move(answer));
    } else if (answer["id"] == last_id_) {
      if (answer.contains("error")) throw std::runtime_error(method + ": " + answer["error"].dump());
      return answer["result"];
    }
  }
}

Json Browser::command(const std::string& method, const Json& parameters) {
  return call(method, parameters, true);
}

void Browser::new_page(int width, int height, bool is_touched) {
  if (!target_.empty()) call("Target.closeTarget", {{"targetId", target_}}, false);
  events_.clear();
  target_ = call("Target.createTarget", {{"url", "about:blank"}}, false)["targetId"];
  session_ = call("Target.attachToTarget", {{"targetId", target_}, {"flatten", true}}, false)["sessionId"];
  command("Page.enable");
  command("Runtime.enable");
  command("Log.enable");
  command("Network.enable");
  command("Emulation.setDeviceMetricsOverride",
          {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", is_touched}});
  if (is_touched) command("Emulation.setTouchEmulationEnabled", {{"enabled", true}});
}

void Browser::open(const std::string& address) {
  command("Page.navigate", {{"url", address}});
  wait_until("performance.getEntriesByName('page-ready').length > 0");
}

Json Browser::evaluate(const std::string& expression) {
  const Json answer = command("Runtime.evaluate",
                              {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
  if (answer.contains("exceptionDetails"))
    throw std::runtime_error(expression + ": " + answer["exceptionDetails"].dump());
  return answer["result"].value("value", Json());
}

void Browser::wait_until(const std::string& expression) {
  for (int i = 0; i < 500; ++i) {
    if (evaluate("Boolean(" + expression + ")") == true) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  throw std::runtime_error("in vain: " + expression);
}

void Browser::press(const std::string& key) {
  struct Named {
    std::string_view key;
    int code;
    std::string_view text;
  };
  static constexpr std::array named{Named{"Tab", 9, ""},         Named{"Enter", 13, "\r"},
                                    Named{"Escape", 27, ""},     Named{" ", 32, " "},
                                    Named{"ArrowLeft", 37, ""},  Named{"ArrowUp", 38, ""},
                                    Named{"ArrowRight", 39, ""}, Named{"ArrowDown", 40, ""}};
  Json down{{"type", "keyDown"}, {"key", key}};
  bool is_named = false;
  for (const Named& one : named)
    if (one.key == key) {
      is_named = true;
      down["windowsVirtualKeyCode"] = one.code;
      down["code"] = key == " " ? "Space" : key;
      if (!one.text.empty()) down["text"] = one.text;
    }
  if (!is_named) down["text"] = key;
  Json up = down;
  up["type"] = "keyUp";
  up.erase("text");
  command("Input.dispatchKeyEvent", down);
  command("Input.dispatchKeyEvent", up);
}

void Browser::type(const std::string& text) { command("Input.insertText", {{"text", text}}); }

void Browser::move_mouse(double x, double y) {
  command("Input.dispatchMouseEvent", {{"type", "mouseMoved"}, {"x", x}, {"y", y}});
}

void Browser::click(double x, double y) {
  move_mouse(x, y);
  for (const char* what : {"mousePressed", "mouseReleased"})
    command("Input.dispatchMouseEvent",
            {{"type", what}, {"x", x}, {"y", y}, {"button", "left"}, {"clickCount", 1}});
}

void Browser::tap(double x, double y) {
  command("Input.dispatchTouchEvent",
          {{"type", "touchStart"}, {"touchPoints", Json::array({{{"x", x}, {"y", y}}})}});
  command("Input.dispatchTouchEvent", {{"type", "touchEnd"}, {"touchPoints", Json::array()}});
}

void Browser::drag(double from_x, double from_y, double to_x, double to_y) {
  move_mouse(from_x, from_y);
  command("Input.dispatchMouseEvent",
          {{"type", "mousePressed"}, {"x", from_x}, {"y", from_y}, {"button", "left"}, {"clickCount", 1}});
  for (const double share : {0.3, 0.7, 1.0})
    command("Input.dispatchMouseEvent", {{"type", "mouseMoved"},
                                         {"x", from_x + share * (to_x - from_x)},
                                         {"y", from_y + share * (to_y - from_y)},
                                         {"button", "left"},
                                         {"buttons", 1}});
  command("Input.dispatchMouseEvent",
          {{"type", "mouseReleased"}, {"x", to_x}, {"y", to_y}, {"button", "left"}, {"clickCount", 1}});
}

void Browser::wheel(double x, double y, double delta) {
  command("Input.dispatchMouseEvent",
          {{"type", "mouseWheel"}, {"x", x}, {"y", y}, {"deltaX", 0}, {"deltaY", delta}});
}

void Browser::click(const std::string& selector) {
  const Json at = evaluate("(() => { const e = document.querySelector(" + Json(selector).dump() +
                           "); e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect(); "
                           "return [b.left + b.width / 2, b.top + b.height / 2]; })()");
  click(at[0].get<double>(), at[1].get<double>());
}

void Browser::screenshot(const fs::path& png) {
  std::ofstream(png, std::ios::binary)
      << decoded(command("Page.captureScreenshot", {{"format", "png"}})["data"].get<std::string>());
}

std::vector<Json> Browser::events(const std::string& method) const {
  std::vector<Json> found;
  for (const Json& event : events_)
    if (event.value("method", "") == method) found.push_back(event["params"]);
  return found;
}

}  // namespace vicinia::test
