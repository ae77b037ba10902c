import { expect, it } from 'vitest';
import { listLanguages } from './read-card-languages.ts';

it.each([
  ['one code', '---\nlanguage: nl\nlicense: mit\n---\n# BERTje', ['nl']],
  ['a list in brackets', '---\nlanguage: [es, "pt-br"]\n---', ['es', 'pt-br']],
  ['a code a line', '---\r\nlanguage:\r\n- ro\r\n- NL\r\ntags:\r\n- exbert\r\n---', ['ro', 'nl']],
  ['each once', '---\nlanguage:\n  - multilingual\n  - multilingual\n---', ['multilingual']],
  ['none in a header without it', '---\ntags: [nl]\n---\nlanguage: es', []],
  ['none without a header', '# A model\n\nlanguage: nl', []],
])('a card names %s', (_what, card, languages) => {
  expect(listLanguages(card)).toEqual(languages);
});
