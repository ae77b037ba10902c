import type { CarriedEntry } from './carried-annotations.ts';
import { type JsonObject, type JsonValue, isJsonObject, listIn, textOf, valueIn } from './json.ts';
import type { RecordKeys } from './record-facts.ts';

/** Where a task lists what people and models said of it; older exports call it completions. */
export const resultLists = ['annotations', 'completions', 'predictions'] as const;

/** The results of one annotator or model. */
export interface CarriedResults {
  readonly list: (typeof resultLists)[number];
  /** Place in the list. */
  readonly index: number;
  readonly entries: readonly CarriedEntry<JsonValue>[];
}

/** What a document of Label Studio carries: its task but for text and results. */
export interface CarriedTask {
  readonly task: JsonObject;
  /** In its data; or in itself, as JSON-MIN has it. */
  readonly textKey: string;
  readonly isMinimal: boolean;
  readonly results: readonly CarriedResults[];
  /** Of JSON-MIN: the results by the name of the control. */
  readonly controls: readonly {
    readonly name: string;
    readonly entries: readonly CarriedEntry<JsonValue>[];
  }[];
}

/** The data of a task are facts and columns, but for its text. */
export const taskKeys = (textKey: string): RecordKeys => ({ reserved: [textKey], nested: [] });

const minimalKeys = [
  'annotation_id',
  'annotator',
  'created_at',
  'updated_at',
  'lead_time',
] as const;

/** JSON-MIN has the controls and some numbers of the program beside the data. */
export const minimalTaskKeys = (textKey: string): RecordKeys => ({
  reserved: [textKey, ...minimalKeys],
  nested: [],
});

/** What an answer to a region says, as one text: choices, written text, a number, stars. */
export function regionAnswer(
  result: JsonObject,
): { readonly name: string; readonly value: string } | null {
  const name = textOf(valueIn(result, 'from_name'));
  const type = textOf(valueIn(result, 'type'));
  const value = valueIn(result, 'value');
  if (name === null || type === null || !isJsonObject(value)) return null;
  if (type === 'choices') return { name, value: listIn(value, 'choices').map(String).join(', ') };
  if (type === 'textarea') return { name, value: listIn(value, 'text').map(String).join('\n') };
  const single = textOf(valueIn(value, type));
  return single === null ? null : { name, value: single };
}
