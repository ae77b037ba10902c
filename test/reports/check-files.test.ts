import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { readResultTables } from '#hosts/cli/read-result-tables.ts';
import { checkTables } from '#core/report/check/check-tables.ts';
import { makeReport } from '#core/report/document/make-report.ts';
import { writeDocx } from '#core/report/docx/write-docx.ts';
import { sampleStudyResults } from '#core/report/sample-study-results.ts';
import { runCommand } from '../studies/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'anamnesis-check-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

it('tables of files are checked against each other, and what contradicts ends with a code of its own', async () => {
  const types = put('types.csv', 'sep=;\nModel;Type;F1\nBERT;SITE;40,10\nBERT;STAGE;79,16\n');
  const macro = (value: string) =>
    put(
      'paper.tex',
      String.raw`\begin{tabular}{lr} Model & Macro F1 \\ \midrule BERT & ${value} \\ \end{tabular}`,
    );
  const wrong = await runCommand(['report', 'check', types, macro('73.51'), '--language', 'nl']);
  expect(wrong.stdout).toContain('Een macrogemiddelde is het gewone gemiddelde van de klassen');
  expect(wrong.stdout).toContain('“paper.tex: 1”, rij 1 (BERT), Macro F1: 0,7351.');
  expect(wrong.exitCode).toBe(3);
  const right = await runCommand(['--json', 'report', 'check', types, macro('59.63')]);
  expect(JSON.parse(right.stdout)).toEqual({ numberCount: 3, contradictions: [] });
  expect(right.exitCode).toBe(0);
});

it('a file without a table, or in another encoding, is told', async () => {
  for (const text of ['', 'sep=;\n']) {
    const { exitCode, stderr } = await runCommand(['report', 'check', put('empty.csv', text)]);
    expect(stderr).toContain('file.unreadable');
    expect(exitCode).toBe(3);
  }
  writeFileSync(join(folder, 'latin.csv'), Buffer.from('Model;F1\ncaf\xe9;0.5\n', 'latin1'));
  const { stderr } = await runCommand(['report', 'check', join(folder, 'latin.csv')]);
  expect(stderr).toContain('another encoding');
});

it('our own report as a document of Word is read back whole, and one changed number in it is told', () => {
  const check = (bytes: Uint8Array) => {
    const path = join(folder, 'report.docx');
    writeFileSync(path, bytes);
    return checkTables(readResultTables(path, 'means'));
  };
  for (const language of ['en', 'nl', 'es', 'ro'] as const) {
    const { numberCount, contradictions } = check(
      writeDocx(makeReport(sampleStudyResults(), language)),
    );
    expect(contradictions).toEqual([]);
    expect(numberCount).toBeGreaterThan(500);
  }
  const parts = unzipSync(writeDocx(makeReport(sampleStudyResults(), 'en')));
  const body = strFromU8(parts['word/document.xml']);
  const changed = body.replace('>0.00195<', '>0.99000<');
  expect(changed).not.toBe(body);
  const { contradictions } = check(zipSync({ ...parts, 'word/document.xml': strToU8(changed) }));
  expect(contradictions.map(({ kind }) => kind)).toContain('holm-below-p');
});

it('a document under a password or of an old Word is told as what it is', async () => {
  const ole = new Uint8Array(4096);
  ole.set([0xd0, 0xcf, 0x11, 0xe0]);
  writeFileSync(join(folder, 'old.docx'), ole);
  const old = await runCommand(['report', 'check', join(folder, 'old.docx')]);
  expect(old.stderr).toContain('Word before 2007');
  ole.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  writeFileSync(join(folder, 'locked.docx'), ole);
  const locked = await runCommand(['report', 'check', join(folder, 'locked.docx')]);
  expect(locked.stderr).toContain('a document under a password');
  expect(locked.exitCode).toBe(3);
});
