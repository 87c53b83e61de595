/// A Chromium without a window, driven as a person would: keys, mouse, touch; and asked what it shows. By the DevTools protocol over a pipe,
/// so that nothing but the browser is needed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace vicinia::test {

using Json = nlohmann::json;

/// The browser to drive: VICINIA_CHROMIUM, or what stands on PATH under one of its names; nullopt: there is none.
[[nodiscard]] std::optional<std::filesystem::path> find_chromium();

class Browser {
 public:
  /// Throws std::runtime_error where it does not start.
  explicit Browser(const std::filesystem::path& program);
  ~Browser();
  Browser(const Browser&) = delete;
  Browser& operator=(const Browser&) = delete;

  /// A new page of that size, after which all else is about it.
  void new_page(int width, int height, bool is_touched = false);
  /// Goes to the address, and waits until the page says that it is ready.
  void open(const std::string& address);
  /// What a method of the protocol answers. Throws where it fails, or nothing comes within half a minute.
  Json command(const std::string& method, const Json& parameters = Json::object());
  /// The value of an expression in the page; of a promise what it comes to.
  Json evaluate(const std::string& expression);
  /// Until the expression is true; throws after some seconds.
  void wait_until(const std::string& expression);

  void press(const std::string& key);  ///< "Tab", "Enter", "ArrowDown", "a" …
  void type(const std::string& text);
  void move_mouse(double x, double y);
  void click(double x, double y);
  void tap(double x, double y);
  void drag(double from_x, double from_y, double to_x, double to_y);
  void wheel(double x, double y, double delta);
  /// In the middle of the first element that the selector finds.
  void click(const std::string& selector);
  void screenshot(const std::filesystem::path& png);

  /// Events of one method that came so far.
  [[nodiscard]] std::vector<Json> events(const std::string& method) const;

 private:
  Json call(const std::string& method, const Json& parameters, bool of_page);
  /// The next message; throws after half a minute.
  Json receive();

  TemporaryFolder profile_;
  pid_t process_ = -1;
  int to_ = -1, from_ = -1;
  int last_id_ = 0;
  std::string session_, target_, buffer_;
  std::vector<Json> events_;
};

}  // namespace vicinia::test
