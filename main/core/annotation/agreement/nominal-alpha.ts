import { defined, notDefined, type AgreementValue } from './rated-documents.ts';

/**
 * Krippendorff's alpha for nominal data, α = 1 − Dₒ/Dₑ, over the pairable values: Krippendorff,
 * Content Analysis (2004), section 11.3. `counts` is [items][categories]; items may have any number
 * of raters, those with fewer than two are left out. 1 is full agreement, 0 that of chance.
 */
export function nominalAlpha(counts: readonly (readonly number[])[]): AgreementValue {
  let pairable = 0;
  let disagreeing = 0;
  const totals: number[] = [];
  for (const row of counts) {
    const raters = row.reduce((total, count) => total + count, 0);
    if (raters < 2) continue;
    pairable += raters;
    let equal = 0;
    for (const [category, count] of row.entries()) {
      equal += count * (count - 1);
      totals[category] = (totals[category] ?? 0) + count;
    }
    disagreeing += (raters * (raters - 1) - equal) / (raters - 1);
  }
  if (pairable === 0) return notDefined('no-shared-documents');
  const sameByChance = totals.reduce((total, count) => total + count * (count - 1), 0);
  const unequalByChance = pairable * (pairable - 1) - sameByChance;
  if (unequalByChance === 0) return notDefined('one-category');
  return defined(1 - ((pairable - 1) * disagreeing) / unequalByChance);
}
