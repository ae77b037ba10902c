import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { SettlingMessages } from './messages.ts';

const plural = createPlural('en');

export const settling: SettlingMessages = {
  navigation: (project) => `Parts of ${project}`,
  parts: {
    project: 'Documents',
    next: 'What comes next',
    agreement: 'Agreement',
    settling: 'Differences',
    corrections: 'What became of mine',
  },

  agreementLead:
    'How far persons agree who labelled the same documents without knowing of each other. Only documents that all who label them have done count.',
  marks: 'Marks',
  marksNote:
    'F1 of marks: exact where type and place are the same, overlapping where marks of one type share a character. Whoever is held for the truth, it is the same.',
  classes: 'Classes',
  classesNote:
    'Alpha (Krippendorff) holds for any number of persons, kappa (Fleiss) where each document has as many; 1 is full agreement, 0 that of chance.',
  pairs: 'Two persons each',
  pairsNote: 'Cohen’s kappa, unweighted, of the documents that both have done.',
  measures: {
    'span-f1-exact': 'F1 of marks, exact',
    'span-f1-overlapping': 'F1 of marks, overlapping',
    'nominal-alpha': 'Krippendorff’s alpha of classes',
    'fleiss-kappa': 'Fleiss’ kappa of classes',
    'cohen-kappa': 'Cohen’s kappa of classes',
  },
  shortMeasures: {
    'span-f1-exact': 'Exact F1',
    'span-f1-overlapping': 'Overlapping F1',
    'nominal-alpha': 'Alpha',
    'fleiss-kappa': 'Fleiss’ kappa',
    'cohen-kappa': 'Cohen’s kappa',
  },
  type: 'Type',
  className: 'Class',
  allTypes: 'All types',
  allClasses: 'All classes',
  persons: 'Persons',
  pair: (first, second) => `${isolate(first)} and ${isolate(second)}`,
  documents: 'Documents',
  markCount: 'Marks of all',
  givenCount: 'Given to',
  within: (lower, upper) => `[${lower}, ${upper}]`,
  rests: (documents) => plural(documents, { one: 'on # document', other: 'on # documents' }),
  notDefined: 'not defined',
  undefinedBecause: {
    'no-shared-documents': 'no document was done by two persons',
    'one-category': 'all gave the same to all: chance alone explains it',
    'nothing-marked': 'nobody marked anything',
    'uneven-raters': 'documents were labelled by different numbers of persons',
  },
  withoutInterval: {
    'too-few-groups': 'no interval: fewer than ten patients or documents',
    'often-undefined': 'no interval: too often not defined when drawn again',
    'no-spread': 'no interval: the same however it is drawn',
  },

  settlingLead:
    'Documents that two persons have done; what both gave cannot be changed any more. One difference after the other is settled here.',
  settleNext: 'Settle the next',
  found: (count) => plural(count, { one: '# document', other: '# documents' }),
  document: 'Document',
  differences: 'Differences',
  decided: 'Decided',
  state: 'State',
  states: { open: 'Open', settled: 'Settled', agreed: 'No difference' },
  noPairs: 'No document was done by two persons yet',
  noPairsHint:
    'A project says which share of its documents two persons label. Their differences appear here when both are done.',

  progressOf: (document) => `Differences decided in ${document}`,
  place: (place, count) => `Difference ${place} of ${count}`,
  kinds: {
    class: 'Class',
    missing: 'Marked by one only',
    type: 'Type',
    boundary: 'Begin or end',
    attributes: 'Attributes',
  },
  hidden: 'Who is left and who is right is drawn anew for each difference; names are not told.',
  sides: { left: 'Left', right: 'Right' },
  keep: { left: 'Keep left', right: 'Keep right', both: 'Keep both', neither: 'Keep neither' },
  kept: { left: 'left kept', right: 'right kept', both: 'both kept', neither: 'neither kept' },
  nothing: 'nothing',
  open: 'open',
  takeBack: 'Open again',
  allSettled: 'All differences of this document are settled.',
  noDifferences: 'Both gave the same to this document.',
  nextDocument: 'Next document',
  backToList: 'All differences',
  markOfSide: { left: (label) => `left: ${label}`, right: (label) => `right: ${label}` },
  spoken: (place, kind, left, right) => `${place}, ${kind}. Left: ${left}. Right: ${right}`,

  correctionsLead:
    'Where your labels differed from those of another person, and what was kept when that was settled.',
  mine: 'Mine',
  other: 'The other’s',
  outcome: 'Kept',
  outcomes: { mine: 'mine', other: 'the other’s', both: 'both', neither: 'neither' },
  noCorrections: 'Nothing of yours was settled yet',
  noCorrectionsHint:
    'When somebody settles the differences of a document that you and another person labelled, it appears here.',
  allAgreed: 'No difference: both gave the same.',
  earlier: 'Earlier',
  later: 'Later',
  pageOf: (from, to, total) => `${from} to ${to} of ${total}`,

  freeze: 'Freeze…',
  freezeTitle: (project) => `Freeze labels of ${isolate(project)}`,
  freezeLead:
    'Makes the next version of a labelled set, on which studies run and which can be exported. It does not change any more, whatever is labelled later.',
  setName: 'Name of the set',
  whose: 'Labels',
  settledLabels: 'on which all agree, or as settled',
  labelsOf: (person) => `of ${isolate(person)}`,
  slice: 'Documents',
  slices: { all: 'all', test: 'those drawn for a test', rest: 'all but those drawn for a test' },
  freezeNow: 'Freeze',
  frozen: (name, version, documents) =>
    `${isolate(name)}, version ${version}, has ${plural(documents, { one: '# document', other: '# documents' })}.`,
  leftOut: {
    open: (count) =>
      plural(count, {
        one: '# document is not done by all who label it: left out.',
        other: '# documents are not done by all who label them: left out.',
      }),
    unsettled: (count) =>
      plural(count, {
        one: '# document has differences that are not settled: left out.',
        other: '# documents have differences that are not settled: left out.',
      }),
    others: (count) =>
      plural(count, {
        one: '# document was not labelled by this person: left out.',
        other: '# documents were not labelled by this person: left out.',
      }),
  },
  toSet: 'See and export it',
};
