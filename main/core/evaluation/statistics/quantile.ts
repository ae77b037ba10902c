/**
 * The quantile of at least one sorted value, with linear interpolation between neighbours: type 7 of
 * Hyndman and Fan, The American Statistician 50 (1996), NumPy’s default.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, share));
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  // As NumPy does: from the nearer end, so that equal neighbours give exactly their value.
  const difference = sorted[above] - sorted[below];
  const weight = position - below;
  return weight < 0.5
    ? sorted[below] + difference * weight
    : sorted[above] - difference * (1 - weight);
}
