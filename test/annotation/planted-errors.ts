import { readFileSync } from 'node:fs';
import { largestOf } from '#core/base/extremes.ts';
import type { RandomStream } from '#core/base/random-stream.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';
import type { MentionIssue, ScoredSentence } from '#core/annotation/errors/rank-mention-errors.ts';
import { trainWordModel } from './word-model.ts';

export const moneroFile = new URL('../../../shared/data/monero/MoNERo.txt', import.meta.url);
export const types = ['ANAT', 'CHEM', 'DISO', 'PROC'];

export interface Sentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** Orphan I- tags, as published, begin a mention. */
export function readMonero(): Sentence[] {
  return readFileSync(moneroFile, 'utf8')
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

export interface Planted {
  readonly sentence: number;
  readonly kind: 'class' | 'boundary' | 'missing' | 'spurious';
  readonly start: number;
  readonly end: number;
}

/** Makes errors of four kinds, each as often, in a share of the mentions; at most one in a sentence. */
export function plant(sentences: readonly Sentence[], share: number, random: RandomStream) {
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
export function score(
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
export function scoreOutOfFold(sentences: readonly Sentence[], folds: number): ScoredSentence[] {
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

export const hits = ({ sentence, start, end }: Planted, issue: MentionIssue) =>
  issue.id === String(sentence) && issue.start < end && issue.end > start;
