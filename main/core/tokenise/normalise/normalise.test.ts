import { BertNormalizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alignUnchanged,
  originalEnd,
  originalStart,
  type AlignedText,
} from '#core/tokenise/aligned-text.ts';
import { createBertNormaliser, oneForOne, withoutAccents } from './bert.ts';
import { createNormaliser } from './create-normaliser.ts';

/** Every code point, halves of surrogate pairs included, in texts of 512 with letters around. */
const blocks = Array.from({ length: 0x110000 / 512 }, (_, block) =>
  Array.from({ length: 512 }, (_, place) => `a${String.fromCodePoint(block * 512 + place)}b `).join(
    '',
  ),
);

function expectSound(source: string, aligned: AlignedText): void {
  let start = 0;
  let end = 0;
  for (let unit = 0; unit < aligned.text.length; unit++) {
    const unitStart = originalStart(aligned, unit);
    const unitEnd = originalEnd(aligned, unit);
    if (unitStart < start || unitEnd < end || unitEnd < unitStart || unitEnd > source.length) {
      expect.fail(`unit ${unit} has the span ${unitStart}–${unitEnd}`);
    }
    start = unitStart;
    end = unitEnd;
  }
}

/** [source text of each unit, unit] without what stands for nothing. */
function pairs(source: string, aligned: AlignedText): string[] {
  return Array.from(
    aligned.text,
    (unit, index) =>
      `${source.slice(originalStart(aligned, index), originalEnd(aligned, index))}>${unit}`,
  );
}

describe('the BERT normaliser', () => {
  const settings = [
    { clean_text: true, handle_chinese_chars: true },
    { clean_text: true, handle_chinese_chars: true, lowercase: true },
    { handle_chinese_chars: true, strip_accents: true },
    { clean_text: true, lowercase: true, strip_accents: false },
  ];

  test.each(settings)('treats every code point as the library does: %j', (setting) => {
    const normalise = createBertNormaliser(setting);
    const library = new BertNormalizer({ type: 'BertNormalizer', ...setting });
    for (const block of blocks) {
      const aligned = normalise(alignUnchanged(block, 0));
      if (aligned.text !== library.normalize(block)) {
        expect(aligned.text).toBe(library.normalize(block));
      }
      expectSound(block, aligned);
    }
  });

  test('strips accents from the quickly handled characters one for one', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      if (oneForOne.test(character)) expect(withoutAccents(character)).toHaveLength(1);
    }
  });

  test('knows where each unit came from', () => {
    const normalise = createBertNormaliser({ ...settings[1] });
    const source = 'É\u200BI\u0307x\u00A0İ生';
    expect(pairs(source, normalise(alignUnchanged(source, 0)))).toEqual([
      ...['É>e', 'I\u0307>i', 'x>x', '\u00A0> ', 'İ>i', '> ', '生>生', '> '],
    ]);
  });
});

describe('other normalisers', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(fc.constantFrom('a', 'É', 'e\u0301', 'ﬁ', '한', 'ᄒ', 'ᅡ', 'ᆫ', ' ', '  ', '½', '～'))
      .map((units) => units.join('')),
  );

  test.each([
    { type: 'NFC' },
    { type: 'NFD' },
    { type: 'NFKC' },
    { type: 'NFKD' },
    { type: 'StripAccents' },
    { type: 'Lowercase' },
    { type: 'Strip', strip_left: true, strip_right: true },
    { type: 'Prepend', prepend: '▁' },
    { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' },
    { type: 'Precompiled', precompiled_charsmap: '' },
    { type: 'Sequence', normalizers: [{ type: 'NFKD' }, { type: 'Lowercase' }] },
  ])('keep spans in order: %j', (part) => {
    fc.assert(
      fc.property(any, (text) => {
        expectSound(text, createNormaliser(part)(alignUnchanged(text, 0)));
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('align characters, not whole texts', () => {
    const source = 'ﬁebre  ½ e\u0301';
    const aligned = createNormaliser({ type: 'NFKC' })(alignUnchanged(source, 0));
    expect(pairs(source, aligned).slice(0, 3)).toEqual(['ﬁ>f', 'ﬁ>i', 'e>e']);
    expect(pairs(source, aligned).at(-1)).toBe('e\u0301>é');
  });

  test('refuse what is not known', () => {
    expect(() => createNormaliser({ type: 'Nmt' })).toThrow(
      expect.objectContaining({ code: 'tokenise.part-unsupported' }),
    );
  });
});
