import { cutLongSentence, defaultMaxWords } from '#core/domain/cut-long-sentence.ts';
import type { ImportAction, ImportResult, ImportRule } from '#core/domain/import-report.ts';
import type { Span, TaggedSentence } from '#core/domain/text.ts';
import {
  type BioLayout,
  type BioRow,
  findBioLayout,
  looksLikeTag,
  tagOfCell,
} from './bio-layout.ts';
import { collectReading, type Report } from './collect-reading.ts';
import { createTextPieces } from './piece-reader.ts';
import { RepeatedTexts } from './repeated-texts.ts';
import { piecesOf } from './decode-text.ts';
import { createTextExaminer, type ExaminedText } from './examine-text.ts';
import { type BioBlock, type BioText, parseBioRows, sampledLines } from './parse-bio-rows.ts';
import { detectTagScheme, repairTags, type TaggedWord } from './repair-tags.ts';
import { notationNames, toPrefixed } from './tag-notations.ts';
import type { TextEncoding } from './text-encoding.ts';

export interface BioOptions {
  /** Counted from 0; detected unless given. */
  readonly tagColumn?: number;
  /** Counted from 0; unless given the first that does not hold running numbers. */
  readonly wordColumn?: number;
  /** Longer sentences are cut by a stated rule; 200 unless given. */
  readonly maxWords?: number;
  readonly encoding?: TextEncoding;
}

/** Says something of a line of the file that is read. */
export type Tell = (line: number, rule: ImportRule, action: ImportAction, detail: string) => void;

function takeSample(text: BioText): BioRow[] {
  const rows: BioRow[] = [];
  for (const block of text.blocks()) {
    for (const row of block.rows) rows.push(row);
    if (rows.length >= sampledLines) break;
  }
  return rows.slice(0, sampledLines);
}

/** A line whose only word is white space, which splitting at blanks does not show. */
function hasBlankWord({ cells, isIndented }: BioRow, layout: BioLayout): boolean {
  if (layout.wordColumn !== 0 || cells.length >= layout.columnCount) return false;
  const isTagAlone = layout.columnCount === 2 && cells.length === 1 && looksLikeTag(cells[0]);
  return isIndented || isTagAlone;
}

/** The words of a block with their raw tags; what is wrong with the columns is told. */
export function readWords({ rows }: BioBlock, layout: BioLayout, tell: Tell): TaggedWord[] {
  const words: TaggedWord[] = [];
  for (const row of rows) {
    const { line, cells } = row;
    // "1-2" stands for two words that follow, "1.1" for one that was not written.
    if (layout.hasWordIds && /^\d+[-.]\d+$/.test(cells[0])) continue;
    if (hasBlankWord(row, layout)) {
      const detail = 'The word of the line is white space.';
      tell(line, 'bio-word-blank', 'left-out', detail);
      continue;
    }
    const word = cells[layout.wordColumn] ?? '';
    if (word === '') {
      const detail = `The line has no word in ${layout.wordColumn === 0 ? 'its first column' : `column ${layout.wordColumn}`}.`;
      tell(line, 'bio-word-empty', 'left-out', detail);
      continue;
    }
    let tag = tagOfCell(cells[layout.tagColumn] ?? '', layout.tagKey);
    // In CoNLL-2012 each sentence has as many columns behind the tags as it has predicates.
    const isOfPredicates = layout.notation === 'bracketed' && cells.length > layout.tagColumn;
    if (cells.length !== layout.columnCount && !isOfPredicates) {
      if (!looksLikeTag(tag)) tag = 'O';
      const detail = `The line has ${cells.length} columns, most have ${layout.columnCount}.`;
      tell(line, 'bio-column-count', 'repaired', detail);
    }
    words.push({ line, word, tag });
  }
  return [
    ...toPrefixed(words, layout.notation, (line, count) => {
      const detail = `The word is in ${count} entities, of which one is kept.`;
      tell(line, 'bio-tag-stacked', 'left-out', detail);
    }),
  ];
}

function buildSentence(
  words: readonly TaggedWord[],
  tags: readonly string[],
  origin: { file: string; groupId: string | null },
): TaggedSentence {
  const spans: Span[] = [];
  let at = 0;
  for (const { word } of words) {
    spans.push({ start: at, end: at + word.length });
    at += word.length + 1;
  }
  return {
    id: `${origin.file}:${words[0].line}`,
    text: words.map(({ word }) => word).join(' '),
    words: spans,
    tags,
    groupId: origin.groupId,
  };
}

