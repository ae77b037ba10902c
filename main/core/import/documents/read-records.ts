import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportResult } from '#core/domain/import-report.ts';
import type { JsonObject, JsonValue } from '#core/domain/json.ts';
import type { OffsetUnit } from '#core/domain/offset-units.ts';
import { type JsonItem, readJson } from './bounded-json.ts';
import type { ReadOptions, SourceInput } from './document-format.ts';
import { createUnitVote, type OffsetClaim } from './infer-offset-unit.ts';
import { nameInput, ownName } from './name-input.ts';
import { openText } from './open-text.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';

/** What a record is read with. */
export interface RecordContext {
  readonly input: SourceInput;
  readonly options: ReadOptions;
  readonly unit: OffsetUnit;
  /** The object around the list of records; null where there is none. */
  readonly envelope: JsonObject | null;
  readonly problems: ProblemList;
  /** 1-based line on which the record begins. */
  readonly line: number;
  /** For a record that names none. */
  readonly madeId: string;
}

/** A text of a record with what its annotations say of it. */
export interface ClaimedText {
  readonly text: string;
  readonly claims: readonly OffsetClaim[];
}

/** A format whose files list records of JSON, each a document. */
export interface RecordReader {
  /** What offsets count unless the texts say otherwise. */
  readonly usualUnit: OffsetUnit;
  /** Where an object lists its records. */
  readonly listKeys?: readonly string[];
  /**
   * The records of an input and what stands around them, where they are not written in JSON; it
   * tells what is wrong.
   */
  items?(
    input: SourceInput,
    options: ReadOptions,
    problems: ProblemList,
  ): Generator<JsonItem, JsonObject | null>;
  claims(record: JsonValue, options: ReadOptions): Iterable<ClaimedText>;
  /** Null where the record is no document; then it is told. */
  read(record: JsonValue, context: RecordContext): SourceDocument | null;
}

const unitNames = {
  'code-points': 'code points',
  'utf-16': 'UTF-16 units',
  bytes: 'UTF-8 bytes',
  graphemes: 'characters as people see them (graphemes)',
} as const satisfies Record<OffsetUnit, string>;

/** Documents and characters that are given at a time. */
const batchDocuments = 500;
const batchLength = 2 ** 22;

/** The records of an input that is JSON. */
function* jsonItems(
  { listKeys = [] }: RecordReader,
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
): Generator<JsonItem, JsonObject | null> {
  const opened = openText(input, options);
  problems.add(opened.problems);
  if (opened.pieces === null) return null;
  return yield* readJson(opened.pieces, { limits: options.limits, problems, listKeys });
}

const itemsOf = (
  reader: RecordReader,
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
) => reader.items?.(input, options, problems) ?? jsonItems(reader, input, options, problems);

/** Reads all records once: in which unit their offsets count, and what stands around them. */
function examineRecords(
  reader: RecordReader,
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
): { readonly unit: OffsetUnit; readonly envelope: JsonObject | null } {
  const { usualUnit } = reader;
  const vote = createUnitVote(usualUnit);
  // What is wrong is told when the records are read.
  const unheard = createProblemList('', 0);
  const items = itemsOf(reader, input, options, unheard);
  let next = items.next();
  for (; next.done !== true; next = items.next()) {
    if (options.offsetUnit !== undefined) continue;
    for (const { text, claims } of reader.claims(next.value.value, options)) {
      if (text.length <= options.limits.documentLength) vote.add(text, claims);
    }
  }
  const envelope = next.value;
  if (options.offsetUnit !== undefined) return { unit: options.offsetUnit, envelope };
  const { unit, isUnusual, isUncertain } = vote.decide();
  if (isUnusual) {
    const detail = `The offsets fit when counted in ${unitNames[unit]}, not in ${unitNames[usualUnit]} as is usual, and were read so.`;
    problems.tell(1, 'span-offset-unit', 'repaired', detail);
  } else if (isUncertain) {
    const detail = `Some offsets would be other places in another unit, and nothing tells which is meant: they were read in ${unitNames[unit]}.`;
    problems.tell(1, 'span-offset-uncertain', 'kept', detail);
  }
  return { unit, envelope };
}

function* readInput(
  reader: RecordReader,
  input: SourceInput,
  options: ReadOptions,
): Generator<ImportResult<SourceDocument>> {
  const problems = createProblemList(nameInput(input), options.limits.problemCount);
  const { limits } = options;
  const examined = examineRecords(reader, input, options, problems);
  let items: SourceDocument[] = [];
  let length = 0;
  let count = 0;
  let recordCount = 0;
  const place = ownName(input);
  const lines = new Set<number>();
  for (const { line, value } of itemsOf(reader, input, options, problems)) {
    recordCount++;
    // Of several records on one line only the first is named by it.
    const madeId = lines.has(line) ? `${place}:${line}:${recordCount}` : `${place}:${line}`;
    lines.add(line);
    const document = reader.read(value, { input, options, ...examined, problems, line, madeId });
    if (document === null) continue;
    if (document.text.length > limits.documentLength) {
      const detail = `The text has ${document.text.length} characters; ${limits.documentLength} are read at most as one document.`;
      problems.tell(line, 'document-too-long', 'left-out', detail);
      continue;
    }
    if (++count > limits.documentCount) {
      const detail = `Beyond ${limits.documentCount} documents nothing more of the file is read.`;
      problems.tell(line, 'input-beyond-limits', 'left-out', detail);
      break;
    }
    items.push(document);
    length += document.text.length;
    if (items.length < batchDocuments && length < batchLength) continue;
    yield { items, problems: problems.take() };
    items = [];
    length = 0;
  }
  if (recordCount === 0 && !problems.isTold) {
    problems.tell(1, 'file-empty', 'left-out', 'The file holds no text.');
  }
  yield { items, problems: problems.finish() };
}

/** The documents of inputs that list records, some at a time. Never throws. */
// eslint-disable-next-line @typescript-eslint/require-await -- others need it
export async function* readRecords(
  reader: RecordReader,
  inputs: readonly SourceInput[],
  options: ReadOptions,
): AsyncGenerator<ImportResult<SourceDocument>> {
  for (const input of inputs) yield* readInput(reader, input, options);
}
