import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('en');

/** The data sheet of a frozen set. */
export const dataSheet = {
  title: (set: string) => `${set} – data sheet`,
  heading: (set: string, version: number) => `${set}, version ${count(version)}`,
  kind: 'Data sheet',
  frozen: 'Frozen',
  set: 'The set',
  setCaption: 'What it holds',
  documents: 'Documents',
  patients: 'Patients',
  dates: 'Dates of notes',
  use: 'Use',
  locked: 'locked: kept for a last test',
  open: 'open: may be learned from',
  sources: 'Sources',
  sourcesCaption: 'Documents by collection',
  languagesCaption: 'Documents by language',
  labels: 'Labels',
  labelsCaption: 'Labels by class or type',
  labelsNote:
    'Who gave the labels and how far they agree is in the project in which they were given, not in the set.',
  leftOut: 'Left out by the import',
  leftOutNote:
    'By rule of the import, of all that the imports of these documents read: it may be of documents that this set would not have chosen.',
  leftOutCaption: 'What the imports left out',
  nothingLeftOut: 'The imports left nothing out.',
  name: 'Name',
  count: 'Count',
};

export type DataSheetWording = typeof dataSheet;
