import { resolve } from 'node:path';
import type { ReadEffects } from '#core/collection/documents/import-choice.ts';
import { findKeptChoice, keepChoice } from '#core/collection/documents/kept-choice.ts';
import { encodingNames, listFormats } from '#core/collection/documents/named-choice.ts';
import { tryImport } from '#core/collection/documents/try-import.ts';
import { isLocked } from '#core/collection/sets/lock-sets.ts';
import { removeCollection } from '#core/study/removal/remove-documents.ts';
import type { FilterValue } from '#core/storage/document-queries.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ReadChoice } from '../contract/documents.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { DocumentService } from '../ports.ts';
import { createImportTasks, type LaunchImport } from './import-tasks.ts';
import { toChoice, toFilter, viewDocument, viewTrial } from './view-document.ts';

export interface DocumentServiceOptions extends Pick<ReadEffects, 'readPdf'> {
  readonly workspace: Workspace;
  /** The folder to which paths are relative. */
  readonly pathsRelativeTo: string;
  readonly nowMs: () => number;
  readonly launchImport: LaunchImport;
  /** An import has met an error that nobody foresaw. */
  readonly onFault: () => void;
}

/** Of a look that is not whole: enough to see what the files are. */
const glanceDocuments = 200;

/** Collections, documents and sets as the window sees them. */
export function createDocumentService(options: DocumentServiceOptions): DocumentService {
  const { workspace, pathsRelativeTo, nowMs, onFault, ...reading } = options;
  const listeners = new Set<(event: ApiEvent) => void>();
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  const tasks = createImportTasks({
    ...reading,
    workspace,
    nowMs,
    onFault,
    onChange: (task) => {
      tell({ type: 'document-import', task });
      if (task.state !== 'running') tell({ type: 'collections-changed' });
    },
  });
  const absolute = (paths: readonly string[]) =>
    paths.map((path) => resolve(pathsRelativeTo, path));
  const choiceOf = (choice: ReadChoice, useMapping: string | null) =>
    useMapping === null ? toChoice(choice) : findKeptChoice(workspace, useMapping);

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    collections: async () => ({
      collections: workspace.collections.list(),
      sets: workspace.labelledSets
        .list()
        .map(({ name, version, hash, documentCount, annotationCount, createdAtMs }) => ({
          name,
          version,
          hash,
          documentCount,
          annotationCount,
          createdAtMs,
          isLocked: isLocked(workspace, { hash }),
        })),
      pathsRelativeTo,
      keptMappings: workspace.keptMappings.list().map(({ name }) => name),
      formats: listFormats(),
      encodings: encodingNames,
    }),
    look: async ({ paths, choice, useMapping, isWhole }) => {
      const named = absolute(paths);
      const chosen = choiceOf(choice, useMapping);
      const pause = () => new Promise<void>((done) => setImmediate(done));
      const limit = isWhole ? Infinity : glanceDocuments;
      const trial = await tryImport(named, chosen, { ...reading, onProgress: pause }, limit);
      return viewTrial(trial);
    },
    task: () => Promise.resolve(tasks.latest()),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    startImport: async ({ collection, paths, choice, useMapping, keepMapping }) => {
      const chosen = choiceOf(choice, useMapping);
      const id = tasks.start({ collection, paths: absolute(paths), choice: chosen });
      if (keepMapping !== null) keepChoice(workspace, keepMapping, chosen);
      return id;
    },
    stopImport: () => {
      tasks.stop();
      return Promise.resolve();
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    removeCollection: async (collectionId) => {
      removeCollection(workspace, collectionId);
      workspace.compact();
      tell({ type: 'collections-changed' });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    numbers: async (filter) => workspace.documentQueries.numbers(toFilter(filter)),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    rows: async (numbers) => workspace.documentQueries.rows(numbers),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    values: async (collectionId) => {
      const valuesOf = (of: FilterValue) => workspace.documentQueries.values(collectionId, of);
      return {
        kind: valuesOf('kind'),
        language: valuesOf('language'),
        class: valuesOf('class'),
        type: valuesOf('type'),
        problem: valuesOf('problem'),
      };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    get: async (number) => {
      const stored = workspace.documents.get(number);
      return viewDocument(stored, workspace.documents.versions(stored.collectionId, stored.id));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      tasks.close();
    },
  };
}
