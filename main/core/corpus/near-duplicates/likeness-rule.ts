/** How much two texts have in common, exactly, by their different shingles. */
export interface Likeness {
  /** Shingles of both ÷ shingles of either. */
  readonly jaccard: number;
  /** Shingles of both ÷ shingles of the text that has fewer. */
  readonly containment: number;
}

/** When two texts count as near-duplicates: by either of the two. */
export interface LikenessRule {
  /** Jaccard similarity from which they do, above 0. */
  readonly jaccard: number;
  /** Containment from which they do, above 0; null where containment does not count. */
  readonly containment: number | null;
}

export const usualRule: LikenessRule = { jaccard: 0.8, containment: 0.5 };

/**
 * Shared shingles from which containment counts: a run of eight words. Otherwise two sentences of
 * six words with one set phrase of five would be near-duplicates, and join what has nothing in common.
 */
const leastContained = 4;

export function likenessOf(shared: number, first: number, second: number): Likeness {
  return {
    jaccard: shared / (first + second - shared),
    containment: shared / Math.min(first, second),
  };
}

/** By numbers of shingles: those of both, of the first and of the second text. */
export function areNearDuplicates(
  rule: LikenessRule,
  shared: number,
  first: number,
  second: number,
): boolean {
  const { jaccard, containment } = likenessOf(shared, first, second);
  return (
    jaccard >= rule.jaccard ||
    (rule.containment !== null && shared >= leastContained && containment >= rule.containment)
  );
}

/** No fewer shared shingles than these can make two texts near-duplicates. */
export function leastShared(rule: LikenessRule, first: number, second: number): number {
  const byJaccard = (rule.jaccard * (first + second)) / (1 + rule.jaccard);
  const byContainment =
    rule.containment === null
      ? Infinity
      : Math.max(leastContained, rule.containment * Math.min(first, second));
  // Rounding may not lose one; the least for any likeness at all is 1.
  return Math.max(1, Math.ceil(Math.min(byJaccard, byContainment) - 1e-6));
}
