/** Notes with the indices of labels, in ascending order. */
type LabelSets = readonly (readonly number[])[];

/** Share of notes that were given exactly the right labels; of one note or more. */
export function subsetAccuracy(gold: LabelSets, predicted: LabelSets): number {
  return gold.filter((truths, note) => isSameSet(truths, predicted[note])).length / gold.length;
}

/** Share of all answers, one for each note and label, that are wrong; of one note or more. */
export function hammingLoss(gold: LabelSets, predicted: LabelSets, labelCount: number): number {
  let wrong = 0;
  gold.forEach((truths, note) => {
    wrong += countDifferences(truths, predicted[note]);
  });
  return wrong / (gold.length * labelCount);
}

/** Whether two sets, in ascending order, are the same. */
export function isSameSet(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((label, place) => label === other[place]);
}

/** How many labels only one of two sets has. */
export function countDifferences(one: readonly number[], other: readonly number[]): number {
  const shared = one.filter((label) => other.includes(label)).length;
  return one.length + other.length - 2 * shared;
}
