#!/bin/sh
# Makes @tensorflow/tfjs-node, and tfjs-node-gpu where it is installed, usable with a TensorFlow that
# is at hand: a wheel of PyPI (tensorflow-cpu, or tensorflow for CUDA), that wheel unpacked, or a
# libtensorflow folder. The download of the packages' own install step is not needed. Linux only.
set -eu

usage="Usage: sh build/build-tensorflow.sh <folder of a libtensorflow, or a tensorflow wheel>"

fail() {
  echo "$1" >&2
  exit 1
}

[ $# -eq 1 ] || fail "$usage"
[ "$(uname -s)" = Linux ] || fail "This script knows the libraries of Linux only."
source=$1
[ -e "$source" ] || fail "Not found: $source"
compiler=${CXX:-g++}
command -v "$compiler" > /dev/null || fail "A C++ compiler is needed: install g++, or name one in CXX."

# Where Node resolves packages from; another folder is for trying the script out.
root=${ANAMNESIS_ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
packages=""
for name in tfjs-node tfjs-node-gpu; do
  [ ! -f "$root/node_modules/@tensorflow/$name/binding/tfjs_binding.cc" ] || packages="$packages $name"
done
[ -n "$packages" ] || fail "No package to build. First, in $root:
  npm install --no-save --ignore-scripts @tensorflow/tfjs-node@4.22.0 node-api-headers@1"

# Node-API is the same for all versions of Node, so any of these headers will do.
find_node_headers() {
  program=$(command -v node || true)
  for folder in "$root/node_modules/node-api-headers/include" \
    "${program:+$(dirname "$program")/../include/node}" /usr/include/node /usr/include/nodejs/src; do
    [ ! -f "$folder/node_api.h" ] || { echo "$folder"; return; }
  done
  fail "node_api.h was not found. Install the package with it, beside the one to build:
  npm install --no-save --ignore-scripts @tensorflow/tfjs-node@4.22.0 node-api-headers@1"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A signal ends the script through the line above too.
trap 'exit 130' INT TERM

if [ -f "$source" ]; then
  command -v unzip > /dev/null || command -v python3 > /dev/null ||
    fail "To unpack a wheel, unzip or python3 is needed; or unpack it yourself and name the folder."
  echo "Unpacking $source"
  if command -v unzip > /dev/null; then
    unzip -q "$source" 'tensorflow/libtensorflow*' 'tensorflow/include/*' -d "$work" ||
      fail "This is no wheel of TensorFlow: $source"
  else
    python3 -m zipfile -e "$source" "$work" || fail "This is no wheel of TensorFlow: $source"
  fi
  source=$work
fi

# A wheel holds a folder "tensorflow" with libraries and include/; libtensorflow has lib/ and include/.
for folder in "$source/tensorflow" "$source"; do
  [ ! -f "$folder/include/tensorflow/c/c_api.h" ] || { tensorflow=$folder; break; }
done
[ -n "${tensorflow:-}" ] || fail "include/tensorflow/c/c_api.h was not found in $1"
library=""
for folder in "$tensorflow" "$tensorflow/lib"; do
  for name in libtensorflow_cc.so.2 libtensorflow.so.2; do
    [ -n "$library" ] || [ ! -f "$folder/$name" ] || library="$folder/$name"
  done
done
[ -n "$library" ] || fail "Neither libtensorflow_cc.so.2 nor libtensorflow.so.2 was found in $1"
framework="$(dirname "$library")/libtensorflow_framework.so.2"
[ -f "$framework" ] || fail "libtensorflow_framework.so.2 was not found in $1"
headers=$(find_node_headers)

for name in $packages; do
  package="$root/node_modules/@tensorflow/$name"
  echo "Building @tensorflow/$name with $(basename "$library")"
  # Named as loaders look for them; links are followed, for their targets may not stay.
  rm -rf "$package/deps/lib" "$package/lib/napi-v8"
  mkdir -p "$package/deps/lib" "$package/lib/napi-v8"
  cp -L "$library" "$framework" "$package/deps/lib/"
  "$compiler" -std=c++17 -O2 -fPIC -shared -DNAPI_VERSION=8 \
    -I "$headers" -I "$tensorflow/include" \
    -o "$package/lib/napi-v8/tfjs_binding.node" \
    "$package/binding/tfjs_backend.cc" "$package/binding/tfjs_binding.cc" \
    "$package/deps/lib/$(basename "$library")" "$package/deps/lib/libtensorflow_framework.so.2" \
    "-Wl,-rpath,\$ORIGIN/../../deps/lib"
done
echo "Built. anamnesis doctor says whether it computes, and how fast."
