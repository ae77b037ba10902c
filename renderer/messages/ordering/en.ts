import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { OrderingMessages } from './messages.ts';

const plural = createPlural('en');

export const ordering: OrderingMessages = {
  lead: 'Which documents people get next. What was begun stays where it is, and nobody has to wait while a model thinks.',
  first: 'First: the slice for a test',
  noTest:
    'No documents were drawn for a test when this project was made. What a model chooses is no fair sample: a test on it would say too little.',
  test: (documents) =>
    plural(documents, {
      one: '# document was drawn by chance when the project was made, and comes first. No model chooses it, suggests in it or learns from it.',
      other:
        '# documents were drawn by chance when the project was made, and come first. No model chooses among them, suggests in them or learns from them.',
    }),
  testDone: 'Done of the slice for a test',
  testDoneOf: (done, all) => `${done} of ${all} done`,
  rest: 'Then: the rest',
  ways: {
    listed: 'In order',
    random: 'By chance',
    uncertain: 'What the model is least sure of',
    likely: 'What is likely of a label',
  },
  wayNotes: {
    listed: 'as documents came into the workspace',
    random: 'the same for the same seed',
    uncertain: 'and not all of one sort: what teaches it most',
    likely: 'to find what is rare',
  },
  likelyOf: (label) => `What is likely of ${isolate(label)}`,
  asMade: 'As when the project was made.',
  orderedAt: (moment) => `Ordered ${moment}.`,
  orderedBy: (moment, person) => `Ordered ${moment} by ${isolate(person)}.`,
  chosen: (documents) =>
    plural(documents, { one: '# document was chosen.', other: '# documents were chosen.' }),
  byModel: 'By the model',
  learned: (documents, labels, set, version) =>
    `It learned from ${plural(labels, { one: '# label', other: '# labels' })} of ${plural(documents, { one: '# document', other: '# documents' })}: ${isolate(set)}, version ${version}.`,
  learnedElsewhere: 'It learned elsewhere, not from a set of this workspace.',
  learnable: 'Done by all who label them, a model can learn from them',
  untouched: 'Begun by nobody, can be ordered',
  order: 'Order the rest',
  model: 'Model',
  noModel: 'No model knows these labels yet. Let one learn below, or import one under Models.',
  label: 'Label',
  seed: 'Seed',
  orderNow: (documents) =>
    plural(documents, { one: 'Order # document', other: 'Order # documents' }),
  workNames: { order: 'Ordering the rest', suggest: 'Suggesting labels' },
  workDone: {
    order: (documents) =>
      plural(documents, {
        one: '# document comes first now.',
        other: '# documents come first now.',
      }),
    suggest: (documents) =>
      plural(documents, {
        one: 'The model read # document.',
        other: 'The model read # documents.',
      }),
  },
  workStopped: 'Stopped.',
  busyElsewhere: 'A model is at work, in another project or with something else.',
  stop: 'Stop',
  training: 'Let a model learn',
  learnsFrom: (documents) =>
    documents === 0
      ? 'Nothing can be learned from yet: no document outside the slice for a test is done by all who label it.'
      : plural(documents, {
          one: 'It learns from # document that is done by all who label it, without the slice for a test. People go on meanwhile.',
          other:
            'It learns from # documents that are done by all who label them, without the slice for a test. People go on meanwhile.',
        }),
  startFrom: 'Start from',
  howMuch: 'What learns',
  headOnly: 'the head alone: minutes',
  wholeModel: 'the whole model: better, and hours for a large one',
  train: 'Learn from what was labelled',
  trainingOf: (study) => `Progress of ${study}`,
  made: 'It made the model',
  soFar: (project) => `${project} (so far)`,
  modelOf: (project, labels) => `Model of ${project}: ${labels}`,
  askAhead: 'Ask it ahead while I label',
  askAheadNote: 'The next documents are read before you come to them.',
  suggestEverywhere: 'Suggest in the whole project',
  lookedUp: 'Looking words up',
  lookUpStopped: 'Stopped. What was suggested until then stays.',
};
