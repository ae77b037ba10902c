import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';
import { inEnglish } from '#core/base/phrase.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { findCorpusFiles } from './corpus-files.ts';
import type { CorpusSource } from './corpus-source.ts';
import { type CorpusRecord, loadCorpus } from './load-corpus.ts';
import { readCleanText } from './read-text.ts';

const plan: CorpusSource = { files: [], format: 'text', unit: 'line', lineUnit: 'line' };
const bytes = (text: string) => new TextEncoder().encode(text);

function write(name: string, content: Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

const load = (source: CorpusSource) => {
  const workspace = newWorkspace();
  return loadCorpus(workspace, 'notes', {
    plan: source,
    onRead: () => undefined,
    advance: () => Promise.resolve(),
  }).then((corpus) => ({
    lines: [...corpus.lines()],
    warnings: corpus.warnings.map(inEnglish),
    hash: corpus.hash,
    record: workspace.corpora.findByHash(corpus.hash)?.statistics as CorpusRecord,
  }));
};

async function refused(code: ErrorCode, work: Promise<unknown>) {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!isAnamnesisError(error, code)) throw new Error(`expected ${code}`, { cause: error });
  return error.details;
}

const letters = {
  'a.txt': bytes('Koorts en hoest.\nGeen pijn.\n'),
  'deep/b.txt': bytes('Controle van de wond.\n'),
  'deep/picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
  '.hidden.txt': bytes('Niet te lezen.\n'),
};
const lines = ['Koorts en hoest.', 'Geen pijn.', 'Controle van de wond.'];

test('an archive that is named stands for the texts in it, as a folder does', async () => {
  const zip = write('letters.zip', zipSync(letters));
  const { files } = await findCorpusFiles({ ...plan, files: [zip] });
  expect(files.map(({ name }) => name)).toEqual([
    'letters.zip › a.txt',
    'letters.zip › deep/b.txt',
  ]);
  const { record, ...loaded } = await load({ ...plan, files: [zip] });
  expect(loaded).toMatchObject({ lines, warnings: [] });
  expect(record.sources.map(({ source }) => source)).toEqual(files.map(({ name }) => name));
  expect((await readCleanText('notes', [zip])).lines).toEqual(lines);
});

test('a compressed file is read, whatever its name ends in, and so is a table', async () => {
  const text = write('notes.txt.gz', gzipSync(letters['a.txt']));
  expect((await load({ ...plan, files: [text] })).lines).toEqual(lines.slice(0, 2));
  const table = write('export.zip', zipSync({ 'notes.csv': bytes('id,note\n1,Koorts.\n') }));
  const csv = { ...plan, format: 'csv', textColumn: 'note' } as const;
  expect((await load({ ...csv, files: [table] })).lines).toEqual(['Koorts.']);
});

test('what is wrong inside of an archive is told with its place', async () => {
  const whole = zipSync(
    { 'a.txt': letters['a.txt'], 'b.txt': bytes('x'.repeat(200)) },
    { level: 0 },
  );
  const at = Buffer.from(whole).indexOf('xxxx');
  whole[at + 5] ^= 1;
  const { lines: left, record } = await load({ ...plan, files: [write('cut.zip', whole)] });
  expect(left).toEqual(lines.slice(0, 2));
  expect(JSON.stringify(record.problems)).toContain('cut.zip › b.txt');
});

test('archives in a folder are passed over, as ever', async () => {
  const folder = join(temporaryFolder(), 'notes');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), letters['a.txt']);
  const before = (await load({ ...plan, files: [folder] })).hash;
  writeFileSync(join(folder, 'letters.zip'), zipSync(letters));
  expect((await load({ ...plan, files: [folder] })).hash).toBe(before);
});

test.each([
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0, 4]],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0xff]],
])('an archive of the kind %s is refused, with what to do', async (kind, head) => {
  const details = await refused(
    'file.unreadable',
    findCorpusFiles({ ...plan, files: [write('notes.bin', Uint8Array.from(head))] }),
  );
  expect(inEnglish(details.found)).toContain(kind);
  expect(inEnglish(details.remedy)).toBe('Unpack it, or pack it as .zip or .tar.gz.');
});

test('a text that begins as such an archive is a text', async () => {
  const path = write('notes.txt', bytes('BZh is a word here\n'));
  expect((await load({ ...plan, files: [path] })).lines).toEqual(['BZh is a word here']);
});

test('an archive without such files is refused', async () => {
  const zip = write('letters.zip', zipSync({ 'a.csv': bytes('x'), 'b.csv': bytes('y') }));
  const details = await refused('file.missing', load({ ...plan, files: [zip] }));
  expect(inEnglish(details.expected)).toContain('files ending in .txt in the archive');
});
