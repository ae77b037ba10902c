#!/bin/sh
# Installs what `npm run bench` compares with: Debian's PyTorch, and the variant of OpenBLAS with
# which it runs best; sqlite3; and datasketch, and lime with its PyTorch,
# from PyPI, in an environment of its own. Needs root, or sudo
# that asks no password; says what to do otherwise.
set -eu

packages="python3-torch python3-venv libopenblas0-openmp sqlite3"

if ! command -v apt-get > /dev/null 2>&1; then
  echo "These are Debian's packages ($packages); on this system the bench measures ours alone." >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif sudo -n true 2> /dev/null; then
  as_root="sudo -n"
else
  echo "Run: sudo apt-get install $packages" >&2
  exit 1
fi

export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $packages > /dev/null
echo "Installed: $packages"

environment="$(dirname "$0")/../node_modules/.cache/bench-python"
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check datasketch==2.0.0 numpy==2.4.6 \
  lime==0.2.0.1 torch==2.13.0 transformers==5.24.0
echo "Installed: datasketch, lime, torch, transformers, in $environment"
