import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tagSentences } from '#core/corpus/tag-sentences.ts';
import { readBrat } from '#core/import/read-brat.ts';
import { caseFolder } from './case-folder.ts';

const names = ['04-brat-newline-in-quote', '15-nfc-quote-nfd-text'] as const;
const isAbsent = names.some((name) => caseFolder(name) === null);

function readCase(name: (typeof names)[number]) {
  const files = ['a.txt', 'a.ann'].map((file) => ({
    file,
    bytes: readFileSync(join(caseFolder(name) ?? '', file)),
  }));
  return readBrat(files);
}

function entitiesOf(name: (typeof names)[number]) {
  const { items, problems } = readCase(name);
  const left = problems.filter(({ action }) => action !== 'kept');
  const entities = items[0].entities.map(({ start, end }) => items[0].text.slice(start, end));
  return { entities, left };
}

describe.skipIf(isAbsent)('brat, or: the cases are not at hand', () => {
  it('quotes line breaks as they are', () => {
    expect(entitiesOf('04-brat-newline-in-quote')).toEqual({
      entities: ['acute\nbuikpijn', 'acute koorts'],
      left: [],
    });
    const { items } = readCase('04-brat-newline-in-quote');
    expect(items[0].entities).toEqual([
      { type: 'SYM', start: 9, end: 23 },
      { type: 'SYM', start: 34, end: 46 },
    ]);
    const sentences = tagSentences(items[0]);
    expect(sentences.problems).toEqual([]);
    const tagged = sentences.items.flatMap(({ text, words, tags }) =>
      words.map(({ start, end }, at) => `${text.slice(start, end)} ${tags[at]}`),
    );
    expect(tagged.filter((word) => !word.endsWith(' O'))).toEqual([
      'acute B-SYM',
      'buikpijn I-SYM',
      'acute B-SYM',
      'koorts I-SYM',
    ]);
  });

  it('quotes composed letters of a text that has accents apart', () => {
    const { entities, left } = entitiesOf('15-nfc-quote-nfd-text');
    expect(entities.map((entity) => entity.normalize('NFC'))).toEqual(['Fiévre', 'métastase']);
    expect(left).toEqual([]);
  });
});
