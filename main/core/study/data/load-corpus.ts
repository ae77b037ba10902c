import { cleanDocuments, type CleaningCounts } from '#core/corpus/clean-text.ts';
import { measureCorpus, type CorpusStatistics } from '#core/corpus/statistics.ts';
import type { ImportResult } from '#core/domain/import-report.ts';
import type { TextDocument } from '#core/domain/text.ts';
import { importFormats } from '#core/import/formats.ts';
import { readCorpusCsv } from '#core/import/read-corpus-csv.ts';
import { readPlainText } from '#core/import/read-plain-text.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { CorpusPlan } from '../plan/plan-schema.ts';
import { describeFirstLoss, summariseProblems, type ProblemSummary } from './import-summary.ts';
import type { PreparedCorpus } from './prepared-data.ts';
import { hashSources, readSourceFiles, type SourceFile } from './source-files.ts';

/** What is kept of a corpus beside its lines: how it was cleaned and what was wrong in its files. */
export interface CorpusRecord {
  readonly cleaning: CleaningCounts;
  readonly sources: readonly CorpusStatistics[];
  readonly problems: ProblemSummary;
}

/**
 * Brings a corpus of a plan into the workspace, cleaned, unless it is there already.
 * @throws file.missing, file.unreadable, corpus.empty
 */
export async function loadCorpus(
  workspace: Workspace,
  name: string,
  { plan, onRead }: { plan: CorpusPlan; onRead: (hash: string) => void },
): Promise<PreparedCorpus> {
  const { files: named, ...settings } = plan;
  const files = readSourceFiles(named, importFormats[plan.format].extensions);
  const hash = hashSources(files, settings);
  onRead(hash);
  const known = workspace.corpora.findByHash(hash);
  const corpus = known ?? (await importCorpus(workspace, name, { plan, files, hash }));
  const { cleaning } = corpus.statistics as CorpusRecord;
  return {
    name,
    id: corpus.id,
    hash,
    lineCount: corpus.lineCount,
    characterCount: cleaning.charactersAfter,
    lines: () => workspace.corpora.lines(corpus.id),
  };
}

function importCorpus(
  workspace: Workspace,
  name: string,
  source: { plan: CorpusPlan; files: readonly SourceFile[]; hash: string },
) {
  const results = source.files.map((file) => readDocuments(file, source.plan));
  const { documents, counts } = cleanDocuments(
    results.flatMap((result) => result.items),
    { lineUnit: source.plan.lineUnit },
  );
  const problems = summariseProblems(results.flatMap((result) => result.problems));
  if (counts.linesKept === 0) {
    throw new AnamnesisError('corpus.empty', {
      place: `corpus ${name}`,
      expected: 'text',
      found: `${counts.documents} documents of which nothing was left after cleaning${describeFirstLoss(problems)}`,
      remedy: 'Look at the files, their format and the column that the plan names.',
    });
  }
  const record: CorpusRecord = {
    cleaning: counts,
    sources: measureCorpus(documents),
    problems,
  };
  return workspace.corpora.put({
    name,
    sourceHash: source.hash,
    lines: documents.flatMap((document) => document.text.split('\n')),
    statistics: () => record,
  });
}

const unitOf = { line: 'line', paragraph: 'block', file: 'file' } as const;

function readDocuments(file: SourceFile, plan: CorpusPlan): ImportResult<TextDocument> {
  const encoding = plan.encoding === undefined ? {} : { encoding: plan.encoding };
  return plan.format === 'csv'
    ? readCorpusCsv(file.bytes, file.name, { textColumn: plan.textColumn ?? '', ...encoding })
    : readPlainText(file.bytes, file.name, { unit: unitOf[plan.unit], ...encoding });
}
