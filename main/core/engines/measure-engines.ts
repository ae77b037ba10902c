import { programVersion } from '#core/base/program-version.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type {
  Calibration,
  CalibrationShape,
  EngineFigures,
  EngineRound,
  EngineUnusable,
  MeasuredEngine,
} from '#core/domain/calibration.ts';
import type { Clock } from '#core/training/ports.ts';
import { chooseEngine, fewestDecidingRounds } from './choose-engine.ts';
import type { Machine } from './machine.ts';

/** An engine that was found and has done its first steps, where a crash of it harms nobody. */
export interface StartedEngine {
  /** How it computes here. */
  readonly detail: string;
  /** Some training steps. Never rejects but with the reason of the signal that it was started with. */
  readonly measureRound: () => Promise<EngineRound | EngineUnusable>;
  /** Frees what it holds. */
  readonly end: () => void;
}

/** Looks for an engine and starts it. Never rejects but with the reason of `signal`. */
export type StartEngine = (
  engine: string,
  shape: CalibrationShape,
  signal: AbortSignal,
) => Promise<StartedEngine | EngineUnusable>;

export interface EngineMeasuring {
  /** Every engine of this version of the program, in order of preference. */
  readonly names: readonly string[];
  readonly start: StartEngine;
  readonly machine: Machine;
  readonly clock: Clock;
}

export interface MeasuringRequest {
  readonly shape: CalibrationShape;
  readonly signal: AbortSignal;
  /** Told which engines are measured from now on, with what is known of those before them. */
  readonly onEngines: (names: readonly string[], known: readonly MeasuredEngine[]) => void;
}

/** What one engine has to show so far. */
interface Candidate {
  readonly name: string;
  started: StartedEngine | null;
  unusable: EngineUnusable | null;
  readonly rounds: EngineRound[];
}

/** Their median is what is shown of an engine. */
const fewestRounds = 3;
/** Whose order is not certain by then are as good as equal. */
const mostRounds = 30;
/** Then the rounds must do that are there, but not fewer than can decide. */
const budgetMs = 60_000;
/** Then in any case. */
const limitMs = 300_000;

/**
 * Measures all engines in turns, so that what else the machine does meets all of them alike, until
 * it is certain which is the fastest or a minute has passed.
 */
export async function measureEngines(
  { names, start, machine, clock }: EngineMeasuring,
  { shape, signal, onEngines }: MeasuringRequest,
): Promise<Calibration> {
  const candidates: Candidate[] = [];
  try {
    for (const name of names) {
      signal.throwIfAborted();
      onEngines([name], toMeasured(candidates, shape));
      const candidate: Candidate = { name, started: null, unusable: null, rounds: [] };
      candidates.push(candidate);
      const started = await start(name, shape, signal);
      if ('state' in started) candidate.unusable = started;
      else {
        candidate.started = started;
        await measureOnce(candidate);
      }
    }
    const usable = candidates.filter(isUsable).map(({ name }) => name);
    onEngines(usable, toMeasured(candidates, shape));
    await measureInTurns(candidates, { clock, signal });
  } finally {
    for (const { started } of candidates) started?.end();
  }
  const engines = toMeasured(candidates, shape);
  return {
    machine: machine.fingerprint,
    machineDescription: machine.description,
    programVersion,
    measuredAtMs: clock.nowMs(),
    shape,
    engines,
    chosen: chooseMeasured(engines)?.chosen ?? null,
  };
}

/** The choice that figures make, with its ground; null where no engine was measured. */
export function chooseMeasured(
  engines: readonly MeasuredEngine[],
): ReturnType<typeof chooseEngine> {
  return chooseEngine(
    engines.flatMap(({ name, outcome }) =>
      outcome.state === 'measured' ? [{ name, rounds: outcome.rounds }] : [],
    ),
  );
}

async function measureInTurns(
  candidates: readonly Candidate[],
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  // What was measured while the others were being started is no turn between theirs.
  for (const { rounds } of candidates) rounds.length = 0;
  // Random, lest an order that repeats falls in step with something that the machine repeats.
  const order = new RandomStream(1, 'measurement/order');
  const begunAtMs = clock.nowMs();
  for (let round = 1; round <= mostRounds; round++) {
    const choice = chooseEngine(candidates.filter(isUsable));
    if (choice === null) return;
    const isDecided = choice.ground !== 'preferred';
    if (isDecided && round > fewestRounds) return;
    const elapsedMs = clock.nowMs() - begunAtMs;
    if (elapsedMs > limitMs) return;
    if (elapsedMs > budgetMs && round > fewestDecidingRounds + 1) return;
    const turns = candidates.filter(({ name }) => choice.contenders.includes(name));
    for (const candidate of order.shuffle(turns)) {
      signal.throwIfAborted();
      await measureOnce(candidate);
    }
  }
}

const isUsable = ({ started }: Candidate) => started !== null;

async function measureOnce(candidate: Candidate): Promise<void> {
  const round = await candidate.started?.measureRound();
  if (round === undefined) return;
  if (!('state' in round)) {
    candidate.rounds.push(round);
    return;
  }
  candidate.started?.end();
  candidate.started = null;
  candidate.unusable = round;
}

function toMeasured(candidates: readonly Candidate[], shape: CalibrationShape): MeasuredEngine[] {
  return candidates.map(({ name, started, unusable, rounds }) => ({
    name,
    outcome: unusable ?? figuresOf(started?.detail ?? '', rounds, shape),
  }));
}

function figuresOf(
  detail: string,
  rounds: readonly EngineRound[],
  { rows, tokens }: CalibrationShape,
): EngineFigures {
  const sorted = rounds.map(({ stepMs }) => stepMs).sort((a, b) => a - b);
  const stepMs = sorted[Math.floor(sorted.length / 2)];
  const tokensPerSecond = (1000 * rows * tokens) / stepMs;
  return { state: 'measured', detail, stepMs, tokensPerSecond, rounds: [...rounds] };
}
