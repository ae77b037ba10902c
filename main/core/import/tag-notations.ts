import type { TaggedWord } from './repair-tags.ts';

/**
 * How a column says where entities begin and end: by a prefix (IOB and its kin), by brackets around
 * them (CoNLL-2012), or by a number that the words of one share (WebAnno).
 */
export type TagNotation = 'prefixed' | 'bracketed' | 'numbered';

/** What a notation is called, for who reads what became of a file. */
export const notationNames = {
  bracketed: 'brackets around entities, as in CoNLL-2012',
  numbered: 'one number for the words of an entity, as in WebAnno',
} as const satisfies Record<Exclude<TagNotation, 'prefixed'>, string>;

/** The type of an entity that has none, as of bare prefixes. */
const untyped = '_';

const bracketedCell = /^(?:\(([^()*|\s]+))?\*?(\))?$/;
/** Of a column of predicates, which looks the same. */
const roleType = /^(?:V|(?:[RC]-)?(?:ARG|A)(?:\d|M|A)\S*|rel)$/;
const numberedPart = /^(\*|(?:[^[\]|\\\s]|\\.)+)(?:\[(\d+)\])?$/;
const tokenOrRange = /^\d+-\d+(?:\.\d+)?$/;
const mostCells = 0.9;

const shareOf = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;

/** The notation of the column and which it is; null where no column has one of these. */
export function findNotatedColumn(
  columns: readonly (readonly string[])[],
): { readonly column: number; readonly notation: Exclude<TagNotation, 'prefixed'> } | null {
  const bracketed = columns.findIndex((cells, column) => column > 0 && areBracketed(cells));
  if (bracketed > 0) return { column: bracketed, notation: 'bracketed' };
  const hasPlaces = [0, 1].every(
    (column) => shareOf(columns.at(column) ?? [], (cell) => tokenOrRange.test(cell)) >= mostCells,
  );
  const numbered = [...columns.keys()]
    .filter((column) => column > (hasPlaces ? 2 : 0) && areNumbered(columns[column], hasPlaces))
    .map((column) => ({ column, named: columns[column].filter(isNamed).length }));
  if (numbered.length === 0) return null;
  // Of the features of a layer, the one that has values and not only places.
  const best = numbered.reduce((most, each) => (each.named > most.named ? each : most));
  return { column: best.column, notation: 'numbered' };
}

function areBracketed(cells: readonly string[]): boolean {
  if (shareOf(cells, (cell) => cell !== '' && bracketedCell.test(cell)) < mostCells) return false;
  const types = cells.flatMap((cell) => bracketedCell.exec(cell)?.at(1) ?? []);
  const isNumber = (type: string) => /^\d+$/.test(type);
  return types.length > 0 && !types.some((type) => roleType.test(type) || isNumber(type));
}

const isNone = (cell: string) => cell === '_' || cell === '';
const isNamed = (cell: string) => !isNone(cell) && !cell.startsWith('*');

/** Without numbers, only where the columns before are those of WebAnno: others have "_" as well. */
function areNumbered(cells: readonly string[], hasPlaces: boolean): boolean {
  const isPart = (cell: string) =>
    isNone(cell) || splitParts(cell).every((part) => numberedPart.test(part));
  if (shareOf(cells, isPart) < mostCells) return false;
  return cells.some((cell) => /\[\d+\]/.test(cell))
    ? cells.some(isNone) || hasPlaces
    : hasPlaces && cells.some((cell) => cell === '_') && !cells.every(isNone);
}

/** Of a word in several entities. */
function splitParts(cell: string): string[] {
  return cell.split(/(?<!\\)\|/);
}

/** Says of a word that it is in more entities than one tag can say. */
export type TellStacked = (line: number, count: number) => void;

/** The tags of a sentence with prefixes; what has none of these forms stays, to be told as unknown. */
export function toPrefixed(
  words: readonly TaggedWord[],
  notation: TagNotation,
  tellStacked: TellStacked,
): readonly TaggedWord[] {
  switch (notation) {
    case 'prefixed':
      return words;
    case 'bracketed':
      return fromBrackets(words);
    case 'numbered':
      return fromNumbers(words, tellStacked);
  }
}

function fromBrackets(words: readonly TaggedWord[]): TaggedWord[] {
  let open: string | null = null;
  return words.map((word) => {
    const match = bracketedCell.exec(word.tag);
    if (match === null || word.tag === '') return word;
    const begun = match.at(1) ?? null;
    const type = begun ?? open;
    open = match.at(2) === undefined ? type : null;
    // "(GPE)" and "(GPE*)" are one word; "(GPE" without a star is closed by its own bracket only.
    if (type === null) return { ...word, tag: 'O' };
    return { ...word, tag: `${begun === null ? 'I' : 'B'}-${type}` };
  });
}

function fromNumbers(words: readonly TaggedWord[], tellStacked: TellStacked): TaggedWord[] {
  let previous: string | null = null;
  return words.map((word) => {
    if (isNone(word.tag)) {
      previous = null;
      return { ...word, tag: 'O' };
    }
    const parts = splitParts(word.tag);
    if (!parts.every((part) => numberedPart.test(part))) {
      previous = null;
      return word;
    }
    // A number and its type: without a number, each word is an entity of its own.
    const continued = parts.find((part) => part === previous && part.endsWith(']'));
    const chosen = continued ?? parts[0];
    previous = chosen;
    if (parts.length > 1) tellStacked(word.line, parts.length);
    const [, type] = numberedPart.exec(chosen) ?? [];
    const name = type === '*' ? untyped : type.replaceAll(/\\(.)/g, '$1');
    return { ...word, tag: `${continued === undefined ? 'B' : 'I'}-${name}` };
  });
}
