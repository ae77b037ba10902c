/**
 * Adjusts p-values for having made several comparisons: Holm, "A simple sequentially rejective
 * multiple test procedure", Scandinavian Journal of Statistics 6 (1979). The smallest is multiplied
 * by m, the next by m − 1, …; none falls below the one before. In the order of `pValues`.
 */
export function adjustHolm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((index, place) => {
    largest = Math.max(largest, Math.min(1, pValues[index] * (pValues.length - place)));
    adjusted[index] = largest;
  });
  return adjusted;
}
