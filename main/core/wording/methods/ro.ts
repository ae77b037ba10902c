import { createNumbers } from '../numbers.ts';
import type { MethodsWording } from './en.ts';

const { count, decimal } = createNumbers('ro');

export const methods: MethodsWording = {
  title: 'Metode',
  data: 'Date',
  models: 'Modele',
  tasks: 'Ajustare fină și testare',
  computing: 'Calcul',
  statistics: 'Statistică',
  intro: 'Din înregistrările acestui studiu; ce lipsește este marcat, iar un om completează.',
  corpus: ({ name, source, documents, lines, tokens }) =>
    `Corpusul „${name}” a fost citit din ${source}; după curățare, documente: ${count(documents)}, rânduri: ${count(lines)}, tokenuri: ${count(tokens)}.`,
  removed: (parts) => `La curățare s-au eliminat: ${parts.join(', ')}.`,
  nothingRemoved: 'La curățare nu s-a eliminat nimic.',
  taskData: (name, items) => `Sarcina „${name}”: ${items}.`,
  read: (instant, hash) =>
    `Ultima citire: ${instant}; SHA-256 al datelor și al modului de citire: ${hash}…`,
  reading: 'Data citirii și hash',
  setHash: (hash) => `SHA-256 al setului: ${hash}…`,
  lockedOut: ({ document, patient, text }) =>
    `Excluse din cauza seturilor blocate: ${count(document)} din seturile însele, ${count(patient)} ale pacienților lor, ${count(text)} cu aproape același text.`,
  lostLabels: (parts) => `Etichete excluse la import: ${parts.join(', ')}.`,
  imported: ({ repaired, leftOut, kept }) =>
    `Import: ${count(repaired)} reparate, ${count(leftOut)} excluse, ${count(kept)} lăsate cum erau.`,
  model: (name, steps) => `„${name}”: ${steps}.`,
  parameters: (parameters) => `Număr de parametri: ${count(parameters)}.`,
  pretrained: ({ epochs, batch, tokens, rate, masked }) =>
    `Preantrenare: epoci: cel mult ${count(epochs)}; rânduri pe pas al optimizatorului: ${count(batch)}, de cel mult ${count(tokens)} tokenuri, rata de învățare ${rate}, ${decimal(masked)} % din tokenuri mascate.`,
  pretraining: 'Setările preantrenării',
  fineTuned: ({ epochs, batch, rate, tokens }) =>
    `Epoci: cel mult ${count(epochs)}; loturi de ${count(batch)}, rata de învățare ${rate}, cel mult ${count(tokens)} tokenuri.`,
  settings: 'Setările ajustării fine',
  repeats: (repeats, folds) =>
    `Împărțiri ale exemplelor: ${count(repeats)}, de fiecare dată în ${count(folds)} partiții.`,
  baselines: (names) => `Modele de referință: ${names}.`,
  seed: (seed) => `Sămânța fiecărei împărțiri și a tuturor numerelor aleatoare: ${seed}.`,
  seedMissing: 'Sămânța',
  engine: (engine) => `Calculat cu ${engine}.`,
  engineMissing: 'Motorul de calcul',
  machine: 'Procesor, memorie și sistem de operare',
  took: (runs, duration) => `Rulări încheiate: ${count(runs)}; împreună au durat ${duration}.`,
  tookMissing: 'Durata rulărilor',
  energy: 'Energie',
  program: (version, hash) => `Raportat de Anamnesis ${version}; SHA-256 al planului: ${hash}…`,
  runVersions: 'Versiunea cu care s-a făcut fiecare rulare',
  wilcoxon:
    'Modelele au fost comparate pe partiții cu testul rangurilor cu semn al lui Wilcoxon, bilateral, și cu testul t corectat pentru datele de antrenare comune (Nadeau și Bengio, 2003).',
  correctedT:
    'Modelele au fost comparate pe toate partițiile cu testul t corectat pentru datele de antrenare comune (Nadeau și Bengio, 2003), fiindcă datele au fost împărțite de mai multe ori.',
  holm: (size) => `p a fost ajustat prin metoda lui Holm într-o familie de ${count(size)}.`,
  equivalence:
    'Unde s-a dat o marjă, echivalența a fost verificată cu două teste unilaterale, cu ajustarea lui Holm.',
  friedman:
    'Trei sau mai multe modele au fost ordonate cu testul lui Friedman și perechile lui Nemenyi.',
  bootstrap: ({ task, resamples, groups, method }) =>
    `Intervalele pentru „${task}” provin din ${count(resamples)} reeșantionări bootstrap a ${count(groups)} pacienți, documente sau exemple izolate (${method === 'bca' ? 'BCa' : 'percentile'}).`,
  mcnemar:
    'Predicțiile acelorași exemple au fost comparate cu testul lui McNemar, exact și pe grupuri întregi.',
  calibration: 'Calibrarea a fost descrisă prin intercept și pantă.',
  threshold: (task) => `Pentru „${task}” s-a ales un prag după sensibilitatea dorită.`,
  noTests: 'Niciun model nu a fost comparat printr-un test.',
};
