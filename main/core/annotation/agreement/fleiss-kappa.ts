import { defined, notDefined, type AgreementValue } from './rated-documents.ts';

/**
 * Agreement of m raters beyond chance, κ = (P̄ − P̄ₑ)/(1 − P̄ₑ): Fleiss, Psychological Bulletin 76
 * (1971). `counts` is [items][categories]: how many raters gave each category; each item has the same
 * number of raters, who need not be the same persons. From −1/(m − 1) to 1.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): AgreementValue {
  if (counts.length === 0) return notDefined('no-shared-documents');
  const raters = sum(counts[0]);
  if (raters < 2) return notDefined('no-shared-documents');
  if (counts.some((row) => sum(row) !== raters)) return notDefined('uneven-raters');
  const items = counts.length;
  // In whole numbers until the last division, so that full agreement is exactly 1.
  const agreeing = sum(counts.map((row) => sum(row.map((count) => count * (count - 1)))));
  const perCategory = counts[0].map((_, category) => sum(counts.map((row) => row[category])));
  const all = items * raters;
  const observed = agreeing / (all * (raters - 1));
  const byChance = sum(perCategory.map((count) => count * count));
  if (byChance === all * all) return notDefined('one-category');
  const expected = byChance / (all * all);
  return defined((observed - expected) / (1 - expected));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
