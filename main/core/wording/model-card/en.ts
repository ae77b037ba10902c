import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('en');

/** The card of a model: what it is, comes from, can do and may not. */
export const modelCard = {
  title: (model: string) => `${model} – model card`,
  kind: 'Model card',
  use: 'Intended use',
  useCaption: 'What it is meant for',
  'use-masked-language-model':
    'A language model: for fine-tuning on text like that it was trained on, and for filling in masked words. It decides nothing by itself.',
  'use-sequence-classification':
    'Sorts texts like those it was trained on into classes, for a person to review.',
  'use-token-classification':
    'Marks entities in text like that it was trained on, for a person to review.',
  'use-none': 'The bare encoder: a start for further training.',
  classes: 'Classes',
  intendedUse: 'Intended use',
  population: 'Population',
  model: 'Model',
  modelCaption: 'What it is made of',
  family: 'Family',
  parameters: 'Parameters',
  shape: 'Layers × hidden size × heads',
  vocabulary: 'Vocabulary',
  pieces: (pieces: number) => `${count(pieces)} pieces`,
  longest: 'Longest text',
  tokens: (tokens: number) => `${count(tokens)} tokens`,
  origin: 'Where it comes from',
  originNote:
    'The first of the line on top. Data is named by its hash, of its files and of how they were read; what an imported model was trained on elsewhere is not known here.',
  originCaption: 'The line of the model, and what each of it has read',
  step: 'Step',
  data: 'Data',
  imported: 'imported',
  extended: 'vocabulary extended',
  'pre-trained': 'pre-trained',
  'fine-tuned': 'fine-tuned',
  folder: 'folder of a checkpoint',
  languages: 'languages',
  examples: (examples: string) => `${examples} labelled examples`,
  lines: (lines: string) => `${lines} lines`,
  training: 'Training',
  noTraining: 'No run of this workspace has trained it.',
  settings: 'Settings',
  results: 'Results',
  'measured-own-fold':
    'Trained on all folds of a cross-validation but one. The figures of all tested examples are of the models of all folds, which were trained alike; the table of folds is of this model, on the fold that it had not learned from.',
  'measured-folds-alike':
    'Trained on all labels, so that none is left to measure it on: what to expect of it is told by models that were trained alike on all folds of a cross-validation but one, each measured on that one.',
  'measured-descendants':
    'Not this model itself, but what became of it when it was fine-tuned on all folds of a cross-validation but one, measured on that one.',
  notJudged:
    'Intervals and calibration are not known: the scores of single examples were not judged.',
  foldsCaption: (task: string) => `${task}: every measured fold`,
  releases: 'Releases',
  releaseCaption: (number: number, name: string) => `Release ${count(number)}: ${name}`,
  releasedBy: 'Released by',
  releasedAt: 'Released on',
  until: 'No note is screened from',
  replacedBy: 'Replaced by release',
  standing: 'Standing',
  forUse: 'For use, within its dates.',
  forTrial: 'For trial only.',
  limits: 'Limits',
  ofCheckpoint:
    'It began with an imported model, whose own licence and limits hold; what that has read is not known here.',
  repeatsText:
    'Weights can repeat pieces of the text that they were trained on. Whether these do was not examined: guard the model as you guard that text.',
  ownWords:
    'Its vocabulary holds frequent words of the text that it was made for. Look whether names of persons are among them before it leaves.',
  otherText: 'Text of another hospital, language or time can be read worse: measure before use.',
  noDevice: 'No medical device: a person decides.',
};

export type ModelCardWording = typeof modelCard;
