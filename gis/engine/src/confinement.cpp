#include "confinement.h"

#include <seccomp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace vicinia::gis::engine {

// Whoever makes a socket hears that this machine has no such network, which every library takes in its stride.
int deny_network() {
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_ALLOW),
                                                                seccomp_release);
  if (!filter) return ENOMEM;
  for (const int family : {AF_INET, AF_INET6, AF_PACKET})
    if (const int failed = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
                                            SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family)));
        failed != 0)
      return -failed;
  return -seccomp_load(filter.get());
}

void limit_memory() {
#ifndef __SANITIZE_ADDRESS__  // its shadow is larger than any machine
  constexpr rlim_t least = rlim_t{4} << 30;
  const auto machine =
      static_cast<rlim_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<rlim_t>(::sysconf(_SC_PAGE_SIZE));
  rlimit limit{};
  if (::getrlimit(RLIMIT_AS, &limit) != 0) return;
  limit.rlim_cur = std::min(limit.rlim_max, std::min(limit.rlim_cur, std::max(least, machine / 4 * 3)));
  ::setrlimit(RLIMIT_AS, &limit);
#endif
}

}  // namespace vicinia::gis::engine
