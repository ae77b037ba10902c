/** Slope of log(cost) over log(work) by least squares: 1 is linear. */
export function exponentOf(work: readonly number[], cost: readonly number[]): number {
  const x = work.map(Math.log);
  const y = cost.map(Math.log);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, value, index) => sum + (value - mx) * (y[index] - my), 0);
  return covariance / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
