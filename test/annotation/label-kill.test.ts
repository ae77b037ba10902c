import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { untouchedWork } from '#core/domain/annotation-work.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { smallProject } from './small-project.ts';
import { passphrase } from '../recovery/storage/shared.ts';
import type { Labelled } from './label-child.ts';

const script = fileURLToPath(new URL('./label-child.ts', import.meta.url));
/** The bar is 200; `ANAMNESIS_KILLS=200` runs them all. */
const kills = Number(process.env.ANAMNESIS_KILLS ?? 12);

/** Labels for a while after its first word, and is killed: no handler runs, nothing is flushed. */
async function labelAndKill(folder: string, projectId: number, seed: number, afterMs: number) {
  const child = spawn(process.execPath, [script, folder, String(seed), String(projectId)]);
  let said = '';
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString('utf8')));
  const gone = new Promise((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      resolve();
    });
    void gone.then(() => {
      reject(new Error(`the child ended: ${errors}`));
    });
  });
  await wait(afterMs);
  child.kill('SIGKILL');
  await gone;
  if (errors !== '') throw new Error(errors);
  // The last line may be cut: what it tells was done, but nobody was told.
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Labelled);
}

it(`${kills} kills at random moments lose no action that was answered`, async () => {
  const workspace = newWorkspace();
  const { projectId, numbers } = await smallProject(workspace);
  workspace.close();
  const random = new RandomStream(2_026, 'label-kill');
  const everything = new Map<string, Labelled>();
  const counts: number[] = [];
  for (let seed = 0; seed < kills; seed++) {
    const said = await labelAndKill(workspace.folder, projectId, seed, random.integer(150));
    counts.push(said.length);
    for (const labelled of said) everything.set(labelled.mark, labelled);
    const later = openWorkspace(workspace.folder, { passphrase });
    try {
      const works = numbers.map((number) => {
        const [stored] = later.annotationWorks.ofDocument(projectId, number, 'label');
        const replayed = applyEdits(untouchedWork, later.annotationWorks.history(stored.id));
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(stored.work));
        return stored;
      });
      // An undo after the last answer may be there, or not: of all others the end is known.
      const last = said.at(-1)?.mark;
      for (const { mark, number, isThere } of everything.values()) {
        const { work } = works.find((each) => each.number === number)!;
        if (mark !== last) expect(work.spans.some(({ id }) => id === mark)).toBe(isThere);
      }
      expect(later.checkIntegrity().databaseProblems).toEqual([]);
      if (last !== undefined) everything.delete(last);
    } finally {
      later.close();
    }
  }
  // Otherwise the test would have proven nothing.
  expect(everything.size).toBeGreaterThan(kills);
  expect([...everything.values()].some(({ isThere }) => !isThere)).toBe(true);
});
