import type { SourceDocument } from '#core/domain/document.ts';
import type { DocumentFilter } from '#core/storage/document-queries.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readSet } from '../sets/read-set.ts';

/** Documents of a collection that fit a filter, or those of a frozen version of a set. */
export type DocumentChoice =
  { readonly filter: DocumentFilter } | { readonly set: LabelledSetVersion };

/** Documents that were chosen: the same ones however often they are read. */
export interface SelectedDocuments {
  readonly count: number;
  readonly documents: Iterable<StoredDocument>;
}

/**
 * What a choice means now. Versions of documents never change, so that what is counted first and
 * written later is the same, whatever is imported in between.
 */
export function selectDocuments(workspace: Workspace, choice: DocumentChoice): SelectedDocuments {
  if ('set' in choice) {
    const { set } = choice;
    return {
      count: set.documentCount,
      documents: { [Symbol.iterator]: () => readSet(workspace, set) },
    };
  }
  const numbers = workspace.documentQueries.numbers(choice.filter);
  function* read() {
    for (const number of numbers) yield workspace.documents.get(number);
  }
  return { count: numbers.length, documents: { [Symbol.iterator]: read } };
}

/** A document as its source gave it: without what was only measured or recognised here. */
export function toSourceDocument(stored: StoredDocument): SourceDocument {
  const { id, text, patient, date, kind, columns, place, annotations, carried } = stored;
  const language = stored.languageCertainty === null ? stored.language : null;
  return { id, text, patient, date, language, kind, columns, place, annotations, carried };
}
