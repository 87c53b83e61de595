#!/usr/bin/env bash
# clang-tidy with the settings of the tree (.clang-tidy) on core, gis/files, gis/firms, gis/imports, gis/io and app/workspace, as a preset compiles them.
#   bash cmake/tidy.sh [PRESET]     default: asan, which CI has configured
# What passed once is not looked at again while neither its text, after preprocessing, nor the settings change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=build/${1:-asan}
passed=${XDG_CACHE_HOME:-$HOME/.cache}/vicinia/tidy
tidy=$(command -v clang-tidy-16 || command -v clang-tidy) || { echo "tidy: clang-tidy is not installed; see cmake/debian-packages.txt" >&2; exit 1; }
[ -f "$build/compile_commands.json" ] || { echo "tidy: $build is not configured: cmake --preset ${1:-asan}" >&2; exit 1; }
mkdir -p "$passed"

look_at() { # FILE COMMAND
  local key
  key=$( (cat .clang-tidy; "$tidy" --version; eval "${2/ -c / -E -P -c }" -o - 2>/dev/null | sed "s#$PWD/##g") | sha256sum | cut -d' ' -f1)
  [ -e "$passed/$key" ] && return 0
  "$tidy" -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Qunused-arguments "$1" 2>/dev/null && touch "$passed/$key"
}
export -f look_at
export tidy build passed

python3 - "$build" <<'PYTHON' | xargs -0 -n2 -P"$(nproc)" bash -c 'look_at "$1" "$2"' tidy
import json, re, sys
parts = ("/core/CMakeFiles/vicinia_core.", "/gis/files/CMakeFiles/", "/gis/firms/CMakeFiles/", "/gis/imports/CMakeFiles/", "/gis/io/CMakeFiles/", "/app/workspace/CMakeFiles/",
         "/core/src/", "/gis/files/src/", "/gis/firms/src/", "/gis/imports/src/", "/gis/io/src/", "/app/workspace/src/")
seen = set()
for entry in json.load(open(sys.argv[1] + "/compile_commands.json")):
    file = entry["file"]
    if file in seen or "/tests/" in file or not any(part in file for part in parts) or "_headers.dir" in entry["command"]:
        continue
    seen.add(file)
    command = re.sub(r" -o \S+", "", entry["command"])
    print(file, command, sep="\0", end="\0")
PYTHON
