import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { beginningOfWatch, watchLoss, type Divergence } from './watch-loss.ts';

/** The first divergence in losses, and after which update it was said. */
function watch(losses: readonly number[], vocabularySize = 8000) {
  let state = beginningOfWatch;
  for (const [index, loss] of losses.entries()) {
    const step = index + 1;
    const next = watchLoss(state, { step, loss, vocabularySize });
    state = next.state;
    if (next.divergence !== null) return { said: step, ...next.divergence };
  }
  return null satisfies Divergence | null;
}

const random = new RandomStream(1, 'losses');
const noisy = (count: number, mean: (step: number) => number, spread = 0.3) =>
  Array.from({ length: count }, (_, step) => mean(step) + spread * random.normal());

describe('a loss that leaves', () => {
  it('is one of five updates in a row above twice the lowest mean, and one above it', () => {
    const good = noisy(200, () => 2);
    const divergence = watch([...good, ...noisy(50, () => 5)]);
    expect(divergence).toMatchObject({ said: 205, step: 201 });
    expect(divergence?.before).toBeCloseTo(2, 0);
    expect(watch([...good, ...noisy(4, () => 9), ...noisy(100, () => 2)])).toBeNull();
    expect(watch([...noisy(200, () => 0.05, 0.01), ...noisy(100, () => 0.9, 0.02)])).toBeNull();
  });

  it('is also one that leaves slowly', () => {
    const divergence = watch([...noisy(200, () => 2), ...noisy(3000, (step) => 2 + step / 500)]);
    expect(divergence?.after).toBeLessThan(6);
  });

  it('is one above that of guessing, also where the lowest was not far below', () => {
    const divergence = watch([...noisy(200, () => 6.5), ...noisy(20, () => 11)]);
    expect(divergence).toMatchObject({ step: 201 });
    expect(watch([...noisy(200, () => 6.5), ...noisy(20, () => 9.3, 0.1)])).toBeNull();
  });

  it('is seen early, also where a training diverges at once', () => {
    expect(watch([...noisy(12, () => 9), ...noisy(10, () => 40)])).toMatchObject({ step: 13 });
  });

  it('is one that is no number for longer than half precision looks for its scale', () => {
    const none = (count: number) => Array<number>(count).fill(Number.NaN);
    expect(watch([...noisy(30, () => 5), ...none(17), ...noisy(30, () => 5)])).toBeNull();
    expect(watch([...noisy(30, () => 5), ...none(20)])).toMatchObject({
      said: 50,
      step: 31,
      before: null,
    });
  });

  it('is none that falls, stays or wobbles', () => {
    for (const batch of [0.1, 0.5, 1]) {
      const falling = noisy(5000, (step) => 1 + 6 * Math.exp(-step / 800), batch);
      expect(watch(falling.map((loss) => Math.max(0.01, loss)))).toBeNull();
    }
  });
});
