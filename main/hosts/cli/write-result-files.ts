import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '#core/wording/language.ts';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { say } from '#core/wording/say.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { isInsideWorkspace } from '#core/storage/check-outside-workspace.ts';
import type { FoldScores } from '#core/report/fold-scores.ts';
import { scoreFiles } from '#core/report/score-files.ts';
import { writeReport } from '#core/report/html/write-report.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { writePerplexityCsv } from '#core/report/write-perplexity-csv.ts';
import { listMetPairs, writeContaminationCsv } from '#core/report/write-contamination-csv.ts';
import { writeProblemsCsv } from '#core/report/write-problems-csv.ts';
import { writeTransfersCsv } from '#core/report/write-transfers-csv.ts';
import { writeResultsCsv } from '#core/report/write-results-csv.ts';
import { writeResultsJson } from '#core/report/write-results-json.ts';

/**
 * Writes the files of a study's results into a folder, with the scores of each example where they
 * are given, and returns their paths. New ones are for the
 * user's eyes only, who may give them to others; those that were there keep their rights.
 * @throws file.unwritable
 */
export function writeResultFiles(
  results: StudyResults,
  beside: {
    problems: readonly ImportProblem[];
    scores: readonly FoldScores[] | null;
    language: Language;
  },
  folder: string,
): string[] {
  const { problems, scores, language } = beside;
  const files = {
    'results.csv': writeResultsCsv(results),
    'results.json': writeResultsJson(results),
    'report.html': writeReport(results, language),
    ...(results.perplexities.length === 0 ? {} : { 'perplexity.csv': writePerplexityCsv(results) }),
    ...(listMetPairs(results).length === 0
      ? {}
      : { 'contamination.csv': writeContaminationCsv(results) }),
    ...(results.transfers === undefined ? {} : { 'transfers.csv': writeTransfersCsv(results) }),
    ...(problems.length === 0 ? {} : { 'import-problems.csv': writeProblemsCsv(problems) }),
    ...(scores === null ? {} : writeScoreFiles(scores, results)),
  };
  return writeInto(
    folder,
    Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
  );
}

/**
 * Writes files into a folder, which is made where it is not there, and returns their paths. New ones
 * are for the user's eyes only. @throws file.unwritable
 */
export function writeInto(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: string | Uint8Array }[],
): string[] {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return files.map(({ name, bytes }) => {
      const path = join(folder, name);
      writeFileSync(path, bytes, { mode: 0o600 });
      return path;
    });
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

function writeScoreFiles(
  scores: readonly FoldScores[],
  { judgements }: StudyResults,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(scoreFiles).map(([name, write]) => [name, write(scores, judgements)]),
  );
}

/** Refuses a folder inside the workspace, where results would be swept away. @throws file.unwritable */
export function checkOutsideOf(workspace: Workspace, folder: string): void {
  if (!isInsideWorkspace(workspace, folder)) return;
  throw new AnamnesisError('file.unwritable', {
    expected: say('files', 'outsideWorkspace'),
    found: say('files', 'insideWorkspace'),
    remedy: say('files', 'resultsUnencrypted'),
    place: folder,
  });
}

/**
 * Refuses a folder that cannot be made or written, without making it: better known before the hours
 * of a study than after them. @throws file.unwritable
 */
export function checkResultFolder(folder: string): void {
  try {
    accessSync(nearestFolder(resolve(folder)), constants.W_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** The folder itself or, where it does not exist yet, the one in which it would be made. */
function nearestFolder(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return nearestFolder(dirname(path));
  // With a slash at its end, the system refuses what is no folder.
  return `${path}/`;
}

function unwritable(folder: string, cause: unknown): AnamnesisError {
  return new AnamnesisError('file.unwritable', {
    expected: say('files', 'writableForResults'),
    found: describeSystemError(cause),
    remedy: say('files', 'makeRoomForResults'),
    place: folder,
    cause,
  });
}
