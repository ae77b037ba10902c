import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { cleanDocuments } from '#core/corpus/testing/clean-documents.ts';
import { CorpusMeasure } from '#core/corpus/statistics.ts';
import { readCorpusCsv } from '#core/import/read-corpus-csv.ts';
import { readPlainText } from '#core/import/read-plain-text.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { summariseProblems } from '../import-summary.ts';
import { hashSources, readSourceFiles } from '../files/source-files.ts';
import { pieceBytes } from '../files/source-pieces.ts';
import type { CorpusSource } from './corpus-source.ts';
import type { AdvanceBytes } from './corpus-pieces.ts';
import { type CorpusRecord, loadCorpus } from './load-corpus.ts';

const textPlan: CorpusSource = { files: [], format: 'text', unit: 'line', lineUnit: 'line' };
const csvPlan: CorpusSource = { ...textPlan, format: 'csv', textColumn: 'text' };
const units = { line: 'line', paragraph: 'block', file: 'file' } as const;

/** Lines of many lengths with characters of one to four bytes, blank ones, markup and repetitions. */
function makeText(seed: number, byteCount: number, toLine = (text: string) => text): string {
  const random = new RandomStream(seed, 'text');
  const words = ['koorts', 'pacientă', 'fiebre 38 °C', '<b>pijn</b>', '😀', '  ', 'Hb < 7', '€'];
  const lines: string[] = [];
  for (let length = 0; length < byteCount; length += Buffer.byteLength(lines.at(-1) ?? '') + 1) {
    const count = random.integer(12);
    const text = Array.from({ length: count }, () => words[random.integer(words.length)]);
    lines.push(toLine(text.join(' ')));
  }
  return lines.join('\n');
}

/** What the readers of whole files, the cleaning and the measure make of the same files. */
function readWhole(plan: CorpusSource) {
  const { files: named, ...settings } = plan;
  const files = readSourceFiles(named, ['.txt', '.csv']);
  const results = files.map(({ name, bytes }) =>
    plan.format === 'csv'
      ? readCorpusCsv(bytes, name, { textColumn: plan.textColumn ?? '' })
      : readPlainText(bytes, name, { unit: units[plan.unit] }),
  );
  const { documents, counts } = cleanDocuments(
    results.flatMap(({ items }) => items),
    { lineUnit: plan.lineUnit },
  );
  const measure = new CorpusMeasure();
  for (const document of documents) measure.add(document);
  return {
    hash: hashSources(files, settings),
    lines: documents.flatMap(({ text }) => text.split('\n')),
    record: {
      cleaning: counts,
      sources: measure.statistics(),
      problems: summariseProblems(results.flatMap(({ problems }) => problems)),
    },
  };
}

const effects = (advance = async (): Promise<void> => {}) => ({ onRead: () => {}, advance });

function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(temporaryFolder(), 'notes');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('a corpus from files larger than a piece', () => {
  const broken = Buffer.concat([Buffer.from(makeText(3, pieceBytes)), Uint8Array.of(0xff, 0x0a)]);
  const row = (text: string) => `1,"${text}\n${text}",x${text.length % 7 === 0 ? ',y' : ''}`;

  it.each<[string, CorpusSource, Record<string, string | Uint8Array>]>([
    ['lines', textPlan, { 'a.txt': makeText(1, 3 * pieceBytes), 'b.txt': broken, 'c.txt': ' \n' }],
    [
      'blocks and sentences',
      { ...textPlan, unit: 'paragraph', lineUnit: 'sentence' },
      { 'a.txt': makeText(2, 2 * pieceBytes).replaceAll('\n', '\r\n') },
    ],
    [
      'whole files',
      { ...textPlan, unit: 'file' },
      { 'a.txt': makeText(4, 2 * pieceBytes), 'b.txt': '%PDF-1.7', 'c.txt': 'Kort.' },
    ],
    [
      'UTF-16 and Windows-1252',
      textPlan,
      {
        'a.txt': Buffer.from(`\ufeff${makeText(5, pieceBytes)}`, 'utf16le'),
        'b.txt': Buffer.from('naïve patiënt\n'.repeat(40_000), 'latin1'),
      },
    ],
    ['a table', csvPlan, { 'a.csv': `id,text,x\n${makeText(6, 3 * pieceBytes, row)}\n2,"open` }],
  ])('has the lines, counts, problems and hash of the whole: %s', async (_, settings, files) => {
    const plan = { ...settings, files: [writeFiles(files)] };
    const workspace = newWorkspace();
    const corpus = await loadCorpus(workspace, 'notes', { plan, ...effects() });
    const whole = readWhole(plan);
    expect(corpus.hash).toBe(whole.hash);
    expect(whole.lines.length).toBeGreaterThan(1000);
    const lines = [...corpus.lines()];
    expect(lines.length).toBe(whole.lines.length);
    expect(lines.findIndex((line, index) => line !== whole.lines[index])).toBe(-1);
    expect(workspace.corpora.get(corpus.id).statistics).toEqual(whole.record);
    expect(corpus).toMatchObject({
      lineCount: whole.lines.length,
      characterCount: whole.record.cleaning.charactersAfter,
    });
  });

  it('tells how far it is, twice over all bytes, and once where it is known', async () => {
    const bytes = 3 * pieceBytes + 5;
    const plan = {
      ...textPlan,
      files: [writeFiles({ 'a.txt': 'tos\n'.repeat(bytes).slice(0, bytes) })],
    };
    const workspace = newWorkspace();
    const read = async () => {
      const told: [string, number, number][] = [];
      const advance: AdvanceBytes = async (...how) => {
        told.push(how);
        await Promise.resolve();
      };
      await loadCorpus(workspace, 'notes', { plan, onRead: () => {}, advance });
      return told;
    };
    const ends = [1, 2, 3].map((count) => count * pieceBytes).concat(bytes);
    const pass = (name: string) => ends.map((end) => [name, end, bytes]);
    const all = await read();
    expect(all).toEqual([...pass('checking'), ...pass('reading')]);
    expect(await read()).toEqual(pass('checking'));
  });
});

