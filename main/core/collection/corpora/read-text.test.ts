import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanDocuments } from '#core/corpus/testing/clean-documents.ts';
import { readPlainText } from '#core/import/read-plain-text.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { hashSources } from '../files/source-files.ts';
import { pieceBytes } from '../files/source-pieces.ts';
import { readCleanText } from './read-text.ts';

test('text is read piece by piece to the lines and the hash that the whole files have', async () => {
  const folder = temporaryFolder();
  // Characters of two bytes, so that pieces end within some; lines that recur in the second file.
  const line = (index: number) => `${'é'.repeat(index % 97)} <b>palabra</b> ${index % 9_000}\r\n`;
  const texts = {
    'a.txt': Array.from({ length: 9_000 }, (_, index) => line(index)).join(''),
    'b.txt': Array.from({ length: 9_500 }, (_, index) => line(index + 400)).join(''),
  };
  const files = Object.entries(texts).map(([name, text]) => {
    const bytes = Buffer.from(text);
    writeFileSync(join(folder, name), bytes);
    expect(bytes.length).toBeGreaterThan(2 * pieceBytes);
    return { name, bytes };
  });
  const whole = files.flatMap(
    ({ name, bytes }) => readPlainText(bytes, name, { unit: 'line' }).items,
  );
  const { documents } = cleanDocuments(whole, { lineUnit: 'line' });
  expect(await readCleanText('es', [folder])).toEqual({
    name: 'es',
    hash: hashSources(files, {}),
    lines: documents.flatMap(({ text }) => text.split('\n')),
  });
});

test('text of which nothing is left, and what cannot be read twice, is refused', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'empty.txt'), '\n\n');
  await refusingLater('corpus.empty', readCleanText('x', [join(folder, 'empty.txt')]));
  await refusingLater('file.unreadable', readCleanText('x', ['/dev/null']));
  mkdirSync(join(folder, 'none'));
  await refusingLater('file.missing', readCleanText('x', [join(folder, 'none')]));
});
