import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CarriedColumns } from '#core/domain/carried-columns.ts';
import type { SourceDocument } from '#core/domain/document.ts';
import { documentWriters } from '#core/export/document-writers.ts';
import { documentFormats, recogniseDocuments } from '#core/import/documents/document-formats.ts';
import { essence, readAgain, writeDocuments } from './exchange.ts';
import { lossesOf } from '#core/export/count-losses.ts';

const { conll: format } = documentFormats;
const { conll: writer } = documentWriters;
const decode = (files: Record<string, Uint8Array>) =>
  new TextDecoder().decode(Object.values(files)[0]);
const mentionsOf = ({ text, annotations }: SourceDocument) =>
  annotations.flatMap((each) =>
    each.kind === 'span'
      ? [`${each.type} ${text.slice(each.fragments[0].start, each.fragments[0].end)}`]
      : [],
  );

describe('columns of the CoNLL family', () => {
  // Two mentions of one type side by side, in every scheme: "febră mare" and "tuse" and "Ana Pop".
  const schemes = {
    IOB1: ['I-D', 'I-D', 'B-D', 'O', 'I-P', 'I-P'],
    IOB2: ['B-D', 'I-D', 'B-D', 'O', 'B-P', 'I-P'],
    IOBES: ['B-D', 'E-D', 'S-D', 'O', 'B-P', 'E-P'],
    BILOU: ['B-D', 'L-D', 'U-D', 'O', 'B-P', 'L-P'],
  };
  const words = ['febră', 'mare', 'tuse', '😀', 'Ana', 'Pop'];

  it.each(Object.entries(schemes))('mean the same in %s, with blanks or tabs', async (_, tags) => {
    for (const separator of [' ', '\t']) {
      const lines = words.map((word, index) => `${word}${separator}${tags[index]}`);
      const { documents } = await readAgain(format, { 'a.conll': `${lines.join('\n')}\n` });
      expect(documents[0].text).toBe(words.join(' '));
      expect(mentionsOf(documents[0])).toEqual(['D febră mare', 'D tuse', 'P Ana Pop']);
    }
  });

  it('of CoNLL-2003: documents by -DOCSTART-, written as they were', async () => {
    const content = [
      ...[
        '-DOCSTART- -X- -X- O',
        '',
        'EU NNP I-NP B-ORG',
        'rejects VBZ I-VP O',
        '',
        'Peter NNP I-NP B-PER',
      ],
      ...['Blackburn NNP I-NP I-PER', '', '-DOCSTART- -X- -X- O', '', '# NN O O', '', ''],
    ].join('\n');
    const first = await readAgain(format, { 'a.txt': content });
    expect(first.documents.map(({ id, text }) => [id, text])).toEqual([
      ['a.txt#1', 'EU rejects\nPeter Blackburn'],
      ['a.txt#2', '#'],
    ]);
    expect(first.documents.map(mentionsOf)).toEqual([['ORG EU', 'PER Peter Blackburn'], []]);
    expect(lossesOf(writer, first.documents)).toEqual([]);
    expect(decode(writeDocuments(writer, first.documents))).toBe(content);
  });

  it('of CoNLL-U: text with SpaceAfter=No, words in one, comments and attributes, written as they were', async () => {
    const content = [
      '# newdoc id = brief-7',
      '# text = Dolor del brazo.',
      '1\tDolor\tdolor\tNOUN\t_\t_\t0\troot\t_\tNE=B-SYM',
      '2-3\tdel\t_\t_\t_\t_\t_\t_\t_\t_',
      '2\tde\tde\tADP\t_\t_\t4\tcase\t_\tNE=I-SYM',
      '3\tel\tel\tDET\t_\t_\t4\tdet\t_\tNE=I-SYM',
      '4\tbrazo\tbrazo\tNOUN\t_\t_\t1\tnmod\t_\tSpaceAfter=No|NE=I-SYM',
      '5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_',
      '',
      '# newdoc id = brief-8',
      '1\tTos\ttos\tNOUN\t_\t_\t0\troot\t_\tNE=B-SYM',
      '',
      '',
    ].join('\n');
    const { documents } = await readAgain(format, { 'a.conllu': content });
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['brief-7', 'Dolor del brazo.'],
      ['brief-8', 'Tos'],
    ]);
    expect(documents.map(mentionsOf)).toEqual([['SYM Dolor del brazo'], ['SYM Tos']]);
    expect(decode(writeDocuments(writer, documents))).toBe(content);
  });

  it('are a document a sentence without such lines, or one a file', async () => {
    const content = 'a O\n\nb B-X\n';
    const { documents } = await readAgain(format, { 'a.bio': content });
    expect(documents.map(({ id, text, place }) => [id, text, place.line])).toEqual([
      ['a.bio:1', 'a', 1],
      ['a.bio:3', 'b', 3],
    ]);
    const whole = await readAgain(format, { 'a.bio': content }, { unit: 'file' });
    expect(whole.documents.map(({ id, text }) => [id, text])).toEqual([['a.bio', 'a\nb']]);
  });

  it('hold what is changed, and every loss of other documents is listed', async () => {
    const text = 'Hartfalen  en\tverhoogde bloeddruk.\r\nGeen koorts.';
    const span = (type: string, start: number, end: number) =>
      ({
        kind: 'span',
        id: null,
        type,
        fragments: [{ start, end }],
        attributes: {},
        origin: { by: 'file', name: null, score: null, atMs: null, guideline: null },
      }) as const;
    const document: SourceDocument = {
      ...{ id: 'x', text, patient: null, date: null, language: null, kind: null, columns: {} },
      place: { file: 'x', part: null, line: null },
      annotations: [
        span('D', 0, 9),
        span('D', 4, 9),
        span('Lange naam', 14, 23),
        span('X', 24, 29),
        span('Y', 33, 40),
        span('Z', 9, 11),
      ],
      carried: null,
    };
    expect(lossesOf(writer, [document])).toMatchObject([
      { what: 'document-ids', count: 1 },
      { what: 'names-changed', count: 1 },
      { what: 'overlaps-flattened', count: 1 },
      { what: 'spans', count: 1 },
      { what: 'spans-divided', count: 1 },
      { what: 'spans-widened', count: 1 },
      { what: 'white-space', count: 1 },
    ]);
    const again = await readAgain(format, writeDocuments(writer, [document]));
    expect(again.documents.map(mentionsOf)).toEqual([
      ['D Hartfalen', 'Lange_naam verhoogde', 'X bloeddruk', 'Y .', 'Y Geen'],
    ]);
    expect(lossesOf(writer, again.documents)).toEqual([]);
    const third = await readAgain(format, writeDocuments(writer, again.documents));
    expect(essence(third.documents)).toEqual(essence(again.documents));
  });

  it('are recognised by their tags', () => {
    const best = (extension: string, text: string) =>
      recogniseDocuments({ extension, bytes: new TextEncoder().encode(text), text, besides: [] })[0]
        .format;
    expect(best('.txt', 'a NN O\nb NN B-X\nc NN I-X\n')).toBe('conll');
    expect(best('.tsv', 'a\tO\nb\tB-X\nc\tI-X\n')).toBe('conll');
    expect(best('.txt', 'Een gewone zin.\nNog een zin.\n')).toBe('text');
  });
});