/** What is to be known of the whole file before its first sentence; null when it is left out. */
export function examineColumns(text: BioText, options: BioOptions, tell: Tell) {
  const sample = takeSample(text);
  if (sample.length === 0) {
    tell(1, 'file-empty', 'left-out', 'The file holds no words.');
    return null;
  }
  const layout = findBioLayout(sample, text.columnCount, options);
  if ('detail' in layout) {
    const rule =
      options.tagColumn === undefined ? 'bio-tag-column-missing' : 'bio-tag-column-wrong';
    tell(sample[0].line, rule, 'left-out', layout.detail);
    return null;
  }
  if (layout.notation !== 'prefixed') {
    const detail = `Column ${layout.tagColumn}, counted from 0, has ${notationNames[layout.notation]}: they were read as IOB2.`;
    tell(sample[0].line, 'bio-notation', 'repaired', detail);
  }
  if (layout.wordColumn > 0 && options.wordColumn === undefined) {
    const detail = `The first column holds numbers or names of documents: the words were read from column ${layout.wordColumn}, counted from 0.`;
    tell(sample[0].line, 'bio-word-column', 'repaired', detail);
  }
  return layout;
}

/** The text of the file from its start, piece by piece. */
function* textPieces(bytes: Uint8Array, examined: ExaminedText): Generator<string> {
  const pieces = createTextPieces(examined);
  for (const piece of piecesOf(bytes)) yield pieces.read(piece);
  yield pieces.finish();
}

/** Sentences one by one: of the file no more is held than its bytes and some bytes per sentence. */
export function* streamBioColumns(
  bytes: Uint8Array,
  file: string,
  options: BioOptions,
  report: Report,
): Generator<TaggedSentence> {
  const tell: Tell = (line, rule, action, detail) => {
    report({ file, line, rule, action, detail });
  };
  const examiner = createTextExaminer(file, options.encoding);
  for (const piece of piecesOf(bytes)) examiner.add(piece);
  const examined = examiner.finish();
  for (const problem of examined.problems) report(problem);
  if (examined.problems.some(({ action }) => action === 'left-out')) return;
  const text = parseBioRows(() => textPieces(bytes, examined));
  const layout = examineColumns(text, options, tell);
  if (layout === null) return;

  const tellNothing: Tell = () => undefined;
  function* tagsOfBlocks(): Generator<readonly TaggedWord[]> {
    for (const block of text.blocks()) yield readWords(block, layout as BioLayout, tellNothing);
  }
  const scheme = detectTagScheme(tagsOfBlocks());
  if (scheme.isIob1 || scheme.hasSingleAndLast) {
    const detail = `The tags follow ${scheme.isIob1 ? 'IOB1' : 'IOBES or BILOU'} and were converted to IOB2.`;
    tell(1, 'bio-scheme', 'repaired', detail);
  }
  if (scheme.bareLine !== null) {
    const detail =
      'Tags without a type, the first on this line, were read as entities of the type "_".';
    tell(scheme.bareLine, 'bio-tag-bare', 'repaired', detail);
  }

  if (text.newDocumentLine !== null) {
    const detail = 'Lines such as this one begin a document, whose sentences stay together.';
    tell(text.newDocumentLine, 'bio-document-line', 'kept', detail);
  }
  const maxWords = Math.max(1, options.maxWords ?? defaultMaxWords);
  const repeats = new RepeatedTexts();
  for (const block of text.blocks()) {
    const words = readWords(block, layout, tell);
    if (words.length === 0) continue;
    const groupId = block.document === 0 ? null : `${file}#${block.document}`;
    const origin = { file, groupId };
    const { tags, problems } = repairTags(words, { ...scheme, readsZero: layout.isLenient }, file);
    for (const problem of problems) report(problem);
    const { line } = words[0];
    const whole = buildSentence(words, tags, origin);
    repeats.add(whole.text, line);
    const wordTexts = words.map(({ word }) => word);
    const cuts = cutLongSentence(wordTexts, tags, maxWords);
    if (cuts.length === 0) {
      yield whole;
      continue;
    }
    const starts = [0, ...cuts];
    for (const [index, start] of starts.entries()) {
      const end = starts[index + 1] ?? words.length;
      yield buildSentence(words.slice(start, end), tags.slice(start, end), origin);
    }
    const detail = `A sentence of ${words.length} words was cut into ${starts.length}.`;
    tell(line, 'sentence-split', 'repaired', detail);
  }
  if (repeats.firstLine !== null) {
    const detail = `${repeats.count} sentences, the first on this line, repeat earlier ones word for word.`;
    tell(repeats.firstLine, 'bio-sentence-duplicate', 'kept', detail);
  }
}

/**
 * Reads sentences with a BIO tag per word from columns: the CoNLL family, MoNERo. Columns are
 * separated by tabs or blanks, sentences by blank lines; the word is in the first column that does
 * not hold running numbers. The text of a sentence is its words joined by one blank. Sentences are
 * named "file:line" and grouped by documents where lines begin them. All tags come out as valid
 * IOB2. Never throws.
 */
export function readBioColumns(
  bytes: Uint8Array,
  file: string,
  options: BioOptions = {},
): ImportResult<TaggedSentence> {
  return collectReading((report) => streamBioColumns(bytes, file, options, report));
}
