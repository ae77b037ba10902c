import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '#core/domain/json.ts';
import type { DocumentFormat, InputHead } from './document-format.ts';
import { linesOf } from './open-text.ts';
import { depthOfJson, parseJson } from './parse-json.ts';
import type { ProblemList } from './problem-list.ts';
import type { ReadLimits } from './read-limits.ts';
import { type JsonPart, splitJson } from './split-json.ts';

/** One of the values that a file lists. */
export interface JsonItem {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly value: JsonValue;
}

/** How a file lists its values: one a line, in one list, or in a list of an object. */
export type JsonShape = 'lines' | 'list' | 'object';

/** Of a file, enough to tell how it lists its values. */
const sampleLength = 2 ** 20;

const parsesAs = (line: string): JsonValue | undefined => parseJson(line.trim())?.value;

/** How a text lists its values; null where it begins as no JSON does. */
export function shapeOfJson(head: string, listKeys: readonly string[] = []): JsonShape | null {
  const text = head.trimStart();
  const isList = text.startsWith('[');
  if (!isList && !text.startsWith('{')) return null;
  const lines = text.split('\n', 50).filter((line) => line.trim() !== '');
  const first = lines.length > 0 ? parsesAs(lines[0]) : undefined;
  if (isList && first !== undefined) {
    // ["text", {…}] is a record of its own: spaCy writes such, one a line.
    const isRecord = Array.isArray(first) && typeof first[0] === 'string';
    return lines.length > 1 || isRecord ? 'lines' : 'list';
  }
  if (isList) return 'list';
  const listsItself =
    lines.length === 1 && isJsonObject(first) && listKeys.some((key) => isJsonList(first[key]));
  if (first !== undefined) return listsItself ? 'object' : 'lines';
  // A line that goes on is that of an object; one that is broken stands beside sound ones.
  if (/[[{,:]\s*$/.test(lines[0])) return 'object';
  return lines.slice(1).some((line) => isJsonObject(parsesAs(line))) ? 'lines' : 'object';
}

function sampleOf(pieces: Iterable<string>): string {
  let sample = '';
  for (const piece of pieces) {
    sample += piece;
    if (sample.length >= sampleLength) break;
  }
  return sample;
}

interface JsonReading {
  readonly limits: ReadLimits;
  readonly problems: ProblemList;
  /** Of an object that lists its values: under which names. */
  readonly listKeys?: readonly string[];
}

/** Beyond this a value is not held: escapes and annotations may make it longer than its text. */
const lengthPerDocumentLength = 8;

function* partsOfLines(pieces: Iterable<string>): Generator<JsonPart> {
  for (const { line, text } of linesOf(pieces)) {
    if (text.trim() !== '') yield { line, text, isEnvelope: false };
  }
}

/**
 * The values that a file lists, one after another: of one a line a broken one loses only itself. At
 * the end the object around the list, without it, where there is one. Depth and length are bounded
 * by the limits; what is wrong is told, with its line.
 */
export function* readJson(
  pieces: () => Iterable<string>,
  { limits, problems, listKeys = [] }: JsonReading,
): Generator<JsonItem, JsonObject | null> {
  const shape = shapeOfJson(sampleOf(pieces()), listKeys);
  if (shape === null) {
    problems.tell(1, 'json-malformed', 'left-out', 'The file does not begin as JSON does.');
    return null;
  }
  const longest = lengthPerDocumentLength * limits.documentLength;
  const parts =
    shape === 'lines'
      ? partsOfLines(pieces())
      : splitJson(pieces(), { isList: shape === 'list', listKeys, longest });
  let envelope: JsonObject | null = null;
  for (const { line, text, isEnvelope } of parts) {
    if (text === null || text.length > longest) {
      const detail = `The value has more than ${longest} characters.`;
      problems.tell(line, 'document-too-long', 'left-out', detail);
    } else if (depthOfJson(text) > limits.depth) {
      const detail = `The value has brackets in brackets, deeper than ${limits.depth}.`;
      problems.tell(line, 'json-too-deep', 'left-out', detail);
    } else {
      const parsed = parseJson(text);
      if (parsed === null) {
        problems.tell(line, 'json-malformed', 'left-out', 'The value is no JSON.');
        continue;
      }
      if (parsed.noNumbers > 0) {
        const detail = `${parsed.noNumbers} times NaN or Infinity, which JSON does not know, was read as null.`;
        problems.tell(line, 'json-no-number', 'repaired', detail);
      }
      if (!isEnvelope) yield { line, value: parsed.value };
      else if (isJsonObject(parsed.value)) envelope = parsed.value;
    }
  }
  return envelope;
}

/** The first values at the head of a file, for recognisers; whatever is cut or broken is not among them. */
export function firstJsonItems(
  head: InputHead,
  listKeys: readonly string[] = [],
): readonly JsonValue[] {
  const shape = shapeOfJson(head.text, listKeys);
  if (shape === null) return [];
  const parts =
    shape === 'lines'
      ? partsOfLines([head.text])
      : splitJson([head.text], { isList: shape === 'list', listKeys, longest: head.text.length });
  const values: JsonValue[] = [];
  for (const { text, isEnvelope } of parts) {
    const parsed = text === null || isEnvelope ? null : parseJson(text);
    if (parsed !== null) values.push(parsed.value);
    if (values.length === 20) break;
  }
  return values;
}

interface Recognition {
  readonly listKeys?: readonly string[] | undefined;
  /** What the head of a file looks like whose first record is longer than that. */
  readonly looksLike?: RegExp;
}

/** How well a file fits whose records are told apart by what they hold: the share that fit. */
export function recogniseRecords(
  head: InputHead,
  fits: (record: JsonValue) => number,
  { listKeys = [], looksLike }: Recognition = {},
): ReturnType<DocumentFormat['recognise']> {
  const values = firstJsonItems(head, listKeys);
  if (values.length > 0) {
    return values.reduce<number>((sum, value) => sum + fits(value), 0) / values.length;
  }
  const isLikely = looksLike?.test(head.text) === true && shapeOfJson(head.text) !== null;
  return isLikely ? 0.9 : 0;
}
