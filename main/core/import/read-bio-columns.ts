import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { Span, TaggedSentence } from '#core/domain/text.ts';
import { cutLongSentence, defaultMaxWords } from '#core/domain/cut-long-sentence.ts';
import { decodeText } from './decode-text.ts';
import { detectTagColumn, looksLikeTag, type BioBlock, parseBioRows } from './parse-bio-rows.ts';
import { detectTagScheme, repairTags, type TaggedWord } from './repair-tags.ts';
import type { TextEncoding } from './text-encoding.ts';

export interface BioOptions {
  /** Counted from 0; detected unless given. The word is always in column 0. */
  readonly tagColumn?: number;
  /** Longer sentences are cut by a stated rule; 200 unless given. */
  readonly maxWords?: number;
  readonly encoding?: TextEncoding;
}

/** The words of a block with their raw tags, and what was wrong with the columns. */
function readWords(
  block: BioBlock,
  columns: { tag: number; count: number },
  file: string,
): { words: TaggedWord[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const words: TaggedWord[] = [];
  for (const { line, cells } of block.rows) {
    if (cells[0] === '') {
      const detail = 'The line has no word in its first column.';
      problems.push({ file, line, rule: 'bio-word-empty', action: 'left-out', detail });
      continue;
    }
    let tag = cells[columns.tag] ?? '';
    if (cells.length !== columns.count) {
      if (!looksLikeTag(tag)) tag = 'O';
      const detail = `The line has ${cells.length} columns, most have ${columns.count}.`;
      problems.push({ file, line, rule: 'bio-column-count', action: 'repaired', detail });
    }
    words.push({ line, word: cells[0], tag });
  }
  return { words, problems };
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

/** One report for the whole file about sentences that occur more than once. */
function reportDuplicates(
  sentences: readonly TaggedSentence[],
  lines: readonly number[],
  file: string,
): ImportProblem[] {
  const seen = new Set<string>();
  const repeated = lines.filter((_, index) => {
    const { text } = sentences[index];
    return seen.size === seen.add(text).size;
  });
  if (repeated.length === 0) return [];
  const detail = `${repeated.length} sentences, the first on this line, repeat earlier ones word for word.`;
  const rule = 'bio-sentence-duplicate';
  return [{ file, line: repeated[0], rule, action: 'kept', detail }];
}

/**
 * Reads sentences with a BIO tag per word from columns: the CoNLL family, MoNERo. Columns are
 * separated by tabs or blanks, sentences by blank lines; the word is in the first column. The text
 * of a sentence is its words joined by one blank. Sentences are named "file:line" and grouped by
 * -DOCSTART- lines where there are any. All tags come out as valid IOB2. Never throws.
 */
export function readBioColumns(
  bytes: Uint8Array,
  file: string,
  options: BioOptions = {},
): ImportResult<TaggedSentence> {
  const decoded = decodeText(bytes, file, options.encoding);
  const problems: ImportProblem[] = [...decoded.problems];
  if (decoded.problems.some(({ action }) => action === 'left-out')) return { items: [], problems };
  const parsed = parseBioRows(decoded.text);
  if (parsed.blocks.length === 0) {
    const detail = 'The file holds no words.';
    problems.push({ file, line: 1, rule: 'file-empty', action: 'left-out', detail });
    return { items: [], problems };
  }
  const tagColumn = options.tagColumn ?? detectTagColumn(parsed);
  if (tagColumn === null) {
    const detail = `In none of the ${parsed.columnCount} columns most cells are O, B-type or I-type.`;
    const rule = 'bio-tag-column-missing';
    problems.push({ file, line: parsed.blocks[0].rows[0].line, rule, action: 'left-out', detail });
    return { items: [], problems };
  }

  const columns = { tag: tagColumn, count: parsed.columnCount };
  const blocks = parsed.blocks.map((block) => {
    const { words, problems: found } = readWords(block, columns, file);
    for (const problem of found) problems.push(problem);
    return { words, groupId: block.document === 0 ? null : `${file}#${block.document}` };
  });
  const scheme = detectTagScheme(blocks.map((block) => block.words));
  if (scheme.isIob1 || scheme.hasSingleAndLast) {
    const detail = `The tags follow ${scheme.isIob1 ? 'IOB1' : 'IOBES or BILOU'} and were converted to IOB2.`;
    problems.push({ file, line: 1, rule: 'bio-scheme', action: 'repaired', detail });
  }

  const wholeSentences: TaggedSentence[] = [];
  const wholeLines: number[] = [];
  const items: TaggedSentence[] = [];
  const maxWords = Math.max(1, options.maxWords ?? defaultMaxWords);
  for (const { words, groupId } of blocks) {
    if (words.length === 0) continue;
    const { tags, problems: found } = repairTags(words, scheme, file);
    for (const problem of found) problems.push(problem);
    const origin = { file, groupId };
    const whole = buildSentence(words, tags, origin);
    wholeSentences.push(whole);
    wholeLines.push(words[0].line);
    const cuts = cutLongSentence(
      words.map(({ word }) => word),
      tags,
      maxWords,
    );
    if (cuts.length === 0) {
      items.push(whole);
      continue;
    }
    const starts = [0, ...cuts];
    for (const [index, start] of starts.entries()) {
      const end = starts[index + 1] ?? words.length;
      items.push(buildSentence(words.slice(start, end), tags.slice(start, end), origin));
    }
    const detail = `A sentence of ${words.length} words was cut into ${starts.length}.`;
    const { line } = words[0];
    problems.push({ file, line, rule: 'sentence-split', action: 'repaired', detail });
  }
  for (const problem of reportDuplicates(wholeSentences, wholeLines, file)) problems.push(problem);
  return { items, problems: problems.sort((a, b) => a.line - b.line) };
}
