import type { SourceFile } from '#core/collection/files/source-files.ts';
import { LockedTally, type LockedTexts } from '#core/collection/locked-texts.ts';
import type { LabelChooser } from './choose-labels.ts';
import type { Report } from '#core/import/collect-reading.ts';
import { lockedFacts } from './dataset-record.ts';
import type { FileTask } from './file-task.ts';
import { readLabelSets, readNotes, readSentences } from './read-examples.ts';
import type { TaskSource } from './task-source.ts';

/** What locked test sets are looked for in, of each format. */
const units = { csv: 'notes', brat: 'documents', bio: 'sentences' } as const;

/** Files, or heads of them, as the source of a task, without what is locked. */
export function openFiles(
  files: readonly SourceFile[],
  plan: FileTask,
  locked: LockedTexts | null = null,
): TaskSource {
  // Of the last time that the source was read.
  let met = new LockedTally(locked);
  const begin = (chooser: LabelChooser, report: Report) => {
    met = new LockedTally(locked);
    return { chooser, report, met };
  };
  return {
    label: nameFiles(files),
    readNotes: (chooser, report) =>
      plan.kind === 'classification' ? readNotes(files, plan, begin(chooser, report)) : [],
    readLabelSets: (chooser, report) =>
      plan.kind === 'multi-label' ? readLabelSets(files, plan, begin(chooser, report)) : [],
    readSentences: (chooser, report) =>
      plan.kind === 'entities' ? readSentences(files, plan, begin(chooser, report)) : [],
    facts: (lostFileCount) => ({
      kept: { file: files.length - lostFileCount },
      ...lockedFacts(met.counts, units[plan.data.format]),
    }),
  };
}

function nameFiles(files: readonly SourceFile[]): string {
  const [first] = files.map(({ name }) => name);
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}
