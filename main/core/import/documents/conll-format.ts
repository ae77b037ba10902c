import type { CarriedRow, CarriedSentence } from '#core/domain/carried-columns.ts';
import { fileOrigin, type SourceDocument, type SpanAnnotation } from '#core/domain/document.ts';
import type { ImportResult } from '#core/domain/import-report.ts';
import { type BioLayout, findBioLayout, looksLikeLenientTag, tagOfCell } from '../bio-layout.ts';
import { type BioBlock, parseBioRows } from '../parse-bio-rows.ts';
import { examineColumns, readWords, type Tell } from '../read-bio-columns.ts';
import { detectTagScheme, repairTags, type TaggedWord, type TagScheme } from '../repair-tags.ts';
import { createSentenceText } from './column-text.ts';
import type { DocumentFormat, InputHead, ReadOptions, SourceInput } from './document-format.ts';
import { nameInput, ownName } from './name-input.ts';
import { openText } from './open-text.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';

/** Documents that are given at a time. */
const batchDocuments = 500;

/** Sentences of one document, as they are gathered. */
interface OpenDocument {
  readonly document: number;
  readonly name: string | null;
  readonly line: number;
  text: string;
  /** What the format allows was passed: nothing more is held. */
  isTooLong: boolean;
  readonly annotations: SpanAnnotation[];
  readonly sentences: CarriedSentence[];
}

interface Columns {
  readonly layout: BioLayout;
  readonly scheme: TagScheme;
  readonly file: string;
  readonly problems: ProblemList;
  readonly longest: number;
}

/** The mentions of a sentence whose tags are IOB2. */
function spansOf(rows: readonly CarriedRow[], tags: readonly string[]): SpanAnnotation[] {
  const spans: SpanAnnotation[] = [];
  for (const [index, tag] of tags.entries()) {
    if (tag === 'O') continue;
    const { start, end } = rows[index];
    const last = spans.at(-1);
    if (tag.startsWith('I-') && last !== undefined) {
      const fragments = [{ start: last.fragments[0].start, end }];
      spans[spans.length - 1] = { ...last, fragments };
    } else {
      const fragments = [{ start, end }];
      const type = tag.slice(2);
      spans.push({ kind: 'span', id: null, type, fragments, attributes: {}, origin: fileOrigin });
    }
  }
  return spans;
}

/** Adds a sentence to a document, on a line of its own. */
function addSentence(
  open: OpenDocument,
  block: BioBlock,
  words: readonly TaggedWord[],
  { layout, scheme, file, problems, longest }: Columns,
): void {
  const { tags, problems: found } = repairTags(
    words,
    { ...scheme, readsZero: layout.isLenient },
    file,
  );
  problems.add(found);
  if (open.isTooLong) return;
  const prefix = open.text === '' ? '' : '\n';
  const byLine = new Map(words.map((word) => [word.line, word]));
  const sentence = createSentenceText(open.text.length + prefix.length, layout);
  for (const row of block.rows) sentence.add(row, byLine.get(row.line)?.word ?? null);
  const { text, rows } = sentence.finish();
  if (open.text.length + prefix.length + text.length > longest) {
    const detail = `The document has more than ${longest} characters, the most that are read as one.`;
    problems.tell(open.line, 'document-too-long', 'left-out', detail);
    open.isTooLong = true;
    return;
  }
  open.text += prefix + text;
  for (const span of spansOf(
    rows.filter(({ isRange }) => !isRange),
    tags,
  ))
    open.annotations.push(span);
  open.sentences.push({ before: block.before, rows });
}

