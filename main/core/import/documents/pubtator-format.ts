import type { JsonObject } from '#core/domain/json.ts';
import { biocReader } from './bioc-documents.ts';
import type { JsonItem } from './bounded-json.ts';
import type { DocumentFormat } from './document-format.ts';
import { linesOf, openText } from './open-text.ts';
import type { ProblemList } from './problem-list.ts';
import { readRecords, type RecordReader } from './read-records.ts';

const textLine = /^([^|\t]{1,200})\|([ta])\|(.*)$/;

interface OpenDocument {
  readonly id: string;
  readonly line: number;
  title: string;
  abstract: string;
  readonly annotations: JsonObject[];
  readonly relations: JsonObject[];
}

/** Title and abstract as passages; one character stands between them, and does so where one is empty. */
function toDocument({ id, title, abstract, annotations, relations }: OpenDocument): JsonObject {
  const place = title === '' ? { offset: 1 } : {};
  return {
    id,
    infons: {},
    passages: [
      { offset: 0, infons: { type: 'title' }, text: title, annotations: [], relations: [] },
      { ...place, infons: { type: 'abstract' }, text: abstract, annotations: [], relations: [] },
    ],
    annotations,
    relations,
  };
}

/** "id, start, end, text, type, identifier, …" or "id, kind, first, second" of a relation. */
function readLine(open: OpenDocument, line: number, text: string, problems: ProblemList): void {
  const [, first = '', second = '', third = '', type = '', ...identifiers] = text.split('\t');
  if (/^\d{1,15}$/.test(first) && /^\d{1,15}$/.test(second) && type !== '') {
    const infons =
      identifiers.length === 0 ? { type } : { type, identifier: identifiers.join('\t') };
    const offset = Number(first);
    open.annotations.push({
      infons,
      text: third,
      locations: [{ offset, length: Number(second) - offset }],
    });
  } else if (first !== '' && !/^\d+$/.test(first) && third !== '') {
    const nodes = [second, third].map((refid) => ({ refid, role: '' }));
    open.relations.push({ infons: { type: first }, nodes });
  } else {
    const detail = 'The line is neither an annotation, a relation, nor a title or abstract.';
    problems.tell(line, 'annotation-malformed', 'left-out', detail);
  }
}

function* readDocuments(pieces: Iterable<string>, problems: ProblemList): Generator<JsonItem> {
  let open = null as OpenDocument | null;
  for (const { line, text } of linesOf(pieces)) {
    if (text.trim() === '') continue;
    const match = textLine.exec(text);
    if (match === null) {
      if (open === null) {
        const detail = 'The line stands before any title.';
        problems.tell(line, 'annotation-malformed', 'left-out', detail);
      } else readLine(open, line, text, problems);
      continue;
    }
    const [, id, part, content] = match;
    if (part === 't' || open?.id !== id) {
      if (open !== null) yield { line: open.line, value: toDocument(open) };
      open = { id, line, title: '', abstract: '', annotations: [], relations: [] };
    }
    if (part === 't') open.title = content;
    else open.abstract = content;
  }
  if (open !== null) yield { line: open.line, value: toDocument(open) };
}

const reader: RecordReader = {
  ...biocReader,
  *items(input, options, problems) {
    const opened = openText(input, options);
    problems.add(opened.problems);
    if (opened.pieces !== null) yield* readDocuments(opened.pieces(), problems);
    return null;
  },
};

/** PubTator: a title, an abstract and their annotations; offsets go on through both, with one between. */
export const pubtatorFormat: DocumentFormat = {
  description: 'PubTator: titles and abstracts, a line each, with annotations below them.',
  extensions: ['.pubtator', '.txt'],
  recognise: ({ text }) =>
    /^\s*[^|\t\n]{1,200}\|t\|/.test(text) && /^[^|\t\n]{1,200}\|a\|/m.test(text) ? 0.98 : 0,
  read: (inputs, options) => readRecords(reader, inputs, options),
};
