/** Bits counted from `start`, the lowest of the first word being 0. */
interface BitPlace {
  readonly words: Int32Array;
  readonly start: number;
}

/** Copies bits to a place where all are 0, at most a word at a time. */
export function copyBits(from: BitPlace, to: BitPlace, count: number): void {
  if (from.start % 32 === 0 && to.start % 32 === 0 && count % 32 === 0) {
    const first = from.start / 32;
    to.words.set(from.words.subarray(first, first + count / 32), to.start / 32);
    return;
  }
  let done = 0;
  while (done < count) {
    const source = from.start + done;
    const destination = to.start + done;
    const [sourceBit, destinationBit] = [source % 32, destination % 32];
    const length = Math.min(32 - sourceBit, 32 - destinationBit, count - done);
    const wanted = length === 32 ? -1 : (1 << length) - 1;
    const bits = (from.words[Math.floor(source / 32)] >>> sourceBit) & wanted;
    to.words[Math.floor(destination / 32)] |= bits << destinationBit;
    done += length;
  }
}
