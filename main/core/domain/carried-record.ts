import type { CarriedEntry } from './carried-annotations.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** A list of annotations in a record, by the keys that lead to it. */
export interface CarriedList {
  readonly path: readonly string[];
  readonly entries: readonly CarriedEntry<JsonValue>[];
  /** Whether its only entry stands there by itself, not in a list. */
  readonly isAlone: boolean;
}

/** What a document of a record of JSON carries: the record but for its text and its annotations. */
export interface CarriedRecord {
  /** With null where text and lists were. */
  readonly record: JsonObject;
  readonly textKey: string;
  readonly lists: readonly CarriedList[];
}
