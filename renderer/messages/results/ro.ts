import { createPlural } from '#contract/language.ts';
import type { ResultsMessages } from './messages.ts';

const plural = createPlural('ro');

export const results: ResultsMessages = {
  metrics: {
    mcc: {
      name: 'MCC',
      meaning:
        'Corelația Matthews dintre adevăr și predicție, pentru două clase sau mai multe: 1 este perfect, 0 nu este mai bun decât întâmplarea, sau o singură clasă pentru toate.',
    },
    accuracy: {
      name: 'Acuratețe',
      meaning: 'Proporția exemplelor care au primit clasa corectă.',
    },
    'subset-accuracy': {
      name: 'Acuratețea setului',
      meaning:
        'Proporția notelor care au primit exact etichetele corecte, nici în plus, nici în minus.',
    },
    'hamming-loss': {
      name: 'Pierderea Hamming',
      meaning:
        'Proporția răspunsurilor greșite din toate, câte unul pentru fiecare notă și etichetă: mai mic este mai bine.',
    },
    'f1-micro': {
      name: 'F1 (micro)',
      meaning:
        'F1 din numărătorile adunate ale tuturor tipurilor: fiecare entitate sau exemplu cântărește la fel.',
    },
    'f1-macro': {
      name: 'F1 (macro)',
      meaning:
        'Media simplă a F1 al fiecărei clase sau al fiecărui tip: una rară cântărește cât una frecventă. O clasă care lipsește din fold contează ca 0; un tip de entitate, numai unde este adevărat sau prezis.',
    },
    'f1-weighted': {
      name: 'F1 (ponderat)',
      meaning: 'Media F1 al fiecărui tip, ponderată cu cât de des apare într-adevăr tipul.',
    },
    'precision-micro': {
      name: 'Precizie (micro)',
      meaning: 'Proporția celor găsite care sunt corecte.',
    },
    'precision-macro': {
      name: 'Precizie (macro)',
      meaning: 'Media simplă a preciziei claselor sau tipurilor pe care le numără F1 (macro).',
    },
    'precision-weighted': {
      name: 'Precizie (ponderată)',
      meaning: 'Media preciziei fiecărui tip, ponderată cu cât de des apare într-adevăr tipul.',
    },
    'recall-micro': {
      name: 'Recall (micro)',
      meaning: 'Proporția celor de găsit care au fost găsite.',
    },
    'recall-macro': {
      name: 'Recall (macro)',
      meaning: 'Media simplă a recallului claselor sau tipurilor pe care le numără F1 (macro).',
    },
    'recall-weighted': {
      name: 'Recall (ponderat)',
      meaning: 'Media recallului fiecărui tip, ponderată cu cât de des apare într-adevăr tipul.',
    },
    precision: {
      name: 'Precizie',
      meaning: 'Proporția celor care au primit acest tip și chiar îl au.',
    },
    recall: {
      name: 'Recall',
      meaning: 'Proporția celor care au într-adevăr acest tip și l-au primit.',
    },
    f1: { name: 'F1', meaning: 'Media armonică a preciziei și recallului acestui tip.' },
    support: {
      name: 'Frecvență',
      meaning: 'De câte ori apare într-adevăr tipul în foldul de test.',
    },
  },
  verdicts: {
    'candidate-better': 'Candidatul mai bun',
    'baseline-better': 'Referința mai bună',
    'candidate-better-unconfirmed': 'Candidatul mai bun, neconfirmat',
    'baseline-better-unconfirmed': 'Referința mai bună, neconfirmat',
    undecided: 'Nicio diferență demonstrată',
    'too-few-folds': 'Prea puține folduri',
    incomplete: 'Neîncheiat',
  },
  comparisons: (count, verdicts) =>
    plural(count, {
      one: `# comparație: ${verdicts}`,
      few: `# comparații: ${verdicts}`,
      other: `# de comparații: ${verdicts}`,
    }),
  readInWords: 'Citiți-le în cuvinte',
  parts: {
    overview: 'Privire de ansamblu',
    curves: 'Curbe',
    threshold: 'Prag',
    errors: 'Erori',
    learning: 'Învățare',
    across: 'Alte studii',
  },
  partsOf: (task) => `Părți ale rezultatelor pentru ${task}`,
  allTasks: 'Toate sarcinile',
  noSuchTask: 'Acest studiu nu are rezultate pentru o astfel de sarcină',
  noFold: 'Niciun fold nu este încă încheiat',
  figuresAppear:
    'Cifrele apar aici imediat ce se încheie primul fold al primei sarcini. O comparație are nevoie de toate foldurile ambelor modele.',
  differentFolds:
    'Modelele au încheiat folduri diferite, iar unele folduri sunt mai grele decât altele: aceste medii nu pot fi încă comparate. Comparațiile privesc numai foldurile pe care le-au încheiat ambele modele.',
  met: {
    title: 'Întâlnite în altă parte',
    meaning:
      'Exemple aproape identice cu altele: cele testate cu unele din care învață foldul, iar cele testate sau învățate cu pasaje din corpusuri; în paranteze cele cu aceleași cuvinte. Unde cele testate au fost întâlnite, cifrele sunt mai bune decât ar fi pe text nou. contamination.csv, sub raport, enumeră perechile.',
    pairs: (count) => plural(count, { one: '# pereche', few: '# perechi', other: '# de perechi' }),
    table: (task) => `Întâlnite în altă parte: ${task}`,
    fold: 'Fold',
    testByTraining: 'Testate, întâlnite la învățare',
    testByCorpora: 'Testate, întâlnite în corpusuri',
    trainingByCorpora: 'Învățate, întâlnite în corpusuri',
    count: (near, of, exact) => `${near} din ${of} (${exact})`,
  },
  transfer: {
    note: (source, target, metric) =>
      `învățat din ${source}, testat pe foldurile din ${target}, după ${metric}`,
    learnedAs: 'Etichetele se învață ca:',
    settingsOf: (transfer) => `Ce s-a învățat pentru ${transfer} și ce rezultate dă`,
    differencesOf: (transfer) => `Diferențe pentru ${transfer}`,
    learned: 'Învățat',
    tested: 'Testat',
    deviation: 'Abatere',
    range: 'Cel mai mic, cel mai mare',
    setting: (condition, shots) =>
      ({
        'target-only': 'doar ținta',
        'zero-shot': 'sursa (zero-shot)',
        'few-shot': `sursa + ${shots === null ? 'toate exemplele' : `${shots} exemple`}`,
        alone: `doar ${shots ?? ''} exemple`,
      })[condition],
    side: (model, setting) => `${model}, ${setting}`,
    howToRead:
      'Sursa se învață o singură dată, din toate etichetele ei, cu epoci fixe: niciun exemplu al țintei nu a ales nimic. Abaterea și intervalul sunt pe folduri sau, cu puține exemple, pe extrageri, aceleași pentru fiecare model; din mai multe extrageri ale unui fold diferențele iau media. p este ajustat pentru comparațiile tuturor transferurilor.',
  },
  inEachFold: (metric) => `${metric} în fiecare fold`,
  comparisonsBy: (metric) => `Comparații după ${metric}`,
  comparisonsOn: (task) => `Comparații: ${task}`,
  report: 'Raport',
  model: 'Model',
  mean: 'Medie',
  foldNumber: (fold) => `Fold ${fold}`,
  folds: 'Folduri',
  foldsOf: (finished, all) => `${finished} din ${all}`,
  metricsOf: (task) =>
    `Metricile sarcinii ${task}: media pe folduri, ± jumătate din intervalul ei de 95 %. Alegeți o metrică pentru a o vedea în grafic.`,
  metric: 'Metrică',
  each: {
    classification: {
      title: 'Pe clase',
      column: 'Clasă',
      table: (metric, task) => `${metric} pentru fiecare clasă: ${task}`,
    },
    'multi-label': {
      title: 'Pe etichetă',
      column: 'Etichetă',
      table: (metric, task) => `${metric} pentru fiecare etichetă: ${task}`,
    },
    'entity-recognition': {
      title: 'Pe tipuri',
      column: 'Tip',
      table: (metric, task) => `${metric} pentru fiecare tip: ${task}`,
    },
  },
  meanAndInterval: 'media pe folduri ± jumătate din intervalul ei de 95 %',
  candidateAgainstBaseline: 'Candidat față de referință',
  against: (candidate, baseline) => `${candidate} față de ${baseline}`,
  verdict: 'Verdict',
  difference: 'Diferență, interval de 95 %',
  interval: (lower, upper) => `[${lower}; ${upper}]`,
  pHolm: 'p, Holm',
  pCorrected: 'p, t corectat',
  smallestP: 'Cel mai mic p',
  testsUsed: {
    exact: 'p: testul rangurilor cu semn al lui Wilcoxon, bilateral, exact.',
    approximate: 'p: testul rangurilor cu semn al lui Wilcoxon, bilateral, aproximat.',
  },
  adjustedOverPlan: 'p, Holm: ajustat pentru toate comparațiile planului.',
  decidedByCorrected:
    'Exemplele au fost împărțite de mai multe ori: p este al primei împărțiri, iar p, Holm și verdictul sunt ale testului corectat pe toate foldurile.',
  floor: (folds, smallestP) =>
    plural(folds, {
      one: `Cu # fold niciun rezultat, oricât de clar, nu dă un p sub ${smallestP}.`,
      few: `Cu # folduri niciun rezultat, oricât de clar, nu dă un p sub ${smallestP}.`,
      other: `Cu # de folduri niciun rezultat, oricât de clar, nu dă un p sub ${smallestP}.`,
    }),
  sharedExamples:
    'Foldurile au exemple de antrenare comune; intervalul și testul t corectat (Nadeau și Bengio) țin seama de aceasta. O diferență este confirmată numai unde ambele teste concordă.',
  plot: 'Foldurile ca puncte, o linie verticală ca medie a lor, o bară ca interval de 95 % al ei; o linie unește același fold a două modele',
  point: ({ model, fold, metric, value }) =>
    `${model}, fold ${fold}: ${metric} ${value}. Deschiderea pasului`,
  pointHint: (model, fold, value) => `${model}, fold ${fold}: ${value}`,
  howToRead:
    'Punctele sunt folduri, linia verticală media lor, bara gri intervalul ei de 95 % (±), care nu deosebește modelele: pentru aceasta vedeți comparațiile. Liniile subțiri unesc același fold a două modele. Alegeți un punct pentru a-i deschide pasul; tastele săgeți duc de la un punct la altul.',
};
