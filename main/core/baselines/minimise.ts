/** Writes the gradient at `point` into `gradient` and returns the value of the function there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const historyLength = 10;
const largestStepCount = 1000;
/** Of Armijo's and the curvature condition: the values that Nocedal and Wright give. */
const sufficientDecrease = 1e-4;
const curvature = 0.9;

/**
 * Minimum of a smooth convex function by L-BFGS, from `start`, which is left as it is: Nocedal and
 * Wright, Numerical Optimization (2006), algorithms 7.4 and 7.5. Ends where no part of the gradient
 * is larger than `tolerance`, or where no step makes the value smaller.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  options: { tolerance: number },
): Float64Array {
  let point = start.slice();
  let gradient = new Float64Array(point.length);
  let value = objective(point, gradient);
  const history: { step: Float64Array; change: Float64Array; scale: number }[] = [];

  for (
    let count = 0;
    count < largestStepCount && largestOf(gradient) > options.tolerance;
    count++
  ) {
    const direction = descend(gradient, history);
    const slope = dot(gradient, direction);
    const found = searchLine(objective, { point, value, slope, direction }, count === 0);
    if (found === null) break;
    const step = difference(found.point, point);
    const change = difference(found.gradient, gradient);
    const product = dot(step, change);
    if (product > 0) {
      history.push({ step, change, scale: 1 / product });
      if (history.length > historyLength) history.shift();
    }
    ({ point, gradient, value } = found);
  }
  return point;
}

/** The direction in which the approximated function is smallest. */
function descend(
  gradient: Float64Array,
  history: readonly { step: Float64Array; change: Float64Array; scale: number }[],
): Float64Array {
  const direction = gradient.map((each) => -each);
  const weights: number[] = [];
  for (const { step, change, scale } of history.toReversed()) {
    const weight = scale * dot(step, direction);
    weights.push(weight);
    add(direction, change, -weight);
  }
  const newest = history.at(-1);
  if (newest !== undefined) {
    const size = 1 / (newest.scale * dot(newest.change, newest.change));
    for (let index = 0; index < direction.length; index++) direction[index] *= size;
  }
  for (const { step, change, scale } of history) {
    const weight = weights.pop() ?? 0;
    add(direction, step, weight - scale * dot(change, direction));
  }
  return direction;
}

interface Line {
  readonly point: Float64Array;
  readonly value: number;
  readonly slope: number;
  readonly direction: Float64Array;
}

/** A step that meets the weak Wolfe conditions, by bisection; null where none is found. */
function searchLine(objective: Objective, line: Line, isFirst: boolean) {
  const { point, value, slope, direction } = line;
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let length = isFirst ? Math.min(1, 1 / Math.sqrt(dot(direction, direction))) : 1;
  for (let count = 0; count < 60; count++) {
    const next = point.map((each, index) => each + length * direction[index]);
    const gradient = new Float64Array(point.length);
    const found = objective(next, gradient);
    if (!(found <= value + sufficientDecrease * length * slope)) high = length;
    else if (dot(gradient, direction) < curvature * slope) low = length;
    else return { point: next, gradient, value: found };
    length = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  return null;
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

function add(target: Float64Array, values: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index++) target[index] += factor * values[index];
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - b[index]);
}
