import { AnamnesisError } from '#core/base/error.ts';
import {
  type DocumentImport,
  type ImportCounts,
  noCounts,
} from '#core/storage/document-imports.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ImportChoice, ReadEffects } from './import-choice.ts';
import { createEstimate, type ImportProgress } from './import-progress.ts';
import { openReading } from './open-reading.ts';
import type { ReadBatch } from './read-batches.ts';
import type { ReadPosition } from './read-groups.ts';
import type { Reading } from './reading.ts';
import { refuseFurther } from '../files/refuse-further.ts';
import { storeBatch } from './store-batch.ts';

export interface ImportRequest {
  /** Made where it is not there. */
  readonly collection: string;
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly choice: ImportChoice;
}

/** What an import needs of whoever asks for it. */
export interface ImportEffects extends ReadEffects {
  readonly nowMs: () => number;
  /** Once it aborts, the import ends after the batch at hand; the same request goes on. */
  readonly signal?: AbortSignal;
  /** Told after each batch; awaited, so that everything else in the process has its turn. */
  readonly onProgress?: (progress: ImportProgress) => Promise<void> | void;
  /** File of a thread that reads a large source while this one stores (`serveReading`). */
  readonly readerFile?: string;
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
  const { batchDocuments = defaultBatchDocuments } = effects;
  const request = { paths, choice, batchDocuments };
  const reading = await openReading(request, effects);
  try {
    if (reading.source.isEmpty) refuseNothing(reading.source.fileCount);
    const { id: collectionId } =
      workspace.collections.findByName(collection) ?? workspace.collections.create(collection);
    const { begun, wasResumed } = begin(workspace, collectionId, reading, choice);
    const state = new ImportState(workspace, begun, effects);
    try {
      await state.run(reading);
    } catch (error) {
      state.stop();
      // What is read in another process ends at once.
      if (effects.signal?.aborted === true) refuseFurther();
      throw error;
    }
    return {
      importId: begun.id,
      collectionId,
      counts: state.counts,
      notInSource: workspace.documentImports.countUnseen(begun.id),
      wasResumed,
    };
  } finally {
    await reading.close();
  }
}

interface KeptPosition {
  readonly read: ReadPosition;
  readonly bytesDone: number;
}

/** The unfinished import of the same paths, read in the same way, of the same files; or a new one. */
function begin(
  workspace: Workspace,
  collectionId: number,
  { source: { identity } }: Reading,
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
  readonly #effects: ImportEffects;
  #isFinished = false;
  #position: KeptPosition | null;

  constructor(workspace: Workspace, begun: DocumentImport, effects: ImportEffects) {
    this.#workspace = workspace;
    this.#import = begun;
    this.#effects = effects;
    this.#position = begun.position as KeptPosition | null;
    this.counts = begun.position === null ? noCounts : begun.counts;
  }

  async run(reading: Reading): Promise<void> {
    const { nowMs, signal, onProgress } = this.#effects;
    const { bytesTotal } = reading.source;
    const estimate = createEstimate(nowMs);
    estimate.begin(this.#position?.bytesDone ?? 0);
    for await (const batch of reading.batches(this.#position?.read ?? null)) {
      this.#store(batch);
      const { bytesDone, isLast } = batch;
      const timeLeftMs = estimate.timeLeftMs(bytesDone, bytesTotal);
      await onProgress?.({ bytesDone, bytesTotal, counts: this.counts, timeLeftMs });
      if (signal?.aborted === true && !isLast) refuseFurther();
    }
  }

  /** Leaves it to be taken up again. */
  stop(): void {
    if (!this.#isFinished) this.#save('stopped', this.#position);
  }

  #store(batch: ReadBatch): void {
    const { id: importId, collectionId } = this.#import;
    const { position: read, bytesDone, isLast } = batch;
    const position = { read, bytesDone };
    const before = this.counts;
    try {
      this.#workspace.documents.batch(collectionId, () => {
        this.counts = storeBatch(this.#workspace, { collectionId, importId }, batch, before);
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

function refuseNothing(fileCount: number): never {
  throw new AnamnesisError('collection.empty', {
    expected: 'files in a format that is read here',
    found: `${fileCount} files, none of which is`,
    remedy: 'Name other files, or the format if it was not recognised.',
  });
}
