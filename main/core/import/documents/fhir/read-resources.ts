import { createTextExaminer } from '#core/import/examine-text.ts';
import { createTextPieces } from '#core/import/piece-reader.ts';
import type { ReadOptions, SourceInput } from '../document-format.ts';
import { isRecord, type JsonRecord, recordOf, recordsOf } from '../json-values.ts';
import { nameInput } from '../name-input.ts';
import { parseJson } from '../parse-json.ts';
import type { ProblemList } from '../problem-list.ts';

/** A resource and where it stands. */
export interface PlacedResource {
  readonly resource: JsonRecord;
  /** Under which a bundle knows it; null where it says nothing. */
  readonly fullUrl: string | null;
  /** 1-based line of NDJSON, or number of the entry in a bundle. */
  readonly line: number;
}

/** Characters of one line, or of one bundle, in documents of the greatest length. */
const longestValue = 8;

/** A text in lines, each with its number; a line that is too long is null. */
function* readLines(
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
): Generator<{ readonly line: number; readonly text: string | null }> {
  const examiner = createTextExaminer(nameInput(input), options.encoding);
  for (const piece of input.pieces()) examiner.add(piece);
  const examined = examiner.finish();
  problems.add(examined.problems);
  if (examined.encoding === null) return;
  const most = longestValue * options.limits.documentLength;
  const pieces = createTextPieces(examined);
  let held: string[] = [];
  let length = 0;
  let line = 1;
  const take = () => {
    const text = length > most ? null : held.join('');
    held = [];
    length = 0;
    return { line: line++, text };
  };
  function* cut(text: string) {
    let at = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
      hold(text.slice(at, end));
      yield take();
      at = end + 1;
    }
    hold(text.slice(at));
  }
  const hold = (text: string) => {
    length += text.length;
    if (length <= most) held.push(text);
    else held = [];
  };
  for (const piece of input.pieces()) yield* cut(pieces.read(piece));
  yield* cut(pieces.finish());
  if (length > 0) yield take();
}

/** The resources in a value of JSON: itself, or those of the entries of a bundle. */
function* unpack(value: JsonRecord, line: number): Generator<PlacedResource> {
  if (value.resourceType !== 'Bundle') {
    yield { resource: value, fullUrl: null, line };
    return;
  }
  for (const [index, entry] of recordsOf(value.entry).entries()) {
    const fullUrl = typeof entry.fullUrl === 'string' ? entry.fullUrl : null;
    yield { resource: recordOf(entry.resource), fullUrl, line: index + 1 };
  }
}

/**
 * The resources of NDJSON line by line, or of a file that is one resource or one bundle, however it
 * is laid out. What is no JSON costs its own line only.
 */
export function* readResources(
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
): Generator<PlacedResource> {
  const most = longestValue * options.limits.documentLength;
  /** Lines that are no value of their own; null where the file turned out to be NDJSON. */
  let spread: string[] | null = [];
  let spreadLength = 0;
  const tellTooLong = (line: number) => {
    const detail = `What begins here has more than ${most} characters.`;
    problems.tell(line, 'document-too-long', 'left-out', detail);
  };
  const tellMalformed = (line: number) => {
    problems.tell(line, 'json-malformed', 'left-out', 'What stands here is no object of JSON.');
  };
  for (const { line, text } of readLines(input, options, problems)) {
    if (text === null) tellTooLong(line);
    else if (spread !== null && spread.length > 1) {
      spreadLength += text.length;
      if (spreadLength <= most) spread.push(text);
    } else if (text.trim() !== '') {
      const value = parseJson(text)?.value;
      if (isRecord(value) && (spread?.length === 0 || 'resourceType' in value)) {
        if (spread?.length === 1) tellMalformed(line - 1);
        spread = null;
        yield* unpack(value, line);
      } else if (spread === null) tellMalformed(line);
      else spread.push(text);
    }
  }
  if (spread === null || spread.length === 0) return;
  const value = spreadLength > most ? undefined : parseJson(spread.join('\n'))?.value;
  if (isRecord(value)) yield* unpack(value, 1);
  else if (spreadLength > most) tellTooLong(1);
  else tellMalformed(1);
}
