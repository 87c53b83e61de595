#include "dataset/content_hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/source_path.h"
#include "layers/shapefile_check.h"
#include "vicinia/gis/files/read_file.h"

namespace vicinia::gis::io {
namespace {

namespace fs = std::filesystem;

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    good_ = context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1;
  }
  void add(std::string_view bytes) {
    good_ = good_ && EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1;
  }
  [[nodiscard]] core::Result<std::string> hexadecimal() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (!good_ || EVP_DigestFinal_ex(context_.get(), digest.data(), &size) != 1)
      return core::fail({.code = core::ErrorCode::internal, .detail = "SHA-256"});
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
      text += digits[digest[i] >> 4];
      text += digits[digest[i] & 15];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
  bool good_ = false;
};

}  // namespace

std::vector<fs::path> files_of_layer(const fs::path& layer) {
  std::error_code error;
  const fs::path file = file_that_holds(layer);
  if (is_shapefile(file)) {
    const ShapefileParts parts = parts_of_shapefile(file);
    std::vector<fs::path> files{file};
    for (const auto& part : {parts.shx, parts.dbf, parts.prj, parts.cpg})
      if (part) files.push_back(*part);
    return files;
  }
  if (!fs::is_directory(file, error)) return {file};
  std::vector<fs::path> files;
  for (auto entry = fs::recursive_directory_iterator(file, error);
       !error && entry != fs::recursive_directory_iterator(); entry.increment(error))
    if (entry->is_regular_file(error)) files.push_back(entry->path());
  return files;
}

core::Result<std::string> content_hash(const fs::path& folder, std::vector<fs::path> files,
                                       std::stop_token stop) {
  std::vector<std::pair<std::string, fs::path>> named;
  for (fs::path& file : files) {
    std::string name = file.lexically_relative(folder).generic_string();
    named.emplace_back(name.empty() ? file.generic_string() : std::move(name), std::move(file));
  }
  std::ranges::sort(named);
  const auto repeated = std::ranges::unique(named);
  named.erase(repeated.begin(), repeated.end());

  Sha256 hash;
  for (const auto& [name, file] : named) {
    std::error_code unknown;
    const std::uintmax_t size =
        fs::file_size(file, unknown);  // of a file that cannot be opened the reading below tells
    // With both lengths first, no two lists of files make the same stream of bytes.
    hash.add(std::to_string(name.size()) + " " + std::to_string(size) + "\n");
    hash.add(name);
    std::uintmax_t read_size = 0;
    const auto read = files::read_blocks(file, [&](std::string_view block) {
      if (stop.stop_requested()) return;
      hash.add(block);
      read_size += block.size();
    });
    if (!read) return core::fail(read.error());
    if (stop.stop_requested())
      return core::fail({.code = core::ErrorCode::cancelled, .subject = {.file = file.string()}});
    if (read_size != size)  // somebody writes to it
      return core::fail({.code = core::ErrorCode::file_not_readable,
                         .subject = {.file = file.string()},
                         .detail = std::generic_category().message(EAGAIN)});
  }
  return hash.hexadecimal();
}

}  // namespace vicinia::gis::io
