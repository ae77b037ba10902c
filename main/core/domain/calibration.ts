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

/** What became of looking for one engine and measuring it. */
export type EngineOutcome =
  | {
      readonly state: 'measured';
      /** How it computes here, for example "2 threads". */
      readonly detail: string;
      /** Of the median training step. */
      readonly stepMs: number;
      readonly tokensPerSecond: number;
    }
  | EngineUnusable;

/** `missing`: it cannot be used here. `failed`: it was found, but its steps came to no end. */
export interface EngineUnusable {
  readonly state: 'missing' | 'failed';
  readonly reason: string;
  readonly remedy: string;
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
  /** The fastest; null where none can be used. */
  readonly chosen: string | null;
}
