import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, p, percentage, bytes } = createNumbers('en');
const plural = createPlural('en');

/** What the check of a plan finds before anything is trained. */
export const findings = {
  inPart: (seenShare: number, sentence: string) =>
    `In the ${percentage(seenShare)} that was looked at: ${sentence}`,
  partHasNoEntity: (seenShare: number) =>
    `In the ${percentage(seenShare)} that was looked at there is no entity.`,
  partHasOneClass: (seenShare: number, label: string) =>
    `In the ${percentage(seenShare)} that was looked at there is one class only, “${label}”.`,
  partHasRare: (
    seenShare: number,
    folds: number,
    kind: 'classification' | 'multi-label' | 'entities',
    labels: string,
  ) =>
    `In the ${percentage(seenShare)} that was looked at these are so rare that all of it may have fewer than one for each of the ${folds} folds, by ${kind !== 'entities' ? 'class' : 'entity type'}: ${labels}.`,
  partHasFewGroups: (seenShare: number, groups: number, folds: number) =>
    `In the ${percentage(seenShare)} that was looked at there are ${count(groups)} groups for ${folds} folds.`,
  fewFolds: (
    folds: number,
    smallest: number,
    adjusted: number,
    comparisons: number,
    level: number,
    enough: number,
  ) =>
    `With ${plural(folds, { one: '# fold', other: '# folds' })} the smallest two-sided p that can occur is ${p(smallest)}${comparisons === 1 ? '' : `, or ${p(adjusted)} after adjusting for the ${comparisons} comparisons of the plan`}: no difference can be significant at ${level}, whatever comes out. ${plural(enough, { one: '# fold', other: '# folds' })} could show one.`,
  needsRoom: (needed: number, free: number) =>
    `It needs about ${bytes(needed)} on the disk of the workspace, where ${bytes(free)} are free.`,
  needsMemory: (needed: number, there: number, batch: number) =>
    `Its largest training needs about ${bytes(needed)} of memory at once, where the machine has ${bytes(there)}: ${batch === 0 ? 'no batch size fits; a smaller model or shorter texts would' : `a batch size of ${batch} would fit, with so many more batches per step that as many texts are gathered`}.`,
  setNeedsWorkspace: 'Its labelled set can be looked at in a workspace only: name it (-w).',
  collectionNeedsWorkspace: 'Its collection can be looked at in a workspace only: name it (-w).',
  modelNeedsWorkspace: (model: string) =>
    `Whether the workspace has ${model} is known when it is named (-w).`,
  holdsAtMost: (longest: number, stages: string) =>
    `It holds texts of at most ${longest} tokens, to which those of ${stages} are cut.`,
  itsPretraining: (maxTokens: number) => `its pre-training (maxTokens ${maxTokens})`,
  taskStage: (task: string, maxTokens: number) => `task ${task} (maxTokens ${maxTokens})`,
  aboutTransfer: (name: string) => `transfer ${name}`,
  aboutModel: (model: string) => `model ${model}`,
  aboutRoom: 'room',
  aboutEngine: 'engine',
  morePieces: (pieces: number, rows: number) =>
    `The vocabulary has ${pieces} pieces for ${rows} rows of the embeddings; the others are padding.`,
  missingPieces: (pieces: number, rows: number) =>
    `The vocabulary has ${pieces} pieces for ${rows} rows of the embeddings; the others stand for tokens that are not in the folder. Should it be the vocabulary of another model, this one cannot read.`,
  tooFewPositives: (label: string, positives: number, sensitivity: number, needed: number) =>
    `A threshold for a sensitivity of ${percentage(sensitivity)} cannot be claimed with 95 % confidence: there are ${count(positives)} notes of “${label}”, and ${count(needed)} that stand alone are needed, even if none of them is missed.`,
  screeningNeedsClass: (classes: number) =>
    `The plan wants a threshold (screening), and the task has ${count(classes)} classes: name the one that is looked for as positiveClass.`,
  searchCutShort:
    'What the models start from has read more than could be searched for this task within the check: the study searches all of it before it trains.',
};

export type FindingsWording = typeof findings;
