import type { JointProbabilities } from './joint-probabilities.ts';
import type { QuadTree } from './quad-tree.ts';

/**
 * The gradient of the Kullback–Leibler divergence of the map from the vectors, into `gradient`
 * [count × 2]: 4 Σ (p − q)(y − y′)/(1 + ‖y − y′‖²). Cells seen from a point under less than `theta`
 * count as one (Barnes and Hut; van der Maaten, JMLR 15, 2014): 0 adds up all pairs. Returns Z, the
 * sum over all pairs of 1/(1 + ‖y − y′‖²).
 */
export function mapGradient(
  { starts, columns, values }: JointProbabilities,
  {
    tree,
    places,
    theta,
    exaggeration,
  }: { tree: QuadTree; places: Float64Array; theta: number; exaggeration: number },
  gradient: Float64Array,
): number {
  tree.build(places);
  const normaliser = repel(tree, theta, gradient);
  const count = starts.length - 1;
  for (let point = 0; point < count; point++) {
    const x = places[2 * point];
    const y = places[2 * point + 1];
    let pullX = 0;
    let pullY = 0;
    for (let entry = starts[point]; entry < starts[point + 1]; entry++) {
      const other = 2 * columns[entry];
      const alongX = x - places[other];
      const alongY = y - places[other + 1];
      const pull = values[entry] / (1 + alongX * alongX + alongY * alongY);
      pullX += pull * alongX;
      pullY += pull * alongY;
    }
    gradient[2 * point] = 4 * (exaggeration * pullX - gradient[2 * point] / normaliser);
    gradient[2 * point + 1] = 4 * (exaggeration * pullY - gradient[2 * point + 1] / normaliser);
  }
  return normaliser;
}

/** Σ (y − y′)/(1 + ‖y − y′‖²)² of each point, before it is divided by Z, which is returned. */
function repel(tree: QuadTree, theta: number, gradient: Float64Array): number {
  const { order, xs, ys, centreX, centreY, sizes, widths, nexts, firsts, ends, cellCount } = tree;
  const squaredTheta = theta * theta;
  let normaliser = 0;
  for (let place = 0; place < order.length; place++) {
    const x = xs[place];
    const y = ys[place];
    let pushX = 0;
    let pushY = 0;
    for (let cell = 0; cell < cellCount;) {
      const first = firsts[cell];
      if (first >= 0) {
        for (let other = first; other < ends[cell]; other++) {
          if (other === place) continue;
          const alongX = x - xs[other];
          const alongY = y - ys[other];
          const near = 1 / (1 + alongX * alongX + alongY * alongY);
          normaliser += near;
          pushX += near * near * alongX;
          pushY += near * near * alongY;
        }
        cell = nexts[cell];
        continue;
      }
      const alongX = x - centreX[cell];
      const alongY = y - centreY[cell];
      const square = alongX * alongX + alongY * alongY;
      if (widths[cell] < squaredTheta * square) {
        const near = 1 / (1 + square);
        normaliser += sizes[cell] * near;
        const push = sizes[cell] * near * near;
        pushX += push * alongX;
        pushY += push * alongY;
        cell = nexts[cell];
      } else cell++;
    }
    const point = 2 * order[place];
    gradient[point] = pushX;
    gradient[point + 1] = pushY;
  }
  return normaliser;
}

/** Σ p log(p/q) over the pairs that are near. */
export function divergenceOf(
  { count, starts, columns, values }: JointProbabilities,
  places: Float64Array,
  normaliser: number,
): number {
  let sum = 0;
  for (let point = 0; point < count; point++) {
    for (let entry = starts[point]; entry < starts[point + 1]; entry++) {
      const other = 2 * columns[entry];
      const alongX = places[2 * point] - places[other];
      const alongY = places[2 * point + 1] - places[other + 1];
      const q = 1 / (1 + alongX * alongX + alongY * alongY) / normaliser;
      const p = values[entry];
      if (p > 0) sum += p * Math.log(p / Math.max(q, Number.EPSILON));
    }
  }
  return sum;
}
