import { createPlural } from '#contract/language.ts';
import type { LibraryMessages } from './messages.ts';

const plural = createPlural('en');

export const library: LibraryMessages = {
  title: 'Models',
  lead: 'What was brought in, and what studies made of it. All of it lies encrypted in the workspace.',
  allModels: 'All models',
  freeSpace: 'Free space…',
  importModel: 'Import a model…',
  verify: 'Verify',
  export: 'Export',
  exportForm: 'Export…',
  keep: 'Keep',
  keepHint: 'Marked models stay when superseded ones are removed',
  doNotKeep: 'Do not keep',
  remove: 'Remove…',
  inPlans: 'In plans and commands:',
  origins: {
    imported: 'Imported',
    extended: 'Vocabulary extended',
    'pre-trained': 'Pre-trained',
    'fine-tuned': 'Fine-tuned',
    superseded: 'Superseded',
  },
  originIn: (origin, study) => `${origin} in ${study}`,
  inStudy: (study) => `in ${study}`,
  fromModel: (model) => `from ${model}`,
  heads: {
    'masked-language-model': 'fills in masked words',
    'sequence-classification': 'sorts texts into classes',
    'token-classification': 'marks entities in text',
  },
  bareEncoder: 'bare encoder',
  standings: {
    imported: 'It was brought into the library, and belongs to no study.',
    chosen: 'A user chose to keep it.',
    exported: 'It was exported.',
    start: 'The plan of a study starts from it.',
    newest: 'It is the newest of its kind in its study.',
    ancestor: 'A model that is kept was made from it.',
    repeated: 'Its run was repeated with other settings or data.',
    replaced: 'The same run made it anew after it had been interrupted.',
  },
  superseded: 'superseded',
  kept: 'kept',
  exported: 'exported',
  columns: {
    name: 'Model',
    origin: 'Origin',
    family: 'Architecture',
    parameters: 'Parameters',
    size: 'Size',
    vocabulary: 'Vocabulary',
    languages: 'Languages',
    stored: 'Stored',
  },
  sortedAscending: (column) =>
    `The models of this workspace, sorted by “${column}”, ascending. Choose a column to sort by it.`,
  sortedDescending: (column) =>
    `The models of this workspace, sorted by “${column}”, descending. Choose a column to sort by it.`,
  findModel: 'Find a model',
  findExample: 'Name, study, language…',
  whatItDoes: 'What it does',
  any: 'All',
  whereFrom: 'Where it comes from',
  everywhere: 'Everywhere',
  study: 'Study',
  quoted: (words) => `“${words}”`,
  noneMatches: (filter) => `No model matches ${filter}`,
  stillThere: (count) =>
    plural(count, { one: 'All # model are still there.', other: 'All # models are still there.' }),
  clearFilter: 'Clear the filter',
  shownModels: 'Models that are shown',
  allShown: (count, bytes) =>
    `${plural(count, { one: '# model', other: '# models' })}, ${bytes} of weights.`,
  someShown: (shown, count, bytes) =>
    `${shown} of ${plural(count, { one: '# model', other: '# models' })}, ${bytes} of weights.`,
  noneShown: (count) => plural(count, { one: '0 of # model.', other: '0 of # models.' }),
  facts: 'Facts',
  shape: 'Layers × hidden size',
  shapeOf: (layers, hiddenSize, heads) =>
    `${layers} × ${hiddenSize}, ${plural(heads, { one: '# head', other: '# heads' })}`,
  longestText: 'Longest text',
  tokens: (count) => plural(count, { one: '# token', other: '# tokens' }),
  pieces: (count) => plural(count, { one: '# piece', other: '# pieces' }),
  classes: 'Classes',
  weightsHash: 'SHA-256 of the weights',
  lineage: 'Where it comes from',
  lineageNote: 'The first of the line on top. Data is named by SHA-256',
  lineageTable: 'Where the model comes from',
  step: 'Step',
  data: 'On',
  run: 'Run',
  when: 'When',
  vocabularyOfStudy: (study) => `in the study ${study}`,
  measured: 'Measured',
  measuredNote: 'Means over folds, of the runs that were fine-tuned from it or made it',
  notMeasured: 'Not measured yet',
  notMeasuredHint:
    'Use it in the plan of a study: on your labelled notes it is tested fold by fold.',
  measuredTable: 'What was measured of the model',
  task: 'Task',
  folds: 'Folds',
  metrics: 'Metrics',
  dependents: 'What depends on it',
  isStage: 'The study that pre-trained it is built on it.',
  noDependents: 'No model was made from it, and no plan of a study starts from it.',
  madeFromIt: 'Models that were made from it:',
  startFromIt: 'Studies whose plans start from it:',
  importNotes: 'At the import',
  notesUnknown:
    'Not written down: this model was imported by an earlier version. Import the folder again in a new workspace to see what was missing.',
  notesNone: 'No weight was missing, and none was left out.',
  weights: (count) => plural(count, { one: '# weight', other: '# weights' }),
  importTitle: 'Import a model',
  importFolder: 'Folder of the model',
  importFolderHint: (folder) =>
    `On the machine where Anamnesis runs; with config.json, the weights and the vocabulary. A relative path begins at ${folder}`,
  importName: 'Name, if not that of the folder',
  importNameRule: 'Lower-case letters, digits, dot, underscore and hyphen',
  import: 'Import',
  workUnderWay: 'Wait for the work under way',
  exportWrites:
    'Writes a folder that transformers, transformers.js and onnxruntime open, with a model card and checksums.',
  exportIsPlain:
    'It is not encrypted, and weights can repeat pieces of the text that they were trained on: guard the folder as you guard that text.',
  exportCare: 'The audit log keeps that it was written.',
  exportFolder: 'New or empty folder',
  exportFolderHint: (folder) =>
    `On the machine where Anamnesis runs. A relative path begins at ${folder}`,
  smallerCopy: 'Export also a smaller copy',
  smallerCopyHint:
    'About a quarter of the size (int8), beside the model at its full size (float32), for machines with less memory. Smaller copies can answer differently. So both are asked about sample texts of yours, and the copy is refused, with the figure, unless they answer the same in at least 99 of 100 cases.',
  sampleFile: 'File of sample texts',
  sampleFileHint:
    'Plain text, one text a line: at least a hundred like those that the model will read, and none on which it was trained. They stay here; the model card names only the file’s SHA-256. A large model takes a while to answer them all',
  tasks: {
    import: (subject) => `Importing ${subject}`,
    verify: (subject) => `Checking ${subject}`,
    export: (subject) => `Exporting ${subject}`,
  },
  underWay: 'under way',
  workOnModel: 'Work on a model',
  showIt: 'Show it',
  copyDisagrees: (model) => `The smaller copy of ${model} does not answer as the model does.`,
  onYourTexts: 'On your sample texts',
  neededAtLeast: 'Needed at least',
  copyDisagreesHint:
    'What you measured of the model may not hold for such a copy, so nothing was written. The model itself is unchanged: use it at its full size. (The mean cosine says how alike the raw answers are; 1 is the same.)',
  copyUnproven: (model) =>
    `The sample texts cannot show whether a smaller copy of ${model} answers as the model does.`,
  neededButFound: (needed, found) => `Needed: ${needed}. Found: ${found}.`,
  nothingWritten: 'Nothing was written yet; the form keeps what you entered.',
  exportWithoutCopy: 'Export without the smaller copy',
  intoFolder: (folder) => `into ${folder}`,
  removeQuestion: (model) => `Remove ${model}?`,
  removeConfirm: 'Remove the model',
  removeStage: (study) =>
    `It cannot be removed: the study ${study} pre-trained it and is built on it.`,
  removeStageWithModels: 'These models were made from it, and their line stays complete:',
  removeParent:
    'It cannot be removed: these models were made from it, and their line stays complete. Remove those first:',
  removeLoses: (bytes) =>
    `Its weights, ${bytes}, are deleted. Nobody can bring them back, unless from a backup of the workspace. What was measured with it stays.`,
  removeStopsPlans: 'The plans of these studies start from it; they could not be run again:',
  removeIsFree: 'No model and no plan of a study depends on it.',
  pruneQuestion: 'Remove superseded models?',
  pruneConfirm: (bytes) => `Remove and free ${bytes}`,
  looking: 'Looking…',
  nothingSuperseded: (count) =>
    plural(count, {
      one: 'Nothing is superseded: all # model are still needed.',
      other: 'Nothing is superseded: all # models are still needed.',
    }),
  pruneExplained: (kept) =>
    `A study that is run again with other settings leaves the models of its earlier run behind. Nothing of a result is lost. What was imported, exported or marked to be kept stays, and the newest of every model of a study: ${plural(kept, { one: '# model', other: '# models' })}.`,
  pruneList: 'What is removed',
  pruneOfStudy: (study, moment) => `of ${study}, ${moment}`,
  unusedFiles: (count) =>
    plural(count, {
      one: '# file that nothing refers to',
      other: '# files that nothing refers to',
    }),
  pruned: (bytes, models, files) =>
    `Freed ${bytes}: ${plural(models, { one: '# model', other: '# models' })} in ${plural(files, { one: '# file', other: '# files' })} removed.`,
  prunedReusable: (bytes) => `${bytes} stay in the database and are used for what comes next.`,
  noModels: 'No model yet',
  firstSteps: [
    {
      title: 'Get a model for your language',
      text: 'A language model is a folder of files that others have trained on much text. For Dutch, BERTje or MedRoBERTa.nl; for Spanish, BETO or bsc-bio-ehr-es; for many languages at once, multilingual BERT or XLM-RoBERTa. Ask whoever handles your data to bring the folder onto this machine: Anamnesis never downloads anything.',
    },
    {
      title: 'Import the folder',
      text: 'Say where it is in the form above. It is read, checked and stored encrypted. What is missing or cannot be used is said before anything is kept.',
    },
    {
      title: 'Use it in a study',
      text: 'A study adapts it to your text and tests whether that helped. What the study makes appears here as well.',
    },
  ],
  noFolder: 'No folder at hand? A study can also train a small model from your own text alone:',
  writePlan: 'write a plan',
};
