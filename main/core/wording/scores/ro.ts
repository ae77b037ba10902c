import type { ScoresWording } from './en.ts';

export const scores: ScoresWording = {
  testedExample: 'un exemplu pe care a fost testat un model al studiului',
  none: 'niciunul',
  lookAnew: 'Priviți din nou rezultatele studiului.',
  taskOfStudy: 'o sarcină a studiului',
  modelOfTask: 'un model măsurat pe sarcină sau una dintre referințele ei',
  anotherName: 'alt nume',
  finishedFold: 'scoruri ale unei partiții încheiate',
  finishFold:
    'Încheiați mai întâi o partiție (fold) a sarcinii cu acest model; cele ale unei versiuni anterioare a programului nu au scoruri.',
  classification: 'o sarcină cu clase',
  entities: 'una cu entități',
  noCurves: 'Priviți erorile și cifrele ei: curbele și pragurile sunt ale claselor.',
  oneOfClasses: 'una dintre clasele sarcinii',
  nameClass: 'Numiți o clasă așa cum o au etichetele sarcinii.',
};
