import { describe, expect, test } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { dutchMaterial } from './dutch/material.ts';
import { expand } from './grammar.ts';
import type { Grammar } from './grammar.ts';
import { romanianMaterial } from './romanian/material.ts';
import { spanishMaterial } from './spanish/material.ts';
import { misspell } from './typos.ts';

const grammar: Grammar = {
  lexicon: {
    drug: ['aspirin[ forte|]'],
    organ: ['liver'],
    injury: ['injury of the <ANAT:{organ}>'],
  },
  notation: { decimalMark: ',', writeDate: (year, month, day) => `${year}-${month}-${day}` },
};
const random = () => new RandomStream(5, 'grammar');

describe('A template', () => {
  test('marks its entities by offset', () => {
    const { text, entities } = expand('Takes <CHEM:aspirin> daily.', grammar, random());
    expect(text).toBe('Takes aspirin daily.');
    expect(entities).toEqual([{ start: 6, end: 13, type: 'CHEM' }]);
  });

  test('gives an entity inside an entity to the outer one', () => {
    const { text, entities } = expand('<DISO:{injury}>', grammar, random());
    expect(text).toBe('injury of the liver');
    expect(entities).toEqual([{ start: 0, end: 19, type: 'DISO' }]);
  });

  test('writes numbers within their range and with their decimals', () => {
    for (let seed = 0; seed < 50; seed++) {
      const stream = new RandomStream(seed, 'numbers');
      const [whole, part] = expand('{3-5} {1.5-1.7}', grammar, stream).text.split(' ');
      expect(['3', '4', '5']).toContain(whole);
      expect(['1,5', '1,6', '1,7']).toContain(part);
    }
  });

  test.each(['{unknown}', '[open', '<:nothing>', '{}'])(
    'that is wrong is refused: %s',
    (template) => {
      expect(() => expand(template, grammar, random())).toThrow('a well-formed template');
    },
  );
});

test('misspelling keeps the offsets on the entities', () => {
  const plain = expand('Pacient cu <DISO:hipertensiune arterială>, aspirină.', grammar, random());
  const { text, entities } = misspell(plain, 1, random());
  expect(text).not.toBe(plain.text);
  expect(text.slice(entities[0].start - 3, entities[0].start)).toBe('cu ');
  expect(text.slice(entities[0].end, entities[0].end + 2)).toBe(', ');
});

describe.each([
  ['Dutch', dutchMaterial],
  ['Romanian', romanianMaterial],
  ['Spanish', spanishMaterial],
])('The %s material', (_language, material) => {
  test('is well-formed in all its templates and words', () => {
    const sources = [
      ...material.general,
      ...material.clinical,
      ...Object.values(material.lexicon).flat(),
    ];
    for (const source of sources) {
      for (let seed = 0; seed < 8; seed++) {
        const { text } = expand(source, material, new RandomStream(seed, 'check'));
        expect(text).not.toMatch(/[[\]{}<>|]|\s\s|^\s*$/);
      }
    }
  });
});
