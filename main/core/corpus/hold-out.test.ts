import { describe, expect, it } from 'vitest';
import { chooseHeldOut, type DividedDocuments } from './hold-out.ts';

const corpusOf = (name: string, keys: readonly number[], lines = 1): DividedDocuments => ({
  name,
  keys,
  lineCounts: keys.map(() => lines),
});
const numbers = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => 1_000_003 * (first + index) + 7);

describe('what is held out', () => {
  it('is the wanted share, the same for the same seed, and another for another', () => {
    const corpus = corpusOf('notes', numbers(2_000));
    const choose = (seed: number) => [...chooseHeldOut([corpus], { fraction: 0.05, seed })].sort();
    expect(choose(1)).toHaveLength(100);
    expect(choose(1)).toEqual(choose(1));
    const both = choose(2).filter((key) => choose(1).includes(key));
    // Drawn apart, 5 of 100 are expected in both.
    expect(both.length).toBeLessThan(15);
    // No more from one end of the corpus than from the other: 50 ± 5 expected.
    const early = choose(1).filter((key) => key < 1_000_003 * 1_000);
    expect(Math.abs(early.length - 50)).toBeLessThan(20);
  });

  it('is held out of every corpus that has it, and takes all documents of a patient', () => {
    const patients = numbers(300);
    const notes = corpusOf('notes', [...patients, ...patients]);
    const letters = corpusOf('letters', [...numbers(300, 1_000), ...patients.slice(0, 50)]);
    const options = { fraction: 0.1, seed: 3 };
    const together = chooseHeldOut([notes, letters], options);
    for (const key of chooseHeldOut([notes], options)) expect(together.has(key)).toBe(true);
    for (const key of chooseHeldOut([letters], options)) expect(together.has(key)).toBe(true);
    expect([...chooseHeldOut([notes], options)]).toHaveLength(30);
  });

  it('is never a document larger than the share, unless there is nothing else', () => {
    const large = {
      name: 'notes',
      keys: numbers(101),
      lineCounts: [900, ...Array<number>(100).fill(1)],
    };
    for (let seed = 0; seed < 20; seed++) {
      const chosen = chooseHeldOut([large], { fraction: 0.05, seed });
      expect(chosen.has(large.keys[0])).toBe(false);
      expect(chosen.size).toBe(50);
    }
    const few = corpusOf('few', numbers(3), 10);
    expect(chooseHeldOut([few], { fraction: 0.05, seed: 1 }).size).toBe(1);
  });

  it('leaves something to learn from, or says what to change', () => {
    expect(() => chooseHeldOut([corpusOf('one', numbers(1))], { fraction: 0.05, seed: 1 })).toThrow(
      expect.objectContaining({ code: 'corpus.no-held-out' }) as Error,
    );
    // All of a small corpus can be what a larger one holds out.
    const all = corpusOf('all', numbers(100));
    const [key] = chooseHeldOut([all], { fraction: 0.01, seed: 1 });
    const inner = corpusOf('inner', [key]);
    expect(() => chooseHeldOut([all, inner], { fraction: 0.01, seed: 1 })).toThrow(/corpus inner/);
  });
});
