/// Runs a program as a shell would, and tells what it printed and how it ended.
#pragma once

#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace vicinia::test {

struct Finished {
  int exit_code = -1;
  std::string out, err;
};

/// `arguments` are for the shell: quote what has blanks.
inline Finished run(const std::filesystem::path& program, const std::string& arguments,
                    const std::filesystem::path& scratch, const std::string& environment = "") {
  const auto err_file = scratch / "stderr.txt";
  const std::string command =
      environment + " '" + program.string() + "' " + arguments + " 2>'" + err_file.string() + "' </dev/null";
  Finished finished;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return finished;
  char buffer[4096];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) finished.out.append(buffer, n);
  const int status = ::pclose(pipe);
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  std::ifstream in(err_file);
  finished.err.assign(std::istreambuf_iterator<char>(in), {});
  return finished;
}

inline std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace vicinia::test
