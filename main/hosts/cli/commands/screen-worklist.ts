import { Option, type Command } from 'commander';
import { formatCount, formatInstant, formatScore } from '#core/base/format-number.ts';
import {
  worklistFilters,
  type WorklistEntry,
  type WorklistFilter,
} from '#core/domain/screening-worklist.ts';
import { writeCsv } from '#core/report/write-csv.ts';
import { findRelease } from '#core/screening/release/find-release.ts';
import { nameRelease } from '../describe-release.ts';
import { outputOf } from '../output.ts';
import { readCount } from '../read-count.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

interface WorklistFlags extends WorkspaceOptions {
  readonly filter: WorklistFilter;
  readonly rest?: string;
  readonly limit: string;
  readonly csv: boolean;
}

const dayMs = 86_400_000;

export function addScreenWorklist(screen: Command, program: Command): void {
  addWorkspaceOptions(
    screen
      .command('worklist')
      .description('the patients whom a release would have looked at, the likeliest first')
      .argument('<release>', 'its name, or its number in "screen list"')
      .addOption(
        new Option('--filter <which>', 'open, decided, with notes that were not judged, or all')
          .choices([...worklistFilters])
          .default('open'),
      )
      .option(
        '--rest <days>',
        'who was decided on in the last days stays decided, whatever notes came since',
      )
      .option('--limit <count>', 'at most so many', '100')
      .option('--csv', 'as a table, without text of notes', false),
  ).action((named: string, flags: WorklistFlags) =>
    withWorkspace(flags, (workspace) => {
      const output = outputOf(program);
      const release = findRelease(workspace, named);
      const nowMs = workspace.nowMs();
      const rest = flags.rest === undefined ? null : readCount('rest', flags.rest) * dayMs;
      const page = workspace.screeningWorklists.page({
        ...{ releaseId: release.id, filter: flags.filter, offset: 0 },
        restingSinceMs: rest === null ? null : nowMs - rest,
        limit: readCount('limit', flags.limit),
      });
      if (flags.csv) {
        process.stdout.write(writeWorklistCsv(page.entries));
        return;
      }
      const { entries, total } = page;
      const more = total - entries.length;
      output.result(
        [
          nameRelease(release, nowMs),
          ...entries.map(describeEntry),
          ...(more > 0 ? [`and ${formatCount(more)} more: --limit`] : []),
          ...(total === 0 ? ['nobody'] : []),
        ].join('\n'),
        page,
      );
    }),
  );
}

/** A patient in a line; never text of a note. */
export function describeEntry(entry: WorklistEntry): string {
  const { patient, noteId, probability, notes, notJudged, isAlert, isUndecided, decision } = entry;
  return [
    probability === null ? '–    ' : formatScore(probability),
    isAlert ? 'ALERT    ' : isUndecided ? 'undecided' : '         ',
    patient ?? noteId,
    `${formatCount(notes)} ${notes === 1 ? 'note' : 'notes'}`,
    ...(notJudged > 0 ? [`${formatCount(notJudged)} not judged`] : []),
    ...(decision === null
      ? []
      : [
          `${decision.kind}${decision.reason === null ? '' : ` (${decision.reason})`} ${formatInstant(decision.atMs)}`,
        ]),
  ].join('  ');
}

const columns = [
  ...['patient', 'note', 'probability', 'alert', 'undecided', 'notes', 'not_judged', 'newest_note'],
  ...['open', 'decision', 'reason', 'decided_at'],
];

function writeWorklistCsv(entries: readonly WorklistEntry[]): string {
  return writeCsv([
    columns,
    ...entries.map(({ decision, ...entry }) => [
      entry.patient ?? '',
      entry.noteId,
      entry.probability === null ? '' : String(entry.probability),
      String(entry.isAlert),
      String(entry.isUndecided),
      String(entry.notes),
      String(entry.notJudged),
      entry.date ?? '',
      String(entry.isOpen),
      decision?.kind ?? '',
      decision?.reason ?? '',
      decision === null ? '' : new Date(decision.atMs).toISOString(),
    ]),
  ]);
}
