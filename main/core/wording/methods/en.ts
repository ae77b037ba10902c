import { createNumbers } from '../numbers.ts';

const { count, decimal } = createNumbers('en');

/** The section of methods: each sentence is said only where its fact was recorded. */
export const methods = {
  title: 'Methods',
  data: 'Data',
  models: 'Models',
  tasks: 'Fine-tuning and tests',
  computing: 'Computation',
  statistics: 'Statistics',
  intro: 'From the records of this study; what they do not hold is marked, for a person to write.',
  corpus: ({
    name,
    source,
    documents,
    lines,
    tokens,
  }: {
    readonly name: string;
    readonly source: string;
    readonly documents: number;
    readonly lines: number;
    readonly tokens: number;
  }) =>
    `Corpus “${name}” was read from ${source}: ${count(documents)} documents, ${count(lines)} lines and ${count(tokens)} tokens after cleaning.`,
  removed: (parts: readonly string[]) => `Cleaning removed: ${parts.join(', ')}.`,
  nothingRemoved: 'Cleaning removed nothing.',
  taskData: (name: string, items: string) => `Task “${name}”: ${items}.`,
  read: (instant: string, hash: string) =>
    `Last read on ${instant}; SHA-256 of the data and of how it is read: ${hash}…`,
  reading: 'Date of reading and hash',
  setHash: (hash: string) => `SHA-256 of the set: ${hash}…`,
  lockedOut: ({
    document,
    patient,
    text,
  }: {
    readonly document: number;
    readonly patient: number;
    readonly text: number;
  }) =>
    `Left out because of locked sets: ${count(document)} of the sets themselves, ${count(patient)} of their patients, ${count(text)} with nearly the same text.`,
  lostLabels: (parts: readonly string[]) => `Labels left out by the import: ${parts.join(', ')}.`,
  imported: ({
    repaired,
    leftOut,
    kept,
  }: {
    readonly repaired: number;
    readonly leftOut: number;
    readonly kept: number;
  }) =>
    `Import: ${count(repaired)} repaired, ${count(leftOut)} left out, ${count(kept)} kept as they were.`,
  model: (name: string, steps: string) => `“${name}”: ${steps}.`,
  parameters: (parameters: number) => `It has ${count(parameters)} parameters.`,
  pretrained: ({
    epochs,
    batch,
    tokens,
    rate,
    masked,
  }: {
    readonly epochs: number;
    readonly batch: number;
    readonly tokens: number;
    readonly rate: string;
    readonly masked: number;
  }) =>
    `Pre-training: at most ${count(epochs)} epochs, ${count(batch)} rows per optimiser step of at most ${count(tokens)} tokens, learning rate ${rate}, ${decimal(masked)} % of tokens masked.`,
  pretraining: 'Settings of pre-training',
  fineTuned: ({
    epochs,
    batch,
    rate,
    tokens,
  }: {
    readonly epochs: number;
    readonly batch: number;
    readonly rate: string;
    readonly tokens: number;
  }) =>
    `At most ${count(epochs)} epochs, batches of ${count(batch)}, learning rate ${rate}, at most ${count(tokens)} tokens.`,
  settings: 'Settings of fine-tuning',
  repeats: (repeats: number, folds: number) =>
    `The examples were divided ${count(repeats)} times, into ${count(folds)} folds each time.`,
  baselines: (names: string) => `Baselines: ${names}.`,
  seed: (seed: string) => `Seed of every division and of all random numbers: ${seed}.`,
  seedMissing: 'Seed',
  engine: (engine: string) => `Computed with ${engine}.`,
  engineMissing: 'Engine',
  machine: 'Processor, memory and operating system',
  took: (runs: number, duration: string) =>
    `${count(runs)} finished runs took ${duration} together.`,
  tookMissing: 'Time that runs took',
  energy: 'Energy',
  program: (version: string, hash: string) =>
    `Reported by Anamnesis ${version}; SHA-256 of the plan: ${hash}…`,
  runVersions: 'Version with which each run was made',
  wilcoxon:
    'Models were compared over folds by Wilcoxon’s signed-rank test, two-sided, and by the resampled t-test corrected for shared training data (Nadeau and Bengio, 2003).',
  correctedT:
    'Models were compared over all folds by the resampled t-test corrected for shared training data (Nadeau and Bengio, 2003), since the data was divided several times.',
  holm: (size: number) => `p was adjusted by Holm’s method over a family of ${count(size)}.`,
  equivalence:
    'Where a margin was stated, equivalence was tested by two one-sided tests, with Holm’s adjustment.',
  friedman: 'Three or more models were ranked by Friedman’s test with Nemenyi’s pairs.',
  bootstrap: ({
    task,
    resamples,
    groups,
    method,
  }: {
    readonly task: string;
    readonly resamples: number;
    readonly groups: number;
    readonly method: 'bca' | 'percentile';
  }) =>
    `Intervals of “${task}” come from ${count(resamples)} bootstrap resamples of ${count(groups)} patients, documents or single examples (${method === 'bca' ? 'BCa' : 'percentile'}).`,
  mcnemar:
    'Predictions of the same examples were compared by McNemar’s test, exact and by whole groups.',
  calibration: 'Calibration was told by intercept and slope.',
  threshold: (task: string) =>
    `For “${task}” a threshold was chosen for the sensitivity that was wanted.`,
  noTests: 'No models were compared by a test.',
};

export type MethodsWording = typeof methods;
