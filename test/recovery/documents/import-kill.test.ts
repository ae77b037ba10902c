import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import {
  newWorkspace,
  passphrase,
  reopen,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { batchDocuments, importRequest } from './import-request.ts';

const script = fileURLToPath(new URL('./import-child.ts', import.meta.url));
const random = new RandomStream(20_261_130, 'import-kill');

/** Tables with ids that occur twice, in one and in both, rows without text and of another width. */
function writeTables(rows: number): string {
  const folder = temporaryFolder();
  const lines = Array.from({ length: rows }, (_, index) => {
    if (index % 97 === 0) return `r${index},p1,yes`;
    const id = index % 89 === 0 ? 'same' : `n${index}`;
    const text = index % 83 === 0 ? '' : `nota ${index} ${random.word()} `.repeat(50);
    return `${id},p${index % 50},${index % 2 === 0 ? 'yes' : 'no'},"${text}\nfin"`;
  });
  const header = 'id,patient,label,text';
  writeFileSync(join(folder, 'a.csv'), [header, 'n5,p1,yes,nota anterior'].join('\n'));
  writeFileSync(join(folder, 'b.csv'), [header, ...lines].join('\n'));
  return folder;
}

/** All that a person could see, but for times and the numbers that the workspace gives. */
function contents(workspace: Workspace) {
  const { id: collectionId } = workspace.collections.findByName('notes')!;
  const [imported, ...others] = workspace.documentImports.list(collectionId);
  expect(others).toEqual([]);
  return {
    state: imported.state,
    counts: imported.counts,
    problems: workspace.documentImports.problemCounts(imported.id),
    first: workspace.documentImports.firstProblems(imported.id, 1_000),
    found: workspace.documentQueries.count({ collectionId, search: 'nota' }),
    documents: workspace.documentQueries
      .numbers({ collectionId })
      .map((number) => workspace.documents.get(number))
      .map(({ number: _, ...document }) => document),
  };
}

/** Runs the child until it ends, or kills it some time after its first batches. */
async function runChild(
  folder: string,
  source: string,
  killAfterBatches: number,
): Promise<boolean> {
  const child = spawn(process.execPath, [script, folder, passphrase, source]);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    const batches = output.split('\n').length - 1;
    // At a random moment of the batch after it.
    if (batches >= killAfterBatches) {
      void wait(random.integer(30)).then(() => child.kill('SIGKILL'));
    }
  });
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0 && code !== null) throw new Error(errors);
  return code === 0;
}

it('an import that is killed again and again has the result of one that was not', async () => {
  const source = writeTables(5_000);
  const undisturbed = newWorkspace();
  await importDocuments(undisturbed, importRequest(source), {
    nowMs: Date.now,
    batchDocuments,
  });
  const expected = contents(undisturbed);
  expect(expected.state).toBe('finished');
  expect(expected.problems.map(({ rule }) => rule)).toContain('document-id-duplicate');

  const { folder } = newWorkspace();
  let kills = 0;
  while (!(await runChild(folder, source, 1 + (kills % 2)))) {
    kills++;
    const workspace = reopen(folder);
    expect(workspace.checkIntegrity().databaseProblems).toEqual([]);
    const { id: collectionId } = workspace.collections.findByName('notes')!;
    const [{ state }] = workspace.documentImports.list(collectionId);
    workspace.close();
    // Killed between its last batch and its end.
    if (state === 'finished') break;
    expect(kills).toBeLessThan(60);
  }
  // Otherwise the test would have proven nothing.
  expect(kills).toBeGreaterThan(1);
  expect(contents(reopen(folder))).toEqual(expected);
});
