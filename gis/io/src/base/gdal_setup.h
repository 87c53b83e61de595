/// \file gdal_setup.h
/// What every use of GDAL needs: drivers registered once, its messages caught, its options set for one scope.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

class GDALDataset;

namespace vicinia::gis::io {

/// Safe to call from any thread, any number of times.
void register_drivers();

/// Keeps what GDAL, GEOS and PROJ say in this thread while it lives; nothing reaches the terminal.
class GdalMessages {
 public:
  GdalMessages();
  ~GdalMessages();
  GdalMessages(const GdalMessages&) = delete;
  GdalMessages& operator=(const GdalMessages&) = delete;

  /// All messages since the last clear(), each once, joined by "; ".
  [[nodiscard]] std::string text() const;
  /// The same as an error carries it: "GDAL: what it said", which readers get as a quotation; empty: nothing.
  [[nodiscard]] std::string told() const;
  /// Whether one of them was an error, not just a warning.
  [[nodiscard]] bool has_failure() const { return failures_ > 0; }
  void clear();
  void keep(std::string message, bool is_failure);

 private:
  std::vector<std::string> messages_;
  std::size_t failures_ = 0;
};

/// Sets a configuration option of GDAL for this thread and puts the old value back.
class ScopedOption {
 public:
  ScopedOption(const char* key, const char* value);
  ~ScopedOption();
  ScopedOption(const ScopedOption&) = delete;
  ScopedOption& operator=(const ScopedOption&) = delete;

 private:
  const char* key_;
  std::string old_value_;
  bool had_value_ = false;
};

struct DatasetCloser {
  void operator()(GDALDataset* dataset) const;
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;

}  // namespace vicinia::gis::io
