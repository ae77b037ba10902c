/**
 * At most `limit` points of a curve, to be drawn: the first and the last, and between them the first
 * of each stretch of equal length by `positionOf`, which rises along the curve. `limit` is 2 or more.
 */
export function thinPoints<Point>(
  points: readonly Point[],
  limit: number,
  positionOf: (point: Point) => number,
): Point[] {
  if (points.length <= limit) return [...points];
  const start = positionOf(points[0]);
  const step = (positionOf(points[points.length - 1]) - start) / (limit - 1);
  const kept: Point[] = [];
  let reached = -1;
  points.forEach((point, index) => {
    const stretch = Math.floor((positionOf(point) - start) / step);
    const isLast = index === points.length - 1;
    if (isLast) kept.push(point);
    else if (stretch > reached && kept.length < limit - 1) kept.push(point);
    reached = Math.max(reached, stretch);
  });
  return kept;
}
