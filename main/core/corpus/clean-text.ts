import type { TextDocument } from '#core/domain/text.ts';
import { LineSet } from '#core/base/line-set.ts';
import { decodeEntities, removeTags } from './remove-markup.ts';
import { removeSpecialCharacters } from './remove-special-characters.ts';
import { splitSentences } from './split-sentences.ts';

/** What cleaning did; all are numbers of things, characters are UTF-16 units. */
export interface CleaningCounts {
  readonly documents: number;
  /** Documents of which nothing was left. */
  readonly documentsEmptied: number;
  /** Tags, comments and declarations. */
  readonly markupRemoved: number;
  /** What stands for something taken out of a note, such as <PATIENT>; the first versions removed it. */
  readonly placeholdersKept?: number;
  /** Character references such as "&eacute;" turned into characters. */
  readonly entitiesDecoded: number;
  /** Control, invisible and decorative characters. */
  readonly charactersRemoved: number;
  readonly emptyLines: number;
  /** Lines equal to an earlier line of the corpus, in this or another document. */
  readonly duplicateLines: number;
  readonly linesKept: number;
  readonly charactersBefore: number;
  /** Without the line breaks between the lines. */
  readonly charactersAfter: number;
}

export interface CleaningOptions {
  /** Whether a line of the result is a line of the text or one sentence of it. */
  readonly lineUnit: 'line' | 'sentence';
  /** Elements that are closed somewhere in the corpus; those of a document are known of it. */
  readonly closed?: ReadonlySet<string>;
}

const noCleaningCounts = {
  documents: 0,
  documentsEmptied: 0,
  markupRemoved: 0,
  placeholdersKept: 0,
  entitiesDecoded: 0,
  charactersRemoved: 0,
  emptyLines: 0,
  duplicateLines: 0,
  linesKept: 0,
  charactersBefore: 0,
  charactersAfter: 0,
} satisfies Required<CleaningCounts>;

/** Blanks other than a single space between words or a line break between lines. */
const uncollapsed = /[^\S \n]| [ \n]|\n |^ | $/;

/** Every kind of blank becomes one space, every kind of line break LF; lines are trimmed. */
export function collapseWhitespace(text: string): string {
  if (!uncollapsed.test(text)) return text;
  return text
    .replace(/\r\n|[\r\v\f\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^ | $/g, '');
}

/** Drops empty lines and lines that `seen` holds already, and adds the others to it. */
function filterLines(
  lines: readonly string[],
  seen: LineSet,
): { kept: string[]; empty: number; duplicate: number } {
  const filled = lines.filter((line) => line !== '');
  const kept = filled.filter((line) => seen.add(line));
  const empty = lines.length - filled.length;
  return { kept, empty, duplicate: filled.length - kept.length };
}

function splitIntoUnits(text: string, lineUnit: CleaningOptions['lineUnit']): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lineUnit === 'line') return lines;
  return lines.flatMap((line) =>
    line === '' ? [''] : splitSentences(line).map(({ start, end }) => line.slice(start, end)),
  );
}

/** Runs the steps on one text; `seen` holds the lines of the texts before it. */
function cleanDocument(
  document: TextDocument,
  seen: LineSet,
  { lineUnit, closed }: CleaningOptions,
): { document: TextDocument; counts: Required<CleaningCounts> } {
  const tags = removeTags(document.text, closed);
  const entities = decodeEntities(tags.text);
  const special = removeSpecialCharacters(entities.text);
  const units = splitIntoUnits(collapseWhitespace(special.text), lineUnit);
  const { kept, empty, duplicate } = filterLines(units, seen);
  const text = kept.join('\n');
  const counts = {
    documents: 1,
    documentsEmptied: kept.length === 0 ? 1 : 0,
    markupRemoved: tags.removed,
    placeholdersKept: tags.placeholders,
    entitiesDecoded: entities.removed,
    charactersRemoved: special.removed,
    emptyLines: empty,
    duplicateLines: duplicate,
    linesKept: kept.length,
    charactersBefore: document.text.length,
    charactersAfter: text.length - Math.max(0, kept.length - 1),
  };
  return { document: { ...document, text }, counts };
}

/** Cleans the documents of one corpus, one after the other. */
export interface Cleaner {
  /** One sentence or coherent chunk per line, lines joined by LF; null when nothing is left. */
  clean(document: TextDocument): TextDocument | null;
  /** Of all documents so far. */
  readonly counts: CleaningCounts;
}

/**
 * Cleans a corpus as the reference study does (arXiv 2510.27552): XML and HTML, special characters,
 * repeated blanks, empty and duplicate lines go; one sentence or coherent chunk per line stays.
 * Duplicates are searched over all documents given. Linear in the text; some bytes per line are
 * kept in memory.
 */
export function createCleaner(options: CleaningOptions): Cleaner {
  const seen = new LineSet();
  const total = { ...noCleaningCounts };
  const names = Object.keys(total) as (keyof typeof total)[];
  return {
    clean(document) {
      const { document: cleaned, counts } = cleanDocument(document, seen, options);
      for (const name of names) total[name] += counts[name];
      return counts.linesKept > 0 ? cleaned : null;
    },
    get counts() {
      return { ...total };
    },
  };
}
