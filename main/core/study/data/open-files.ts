import type { SourceFile } from '#core/collection/files/source-files.ts';
import type { FileTask } from './file-task.ts';
import { readNotes, readSentences } from './read-examples.ts';
import type { TaskSource } from './task-source.ts';

/** Files, or heads of them, as the source of a task. */
export function openFiles(files: readonly SourceFile[], plan: FileTask): TaskSource {
  return {
    label: nameFiles(files),
    readNotes: (chooser, report) =>
      plan.kind === 'classification' ? readNotes(files, plan, chooser, report) : [],
    readSentences: (chooser, report) =>
      plan.kind === 'entities' ? readSentences(files, plan, chooser, report) : [],
    facts: (lostFileCount) => ({ kept: { file: files.length - lostFileCount } }),
  };
}

function nameFiles(files: readonly SourceFile[]): string {
  const [first] = files.map(({ name }) => name);
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}
