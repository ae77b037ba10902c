import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { rankMentionErrors } from '#core/annotation/errors/rank-mention-errors.ts';
import {
  hits,
  moneroFile,
  plant,
  readMonero,
  score,
  scoreOutOfFold,
  types,
} from './planted-errors.ts';

describe('Errors in labels of mentions', () => {
  it('are told by kind and by what the model expects', () => {
    const sure = (type: number): number[] =>
      Array.from({ length: types.length + 1 }, (_, at) => (at === type ? 0.92 : 0.02));
    const scored = (tags: readonly string[], found: readonly number[]) =>
      rankMentionErrors([{ id: '1', ...score(tags, found.map(sure)) }]).map(
        ({ kind, start, end, expected }) => [kind, start, end, expected?.type ?? null],
      );
    const boundary = rankMentionErrors([{ id: '1', ...score(['B-DISO', 'O'], [2, 2].map(sure)) }]);
    expect(boundary[0].expected).toEqual({ start: 0, end: 2, type: 'DISO' });
    expect(scored(['B-ANAT', 'O'], [2, 4])).toEqual([['class', 0, 1, 'DISO']]);
    expect(scored(['B-DISO', 'O'], [2, 2])).toEqual([['boundary', 0, 1, 'DISO']]);
    expect(scored(['B-DISO', 'I-DISO'], [2, 4])).toEqual([['boundary', 0, 2, 'DISO']]);
    expect(scored(['B-DISO', 'O'], [4, 4])).toEqual([['spurious', 0, 1, null]]);
    expect(scored(['O', 'O', 'O'], [4, 2, 2])).toEqual([['missing', 1, 3, 'DISO']]);
    expect(scored(['B-DISO', 'O'], [2, 4])).toEqual([['none', 0, 1, 'DISO']]);
  });

  it.skipIf(!existsSync(moneroFile))(
    'planted in 5 % of the mentions of MoNERo stand for 60 % or more in the first tenth of the list',
    () => {
      const random = new RandomStream(2_210, 'planted errors');
      const { planted, sentences } = plant(readMonero(), 0.05, random);
      const ranked = rankMentionErrors(scoreOutOfFold(sentences, 5));
      const top = ranked.slice(0, Math.round(ranked.length / 10));
      const found = planted.filter((each) => top.some((issue) => hits(each, issue)));
      const share = found.length / planted.length;
      const byKind = Object.groupBy(planted, ({ kind }) => kind);
      const shares = Object.entries(byKind).map(
        ([kind, of]) => `${kind} ${found.filter((each) => each.kind === kind).length}/${of.length}`,
      );
      expect(planted.length).toBeGreaterThan(400);
      expect(share, `${shares.join(', ')} of ${ranked.length}`).toBeGreaterThanOrEqual(0.6);
    },
  );
});
