import { createHash } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import { createCleaner } from '#core/corpus/clean-text.ts';
import { MarkupCensus } from '#core/corpus/markup-census.ts';
import { CorpusMeasure } from '#core/corpus/statistics.ts';
import { canonicalJson } from '#core/storage/canonical-json.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { findCollection } from '../find-collection.ts';
import { summariseProblems } from '../import-summary.ts';
import {
  describeLocked,
  hashBeside,
  type LockedCounts,
  LockedTally,
  type LockedTexts,
} from '../locked-texts.ts';
import type { CorpusPass } from './corpus-pieces.ts';
import { type DocumentCorpus, givenConditions } from './document-corpus.ts';
import { type CorpusRecord, prepareCorpus } from './load-corpus.ts';
import { DocumentEnds } from './document-ends.ts';
import { findDocuments } from './find-documents.ts';
import type { PreparedCorpus } from './prepared-corpus.ts';
import { type DatedDocument, DocumentThinner, groupByPatient } from './thin-documents.ts';

/** Awaited now and then: how many documents a pass has read so far. */
type AdvanceDocuments = (pass: CorpusPass, done: number, total: number) => Promise<void>;

/** Documents read between two pauses. */
const documentsPerTurn = 64;

/**
 * Brings documents of a collection into the workspace as a corpus, cleaned as texts of files are,
 * unless it is there already. They are read twice, first for their hash and markup, then for their
 * text; in memory are the documents of one patient, and per document some bytes for lines and
 * near-duplicates. What is stored later in the collection makes another corpus.
 * @throws record.missing, corpus.empty, and what `advance` rejects with
 */
export async function loadDocuments(
  workspace: Workspace,
  name: string,
  {
    plan,
    onRead,
    advance,
    locked = null,
    needsDocuments = false,
  }: {
    plan: DocumentCorpus;
    onRead: (hash: string) => void;
    advance: AdvanceDocuments;
    /** What must not be met. */
    locked?: LockedTexts | null;
    /** As for files: see `loadCorpus`. */
    needsDocuments?: boolean;
  },
): Promise<PreparedCorpus> {
  const { collection, where: _, ...settings } = plan;
  const { id: collectionId } = findCollection(workspace, collection);
  const numbers = workspace.documentQueries.numbers({ ...givenConditions(plan), collectionId });
  const examined = await examineDocuments(workspace, numbers, settings, advance);
  const hash = hashBeside(examined.hash, locked);
  onRead(hash);
  const known = workspace.corpora.findByHash(hash);
  const source = { name, plan, locked, ...examined, hash };
  const input = importDocuments(workspace, source, advance);
  if (known !== undefined && needsDocuments) await findDocuments(workspace, known, input);
  const corpus = known ?? (await workspace.corpora.put(input));
  return prepareCorpus(workspace, name, corpus);
}

interface ExaminedDocuments {
  /** Of the documents and of how they are read. */
  readonly hash: string;
  readonly documents: readonly DatedDocument[];
  /** Elements of markup that are closed somewhere. */
  readonly closed: ReadonlySet<string>;
}

async function examineDocuments(
  workspace: Workspace,
  numbers: readonly number[],
  settings: object,
  advance: AdvanceDocuments,
): Promise<ExaminedDocuments> {
  const census = new MarkupCensus();
  const hash = createHash('sha256').update(canonicalJson({ documents: 1, ...settings }));
  const documents: DatedDocument[] = [];
  for (const each of numbers) {
    const { number, id, text, textHash, patient, date } = workspace.documents.get(each);
    hash.update(canonicalJson([id, textHash, patient, date]));
    census.push(text);
    census.endFile();
    documents.push({ number, patient, date });
    if (documents.length % documentsPerTurn === 0) {
      await advance('checking', documents.length, numbers.length);
    }
  }
  return { hash: hash.digest('hex'), documents, closed: census.closed };
}

/** The corpus as the workspace takes it: its lines are made while they are stored. */
function importDocuments(
  workspace: Workspace,
  source: ExaminedDocuments & {
    readonly name: string;
    readonly plan: DocumentCorpus;
    readonly locked: LockedTexts | null;
  },
  advance: AdvanceDocuments,
) {
  const { name, plan, hash, documents, closed } = source;
  const cleaner = createCleaner({ lineUnit: plan.lineUnit, closed });
  const measure = new CorpusMeasure();
  const thinner = new DocumentThinner(plan);
  const met = new LockedTally(source.locked);
  const ends = new DocumentEnds();
  const groups =
    plan.copiedForward === 'drop' ? groupByPatient(documents) : documents.map((each) => [each]);

  async function* readLines(): AsyncGenerator<string> {
    let done = 0;
    for (const group of groups) {
      const read = group.flatMap(({ number }) => {
        const document = workspace.documents.get(number);
        const { id, text, patient } = document;
        const isAdmitted = met.admits({ text, patient, document });
        return isAdmitted ? [{ id, text, patient, original: text, source: plan.collection }] : [];
      });
      for (const item of thinner.thin(read)) {
        const document = cleaner.clean(item);
        if (document === null) continue;
        measure.add(document);
        const lines = document.text.split('\n');
        ends.add({ text: item.original, patient: item.patient }, lines.length);
        for (const line of lines) yield line;
      }
      const before = done;
      done += group.length;
      const isTurn = Math.floor(done / documentsPerTurn) > Math.floor(before / documentsPerTurn);
      if (isTurn) await advance('reading', done, documents.length);
    }
    if (cleaner.counts.linesKept === 0) throw emptyCorpus(name, documents.length, met.counts);
  }

  return {
    name,
    sourceHash: hash,
    lines: readLines(),
    documents: () => ends.documents(),
    statistics: (): CorpusRecord => ({
      cleaning: cleaner.counts,
      sources: measure.statistics(),
      problems: summariseProblems([]),
      leftOut: thinner.leftOut,
      ...(met.counts === null ? {} : { locked: met.counts }),
    }),
  };
}

function emptyCorpus(name: string, documents: number, locked: LockedCounts | null): AnamnesisError {
  return new AnamnesisError('corpus.empty', {
    place: say('losses', 'corpusPlace', name),
    expected: say('losses', 'text'),
    found: say('common', 'clauses', [
      say('losses', 'fittingNothingAfterCleaning', documents),
      ...describeLocked(locked, 'documents'),
    ]),
    remedy: say('losses', 'widenWhere'),
  });
}
