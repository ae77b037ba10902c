/** A stretch of a text, and whether a term stands there. */
export interface TermStretch {
  readonly text: string;
  readonly isTerm: boolean;
}

/** A text cut where terms stand in it, which come in order; one that begins inside another is left out. */
export function markSpans(
  text: string,
  terms: readonly { readonly start: number; readonly end: number }[],
): TermStretch[] {
  const stretches: TermStretch[] = [];
  let from = 0;
  for (const { start, end } of terms) {
    if (start < from) continue;
    if (start > from) stretches.push({ text: text.slice(from, start), isTerm: false });
    stretches.push({ text: text.slice(start, end), isTerm: true });
    from = end;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), isTerm: false });
  return stretches;
}
