import { createNumbers } from '../numbers.ts';
import type { DataSheetWording } from './en.ts';

const { count } = createNumbers('nl');

export const dataSheet: DataSheetWording = {
  title: (set) => `${set} – gegevensblad`,
  heading: (set, version) => `${set}, versie ${count(version)}`,
  kind: 'Gegevensblad',
  frozen: 'Bevroren',
  set: 'De set',
  setCaption: 'Wat erin zit',
  documents: 'Documenten',
  patients: 'Patiënten',
  dates: 'Data van notities',
  use: 'Gebruik',
  locked: 'vergrendeld: bewaard voor een laatste test',
  open: 'open: er mag van geleerd worden',
  sources: 'Bronnen',
  sourcesCaption: 'Documenten per collectie',
  languagesCaption: 'Documenten per taal',
  labels: 'Labels',
  labelsCaption: 'Labels per klasse of type',
  labelsNote:
    'Wie de labels gaf en hoever zij het eens zijn, staat in het project waarin ze gegeven zijn, niet in de set.',
  leftOut: 'Weggelaten bij de import',
  leftOutNote:
    'Per regel van de import, van alles wat de imports van deze documenten lazen: het kan gaan om documenten die deze set niet gekozen zou hebben.',
  leftOutCaption: 'Wat de imports weglieten',
  nothingLeftOut: 'De imports lieten niets weg.',
  name: 'Naam',
  count: 'Aantal',
};
