import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { largestOf } from '#core/base/extremes.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import {
  rankMentionErrors,
  type MentionIssue,
  type ScoredSentence,
} from '#core/annotation/errors/rank-mention-errors.ts';
import { trainWordModel } from './word-model.ts';

const file = new URL('../../../shared/data/monero/MoNERo.txt', import.meta.url);
const types = ['ANAT', 'CHEM', 'DISO', 'PROC'];

interface Sentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** Orphan I- tags, as published, begin a mention. */
function readMonero(): Sentence[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n\s*\r?\n/)
    .flatMap((block) => {
      const rows = block.split(/\r?\n/).map((line) => line.split('\t'));
      const kept = rows.filter((row) => row.length >= 3 && row[0] !== '');
      const tags = kept.map(([, , tag]) => (types.includes(tag.slice(2)) ? tag : 'O'));
      const valid = tags.map((tag, at) => {
        const isOrphan = tag.startsWith('I-') && (tags[at - 1] ?? 'O').slice(2) !== tag.slice(2);
        return isOrphan ? `B-${tag.slice(2)}` : tag;
      });
      return kept.length < 3 ? [] : [{ words: kept.map(([word]) => word), tags: valid }];
    });
}

interface Planted {
  readonly sentence: number;
  readonly kind: 'class' | 'boundary' | 'missing' | 'spurious';
  readonly start: number;
  readonly end: number;
}

/** Makes errors of four kinds, each as often, in a share of the mentions; at most one in a sentence. */
function plant(sentences: readonly Sentence[], share: number, random: RandomStream) {
  const tags = sentences.map((sentence) => [...sentence.tags]);
  const mentions = tags.flatMap((own, sentence) =>
    own.flatMap((tag, start) => {
      if (!tag.startsWith('B-')) return [];
      let end = start + 1;
      while (own[end] === `I-${tag.slice(2)}`) end++;
      return [{ sentence, start, end, type: tag.slice(2) }];
    }),
  );
  const wanted = Math.round(share * mentions.length);
  const planted: Planted[] = [];
  const taken = new Set<number>();
  const kinds = ['class', 'boundary', 'missing', 'spurious'] as const;
  for (const mention of random.shuffle(mentions)) {
    if (planted.length === wanted) break;
    const { sentence, start, end, type } = mention;
    if (taken.has(sentence)) continue;
    const own = tags[sentence];
    const kind = kinds[planted.length % kinds.length];
    const put = (from: number, to: number, as: string) => {
      for (let at = from; at < to; at++) own[at] = `${at === from ? 'B' : 'I'}-${as}`;
    };
    if (kind === 'class') {
      const others = types.filter((each) => each !== type);
      put(start, end, others[random.integer(others.length)]);
      planted.push({ sentence, kind, start, end });
    } else if (kind === 'missing') {
      own.fill('O', start, end);
      planted.push({ sentence, kind, start, end });
    } else if (kind === 'boundary') {
      // One word more, or one less of several.
      if (end - start > 1 && random.integer(2) === 0) {
        own[end - 1] = 'O';
        planted.push({ sentence, kind, start, end: end - 1 });
      } else if (own[end] === 'O') {
        own[end] = `I-${type}`;
        planted.push({ sentence, kind, start, end: end + 1 });
      } else continue;
    } else {
      const free = own.flatMap((tag, at) => (tag === 'O' && own[at + 1] !== undefined ? [at] : []));
      const at = free.find(() => random.integer(free.length) === 0) ?? free[0];
      if (at === undefined || (own[at + 1] ?? 'O').startsWith('I-')) continue;
      put(at, at + 1, types[random.integer(types.length)]);
      planted.push({ sentence, kind, start: at, end: at + 1 });
    }
    taken.add(sentence);
  }
  return { planted, sentences: sentences.map(({ words }, at) => ({ words, tags: tags[at] })) };
}

/** A sentence as it is ranked; probabilities are those of each type, and that of none last. */
function score(
  tags: readonly string[],
  probabilities: readonly (readonly number[])[],
): Omit<ScoredSentence, 'id'> {
  const names = [...types, null];
  const place = (tag: string) => (tag === 'O' ? types.length : types.indexOf(tag.slice(2)));
  return {
    mentions: readEntities(tags),
    found: probabilities.map((ofWord) => names[ofWord.indexOf(largestOf(ofWord))]),
    given: probabilities.map((ofWord, word) => ofWord[place(tags[word])]),
  };
}

/** What models say of sentences that they have not learned from, each learned from four fifths. */
function scoreOutOfFold(sentences: readonly Sentence[], folds: number): ScoredSentence[] {
  const labelOf = (tag: string) => (tag === 'O' ? types.length : types.indexOf(tag.slice(2)));
  const learned = sentences.map(({ words, tags }) => ({ words, labels: tags.map(labelOf) }));
  return Array.from({ length: folds }, (_, fold) => {
    const model = trainWordModel(
      learned.filter((__, at) => at % folds !== fold),
      types.length + 1,
      { epochs: 2, seed: fold },
    );
    return sentences.flatMap(({ words, tags }, at) =>
      at % folds === fold
        ? [
            {
              ...score(
                tags,
                words.map((__, word) => model.probabilities(words, word)),
              ),
              id: String(at),
            },
          ]
        : [],
    );
  }).flat();
}

const hits = ({ sentence, start, end }: Planted, issue: MentionIssue) =>
  issue.id === String(sentence) && issue.start < end && issue.end > start;

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

  it.skipIf(!existsSync(file))(
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
