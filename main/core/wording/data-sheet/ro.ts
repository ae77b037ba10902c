import { createNumbers } from '../numbers.ts';
import type { DataSheetWording } from './en.ts';

const { count } = createNumbers('ro');

export const dataSheet: DataSheetWording = {
  title: (set) => `${set} – fișă de date`,
  heading: (set, version) => `${set}, versiunea ${count(version)}`,
  kind: 'Fișă de date',
  frozen: 'Înghețat',
  set: 'Setul',
  setCaption: 'Ce conține',
  documents: 'Documente',
  patients: 'Pacienți',
  dates: 'Datele notelor',
  use: 'Utilizare',
  locked: 'blocat: păstrat pentru un ultim test',
  open: 'deschis: se poate învăța din el',
  sources: 'Surse',
  sourcesCaption: 'Documente pe colecții',
  languagesCaption: 'Documente pe limbi',
  labels: 'Etichete',
  labelsCaption: 'Etichete pe clase sau tipuri',
  labelsNote:
    'Cine a dat etichetele și cât de mult sunt de acord se află în proiectul în care au fost date, nu în set.',
  leftOut: 'Omis la import',
  leftOutNote:
    'Pe reguli ale importului, din tot ce au citit importurile acestor documente: pot fi documente pe care acest set nu le-ar fi ales.',
  leftOutCaption: 'Ce au omis importurile',
  nothingLeftOut: 'Importurile nu au omis nimic.',
  name: 'Nume',
  count: 'Număr',
};
