import type { ImportProblem } from '#core/domain/import-report.ts';
import type { CleaningCounts } from '#core/corpus/clean-text.ts';
import { formatCount } from '#core/base/format-number.ts';
import { lossUnits } from './losses.ts';

/** Why a table of which rows were read one by one has none left. */
export function whyRowsAreGone(lost: number): string {
  return lost === 0
    ? 'it has no rows under its header'
    : `all its ${formatCount(lost)} rows were left out`;
}

/** A file that was read and of which nothing is left, and why. */
export function nothingLeft(file: string, why: string): ImportProblem {
  const detail = `Nothing is left of this file: ${why}.`;
  return { file, line: 1, rule: 'file-nothing-left', action: 'left-out', detail };
}

export function isOfFile({ rule }: ImportProblem): boolean {
  return lossUnits[rule] === 'file';
}

const lineCounts = ['linesKept', 'duplicateLines', 'documents'] as const;

type FileYield = Record<(typeof lineCounts)[number] | 'rowsLeftOut', number>;

/** What cleaning left of each file of a corpus; the files come one after the other. */
export class FileYields {
  readonly #yields = new Map<string, FileYield>();
  readonly #lost = new Set<string>();

  addProblems(problems: readonly ImportProblem[]): void {
    for (const problem of problems) {
      if (isOfFile(problem)) this.#lost.add(problem.file);
      else if (problem.action === 'left-out') this.#of(problem.file).rowsLeftOut++;
    }
  }

  /** Of one document: what the cleaner had counted before and after it. */
  addDocument(file: string, before: CleaningCounts, after: CleaningCounts): void {
    const counts = this.#of(file);
    for (const name of lineCounts) counts[name] += after[name] - before[name];
  }

  /** A remark on each file that gave nothing, unless it was left out as a whole. */
  remark(files: readonly string[]): ImportProblem[] {
    return files.flatMap((file) => {
      const counts = this.#of(file);
      const isEmptied = counts.linesKept === 0 && !this.#lost.has(file);
      return isEmptied ? [nothingLeft(file, explain(counts))] : [];
    });
  }

  #of(file: string): FileYield {
    const none: FileYield = { linesKept: 0, duplicateLines: 0, documents: 0, rowsLeftOut: 0 };
    const counts = this.#yields.get(file) ?? none;
    this.#yields.set(file, counts);
    return counts;
  }
}

function explain({ duplicateLines, documents, rowsLeftOut }: FileYield): string {
  if (duplicateLines > 0) {
    return `its ${formatCount(duplicateLines)} lines are all in the files before it already`;
  }
  if (documents > 0) return 'cleaning found no words in it';
  return whyRowsAreGone(rowsLeftOut);
}
