import type { OutOfFoldScores } from './out-of-fold-scores.ts';

/** Truth and score of one class against all others. */
export interface BinaryScores {
  /** [items] 1 where the item truly is of the class, 0 where it is not. */
  readonly truths: Uint8Array;
  /** [items] what rises with the belief that it is; a probability where a figure says so. */
  readonly scores: Float64Array;
}

/** One class against the rest, in the order of the notes. The class is one of `labels`. */
export function oneAgainstRest({ labels, notes }: OutOfFoldScores, label: string): BinaryScores {
  const index = labels.indexOf(label);
  return {
    truths: Uint8Array.from(notes, (note) => Number(note.label === label)),
    scores: Float64Array.from(notes, ({ scores }) => scores[index]),
  };
}

/** The items at these places, in this order; a place may come more than once. */
export function selectBinary({ truths, scores }: BinaryScores, items: Int32Array): BinaryScores {
  const selected = { truths: new Uint8Array(items.length), scores: new Float64Array(items.length) };
  for (let place = 0; place < items.length; place++) {
    selected.truths[place] = truths[items[place]];
    selected.scores[place] = scores[items[place]];
  }
  return selected;
}

/** How many truly are of the class. */
export function countPositives({ truths }: BinaryScores): number {
  let positives = 0;
  for (const truth of truths) positives += truth;
  return positives;
}
