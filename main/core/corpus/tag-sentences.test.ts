import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntitySpan } from '#core/domain/text.ts';
import { entitiesOfSentence } from './entities-of-sentence.ts';
import { splitWords } from './split-words.ts';
import { tagSentences } from './tag-sentences.ts';

const tag = (text: string, entities: EntitySpan[]): ReturnType<typeof tagSentences> =>
  tagSentences({ id: 'doc', text, entities });

describe('a document with entities', () => {
  it('becomes sentences with tags, grouped by document', () => {
    const text = 'Rust. \nCarcinoma in situ, M0.';
    const { items, problems } = tag(text, [
      { start: 7, end: 24, type: 'NEO' },
      { start: 26, end: 28, type: 'NEO' },
    ]);
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({ id: 'doc#1', text: 'Rust.', tags: ['O', 'O'] });
    expect(items[1]).toMatchObject({
      id: 'doc#2',
      text: 'Carcinoma in situ, M0.',
      tags: ['B-NEO', 'I-NEO', 'I-NEO', 'O', 'B-NEO', 'O'],
      groupId: 'doc',
    });
    expect(items[1].words[0]).toEqual({ start: 0, end: 9 });
  });

  it('has entities widened to words, and those without a word of their own left out', () => {
    const { items, problems } = tag('x\nadenocarcinoma \u200b y', [
      { start: 2, end: 7, type: 'A' },
      { start: 7, end: 16, type: 'B' },
      { start: 17, end: 18, type: 'C' },
    ]);
    expect(items.map((sentence) => sentence.tags)).toEqual([['O'], ['B-A', 'O']]);
    expect(problems.map(({ file, line, rule }) => [file, line, rule])).toEqual([
      ['doc', 2, 'entity-widened'],
      ['doc', 2, 'entity-same-word'],
      ['doc', 2, 'entity-without-word'],
    ]);
  });

  it('has long sentences cut, not inside an entity and not inside a number', () => {
    const text = `${'woord '.repeat(8)}12.5 tumor groot woord`;
    const start = text.indexOf('tumor');
    const { items, problems } = tagSentences(
      { id: 'doc', text, entities: [{ start, end: start + 11, type: 'X' }] },
      { maxWords: 12 },
    );
    expect(items.map((sentence) => sentence.text)).toEqual([
      `${'woord '.repeat(8)}12.5`,
      'tumor groot woord',
    ]);
    expect(items[1].words[1]).toEqual({ start: 6, end: 11 });
    expect(problems).toMatchObject([{ rule: 'sentence-split', line: 1 }]);
  });

  it('gets its entities back from the tags when they fall on words', () => {
    const piece = fc.constantFrom('Tumor', 'a', '2', '.', ',', ' ', ' ', '. B', '\n', '🩺');
    const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
    const marks = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 })), { maxLength: 8 });
    fc.assert(
      fc.property(text, marks, fc.integer({ min: 1, max: 12 }), (input, steps, maxWords) => {
        const words = splitWords(input);
        const entities: EntitySpan[] = [];
        let at = 0;
        for (const [skip, count] of steps) {
          const first = at + skip;
          const last = first + count - 1;
          if (last >= words.length) break;
          entities.push({ start: words[first].start, end: words[last].end, type: `T${count}` });
          at = last + 1;
        }
        const { items, problems } = tagSentences(
          { id: 'doc', text: input, entities },
          { maxWords },
        );
        expect(problems.filter(({ rule }) => rule !== 'sentence-split')).toEqual([]);
        const found = items.flatMap((sentence) =>
          entitiesOfSentence(sentence).map(({ start, end, type }) => [
            sentence.text.slice(start, end),
            type,
          ]),
        );
        expect(found).toEqual(
          entities.map(({ start, end, type }) => [input.slice(start, end), type]),
        );
        const allWords = items.flatMap((sentence) =>
          sentence.words.map(({ start, end }) => sentence.text.slice(start, end)),
        );
        expect(allWords).toEqual(words.map(({ start, end }) => input.slice(start, end)));
      }),
      { numRuns: 500 },
    );
  });
});
