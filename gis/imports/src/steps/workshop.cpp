// Where a data set is made, and how it takes its place.
#include "vicinia/gis/imports/import.h"

#include <random>
#include <system_error>
#include <utility>

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;
namespace fs = std::filesystem;

}  // namespace

Status keep_dataset(const fs::path& folder, const fs::path& target) {
  const auto failed = [&](const std::error_code& error) {
    return core::fail({.code = ErrorCode::file_not_writable,
                       .subject = {.file = target.string()},
                       .detail = error.message()});
  };
  std::error_code error;
  const bool is_there = fs::exists(target, error);
  if (is_there && !fs::exists(target / "import.json", error) && !fs::is_empty(target, error))
    return core::fail(
        {.code = ErrorCode::invalid_argument, .subject = {.field = "out", .id = target.string()}});
  fs::path old;
  if (is_there) {
    old = target;
    old += ".old";
    fs::remove_all(old, error);
    fs::rename(target, old, error);
    if (error) return failed(error);
  }
  fs::rename(folder, target, error);
  if (error) {
    std::error_code back;
    if (is_there) fs::rename(old, target, back);
    return failed(error);
  }
  if (is_there) fs::remove_all(old, error);
  return {};
}

Result<Workshop> Workshop::beside(const fs::path& target) {
  std::random_device random;
  fs::path folder = target;
  folder += ".making-" + std::to_string(random());
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return core::fail({.code = ErrorCode::file_not_writable,
                       .subject = {.file = folder.string()},
                       .detail = error.message()});
  return Workshop(std::move(folder));
}

Workshop::~Workshop() {
  if (folder_.empty()) return;
  std::error_code error;
  fs::remove_all(folder_, error);
}

}  // namespace vicinia::gis::imports
