import type { NoteExplanationView } from '#contract/insights.ts';

type Method = NoteExplanationView['methods'][number]['method'];

/** A stretch of a text, with what its word says for the class; null between words of the bars. */
export interface MarkedStretch {
  readonly text: string;
  readonly weight: number | null;
  /** 0 to 1, of the strongest word. */
  readonly strength: number;
}

/** A text cut where words of the bars of a method stand. */
export function markWords(
  text: string,
  { words, methods }: Pick<NoteExplanationView, 'words' | 'methods'>,
  method: Method,
): MarkedStretch[] {
  const bars = methods.find((each) => each.method === method)?.bars ?? [];
  const strongest = bars.reduce((most, { value }) => Math.max(most, Math.abs(value)), 1e-9);
  const places = bars
    .flatMap(({ word, value }) => words[word].spans.map((span) => ({ ...span, value })))
    .sort((one, other) => one.start - other.start);
  const stretches: MarkedStretch[] = [];
  let from = 0;
  for (const { start, end, value } of places) {
    if (start > from) {
      stretches.push({ text: text.slice(from, start), weight: null, strength: 0 });
    }
    const strength = Math.abs(value) / strongest;
    stretches.push({ text: text.slice(start, end), weight: value, strength });
    from = end;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), weight: null, strength: 0 });
  return stretches;
}
