#!/bin/sh
# Measures on this machine with what pack.ts brought along. Options are those of measure.ts.
# Where the Vulkan loader does not find the card's driver by itself, set VK_DRIVER_FILES to its
# description, for example /usr/share/vulkan/icd.d/nvidia_icd.json.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# Last, so that what the machine has comes first.
LD_LIBRARY_PATH="${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}/usr/lib/x86_64-linux-gnu:$here/libraries"
export LD_LIBRARY_PATH
exec "$here/node" "$here/test/bench/gpu/measure.ts" "$@"
