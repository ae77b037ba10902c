import { describe, expect, it } from 'vitest';
import { chooseNext, type WaitingRun } from './choose-next.ts';

const none = () => false;
const run = (key: string, changes: Partial<WaitingRun> = {}): WaitingRun => ({
  ...{ key, needs: [], state: 'queued', isLeftOut: false, position: null },
  ...changes,
});
const plan = (changes: Readonly<Record<string, Partial<WaitingRun>>> = {}) => [
  run('words', changes['words']),
  run('general', { needs: ['words'], ...changes['general'] }),
  run('adapted', { needs: ['general'], ...changes['adapted'] }),
  run('fold-1', { needs: ['adapted'], ...changes['fold-1'] }),
  run('fold-2', { needs: ['adapted'], ...changes['fold-2'] }),
  run('baseline', changes['baseline']),
];

/** All runs in the order in which they would be executed. */
function order(runs: readonly WaitingRun[], hasFailed: (key: string) => boolean = none): string[] {
  const keys: string[] = [];
  let left = runs;
  for (;;) {
    const next = chooseNext(left, hasFailed);
    if (next === null) return keys;
    keys.push(next);
    left = left.map((each) => (each.key === next ? { ...each, state: 'finished' as const } : each));
  }
}

describe('the run that comes next', () => {
  it('is the next of the plan', () => {
    expect(order(plan())).toEqual(plan().map(({ key }) => key));
    expect(order(plan({ words: { state: 'finished' } }))[0]).toBe('general');
  });

  it('is the one that was brought forward, after all that it needs', () => {
    expect(order(plan({ baseline: { position: -1 } }))[0]).toBe('baseline');
    const forward = order(plan({ 'fold-2': { position: -1 }, baseline: { position: -2 } }));
    expect(forward).toEqual(['baseline', 'words', 'general', 'adapted', 'fold-2', 'fold-1']);
  });

  it('is none that is left out, nor what needs it', () => {
    expect(order(plan({ 'fold-1': { isLeftOut: true } }))).not.toContain('fold-1');
    expect(order(plan({ general: { isLeftOut: true } }))).toEqual(['words', 'baseline']);
    const forward = plan({ general: { isLeftOut: true }, 'fold-2': { position: -1 } });
    expect(order(forward)).toEqual(['words', 'baseline']);
  });

  it('is none that has failed, nor what needs it; the others go on', () => {
    expect(order(plan(), (key) => key === 'fold-1')).toEqual([
      ...['words', 'general', 'adapted', 'fold-2', 'baseline'],
    ]);
    expect(order(plan(), (key) => key === 'words')).toEqual(['baseline']);
  });

  it('is found among thousands without trying each again and again', () => {
    const many = [
      run('words', { isLeftOut: true }),
      ...Array.from({ length: 20_000 }, (_, index) => run(`fold-${index}`, { needs: ['words'] })),
    ];
    expect(chooseNext(many, none)).toBeNull();
  });
});
