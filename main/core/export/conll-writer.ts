import type { CarriedColumns, CarriedRow, CarriedSentence } from '#core/domain/carried-columns.ts';
import type { SourceDocument } from '#core/domain/document.ts';
import { carriedOfOthers, createLossCounter, typesWhere } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import { type FlatSpans, flattenSpans } from './flatten-spans.ts';

/** Words of a text that carries none: runs of letters and digits; each other sign is one. */
const word = /[\p{L}\p{N}\p{M}]+|[^\s]/gu;
const lineOf = /[^\r\n]+/g;

/** A line is a sentence: where it ends is all that a text by itself says for certain. */
function divideText(text: string): CarriedSentence[] {
  return Array.from(text.matchAll(lineOf), ({ 0: line, index }) => ({
    before: [],
    rows: Array.from(line.matchAll(word), ({ 0: found, index: at }) => ({
      start: index + at,
      end: index + at + found.length,
      cells: [null, null],
      isRange: false,
    })),
  })).filter(({ rows }) => rows.length > 0);
}

function columnsOf({ carried, text }: SourceDocument): CarriedColumns {
  if (carried?.format === 'conll') return carried.parts as CarriedColumns;
  return { separator: '\t', tagColumn: 1, tagKey: null, sentences: divideText(text) };
}

/** Rows of words; those of one sentence never make a span with those of another. */
const wordsOf = ({ sentences }: CarriedColumns): CarriedRow[] =>
  sentences.flatMap(({ rows }) => rows.filter(({ isRange }) => !isRange));

const toTypeName = (type: string) => type.toWellFormed().replace(/\s/g, '_') || '_';

/** IOB2, by the number of the word; a span that goes on in the next sentence begins there anew. */
function tagsOf(columns: CarriedColumns, { spans }: FlatSpans): string[] {
  const begins = new Set<number>();
  let count = 0;
  for (const { rows } of columns.sentences) {
    begins.add(count);
    count += rows.filter(({ isRange }) => !isRange).length;
  }
  const tags = new Array<string>(count).fill('O');
  for (const { type, first, last } of spans) {
    for (let at = first; at <= last; at++) {
      tags[at] = `${at === first || begins.has(at) ? 'B' : 'I'}-${toTypeName(type)}`;
    }
  }
  return tags;
}

function tagCell(cell: string | null, tag: string, key: string | null): string {
  if (key === null || cell === null) return tag;
  const pairs = cell.split('|').filter((pair) => !pair.startsWith(`${key}=`) && pair !== '_');
  const all = tag === 'O' ? pairs : [...pairs, `${key}=${tag}`];
  return all.join('|') || '_';
}

function* linesOf(document: SourceDocument): Generator<string> {
  const columns = columnsOf(document);
  const tags = tagsOf(columns, flattenSpans(document.annotations, wordsOf(columns)));
  if (document.carried?.format !== 'conll') yield '-DOCSTART-\tO\n\n';
  let at = 0;
  for (const { before, rows } of columns.sentences) {
    for (const line of before) yield /^-DOCSTART-/.test(line) ? `${line}\n\n` : `${line}\n`;
    for (const { start, end, cells, isRange } of rows) {
      const surface = document.text.slice(start, end).toWellFormed();
      const tag = isRange ? null : tags[at++];
      const row = cells.map((cell, column) => {
        if (column === columns.tagColumn && tag !== null) return tagCell(cell, tag, columns.tagKey);
        return cell ?? surface;
      });
      yield `${row.join(columns.separator)}\n`;
    }
    yield '\n';
  }
}

/** How a reader would join the words again. */
function rejoin(document: SourceDocument): string {
  return columnsOf(document)
    .sentences.map(({ rows }) =>
      rows.map(({ start, end }) => document.text.slice(start, end)).join(' '),
    )
    .join('\n');
}

const flatOf = (document: SourceDocument): FlatSpans =>
  flattenSpans(document.annotations, wordsOf(columnsOf(document)));
/** Mentions that go on from one sentence into the next become several. */
function typesDivided(document: SourceDocument): string[] {
  const flat = flatOf(document);
  const tags = tagsOf(columnsOf(document), flat);
  return flat.spans.flatMap(({ type, first, last }) =>
    tags
      .slice(first + 1, last + 1)
      .filter((tag) => tag.startsWith('B-'))
      .map(() => type),
  );
}

/**
 * Columns with IOB2 tags. A document of the CoNLL family keeps its words and further columns; of
 * others the lines are sentences, and runs of letters and digits words.
 */
export const conllWriter: DocumentWriter = {
  description: 'Columns with a word and its IOB2 tag a line, blank lines between sentences.',
  passes: 1,
  countLosses: () =>
    createLossCounter(
      [
        ...(['attributes', 'bytes-of-text', 'carried', 'classes', 'columns'] as const),
        ...(['document-facts', 'document-ids', 'fragments-joined', 'names-changed'] as const),
        ...(['origins', 'overlaps-flattened', 'spans', 'spans-divided', 'spans-widened'] as const),
        'white-space',
      ],
      {
        carried: carriedOfOthers('conll'),
        'document-ids': carriedOfOthersOrNone,
        'names-changed': typesWhere(
          (each) => each.kind === 'span' && toTypeName(each.type) !== each.type,
        ),
        'overlaps-flattened': (document) => flatOf(document).overlapping,
        spans: (document) => flatOf(document).wordless,
        'spans-divided': typesDivided,
        'spans-widened': (document) => flatOf(document).widened,
        'white-space': (document) =>
          document.carried?.format !== 'conll' && rejoin(document) !== document.text ? 1 : 0,
      },
    ),
  *write(documents) {
    yield {
      name: 'documents.conll',
      *pieces() {
        const encoder = new TextEncoder();
        for (const document of documents) {
          for (const line of linesOf(document)) yield encoder.encode(line);
        }
      },
    };
  },
};

/** Documents that no lines of their own name. */
function carriedOfOthersOrNone({ carried }: SourceDocument): number {
  return carried?.format === 'conll' ? 0 : 1;
}
