#include "server/connection.h"

#include <poll.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

namespace vicinia::gis::firms {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;

constexpr int poll_ms = 100;

/// One line, without what PostgreSQL puts before it.
std::string said_text(const char* said) {
  std::string text = said != nullptr ? said : "";
  std::ranges::replace(text, '\n', ' ');
  const std::size_t end = text.find_last_not_of(' ');
  text.resize(end == std::string::npos ? 0 : end + 1);
  return text.empty() ? text : "PostgreSQL: " + text;
}

struct Options {
  std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> all{nullptr, &PQconninfoFree};
};

/// What an address says, option by option. nullopt: it is none; what is wrong with it may quote a password, and is not told.
std::optional<Options> parsed(const std::string& address) {
  char* complaint = nullptr;
  Options options;
  options.all.reset(PQconninfoParse(address.c_str(), &complaint));
  PQfreemem(complaint);
  return options.all ? std::optional(std::move(options)) : std::nullopt;
}

}  // namespace

Status check_address(const std::string& address) {
  // Whatever libpq makes of it, a password is looked for in the text as well: a wrong address may hold one all the same.
  const auto options = parsed(address);
  if (options)
    for (const PQconninfoOption* option = options->all.get(); option->keyword != nullptr; ++option) {
      const std::string_view name = option->keyword;
      if ((name == "password" || name == "sslpassword") && option->val != nullptr && *option->val != '\0')
        return core::fail({.code = ErrorCode::password_in_address});
    }
  if (options) return {};
  std::string lower = address;
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::size_t authority = lower.find("://");
  const std::size_t at = authority == std::string::npos ? std::string::npos : lower.find('@', authority);
  const std::size_t colon =
      authority == std::string::npos ? std::string::npos : lower.find(':', authority + 3);
  if (lower.find("password") != std::string::npos || (at != std::string::npos && colon < at))
    return core::fail({.code = ErrorCode::password_in_address});
  return core::fail(
      {.code = ErrorCode::server_not_reached, .detail = "PostgreSQL: invalid connection string"});
}

std::string array_text(std::span<const std::string> texts) {
  std::string array = "{";
  for (const std::string& text : texts) {
    array += array.size() > 1 ? ",\"" : "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') array += '\\';
      array += c;
    }
    array += '"';
  }
  return array + "}";
}

std::uint64_t Answer::number(std::size_t row, std::size_t column) const {
  const std::string_view digits = text(row, column);
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::uint64_t Answer::bytes() const {
  std::uint64_t all = 0;
  for (std::size_t row = 0; row < rows(); ++row)
    for (int column = 0; column < PQnfields(result_.get()); ++column)
      all +=
          text(row, static_cast<std::size_t>(column)).size() + sizeof(std::uint32_t);  // each with its length
  return all;
}

core::Error Connection::error(ErrorCode code, const char* said, std::string field) const {
  return {.code = code, .subject = {.file = name_, .field = std::move(field)}, .detail = said_text(said)};
}

Result<Connection> Connection::open(const std::string& address, const core::Task& task) {
  if (auto ok = check_address(address); !ok) return core::fail(ok.error());
  // An address of its own options wins over these, as libpq takes the last of two.
  const char* const names[] = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding",
                               nullptr};
  const char* const values[] = {"15", "vicinia", address.c_str(), "UTF8", nullptr};
  constexpr int expands_dbname = 1;
  Connection connection(Handle(PQconnectStartParams(names, values, expands_dbname), &PQfinish), task);
  PGconn* handle = connection.handle_.get();
  if (handle == nullptr) return core::fail({.code = ErrorCode::server_not_reached});
  // With the code of what went wrong, whose words are in the language of the server.
  PQsetErrorVerbosity(handle, PQERRORS_VERBOSE);
  PostgresPollingStatusType state = PGRES_POLLING_WRITING;
  constexpr int most_waits = 20'000 / poll_ms;
  for (int waits = 0;
       PQstatus(handle) != CONNECTION_BAD && state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED;) {
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    pollfd wait{.fd = PQsocket(handle),
                .events = static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT),
                .revents = 0};
    const int ready = ::poll(&wait, 1, poll_ms);
    if (ready == 0 && ++waits > most_waits) break;
    if (ready > 0) state = PQconnectPoll(handle);
  }
  const auto or_empty = [](const char* text) { return std::string(text != nullptr ? text : ""); };
  connection.name_ = or_empty(PQhost(handle)) + ":" + or_empty(PQport(handle)) + "/" + or_empty(PQdb(handle));
  if (PQstatus(handle) == CONNECTION_OK) {
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT);
    return connection;
  }
  std::string said = or_empty(PQerrorMessage(handle));
  const std::size_t refused = said.find(" 28P01: ");
  if (const std::size_t fatal = said.find("FATAL:"); fatal != std::string::npos)
    said.resize(std::min(said.size(),
                         said.find('\n', fatal)));  // where in the server's source it was is nobody's concern
  const char* field = PQconnectionNeedsPassword(handle) != 0 ? "password_missing"
                      : refused != std::string::npos         ? "password_wrong"
                                                             : "";
  return core::fail(connection.error(ErrorCode::server_not_reached, said.c_str(), field));
}

