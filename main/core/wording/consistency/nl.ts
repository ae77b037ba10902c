import { createNumbers } from '../numbers.ts';
import type { ConsistencyWording } from './en.ts';

const { decimal } = createNumbers('nl');

export const consistency: ConsistencyWording = {
  place: (table: string, row: number, about: string, column: string) =>
    `“${table}”, rij ${row} (${about}), ${column}`,
  told: (place: string, found: number, why: string, other: string | null) =>
    `${place}: ${decimal(found)}. ${why}${other === null ? '' : ` Zie ${other}.`}`,
  outOfRange: (least: number, most: number) =>
    `Het ligt tussen ${decimal(least)} en ${decimal(most)}.`,
  f1AboveItsParts: (most: number) =>
    `Een gemiddelde F1 is hoogstens het harmonisch gemiddelde van de gemiddelde precisie en recall: ${decimal(most)}.`,
  f1NotOfItsParts: (least: number, most: number) =>
    `F1 is het harmonisch gemiddelde van precisie en recall: van ${decimal(least)} tot ${decimal(most)}.`,
  noSuchCount: (nearest: number) =>
    `Van zoveel voorbeelden wordt geen aandeel hiertoe afgerond; het dichtstbijzijnde is ${decimal(nearest)}.`,
  noSuchMatrix:
    'Geen aantallen goed en fout van twee klassen geven deze cijfers bij zoveel voorbeelden.',
  macroNotTheMean: (least: number, most: number) =>
    `Een macrogemiddelde is het gewone gemiddelde van de klassen: van ${decimal(least)} tot ${decimal(most)}.`,
  differenceNotOfMeans: (least: number, most: number) =>
    `De gemiddelden van de twee verschillen ${decimal(least)} tot ${decimal(most)}.`,
  pBelowTheLeast: (least: number) =>
    `De toets van Wilcoxon geeft bij zo weinig paren geen kleinere p dan ${decimal(least)}.`,
  pNotOfTheTest: (nearest: number) =>
    `De toets van Wilcoxon kan bij zoveel paren deze p niet geven; de dichtstbijzijnde is ${decimal(nearest)}.`,
  holmBelowP: (least: number) => `De p van Holm ligt nooit onder p: ${decimal(least)}.`,
  holmNotInOrder: (least: number) =>
    `De p van Holm houdt de volgorde van p: hier minstens ${decimal(least)}.`,
  agrees: (numbers: number) => `${decimal(numbers)} getallen gelezen; niets spreekt elkaar tegen.`,
  contradictions: (found: number, numbers: number) =>
    `${decimal(found)} van ${decimal(numbers)} getallen spreken andere getallen tegen, of kunnen niet bestaan:`,
  noTable: 'geen tabel',
  underPassword: 'een document met een wachtwoord',
  otherDocument: 'een ander soort document, of een van Word van vóór 2007',
  damagedDocument: (rule) => `een document dat niet in zijn geheel te lezen is (${rule})`,
  otherEncoding: 'een andere codering',
  largerFile: 'een groter bestand',
  tablesWanted:
    'tabellen met resultaten als CSV of LaTeX in UTF-8, of in een Word-document (.docx), hoogstens 10 MB',
  saveTables:
    'Bewaar de tabel als CSV in UTF-8, met een kop die model, klasse en maten noemt, of het document zonder wachtwoord als .docx.',
};
