import type { ErrorCode } from '#core/base/error-codes.ts';

/** What a script learns from the exit code; `--help` prints this table. */
export const exitCodes = {
  ok: { code: 0, meaning: 'done' },
  fault: { code: 1, meaning: 'a defect of the program' },
  usage: { code: 2, meaning: 'a wrong command or a plan that cannot be read' },
  data: { code: 3, meaning: 'files or data that cannot be used' },
  workspace: { code: 4, meaning: 'the workspace cannot be opened or written' },
  training: { code: 5, meaning: 'a run failed' },
  stopped: { code: 6, meaning: 'stopped on request; the same command goes on' },
} as const;

type ExitCode = keyof typeof exitCodes;

type Area = ErrorCode extends infer Code
  ? Code extends `${infer Folder}.${string}`
    ? Folder
    : never
  : never;

/** Which exit code the errors of each area give; a new area does not compile until it is here. */
const exitCodeOfArea: Record<Area, ExitCode> = {
  annotation: 'usage',
  api: 'usage',
  batch: 'fault',
  blob: 'workspace',
  bundle: 'data',
  checkpoint: 'data',
  collection: 'data',
  corpus: 'data',
  curator: 'fault',
  dataset: 'data',
  engine: 'usage',
  evaluation: 'data',
  explanation: 'data',
  file: 'data',
  folds: 'data',
  geometry: 'data',
  graph: 'fault',
  insight: 'data',
  model: 'data',
  passphrase: 'workspace',
  person: 'usage',
  predictor: 'fault',
  plan: 'usage',
  program: 'fault',
  record: 'usage',
  run: 'training',
  report: 'fault',
  runtime: 'training',
  screening: 'data',
  server: 'usage',
  study: 'usage',
  tokenise: 'data',
  trainer: 'training',
  training: 'training',
  transfer: 'data',
  window: 'usage',
  workspace: 'workspace',
};

export function exitCodeOf(code: ErrorCode): number {
  return exitCodes[exitCodeOfArea[code.split('.')[0] as Area]].code;
}
