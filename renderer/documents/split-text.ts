import type { DocumentView } from '#contract/documents.ts';

type ShownSpan = DocumentView['spans'][number];

/** A stretch of a text that lies in the same mentions from its first to its last character. */
export interface Stretch {
  readonly text: string;
  /** Indexes of the mentions over it, the outermost first. */
  readonly spans: readonly number[];
  /** Indexes of the mentions that end with it: their types are named here. */
  readonly ending: readonly number[];
}

/**
 * Cuts a text where mentions begin and end. Mentions may overlap, nest and lie in pieces; a mention
 * in pieces ends, and is named, with its last.
 */
export function splitText(text: string, spans: readonly ShownSpan[]): Stretch[] {
  const cuts = new Set([0, text.length]);
  const pieces = spans.flatMap(({ fragments }, index) =>
    fragments.map(({ start, end }) => ({ start, end, index })),
  );
  for (const { start, end } of pieces) {
    cuts.add(Math.max(0, Math.min(start, text.length)));
    cuts.add(Math.max(0, Math.min(end, text.length)));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const byStart = pieces.sort((a, b) => a.start - b.start || b.end - a.end);
  const ends = spans.map(({ fragments }) => fragments.at(-1)?.end ?? 0);
  const stretches: Stretch[] = [];
  let open: typeof pieces = [];
  let next = 0;
  for (let at = 0; at + 1 < places.length; at++) {
    const [start, end] = [places[at], places[at + 1]];
    open = open.filter((piece) => piece.end > start);
    for (; next < byStart.length && byStart[next].start <= start; next++) {
      if (byStart[next].end > start) open.push(byStart[next]);
    }
    const over = open.map(({ index }) => index);
    stretches.push({
      text: text.slice(start, end),
      spans: over,
      ending: over.filter((index) => ends[index] === end),
    });
  }
  return stretches;
}
