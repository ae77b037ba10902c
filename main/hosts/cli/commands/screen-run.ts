import type { Command } from 'commander';
import { isAnamnesisError } from '#core/base/error.ts';
import { formatCount, formatScore } from '#core/base/format-number.ts';
import { inEnglish } from '#core/base/phrase.ts';
import { findKeptChoice } from '#core/collection/documents/kept-choice.ts';
import { findCollection } from '#core/collection/find-collection.ts';
import { standingOf, type ScreeningRelease } from '#core/domain/screening-release.ts';
import type { Screening } from '#core/domain/screening.ts';
import {
  screenDocuments,
  type ScreeningProgress,
} from '#core/screening/intake/screen-documents.ts';
import { findRelease } from '#core/screening/release/find-release.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf, type Output } from '../output.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addReadOptions, choiceOf, type ReadFlags } from './collection-options.ts';
import { importFiles } from './import-files.ts';
import { measuredEngine } from './new-documents.ts';

interface RunFlags extends WorkspaceOptions, ReadFlags {
  readonly collection: string;
  readonly useMapping?: string;
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
  readonly engine?: string;
}

export function addScreenRun(
  screen: Command,
  program: Command,
  setExitCode: (code: number) => void,
): void {
  addReadOptions(
    addWorkspaceOptions(
      screen
        .command('run')
        .description('screen the notes of a collection, each once; the same command goes on')
        .argument('<release>', 'its name, or its number in "screen list"')
        .argument('[path...]', 'files and folders that are imported into the collection first')
        .requiredOption('--collection <name>', 'made where files are imported into it')
        .option('--use-mapping <name>', 'read the files as was kept under a name')
        .option('--from <date>', 'only notes from this day, month or year on, such as 2025-03')
        .option('--to <date>', 'only notes up to the end of this day, month or year')
        .option('--kind <kind>', 'only notes of this kind')
        .option('--engine <name>', 'compute with this engine: see doctor'),
    ),
  ).action((named: string, paths: string[], flags: RunFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const release = findRelease(workspace, named);
      tellTrial(release, workspace.nowMs(), output);
      const ended = await untilStopped(async (signal) => {
        if (paths.length > 0) await bringIn(workspace, paths, flags, { output, signal });
        return screenCollection(workspace, release, flags, { output, signal });
      });
      if (ended !== null) output.result(describe(release, ended), ended);
      if (ended?.state !== 'stopped' && ended !== null) return;
      output.message('stopped; the same command goes on where it was');
      setExitCode(exitCodes.stopped.code);
    }),
  );
}

interface Work {
  readonly output: Output;
  readonly signal: AbortSignal;
}

async function bringIn(
  workspace: Workspace,
  paths: readonly string[],
  flags: RunFlags,
  work: Work,
): Promise<void> {
  const kept = flags.useMapping === undefined ? {} : findKeptChoice(workspace, flags.useMapping);
  const request = { collection: flags.collection, paths, choice: choiceOf(flags, kept) };
  const { counts, importId } = await importFiles(workspace, request, work);
  const problems = workspace.documentImports.problemCounts(importId);
  const left = problems.reduce((sum, { count }) => sum + count, 0);
  work.output.message(
    `imported: ${formatCount(counts.new)} new, ${formatCount(counts.changed)} changed, ${formatCount(counts.unchanged)} unchanged; ${formatCount(left)} places mended or left out`,
  );
}

function screenCollection(
  workspace: Workspace,
  release: ScreeningRelease,
  { collection, from, to, kind, ...flags }: RunFlags,
  { output, signal }: Work,
): Promise<Screening> {
  const narrowed = Object.entries({ from, to, kind }).filter(([, value]) => value !== undefined);
  const where = Object.fromEntries(narrowed);
  const { id: collectionId } = findCollection(workspace, collection);
  return screenDocuments(
    workspace,
    release,
    {
      numbers: workspace.documentQueries.numbers({ ...where, collectionId }),
      source: { collection, ...where },
    },
    {
      openRuntime: () => openEngine(flags.engine ?? measuredEngine(workspace), 'float32'),
      signal,
      onProgress: (progress) => {
        output.event(toEvent(progress));
      },
    },
  );
}

/** Null where it was stopped before the screening began. */
async function untilStopped(
  work: (signal: AbortSignal) => Promise<Screening>,
): Promise<Screening | null> {
  try {
    return await stopOnSignals(work);
  } catch (error) {
    if (isAnamnesisError(error, 'collection.stopped')) return null;
    throw error;
  }
}

/** Whoever reads a list of it has to know what it may not claim. */
function tellTrial(release: ScreeningRelease, nowMs: number, output: Output): void {
  if (standingOf(release, nowMs) !== 'for-trial') return;
  for (const reason of release.content.trialReasons) {
    output.message(`for trial: ${inEnglish(reason)}`);
  }
}

function toEvent({ counts, done, notesPerSecond, timeLeftMs }: ScreeningProgress) {
  const speed = notesPerSecond === null ? '' : `, ${formatScore(notesPerSecond, 1)} notes/s`;
  return {
    type: 'preparation',
    what: `${formatCount(done)} of ${formatCount(counts.notes)} notes${speed}`,
    fraction: counts.notes === 0 ? null : done / counts.notes,
    timeLeftMs,
  } as const;
}

function describe({ name, content }: ScreeningRelease, { id, state, counts }: Screening): string {
  const { notes, before, scored, recognised, notJudged, alerts } = counts;
  const lines = [
    `screening ${id} by ${name}, ${state}: ${formatCount(notes)} notes`,
    `  before      ${formatCount(before)}`,
    `  scored      ${formatCount(scored)}`,
    `  recognised  ${formatCount(recognised)}`,
    `  not judged  ${formatCount(notJudged)}`,
    content.rule?.threshold === undefined || content.rule.threshold === null
      ? '  no threshold can be claimed: notes are ordered, none is an alert'
      : `  alerts      ${formatCount(alerts)}`,
  ];
  return lines.join('\n');
}
