import type { CarriedEntry } from './carried-annotations.ts';
import type { CarriedRecord } from './carried-record.ts';
import type { JsonValue } from './json.ts';
import type { RecordKeys } from './record-facts.ts';

export const spacyTextKeys = ['text', 'title'] as const;

export const spacyKeys: RecordKeys = {
  reserved: ['text', 'ents', 'entities', 'spans', 'cats', 'tokens', 'sents', 'links', 'settings'],
  nested: ['meta', '_'],
};

/** What a document of spaCy carries. */
export interface CarriedSpacy extends CarriedRecord {
  /** What follows text and annotations in a tuple; null where the record is an object. */
  readonly tail: readonly JsonValue[] | null;
  /** Classes with their values; null where the record has none. */
  readonly cats: readonly CarriedEntry<readonly [string, JsonValue]>[] | null;
}
