import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import { removeOverlaps } from '#core/domain/remove-overlaps.ts';
import type { AnnotatedDocument, EntitySpan } from '#core/domain/text.ts';
import { chooseOffsetUnit } from './brat-offset-units.ts';
import { parseBratEntities } from './parse-brat-entities.ts';
import { placeBratEntity } from './place-brat-entity.ts';
import type { Report } from './collect-reading.ts';
import { decodeText } from './decode-text.ts';
import type { TextEncoding } from './text-encoding.ts';

/** The bytes of one file with its name as the user knows it. */
export interface NamedBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface BratOptions {
  readonly encoding?: TextEncoding;
  /** What a type shall be called; entities for which it gives null are not read. As it is when absent. */
  readonly nameType?: (type: string) => string | null;
}

interface PlacedEntity extends EntitySpan {
  readonly line: number;
}

/** Reads one document; `name` is the path without extension. */
function readPair(
  name: string,
  pair: { text: NamedBytes; annotations: NamedBytes },
  options: BratOptions,
): ImportResult<AnnotatedDocument> {
  const file = pair.annotations.file;
  const decodedText = decodeText(pair.text.bytes, pair.text.file, options.encoding);
  const decodedAnnotations = decodeText(pair.annotations.bytes, file, options.encoding);
  const { text } = decodedText;
  const parsed = parseBratEntities(decodedAnnotations.text, file);
  const mentions = parsed.items.flatMap((mention) => {
    const type = options.nameType === undefined ? mention.type : options.nameType(mention.type);
    return type === null ? [] : [{ ...mention, type }];
  });
  const problems: ImportProblem[] = [
    ...decodedText.problems,
    ...decodedAnnotations.problems,
    ...parsed.problems,
  ];
  if ([...decodedText.problems, ...decodedAnnotations.problems].some(isLeftOut)) {
    return { items: [], problems };
  }
  if (text.trim() === '') {
    const detail = 'The document holds no text.';
    problems.push({
      file: pair.text.file,
      line: 1,
      rule: 'file-empty',
      action: 'left-out',
      detail,
    });
    return { items: [], problems };
  }
  const unit = chooseOffsetUnit(text, mentions, decodedText.hasByteOrderMark);
  if (unit.description !== null) {
    const detail = `The offsets fit when counted in ${unit.description}, and were read so.`;
    problems.push({ file, line: 1, rule: 'brat-offset-unit', action: 'repaired', detail });
  }
  const placed: PlacedEntity[] = [];
  for (const mention of mentions) {
    const { entity, problem } = placeBratEntity(text, mention, unit.toTextOffset);
    if (problem !== null) {
      problems.push({ file, line: mention.line, ...problem, label: mention.type });
    }
    if (entity !== null) placed.push({ ...entity, line: mention.line });
  }
  const { kept, removed } = removeOverlaps(placed, text.length);
  for (const { line, type: label } of removed) {
    const detail = 'The entity overlaps one that is longer, or as long and earlier.';
    problems.push({ file, line, rule: 'brat-overlap', action: 'left-out', detail, label });
  }
  const entities = kept.map(({ start, end, type }) => ({ start, end, type }));
  return { items: [{ id: name, file: pair.text.file, text, entities }], problems };
}

function isLeftOut(problem: ImportProblem): boolean {
  return problem.action === 'left-out';
}

/** Documents one by one: of the files no more is held than their bytes. */
export function* streamBrat(
  files: readonly NamedBytes[],
  options: BratOptions,
  report: Report,
): Generator<AnnotatedDocument> {
  const pairs = new Map<string, { text?: NamedBytes; annotations?: NamedBytes }>();
  for (const named of files) {
    const match = /^(.*)\.(txt|ann)$/is.exec(named.file);
    if (match === null) continue;
    const [, name, extension] = match;
    const part = extension.toLowerCase() === 'txt' ? 'text' : 'annotations';
    pairs.set(name, { ...pairs.get(name), [part]: named });
  }
  for (const [name, { text, annotations }] of pairs) {
    if (text !== undefined && annotations !== undefined) {
      const { items, problems } = readPair(name, { text, annotations }, options);
      for (const problem of problems.toSorted((a, b) => a.line - b.line)) report(problem);
      yield* items;
    } else {
      const file = (text ?? annotations)?.file ?? name;
      const detail = `There is no file of the same name ending in ${text ? '.ann' : '.txt'}.`;
      report({ file, line: 1, rule: 'file-partner-missing', action: 'left-out', detail });
    }
  }
}

/**
 * Reads documents with entities in brat's standoff format. `files` are the .txt and .ann files in
 * any order; the two of a document have the same path without extension, which becomes its id.
 * Relations, events, attributes, normalisations and notes are ignored. The text is kept as it is,
 * so offsets hold; brat counts code points, ours are UTF-16 units. Never throws.
 */
export function readBrat(
  files: readonly NamedBytes[],
  options: BratOptions = {},
): ImportResult<AnnotatedDocument> {
  const problems: ImportProblem[] = [];
  const items = [...streamBrat(files, options, (problem) => problems.push(problem))];
  return { items, problems };
}
