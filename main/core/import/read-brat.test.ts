import { describe, expect, it } from 'vitest';
import { readBrat } from './read-brat.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, annotations: string): ReturnType<typeof readBrat> =>
  readBrat([
    { file: 'map/a.ann', bytes: encode(annotations) },
    { file: 'map/a.txt', bytes: encode(text) },
  ]);
/** The entities as [text, type], and the rules that were applied with their lines. */
const summarise = (text: string, annotations: string): unknown => {
  const { items, problems } = read(text, annotations);
  const entities = items[0].entities.map(({ start, end, type }) => [text.slice(start, end), type]);
  return { entities, rules: problems.map(({ line, rule, action }) => [line, rule, action]) };
};

describe('brat documents', () => {
  it('come with sorted entities; all other annotations are ignored', () => {
    const annotations = [
      'T2\tBODY 10 14\tlong',
      'T1\tDISO 0 6\tKanker',
      'R1\tLocatedIn Arg1:T1 Arg2:T2',
      'E1\tDISO:T1',
      'A1\tNegated T1',
      'N1\tReference T1 SNOMED:1\tx',
      '#1\tAnnotatorNotes T1\tcheck',
      '*\tEquiv T1 T2',
      '',
    ].join('\r\n');
    expect(read('Kanker in long.', annotations)).toEqual({
      items: [
        {
          id: 'map/a',
          file: 'map/a.txt',
          text: 'Kanker in long.',
          entities: [
            { start: 0, end: 6, type: 'DISO' },
            { start: 10, end: 14, type: 'BODY' },
          ],
        },
      ],
      problems: [],
    });
  });

  it('count code points, as brat does', () => {
    expect(summarise('🩺🩺 koorts', 'T1\tX 3 9\tkoorts')).toEqual({
      entities: [['koorts', 'X']],
      rules: [],
    });
  });

  it.each([
    ['UTF-16 units', '🩺🩺 koorts', 'T1\tX 5 11\tkoorts'],
    ['UTF-8 bytes', 'ééé koorts', 'T1\tX 7 13\tkoorts'],
    ['CRLF as one character', 'a\r\nb\r\nkoorts', 'T1\tX 4 10\tkoorts'],
  ])('are understood when their tool counted %s', (_, text, annotations) => {
    expect(summarise(text, annotations)).toEqual({
      entities: [['koorts', 'X']],
      rules: [[1, 'brat-offset-unit', 'repaired']],
    });
  });

  it('keep CRLF and offsets into it', () => {
    expect(summarise('a\r\nb\r\nkoorts', 'T1\tX 6 12\tkoorts')).toEqual({
      entities: [['koorts', 'X']],
      rules: [],
    });
  });

  it('join an entity in pieces; one that only crosses a line break is whole', () => {
    expect(summarise('dolor de brazo', 'T1\tX 0 5;9 14\tdolor brazo')).toEqual({
      entities: [['dolor de brazo', 'X']],
      rules: [[1, 'brat-discontinuous', 'repaired']],
    });
    expect(summarise('dolor\nbrazo', 'T1\tX 0 5;6 11\tdolor brazo')).toEqual({
      entities: [['dolor\nbrazo', 'X']],
      rules: [],
    });
  });

  it('keep the longer of overlapping entities, then the earlier', () => {
    const annotations =
      'T1\tX 0 3\tabc\nT2\tX 2 8\tcdefgh\nT3\tY 8 10\tij\nT4\tY 9 11\tjk\nT5\tX 2 8\tcdefgh\n';
    expect(summarise('abcdefghijk', annotations)).toEqual({
      entities: [
        ['cdefgh', 'X'],
        ['ij', 'Y'],
      ],
      rules: [
        [1, 'brat-overlap', 'left-out'],
        [4, 'brat-overlap', 'left-out'],
        [5, 'brat-overlap', 'left-out'],
      ],
    });
  });

  it('move an entity to the nearest place of its text, within a window', () => {
    const text = `tos y fiebre y tos ${'.'.repeat(80)} lejos`;
    expect(summarise(text, 'T1\tX 14 17\ttos\nT2\tX 5 10\tlejos\nT3\tX 9000 9003\ttos\n')).toEqual({
      entities: [['tos', 'X']],
      rules: [
        [1, 'brat-offset-moved', 'repaired'],
        [2, 'brat-offset-unmatched', 'left-out'],
        [3, 'brat-offset-unmatched', 'left-out'],
      ],
    });
    expect(read(text, 'T1\tX 14 17\ttos').items[0].entities[0].start).toBe(15);
  });

  it('lose malformed lines only', () => {
    const annotations = 'T1 X\nT2\tX a b\tz\nhello\nT3\tX 0 3\ttos\nT4\tX 3 3\t\n';
    expect(summarise('tos', annotations)).toEqual({
      entities: [['tos', 'X']],
      rules: [
        [1, 'brat-line-malformed', 'left-out'],
        [2, 'brat-line-malformed', 'left-out'],
        [3, 'brat-line-malformed', 'left-out'],
        [5, 'brat-offset-unmatched', 'left-out'],
      ],
    });
  });

  it('are left out when their type is longer than a name: it may be text of a note', () => {
    const named = (length: number) => summarise('tos', `T1\t${'X'.repeat(length)} 0 3\ttos\n`);
    expect(named(100)).toEqual({ entities: [['tos', 'X'.repeat(100)]], rules: [] });
    expect(named(101)).toEqual({ entities: [], rules: [[1, 'brat-line-malformed', 'left-out']] });
  });

  it('need both files', () => {
    const { items, problems } = readBrat([
      { file: 'a.txt', bytes: encode('x') },
      { file: 'b.ann', bytes: encode('') },
      { file: 'annotation.conf', bytes: encode('') },
    ]);
    expect(items).toEqual([]);
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ['a.txt', 'file-partner-missing'],
      ['b.ann', 'file-partner-missing'],
    ]);
  });

  it('may have no entities at all', () => {
    expect(summarise('tos', '')).toEqual({ entities: [], rules: [] });
  });

  it('can be limited to some types', () => {
    const files = [
      { file: 'a.txt', bytes: encode('tos fiebre') },
      { file: 'a.ann', bytes: encode('T1\tX 0 3\ttos\nT2\tY 4 10\tfiebre\n') },
    ];
    expect(
      readBrat(files, { nameType: (type) => (type === 'Y' ? type : null) }).items[0].entities,
    ).toEqual([{ start: 4, end: 10, type: 'Y' }]);
  });
});

