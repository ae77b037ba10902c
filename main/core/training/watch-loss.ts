/** Updates over which a loss is averaged before one is called too high. */
const windowLength = 100;
/** From so many on, a mean says something. */
const leastLength = 10;
/** So many times the lowest mean is too high; and at least so much above it, for losses near zero. */
const factor = 2;
const leastRise = 1;
/** And so many standard deviations of the losses at hand: those of small batches scatter. */
const leastDeviations = 4;
/** So many in a row are no accident. */
const patience = 5;
/** Half precision skips up to 17 updates while it looks for its loss scale: see `loss-scaling.ts`. */
const notFinitePatience = 20;

/** Why a training is ended; `before` and `after` null where the loss is no number. */
export interface Divergence {
  /** The first of the updates. */
  readonly step: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** All that a watch remembers; JSON. */
export interface WatchState {
  /** Of the last updates, the newest last; those that were too high left out. */
  readonly losses: readonly number[];
  readonly lowestMean: number | null;
  readonly tooHigh: number;
  readonly notFinite: number;
}

export const beginningOfWatch: WatchState = {
  losses: [],
  lowestMean: null,
  tooHigh: 0,
  notFinite: 0,
};

/**
 * Looks at the loss of each update. A training has diverged where five updates in a row have a loss
 * above twice the lowest mean over 100 updates (over all of the first 10 to 100), by 1 and by four
 * standard deviations at least, or above that of guessing all tokens
 * alike, ln V, by 1; or twenty have none. The window, the factor and the patience are those of
 * MosaicML's LLM Foundry (`KillLossSpike`), which compares with the mean of the last window instead
 * of the lowest and so misses a loss that leaves slowly.
 */
export function watchLoss(
  state: WatchState,
  {
    step,
    loss,
    vocabularySize,
  }: { readonly step: number; readonly loss: number; readonly vocabularySize: number },
): { readonly state: WatchState; readonly divergence: Divergence | null } {
  if (!Number.isFinite(loss)) {
    const notFinite = state.notFinite + 1;
    const hasLeft = notFinite >= notFinitePatience;
    return {
      state: { ...state, notFinite },
      divergence: hasLeft ? { step: step - notFinite + 1, before: null, after: null } : null,
    };
  }
  const limit = limitOf(state, vocabularySize);
  if (loss > limit) {
    const tooHigh = state.tooHigh + 1;
    const hasLeft = tooHigh >= patience;
    return {
      state: { ...state, tooHigh, notFinite: 0 },
      divergence: hasLeft
        ? { step: step - tooHigh + 1, before: state.lowestMean, after: loss }
        : null,
    };
  }
  const losses = [...state.losses, loss].slice(-windowLength);
  const mean = losses.reduce((sum, each) => sum + each, 0) / losses.length;
  const lowestMean =
    losses.length >= leastLength ? Math.min(mean, state.lowestMean ?? Infinity) : state.lowestMean;
  return { state: { losses, lowestMean, tooHigh: 0, notFinite: 0 }, divergence: null };
}

/** No loss is too high before there is a mean: a model may begin worse than one that guesses. */
function limitOf({ lowestMean, losses }: WatchState, vocabularySize: number): number {
  if (lowestMean === null) return Infinity;
  const rise = Math.max(leastRise, leastDeviations * deviationOf(losses));
  const left = Math.max(factor * lowestMean, lowestMean + rise);
  return Math.min(left, Math.max(Math.log(vocabularySize) + 1, lowestMean + rise));
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / values.length);
}
