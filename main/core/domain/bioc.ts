import type { CarriedEntry } from './carried-annotations.ts';
import { isJsonObject, type JsonObject, type JsonValue, listIn } from './json.ts';
import type { RecordKeys } from './record-facts.ts';

/** Where in a document of BioC something stands: in itself, a passage, or a sentence of one. */
export interface BiocPlace {
  readonly passage: number | null;
  readonly sentence: number | null;
}

/** A stretch of the text that a passage or sentence holds. */
export interface BiocBlock extends BiocPlace {
  /** UTF-16 units of the document's text. */
  readonly start: number;
  readonly end: number;
}

export interface CarriedBiocAnnotations extends BiocPlace {
  readonly entries: readonly CarriedEntry<JsonValue>[];
}

/** What a document of BioC or PubTator carries: all but texts and annotations. */
export interface CarriedBioc {
  /** The collection around it, without its documents; null where there is none. */
  readonly collection: JsonObject | null;
  readonly document: JsonObject;
  readonly blocks: readonly BiocBlock[];
  readonly annotations: readonly CarriedBiocAnnotations[];
  /** Whether its offsets are those that are written: code points. */
  readonly isInCodePoints: boolean;
}

/** All that infons say of a document are facts and columns. */
export const biocKeys: RecordKeys = { reserved: [], nested: [] };

/** The document, its passages and their sentences, each with its place. */
export function* biocHolders(
  document: JsonObject,
): Generator<BiocPlace & { readonly holder: JsonObject }> {
  yield { passage: null, sentence: null, holder: document };
  for (const [passage, each] of listIn(document, 'passages').entries()) {
    if (!isJsonObject(each)) continue;
    yield { passage, sentence: null, holder: each };
    for (const [sentence, inner] of listIn(each, 'sentences').entries()) {
      if (isJsonObject(inner)) yield { passage, sentence, holder: inner };
    }
  }
}
