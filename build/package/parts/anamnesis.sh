#!/bin/sh
# The program as it is installed, also through a link to this file.
set -eu
self=$0
while [ -h "$self" ]; do
  target=$(readlink "$self")
  case $target in
  /*) self=$target ;;
  *) self=$(dirname "$self")/$target ;;
  esac
done
root=$(cd "$(dirname "$self")/.." && pwd -P)
# Said here, since the loader of an older system names a file and a symbol, and some time later.
if command -v getconf >/dev/null 2>&1; then
  found=$(getconf GNU_LIBC_VERSION 2>/dev/null || echo 'no GNU C library')
  version=${found#glibc }
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  case $major$minor in
  *[!0-9]*) old=yes ;;
  *) if [ "$major" -gt 2 ] || { [ "$major" -eq 2 ] && [ "$minor" -ge @GLIBC_MINOR@ ]; }; then old=no; else old=yes; fi ;;
  esac
  if [ "$old" = yes ]; then
    echo "anamnesis: this system has $found; needed is glibc @GLIBC@ or newer, as in Debian 12, Ubuntu 22.04, RHEL 9 and SUSE 15 SP6 or later" >&2
    exit 2
  fi
fi
exec "$root/node" "$root/program/main/cli.js" "$@"
