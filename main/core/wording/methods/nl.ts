import { createNumbers } from '../numbers.ts';
import type { MethodsWording } from './en.ts';

const { count, decimal } = createNumbers('nl');

export const methods: MethodsWording = {
  title: 'Methoden',
  data: 'Gegevens',
  models: 'Modellen',
  tasks: 'Fijnafstelling en toetsing',
  computing: 'Berekening',
  statistics: 'Statistiek',
  intro: 'Uit wat van deze studie vastligt; wat ontbreekt is aangegeven, en schrijft een mens.',
  corpus: ({ name, source, documents, lines, tokens }) =>
    `Corpus “${name}” is gelezen uit ${source}: na opschoning documenten: ${count(documents)}, regels: ${count(lines)}, tokens: ${count(tokens)}.`,
  removed: (parts) => `Bij opschoning verwijderd: ${parts.join(', ')}.`,
  nothingRemoved: 'Opschoning verwijderde niets.',
  taskData: (name, items) => `Taak “${name}”: ${items}.`,
  read: (instant, hash) =>
    `Laatst gelezen op ${instant}; SHA-256 van de gegevens en van hoe ze gelezen worden: ${hash}…`,
  reading: 'Leesdatum en hash',
  setHash: (hash) => `SHA-256 van de set: ${hash}…`,
  lockedOut: ({ document, patient, text }) =>
    `Weggelaten vanwege vergrendelde sets: ${count(document)} van de sets zelf, ${count(patient)} van hun patiënten, ${count(text)} met vrijwel dezelfde tekst.`,
  lostLabels: (parts) => `Labels die de import wegliet: ${parts.join(', ')}.`,
  imported: ({ repaired, leftOut, kept }) =>
    `Import: ${count(repaired)} hersteld, ${count(leftOut)} weggelaten, ${count(kept)} gelaten zoals ze waren.`,
  model: (name, steps) => `“${name}”: ${steps}.`,
  parameters: (parameters) => `Het heeft ${count(parameters)} parameters.`,
  pretrained: ({ epochs, batch, tokens, rate, masked }) =>
    `Voortraining: epochs: ten hoogste ${count(epochs)}; ${count(batch)} rijen per optimalisatiestap van ten hoogste ${count(tokens)} tokens, leersnelheid ${rate}, ${decimal(masked)} % van de tokens gemaskeerd.`,
  pretraining: 'Instellingen van de voortraining',
  fineTuned: ({ epochs, batch, rate, tokens }) =>
    `Epochs: ten hoogste ${count(epochs)}; batches van ${count(batch)}, leersnelheid ${rate}, ten hoogste ${count(tokens)} tokens.`,
  settings: 'Instellingen van de fijnafstelling',
  repeats: (repeats, folds) =>
    `De voorbeelden zijn ${count(repeats)} maal verdeeld, telkens in ${count(folds)} folds.`,
  baselines: (names) => `Ondergrenzen: ${names}.`,
  seed: (seed) => `Startgetal van elke verdeling en van alle toevalsgetallen: ${seed}.`,
  seedMissing: 'Startgetal',
  engine: (engine) => `Berekend met ${engine}.`,
  engineMissing: 'Rekenmachine',
  machine: 'Processor, geheugen en besturingssysteem',
  took: (runs, duration) => `Voltooide runs: ${count(runs)}; samen duurden ze ${duration}.`,
  tookMissing: 'Duur van de runs',
  energy: 'Energie',
  program: (version, hash) =>
    `Gerapporteerd door Anamnesis ${version}; SHA-256 van het plan: ${hash}…`,
  runVersions: 'Versie waarmee elke run is gemaakt',
  wilcoxon:
    'Modellen zijn over folds vergeleken met de rangtekentoets van Wilcoxon, tweezijdig, en met de t-toets die gecorrigeerd is voor gedeelde trainingsgegevens (Nadeau en Bengio, 2003).',
  correctedT:
    'Modellen zijn over alle folds vergeleken met de t-toets die gecorrigeerd is voor gedeelde trainingsgegevens (Nadeau en Bengio, 2003), omdat de gegevens meermaals zijn verdeeld.',
  holm: (size) => `p is gecorrigeerd volgens Holm over een familie van ${count(size)}.`,
  equivalence:
    'Waar een marge was opgegeven, is gelijkwaardigheid getoetst met twee eenzijdige toetsen, met correctie volgens Holm.',
  friedman:
    'Drie of meer modellen zijn gerangschikt met de toets van Friedman en de paren van Nemenyi.',
  bootstrap: ({ task, resamples, groups, method }) =>
    `Intervallen van “${task}” komen uit ${count(resamples)} bootstraptrekkingen van ${count(groups)} patiënten, documenten of losse voorbeelden (${method === 'bca' ? 'BCa' : 'percentielen'}).`,
  mcnemar:
    'Voorspellingen van dezelfde voorbeelden zijn vergeleken met de toets van McNemar, exact en per hele groep.',
  calibration: 'Kalibratie is beschreven met intercept en helling.',
  threshold: (task) => `Voor “${task}” is een drempel gekozen voor de gewenste sensitiviteit.`,
  noTests: 'Er zijn geen modellen met een toets vergeleken.',
};
