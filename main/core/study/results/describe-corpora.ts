import type { Told } from '#core/base/phrase.ts';
import type { Run } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { type CorpusRecord, describeCorpusLosses } from '#core/collection/corpora/load-corpus.ts';
import { describeLocked } from '#core/collection/locked-texts.ts';
import type { CorpusStatistics, StudyResults } from '#core/report/study-results.ts';
import type { ProblemSummary } from '#core/collection/import-summary.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import { say } from '#core/wording/say.ts';
import { findReading } from '../data/readings.ts';
import type { Plan } from '../plan/plan-schema.ts';

/** Rows of the table of corpora (Table 1 of the reference study), and what was wrong in their files. */
export function describeCorpora(
  workspace: Workspace,
  study: { readonly id: string; readonly plan: Plan; readonly runs: readonly Run[] },
): {
  rows: CorpusStatistics[];
  problems: ProblemSummary[];
  warnings: StudyResults['warnings'][number][];
} {
  const warnings: StudyResults['warnings'][number][] = [];
  const rows: CorpusStatistics[] = [];
  const problems: ProblemSummary[] = [];
  for (const name of Object.keys(study.plan.corpora)) {
    const training = findTraining(workspace, name, study.runs);
    const hash =
      training?.summary.corpusHashes[name] ??
      findReading(workspace, { studyId: study.id, of: 'corpus', name });
    const corpus = hash === undefined ? undefined : workspace.corpora.findByHash(hash);
    if (corpus === undefined) continue;
    const record = corpus.statistics as CorpusRecord;
    const { cleaning, problems: found } = record;
    problems.push(found);
    const lockedOut = describeLocked(record.locked ?? null, 'documents');
    for (const text of [...lockedOut, ...describeCorpusLosses(record)]) {
      warnings.push({ kind: 'left-out', about: name, text });
    }
    rows.push({
      corpus: name,
      source: describeSources(record),
      documentCount: cleaning.documents,
      lineCount: cleaning.linesKept,
      tokenCount: training?.summary.tokensOfCorpus[name] ?? 0,
      removed: [
        ...listLockedOut(record),
        ...describeLeftOut(record),
        { what: 'markup', count: cleaning.markupRemoved },
        { what: 'special characters', count: cleaning.charactersRemoved },
        { what: 'empty lines', count: cleaning.emptyLines },
        { what: 'duplicate lines', count: cleaning.duplicateLines },
      ],
      runId: training?.run.id ?? null,
    });
  }
  return { rows, problems, warnings };
}

/** Beside locked test sets. */
function listLockedOut({ locked }: CorpusRecord): CorpusStatistics['removed'] {
  if (locked === undefined) return [];
  return [
    { what: 'documents of the locked test set', count: locked.document },
    { what: 'documents of its patients', count: locked.patient },
    { what: 'documents like it', count: locked.text },
  ];
}

/** Of documents of a collection, before they were cleaned. */
function describeLeftOut({ leftOut }: CorpusRecord): CorpusStatistics['removed'] {
  if (leftOut === undefined) return [];
  return [
    { what: 'copied-forward paragraphs', count: leftOut.copiedParagraphs },
    { what: 'near-duplicate documents', count: leftOut.nearDuplicates },
  ];
}

function describeSources({ sources, problems }: CorpusRecord): Told {
  const emptied = problems.counts.filter(({ rule }) => rule === 'file-nothing-left').length;
  if (emptied > 0) {
    return say('report', 'filesEmptied', sources.length + emptied, emptied);
  }
  return sources.length === 1 ? sources[0].source : say('report', 'fileCount', sources.length);
}

/** The first finished pre-training that read the corpus; it knows how many tokens it has. */
function findTraining(workspace: Workspace, corpus: string, runs: readonly Run[]) {
  for (const run of runs) {
    const summary = readSummary(workspace, run, 'pretraining');
    if (summary !== null && corpus in summary.tokensOfCorpus) return { run, summary };
  }
  return undefined;
}
