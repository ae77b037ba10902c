import { DisjointSets } from '#core/corpus/near-duplicates/disjoint-sets.ts';
import { NearDuplicateIndex } from '#core/corpus/near-duplicates/near-duplicate-index.ts';
import type { StoredDocument } from '#core/storage/documents.ts';

type GroupedDocument = Pick<StoredDocument, 'number' | 'id' | 'patient' | 'text'>;

export interface DocumentGroups {
  /** By number of a document: what it must not be parted from; null where it stands alone. */
  readonly groupOf: ReadonlyMap<number, string | null>;
  /** Documents in groups that near-duplicates joined, beyond one patient or document. */
  readonly joinedDocuments: number;
  readonly joinedGroups: number;
}

/**
 * Which documents must stay on one side of a fold: those of a patient and, unless they may stay
 * apart, those that are nearly the same, with all that these belong to. A group is called as its
 * earliest document is: by its patient, else by its own id.
 */
export function groupDocuments(
  documents: Iterable<GroupedDocument>,
  { nearDuplicates }: { readonly nearDuplicates: 'together' | 'apart' },
): DocumentGroups {
  const sets = new DisjointSets();
  const index = new NearDuplicateIndex();
  const facts: Omit<GroupedDocument, 'text'>[] = [];
  const firstOf = new Map<string, number>();
  for (const { number, id, patient, text } of documents) {
    const position = facts.push({ number, id, patient }) - 1;
    sets.add();
    if (nearDuplicates === 'together') index.add(String(position), text);
    if (patient === null) continue;
    const first = firstOf.get(patient);
    if (first === undefined) firstOf.set(patient, position);
    else sets.unite(first, position);
  }
  const before = facts.map((_, position) => sets.find(position));
  for (const { first, second } of index.pairs) sets.unite(Number(first), Number(second));

  const members = Map.groupBy(facts.keys(), (position) => sets.find(position));
  const groupOf = new Map<number, string | null>();
  let joinedDocuments = 0;
  let joinedGroups = 0;
  for (const [earliest, positions] of members) {
    const { patient, id } = facts[earliest];
    const name = positions.length === 1 ? patient : (patient ?? id);
    for (const position of positions) groupOf.set(facts[position].number, name);
    if (new Set(positions.map((position) => before[position])).size === 1) continue;
    joinedDocuments += positions.length;
    joinedGroups++;
  }
  return { groupOf, joinedDocuments, joinedGroups };
}
