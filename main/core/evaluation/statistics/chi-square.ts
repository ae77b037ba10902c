import { logGamma } from './log-gamma.ts';

const tolerance = 1e-16;
const tiny = 1e-300;

/** P(χ² > x) with `degrees` of freedom: the regularised upper incomplete gamma function Q(k/2, x/2). */
export function chiSquareUpperTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const [a, z] = [degrees / 2, x / 2];
  const front = Math.exp(a * Math.log(z) - z - logGamma(a));
  return z < a + 1 ? 1 - front * lowerSeries(a, z) : front * upperFraction(a, z);
}

/** Abramowitz and Stegun, formula 6.5.29: Σ zⁿ/(a(a + 1)…(a + n)). */
function lowerSeries(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > tolerance * sum; n++) {
    term *= z / (a + n);
    sum += term;
  }
  return sum;
}

/** Abramowitz and Stegun, formula 6.5.31, evaluated as Lentz (1976) does. */
function upperFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= 1000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < tolerance) break;
  }
  return value;
}

function nonZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
