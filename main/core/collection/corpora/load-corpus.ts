import { AnamnesisError } from '#core/base/error.ts';
import { createCleaner, type CleaningCounts } from '#core/corpus/clean-text.ts';
import { CorpusMeasure, type CorpusStatistics } from '#core/corpus/statistics.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import type { Corpus } from '#core/storage/corpora.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import {
  describeFirstLoss,
  ProblemTally,
  type ProblemSummary,
  lossesOf,
} from '../import-summary.ts';
import { findCorpusFiles } from './corpus-files.ts';
import type { CorpusSource } from './corpus-source.ts';
import {
  type AdvanceBytes,
  type CorpusPass,
  createTell,
  examineFiles,
  type ExaminedCorpus,
  readDocuments,
  type Tell,
} from './corpus-pieces.ts';
import { FileYields } from '../emptied-files.ts';
import {
  describeLocked,
  hashBeside,
  type LockedCounts,
  LockedTally,
  type LockedTexts,
} from '../locked-texts.ts';
import { describeLosses } from '../losses.ts';
import type { LeftOut } from './document-corpus.ts';
import { DocumentEnds } from './document-ends.ts';
import { findDocuments } from './find-documents.ts';
import type { PreparedCorpus } from './prepared-corpus.ts';

/** What is kept of a corpus beside its lines: how it was cleaned and what was wrong in its files. */
export interface CorpusRecord {
  readonly cleaning: CleaningCounts;
  readonly sources: readonly CorpusStatistics[];
  readonly problems: ProblemSummary;
  /** Of documents of a collection: what was left out before cleaning. */
  readonly leftOut?: LeftOut;
  /** Documents that were not read because of locked test sets; only beside such. */
  readonly locked?: LockedCounts;
}

/**
 * Brings a corpus of a plan into the workspace, cleaned, unless it is there already. Its files are
 * read twice, piece by piece, first for their hash and encoding, then for their text, so that a
 * corpus takes no more memory than some pieces, its longest document and some bytes per line.
 * `advance` is awaited after each piece; when it rejects, nothing of the corpus stays.
 * @throws file.missing, file.unreadable, corpus.empty, and what `advance` rejects with
 */
export async function loadCorpus(
  workspace: Workspace,
  name: string,
  {
    plan,
    onRead,
    advance,
    locked = null,
    needsDocuments = false,
  }: {
    plan: CorpusSource;
    onRead: (hash: string) => void;
    advance: AdvanceBytes;
    /** What must not be met. */
    locked?: LockedTexts | null;
    /** Whether it must be known where its documents end: then what an earlier version stored is read again. */
    needsDocuments?: boolean;
  },
): Promise<PreparedCorpus> {
  const { files: _, ...settings } = plan;
  const { files, problems } = await findCorpusFiles(plan);
  const totalBytes = files.reduce((sum, { byteCount }) => sum + byteCount, 0);
  const tellOf = (pass: CorpusPass) => createTell(pass, totalBytes, advance);
  const { hash: filesHash, ...examined } = await examineFiles(files, settings, tellOf('checking'));
  const hash = hashBeside(filesHash, locked);
  onRead(hash);
  const known = workspace.corpora.findByHash(hash);
  const input = importCorpus(
    { name, hash, locked, problems, ...examined },
    plan,
    tellOf('reading'),
  );
  if (known !== undefined && needsDocuments) await findDocuments(workspace, known, input);
  const corpus = known ?? (await workspace.corpora.put(input));
  return prepareCorpus(workspace, name, corpus);
}

/** A stored corpus as studies read it. */
export function prepareCorpus(
  workspace: Workspace,
  name: string,
  { id, sourceHash: hash, lineCount, statistics }: Corpus,
): PreparedCorpus {
  const record = statistics as CorpusRecord;
  return {
    name,
    id,
    hash,
    lineCount,
    characterCount: record.cleaning.charactersAfter,
    placeholderCount: record.cleaning.placeholdersKept ?? 0,
    locked: record.locked ?? null,
    warnings: describeCorpusLosses(record),
    lines: () => workspace.corpora.lines(id),
    documents: () => workspace.corpora.documentsOf(id),
  };
}

/** What the user must know of what was left out of a corpus. */
export function describeCorpusLosses({
  cleaning: { documents },
  sources,
  problems,
}: {
  readonly cleaning: Pick<CleaningCounts, 'documents'>;
  /** One for each file of which something was left. */
  readonly sources: { readonly length: number };
  readonly problems: ProblemSummary;
}): Told[] {
  const units = { file: sources.length, document: documents, row: documents };
  return describeLosses(lossesOf(problems), { units, labels: [] });
}

/** The corpus as the workspace takes it: its lines are made while they are stored. */
function importCorpus(
  source: ExaminedCorpus & {
    readonly name: string;
    readonly locked: LockedTexts | null;
    /** Of its archives. */
    readonly problems: readonly ImportProblem[];
  },
  plan: CorpusSource,
  tell: Tell,
) {
  const cleaner = createCleaner({ lineUnit: plan.lineUnit, closed: source.closed });
  const measure = new CorpusMeasure();
  const tally = new ProblemTally();
  tally.add(source.problems);
  const yields = new FileYields();
  const met = new LockedTally(source.locked);
  const ends = new DocumentEnds();

  async function* readLines(): AsyncGenerator<string> {
    for await (const { items, problems } of readDocuments(source.sources, plan, tell)) {
      tally.add(problems);
      yields.addProblems(problems);
      for (const item of items) {
        const before = cleaner.counts;
        if (!met.admits({ text: item.text })) continue;
        const document = cleaner.clean(item);
        yields.addDocument(item.source, before, cleaner.counts);
        if (document === null) continue;
        measure.add(document);
        const lines = document.text.split('\n');
        ends.add(item, lines.length);
        for (const line of lines) yield line;
      }
    }
    tally.add(yields.remark(source.sources.map(({ file }) => file.name)));
    const { documents, linesKept } = cleaner.counts;
    if (linesKept === 0) {
      throw emptyCorpus(source.name, { documents, problems: tally.summary(), locked: met.counts });
    }
  }

  return {
    name: source.name,
    sourceHash: source.hash,
    lines: readLines(),
    documents: () => ends.documents(),
    statistics: (): CorpusRecord => ({
      cleaning: cleaner.counts,
      sources: measure.statistics(),
      problems: tally.summary(),
      ...(met.counts === null ? {} : { locked: met.counts }),
    }),
  };
}

function emptyCorpus(
  name: string,
  {
    documents,
    problems,
    locked,
  }: {
    readonly documents: number;
    readonly problems: ProblemSummary;
    readonly locked: LockedCounts | null;
  },
): AnamnesisError {
  return new AnamnesisError('corpus.empty', {
    place: say('losses', 'corpusPlace', name),
    expected: say('losses', 'text'),
    found: say('common', 'clauses', [
      say('losses', 'nothingAfterCleaning', documents),
      ...describeFirstLoss(problems),
      ...describeLocked(locked, 'documents'),
    ]),
    remedy: say('losses', 'lookAtFiles'),
  });
}
