#include "stop_on_interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace vicinia::cli {
namespace {

volatile std::sig_atomic_t pipe_to_listener = -1;  // a handler can reach nothing else

extern "C" void tell_listener(int signal) {
  const int saved = errno;
  const char byte = 1;
  const int pipe = pipe_to_listener;
  if (pipe >= 0 && ::write(pipe, &byte, 1) < 0) errno = saved;
  std::signal(signal, SIG_DFL);
  errno = saved;
}

}  // namespace

StopOnInterrupt::StopOnInterrupt() {
  if (::pipe2(ends_, O_CLOEXEC) != 0) return;
  pipe_to_listener = ends_[1];
  listener_ = std::thread([this] {
    char byte = 0;
    while (::read(ends_[0], &byte, 1) < 0 && errno == EINTR) {
    }
    if (byte == 1) stop_.request_stop();
  });
  for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, tell_listener);
}

StopOnInterrupt::~StopOnInterrupt() {
  for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
  pipe_to_listener = -1;
  if (ends_[1] < 0) return;
  ::close(ends_[1]);
  listener_.join();
  ::close(ends_[0]);
}

}  // namespace vicinia::cli
