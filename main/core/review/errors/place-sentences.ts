import { flattenDocument } from '#core/collection/sets/flatten-set.ts';
import { readSet } from '#core/collection/sets/read-set.ts';
import type { Span } from '#core/domain/text.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** Where a sentence, as it is trained on, stands in the text of its document. */
export interface PlacedSentence {
  /** UTF-16 units before it. */
  readonly origin: number;
  /** Counted from there. */
  readonly words: readonly Span[];
}

/** The sentences of a frozen version by their ids; of documents with the same id the last. */
export function placeSentences(
  workspace: Workspace,
  version: LabelledSetVersion,
): ReadonlyMap<string, PlacedSentence> {
  const placed = new Map<string, PlacedSentence>();
  for (const document of readSet(workspace, version)) {
    let from = 0;
    for (const { id, text, words } of flattenDocument(document, 'tagged-sentences').items) {
      // Sentences are stretches of the text, in its order.
      const origin = document.text.indexOf(text, from);
      placed.set(id, { origin, words });
      from = origin + text.length;
    }
  }
  return placed;
}
