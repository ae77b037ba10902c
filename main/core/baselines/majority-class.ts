/**
 * Logits that give every example the commonest class: the logarithm of each class's share, of one
 * that does not occur that of a thousandth of an example.
 */
export function majorityLogits(labels: Int32Array, classCount: number): number[] {
  const counts = Array.from({ length: classCount }, () => 0);
  for (const label of labels) counts[label]++;
  return counts.map((count) => Math.log(Math.max(count, 0.001) / labels.length));
}
