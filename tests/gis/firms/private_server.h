/// \file private_server.h
/// A PostgreSQL of the test's own: in a temporary folder, on a free port of the loopback, gone with the object.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <pwd.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "support/process.h"

namespace vicinia::gis::firms::test_data {

namespace fs = std::filesystem;

/// The newest installed; nullopt: none.
inline std::optional<fs::path> postgres_programs() {
  std::vector<fs::path> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", none))
    if (fs::exists(entry.path() / "bin/initdb")) found.push_back(entry.path() / "bin");
  std::ranges::sort(found);
  return found.empty() ? std::nullopt : std::optional(found.back());
}

class PrivateServer {
 public:
  /// nullptr: it did not start; `said` then holds why.
  static std::unique_ptr<PrivateServer> start(std::string& said) {
    std::unique_ptr<PrivateServer> server(new PrivateServer);
    if (!server->make(said)) return nullptr;
    return server;
  }
  ~PrivateServer() {
    if (is_running_)
      (void)as_owner("'" + (programs_ / "pg_ctl").string() + "' -D '" + (folder_ / "data").string() +
                     "' -m immediate -w stop");
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  PrivateServer(const PrivateServer&) = delete;
  PrivateServer& operator=(const PrivateServer&) = delete;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] std::string address(const std::string& user = "postgres",
                                    const std::string& database = "postgres") const {
    return "host=127.0.0.1 port=" + std::to_string(port_) + " user=" + user + " dbname=" + database;
  }
  /// Runs statements as the superuser; what psql prints, one value a line.
  std::string sql(const std::string& statements) {
    const fs::path script = folder_ / "script.sql";
    std::ofstream(script) << statements;
    fs::permissions(script, fs::perms::owner_all | fs::perms::group_read | fs::perms::others_read);
    const auto finished =
        as_owner("'" + (programs_ / "psql").string() + "' -qAtX -v ON_ERROR_STOP=1 -h '" + folder_.string() +
                 "' -p " + std::to_string(port_) + " -f '" + script.string() + "' postgres");
    EXPECT_EQ(finished.exit_code, 0) << finished.err << "\n" << statements.substr(0, 500);
    return finished.out;
  }
  /// Restarts, as after a crash.
  void stop_at_once() {
    (void)as_owner("'" + (programs_ / "pg_ctl").string() + "' -D '" + (folder_ / "data").string() +
                   "' -m immediate -w stop");
    is_running_ = false;
  }

 private:
  PrivateServer() = default;

  /// PostgreSQL refuses to be run by root.
  test::Finished as_owner(const std::string& command) const {
    if (::geteuid() != 0) return test::run("/bin/sh", "-c \"" + command + "\"", folder_);
    return test::run("/sbin/runuser", "-u postgres -- /bin/sh -c \"cd / && " + command + "\"", folder_);
  }

  static int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    int port = 0;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) == 0)
      port = ntohs(address.sin_port);
    ::close(socket);
    return port;
  }

  bool make(std::string& said) {
    const auto programs = postgres_programs();
    if (!programs) {
      said = "postgresql is not installed";
      return false;
    }
    programs_ = *programs;
    std::string name = "/tmp/vicinia-pg-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) return false;
    folder_ = name;
    if (::geteuid() == 0) {
      const passwd* owner = ::getpwnam("postgres");
      if (owner == nullptr || ::chown(name.c_str(), owner->pw_uid, owner->pw_gid) != 0) {
        said = "there is no user postgres";
        return false;
      }
    }
    fs::permissions(folder_, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
    const std::string data = (folder_ / "data").string();
    auto made = as_owner("'" + (programs_ / "initdb").string() + "' -D '" + data +
                         "' -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
    if (made.exit_code != 0) {
      said = made.err;
      return false;
    }
    port_ = free_port();
    std::ofstream(folder_ / "data/postgresql.conf", std::ios::app)
        << "\nlisten_addresses = '127.0.0.1'\nport = " << port_ << "\nunix_socket_directories = '"
        << folder_.string()
        << "'\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\nshared_buffers = 64MB\nmax_connections = 20\n"
           "autovacuum = off\nlog_statement = all\n";
    made = as_owner("'" + (programs_ / "pg_ctl").string() + "' -D '" + data + "' -l '" +
                    (folder_ / "log").string() + "' -w -t 60 start");
    is_running_ = made.exit_code == 0;
    if (!is_running_) said = made.err + test::contents(folder_ / "log");
    return is_running_;
  }

 public:
  /// What the server was asked, as it wrote it down.
  [[nodiscard]] std::string log() const { return test::contents(folder_ / "log"); }
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_{}, programs_{};
  int port_ = 0;
  bool is_running_ = false;
};

}  // namespace vicinia::gis::firms::test_data
