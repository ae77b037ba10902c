import type {
  Calibration,
  CalibrationShape,
  EngineOutcome,
  MeasuredEngine,
} from '#core/domain/calibration.ts';
import { programVersion } from '#core/base/program-version.ts';
import type { Clock } from '#core/training/ports.ts';
import type { Machine } from './machine.ts';

/**
 * Looks for an engine and measures it, where a crash of it harms nobody. Never rejects but with the
 * reason of `signal`.
 */
export type MeasureEngine = (
  engine: string,
  shape: CalibrationShape,
  signal: AbortSignal,
) => Promise<EngineOutcome>;

export interface EngineMeasuring {
  /** Every engine of this version of the program, in order of preference. */
  readonly names: readonly string[];
  readonly measure: MeasureEngine;
  readonly machine: Machine;
  readonly clock: Clock;
}

export interface MeasuringRequest {
  readonly shape: CalibrationShape;
  readonly signal: AbortSignal;
  /** Told before each engine, with what is known of those before it. */
  readonly onEngine: (name: string, before: readonly MeasuredEngine[]) => void;
}

/** Measures all engines, one after the other: together they would slow each other down. */
export async function measureEngines(
  { names, measure, machine, clock }: EngineMeasuring,
  { shape, signal, onEngine }: MeasuringRequest,
): Promise<Calibration> {
  const engines: MeasuredEngine[] = [];
  for (const name of names) {
    signal.throwIfAborted();
    onEngine(name, [...engines]);
    engines.push({ name, outcome: await measure(name, shape, signal) });
  }
  return {
    machine: machine.fingerprint,
    machineDescription: machine.description,
    programVersion,
    measuredAtMs: clock.nowMs(),
    shape,
    engines,
    chosen: findFastest(engines),
  };
}

/** The first of the fastest, or null where no engine was measured. */
function findFastest(engines: readonly MeasuredEngine[]): string | null {
  let fastest: string | null = null;
  let mostTokensPerSecond = 0;
  for (const { name, outcome } of engines) {
    if (outcome.state !== 'measured' || outcome.tokensPerSecond <= mostTokensPerSecond) continue;
    fastest = name;
    mostTokensPerSecond = outcome.tokensPerSecond;
  }
  return fastest;
}