describe('quoted texts of other tools', () => {
  const entitiesOf = (text: string, annotations: string) => {
    const { items, problems } = read(text, annotations);
    return {
      texts: items[0].entities.map(({ start, end }) => text.slice(start, end)),
      lost: problems.filter(({ action }) => action === 'left-out'),
    };
  };

  it.each([
    ['LF in both', 'Pt acute\nbuik nu', 'T1\tX 3 13\tacute\nbuik\nT2\tY 14 16\tnu\n'],
    ['CRLF in both', 'Pt acute\r\nbuik nu', 'T1\tX 3 14\tacute\r\nbuik\r\nT2\tY 15 17\tnu\r\n'],
    ['CRLF in the text', 'Pt acute\r\nbuik nu', 'T1\tX 3 14\tacute\nbuik\nT2\tY 15 17\tnu\n'],
    ['CRLF as a blank', 'Pt acute\r\nbuik nu', 'T1\tX 3 14\tacute buik\nT2\tY 15 17\tnu\n'],
    ['fragments', 'Pt acute\nbuik nu', 'T1\tX 3 8;9 13\tacute\nbuik\nT2\tY 14 16\tnu\n'],
    [
      'a line like an annotation',
      'Pt acute\nAbui nu',
      'T1\tX 3 13\tacute\nAbui\nT2\tY 14 16\tnu\n',
    ],
  ])('may have line breaks: %s', (_, text, annotations) => {
    const { texts, lost } = entitiesOf(text, annotations);
    expect(texts.map((each) => each.replace(/\s+/g, ' '))).toEqual([
      text.includes('Abui') ? 'acute Abui' : 'acute buik',
      'nu',
    ]);
    expect(lost).toEqual([]);
  });

  it('may have a blank line in them, and lines that do not belong to them are told', () => {
    expect(entitiesOf('a\n\nb', 'T1\tX 0 4\ta\n\nb\n')).toEqual({ texts: ['a\n\nb'], lost: [] });
    expect(entitiesOf('tos', 'T1\tX 0 3\ttos\nhello\n')).toMatchObject({
      texts: ['tos'],
      lost: [{ line: 2, rule: 'brat-line-malformed' }],
    });
  });

  it.each([
    ['composed for a text with accents apart', 'NFD', 'NFC', 'NFD'],
    ['apart for a text with composed letters', 'NFC', 'NFD', 'NFC'],
    ['composed, as the offsets count, for a text with accents apart', 'NFD', 'NFC', 'NFC'],
    ['apart, as the offsets count, for a text with composed letters', 'NFC', 'NFD', 'NFD'],
  ])('may have their letters %s', (_, ofText, ofQuote, ofOffsets) => {
    const before = 'Fièvre élevée, ';
    const entity = 'élévation';
    const text = `${before}${entity}.`.normalize(ofText);
    const start = before.normalize(ofOffsets).length;
    const end = start + entity.normalize(ofOffsets).length;
    const { texts, lost } = entitiesOf(
      text,
      `T1\tX ${start} ${end}\t${entity.normalize(ofQuote)}\n`,
    );
    expect(texts).toEqual([entity.normalize(ofText)]);
    expect(lost).toEqual([]);
  });
});
