import { createPlural } from '#contract/language.ts';
import type { NewStudyMessages } from './messages.ts';

const plural = createPlural('en');

export const newStudy: NewStudyMessages = {
  lead: 'In four steps from a purpose to a plan: what for, which data, which models, and a last look at what it costs. It is checked while you fill it in; the plan as text is beside it for who prefers that.',
  pathsFrom: (folder) => `JSON. Paths are relative to ${folder}`,
  emptyAgain: 'What you filled in here is lost, and the form is empty again.',
  backToStudy: 'Back to the study',
  changeLead:
    'Results that the change does not touch are kept. Which would go is asked before anything does; a plan with another name is another study, and this one stays.',
  wholePlan: 'JSON, with whole paths and with all settings that were left out',
  planAgain: 'What you wrote here is lost, and the plan of the study as it is stands here again.',
  plan: 'Plan',
  check: 'Check',
  checking: 'Checking…',
  start: 'Start',
  beginAnew: 'Begin anew…',
  beginAnewTitle: 'Begin anew?',
  discard: 'Discard what I wrote',
  startWithFaultsTitle: 'Start it all the same?',
  startWithFaults: 'Start it all the same',
  faultsAbove: 'The check found what would end the study; it stands on the page.',
  faults: (count) =>
    plural(count, {
      one: '# thing would end the study:',
      other: '# things would end the study:',
    }),
  noFaults: 'Nothing was found that would end the study.',
  wouldReplace: (study) =>
    `It would replace the plan of the study “${study}”, which is there already.`,
  asksFor: 'What it asks for',
  stepsByKind: (steps, kinds) => `${steps}: ${kinds}`,
  runs: {
    vocabulary: (count) => plural(count, { one: '# vocabulary', other: '# vocabularies' }),
    pretraining: (count) => plural(count, { one: '# pre-training', other: '# pre-trainings' }),
    transfer: (count) =>
      plural(count, { one: '# source of a transfer', other: '# sources of transfers' }),
    'zero-shot': (count) => plural(count, { one: '# zero-shot test', other: '# zero-shot tests' }),
    'few-shot': (count) =>
      plural(count, { one: '# training on few examples', other: '# trainings on few examples' }),
    final: (count) => plural(count, { one: '# final model', other: '# final models' }),
    perplexity: (count) =>
      plural(count, { one: '# measurement of perplexity', other: '# measurements of perplexity' }),
    baseline: (count) => plural(count, { one: '# baseline', other: '# baselines' }),
    'fine-tuning': (count) => plural(count, { one: '# fine-tuning', other: '# fine-tunings' }),
  },
  corpus: (name) => `corpus ${name}`,
  task: (name) => `task ${name}`,
  model: (name) => `model ${name}`,
  files: (count) => plural(count, { one: '# file', other: '# files' }),
  documents: (count) => plural(count, { one: '# document', other: '# documents' }),
  seenInPart: (items, share) => `about ${items} (looked at the first ${share} only)`,
  moreLabels: (count) => plural(count, { one: '# more', other: '# more' }),
  startsFrom: (start) => `from ${start}`,
  parameters: (count) => plural(count, { one: '# parameter', other: '# parameters' }),
  longestText: (tokens) => `texts of up to ${tokens} tokens`,
  time: 'time',
  timeUnknown: 'not known yet: the engine was not measured on this machine',
  timeAbout: (duration, engine) => `very roughly ${duration} for all steps, on ${engine}`,
  room: 'room on the disk',
  roomAbout: (needed) => `about ${needed}`,
  roomOfFree: (needed, free) => `about ${needed}, of ${free} that are free`,
  replaceTitle: (study) => `Replace the plan of “${study}”?`,
  replace: 'Replace it',
  replaceAndLose: 'Replace it, and lose these',
  sameName:
    'A study of this name is there, with another plan, and would go on with this one. To keep both, give the plan another name.',
  noneFinished: 'None of its steps is finished yet: no result is lost.',
  noneTouched: (finished) =>
    plural(finished, {
      one: 'The change touches none of its # finished step: no result is lost, as long as the files that the plan names are what they were.',
      other:
        'The change touches none of its # finished steps: no result is lost, as long as the files that the plan names are what they were.',
    }),
  lost: (steps) =>
    plural(steps, {
      one: '# finished step loses its results and has to be computed anew; nobody can bring them back, unless from a backup of the workspace:',
      other:
        '# finished steps lose their results and have to be computed anew; nobody can bring them back, unless from a backup of the workspace:',
    }),
  lostResults: 'Results that would go',
  lostStep: (kind, name) => `${kind} ${name}`,
  lostFolds: (task, model, folds) =>
    `${task}, ${model}: ${folds.length === 1 ? 'fold' : 'folds'} ${folds.join(', ')}`,
  noneKept: 'No other step is finished.',
  kept: (steps) =>
    plural(steps, {
      one: '# other finished step keeps its results.',
      other: '# other finished steps keep their results.',
    }),
  keepBoth: 'To keep both, give the changed plan another name.',
};
