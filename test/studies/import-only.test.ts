import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { englishThroughout } from '#core/base/phrase.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** A plan without models reads what it names, keeps it, and tells what it is. */
let place: Place;
beforeAll(() => {
  place = makePlace();
});
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

async function runStudy(plan: object): Promise<StudyResults & { stdout: string; stderr: string }> {
  const results = join(place.folder, 'results');
  const argv = ['study', 'run', place.writePlan(plan), ...place.options, '--results', results];
  const { exitCode, stdout, stderr } = await runCommand(argv);
  expect(exitCode, stderr).toBe(0);
  const json = readFileSync(join(results, 'results.json'), 'utf8');
  return { ...(JSON.parse(json) as StudyResults), stdout, stderr };
}

const { name, corpora, tasks } = smallPlan;
const timeout = 120_000;

test('without models it imports corpora and tasks, and trains nothing', { timeout }, async () => {
  const results = await runStudy({ name, corpora, models: {}, tasks });
  expect(results.corpora.map(({ corpus }) => corpus)).toEqual(['general', 'clinical']);
  expect(results.tasks.map((task) => task.name)).toEqual(['screen', 'entities']);
  expect(results.tasks.every(({ itemCount, labels }) => itemCount > 0 && labels.length > 1));
  expect(results.runs).toEqual([]);
  expect(results.study.finishedAtMs).not.toBeNull();
  expect(results.stderr).not.toContain('engine');
  expect(readFileSync(join(place.folder, 'results', 'report.html'), 'utf8')).toContain('screen');
});

test('a file that an earlier one holds is told of wherever one looks', { timeout }, async () => {
  const [file] = corpora.general.files;
  place.writeFile('corpora/copy.txt', readFileSync(join(place.folder, file), 'utf8'));
  const files = [file, 'corpora/copy.txt'];
  const plan = { name: 'copies', corpora: { both: { files } }, models: {}, tasks: {} };
  const results = await runStudy(plan);
  const warning = '1 of 2 files (50 %) left out: file-nothing-left 1.';
  expect(englishThroughout(results.warnings)).toEqual([
    { kind: 'left-out', about: 'both', text: warning },
  ]);
  expect(results.corpora[0].source).toBe('2 files, 1 of them with nothing left');
  expect(results.stderr).toContain(warning);
  expect(results.stdout).toContain(warning);
  const problems = readFileSync(join(place.folder, 'results', 'import-problems.csv'), 'utf8');
  expect(problems).toMatch(/copy\.txt,1,file-nothing-left,left-out,.*all in the files before it/);
  expect(readFileSync(join(place.folder, 'results', 'report.html'), 'utf8')).toContain(warning);

  const romanian = join(place.folder, 'rezultate');
  const argv = ['study', 'report', 'copies', ...place.options, '--results', romanian];
  const { exitCode, stdout, stderr } = await runCommand([...argv, '--language', 'ro']);
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toContain(`scris: ${join(romanian, 'report.html')}`);
  const report = readFileSync(join(romanian, 'report.html'), 'utf8');
  expect(report).toContain('<html lang="ro">');
  expect(report).toContain('2 fișiere, dintre care 1 din care nu a rămas nimic');
  expect(readFileSync(join(romanian, 'results.json'), 'utf8')).toBe(
    readFileSync(join(place.folder, 'results', 'results.json'), 'utf8'),
  );
});
