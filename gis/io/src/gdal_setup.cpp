#include "gdal_setup.h"

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
  // The one thing that everybody has understood by then.
  constexpr std::string_view says_nothing = "not recognized as a supported file format";
  std::string words;
  for (const std::string& message : messages_)
    if (message.find(says_nothing) == std::string::npos) words += (words.empty() ? "" : "; ") + message;
  const std::size_t end = words.find_last_not_of(" .!\r\n");
  words.resize(end == std::string::npos ? 0 : end + 1);
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
