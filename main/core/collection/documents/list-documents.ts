import type {
  DocumentCursor,
  DocumentFilter,
  DocumentOrder,
  ListedDocument,
} from '#core/storage/document-queries.ts';
import type { Workspace } from '#core/storage/workspace.ts';

export interface ListRequest {
  readonly filter: DocumentFilter;
  readonly order?: DocumentOrder;
  readonly descending?: boolean;
  /** The cursor of the page before; the first page without. */
  readonly after?: DocumentCursor | null;
  readonly limit?: number;
}

export interface DocumentList {
  readonly documents: readonly ListedDocument[];
  readonly next: DocumentCursor | null;
  /** Of all pages; counted for the first alone, null on the others. */
  readonly total: number | null;
}

export const pageLimit = 100;

/** A page of the documents that fit: their facts, not their texts. */
export function listDocuments(workspace: Workspace, request: ListRequest): DocumentList {
  const { filter, order = 'import', descending = false, after = null, limit } = request;
  const { documentQueries } = workspace;
  const page = { filter, order, descending, after, limit: limit ?? pageLimit };
  return {
    ...documentQueries.list(page),
    total: after === null ? documentQueries.count(filter) : null,
  };
}
