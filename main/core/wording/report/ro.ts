import type { ReportWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, p, decimal } = createNumbers('ro');
const plural = createPlural('ro');

/** What is never split, where it is not a column of the data. */
const groups = new Map([
  ['patient', 'un pacient'],
  ['document', 'un document'],
  ['patient or document', 'un pacient sau un document'],
]);

const folds = { one: '# fold', few: '# folduri', other: '# de folduri' };

export const report: ReportWording = {
  title: (study) => `${study} – raportul studiului`,
  studyReport: 'Raportul studiului',
  started: 'Început',
  runsTook: 'Durata rulărilor',
  engine: 'Motor de calcul',
  plan: 'Plan (SHA-256)',
  program: 'Programul',
  notFinished: 'Neîncheiat',
  soFar: 'Cifrele cuprind foldurile încheiate până acum.',
  failed: (place, expected, found, remedy, code) =>
    `Studiul a eșuat: ${place === null ? '' : `${place}: `}așteptat: ${expected}; găsit: ${found}. ${remedy} [${code}]`,
  inShort: 'Pe scurt',
  warnings: 'Avertismente',
  writtenBy: (version) =>
    `Scris de Anamnesis ${version} pe calculatorul care a rulat studiul. Aceleași cifre sunt în results.csv și results.json.`,

  model: 'Model',
  type: (kind) => (kind === 'entities' ? 'Tip' : kind === 'multi-label' ? 'Etichetă' : 'Clasă'),
  folds: 'Folduri',
  fold: (number) => `Fold ${count(number)}`,
  foldsOf: (finished, all) => `${count(finished)} din ${count(all)}`,
  range: (lower, upper) => `${lower} – ${upper}`,

  task: (kind, items, counts, foldCount, grouping) =>
    `${kind === 'entities' ? 'Recunoașterea entităților:' : kind === 'multi-label' ? 'Clasificare cu mai multe etichete:' : 'Clasificare:'} ${items} (${counts}), cu validare încrucișată în ${plural(foldCount, { one: '# fold stratificat', few: '# folduri stratificate', other: '# de folduri stratificate' })}${grouping}, aceleași pentru fiecare model.`,
  items: (kind, found) =>
    kind !== 'entities'
      ? plural(found, { one: '# notă', few: '# note', other: '# de note' })
      : plural(found, { one: '# propoziție', few: '# propoziții', other: '# de propoziții' }),
  itemsOfSet: (items, set, version) => `${items} din setul ${set}, versiunea ${version}`,
  typeCount: (kind, found) =>
    kind === 'multi-label'
      ? plural(found, { one: '# etichetă', few: '# etichete', other: '# de etichete' })
      : kind !== 'entities'
        ? plural(found, { one: '# clasă', few: '# clase', other: '# de clase' })
        : plural(found, { one: '# tip', few: '# tipuri', other: '# de tipuri' }),
  notGrouped: (kind) =>
    ` (${kind !== 'entities' ? 'notele' : 'propozițiile'} aceluiași pacient sau document pot fi în folduri diferite)`,
  grouped: (by) => `, fără a împărți vreodată ${groups.get(by) ?? `ce coincide în „${by}”`}`,
  typesCounted: (task, kind) =>
    `${task}: ${kind !== 'entities' ? 'clasele și notele lor' : 'tipurile și entitățile lor'}`,
  countedColumn: (kind) => (kind !== 'entities' ? 'Note' : 'Entități'),
  share: 'Proporție',
  leftOut: 'Omise',
  comparedBy: (metric) => `Modelele se compară după ${metric}.`,
  strict: 'O entitate contează numai dacă tipul și ambele capete sunt corecte (IOB2 strict).',
  spread:
    '± este jumătate din intervalul t de 95 % al mediei pe folduri; foldurile au în comun date de antrenare, așa că citiți-l ca împrăștierea lor, nu ca o limită.',
  lastEpoch:
    'Modelul este cel al ultimei epoci; nicio epocă nu a fost aleasă după rezultatele pe datele de test.',
  plotTitle: (metric, task) => `${metric} pentru fiecare model: ${task}`,
  higherIsBetter: (metric) => `${metric} (mai mare este mai bine)`,
  plotCaption:
    'Fiecare cerc este un fold, rombul este media cu intervalul ei de 95 %; liniile subțiri unesc același fold al modelelor vecine. Axa nu începe neapărat la 0.',
  foldValue: (fold, value) => `Fold ${count(fold)}: ${value}`,
  noFoldFinished: 'niciun fold încheiat',
  plotText: (model, summary, values) =>
    `${model}: media și intervalul de 95 % ${summary}; folduri ${values.join('; ')}.`,
  meansOver: (task) => `${task}: media pe folduri`,
  byType: (task, kind) =>
    kind !== 'entities'
      ? `${task}: pe clase, media pe foldurile în care apare clasa`
      : `${task}: pe tipuri de entități, media pe foldurile în care apare tipul`,
  examplesOfType: (kind, found) =>
    kind !== 'entities'
      ? plural(found, { one: '# notă', few: '# note', other: '# de note' })
      : plural(found, { one: '# entitate', few: '# entități', other: '# de entități' }),
  inFolds: (tested, finished) => `în ${count(tested)} din ${plural(finished, folds)}`,
  meanings: 'Ce înseamnă aceste numere',
  everyFold: 'Fiecare fold',
  everyFoldOf: (task) => `${task}: fiecare fold; fiecare valoare trimite la rularea ei`,
  metric: 'Metrică',
  allTypes: 'toate',

  metElsewhere: 'Întâlnite în altă parte: antrenare și corpusuri',
  metCounts: (task, unit) =>
    `${task}: ${unit === 'notes' ? 'note întâlnite' : 'propoziții întâlnite'} în altă parte, aproape identice (dintre ele, cuvânt cu cuvânt)`,
  metShare: (near, of, exact) => `${count(near)} din ${count(of)} (${count(exact)})`,
  foldColumn: 'Fold',
  testByTraining: 'Testate, întâlnite la învățare',
  testByCorpora: 'Testate, întâlnite în corpusuri',
  trainingByCorpora: 'Învățate, întâlnite în corpusuri',
  mostAlike: (task, pairs) =>
    `${task}: cele mai asemănătoare din ${plural(pairs, { one: '# pereche', few: '# perechi', other: '# de perechi' })}`,
  example: 'Exemplu',
  metIn: 'Întâlnit în',
  metAt: 'Loc',
  jaccard: 'Jaccard',
  containment: 'Parte cuprinsă',

  comparisons: 'Comparații',
  comparisonTable: 'Comparații ale modelelor după metrica principală a fiecărei sarcini',
  aAgainstB: 'A față de B',
  against: 'față de',
  effect: 'Efect',
  verdict: 'Verdict',
  tests: (exactUpTo, familySize) =>
    `W și p: testul rangurilor cu semn al lui Wilcoxon pe folduri, bilateral, exact${exactUpTo === null ? '' : ` până la ${plural(exactUpTo, folds)}`}. p (Holm): ajustat pentru ${familySize === 1 ? 'o comparație' : `cele ${plural(familySize, { one: '# comparație', few: '# comparații', other: '# de comparații' })} ale planului`}. Efect: corelația biserială a rangurilor pentru perechi, de la −1 (B mereu mai mare) la 1 (A mereu mai mare). p (t) și intervalul lui A − B: test t cu reeșantionare, corectat pentru seturi de antrenare suprapuse (Nadeau și Bengio, 2003). Foldurile au în comun date de antrenare, astfel încât testul lui Wilcoxon singur găsește diferențe prea ușor; un verdict este confirmat numai unde ambele teste sunt de acord la ${decimal(0.05)}.`,
  testsRepeated:
    'Unde exemplele unei sarcini au fost împărțite de mai multe ori, W și p sunt ale primei împărțiri, iar p (Holm) și verdictul sunt ale testului corectat pe toate foldurile.',
  floorTooHigh: (foldCount, floor, level) =>
    `Cu ${plural(foldCount, folds)} cel mai mic p bilateral posibil este ${p(floor)}, astfel încât nicio diferență nu poate fi semnificativă la ${decimal(level)}, oricât de mare ar fi.`,
  floor: (foldCount, floor) =>
    `Cu ${plural(foldCount, folds)} cel mai mic p bilateral posibil este ${p(floor)}, atins numai când fiecare fold favorizează același model.`,

  models: 'Modele',
  modelTable: 'Modelele și cum s-au format',
  parameters: 'Parametri',
  lineage: 'Proveniență',

  corpora: 'Corpusuri',
  corpusTable: 'Text pentru preantrenare, după curățare',
  corpus: 'Corpus',
  source: 'Sursă',
  documents: 'Documente',
  lines: 'Linii',
  tokens: 'Tokeni',
  removed: 'Eliminate',
  removedCount: (what, found) => {
    const forms = {
      'documents of the locked test set': {
        one: '# document din setul de test blocat',
        few: '# documente din setul de test blocat',
        other: '# de documente din setul de test blocat',
      },
      'documents of its patients': {
        one: '# document al pacienților lui',
        few: '# documente ale pacienților lui',
        other: '# de documente ale pacienților lui',
      },
      'documents like it': {
        one: '# document asemănător',
        few: '# documente asemănătoare',
        other: '# de documente asemănătoare',
      },
      'copied-forward paragraphs': {
        one: '# paragraf copiat dintr-unul anterior',
        few: '# paragrafe copiate din altele anterioare',
        other: '# de paragrafe copiate din altele anterioare',
      },
      'near-duplicate documents': {
        one: '# document aproape identic',
        few: '# documente aproape identice',
        other: '# de documente aproape identice',
      },
      markup: {
        one: '# marcaj de formatare',
        few: '# marcaje de formatare',
        other: '# de marcaje de formatare',
      },
      'special characters': {
        one: '# caracter special',
        few: '# caractere speciale',
        other: '# de caractere speciale',
      },
      'empty lines': { one: '# linie goală', few: '# linii goale', other: '# de linii goale' },
      'duplicate lines': {
        one: '# linie dublată',
        few: '# linii dublate',
        other: '# de linii dublate',
      },
    };
    return plural(found, forms[what]);
  },
  fileCount: (files) => plural(files, { one: '# fișier', few: '# fișiere', other: '# de fișiere' }),
  filesEmptied: (files, emptied) =>
    `${plural(files, { one: '# fișier', few: '# fișiere', other: '# de fișiere' })}, dintre care ${count(emptied)} din care nu a rămas nimic`,

  vocabularies: 'Vocabulare',
  vocabularyTable: 'Cum împart vocabularele corpusurile',
  vocabulary: 'Vocabular',
  words: 'Cuvinte',
  tokensPerWord: 'Tokeni pe cuvânt',
  unknownTokens: 'Tokeni necunoscuți',
  before: 'înainte',
  vocabularyNote:
    'Tokeni pe cuvânt: 1 unde vocabularul cunoaște fiecare cuvânt, mai mult cu cât împarte mai fin. Un cuvânt este ce stă între spații albe. „Înainte” este vocabularul care a fost extins, pe același text.',
  tokenCount: (found) => plural(found, { one: '# token', few: '# tokeni', other: '# de tokeni' }),
  extendedBy: (added, tokens) => `extins cu ${count(added)} până la ${tokens}`,
  trainedBy: (algorithm, tokens) =>
    `${algorithm === 'wordpiece' ? 'WordPiece' : 'BPE la nivel de octeți'}, ${tokens}`,

  import: 'Importul',
  importTable: 'Ce a ieșit în evidență în fișiere și ce s-a făcut',
  file: 'Fișier',
  rule: 'Regulă',
  done: 'Ce s-a făcut',
  count: 'Număr',
  action: (action) => ({ repaired: 'corectat', 'left-out': 'omis', kept: 'păstrat' })[action],

  runs: 'Rulări',
  runTable: 'Toate rulările studiului',
  run: 'Rulare',
  state: 'Stare',
  startedUtc: 'Început (UTC)',
  took: 'Durată',
  configuration: 'Configurație',
  runState: (state) =>
    ({
      queued: 'în așteptare',
      running: 'în curs',
      stopping: 'se oprește',
      stopped: 'oprită',
      failed: 'eșuată',
      finished: 'încheiată',
    })[state],

  transfers: 'Transfer',
  transfer: (source, target, metric) =>
    `învățat din ${source}, testat pe foldurile din ${target}, după ${metric}`,
  labelsLearned: (transfer) => `${transfer}: ca ce se învață etichetele`,
  transferTable: (transfer) => `${transfer}: ce s-a învățat și ce rezultate dă pe țintă`,
  transferDifferences: (transfer, familySize) =>
    `${transfer}: diferențe; p (Holm) ajustat pentru ${familySize === 1 ? 'o comparație' : `cele ${count(familySize)} comparații`} ale tuturor transferurilor`,
  transferNote:
    'Sursa se învață o singură dată, din toate etichetele ei; niciun exemplu al țintei nu a ales o epocă sau o setare. Din mai multe extrageri ale unui fold, comparațiile iau media. Abaterea și intervalul extragerilor sunt ceea ce face hazardul din același număr de exemple, cu foldurile pe care se testează; „în afara foldului” este abaterea a ceea ce adaugă exemplele la modelul fără ele pe același fold.',
  learned: 'Învățat',
  tested: 'Testat',
  mean: 'Medie',
  deviation: 'Abatere',
  smallestToLargest: 'De la cel mai mic la cel mai mare',
  beyondFold: 'Abatere în afara foldului',
  setting: (condition, shots) =>
    ({
      'target-only': 'doar ținta',
      'zero-shot': 'sursa (zero-shot)',
      'few-shot': `sursa + ${shots === null ? 'toate exemplele' : plural(shots, { one: 'un exemplu', few: '# exemple', other: '# de exemple' })}`,
      alone: `doar ${plural(shots ?? 0, { one: 'un exemplu', few: '# exemple', other: '# de exemple' })}`,
    })[condition],
  settable: 'un raport care poate fi compus ca PDF',
  refusedByTypesetter: 'unul pe care programul de compunere îl refuză',
  chooseOtherFormat: 'Alegeți alt format și semnalați aceasta ca defect al programului.',
};