function* readInput(
  input: SourceInput,
  options: ReadOptions,
): Generator<ImportResult<SourceDocument>> {
  const file = nameInput(input);
  const { limits } = options;
  const problems = createProblemList(file, limits.problemCount);
  const opened = openText(input, options);
  problems.add(opened.problems);
  const tell: Tell = problems.tell;
  const text = opened.pieces === null ? null : parseBioRows(opened.pieces);
  const layout = text === null ? null : examineColumns(text, {}, tell);
  if (text === null || layout === null) {
    yield { items: [], problems: problems.finish() };
    return;
  }
  const unheard: Tell = () => undefined;
  function* taggedWords(): Generator<readonly TaggedWord[]> {
    for (const block of text?.blocks() ?? []) yield readWords(block, layout as BioLayout, unheard);
  }
  const scheme = detectTagScheme(taggedWords());
  if (scheme.isIob1 || scheme.hasSingleAndLast) {
    const detail = `The tags follow ${scheme.isIob1 ? 'IOB1' : 'IOBES or BILOU'}; documents hold the mentions that they mean.`;
    tell(1, 'bio-scheme', 'repaired', detail);
  }
  if (scheme.bareLine !== null) {
    const detail =
      'Tags without a type, the first on this line, were read as entities of the type "_".';
    tell(scheme.bareLine, 'bio-tag-bare', 'repaired', detail);
  }
  const columns: Columns = { layout, scheme, file, problems, longest: limits.documentLength };
  const hasDocuments = (block: BioBlock) => block.document > 0 && options.unit !== 'block';
  const carriedLayout = {
    separator: text.isTabbed ? '\t' : ' ',
    tagColumn: layout.tagColumn,
    tagKey: layout.tagKey,
  } as const;
  let items: SourceDocument[] = [];
  let count = 0;
  let open: OpenDocument | null = null;

  function close(): void {
    if (open === null || open.isTooLong) return;
    const { document, name, line, annotations, sentences } = open;
    const madeId =
      document > 0 && options.unit !== 'block'
        ? `${ownName(input)}#${document}`
        : `${ownName(input)}:${line}`;
    items.push({
      id: name ?? (options.unit === 'file' && document === 0 ? ownName(input) : madeId),
      text: open.text,
      patient: null,
      date: null,
      language: null,
      kind: null,
      columns: {},
      place: { file: input.name, part: input.part, line },
      annotations,
      carried: { format: 'conll', parts: { ...carriedLayout, sentences } },
    });
    count++;
  }

  for (const block of text.blocks()) {
    const words = readWords(block, layout, tell);
    if (words.length === 0) continue;
    const goesOn =
      open !== null &&
      open.document === block.document &&
      (hasDocuments(block) || options.unit === 'file');
    if (!goesOn) {
      close();
      if (count >= limits.documentCount) {
        const detail = `Beyond ${limits.documentCount} documents nothing more of the file is read.`;
        tell(words[0].line, 'input-beyond-limits', 'left-out', detail);
        open = null;
        break;
      }
      const name = hasDocuments(block) ? block.documentName : null;
      const { document } = block;
      const empty = { text: '', isTooLong: false, annotations: [], sentences: [] };
      open = { document, name, line: words[0].line, ...empty };
      if (items.length >= batchDocuments) {
        yield { items, problems: problems.take() };
        items = [];
      }
    }
    if (open !== null) addSentence(open, block, words, columns);
  }
  close();
  yield { items, problems: problems.finish() };
}

const columnExtensions = ['.conll', '.conllu', '.bio', '.iob', '.iob2', '.conll2003'];

/** How well columns with tags fit: with some that begin an entity nothing else is as likely. */
function recognise({ extension, text }: InputHead): number {
  // The last line may be cut.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) || text;
  const columns = parseBioRows(() => [whole.replace(/\r\n?/g, '\n')]);
  const rows = [...columns.blocks()].flatMap((block) => block.rows).slice(0, 2000);
  const layout = rows.length === 0 ? null : findBioLayout(rows, columns.columnCount, {});
  if (layout === null || 'detail' in layout || layout.columnCount < 2) return 0;
  const tags = rows.map(({ cells }) => tagOfCell(cells[layout.tagColumn] ?? '', layout.tagKey));
  const begins = tags.some((tag) => tag.length > 1 && looksLikeLenientTag(tag));
  if (columnExtensions.includes(extension)) return begins ? 1 : 0.8;
  return begins && !layout.isLenient ? 0.92 : 0;
}

/**
 * Columns of the CoNLL family: a word and its tag a line, with whatever else. IOB1, IOB2, IOBES and
 * BILOU become spans. Sentences of a document (-DOCSTART-, # newdoc) are its lines; without such,
 * each is a document, unless the file is asked for as one. Words are joined by blanks, but where
 * SpaceAfter=No says that none was there.
 */
export const conllFormat: DocumentFormat = {
  description:
    'Columns of the CoNLL family (CoNLL-2002 and 2003, CoNLL-U, IOBES, BILOU): a word and its tag a line.',
  extensions: [...columnExtensions, '.tsv', '.txt'],
  recognise,
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) yield* readInput(input, options);
  },
};
