import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('en');

/** What is said of text held out of training, and of a training that goes wrong. */
export const pretraining = {
  twoDocuments: 'documents of at least two patients or texts: some to hold out, some to train on',
  allHeldOut: (documents: number) => `${count(documents)} documents, of which none would be left`,
  smallerDocuments:
    'Say with "unit" that documents are smaller, name a corpus of more documents, or leave heldOut out.',
  heldOut: 'heldOut beside "use" and "patience", which need something to measure',
  notHeldOut: 'a plan without heldOut',
  addHeldOut: 'Add heldOut to the plan, or remove them.',
  heldOutOf: (documents: number, all: number, lines: number) =>
    `${count(documents)} of ${count(all)} documents with ${count(lines)} lines are held out of all training`,
  learning: 'a loss that falls',
  notFinite: (step: number) => `one that is no number, at update ${count(step)}`,
  leaves: (before: string, after: string, step: number) =>
    `one that rose from ${before} to ${after}, at update ${count(step)}`,
  lowerRate: (rate: string) =>
    `Lower learningRate to ${rate}, raise warmupFraction, or set maxGradientNorm to 1, and run the study again.`,
  keptAs: (model: string) => `The model as it was before is kept as ${model}.`,
};

export type PretrainingWording = typeof pretraining;
