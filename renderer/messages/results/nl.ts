import { createPlural } from '#contract/language.ts';
import type { ResultsMessages } from './messages.ts';

const plural = createPlural('nl');

export const results: ResultsMessages = {
  metrics: {
    mcc: {
      name: 'MCC',
      meaning:
        'Matthews-correlatie tussen waarheid en voorspelling, voor twee of meer klassen: 1 is volmaakt, 0 is niet beter dan toeval, of één klasse voor alles.',
    },
    accuracy: {
      name: 'Nauwkeurigheid',
      meaning: 'Aandeel van de voorbeelden dat de juiste klasse kreeg.',
    },
    'subset-accuracy': {
      name: 'Exacte overeenstemming',
      meaning:
        'Aandeel van de notities die precies de juiste labels kregen, geen te veel en geen te weinig.',
    },
    'hamming-loss': {
      name: 'Hamming-verlies',
      meaning:
        'Aandeel van alle antwoorden, één per notitie en label, die onjuist zijn: lager is beter.',
    },
    'f1-micro': {
      name: 'F1 (micro)',
      meaning:
        'F1 uit de opgetelde aantallen van alle typen: elke entiteit of elk voorbeeld weegt even zwaar.',
    },
    'f1-macro': {
      name: 'F1 (macro)',
      meaning:
        'Gewoon gemiddelde van de F1 van elke klasse of elk type: een zeldzame weegt even zwaar als een veelvoorkomende. Een klasse die in de fold ontbreekt telt als 0; een entiteitstype alleen waar het waar of voorspeld is.',
    },
    'f1-weighted': {
      name: 'F1 (gewogen)',
      meaning:
        'Gemiddelde van de F1 van elk type, gewogen naar hoe vaak het type werkelijk voorkomt.',
    },
    'precision-micro': {
      name: 'Precisie (micro)',
      meaning: 'Aandeel van alles wat is gevonden dat juist is.',
    },
    'precision-macro': {
      name: 'Precisie (macro)',
      meaning:
        'Gewoon gemiddelde van de precisie van elke klasse of elk type die F1 (macro) meetelt.',
    },
    'precision-weighted': {
      name: 'Precisie (gewogen)',
      meaning:
        'Gemiddelde van de precisie van elk type, gewogen naar hoe vaak het type werkelijk voorkomt.',
    },
    'recall-micro': {
      name: 'Recall (micro)',
      meaning: 'Aandeel van alles wat te vinden was dat is gevonden.',
    },
    'recall-macro': {
      name: 'Recall (macro)',
      meaning:
        'Gewoon gemiddelde van de recall van elke klasse of elk type die F1 (macro) meetelt.',
    },
    'recall-weighted': {
      name: 'Recall (gewogen)',
      meaning:
        'Gemiddelde van de recall van elk type, gewogen naar hoe vaak het type werkelijk voorkomt.',
    },
    precision: {
      name: 'Precisie',
      meaning: 'Aandeel van wat dit type kreeg dat het werkelijk heeft.',
    },
    recall: {
      name: 'Recall',
      meaning: 'Aandeel van wat dit type werkelijk heeft dat het ook kreeg.',
    },
    f1: {
      name: 'F1',
      meaning: 'Harmonisch gemiddelde van de precisie en de recall van dit type.',
    },
    support: {
      name: 'Aantal',
      meaning: 'Hoe vaak het type werkelijk voorkomt in de testfold.',
    },
  },
  verdicts: {
    'candidate-better': 'Kandidaat beter',
    'baseline-better': 'Uitgangsmodel beter',
    'candidate-better-unconfirmed': 'Kandidaat beter, onbevestigd',
    'baseline-better-unconfirmed': 'Uitgangsmodel beter, onbevestigd',
    undecided: 'Geen verschil aangetoond',
    'too-few-folds': 'Te weinig folds',
    incomplete: 'Niet voltooid',
  },
  comparisons: (count, verdicts) =>
    plural(count, { one: `# vergelijking: ${verdicts}`, other: `# vergelijkingen: ${verdicts}` }),
  readInWords: 'Lees ze in woorden',
  parts: {
    overview: 'Overzicht',
    curves: 'Curven',
    threshold: 'Drempel',
    errors: 'Fouten',
    learning: 'Leren',
    across: 'Andere studies',
  },
  partsOf: (task) => `Delen van de resultaten van ${task}`,
  allTasks: 'Alle taken',
  noSuchTask: 'Deze studie heeft geen resultaten van zo’n taak',
  noFold: 'Er is nog geen fold voltooid',
  figuresAppear:
    'Cijfers verschijnen hier zodra de eerste fold van de eerste taak is voltooid. Een vergelijking heeft alle folds van beide modellen nodig.',
  differentFolds:
    'De modellen hebben verschillende folds voltooid, en sommige folds zijn moeilijker dan andere: deze gemiddelden kunnen nog niet worden vergeleken. Vergelijkingen kijken alleen naar folds die beide modellen hebben voltooid.',
  met: {
    title: 'Elders tegengekomen',
    meaning:
      'Voorbeelden die bijna gelijk zijn aan andere: geteste aan die waarvan de fold leert, en geteste of geleerde aan passages van de corpora; tussen haakjes die met dezelfde woorden. Waar geteste elders werden tegengekomen, zijn de cijfers beter dan die van nieuwe tekst zouden zijn. contamination.csv, onder het rapport, noemt de paren.',
    pairs: (count) => plural(count, { one: '# paar', other: '# paren' }),
    table: (task) => `Elders tegengekomen: ${task}`,
    fold: 'Fold',
    testByTraining: 'Getest, in training',
    testByCorpora: 'Getest, in corpora',
    trainingByCorpora: 'Geleerd, in corpora',
    count: (near, of, exact) => `${near} van ${of} (${exact})`,
  },
  transfer: {
    note: (source, target, metric) =>
      `geleerd op ${source}, getest op de folds van ${target}, op ${metric}`,
    learnedAs: 'Labels worden geleerd als:',
    settingsOf: (transfer) => `Wat voor ${transfer} is geleerd, en hoe het gaat`,
    differencesOf: (transfer) => `Verschillen van ${transfer}`,
    learned: 'Geleerd',
    tested: 'Getest',
    deviation: 'Afwijking',
    range: 'Kleinste, grootste',
    setting: (condition, shots) =>
      ({
        'target-only': 'doel alleen',
        'zero-shot': 'bron (zero-shot)',
        'few-shot': `bron + ${shots === null ? 'alle voorbeelden' : `${shots} voorbeelden`}`,
        alone: `${shots ?? ''} voorbeelden alleen`,
      })[condition],
    side: (model, setting) => `${model}, ${setting}`,
    howToRead:
      'De bron wordt één keer geleerd, uit al haar labels, met een vast aantal epochen: geen voorbeeld van het doel koos iets. Afwijking en bereik zijn over folds of, bij weinig voorbeelden, over trekkingen, die voor elk model dezelfde zijn; van meerdere trekkingen van een fold nemen verschillen het gemiddelde. p is gecorrigeerd voor de vergelijkingen van alle overdrachten.',
  },
  inEachFold: (metric) => `${metric} in elke fold`,
  comparisonsBy: (metric) => `Vergelijkingen op ${metric}`,
  comparisonsOn: (task) => `Vergelijkingen op ${task}`,
  report: 'Rapport',
  model: 'Model',
  mean: 'Gemiddelde',
  foldNumber: (fold) => `Fold ${fold}`,
  folds: 'Folds',
  foldsOf: (finished, all) => `${finished} van ${all}`,
  metricsOf: (task) =>
    `Maten van ${task}: gemiddelde over de folds, ± de helft van het 95%-interval. Kies een maat om haar in de grafiek te zien.`,
  metric: 'Maat',
  each: {
    classification: {
      title: 'Per klasse',
      column: 'Klasse',
      table: (metric, task) => `${metric} van elke klasse van ${task}`,
    },
    'multi-label': {
      title: 'Per label',
      column: 'Label',
      table: (metric, task) => `${metric} van elk label van ${task}`,
    },
    'entity-recognition': {
      title: 'Per type',
      column: 'Type',
      table: (metric, task) => `${metric} van elk type van ${task}`,
    },
  },
  meanAndInterval: 'gemiddelde over de folds ± de helft van het 95%-interval',
  candidateAgainstBaseline: 'Kandidaat tegenover uitgangsmodel',
  against: (candidate, baseline) => `${candidate} tegenover ${baseline}`,
  verdict: 'Oordeel',
  difference: 'Verschil, 95%-interval',
  interval: (lower, upper) => `[${lower}; ${upper}]`,
  pHolm: 'p, Holm',
  pCorrected: 'p, gecorrigeerde t',
  smallestP: 'Kleinste p',
  testsUsed: {
    exact: 'p: rangtekentoets van Wilcoxon, tweezijdig, exact.',
    approximate: 'p: rangtekentoets van Wilcoxon, tweezijdig, benaderd.',
  },
  adjustedOverPlan: 'p, Holm: aangepast voor alle vergelijkingen van het plan.',
  decidedByCorrected:
    'De voorbeelden zijn meermaals verdeeld: p is van de eerste verdeling, p, Holm en het oordeel zijn van de gecorrigeerde toets over alle folds.',
  floor: (folds, smallestP) =>
    plural(folds, {
      one: `Met # fold geeft geen uitkomst, hoe duidelijk ook, een p onder ${smallestP}.`,
      other: `Met # folds geeft geen uitkomst, hoe duidelijk ook, een p onder ${smallestP}.`,
    }),
  sharedExamples:
    'Folds delen trainingsvoorbeelden; het interval en de gecorrigeerde t-toets (Nadeau en Bengio) houden daar rekening mee. Een verschil is alleen bevestigd waar beide toetsen het eens zijn.',
  plot: 'Folds als punten, een staande lijn als hun gemiddelde, een balk als het 95%-interval ervan; een lijn verbindt dezelfde fold van twee modellen',
  point: ({ model, fold, metric, value }) =>
    `${model}, fold ${fold}: ${metric} ${value}. De stap openen`,
  pointHint: (model, fold, value) => `${model}, fold ${fold}: ${value}`,
  howToRead:
    'Punten zijn folds, de staande lijn is hun gemiddelde, de grijze balk het 95%-interval ervan (±), dat modellen niet van elkaar onderscheidt: zie daarvoor de vergelijkingen. Dunne lijnen verbinden dezelfde fold van twee modellen. Kies een punt om de stap te openen; pijltoetsen gaan van punt naar punt.',
};
