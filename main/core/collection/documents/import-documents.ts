import { AnamnesisError } from '#core/base/error.ts';
import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import {
  type DocumentImport,
  type ImportCounts,
  noCounts,
} from '#core/storage/document-imports.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { type ImportChoice, readOptionsOf } from './import-choice.ts';
import { createEstimate, type ImportProgress } from './import-progress.ts';
import { type OpenedSource, openSource } from './open-source.ts';
import { readGroups, type ReadPosition, startPosition } from './read-groups.ts';
import { refuseFurther } from './refuse-further.ts';
import { storeBatch } from './store-batch.ts';

export interface ImportRequest {
  /** Made where it is not there. */
  readonly collection: string;
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly choice: ImportChoice;
}

/** What an import needs of whoever asks for it. */
export interface ImportEffects {
  readonly nowMs: () => number;
  /** Once it aborts, the import ends after the batch at hand; the same request goes on. */
  readonly signal?: AbortSignal;
  /** Told after each batch; awaited, so that everything else in the process has its turn. */
  readonly onProgress?: (progress: ImportProgress) => Promise<void> | void;
  /** Stored at once at most; for tests. */
  readonly batchDocuments?: number;
}

export interface ImportOutcome {
  readonly importId: number;
  readonly collectionId: number;
  readonly counts: ImportCounts;
  /** Current documents of the collection that are not in this source: they stay. */
  readonly notInSource: number;
  /** Whether an import that was stopped or killed was taken up again. */
  readonly wasResumed: boolean;
}

/** Stored at once: enough to make one transaction worth its wait for the disk. */
const batchLength = 8_000_000;
const defaultBatchDocuments = 16_384;

/**
 * Brings the documents of files and folders into a collection, batch by batch; each is there for
 * good before the next begins. Asked for again after a stop or a kill, it goes on where it was, with
 * the same result. Documents that are there as they are stay; of those that changed another version
 * is made; none is removed.
 * @throws collection.stopped, collection.empty, collection.import-running, file.missing,
 *   file.unreadable and what the workspace throws
 */
export async function importDocuments(
  workspace: Workspace,
  { collection, paths, choice }: ImportRequest,
  effects: ImportEffects,
): Promise<ImportOutcome> {
  const source = await openSource(paths, choice, effects.signal);
  if (source.groups.length === 0) refuseNothing(source);
  const { id: collectionId } =
    workspace.collections.findByName(collection) ?? workspace.collections.create(collection);
  const { begun, wasResumed } = begin(workspace, collectionId, source, choice);
  const state = new ImportState(workspace, begun, source, effects);
  try {
    await state.run(choice);
  } catch (error) {
    state.stop();
    throw error;
  }
  return {
    importId: begun.id,
    collectionId,
    counts: state.counts,
    notInSource: workspace.documentImports.countUnseen(begun.id),
    wasResumed,
  };
}

interface KeptPosition {
  readonly read: ReadPosition;
  readonly bytesDone: number;
}

/** The unfinished import of the same paths, read in the same way, of the same files; or a new one. */
function begin(
  workspace: Workspace,
  collectionId: number,
  { identity }: OpenedSource,
  choice: ImportChoice,
): { readonly begun: DocumentImport; readonly wasResumed: boolean } {
  const { documentImports } = workspace;
  const wanted = hashJson([identity, choice]);
  const unfinished = documentImports
    .list(collectionId)
    .find(
      ({ state, source, options }) =>
        state !== 'finished' && hashJson([source, options]) === wanted,
    );
  if (unfinished !== undefined) {
    documentImports.resume(unfinished.id);
    return { begun: documentImports.get(unfinished.id), wasResumed: true };
  }
  const begun = documentImports.begin({ collectionId, source: identity, options: choice });
  return { begun, wasResumed: false };
}

/** An import under way. */
class ImportState {
  counts: ImportCounts;
  readonly #workspace: Workspace;
  readonly #import: DocumentImport;
  readonly #source: OpenedSource;
  readonly #effects: ImportEffects;
  #isFinished = false;
  #position: KeptPosition | null;

  constructor(
    workspace: Workspace,
    begun: DocumentImport,
    source: OpenedSource,
    effects: ImportEffects,
  ) {
    this.#workspace = workspace;
    this.#import = begun;
    this.#source = source;
    this.#effects = effects;
    this.#position = begun.position as KeptPosition | null;
    this.counts = begun.position === null ? noCounts : begun.counts;
  }

  async run(choice: ImportChoice): Promise<void> {
    const { nowMs, signal, onProgress } = this.#effects;
    const batchDocuments = this.#effects.batchDocuments ?? defaultBatchDocuments;
    const { groups, bytesTotal } = this.#source;
    const language = choice.language ?? null;
    const estimate = createEstimate(nowMs);
    // Problems of files that are not read are told once, with the first batch.
    let problems: ImportProblem[] = this.#position === null ? [...this.#source.problems] : [];
    let documents: SourceDocument[] = [];
    let length = 0;
    const from = this.#position?.read ?? startPosition;
    estimate.begin(this.#position?.bytesDone ?? 0);
    for await (const step of readGroups(groups, readOptionsOf(choice), from)) {
      for (const item of step.items) {
        documents.push(item);
        length += item.text.length;
      }
      for (const problem of step.problems) problems.push(problem);
      const isLast = step.position.group === groups.length;
      if (!isLast && length < batchLength && documents.length < batchDocuments) continue;
      const { bytesDone } = step;
      this.#store({ documents, problems }, { read: step.position, bytesDone }, language, isLast);
      [documents, problems, length] = [[], [], 0];
      const timeLeftMs = estimate.timeLeftMs(bytesDone, bytesTotal);
      await onProgress?.({ bytesDone, bytesTotal, counts: this.counts, timeLeftMs });
      if (signal?.aborted === true && !isLast) refuseFurther();
    }
  }

  /** Leaves it to be taken up again. */
  stop(): void {
    if (!this.#isFinished) this.#save('stopped', this.#position);
  }

  #store(
    batch: { documents: SourceDocument[]; problems: ImportProblem[] },
    position: KeptPosition,
    language: string | null,
    isLast: boolean,
  ): void {
    const { id: importId, collectionId } = this.#import;
    const before = this.counts;
    try {
      this.#workspace.documents.batch(collectionId, () => {
        const place = { collectionId, importId };
        this.counts = storeBatch(this.#workspace, place, batch, { counts: before, language });
        this.#save(isLast ? 'finished' : 'running', position);
      });
    } catch (error) {
      this.counts = before;
      throw error;
    }
    this.#position = position;
    this.#isFinished = isLast;
  }

  #save(state: 'running' | 'stopped' | 'finished', position: KeptPosition | null): void {
    const { counts } = this;
    this.#workspace.documentImports.save(this.#import.id, { state, position, counts });
  }
}

function refuseNothing({ recognised }: OpenedSource): never {
  throw new AnamnesisError('collection.empty', {
    expected: 'files in a format that is read here',
    found: `${recognised.length} files, none of which is`,
    remedy: 'Name other files, or the format if it was not recognised.',
  });
}
