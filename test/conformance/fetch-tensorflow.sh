#!/bin/sh
# Brings native TensorFlow for the tests of this folder, which are run on it where it is there:
# @tensorflow/tfjs-node without its own download, built against the wheel tensorflow-cpu of PyPI
# (274 MB; 853 MB unpacked). Needs npm's registry, PyPI through pip, and g++. `npm ci` takes it away.
set -eu

cd "$(dirname "$0")/../.."
wheels=$(mktemp -d)
trap 'rm -rf "$wheels"' EXIT
trap 'exit 130' INT TERM

# Which Python is at hand does not matter: only the libraries in the wheel are used.
python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.11 \
  --dest "$wheels" 'tensorflow-cpu==2.21.*'
npm install --no-save --ignore-scripts @tensorflow/tfjs-node@4.22.0 node-api-headers@1
sh build/build-tensorflow.sh "$wheels"/tensorflow_cpu-*.whl