std::string Connection::quoted(const std::string& identifier) const {
  char* text = PQescapeIdentifier(handle_.get(), identifier.data(), identifier.size());
  std::string copy = text != nullptr ? text : "\"\"";
  PQfreemem(text);
  return copy;
}

bool Connection::wait_for_answer() {
  PGconn* handle = handle_.get();
  bool goes_on = true;
  while (PQstatus(handle) == CONNECTION_OK) {
    const int unsent = PQflush(handle);
    if (unsent < 0 || PQconsumeInput(handle) == 0) return goes_on;
    if (unsent == 0 && PQisBusy(handle) == 0) return goes_on;
    if (goes_on && task_->stop.stop_requested()) {
      goes_on = false;
      if (PGcancel* cancel = PQgetCancel(handle)) {
        constexpr int longest_reason = 256;
        char reason[longest_reason] = {};
        PQcancel(cancel, reason, sizeof reason);
        PQfreeCancel(cancel);
      }
    }
    pollfd wait{.fd = PQsocket(handle),
                .events = static_cast<short>(POLLIN | (unsent > 0 ? POLLOUT : 0)),
                .revents = 0};
    ::poll(&wait, 1, poll_ms);
  }
  return goes_on;
}

core::Error Connection::error_of(const PGresult* result) const {
  const char* const state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const std::string_view code = state != nullptr ? state : "";
  // Told to go, shut down, or gone without a word.
  if (code.starts_with("57P0") || code.starts_with("08") || PQstatus(handle_.get()) == CONNECTION_BAD)
    return error(ErrorCode::server_lost, PQerrorMessage(handle_.get()));
  const char* const said = result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  return error(ErrorCode::server_refused, said != nullptr ? said : PQerrorMessage(handle_.get()),
               code == "57014" ? "timeout" : "");
}

Result<Answer> Connection::ask(const std::string& sql, std::span<const Bound> values) {
  PGconn* handle = handle_.get();
  std::vector<const char*> texts;
  std::vector<int> lengths, formats;
  for (const Bound& bound : values) {
    texts.push_back(bound.value.c_str());
    lengths.push_back(static_cast<int>(bound.value.size()));
    formats.push_back(bound.is_binary ? 1 : 0);
    traffic_.sent_bytes += bound.value.size();
  }
  traffic_.sent_bytes += sql.size();
  PQsetnonblocking(handle, 1);
  if (PQsendQueryParams(handle, sql.c_str(), static_cast<int>(values.size()), nullptr, texts.data(),
                        lengths.data(), formats.data(), 0) == 0)
    return core::fail(error(ErrorCode::server_lost, PQerrorMessage(handle)));
  const bool goes_on = wait_for_answer();
  std::optional<Answer> answer;
  std::optional<core::Error> wrong;
  while (PGresult* result = PQgetResult(handle)) {
    Answer one(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
      answer.emplace(std::move(one));
    else if (!wrong)
      wrong = error_of(result);
  }
  if (!goes_on) return core::fail({.code = ErrorCode::cancelled, .subject = {.file = name_}});
  if (wrong) return core::fail(*std::move(wrong));
  if (!answer) return core::fail(error(ErrorCode::server_lost, PQerrorMessage(handle)));
  traffic_.received_bytes += answer->bytes();
  traffic_.received_rows += answer->rows();
  return *std::move(answer);
}

}  // namespace vicinia::gis::firms
