/// \file connection.h
/// A connection to PostgreSQL by libpq, whose waiting can be stopped: what is asked is cancelled on the server.
/// Errors:  PasswordInAddress, ServerNotReached, ServerLost, ServerRefused, Cancelled; with what PostgreSQL said. No message has the address in
///          it that could hold a password.
/// Threads: one.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/firms/server_register.h"

namespace vicinia::gis::firms {

/// A value that is bound: its text, or bytes.
struct Bound {
  std::string value{};
  bool is_binary = false;
};

/// Texts as an array that PostgreSQL reads: {"a","b\"c"}.
[[nodiscard]] std::string array_text(std::span<const std::string> texts);

class Answer {
 public:
  explicit Answer(PGresult* result) : result_(result, &PQclear) {}
  [[nodiscard]] std::size_t rows() const { return static_cast<std::size_t>(PQntuples(result_.get())); }
  [[nodiscard]] bool is_null(std::size_t row, std::size_t column) const {
    return PQgetisnull(result_.get(), static_cast<int>(row), static_cast<int>(column)) != 0;
  }
  [[nodiscard]] std::string_view text(std::size_t row, std::size_t column) const {
    return {PQgetvalue(result_.get(), static_cast<int>(row), static_cast<int>(column)),
            static_cast<std::size_t>(
                PQgetlength(result_.get(), static_cast<int>(row), static_cast<int>(column)))};
  }
  [[nodiscard]] std::uint64_t number(std::size_t row, std::size_t column) const;
  [[nodiscard]] std::uint64_t bytes() const;

 private:
  std::unique_ptr<PGresult, void (*)(PGresult*)> result_;
};

class Connection {
 public:
  [[nodiscard]] static core::Result<Connection> open(const std::string& address, const core::Task& task);

  [[nodiscard]] core::Result<Answer> ask(const std::string& sql, std::span<const Bound> values = {});
  [[nodiscard]] std::string quoted(const std::string& identifier) const;
  /// "host:port/database", for people.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const Traffic& traffic() const { return traffic_; }

 private:
  using Handle = std::unique_ptr<PGconn, void (*)(PGconn*)>;
  Connection(Handle handle, const core::Task& task) : handle_(std::move(handle)), task_(&task) {}
  [[nodiscard]] core::Error error(core::ErrorCode code, const char* said, std::string field = {}) const;
  [[nodiscard]] core::Error error_of(const PGresult* result) const;
  /// False: it was asked to stop, and the server was told so.
  [[nodiscard]] bool wait_for_answer();

  Handle handle_;
  const core::Task* task_;
  std::string name_{};
  Traffic traffic_{};
};

}  // namespace vicinia::gis::firms
