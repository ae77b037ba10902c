import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { format } from 'prettier';

import type { Results } from './results.ts';

const folder = fileURLToPath(new URL('../results', import.meta.url));

/** test/bench/results/<date>-<processor>.json: one file per day and kind of machine. */
export function resultsPath(machine: Results['machine'], now: Date): string {
  const name = `${machine.processor} ${machine['processors in use']} processors`;
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return join(folder, `${now.toISOString().slice(0, 10)}-${slug}.json`);
}

export function readResults(path: string): Results | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : null;
}

/** The file written last by date in its name; null when there is none. */
export function newestResults(): string | null {
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const newest = names.sort().at(-1);
  return newest === undefined ? null : join(folder, newest);
}

/** Adds to what was measured on the same day, so that cases can be run one by one. */
export async function storeResults(path: string, results: Results): Promise<void> {
  const before = readResults(path);
  const joined: Results = {
    machine: results.machine,
    versions: { ...before?.versions, ...results.versions },
    cases: { ...before?.cases, ...results.cases },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, await format(JSON.stringify(joined), { parser: 'json' }));
}
