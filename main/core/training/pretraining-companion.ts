import { bestMeasurement, isOutOfPatience } from './best-measurement.ts';
import type { KeptCompanion, TrainingCompanion } from './companion.ts';
import { copyWeights } from './copy-weights.ts';
import type { HeldOutQuestions } from './held-out-questions.ts';
import { measureHeldOut } from './measure-held-out.ts';
import type { Predictor, TrainingSession } from './ports.ts';
import { beginningOfWatch, watchLoss, type Divergence, type WatchState } from './watch-loss.ts';

/** What was measured on held-out text after so many updates; losses are means per masked token. */
export interface HeldOutPoint {
  readonly step: number;
  /** Over the masked tokens of all corpora. */
  readonly loss: number;
  readonly lossOfCorpus: Readonly<Record<string, number>>;
}

export interface CompanionSettings {
  /** By corpus; null, or without a masked token, where nothing is held out. */
  readonly questions: ReadonlyMap<string, HeldOutQuestions> | null;
  readonly paddingId: number;
  readonly vocabularySize: number;
  /** How often to measure, beside the beginning. */
  readonly points: number;
  /** Measurements without a new best one before the end; null trains on. */
  readonly patience: number | null;
  /** How a session is asked while a stop may be wished for. */
  readonly predictorOf: (session: TrainingSession) => Predictor;
  readonly onMeasured: (point: HeldOutPoint) => void;
  /** Called with what ended a training that diverged, before `error` of it is thrown. */
  readonly errorOf: (divergence: Divergence) => Error;
}

interface Facts {
  readonly points: readonly HeldOutPoint[];
  readonly watch: WatchState;
  /** After which update the weights were set aside; null as long as none are. */
  readonly setAsideStep: number | null;
  readonly step: number;
}

/** Every so many updates the weights of a training that measures nothing are set aside. */
const setAsideEvery = 100;

/**
 * Measures a pre-training on held-out text at steps that are spread evenly, remembers its best
 * weights, ends it where these have become no better for a while, and fails it where its loss leaves.
 * Without held-out text the weights set aside are those of the last hundredth update at which the
 * loss had not left.
 */
export class PretrainingCompanion implements TrainingCompanion {
  readonly #settings: CompanionSettings;
  /** Those that ask for something; null where none do. */
  readonly #questions: readonly (readonly [corpus: string, asked: HeldOutQuestions])[] | null;
  #points: HeldOutPoint[] = [];
  #watch: WatchState = beginningOfWatch;
  #setAside: ReadonlyMap<string, Float32Array> | null = null;
  #setAsideStep: number | null = null;
  #steps: ReadonlySet<number> = new Set();
  #hasEndedEarly = false;
  #step = 0;

  constructor(settings: CompanionSettings) {
    this.#settings = settings;
    const asking = [...(settings.questions ?? [])].filter(([, { tokenCount }]) => tokenCount > 0);
    this.#questions = asking.length === 0 ? null : asking;
  }

  get points(): readonly HeldOutPoint[] {
    return this.#points;
  }

  /** The best weights so far, or those before the loss left, and after which update they were. */
  get setAside(): {
    readonly step: number;
    readonly weights: ReadonlyMap<string, Float32Array>;
  } | null {
    if (this.#setAside === null || this.#setAsideStep === null) return null;
    return { step: this.#setAsideStep, weights: this.#setAside };
  }

  /** The update that it followed last. */
  get step(): number {
    return this.#step;
  }

  get hasEndedEarly(): boolean {
    return this.#hasEndedEarly;
  }

  async begin(
    session: TrainingSession,
    kept: KeptCompanion | null,
    stepCount: number,
  ): Promise<void> {
    this.#steps = spreadSteps(stepCount, this.#settings.points);
    if (kept === null) {
      await this.#measure(session, 0);
      return;
    }
    const { points, watch, setAsideStep, step } = kept.facts as Facts;
    // Earlier versions kept what is no number, and JSON makes null of it.
    this.#points = points.filter(({ loss }) => Number.isFinite(loss));
    this.#watch = watch;
    this.#setAsideStep = setAsideStep;
    this.#step = step;
    this.#setAside = kept.weights;
    const last = this.#points.at(-1);
    if (last !== undefined) this.#settings.onMeasured(last);
  }

  async follow(
    session: TrainingSession,
    { step, loss }: { readonly step: number; readonly loss: number },
  ): Promise<boolean> {
    const { vocabularySize, errorOf } = this.#settings;
    const { state, divergence } = watchLoss(this.#watch, { step, loss, vocabularySize });
    this.#watch = state;
    this.#step = step;
    if (divergence !== null) throw errorOf(divergence);
    if (this.#questions === null) {
      const isGood = state.tooHigh === 0 && state.notFinite === 0;
      if (step % setAsideEvery === 0 && isGood) await this.#putAside(session, step);
      return false;
    }
    if (!this.#steps.has(step)) return false;
    await this.#measure(session, step);
    this.#hasEndedEarly = this.#isOutOfPatience();
    return this.#hasEndedEarly;
  }

  keep(): KeptCompanion {
    const facts: Facts = {
      points: this.#points,
      watch: this.#watch,
      setAsideStep: this.#setAsideStep,
      step: this.#step,
    };
    return { facts, weights: this.#setAside };
  }

  /** A loss that is no number says nothing of how good the weights are: it is no point. */
  async #measure(session: TrainingSession, step: number): Promise<void> {
    const { paddingId, predictorOf, onMeasured } = this.#settings;
    if (this.#questions === null) return;
    const lossOfCorpus: Record<string, number> = {};
    let [lossSum, tokenCount] = [0, 0];
    for (const [corpus, asked] of this.#questions) {
      const measured = await measureHeldOut(predictorOf(session), asked, { paddingId });
      lossOfCorpus[corpus] = measured.lossSum / measured.tokenCount;
      lossSum += measured.lossSum;
      tokenCount += measured.tokenCount;
    }
    const point = { step, loss: lossSum / tokenCount, lossOfCorpus };
    if (!Number.isFinite(point.loss)) return;
    this.#points.push(point);
    if (bestMeasurement(this.#scores()) === this.#points.length - 1)
      await this.#putAside(session, step);
    onMeasured(point);
  }

  async #putAside(session: TrainingSession, step: number): Promise<void> {
    this.#setAside = copyWeights(await session.readParameters());
    this.#setAsideStep = step;
  }

  #isOutOfPatience(): boolean {
    const { patience } = this.#settings;
    if (patience === null || this.#points.length === 0) return false;
    return isOutOfPatience(this.#scores(), patience);
  }

  /** Of each point; higher is better. */
  #scores(): number[] {
    return this.#points.map(({ loss }) => -loss);
  }
}

/** `count` steps of 1 … stepCount, evenly, the last among them; fewer where there are fewer. */
export function spreadSteps(stepCount: number, count: number): ReadonlySet<number> {
  return new Set(
    Array.from({ length: count }, (_, index) =>
      Math.max(1, Math.round(((index + 1) * stepCount) / count)),
    ),
  );
}
