import type { Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import {
  isSettled,
  sampleVerdicts,
  type SampleVerdict,
  type ScreeningSample,
} from '#core/domain/screening-watch.ts';
import { findRelease } from '#core/screening/release/find-release.ts';
import { drawSample } from '#core/screening/watching/draw-sample.ts';
import { estimateSample } from '#core/screening/watching/estimate-sample.ts';
import { passedMonths } from '#core/screening/watching/watch-release.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { describeSample } from '../describe-watch.ts';
import { outputOf } from '../output.ts';
import { readCount } from '../read-count.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

interface SampleFlags extends WorkspaceOptions {
  readonly size?: string;
  readonly month?: string;
  readonly seed?: string;
}

interface ReadFlags extends WorkspaceOptions {
  readonly sample?: string;
}

export function addScreenSample(screen: Command, program: Command): void {
  addWorkspaceOptions(
    screen
      .command('sample')
      .description('draw patients without an alert to be read, or list those still to be read')
      .argument('<release>', 'its name, or its number in "screen list"')
      .option('--size <count>', 'draw so many at random; without it the newest sample is listed')
      .option('--month <month>', 'of this month, such as 2026-09 (otherwise the last one)')
      .option('--seed <number>', 'of the draw; kept with it (otherwise the time)'),
  ).action((named: string, flags: SampleFlags) =>
    withWorkspace(flags, (workspace) => {
      const release = findRelease(workspace, named);
      const sample = drawOrFind(workspace, release, flags);
      const estimate = estimateSample(workspace, release, sample);
      const unread = listUnread(workspace, sample);
      outputOf(program).result(
        [
          ...describeSample(estimate),
          ...unread.map(({ place, patient, isReadAgain, notes }) => {
            const places = notes.map(({ collection, note }) => `${collection ?? '–'} ${note}`);
            const again = isReadAgain ? '  to be read again' : '';
            return `  ${place}  ${patient ?? '–'}  ${places.join(', ')}${again}`;
          }),
        ].join('\n'),
        { estimate, seed: sample.seed, unread },
      );
    }),
  );
  addWorkspaceOptions(
    screen
      .command('read')
      .description('keep what the notes of a drawn patient say; a later reading counts')
      .argument('<release>', 'its name, or its number in "screen list"')
      .argument('<place>', 'of the patient in the sample')
      .argument('<verdict>', sampleVerdicts.join(', '))
      .option('--sample <number>', 'the sample (otherwise the newest)'),
  ).action((named: string, place: string, verdict: string, flags: ReadFlags) =>
    withWorkspace(flags, (workspace) => {
      const release = findRelease(workspace, named);
      const { id: sampleId } = findSample(workspace, release, flags.sample);
      const read = workspace.screeningSamples.read({
        ...{ sampleId, place: readCount('place', place), verdict: requireVerdict(verdict) },
      });
      outputOf(program).result(`kept: ${read.verdict}, place ${read.place}`, read);
    }),
  );
}

function drawOrFind(
  workspace: Workspace,
  release: ScreeningRelease,
  { size, month, seed }: SampleFlags,
): ScreeningSample {
  if (size === undefined) return findSample(workspace, release);
  return drawSample(workspace, release, {
    month: requireMonth(month ?? passedMonths(workspace, release).at(-1)),
    size: readCount('size', size),
    seed: seed === undefined ? workspace.nowMs() : readCount('seed', seed),
  });
}

function findSample(
  { screeningSamples }: Workspace,
  { id }: ScreeningRelease,
  number?: string,
): ScreeningSample {
  const all = screeningSamples.list(id);
  const found = number === undefined ? all.at(0) : all.find((each) => String(each.id) === number);
  if (found !== undefined) return found;
  throw new AnamnesisError('record.missing', {
    expected: 'a sample of this release',
    found: 'none',
    remedy: 'Draw one with --size, or name one that was drawn.',
  });
}

/** Who is to be read, without what would say how likely they are. */
function listUnread(workspace: Workspace, sample: ScreeningSample) {
  const { screeningSamples, screenedNotes, documents, collections } = workspace;
  const readings = screeningSamples.readings(sample.id);
  const settled = new Set(readings.filter(isSettled).map(({ place }) => place));
  const begun = new Set(readings.map(({ place }) => place));
  const names = new Map(collections.list().map(({ id, name }) => [id, name]));
  return sample.entries
    .map(({ patient, notes }, at) => ({ place: at + 1, patient, notes }))
    .filter(({ place }) => !settled.has(place))
    .map(({ notes, ...entry }) => {
      const shown = notes.map((id) => {
        const { number, noteId } = screenedNotes.get(id);
        const collectionId = number === null ? null : documents.get(number).collectionId;
        return { collection: collectionId && (names.get(collectionId) ?? null), note: noteId };
      });
      return { ...entry, isReadAgain: begun.has(entry.place), notes: shown };
    });
}

function requireMonth(month: string | undefined): string {
  if (month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return month;
  throw new AnamnesisError('api.invalid-input', {
    expected: 'a month that has passed, such as 2026-09',
    found: month ?? 'none with notes',
    remedy: 'Name it with --month.',
  });
}

function requireVerdict(verdict: string): SampleVerdict {
  const known = sampleVerdicts.find((each) => each === verdict);
  if (known !== undefined) return known;
  throw new AnamnesisError('api.invalid-input', {
    expected: `one of ${sampleVerdicts.join(', ')}`,
    found: verdict,
    remedy: 'Choose one of them.',
  });
}
