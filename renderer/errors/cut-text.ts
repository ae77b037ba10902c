import type { JudgedSpan } from './judge-spans.ts';

/** A stretch of a text that lies in the same entities from its first to its last character. */
interface MarkedStretch {
  readonly text: string;
  readonly over: readonly JudgedSpan[];
  /** Those that end with it: they are named here. */
  readonly ending: readonly JudgedSpan[];
}

/** Cuts a text where entities begin and end; nothing of it is lost, whatever the offsets. */
export function cutText(text: string, spans: readonly JudgedSpan[]): MarkedStretch[] {
  const inside = (at: number) => Math.max(0, Math.min(at, text.length));
  const places = [
    ...new Set([
      0,
      text.length,
      ...spans.flatMap(({ start, end }) => [inside(start), inside(end)]),
    ]),
  ].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index];
    const over = spans.filter((span) => span.start < end && span.end > start);
    return {
      text: text.slice(start, end),
      over,
      ending: over.filter((span) => inside(span.end) === end),
    };
  });
}
