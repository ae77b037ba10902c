import { hashAnnotations } from '#core/storage/documents.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** What a later version of a set has otherwise. Documents by their own ids. */
export interface SetComparison {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The same id with another text. */
  readonly otherText: readonly string[];
  /** The same text with other annotations. */
  readonly otherAnnotations: readonly string[];
  readonly same: number;
}

/** Compares two versions, of one set or of two. */
export function compareSetVersions(
  workspace: Workspace,
  before: LabelledSetVersion,
  after: LabelledSetVersion,
): SetComparison {
  const earlier = fingerprints(workspace, before);
  const later = fingerprints(workspace, after);
  const both = [...later].flatMap(([key, now]) => {
    const then = earlier.get(key);
    return then === undefined ? [] : [{ id: now.id, then, now }];
  });
  const otherText = both.filter(({ then, now }) => then.textHash !== now.textHash);
  const otherAnnotations = both.filter(
    ({ then, now }) =>
      then.textHash === now.textHash && then.annotationsHash !== now.annotationsHash,
  );
  return {
    added: idsMissing(later, earlier),
    removed: idsMissing(earlier, later),
    otherText: otherText.map(({ id }) => id),
    otherAnnotations: otherAnnotations.map(({ id }) => id),
    same: both.length - otherText.length - otherAnnotations.length,
  };
}

interface Fingerprint {
  readonly id: string;
  readonly textHash: string;
  readonly annotationsHash: string;
}

/** By collection and own id: a later version of a document has another number. */
function fingerprints(
  workspace: Workspace,
  version: LabelledSetVersion,
): ReadonlyMap<string, Fingerprint> {
  const found = new Map<string, Fingerprint>();
  for (const { number, annotations } of workspace.labelledSets.documents(version.id)) {
    const { id, collectionId, textHash } = workspace.documents.get(number);
    const annotationsHash = hashAnnotations(annotations);
    found.set(`${collectionId}\0${id}`, { id, textHash, annotationsHash });
  }
  return found;
}

function idsMissing(
  of: ReadonlyMap<string, Fingerprint>,
  from: ReadonlyMap<string, Fingerprint>,
): string[] {
  return [...of].flatMap(([key, { id }]) => (from.has(key) ? [] : [id]));
}
