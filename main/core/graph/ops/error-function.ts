/**
 * erf(x) to about 1e-15: the series 7.1.6 of Abramowitz and Stegun, "Handbook of Mathematical
 * Functions", erf x = (2/√π) e^(−x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, whose terms are all positive, so that
 * nothing cancels. Beyond 6 the result is ±1 in float64.
 */
export function errorFunction(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
