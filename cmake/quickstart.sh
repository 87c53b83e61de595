#!/usr/bin/env bash
# Everything from a fresh Debian 12 or 13 to a running Vicinia.
#   bash cmake/quickstart.sh            install what is missing, build, open the explorer
#   bash cmake/quickstart.sh build      install what is missing, build
#   bash cmake/quickstart.sh test       the same, and pass all tests
#   bash cmake/quickstart.sh sanitize   clang-tidy; the tests of core, gis/files, gis/firms, gis/imports, gis/io and workspace under the address and undefined-behaviour
#                                       sanitizers, those of gis/client and the window's jobs under the thread sanitizer
#   bash cmake/quickstart.sh bench      the benchmarks, each beside its peers
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { printf 'quickstart: %s\n' "$*" >&2; exit 1; }

# wanted_packages [PURPOSE]: the packages of cmake/debian-packages.txt that this release of Debian has, or those of one purpose (what stands before the colon).
wanted_packages() {
  local line name only release purpose
  release=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  while IFS= read -r line; do
    read -r name only <<<"${line%%#*}"
    [ -n "$name" ] || continue
    purpose=${line#*# }
    [[ $# -eq 0 || ${purpose%%[:,]*} == "$1" ]] || continue
    case $only in
      '' | "[$release]") ;;
      "[!$release]") continue ;;
      "[!"*) ;;
      *) continue ;;
    esac
    echo "$name"
  done <cmake/debian-packages.txt
}

# missing_packages NAME...: those that are not installed.
missing_packages() {
  dpkg-query -W -f='${binary:Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/^\([^: ]*\)[^ ]* installed$/\1/p' | sort -u |
    comm -13 - <(printf '%s\n' "$@" | sort -u)
}

as_root=()
apt_get() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >/dev/null; }

# install_packages NAME...: those that are missing.
install_packages() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    fail "this script installs Debian packages, and this is no Debian. See cmake/debian-packages.txt for what is needed."
  local missing name
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Installing ${#missing[@]} Debian packages:"
  for name in "${missing[@]}"; do grep -E "^${name}[[:space:]]" cmake/debian-packages.txt || echo "$name"; done
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "installing needs root: run this as root once, or install sudo."
    as_root=(sudo)
  fi
  apt_get update
  apt_get install -y --no-install-recommends "${missing[@]}"
}

# configure PRESET [cmake option...]: quiet unless it fails.
configure() {
  local preset=$1 log; shift
  log=$(mktemp)
  cmake --preset "$preset" "$@" >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; fail "cmake could not configure the build"; }
  rm -f "$log"
}

# build PRESET [cmake option...] [--targets NAME...]: configures and builds everything, or these.
build() {
  local preset=$1 options=() targets=(); shift
  while [ $# -gt 0 ] && [ "$1" != --targets ]; do options+=("$1"); shift; done
  [ $# -eq 0 ] || targets=(--target "${@:2}")
  say "Building ($preset)"
  configure "$preset" "${options[@]}"
  cmake --build --preset "$preset" "${targets[@]}"
}

write_samples() {
  mkdir -p out
  local figure=out/textile-and-garment-lq
  for extension in pdf png; do
    build/release/bin/vicinia figure --sector I --measure lq --out "$figure.$extension"
  done
  build/release/bin/vicinia indicators --sector I --format csv --out out/textile-and-garment.csv
  say "There is no display, so no window was opened. Written instead:"
  printf '  %s\n' "$PWD/$figure.pdf" "$PWD/$figure.png" "$PWD/out/textile-and-garment.csv"
}

mode=${1:-open}
case $mode in open | build | test | sanitize | bench) ;; *) fail "unknown word '$mode'; use build, test, sanitize, bench or nothing" ;; esac
mapfile -t packages < <(wanted_packages)
case $mode in
  open | build) mapfile -t packages < <(wanted_packages | grep -vxFf <(wanted_packages tests)) ;;
  sanitize) packages+=("$(. /etc/os-release; [ "${VERSION_CODENAME:-}" = bookworm ] && echo clang-tidy-16 || echo clang-tidy)") ;;
esac
install_packages "${packages[@]}"
ccache --set-config=sloppiness=pch_defines,time_macros >/dev/null 2>&1 || true
# What was compiled in one clone serves another.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=true

# run_together PRESET PROGRAM...: as many at a time as there are cores; what one says is shown as a whole.
run_together() {
  local preset=$1
  shift
  printf '%s\0' "$@" | xargs -0 -n1 -P"$(nproc)" bash -c \
    'log=build/$0/$1.log; "build/$0/bin/$1" --gtest_brief=1 >"$log" 2>&1; result=$?; tail -n "$([ $result = 0 ] && echo 2 || echo 200)" "$log"; exit $result' "$preset"
}

case $mode in
  build)
    build release -DVICINIA_TESTS=OFF
    say "Built: build/release/bin/vicinia-desktop, vicinia, vicinia-map-engine"
    ;;
  open)
    if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
      # What the window needs comes first; the terminal's program is built while people look at the map.
      build release -DVICINIA_TESTS=OFF --targets vicinia-desktop vicinia-map-engine
      say "Opening build/release/bin/vicinia-desktop (build/release/bin/vicinia follows)"
      nice cmake --build --preset release >build/release/rest-of-the-build.log 2>&1 &
      exec build/release/bin/vicinia-desktop
    fi
    build release -DVICINIA_TESTS=OFF
    write_samples
    ;;
  test)
    build release -DVICINIA_TESTS=ON -DVICINIA_WERROR=ON -DVICINIA_BENCH=ON
    say "Testing"
    ctest --preset release -j2 --output-on-failure
    ;;
  sanitize)
    configure asan
    say "clang-tidy"
    bash cmake/tidy.sh asan
    say "Building and testing core, gis/files, gis/firms, gis/imports, gis/io and workspace (asan)"
    programs=(core_tests gis_files_tests gis_firms_tests gis_imports_tests gis_io_tests workspace_tests)
    cmake --build --preset asan --target "${programs[@]}"
    # What GDAL and its libraries keep until the process ends is not ours to free.
    export ASAN_OPTIONS=detect_leaks=0
    # What counts here is where memory is touched: a few tries of each property do. They run while the next is compiled, and go before it.
    RC_PARAMS="max_success=25 max_discard_ratio=100" run_together asan "${programs[@]}" &
    asan_tests=$!
    say "Building and testing gis/client and the window's jobs (tsan)"
    configure release -DVICINIA_TESTS=ON -DVICINIA_WERROR=ON -DVICINIA_BENCH=ON
    nice cmake --build --preset release --target vicinia-map-engine
    configure tsan
    programs=(gis_client_tests jobs_tests)
    nice cmake --build --preset tsan --target "${programs[@]}"
    export TSAN_OPTIONS="suppressions=$PWD/tests/support/thread_sanitizer.txt halt_on_error=1 second_deadlock_stack=1"
    export VICINIA_TEST_ENGINE=$PWD/build/release/bin/vicinia-map-engine
    run_together tsan "${programs[@]}"
    wait "$asan_tests"
    ;;
  bench)
    build release -DVICINIA_BENCH=ON
    for program in build/release/bin/bench_*; do say "$(basename "$program")"; "$program"; done
    ;;
esac
