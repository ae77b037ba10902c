import type { CarriedRow } from '#core/domain/carried-columns.ts';
import type { BioLayout, BioRow } from '../bio-layout.ts';

/** Builds the text of a sentence from its words. */
export interface SentenceText {
  /** A row with its word; null where it holds none that is tagged. */
  add(row: BioRow, word: string | null): void;
  finish(): { readonly text: string; readonly rows: readonly CarriedRow[] };
}

const noSpaceAfter = /(?:^|\|)SpaceAfter=No(?:\||$)/;
const rangeId = /^(\d{1,9})-(\d{1,9})$/;

/**
 * `start` is where the sentence begins in its document. Words are joined by a blank, unless the row
 * before says SpaceAfter=No. A row that stands for several words, as "3-4" does in CoNLL-U, gives
 * the text of all of them.
 */
export function createSentenceText(start: number, layout: BioLayout): SentenceText {
  const parts: string[] = [];
  const rows: CarriedRow[] = [];
  let length = 0;
  let isJoined = true;
  let range: { readonly last: number; readonly start: number; readonly end: number } | null = null;

  function append(word: string, cells: readonly string[]) {
    const blank = isJoined ? '' : ' ';
    const from = start + length + blank.length;
    parts.push(blank, word);
    length += blank.length + word.length;
    isJoined = cells.some((cell) => noSpaceAfter.test(cell));
    return { start: from, end: from + word.length };
  }

  return {
    add({ cells }, word) {
      const { wordColumn, hasWordIds } = layout;
      const match = hasWordIds ? rangeId.exec(cells[0]) : null;
      const surface = cells[wordColumn] ?? '';
      if (match !== null && surface !== '') {
        const place = append(surface, cells);
        range = { last: Number(match[2]), ...place };
        const carried = cells.map((cell, column) => (column === wordColumn ? null : cell));
        rows.push({ ...place, cells: carried, isRange: true });
        return;
      }
      if (word === null) return;
      if (range !== null && Number(cells[0]) <= range.last) {
        rows.push({ start: range.start, end: range.end, cells, isRange: false });
        return;
      }
      range = null;
      const carried = cells.map((cell, column) => (column === wordColumn ? null : cell));
      rows.push({ ...append(word, cells), cells: carried, isRange: false });
    },
    finish: () => ({ text: parts.join(''), rows }),
  };
}
