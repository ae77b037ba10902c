import type { BratCarried, BratLine } from '#core/domain/carried-brat.ts';
import type { SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import { createOffsetMap, type OffsetMap } from '#core/domain/offset-units.ts';
import { carriedOfOthers, createLossCounter } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import { createFileNames, safeFileName } from './file-names.ts';

const emptyCarried: BratCarried = { lines: [], lineBreak: '\n', endsInBreak: true };
const spanId = /^T\d+$/;

/** Names have no white space in brat. */
const toName = (name: string): string => name.toWellFormed().replace(/\s/g, '_') || '_';
/** Values end with the line. */
const toValue = (value: string): string => value.toWellFormed().replace(/[\r\n]/g, ' ');
const isName = (name: string) => toName(name) === name;

const spansOf = ({ annotations }: SourceDocument): SpanAnnotation[] =>
  annotations.filter((each) => each.kind === 'span');
const carriedOf = ({ carried }: SourceDocument): BratCarried =>
  carried?.format === 'brat' ? (carried.parts as BratCarried) : emptyCarried;

/** The id of an annotation that is written as it came, and the ids that it speaks of. */
function referencesOf(line: string): { id: string | null; references: string[] } {
  const [id, ...rest] = line.split('\t', 2);
  const references = rest[0]?.match(/\b[TREAMN]\d+\b/g) ?? [];
  return { id: /^[TREAMN]\d+$/.test(id) ? id : null, references: [...references] };
}

/** Lines that still say something: none that speaks of a span that is gone, or of such a line. */
function keepLines(lines: readonly BratLine[], present: ReadonlySet<string>): BratLine[] {
  const gone = new Set<string>();
  for (const line of lines) {
    if (typeof line !== 'string' && 'span' in line && !present.has(line.span)) gone.add(line.span);
  }
  if (gone.size === 0) return [...lines];
  let kept = [...lines];
  for (let before = -1; before !== kept.length;) {
    before = kept.length;
    kept = kept.filter((line) => {
      if (typeof line !== 'string') return !gone.has('span' in line ? line.span : line.of);
      const { id, references } = referencesOf(line);
      if (!references.some((reference) => gone.has(reference))) return true;
      if (id !== null) gone.add(id);
      return false;
    });
  }
  return kept;
}

/** Ids for spans that have none of their own, and for attributes, after the highest in use. */
function createIds(lines: readonly BratLine[], spans: readonly SpanAnnotation[]) {
  const highest = { T: 0, A: 0 };
  const note = (id: string) => {
    const match = /^([TAM])(\d{1,9})$/.exec(id);
    if (match === null) return;
    const letter = match[1] === 'T' ? 'T' : 'A';
    highest[letter] = Math.max(highest[letter], Number(match[2]));
  };
  for (const line of lines) {
    if (typeof line === 'string') note(line.split('\t', 1)[0]);
    else if ('attribute' in line) note(line.attribute);
    else note(line.span);
  }
  for (const { id } of spans) note(id ?? '');
  return (letter: 'T' | 'A') => `${letter}${++highest[letter]}`;
}

function renderSpan(
  id: string,
  { type, fragments }: SpanAnnotation,
  text: string,
  { fromText }: OffsetMap,
): string {
  const offsets = fragments.map(({ start, end }) => `${fromText(start)} ${fromText(end)}`);
  const quote = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
  const line = quote.toWellFormed().replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ');
  return `${id}\t${toName(type)} ${offsets.join(';')}\t${line}`;
}

function renderAttribute(id: string, of: string, name: string, value: string, isFlag: boolean) {
  const line = `${id}\t${toName(name)} ${of}`;
  return isFlag && value === 'true' ? line : `${line} ${toValue(value)}`;
}

/** The lines of an .ann file: what the document carries in its place, then what is new. */
function renderLines(document: SourceDocument): string[] {
  const spans = spansOf(document);
  const codePoints = createOffsetMap(document.text, 'code-points');
  const { lines } = carriedOf(document);
  const named = new Map(spans.flatMap((span) => (span.id === null ? [] : [[span.id, span]])));
  const kept = keepLines(lines, new Set(named.keys()));
  const nextId = createIds(kept, spans);
  const written = new Set<SpanAnnotation>();
  const writtenAttributes = new Map<string, Set<string>>();
  const rendered: string[] = [];

  function writeSpan(id: string, span: SpanAnnotation): void {
    rendered.push(renderSpan(id, span, document.text, codePoints));
    written.add(span);
  }
  function writeNewAttributes(id: string, { id: own, attributes }: SpanAnnotation): void {
    const before = writtenAttributes.get(own ?? '');
    for (const [name, value] of Object.entries(attributes)) {
      if (own !== null && before?.has(name)) continue;
      rendered.push(renderAttribute(nextId('A'), id, name, value, true));
    }
  }

  const ids = new Map<SpanAnnotation, string>();
  for (const line of kept) {
    if (typeof line === 'string') rendered.push(line);
    else if ('span' in line) {
      const span = named.get(line.span);
      if (span === undefined) continue;
      ids.set(span, line.span);
      writeSpan(line.span, span);
    } else {
      const value = named.get(line.of)?.attributes[line.name];
      if (value === undefined) continue;
      const names = writtenAttributes.get(line.of) ?? new Set();
      writtenAttributes.set(line.of, names.add(line.name));
      rendered.push(renderAttribute(line.attribute, line.of, line.name, value, line.isFlag));
    }
  }
  for (const span of spans) {
    if (written.has(span)) continue;
    const isFree = span.id !== null && spanId.test(span.id) && named.get(span.id) === span;
    const id = isFree && span.id !== null ? span.id : nextId('T');
    ids.set(span, id);
    writeSpan(id, span);
  }
  for (const [span, id] of ids) writeNewAttributes(id, span);
  return rendered;
}

/** Names and values that brat cannot hold as they are, its file name among them. */
function countChangedNames(document: SourceDocument): number {
  const changed = spansOf(document).reduce(
    (sum, { type, attributes }) =>
      sum +
      (isName(type) ? 0 : 1) +
      Object.entries(attributes).filter(
        ([name, value]) => !isName(name) || toValue(value) !== value,
      ).length,
    safeFileName(document.id) === document.id ? 0 : 1,
  );
  return changed;
}

/** Lines that are left out because they speak of spans that are no longer there. */
function countDroppedLines(document: SourceDocument): number {
  const { lines } = carriedOf(document);
  const present = new Set(spansOf(document).map(({ id }) => id ?? ''));
  const kept = keepLines(lines, present);
  const isCarried = (line: BratLine) => typeof line === 'string';
  return lines.filter(isCarried).length - kept.filter(isCarried).length;
}

/**
 * brat's standoff format: a .txt with the text as it is and an .ann, offsets in code points. A
 * document of brat is given back line by line; what had become canonical in reading stays so:
 * UTF-8 without a byte order mark, one kind of line break in the .ann, quotes as the text has them.
 */
export const bratWriter: DocumentWriter = {
  description: "brat's standoff format: a .txt and an .ann for each document.",
  passes: 1,
  countLosses: () =>
    createLossCounter(
      [
        'bytes-of-text',
        'carried',
        'classes',
        'columns',
        'document-facts',
        'names-changed',
        'origins',
      ],
      {
        carried: (document) => carriedOfOthers('brat')(document) + countDroppedLines(document),
        'names-changed': countChangedNames,
      },
    ),
  *write(documents) {
    const encoder = new TextEncoder();
    const nameOf = createFileNames();
    for (const document of documents) {
      const name = nameOf(document.id);
      yield {
        name: `${name}.txt`,
        *pieces() {
          yield encoder.encode(document.text);
        },
      };
      yield {
        name: `${name}.ann`,
        *pieces() {
          const { lineBreak, endsInBreak } = carriedOf(document);
          const lines = renderLines(document);
          const end = endsInBreak && lines.length > 0 ? lineBreak : '';
          yield encoder.encode(lines.join(lineBreak) + end);
        },
      };
    }
  },
};
