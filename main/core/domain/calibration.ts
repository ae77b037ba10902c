import type { Told } from '#core/base/phrase.ts';

/** The model and batch with which engines are measured. */
export interface CalibrationShape {
  readonly layers: number;
  readonly hiddenSize: number;
  readonly vocabularySize: number;
  /** Rows of a batch. */
  readonly rows: number;
  /** Tokens of a row. */
  readonly tokens: number;
}

/** One turn of an engine, between turns of the others. */
export interface EngineRound {
  /** Of its median step. */
  readonly stepMs: number;
  /**
   * The share of the processors that other programs had meanwhile, from 0 to 1; null where the
   * system does not tell.
   */
  readonly othersShare: number | null;
}

/** What became of looking for one engine and measuring it. */
export type EngineOutcome =
  | {
      readonly state: 'measured';
      /** How it computes here, for example "2 threads". */
      readonly detail: string;
      /** Of a training step, in the median round. */
      readonly stepMs: number;
      readonly tokensPerSecond: number;
      /** In order; empty where it was measured in one piece, as it once was. */
      readonly rounds: readonly EngineRound[];
    }
  | EngineUnusable;

export type EngineFigures = Extract<EngineOutcome, { state: 'measured' }>;

/** `missing`: it cannot be used here. `failed`: it was found, but its steps came to no end. */
export interface EngineUnusable {
  readonly state: 'missing' | 'failed';
  readonly reason: Told;
  readonly remedy: Told;
}

export interface MeasuredEngine {
  readonly name: string;
  readonly outcome: EngineOutcome;
}

/** The engines of one machine, measured once by one version of the program, and the choice. */
export interface Calibration {
  /** The fingerprint of the machine: a hash of what decides how fast it computes. */
  readonly machine: string;
  /** The machine in words, for people. */
  readonly machineDescription: string;
  readonly programVersion: string;
  readonly measuredAtMs: number;
  readonly shape: CalibrationShape;
  /** In the program's order of preference. */
  readonly engines: readonly MeasuredEngine[];
  /** The fastest, as far as that is certain; null where none can be used. */
  readonly chosen: string | null;
}
