import { createNumbers } from '../numbers.ts';
import type { ConsistencyWording } from './en.ts';

const { decimal } = createNumbers('ro');

export const consistency: ConsistencyWording = {
  place: (table: string, row: number, about: string, column: string) =>
    `„${table}”, rândul ${row} (${about}), ${column}`,
  told: (place: string, found: number, why: string, other: string | null) =>
    `${place}: ${decimal(found)}. ${why}${other === null ? '' : ` Vezi ${other}.`}`,
  outOfRange: (least: number, most: number) =>
    `Se află între ${decimal(least)} și ${decimal(most)}.`,
  f1AboveItsParts: (most: number) =>
    `O medie a F1 este cel mult media armonică a preciziei și recallului medii: ${decimal(most)}.`,
  f1NotOfItsParts: (least: number, most: number) =>
    `F1 este media armonică a preciziei și recallului: de la ${decimal(least)} la ${decimal(most)}.`,
  noSuchCount: (nearest: number) =>
    `Din atâtea exemple nicio proporție nu se rotunjește la aceasta; cea mai apropiată este ${decimal(nearest)}.`,
  noSuchMatrix:
    'Niciun număr de răspunsuri corecte și greșite pentru două clase nu dă aceste valori la atâtea exemple.',
  macroNotTheMean: (least: number, most: number) =>
    `O medie macro este media simplă a claselor: de la ${decimal(least)} la ${decimal(most)}.`,
  differenceNotOfMeans: (least: number, most: number) =>
    `Mediile celor două diferă cu ${decimal(least)} până la ${decimal(most)}.`,
  pBelowTheLeast: (least: number) =>
    `Testul Wilcoxon cu atât de puține perechi nu poate da un p mai mic decât ${decimal(least)}.`,
  pNotOfTheTest: (nearest: number) =>
    `Testul Wilcoxon cu atâtea perechi nu poate da acest p; cel mai apropiat este ${decimal(nearest)}.`,
  holmBelowP: (least: number) => `p-ul lui Holm nu este niciodată sub p: ${decimal(least)}.`,
  holmNotInOrder: (least: number) =>
    `p-ul lui Holm păstrează ordinea lui p: aici cel puțin ${decimal(least)}.`,
  agrees: (numbers: number) => `${decimal(numbers)} numere citite; nimic nu se contrazice.`,
  contradictions: (found: number, numbers: number) =>
    `${decimal(found)} din ${decimal(numbers)} numere contrazic altele sau ceea ce este posibil:`,
  noTable: 'niciun tabel',
  underPassword: 'un document cu parolă',
  otherDocument: 'alt tip de document sau unul Word dinainte de 2007',
  damagedDocument: (rule) => `un document care nu poate fi citit în întregime (${rule})`,
  otherEncoding: 'altă codificare',
  largerFile: 'un fișier mai mare',
  tablesWanted:
    'tabele cu rezultate în CSV sau LaTeX în UTF-8, ori într-un document Word (.docx), de cel mult 10 MB',
  saveTables:
    'Salvați tabelul ca CSV în UTF-8, cu un antet care numește modelul, clasa și măsurile, sau documentul fără parolă ca .docx.',
};
