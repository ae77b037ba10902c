import type { FieldNamesWording } from '../field-names/en.ts';

/** What each field of a plan means, in one sentence for people who train no models by profession. */
export type FieldMeaningsWording = Readonly<Record<keyof FieldNamesWording, string>>;

export const fieldMeanings: FieldMeaningsWording = {
  name: 'The key of the study in the workspace and in file names; another name is another study.',
  title: 'How people read it in tables and reports; changing it costs nothing.',
  description: 'What the study is for, in your own words; it determines no result.',
  seed: 'The number that all chance is drawn from: with the same one the study can be repeated.',
  engine: 'What computes; the fastest of this machine unless one is named.',
  precision: 'How exactly training computes: mixed is faster on some graphics processors.',
  unit: 'What of a text file is taken for one document.',
  textColumn: 'The column of the table that holds the text.',
  lineUnit: 'What cleaning makes a line of, and what is compared when repetitions are left out.',
  encoding: 'How the files write letters with accents, where it is not recognised rightly.',
  copiedForward:
    'What becomes of paragraphs that an earlier document of the same patient has already.',
  nearDuplicatesOfCorpus:
    'What becomes of documents that are nearly the same as one before them; kept ones are learned twice.',
  language: 'Only documents in this language.',
  documentKind: 'Only documents of this kind, for example letters.',
  from: 'Only documents of this day or later; those without a date are left out.',
  to: 'Only documents of this day or earlier, the whole of it included.',
  size: 'How many pieces of words the model knows; more make texts shorter and the model larger.',
  minFrequency: 'How often two pieces must stand together before they become one.',
  lowercase: 'Whether capitals are read as small letters; differences between them are then lost.',
  limitAlphabet: 'How many different characters are known; words with rarer ones are unknown.',
  addedTokens: 'At most so many words of the texts become pieces of their own.',
  minFrequencyOfWord: 'Words that are rarer in the texts become no piece of their own.',
  layers: 'How deep the model is; time and memory grow in proportion.',
  hiddenSize: 'How wide the model is; time grows about with its square.',
  heads: 'Into how many parts each layer looks at the text; the width must be a multiple of it.',
  intermediateSize: 'How wide each layer is inside, usually four times the width.',
  maxPositions: 'The longest text that the model will ever read, in tokens (pieces of words).',
  epochs: 'How often training goes through all examples; time grows in proportion.',
  maxTokens:
    'How much of a text is read at once, in tokens (pieces of words); more takes more time and memory.',
  batchSize: 'How many texts are computed at once; less needs less memory.',
  accumulation:
    'How many batches are gathered before the model changes; with it small batches train like large ones.',
  maskedFraction: 'How many of 100 tokens the model has to guess, as a share from 0 to 1.',
  rows: 'Whether rows are filled with one line after the other, or each line has a row of its own.',
  weighting:
    'How much of an epoch each corpus is: by its size, all alike, or between the two by a temperature.',
  use: 'Which state the study goes on with: the best on held-out text, or the last; both are kept.',
  patience:
    'How often in a row held-out text may be measured without a new best one before the training ends.',
  heldOutFraction:
    'Of the documents of each text, from 0.001 to 0.5; patients stay whole where they are known.',
  heldOutPoints:
    'How often each training is measured on it along the way; each takes a little time.',
  heldOutWords: 'At most so many words of each text are read at each measurement, always the same.',
  heldOutTokens: 'Longer lines are cut there when they are measured, in tokens (pieces of words).',
  wholeWords: 'Whether all pieces of a word are hidden together, which is harder to guess.',
  learningRate: 'How far each step changes the model: too large forgets, too small learns nothing.',
  weightDecay: 'How strongly weights are drawn towards zero, against learning by heart.',
  warmupFraction: 'The share of the steps in which the learning rate climbs to its full value.',
  maxGradientNorm:
    'How large one step may become at most, so that no single batch undoes what was learned.',
  dropout:
    'The share of the model that is switched off at random in training, against learning by heart.',
  frozenEncoder:
    'Train the head alone, on what the encoder says of each text once; minutes in the place of hours, most often worse.',
  earlyStopShare:
    'Of the examples that a fold learns from, from 0.05 to 0.5, in whole groups; never of those that it is tested on.',
  earlyStopPatience:
    'How many epochs in a row may pass without a better one before the training ends.',
  earlyStopMeasure: 'What makes an epoch better on the examples that are held back.',
  draws:
    'How often the examples are drawn by lot, at least ten times; the same draws for every model.',
  epochsOfDraws: 'Fixed, so that the target chooses nothing.',
  withoutSource:
    'Whether models also learn the same examples without the source, which tells what the source gives.',
  layerDecay:
    'By how much each deeper layer learns more slowly, as a factor up to 1; all learn alike when empty.',
  baselines: 'Simple methods that a model must beat, in the same folds; each takes seconds.',
  screening:
    'The sensitivity that a threshold is chosen for, and how common the class is where the model will be used.',
  keywords:
    'Terms that decide the class by themselves, unless negated, for the baseline of that name.',
  labelsOfSeveral:
    'By label as the data has it: what the task calls it, or null to ignore it; its notes stay.',
  minimumCountOfSeveral:
    'Labels of which there are fewer notes, or which one patient alone has, are ignored; their notes stay.',
  labelThreshold:
    'The probability from which on a note is given a label: one for all, or by label.',
  unlabelled:
    'Left out, since perhaps nobody has labelled them, or notes to which none of the labels applies.',
  labelsColumn: 'The column of the table that holds the labels of a note.',
  labelSeparator: 'What stands between the labels of a note, such as a semicolon.',
  classWeights:
    'How much a note of each class counts in training: balanced keeps a rare class from being learned away.',
  longNotes:
    'What is read of notes that are too long: windows read all and take more time, the others leave text out.',
  positiveClass: 'Of two classes the one that is to be found; the rarer one unless it is named.',
  labels: 'Other names for classes or types, so that they can be merged or left out.',
  minimumCount: 'Classes or types with fewer examples are left out.',
  keepModels:
    'Whether the weights of every fold stay in the workspace; each takes as much room as the model.',
  finalModel:
    'Whether each model is also trained on all labels at the end, for use on new texts; one more training each.',
  foldsBy:
    'By lot when empty; by time, each fold tests a period and learns from what is earlier: what a model meets when it is put to work.',
  repeats:
    'How many times the examples are divided into folds anew; once when empty. The time grows in proportion.',
  folds:
    'Into how many parts the examples are divided; each is tested once by a model trained on the others, so that time grows in proportion.',
  types: 'Only these entity types, one a line; all when empty.',
  groupByDocument: 'Whether the sentences of one document are never learned and tested at once.',
  nearDuplicatesOfSet:
    'Whether documents that are nearly the same are kept in one fold, so that none is tested on a copy.',
  labelColumn: 'The column of the table that holds the class of a note.',
  idColumn: 'The column that names a note, so that it can be found again.',
  groupColumn: 'The column that names the patient: all notes of one stay on one side.',
  tagColumn: 'Which column of the file holds the tag, counted from 0; recognised when empty.',
  wordColumn: 'Which column of the file holds the word, counted from 0; recognised when empty.',
};
