import { probabilityOf, sigmoidOf } from '#core/domain/class-probabilities.ts';
import type { NoteReading } from './note-readings.ts';

/** Smaller ones are all the same; their logarithm must be finite. */
const smallestProbability = 1e-12;

/**
 * Logits of a note from those of its windows. Of two classes the probability of the positive one is
 * pooled: its maximum; its mean; or Huang's (maximum + mean × n / 2) / (1 + n / 2) for n windows
 * (arXiv 1904.05342). Of more classes each is pooled alike and their sum made 1. A note of one
 * window has the logits of that window.
 */
export function poolWindows(
  windows: readonly ArrayLike<number>[],
  reading: NoteReading,
  positive: number,
): number[] {
  if (windows.length === 1) return Array.from(windows[0]);
  const classes = Array.from(windows[0], (_, index) => index);
  const pooled = classes.map((index) =>
    pool(
      windows.map((logits) => probabilityOf(logits, index)),
      reading,
    ),
  );
  const isBinary = classes.length === 2;
  const sum = pooled.reduce((total, value) => total + value, 0);
  return classes.map((index) => {
    const share = isBinary
      ? index === positive
        ? pooled[positive]
        : 1 - pooled[positive]
      : pooled[index] / sum;
    return Math.log(Math.max(share, smallestProbability));
  });
}

/**
 * Logits of each note. `logits` are those of all windows of all notes, one after the other, each of
 * one position; `windows` says how many each note has.
 */
export function poolNotes(
  windows: readonly { readonly length: number }[],
  logits: readonly (readonly ArrayLike<number>[])[],
  { longNotes, positive }: { readonly longNotes: NoteReading; readonly positive: number },
): number[][] {
  let next = 0;
  return windows.map(({ length }) => {
    const ofWindows = logits.slice(next, next + length).map(([ofWindow]) => ofWindow);
    next += length;
    return poolWindows(ofWindows, longNotes, positive);
  });
}

/**
 * Logits of each note whose labels are judged each by itself: the probability of each label is pooled
 * over its windows, as that of the positive class of two is.
 */
export function poolLabels(
  windows: readonly { readonly length: number }[],
  logits: readonly (readonly ArrayLike<number>[])[],
  reading: NoteReading,
): number[][] {
  let next = 0;
  return windows.map(({ length }) => {
    const ofWindows = logits.slice(next, next + length).map(([ofWindow]) => ofWindow);
    next += length;
    const [first] = ofWindows;
    return Array.from(first, (logit, label) => {
      if (length === 1) return logit;
      const share = pool(
        ofWindows.map((ofWindow) => sigmoidOf(ofWindow[label])),
        reading,
      );
      const kept = Math.min(1 - smallestProbability, Math.max(smallestProbability, share));
      return Math.log(kept / (1 - kept));
    });
  });
}

function pool(values: readonly number[], reading: NoteReading): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const maximum = values.reduce((most, value) => Math.max(most, value), 0);
  switch (reading) {
    case 'windows-maximum':
      return maximum;
    case 'windows-huang':
      return (maximum + (mean * values.length) / 2) / (1 + values.length / 2);
    case 'windows-mean':
    case 'head':
    case 'head-tail':
      return mean;
  }
}
