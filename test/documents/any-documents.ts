import fc from 'fast-check';
import { type Annotation, fileOrigin, type SourceDocument } from '#core/domain/document.ts';

/** What breaks offsets: characters of every length in every unit, all blanks and line breaks. */
const piece = fc.constantFrom(
  ...['koorts', 'ş', 'ș', 'ţ', 'é', 'e\u0301', 'a\u0308\u0323', '😀', '👩🏽‍⚕️', '🇷🇴', '한글', '\u00a0'],
  ...[' ', ' ', '\t', '\n', '\r\n', '.', '"', '<b>', '&amp;', '\\', 'T1', '#', ';', '|', '\u2028'],
);
const anyText = fc
  .array(piece, { minLength: 1, maxLength: 30 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '');

/** Where a text may be cut without halving a character as people see it. */
const cutsOf = (text: string): number[] => [
  ...Array.from(new Intl.Segmenter('und').segment(text), ({ index }) => index),
  text.length,
];

const anyType = fc.constantFrom(
  'DISO',
  'Nume_Ț',
  'MORFOLOGIA_NEOPLASIA',
  '__proto__',
  'constructor',
);

interface Features {
  readonly attributes: boolean;
  readonly classes: boolean;
  readonly facts: boolean;
  /** Mentions in several pieces. */
  readonly fragments: boolean;
  /** Whether spans have ids such as T1. */
  readonly ids: boolean;
  /** Whether mentions begin and end where words do, as where a format quotes no text. */
  readonly wholeWords: boolean;
}

const letter = /[\p{L}\p{N}\p{M}]/u;
const isWhole = (text: string, start: number, end: number) =>
  [start, end].every(
    (at) => !letter.test(text.slice(at - 1, at)) || !letter.test(text[at] ?? ''),
  ) && !/^\s|\s$/u.test(text.slice(start, end));

function spansOf(text: string, features: Features): fc.Arbitrary<Annotation[]> {
  const cuts = cutsOf(text);
  if (features.wholeWords && !isWhole(text, 0, text.length)) return fc.constant([]);
  const place = fc
    .uniqueArray(fc.nat(cuts.length - 1), { minLength: 2, maxLength: features.fragments ? 5 : 2 })
    .map((chosen) => chosen.sort((a, b) => a - b).map((cut) => cuts[cut]))
    .map((ends) =>
      Array.from({ length: Math.floor(ends.length / 2) }, (_, index) => ({
        start: ends[2 * index],
        end: ends[2 * index + 1],
      })),
    )
    .filter(
      (spans) => !features.wholeWords || spans.every(({ start, end }) => isWhole(text, start, end)),
    );
  const attributes = features.attributes
    ? fc.dictionary(
        fc.constantFrom('Negated', 'Zekerheid', 'toString'),
        fc.constantFrom('true', 'low'),
        {
          noNullPrototype: true,
        },
      )
    : fc.constant({});
  return fc.array(fc.tuple(place, anyType, attributes), { maxLength: 5 }).map((all) =>
    all.map(([fragments, type, of], index) => ({
      kind: 'span',
      id: features.ids ? `T${index + 1}` : null,
      type,
      fragments,
      attributes: of,
      origin: fileOrigin,
    })),
  );
}

const classes = fc
  .uniqueArray(fc.constantFrom('hiv', 'tbc', 'a, b', 'ș'), { maxLength: 3 })
  .map((labels) =>
    labels.map((label): Annotation => ({ kind: 'class', label, origin: fileOrigin })),
  );

/** Documents as they may be made here, not read from the format that is tried. */
export function anyDocuments(features: Features): fc.Arbitrary<SourceDocument[]> {
  const fact = (value: string) => fc.constantFrom(null, value);
  const document = anyText.chain((text) =>
    fc.record({
      text: fc.constant(text),
      spans: spansOf(text, features),
      classes: features.classes ? classes : fc.constant([]),
      facts: features.facts
        ? fc.record({
            patient: fact('007'),
            date: fact('2026-11-30'),
            language: fact('ro'),
            kind: fact('bilet de externare'),
            columns: fc.dictionary(
              fc.constantFrom('ward', 'Secția', 'hasOwnProperty'),
              fc.constantFrom('', '1.0', 'A "B"'),
            ),
          })
        : fc.constant({ patient: null, date: null, language: null, kind: null, columns: {} }),
    }),
  );
  return fc.array(document, { minLength: 1, maxLength: 3 }).map((all) =>
    all.map(({ text, spans, classes: ofDocument, facts }, index) => ({
      id: `map/d${index}`,
      text,
      ...facts,
      columns: { ...facts.columns },
      place: { file: 'x', part: null, line: null },
      annotations: [...ofDocument, ...spans],
      carried: null,
    })),
  );
}
