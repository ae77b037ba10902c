import { smallestOf } from '#core/base/extremes.ts';
import type { RunKind } from '#core/domain/run.ts';

/** What a run has to do, as far as it says how long it takes. */
export interface RunWork {
  readonly kind: RunKind;
  /** Equal for runs that do the same with the same model: the folds of a task. */
  readonly like: string;
  /** How large its model is; of runs of one kind, those of alike size work alike fast. */
  readonly size: number;
  /** In a unit of its kind. */
  readonly amount: number;
  /** The part of `amount` whose progress is told step by step; prediction comes after it. */
  readonly steppedAmount: number;
}

/** Work that was done, and the time it took. */
interface Evidence extends Pick<RunWork, 'kind' | 'like' | 'size' | 'amount'> {
  readonly elapsedMs: number;
}

/** How far the current run is. */
export interface CurrentRun {
  readonly key: string;
  /** Of its steps, 0 to 1. */
  readonly share: number;
  readonly elapsedMs: number;
}

/** Before so much of a run was done, its speed says little: the first steps warm the machine up. */
const sayingMs = 2000;
const sayingShare = 0.05;
/** From here on a run says more of itself than others of its kind do. */
const tellingShare = 0.25;
/** So long a time says something however small a share it is. */
const longMs = 60_000;

/** Whether enough of a run was done for its speed to say something. */
export function says({ share, elapsedMs }: CurrentRun): boolean {
  return elapsedMs >= longMs || (elapsedMs >= sayingMs && share >= sayingShare);
}

/**
 * How long the rest of a study takes. Kinds of work are never compared with each other: until some
 * of each kind that is left was done, the time left is not known. Within a kind the folds of the
 * same model and task tell most, then runs of models of the nearest size.
 */
export class TimeEstimate {
  readonly #left: Map<string, RunWork>;
  readonly #evidence = new Map<string, Evidence>();

  /** By the keys of all runs of the study. */
  constructor(works: ReadonlyMap<string, RunWork>) {
    this.#left = new Map(works);
  }

  /** What is left is known better now, as when a vocabulary has been trained. */
  revise(works: ReadonlyMap<string, RunWork>): void {
    for (const key of this.#left.keys()) {
      const work = works.get(key);
      if (work !== undefined) this.#left.set(key, work);
    }
  }

  /** A run ended; `elapsedMs` null where its time says nothing of those to come. */
  finish(key: string, elapsedMs: number | null): void {
    const work = this.#left.get(key);
    this.#left.delete(key);
    if (work === undefined || work.amount === 0 || elapsedMs === null) return;
    this.#evidence.set(key, { ...work, elapsedMs });
  }

  /** Time left of the whole study; null where it is not known yet. */
  timeLeftMs(current: CurrentRun): number | null {
    const work = this.#left.get(current.key);
    const doneAmount = (work?.steppedAmount ?? 0) * current.share;
    const evidence = [...this.#evidence.values()];
    const isKindKnown = evidence.some(({ kind }) => kind === work?.kind);
    // Batches are sorted by length: the first few say less than runs that have ended.
    const isTelling = says(current) && (!isKindKnown || current.share >= tellingShare);
    const own =
      isTelling && work && doneAmount > 0
        ? { ...work, amount: doneAmount, elapsedMs: current.elapsedMs }
        : null;
    if (own !== null) evidence.push(own);
    let sumMs = 0;
    for (const [key, left] of this.#left) {
      const isCurrent = key === current.key;
      const amount = isCurrent ? left.amount - doneAmount : left.amount;
      if (amount <= 0) continue;
      const rate = isCurrent && own !== null ? rateOf([own]) : findRate(left, evidence);
      if (rate === null) return null;
      sumMs += amount * rate;
    }
    return sumMs;
  }
}

/** Milliseconds per unit of work; null where nothing of its kind was done. */
function findRate(work: RunWork, evidence: readonly Evidence[]): number | null {
  const ofKind = evidence.filter(({ kind }) => kind === work.kind);
  if (ofKind.length === 0) return null;
  const alike = ofKind.filter(({ like }) => like === work.like);
  if (alike.length > 0) return rateOf(alike);
  const distance = ({ size }: Evidence) => Math.abs(Math.log(size / work.size));
  const nearest = smallestOf(ofKind.map(distance));
  return rateOf(ofKind.filter((each) => distance(each) === nearest));
}

function rateOf(evidence: readonly Evidence[]): number {
  const amount = evidence.reduce((sum, each) => sum + each.amount, 0);
  return evidence.reduce((sum, each) => sum + each.elapsedMs, 0) / amount;
}
