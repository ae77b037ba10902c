import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapLabel } from './wrap-label.ts';

const room = { width: 12, lineCount: 3 };

describe('wrapLabel', () => {
  it('breaks where names have gaps', () => {
    expect(wrapLabel('adapted', room)).toEqual(['adapted']);
    expect(wrapLabel('adapted to Dutch text', room)).toEqual(['adapted to', 'Dutch text']);
    expect(wrapLabel('mbert-base-cased_nl', room)).toEqual(['mbert-base-', 'cased_nl']);
    expect(wrapLabel('withoutanygapatall', room)).toEqual(['withoutanyga', 'patall']);
  });

  it('keeps the end of a name that is too long, by which names differ', () => {
    const lines = wrapLabel('multilingual-BERT further pre-trained on Romanian notes', room);
    expect(lines).toEqual(['multilingual', '-BERT', '…anian notes']);
  });

  it('never exceeds its room, and loses nothing of what fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-') }), (name) => {
        const lines = wrapLabel(name, room);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(12);
        const letters = (text: string) => text.replaceAll(' ', '');
        if (!lines.at(-1)?.startsWith('…')) {
          expect(letters(lines.join(''))).toBe(letters(name));
        }
      }),
      { numRuns: 200 },
    );
  });
});
