const tolerance = 1e-17;

/** P(Z > z) for the standard normal distribution, to about 14 digits. */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  return z < 2 ? 0.5 - centralArea(z) : farTail(z);
}

/** P(0 < Z < z) by the series φ(z)·(z + z³/3 + z⁵/15 + …): Marsaglia, J. Stat. Software 11 (2004). */
function centralArea(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > tolerance * sum; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum * density(z);
}

/** φ(z) / (z + 1/(z + 2/(z + 3/…))): Abramowitz and Stegun, formula 26.2.14. */
function farTail(z: number): number {
  let fraction = z;
  for (let level = 200; level > 0; level--) fraction = z + level / fraction;
  return density(z) / fraction;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
