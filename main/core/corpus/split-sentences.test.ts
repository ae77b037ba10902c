import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';

const split = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    [
      'Dutch',
      'Pt. zag dr. Jansen op 12.5.2020.|Controle d.w.z. over 2 wkn.|Temp. 37.5 gr. Celsius.',
    ],
    [
      'Romanian',
      'S-a prezentat la dr. Popescu, str. Unirii nr. 5.|Are febră de 38.5 grade.|Țesut normal.',
    ],
    [
      'Spanish',
      'Acude al Dr. García, p.ej. por fiebre.|¿Tiene tos?|¡No!|Urinocultivo: E. Coli.|Mide 3.5 cm.',
    ],
    ['quoted', 'Hij zei "geen pijn."|(Wel koorts.)|Daarna niets...|Einde'],
  ])('end where they end: %s', (_, marked) => {
    expect(split(marked.replaceAll('|', ' '))).toEqual(marked.split('|'));
  });

  it('end without a blank after the full stop, except in addresses and variants', () => {
    expect(split('Riñón normal.Vejiga normal.')).toEqual(['Riñón normal.', 'Vejiga normal.']);
    expect(split('Mutatie p.Val600 en www.Ziekenhuis')).toHaveLength(1);
  });

  it('go on in lower case and after numbers of lists', () => {
    expect(split('De pat. werd gezien i.v.m. hoest. en koorts')).toHaveLength(1);
    expect(split('1. Paracetamol\n2. Ibuprofeno')).toEqual(['1. Paracetamol', '2. Ibuprofeno']);
  });

  it('end with their line, unless a program wrapped it', () => {
    expect(split('ANAMNESIS\nMujer de 67 años\n- koorts\n\nhoest')).toHaveLength(4);
    const wrapped = `${'woord '.repeat(12).trim()}\ngaat verder. Nieuw.`;
    expect(split(wrapped)).toHaveLength(2);
  });

  it('never end inside an entity', () => {
    const text = 'Tumor tipo A. Grado 2. Fin.';
    const entity = { start: 0, end: 21 };
    const spans = splitSentences(text, [entity]);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Tumor tipo A. Grado 2.',
      'Fin.',
    ]);
  });

  it('are in order, trimmed, and hold all but blanks, whatever the text and entities', () => {
    const piece = fc.constantFrom('a', 'Bc', '. ', '.', '?', '\n', ' ', '"', '1', 'dr.', '¿', '😀');
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(20), fc.integer({ min: 1, max: 20 }), (input, from, length) => {
        const entity = { start: from, end: Math.min(input.length, from + length) };
        const entities = entity.end > entity.start ? [entity] : [];
        const spans = splitSentences(input, entities);
        const texts = spans.map(({ start, end }) => input.slice(start, end));
        expect(texts.join('').replace(/\s/g, '')).toBe(input.replace(/\s/g, ''));
        for (const [index, { start, end }] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : spans[index - 1].end);
          expect(texts[index]).toBe(texts[index].trim());
          // A sentence that begins inside the entity begins after blanks that the entity ends on.
          const inside = entities.some((each) => each.start < start && each.end > start);
          if (inside) expect(input.slice(entity.start, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 500 },
    );
  });
});
