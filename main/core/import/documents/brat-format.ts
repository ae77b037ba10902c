import { type Annotation, fileOrigin, type SourceDocument } from '#core/domain/document.ts';
import type { ImportResult } from '#core/domain/import-report.ts';
import { chooseOffsetUnit } from '../brat-offset-units.ts';
import { type BratMention, parseBratEntities } from '../parse-brat-entities.ts';
import { placeBratFragments } from '../place-brat-entity.ts';
import { splitLines } from '../split-lines.ts';
import { readBratAttributes } from './brat-attributes.ts';
import type { BratCarried, BratLine } from '#core/domain/carried-brat.ts';
import { decodeInput } from './decode-input.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { nameInput, ownName } from './name-input.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';

const pairedName = /^(.*)\.(txt|ann)$/is;
/** How any line of an annotation file begins. */
const annotationLine = /^(?:[TREAMN]\d+|#\d*|\*)\t/m;

/** Mentions with an id that no earlier one has; null for the others. */
function distinguishIds(
  mentions: readonly BratMention[],
  problems: ProblemList,
): Map<BratMention, string | null> {
  const seen = new Set<string>();
  const ids = new Map<BratMention, string | null>();
  for (const mention of mentions) {
    const isNew = !seen.has(mention.id);
    seen.add(mention.id);
    ids.set(mention, isNew ? mention.id : null);
    if (isNew) continue;
    const detail = 'An earlier annotation has the same id: this one gets a new one when written.';
    problems.tell(mention.line, 'brat-id-repeated', 'repaired', detail, mention.type);
  }
  return ids;
}

/** Of the annotations of a text: what we use, and all lines in their order. */
function readAnnotations(
  text: string,
  annotations: { readonly text: string; readonly hasByteOrderMark: boolean },
  problems: ProblemList,
  file: string,
): { spans: Annotation[]; carried: BratCarried } {
  const parsed = parseBratEntities(annotations.text, file);
  problems.add(parsed.problems);
  const unit = chooseOffsetUnit(text, parsed.items, annotations.hasByteOrderMark);
  if (unit.description !== null) {
    const detail = `The offsets fit when counted in ${unit.description}, and were read so.`;
    problems.tell(1, 'brat-offset-unit', 'repaired', detail);
  }
  const ids = distinguishIds(parsed.items, problems);
  const placed = new Map<number, { mention: BratMention; annotation: Annotation | null }>();
  const lines = splitLines(annotations.text).map(({ text: line }) => line);
  const attributes = readBratAttributes(lines, new Set(ids.values()), problems);
  const spans: Annotation[] = [];
  for (const mention of parsed.items) {
    const { fragments, problem } = placeBratFragments(text, mention, unit.toTextOffset);
    if (problem !== null) {
      problems.tell(mention.line, problem.rule, problem.action, problem.detail, mention.type);
    }
    const id = ids.get(mention) ?? null;
    const ofSpan = Object.fromEntries(attributes.values.get(id ?? '') ?? []);
    const annotation: Annotation | null = fragments && {
      kind: 'span',
      id,
      type: mention.type,
      fragments,
      attributes: ofSpan,
      origin: fileOrigin,
    };
    placed.set(mention.line, { mention, annotation });
    if (annotation !== null) spans.push(annotation);
  }

  const carried: BratLine[] = [];
  const placedIds = new Set(spans.map((each) => (each.kind === 'span' ? each.id : null)));
  for (let index = 0; index < lines.length; index++) {
    const here = placed.get(index + 1);
    const attribute = attributes.lines.get(index + 1);
    if (here !== undefined) {
      const { mention, annotation } = here;
      const id = ids.get(mention) ?? null;
      // One that is nowhere in the text stays a line; one without an id is written as if it were new.
      if (annotation === null)
        carried.push(lines.slice(index, index + mention.lineCount).join('\n'));
      else if (id !== null) carried.push({ span: id });
      index += mention.lineCount - 1;
    } else if (attribute !== undefined && placedIds.has(attribute.of)) carried.push(attribute);
    else carried.push(lines[index]);
  }
  const lineBreak = /\r\n/.test(annotations.text) ? '\r\n' : '\n';
  const endsInBreak = annotations.text === '' || /[\r\n]$/.test(annotations.text);
  return { spans, carried: { lines: carried, lineBreak, endsInBreak } };
}

function readPair(
  pair: { readonly text: SourceInput; readonly annotations: SourceInput },
  options: ReadOptions,
): ImportResult<SourceDocument> {
  const file = nameInput(pair.annotations);
  const problems = createProblemList(file, options.limits.problemCount);
  const decodedText = decodeInput(pair.text, options);
  const decoded = decodeInput(pair.annotations, options);
  problems.add([...decodedText.problems, ...decoded.problems]);
  const { text } = decodedText;
  if (text === null || decoded.text === null) return { items: [], problems: problems.finish() };
  if (text.trim() === '') {
    const empty = {
      file: nameInput(pair.text),
      line: 1,
      rule: 'file-empty',
      action: 'left-out',
      detail: 'The document holds no text.',
    } as const;
    problems.add([empty]);
    return { items: [], problems: problems.finish() };
  }
  const { hasByteOrderMark } = decodedText;
  const marked = { text: decoded.text, hasByteOrderMark };
  const { spans, carried } = readAnnotations(text, marked, problems, file);
  const document: SourceDocument = {
    id: ownName(pair.text).replace(/\.txt$/i, ''),
    text,
    patient: null,
    date: null,
    language: null,
    kind: null,
    columns: {},
    place: { file: pair.text.name, part: pair.text.part, line: null },
    annotations: spans,
    carried: { format: 'brat', parts: carried },
  };
  return { items: [document], problems: problems.finish() };
}

/** What is wrong with an input that has no partner. */
function tellAlone(input: SourceInput): ImportResult<SourceDocument> {
  const extension = pairedName.exec(ownName(input))?.[2].toLowerCase();
  const missing = extension === 'txt' ? '.ann' : '.txt';
  const [rule, detail] =
    extension === undefined
      ? (['file-other-format', 'Documents of brat are files ending in .txt and .ann.'] as const)
      : ([
          'file-partner-missing',
          `There is no file of the same name ending in ${missing}.`,
        ] as const);
  return {
    items: [],
    problems: [{ file: nameInput(input), line: 1, rule, action: 'left-out', detail }],
  };
}

/**
 * brat's standoff format: a .txt and an .ann of the same name. Offsets count code points, unless
 * only another unit fits. Spans keep their pieces and may overlap; relations, events, notes,
 * normalisations and equivalences are carried.
 */
export const bratFormat: DocumentFormat = {
  description: "brat's standoff format: pairs of .txt and .ann files of the same name.",
  extensions: ['.txt', '.ann'],
  recognise: ({ extension, text, besides }) => {
    if (extension === '.ann') return annotationLine.test(text) ? 1 : text === '' ? 0.8 : 0.6;
    return extension === '.txt' && besides.some((name) => /\.ann$/i.test(name)) ? 0.9 : 0;
  },
  group: (names) => [
    ...Map.groupBy(names, (name) => {
      const match = pairedName.exec(name);
      return match === null ? `file ${name}` : `pair ${match[1]}`;
    }).values(),
  ],
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    const ending = (extension: string) =>
      inputs.filter((input) => pairedName.exec(ownName(input))?.[2].toLowerCase() === extension);
    const [texts, annotations] = [ending('txt'), ending('ann')];
    if (inputs.length === 2 && texts.length === 1 && annotations.length === 1) {
      yield readPair({ text: texts[0], annotations: annotations[0] }, options);
      return;
    }
    for (const input of inputs) yield tellAlone(input);
  },
};
