#include "base/gdal_setup.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>

#include <algorithm>
#include <mutex>
#include <string_view>
#include <utility>

namespace vicinia::gis::io {
namespace {

constexpr std::size_t max_messages = 20;

void CPL_STDCALL keep_message(CPLErr level, CPLErrorNum, const char* message) {
  if (level == CE_Debug || level == CE_None) return;
  if (auto* messages = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData()))
    messages->keep(message, level >= CE_Failure);
}

/// Without the full stop, and what else it ends in.
std::string_view without_end(std::string_view words) {
  return words.substr(0, words.find_last_not_of(" .!\r\n") + 1);
}

}  // namespace

void register_drivers() {
  static std::once_flag once;
  std::call_once(once, [] { GDALAllRegister(); });
}

GdalMessages::GdalMessages() { CPLPushErrorHandlerEx(keep_message, this); }
GdalMessages::~GdalMessages() {
  CPLPopErrorHandler();
  CPLErrorReset();
}

std::string GdalMessages::text() const {
  std::string joined;
  for (const std::string& message : messages_) joined += (joined.empty() ? "" : "; ") + message;
  return joined;
}

std::string GdalMessages::told() const {
  // The one thing that everybody has understood by then. GDAL 3.6 says "as a", 3.10 "as being in a"; what a driver that is not installed
  // could have done comes after it, and is news.
  constexpr std::string_view says_nothing = " a supported file format";
  std::string words;
  for (const std::string& message : messages_)
    if (const std::string_view bare = without_end(message); !bare.ends_with(says_nothing))
      words += (words.empty() ? "" : "; ") + message;
  words.resize(without_end(words).size());
  return words.empty() ? words : "GDAL: " + words;
}

void GdalMessages::clear() {
  messages_.clear();
  failures_ = 0;
}

void GdalMessages::keep(std::string message, bool is_failure) {
  if (is_failure) ++failures_;
  // A broken file can complain once per feature; a person reads the first few.
  if (messages_.size() < max_messages && std::ranges::find(messages_, message) == messages_.end())
    messages_.push_back(std::move(message));
}

ScopedOption::ScopedOption(const char* key, const char* value) : key_(key) {
  if (const char* old = CPLGetThreadLocalConfigOption(key, nullptr)) {
    old_value_ = old;
    had_value_ = true;
  }
  CPLSetThreadLocalConfigOption(key, value);
}

ScopedOption::~ScopedOption() {
  CPLSetThreadLocalConfigOption(key_, had_value_ ? old_value_.c_str() : nullptr);
}

void DatasetCloser::operator()(GDALDataset* dataset) const { GDALClose(dataset); }

}  // namespace vicinia::gis::io
