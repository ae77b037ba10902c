import { cpus } from 'node:os';
import { describe, expect, it } from 'vitest';
import { shareOfOthers, watchOtherPrograms } from './other-programs.ts';

const before = { idleMs: 1000, totalMs: 5000, ownMs: 200 };

describe('the share that other programs had', () => {
  it.each([
    ['a quiet machine', { idleMs: 1500, totalMs: 7000, ownMs: 1700 }, 0],
    ['one that others have half of', { idleMs: 1000, totalMs: 7000, ownMs: 1200 }, 0.5],
    ['an idle one', { idleMs: 3000, totalMs: 7000, ownMs: 200 }, 0],
    ['clocks that differ a little', { idleMs: 1500, totalMs: 7000, ownMs: 1750 }, 0],
  ])('on %s', (_, after, expected) => {
    expect(shareOfOthers(before, after)).toBeCloseTo(expected, 10);
  });

  it('is unknown where processors do not count', () => {
    expect(shareOfOthers(before, { ...before, ownMs: 900 })).toBeNull();
  });

  it('leaves out what this process does itself', () => {
    const [read, own, begunAtMs] = [watchOtherPrograms(), process.cpuUsage(), performance.now()];
    while (performance.now() - begunAtMs < 500);
    const share = read();
    if (share === null) return;
    const { user, system } = process.cpuUsage(own);
    const ownShare = (user + system) / 1000 / (performance.now() - begunAtMs) / cpus().length;
    // Systems count in hundredths of a second.
    expect(share).toBeLessThan(1 - ownShare + 0.05);
  });
});
