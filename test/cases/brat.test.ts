import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBrat } from '#core/import/read-brat.ts';
import { caseFolder } from './case-folder.ts';

const names = ['04-brat-newline-in-quote', '15-nfc-quote-nfd-text'] as const;
const isAbsent = names.some((name) => caseFolder(name) === null);

function entitiesOf(name: (typeof names)[number]) {
  const files = ['a.txt', 'a.ann'].map((file) => ({
    file,
    bytes: readFileSync(join(caseFolder(name) ?? '', file)),
  }));
  const { items, problems } = readBrat(files);
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
  });

  it('quotes composed letters of a text that has accents apart', () => {
    const { entities, left } = entitiesOf('15-nfc-quote-nfd-text');
    expect(entities.map((entity) => entity.normalize('NFC'))).toEqual(['Fiévre', 'métastase']);
    expect(left).toEqual([]);
  });
});
