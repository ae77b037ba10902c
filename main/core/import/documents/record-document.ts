import type { Annotation, SourceDocument } from '#core/domain/document.ts';
import type { JsonObject, JsonValue } from '#core/domain/json.ts';
import { factsOf, type RecordKeys } from '#core/domain/record-facts.ts';
import type { ReadOptions } from './document-format.ts';
import type { RecordContext } from './read-records.ts';

interface RecordParts {
  readonly text: string;
  /** The record that the facts stand in. */
  readonly facts: JsonObject;
  readonly keys: RecordKeys;
  readonly annotations: readonly Annotation[];
  readonly carried: SourceDocument['carried'];
}

/** The text of a record, under the column that a person chose or the first key that holds one. */
export function findText(
  record: JsonObject,
  keys: readonly string[],
  { mapping }: Pick<ReadOptions, 'mapping'> = {},
): { readonly key: string; readonly text: string } | null {
  const chosen = mapping?.text[0]?.column;
  for (const key of chosen === undefined ? keys : [chosen]) {
    const value: JsonValue | undefined = Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof value === 'string') return { key, text: value };
  }
  return null;
}

/** A document of what was found in a record, classes first; null, and told, where it has no text. */
export function makeRecordDocument(
  parts: RecordParts | null,
  { input, options, line, madeId, problems }: RecordContext,
): SourceDocument | null {
  if (parts === null || parts.text.trim() === '') {
    problems.tell(line, 'row-text-empty', 'left-out', 'The record holds no text.');
    return null;
  }
  const { text, facts, keys, annotations, carried } = parts;
  const said = factsOf(facts, keys, options.mapping);
  return {
    ...said,
    id: said.id ?? madeId,
    text,
    place: { file: input.name, part: input.part, line },
    annotations: [
      ...annotations.filter(({ kind }) => kind === 'class'),
      ...annotations.filter(({ kind }) => kind === 'span'),
    ],
    carried,
  };
}
