import { AnamnesisError } from '#core/base/error.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { DocumentFilter, ListedDocument } from '#core/storage/document-queries.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findCollection } from '../find-collection.ts';

/** Which documents: what is left out does not narrow, and each narrows what those before left. */
export interface DocumentChoice {
  readonly collections: readonly string[];
  /** Narrows each of the collections. */
  readonly where?: Omit<DocumentFilter, 'collectionId'>;
  /** By their own ids. */
  readonly documents?: readonly string[];
  readonly patients?: readonly string[];
  /** A share of the patients, drawn by a seed; a document without one counts as a patient. */
  readonly draw?: { readonly share: number; readonly seed: number };
}

/**
 * Numbers of the documents that a choice gives, in the order of collections and imports.
 * @throws record.missing, also for one that a list names and no document is of
 */
export function chooseDocuments(workspace: Workspace, choice: DocumentChoice): number[] {
  const { collections, where, documents, patients, draw } = choice;
  const numbers = collections.flatMap((collection) => {
    const { id: collectionId } = findCollection(workspace, collection);
    return workspace.documentQueries.numbers({ ...where, collectionId });
  });
  if (documents === undefined && patients === undefined && draw === undefined) return numbers;
  let chosen: readonly ListedDocument[] = rowsOf(workspace, numbers);
  if (documents !== undefined) chosen = takeNamed(chosen, documents, ({ id }) => id);
  if (patients !== undefined) chosen = takeNamed(chosen, patients, ({ patient }) => patient);
  if (draw !== undefined) chosen = drawPatients(chosen, draw);
  return chosen.map(({ number }) => number);
}

const rowsAtOnce = 1_000;

function rowsOf({ documentQueries }: Workspace, numbers: readonly number[]): ListedDocument[] {
  const rows: ListedDocument[] = [];
  for (let first = 0; first < numbers.length; first += rowsAtOnce) {
    for (const row of documentQueries.rows(numbers.slice(first, first + rowsAtOnce)))
      rows.push(row);
  }
  return rows;
}

/** A name that nothing has may be a slip, by which a test set would be smaller than was meant. */
function takeNamed(
  documents: readonly ListedDocument[],
  names: readonly string[],
  nameOf: (document: ListedDocument) => string | null,
): ListedDocument[] {
  const wanted = new Set(names);
  const taken = documents.filter((document) => wanted.has(nameOf(document) ?? ''));
  const met = new Set(taken.map(nameOf));
  const missing = [...wanted].filter((name) => !met.has(name));
  if (missing.length === 0) return taken;
  throw new AnamnesisError('record.missing', {
    expected: 'documents of each name of the list',
    found: `none of ${missing.length} of ${wanted.size}, the first ${missing[0].slice(0, 100)}`,
    remedy: 'Correct the list, or widen the other conditions.',
  });
}

function drawPatients(
  documents: readonly ListedDocument[],
  { share, seed }: { readonly share: number; readonly seed: number },
): ListedDocument[] {
  const ownerOf = ({ patient, id }: ListedDocument) =>
    patient === null ? `document ${id}` : `patient ${patient}`;
  // By name, so that the order of imports determines nothing.
  const owners = [...new Set(documents.map(ownerOf))].sort();
  const order = new RandomStream(seed, 'patients of a set').shuffle(owners);
  const drawn = new Set(order.slice(0, Math.max(1, Math.round(share * order.length))));
  return documents.filter((document) => drawn.has(ownerOf(document)));
}
