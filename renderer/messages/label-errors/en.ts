import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { LabelErrorsMessages } from './messages.ts';

const plural = createPlural('en');

export const labelErrors: LabelErrorsMessages = {
  title: 'Labels that may be wrong',
  lead: 'A model reads each document in a fold that has not learned from it, and says how likely the labels given are. The least likely come first; you keep or change them, and what was changed makes the next version of the set.',
  setVersion: (set, version) => `${isolate(set)}, version ${version}`,
  find: 'Let a model look',
  findNote: 'It is a study as any: it can be stopped, and goes on later.',
  labels: 'Labels',
  labelKinds: { classes: 'classes of documents', spans: 'marks in the text' },
  model: 'By',
  words: 'words counted (classes alone, seconds)',
  chooseModel: 'Choose…',
  folds: 'Folds',
  frozen: 'Only the head learns: minutes in the place of hours',
  start: 'Begin',
  checks: 'What models have said',
  noChecks: 'No model has looked at this version yet.',
  foldsOf: (done, all) => `${done} of ${all} folds`,
  walk: 'Walk through',
  walkNamed: (model) => `Walk through what ${isolate(model)} does not believe`,
  progressOf: (model) => `Folds of ${model}`,
  queue: 'Labels in doubt',
  kind: 'What may be wrong',
  kinds: { class: 'Class', boundary: 'Begin or end', missing: 'Missing', spurious: 'Spurious' },
  allKinds: 'All',
  found: (count) => plural(count, { one: '# label', other: '# labels' }),
  decided: (kept, changed) => `${kept} kept, ${changed} changed`,
  none: 'Nothing is in doubt',
  noneHint: 'The model believes all labels of this kind.',
  given: 'Given',
  expected: 'Expected',
  nothing: 'nothing',
  keep: 'Keep it',
  change: 'Change it',
  openAgain: 'Open again',
  decisions: { open: 'open', kept: 'kept', changed: 'changed' },
  text: 'Text of the document',
  markOf: { given: (label) => `given: ${label}`, expected: (label) => `expected: ${label}` },
  apply: 'Make the next version',
  applied: (version, changed) =>
    plural(changed, {
      one: `Version ${version} has # changed label.`,
      other: `Version ${version} has # changed labels.`,
    }),
  compared: (other, same) =>
    plural(other, {
      one: `# document has other labels than before, ${same} are the same.`,
      other: `# documents have other labels than before, ${same} are the same.`,
    }),
  toVersion: 'See and export it',
  backToSet: 'The set',
};