describe('an import that ends early', () => {
  const openFiles = (folder: string): string[] =>
    readdirSync('/proc/self/fd').flatMap((descriptor) => {
      try {
        return [readlinkSync(`/proc/self/fd/${descriptor}`)].filter((path) =>
          path.startsWith(folder),
        );
      } catch {
        return [];
      }
    });
  const plan = () => {
    const text = Array.from({ length: 100_000 }, (_, index) => `regel ${index} met koorts`);
    return { ...textPlan, files: [writeFiles({ 'a.txt': text.join('\n') })] };
  };

  it.each([1, 4, 13])(
    'leaves nothing when it is stopped at piece %i, and begins anew',
    async (at) => {
      const stopped = plan();
      const workspace = newWorkspace();
      let pieces = 0;
      const advance = async (): Promise<void> => {
        await Promise.resolve();
        if (++pieces === at) throw new Error('stop');
      };
      await expect(
        loadCorpus(workspace, 'notes', { plan: stopped, ...effects(advance) }),
      ).rejects.toThrow('stop');
      expect(pieces).toBe(at);
      expect(workspace.corpora.list()).toEqual([]);
      if (existsSync('/proc/self/fd')) expect(openFiles(stopped.files[0])).toEqual([]);
      const corpus = await loadCorpus(workspace, 'notes', { plan: stopped, ...effects() });
      expect(corpus.lineCount).toBe(100_000);
    },
  );

  it('leaves nothing when a file changes between the passes, and says which', async () => {
    const changing = plan();
    const workspace = newWorkspace();
    const path = join(changing.files[0], 'a.txt');
    let isChanged = false;
    const advance: AdvanceBytes = async (pass) => {
      await Promise.resolve();
      if (isChanged || pass === 'checking') return;
      isChanged = true;
      appendFileSync(path, '\nmore');
    };
    const loading = loadCorpus(workspace, 'notes', { plan: changing, onRead: () => {}, advance });
    await expect(loading).rejects.toThrow(path);
    await expect(loading).rejects.toMatchObject({ code: 'file.unreadable' });
    expect(workspace.corpora.list()).toEqual([]);
  });

  it('leaves nothing when no text is left, and says what was lost first', async () => {
    const workspace = newWorkspace();
    const empty = { ...textPlan, files: [writeFiles({ 'a.txt': '%PDF-1.7', 'b.txt': '<b></b>' })] };
    const loading = loadCorpus(workspace, 'notes', { plan: empty, ...effects() });
    await expect(loading).rejects.toThrow(
      /1 documents of which nothing .* a\.txt, line 1: The file holds binary/,
    );
    await expect(loading).rejects.toMatchObject({ code: 'corpus.empty' });
    expect(workspace.corpora.list()).toEqual([]);
  });

  it('has found folders only, also one that is named as a file', async () => {
    const folder = writeFiles({});
    mkdirSync(join(folder, 'inner.txt'));
    const loading = loadCorpus(newWorkspace(), 'notes', {
      plan: { ...textPlan, files: [folder] },
      ...effects(),
    });
    await expect(loading).rejects.toMatchObject({ code: 'file.missing' });
  });
});

describe('a file of which nothing is left', () => {
  it('is told of with the reason, and not counted as read', async () => {
    const folder = writeFiles({
      'a.txt': 'koorts\nhoest\n',
      'b.txt': 'hoest\nkoorts\n',
      'c.txt': '<p></p>\n',
      'd.txt': 'pijn\n',
    });
    const workspace = newWorkspace();
    const plan = { ...textPlan, files: [folder] };
    const corpus = await loadCorpus(workspace, 'notes', { plan, ...effects() });
    expect(corpus.warnings.map(inEnglish)).toEqual([
      '2 of 4 files (50 %) left out: file-nothing-left 2.',
    ]);
    const { problems, sources } = workspace.corpora.list()[0].statistics as CorpusRecord;
    expect(sources.map(({ source }) => source)).toEqual(['a.txt', 'd.txt']);
    expect(problems.first.map(({ file, rule, detail }) => [file, rule, detail])).toEqual([
      [
        'b.txt',
        'file-nothing-left',
        'Nothing is left of this file: its 2 lines are all in the files before it already.',
      ],
      [
        'c.txt',
        'file-nothing-left',
        'Nothing is left of this file: cleaning found no words in it.',
      ],
    ]);
  });
});
