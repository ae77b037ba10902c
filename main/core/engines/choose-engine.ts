import type { EngineRound } from '#core/domain/calibration.ts';

/** The rounds of one engine; those of equal number of two engines were measured one after the other. */
export interface EngineRounds {
  readonly name: string;
  readonly rounds: readonly EngineRound[];
}

/**
 * Why an engine is chosen. `only`: no other computes here. `certain`: all others are slower.
 * `preferred`: the order of those that may be the fastest is not certain, and it is the first of
 * them in the program's order of preference.
 */
export type ChoiceGround = 'only' | 'certain' | 'preferred';

export interface EngineChoice {
  readonly chosen: string;
  readonly ground: ChoiceGround;
  /** Every engine that may be the fastest, the chosen one included. */
  readonly contenders: readonly string[];
}

/** How often, at most, of two engines the one that is not faster is called faster. */
export const errorBound = 0.01;

/** Of a capital, in each round; the larger, the fewer rounds are needed and the fewer may be lost. */
const stake = 0.7;

/** So many rounds in a row decide. */
export const fewestDecidingRounds = Math.ceil(Math.log(1 / errorBound) / Math.log(1 + stake));

/**
 * Chooses from what was measured: the first engine, in the order given, which no other has beaten.
 * Null where nothing was measured.
 */
export function chooseEngine(engines: readonly EngineRounds[]): EngineChoice | null {
  if (engines.length === 0) return null;
  const unbeaten = engines.filter((engine) => !engines.some((rival) => beats(rival, engine)));
  // Each of three may have beaten another, in rare rounds that contradict each other: all may be it.
  const contenders = (unbeaten.length === 0 ? engines : unbeaten).map(({ name }) => name);
  const [chosen] = contenders;
  if (engines.length === 1) return { chosen, ground: 'only', contenders };
  return { chosen, ground: contenders.length === 1 ? 'certain' : 'preferred', contenders };
}

/**
 * Whether one engine is certainly faster than another: a test by betting. A capital of 1 stakes a
 * fixed part on each round. As the turns of a round come in random order, an engine that is not
 * faster wins at most every second one, whatever else the machine does and however long; its capital
 * does not grow on average, and reaches 1 / `errorBound` with a probability of at most `errorBound`,
 * looked at after every round (Ville's inequality).
 */
function beats(fast: EngineRounds, slow: EngineRounds): boolean {
  let capital = 1;
  const count = Math.min(fast.rounds.length, slow.rounds.length);
  for (let round = 0; round < count; round++) {
    const [ours, theirs] = [fast.rounds[round], slow.rounds[round]];
    if (ours.stepMs >= theirs.stepMs) capital *= 1 - stake;
    else if (ours.stepMs < quietStepMs(theirs)) capital *= 1 + stake;
    if (capital >= 1 / errorBound) return true;
  }
  return false;
}

/**
 * What a step might have taken on a quiet machine, at best. Engines differ in how they bear load: one
 * whose threads wait for each other loses more than the share that was taken. A step is credited
 * with that share twice, so that no engine is called slow because of what others did.
 */
export function quietStepMs({ stepMs, othersShare }: EngineRound): number {
  return stepMs * (1 - (othersShare ?? 0)) ** 2;
}
