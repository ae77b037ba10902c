import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
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
