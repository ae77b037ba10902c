"""datasketch's side of the near-duplicates: one line of JSON in, one out; see
near-duplicates-worker.ts for the messages. The same rule as ours: shingles of five words, 128
hashes, 32 bands of 4 rows, then the exact comparison and clusters of what is alike.
"""

import gc
import json
import re
import sys
import time
import zlib

import datasketch
from datasketch import MinHash, MinHashLSH

WORD = re.compile(r"[^\W_]+")
HASHES = {"sha1": None, "crc32": zlib.crc32}


def shingles(text):
    words = WORD.findall(text.lower())
    return {" ".join(words[at:at + 5]) for at in range(len(words) - 4)}


def are_alike(one, other):
    shared = len(one & other)
    smaller = min(len(one), len(other))
    jaccard = shared / (len(one) + len(other) - shared)
    return jaccard >= 0.8 or (shared >= 4 and shared / smaller >= 0.5)


def cluster(notes, hash_function):
    sets = [shingles(note) for note in notes]
    lsh = MinHashLSH(num_perm=128, params=(32, 4))
    parents = list(range(len(notes)))

    def find(at):
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    # MinHash.bulk is a list of what the generator gives; without it the bytes go at once.
    bytes_of = ([shingle.encode() for shingle in each] for each in sets)
    for at, sketch in enumerate(MinHash.generator(bytes_of, num_perm=128, hashfunc=hash_function)):
        for other in lsh.query(sketch):
            if are_alike(sets[at], sets[other]):
                parents[find(at)] = find(other)
        lsh.insert(at, sketch, check_duplication=False)
    sizes = {}
    for at in range(len(notes)):
        root = find(at)
        sizes[root] = sizes.get(root, 0) + 1
    return [size for size in sizes.values() if size > 1]


def peak_bytes():
    try:
        with open("/proc/self/status") as status:
            return int(re.search(r"^VmHWM:\s+(\d+) kB$", status.read(), re.M).group(1)) * 1024
    except (OSError, AttributeError):
        return None


for line in sys.stdin:
    request = json.loads(line)
    with open(request["path"], encoding="utf-8") as file:
        notes = [line.rstrip("\n") for _, line in zip(range(request["count"]), file)]
    # Nothing here has cycles: looking for them would only cost Python time.
    gc.disable()
    started, processor = time.perf_counter(), time.process_time()
    sizes = cluster(notes, HASHES[request["hash"]])
    answer = {
        "elapsedMs": 1000 * (time.perf_counter() - started),
        "processorMs": 1000 * (time.process_time() - processor),
        "clusterCount": len(sizes),
        "clusteredCount": sum(sizes),
        "peakBytes": peak_bytes(),
        "version": datasketch.__version__,
    }
    del notes
    gc.enable()
    print(json.dumps(answer), flush=True)
