#!/bin/sh
# Installs what tests need from the system's packages: Chromium for the browser test, pdftotext for
# what that prints, and the
# Vulkan loader, with which the tests of WebGPU reach the software driver in Chromium's package. Does
# it where it may (as root, or with sudo that asks no password), says what to do where it may not,
# and never fails: without them these tests are skipped and say so.
set -u

find_chromium() {
  for candidate in "${CHROMIUM_PATH:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      return 0
    fi
  done
  return 1
}

# macOS and Windows have no loader of this kind, and need none.
find_vulkan() {
  [ "$(uname -s)" != Linux ] && return 0
  { /sbin/ldconfig -p || ldconfig -p; } 2> /dev/null | grep -q 'libvulkan\.so\.1'
}

find_pdftotext() {
  command -v pdftotext > /dev/null 2>&1
}

advise() {
  if ! find_chromium; then
    echo "Chromium is not installed, so the browser test will be skipped." >&2
    echo "To run it: $1, or set CHROMIUM_PATH to a Chromium or Chrome that is there." >&2
  fi
  if ! find_vulkan; then
    echo "libvulkan.so.1 is not installed, so the tests of WebGPU will be skipped." >&2
    echo "To run them: $1" >&2
  fi
  exit 0
}

packages=""
find_chromium || packages="chromium"
find_vulkan || packages="$packages libvulkan1"
find_pdftotext || packages="$packages poppler-utils"
[ -z "$packages" ] && exit 0

command -v apt-get > /dev/null 2>&1 || advise "install it with this system's package manager"

if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif sudo -n true 2> /dev/null; then
  as_root="sudo -n"
else
  advise "run 'sudo apt-get install $packages'"
fi

export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $packages > /dev/null
if find_chromium && find_vulkan; then
  echo "Installed for the tests: $packages"
else
  advise "run 'apt-get install $packages' and read what it says"
fi