const monero = '../shared/data/monero/MoNERo.txt';

describe.skipIf(!existsSync(monero))(`MoNERo, skipped where ${monero} is absent`, () => {
  it('is read whole, with lemmas and descriptions carried, and written with its faults mended', async () => {
    const bytes = new Uint8Array(readFileSync(monero));
    const { documents, problems } = await readAgain(format, { 'MoNERo.txt': bytes }, {}, 65_536);
    expect(documents).toHaveLength(4984);
    const rows = documents.flatMap(({ carried }) =>
      (carried?.parts as CarriedColumns).sentences.flatMap((sentence) => sentence.rows),
    );
    expect(rows).toHaveLength(154_829);
    expect(rows[1].cells).toEqual([null, 'intraspitalicesc', 'O', 'Afpfsrn']);
    const byRule = Object.groupBy(problems, ({ rule }) => rule);
    expect(
      Object.fromEntries(Object.entries(byRule).map(([rule, all]) => [rule, all.length])),
    ).toEqual({
      'bio-tag-orphan': 409,
      'bio-tag-lower-case': 1,
      'bio-tag-empty': 4,
    });
    expect(lossesOf(writer, documents)).toEqual([]);
    const written = decode(writeDocuments(writer, documents)).split('\n');
    const source = new TextDecoder().decode(bytes).split(/\r?\n/);
    const sameRows = (lines: string[]) => lines.filter((line) => line.trim() !== '');
    const [before, after] = [sameRows(source), sameRows(written)];
    expect(after).toHaveLength(before.length);
    // Only tags differ, where they were mended.
    const differing = before.flatMap((line, index) =>
      line === after[index] ? [] : [[line, after[index]]],
    );
    expect(differing.length).toBeLessThan(409 + 5 + 20);
    const withoutTag = (line: string) =>
      line
        .split('\t')
        .toSpliced(2, 1)
        .map((cell) => cell.trim());
    for (const [one, other] of differing) expect(withoutTag(other)).toEqual(withoutTag(one));
  });
});
