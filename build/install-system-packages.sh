#!/bin/sh
# Installs what the browser test needs from the system's packages: Chromium. Does it where it may
# (as root, or with sudo that asks no password), says what to do where it may not, and never fails:
# without Chromium that test is skipped and says so.
set -u

find_chromium() {
  for candidate in "${CHROMIUM_PATH:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      return 0
    fi
  done
  return 1
}

advise() {
  echo "Chromium is not installed, so the browser test will be skipped." >&2
  echo "To run it: $1, or set CHROMIUM_PATH to a Chromium or Chrome that is there." >&2
  exit 0
}

find_chromium && exit 0

command -v apt-get > /dev/null 2>&1 || advise "install Chromium with this system's package manager"

if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif sudo -n true 2> /dev/null; then
  as_root="sudo -n"
else
  advise "run 'sudo apt-get install chromium'"
fi

export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends chromium > /dev/null
find_chromium || advise "run 'apt-get install chromium' and read what it says"
echo "Installed Chromium for the browser test."
