#!/usr/bin/env bash
# What a newcomer on a fresh Debian would see: cmake/quickstart.sh in a Debian of its own, with nothing of this machine's.
#   bash cmake/in-debian.sh SUITE [--fresh] [--tree FOLDER] [--mirror ADDRESS] [quickstart word]
#   bash cmake/in-debian.sh trixie            the tests on Debian 13
#   bash cmake/in-debian.sh bookworm build    the build on Debian 12
#   bash cmake/in-debian.sh bookworm open     the window too, on the display that DISPLAY names, if that lets local users in
# The Debian lies in FOLDER (~/.cache/vicinia/debian-SUITE) and is made by debootstrap, from where apt on this machine gets its packages.
# It is used again the next time, with its packages and its own ccache; --fresh makes it anew, as bare as on the first day. What is built
# is the last commit, as a clone: neither uncommitted changes nor build folders. Needs root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { printf 'in-debian: %s\n' "$*" >&2; exit 1; }
usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' cmake/in-debian.sh; }

suite='' fresh=no tree='' mirror='' word=test
while [ $# -gt 0 ]; do
  case $1 in
    --fresh) fresh=yes ;;
    --tree | --mirror)
      [ $# -ge 2 ] || fail "$1 needs a value"
      if [ "$1" = --tree ]; then tree=$2; else mirror=$2; fi
      shift
      ;;
    -h | --help) usage; exit 0 ;;
    -*) fail "unknown option '$1'; there are --fresh, --tree FOLDER and --mirror ADDRESS" ;;
    *) if [ -z "$suite" ]; then suite=$1; else word=$1; fi ;;
  esac
  shift
done
[ -n "$suite" ] || { usage >&2; exit 1; }
case $word in open | build | test | sanitize | bench) ;; *) fail "unknown word '$word'; quickstart.sh knows build, test, sanitize, bench and open" ;; esac

# As Debian's tools are: some are in the folders of root only.
PATH=$PATH:/usr/sbin:/sbin
[ "$(id -u)" -eq 0 ] || fail "making and entering a Debian needs root: sudo bash cmake/in-debian.sh $suite $word"
for tool in debootstrap unshare flock git; do
  command -v "$tool" >/dev/null || fail "$tool is missing: apt-get install debootstrap util-linux git"
done
scripts=/usr/share/debootstrap/scripts
if ! [[ $suite =~ ^[a-z]+$ && -e $scripts/$suite ]]; then fail "debootstrap knows no suite '$suite'; bookworm is Debian 12, trixie is Debian 13"; fi
git rev-parse --verify -q HEAD >/dev/null || fail "$PWD is no git clone, and the last commit is what is built"

tree=${tree:-${HOME:?}/.cache/vicinia/debian-$suite}
mkdir -p "$(dirname "$tree")"
tree=$(realpath -m "$tree")
[ "$tree" != / ] || fail "--tree / is this machine itself"
exec 9>"$tree.lock"
flock -n 9 || fail "$tree is in use by another run"

# remove FOLDER: a tree with all that is in it, but never what is mounted there.
remove() {
  local at
  while read -r _ _ _ _ at _; do
    case $(printf '%b' "$at")/ in "$1"/*) fail "$at is mounted; unmount it first, so that nothing else is removed with $1" ;; esac
  done </proc/self/mountinfo
  rm -rf --one-file-system "$1"
}

# Everything that is mounted or started is so in name spaces of its own: both end with the command, however it ends. unshare does not heed
# Ctrl-C and the like, so this does.
apart() {
  local inside code=0
  unshare --mount --propagation private --pid --fork --kill-child "$@" &
  inside=$!
  trap 'kill -KILL "$inside"; exit 130' INT TERM HUP
  wait "$inside" || code=$?
  trap - INT TERM HUP
  return "$code"
}

# No Debian is made into, or removed from, a folder that holds anything else.
made_here=etc/vicinia-debian
if [ -e "$tree" ] && [ ! -e "$tree/$made_here" ] && [ -n "$(ls -A "$tree")" ]; then fail "$tree was not made by this script: name another --tree"; fi
if [ "$fresh" = yes ] && [ -e "$tree" ]; then remove "$tree"; fi
if [ -e "$tree/$made_here" ]; then
  [ "$(cat "$tree/$made_here")" = "$suite" ] || fail "$tree is a Debian '$(cat "$tree/$made_here")': name another --tree, or give --fresh"
  say "Using the Debian in $tree again (--fresh makes it anew)"
else
  if [ -z "$mirror" ]; then
    # shellcheck disable=SC2016  # apt-get is to expand these
    mirror=$(apt-get indextargets --format '$(COMPONENT) $(REPO_URI)' 'Created-By: Packages' | sed -n 's,^main \(.*/debian/\)$,\1,p' | head -n 1)
    [ -n "$mirror" ] || fail "apt on this machine has no source of Debian: name one by --mirror"
  fi
  say "Making a Debian '$suite' in $tree"
  if [ -e "$tree.part" ]; then remove "$tree.part"; fi
  if [ -e "$tree" ]; then rmdir "$tree"; fi
  apart debootstrap --variant=minbase --include=ca-certificates,git "$suite" "$tree.part" "$mirror" >"$tree.log" 2>&1 ||
    { tail -n 5 "$tree.log" >&2; fail "debootstrap failed; all that it said is in $tree.log"; }
  # How this machine reaches its source of packages (proxies, and whether old lists will do).
  apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-)' >"$tree.part/etc/apt/apt.conf.d/80as-outside" || true
  echo "$suite" >"$tree.part/$made_here"
  mv "$tree.part" "$tree"
fi

[ -z "$(git status --porcelain)" ] || say "Uncommitted changes are not part of what is built"
rm -rf --one-file-system "$tree/root/vicinia"
git clone --quiet --no-local --depth 1 "file://$PWD" "$tree/root/vicinia"
cp -L /etc/resolv.conf /etc/hosts "$tree/etc/"

say "quickstart.sh $word on Debian $(cat "$tree/etc/debian_version"), commit $(git rev-parse --short HEAD)"
display=(${DISPLAY:+"DISPLAY=$DISPLAY"})
# shellcheck disable=SC2016  # the inner shell is to expand these
apart env -i "${display[@]}" HOME=/root TERM="${TERM:-dumb}" LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  bash -c 'set -e
    mount -t proc proc "$1/proc"
    mount -t sysfs -o ro sysfs "$1/sys"
    mount -t tmpfs tmpfs "$1/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$1/dev/pts"
    exec chroot "$1" bash /root/vicinia/cmake/quickstart.sh "$2"' in-debian "$tree" "$word"
