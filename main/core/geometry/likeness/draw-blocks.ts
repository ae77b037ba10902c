import type { RandomStream } from '#core/base/random-stream.ts';

/** More blocks make resampling slow and intervals hardly better. */
const mostBlocks = 1000;

/**
 * [groups] the block of each: itself, or, of more groups than that, one of a thousand to which
 * groups are dealt by chance, as many to each as they come.
 */
export function blocksOfGroups(groupCount: number, random: RandomStream): Int32Array {
  const order = Int32Array.from({ length: groupCount }, (_, group) => group);
  if (groupCount <= mostBlocks) return order;
  random.shuffle(order);
  return order.map((place) => place % mostBlocks);
}

/** How often each block is drawn when as many are drawn as there are, with replacement. */
export function drawBlocks(blockCount: number, random: RandomStream): Int32Array {
  const drawn = new Int32Array(blockCount);
  for (let draw = 0; draw < blockCount; draw++) drawn[random.integer(blockCount)]++;
  return drawn;
}
