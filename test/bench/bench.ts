import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
// First, for what is measured beside our engine brings onnxruntime as well.
import '#core/runtime/refuse-telemetry.ts';

import type { BenchCase, BenchContext } from './cases/bench-case.ts';
import { benchCases } from './cases/table.ts';
import { describeCommit, describeMachine, measureOthers } from './measure/machine.ts';
import { profileSteps } from './measure/profile-steps.ts';
import { readOptions, usage, type BenchOptions } from './options.ts';
import { formatShare } from './report/format.ts';
import type { StoredCase } from './report/results.ts';
import { newestResults, readResults, resultsPath, storeResults } from './report/store.ts';
import { writeDocs } from './report/write-docs.ts';
import { describeCase } from './report/write-markdown.ts';
import { findTorchSettings } from './workers/torch-settings.ts';

/** Measures our engine beside PyTorch; see README.md. */

/** Above this, somebody else is at work. */
const quietShare = 0.05;

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

function chooseCases({ only, quick }: BenchOptions): readonly BenchCase[] {
  const chosen = benchCases.filter(
    ({ name, quick: isQuick }) =>
      only.some((start) => name.startsWith(start)) || (only.length === 0 && (!quick || isQuick)),
  );
  if (chosen.length > 0) return chosen;
  throw new Error(`no case begins with ${only.join(' or ')}; --list names them`);
}

async function measureCases(options: BenchOptions): Promise<void> {
  const threads = availableParallelism();
  const torch = findTorchSettings({ threads, otherPython: options.otherPython });
  for (const line of torch.missing) say(line);
  const machine = describeMachine();
  const path = resultsPath(machine, new Date());
  const versions: Record<string, string> = { commit: describeCommit() };
  const context: BenchContext = {
    threads,
    torch,
    quick: options.quick,
    full: options.full,
    roundCount: options.roundCount,
    say,
    noteVersions: (found) => Object.assign(versions, found),
  };
  for (const { name, title, obstacle, measure } of chooseCases(options)) {
    say(`\n${name}: ${title}`);
    const reason = obstacle?.() ?? null;
    if (reason !== null) {
      say(`  left out: ${reason}`);
      continue;
    }
    const othersBefore = await measureOthers();
    if (othersBefore > quietShare) {
      say(`  others use ${formatShare(othersBefore)} of the processors: figures will be off`);
    }
    const measuredAt = new Date().toISOString();
    const { tables } = await measure(context);
    const stored: StoredCase = { title, measuredAt, othersBefore, quick: options.quick, tables };
    say(`\n${describeCase(stored)}`);
    if (!options.quick) await storeResults(path, { machine, versions, cases: { [name]: stored } });
  }
  if (!options.quick) say(`\nResults: ${relative('.', path)}`);
}

async function writeNewestDocs(): Promise<void> {
  const path = newestResults();
  const results = path === null ? null : readResults(path);
  if (path === null || results === null) throw new Error('there are no results to write');
  say(`${relative('.', path)} → ${relative('.', await writeDocs(results))}`);
}

async function main(options: BenchOptions): Promise<void> {
  if (options.help) say(usage);
  else if (options.list)
    for (const { name, title } of benchCases) say(`${name.padEnd(30)} ${title}`);
  else if (options.writeDocs) await writeNewestDocs();
  else if (options.profile) await profileSteps(options.only, say);
  else await measureCases(options);
}

try {
  await main(readOptions(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
