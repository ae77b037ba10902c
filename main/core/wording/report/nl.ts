import type { ReportWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, p, decimal } = createNumbers('nl');
const plural = createPlural('nl');

/** What is never split, where it is not a column of the data. */
const groups = new Map([
  ['patient', 'een patiënt'],
  ['document', 'een document'],
  ['patient or document', 'een patiënt of document'],
]);

export const report: ReportWording = {
  title: (study) => `${study} – studierapport`,
  studyReport: 'Studierapport',
  started: 'Begonnen',
  runsTook: 'Duur van de runs',
  engine: 'Rekenmotor',
  plan: 'Plan (SHA-256)',
  program: 'Programma',
  notFinished: 'Niet voltooid',
  soFar: 'De cijfers gaan over de folds die tot nu toe klaar zijn.',
  failed: (place, expected, found, remedy, code) =>
    `De studie is mislukt: ${place === null ? '' : `${place}: `}verwacht: ${expected}; gevonden: ${found}. ${remedy} [${code}]`,
  inShort: 'In het kort',
  warnings: 'Waarschuwingen',
  writtenBy: (version) =>
    `Geschreven door Anamnesis ${version} op de machine die de studie heeft uitgevoerd. Dezelfde cijfers staan in results.csv en results.json.`,

  model: 'Model',
  type: (kind) => (kind === 'entities' ? 'Type' : kind === 'multi-label' ? 'Label' : 'Klasse'),
  folds: 'Folds',
  fold: (number) => `Fold ${count(number)}`,
  foldsOf: (finished, all) => `${count(finished)} van ${count(all)}`,
  range: (lower, upper) => `${lower} tot ${upper}`,

  task: (kind, items, counts, folds, grouping) =>
    `${kind === 'entities' ? 'Herkenning van entiteiten in' : kind === 'multi-label' ? 'Classificatie met meerdere labels van' : 'Classificatie van'} ${items} (${counts}), met kruisvalidatie in ${plural(folds, { one: '# gestratificeerde fold', other: '# gestratificeerde folds' })}${grouping}, voor elk model dezelfde.`,
  items: (kind, found) =>
    kind !== 'entities'
      ? plural(found, { one: '# notitie', other: '# notities' })
      : plural(found, { one: '# zin', other: '# zinnen' }),
  itemsOfSet: (items, set, version) => `${items} van set ${set} versie ${version}`,
  typeCount: (kind, found) =>
    kind === 'multi-label'
      ? plural(found, { one: '# label', other: '# labels' })
      : kind !== 'entities'
        ? plural(found, { one: '# klasse', other: '# klassen' })
        : plural(found, { one: '# type', other: '# typen' }),
  notGrouped: (kind) =>
    ` (${kind !== 'entities' ? 'notities' : 'zinnen'} van dezelfde patiënt of hetzelfde document kunnen in verschillende folds zitten)`,
  grouped: (by) => `, zonder ooit ${groups.get(by) ?? `wat in “${by}” gelijk is`} te splitsen`,
  typesCounted: (task, kind) =>
    `${task}: ${kind !== 'entities' ? 'klassen en hun notities' : 'typen en hun entiteiten'}`,
  countedColumn: (kind) => (kind !== 'entities' ? 'Notities' : 'Entiteiten'),
  share: 'Aandeel',
  leftOut: 'Weggelaten',
  comparedBy: (metric) => `Modellen worden vergeleken op ${metric}.`,
  strict:
    'Een entiteit telt alleen als haar type en beide uiteinden juist zijn (strikte beoordeling volgens IOB2).',
  spread:
    '± is de helft van het 95%-t-interval van het gemiddelde over de folds; folds delen trainingsdata, dus lees het als hun spreiding, niet als een grens.',
  lastEpoch:
    'Het model is dat van de laatste epoch; geen epoch is gekozen op grond van resultaten op testdata.',
  plotTitle: (metric, task) => `${metric} van elk model op ${task}`,
  higherIsBetter: (metric) => `${metric} (hoger is beter)`,
  plotCaption:
    'Elke cirkel is een fold, de ruit het gemiddelde met zijn 95%-interval; dunne lijnen verbinden dezelfde fold van naburige modellen. De as begint niet altijd bij 0.',
  foldValue: (fold, value) => `Fold ${count(fold)}: ${value}`,
  noFoldFinished: 'geen fold voltooid',
  plotText: (model, summary, values) =>
    `${model}: gemiddelde en 95%-interval ${summary}; folds ${values.join('; ')}.`,
  meansOver: (task) => `${task}: gemiddelde over de folds`,
  byType: (task, kind) =>
    kind !== 'entities'
      ? `${task}: per klasse, gemiddelde over de folds waarin zij voorkomt`
      : `${task}: per entiteitstype, gemiddelde over de folds waarin het voorkomt`,
  examplesOfType: (kind, found) =>
    kind !== 'entities'
      ? plural(found, { one: '# notitie', other: '# notities' })
      : plural(found, { one: '# entiteit', other: '# entiteiten' }),
  inFolds: (tested, finished) =>
    `in ${count(tested)} van ${plural(finished, { one: '# fold', other: '# folds' })}`,
  meanings: 'Wat deze getallen betekenen',
  everyFold: 'Elke fold',
  everyFoldOf: (task) => `${task}: elke fold; elke waarde verwijst naar haar run`,
  metric: 'Maat',
  allTypes: 'alle',

  metElsewhere: 'Elders tegengekomen: training en corpora',
  metCounts: (task, unit) =>
    `${task}: ${unit === 'notes' ? 'notities' : 'zinnen'} die elders werden tegengekomen, bijna gelijk (waarvan woord voor woord)`,
  metShare: (near, of, exact) => `${count(near)} van ${count(of)} (${count(exact)})`,
  foldColumn: 'Fold',
  testByTraining: 'Getest, in training',
  testByCorpora: 'Getest, in corpora',
  trainingByCorpora: 'Geleerd, in corpora',
  mostAlike: (task, pairs) =>
    `${task}: de meest gelijkende van ${plural(pairs, { one: '# paar', other: '# paren' })}`,
  example: 'Voorbeeld',
  metIn: 'Tegengekomen in',
  metAt: 'Plaats',
  jaccard: 'Jaccard',
  containment: 'Deel dat overlapt',

  comparisons: 'Vergelijkingen',
  comparisonTable: 'Vergelijkingen van modellen op de hoofdmaat van elke taak',
  aAgainstB: 'A tegenover B',
  against: 'tegenover',
  effect: 'Effect',
  verdict: 'Oordeel',
  tests: (exactUpTo, familySize) =>
    `W en p: rangtekentoets van Wilcoxon over de folds, tweezijdig, exact${exactUpTo === null ? '' : ` tot ${count(exactUpTo)} folds`}. p (Holm): gecorrigeerd voor ${familySize === 1 ? 'één vergelijking' : `de ${count(familySize)} vergelijkingen van het plan`}. Effect: rang-biseriële correlatie voor gepaarde waarnemingen, van −1 (B altijd hoger) tot 1 (A altijd hoger). p (t) en het interval van A − B: t-toets voor herhaalde steekproeven, gecorrigeerd voor overlappende trainingssets (Nadeau en Bengio, 2003). Folds delen trainingsdata, zodat de toets van Wilcoxon alleen te gemakkelijk verschillen vindt; een oordeel is pas bevestigd als beide toetsen het bij ${decimal(0.05)} eens zijn.`,
  testsRepeated:
    'Waar de voorbeelden van een taak meermaals verdeeld zijn, zijn W en p van de eerste verdeling; p (Holm) en het oordeel zijn van de gecorrigeerde toets over alle folds.',
  floorTooHigh: (folds, floor, level) =>
    `Met ${plural(folds, { one: '# fold', other: '# folds' })} is de kleinste tweezijdige p die kan voorkomen ${p(floor)}, zodat geen verschil significant kan zijn bij ${decimal(level)}, hoe groot het ook is.`,
  floor: (folds, floor) =>
    `Met ${plural(folds, { one: '# fold', other: '# folds' })} is de kleinste tweezijdige p die kan voorkomen ${p(floor)}, die alleen wordt bereikt als elke fold hetzelfde model gelijk geeft.`,

  models: 'Modellen',
  modelTable: 'Modellen en hoe ze zijn ontstaan',
  parameters: 'Parameters',
  lineage: 'Herkomst',

  corpora: 'Corpora',
  corpusTable: 'Tekst voor pretraining, na het opschonen',
  corpus: 'Corpus',
  source: 'Bron',
  documents: 'Documenten',
  lines: 'Regels',
  tokens: 'Tokens',
  removed: 'Verwijderd',
  removedCount: (what, found) => {
    const forms = {
      'documents of the locked test set': {
        one: '# document van de vergrendelde testset',
        other: '# documenten van de vergrendelde testset',
      },
      'documents of its patients': {
        one: '# document van patiënten daarvan',
        other: '# documenten van patiënten daarvan',
      },
      'documents like it': {
        one: '# document dat daarop lijkt',
        other: '# documenten die daarop lijken',
      },
      'copied-forward paragraphs': {
        one: '# meegekopieerde alinea',
        other: '# meegekopieerde alinea’s',
      },
      'near-duplicate documents': {
        one: '# bijna gelijk document',
        other: '# bijna gelijke documenten',
      },
      markup: { one: '# opmaakteken', other: '# opmaaktekens' },
      'special characters': { one: '# bijzonder teken', other: '# bijzondere tekens' },
      'empty lines': { one: '# lege regel', other: '# lege regels' },
      'duplicate lines': { one: '# dubbele regel', other: '# dubbele regels' },
    };
    return plural(found, forms[what]);
  },
  fileCount: (files) => plural(files, { one: '# bestand', other: '# bestanden' }),
  filesEmptied: (files, emptied) =>
    `${plural(files, { one: '# bestand', other: '# bestanden' })}, waarvan ${count(emptied)} waarin niets overbleef`,

  vocabularies: 'Vocabulaires',
  vocabularyTable: 'Hoe vocabulaires de corpora verdelen',
  vocabulary: 'Vocabulaire',
  words: 'Woorden',
  tokensPerWord: 'Tokens per woord',
  unknownTokens: 'Onbekende tokens',
  before: 'voor',
  vocabularyNote:
    'Tokens per woord: 1 als het vocabulaire elk woord kent, meer naarmate het fijner verdeelt. Een woord is wat tussen witruimte staat. “Voor” is het vocabulaire dat is uitgebreid, op dezelfde tekst.',
  tokenCount: (found) => plural(found, { one: '# token', other: '# tokens' }),
  extendedBy: (added, tokens) => `uitgebreid met ${count(added)} tot ${tokens}`,
  trainedBy: (algorithm, tokens) =>
    `${algorithm === 'wordpiece' ? 'WordPiece' : 'BPE op bytes'}, ${tokens}`,

  import: 'Import',
  importTable: 'Wat opviel in de bestanden, en wat ermee is gedaan',
  file: 'Bestand',
  rule: 'Regel',
  done: 'Gedaan',
  count: 'Aantal',
  action: (action) =>
    ({ repaired: 'hersteld', 'left-out': 'weggelaten', kept: 'behouden' })[action],

  runs: 'Runs',
  runTable: 'Alle runs van de studie',
  run: 'Run',
  state: 'Toestand',
  startedUtc: 'Begonnen (UTC)',
  took: 'Duur',
  configuration: 'Configuratie',
  runState: (state) =>
    ({
      queued: 'wacht',
      running: 'loopt',
      stopping: 'stopt',
      stopped: 'gestopt',
      failed: 'mislukt',
      finished: 'voltooid',
    })[state],

  transfers: 'Overdracht',
  transfer: (source, target, metric) =>
    `geleerd op ${source}, getest op de folds van ${target}, op ${metric}`,
  labelsLearned: (transfer) => `${transfer}: als wat labels worden geleerd`,
  transferTable: (transfer) => `${transfer}: wat is geleerd, en hoe het op het doel gaat`,
  transferDifferences: (transfer, familySize) =>
    `${transfer}: verschillen; p (Holm) gecorrigeerd voor ${familySize === 1 ? 'één vergelijking' : `de ${count(familySize)} vergelijkingen`} van alle overdrachten`,
  transferNote:
    'De bron wordt één keer geleerd, uit al haar labels; geen voorbeeld van het doel koos een epoche of een instelling. Van meerdere trekkingen van een fold nemen vergelijkingen het gemiddelde. Afwijking en bereik van trekkingen zijn wat het lot van hetzelfde aantal voorbeelden maakt, met de folds waarop ze worden getest; “los van de fold” is de afwijking van wat voorbeelden toevoegen aan het model zonder voorbeelden op dezelfde fold.',
  learned: 'Geleerd',
  tested: 'Getest',
  mean: 'Gemiddelde',
  deviation: 'Afwijking',
  smallestToLargest: 'Kleinste tot grootste',
  beyondFold: 'Afwijking los van de fold',
  setting: (condition, shots) =>
    ({
      'target-only': 'doel alleen',
      'zero-shot': 'bron (zero-shot)',
      'few-shot': `bron + ${shots === null ? 'alle voorbeelden' : plural(shots, { one: '# voorbeeld', other: '# voorbeelden' })}`,
      alone: `${plural(shots ?? 0, { one: '# voorbeeld', other: '# voorbeelden' })} alleen`,
    })[condition],
  settable: 'een rapport dat als PDF gezet kan worden',
  refusedByTypesetter: 'een dat het zetprogramma weigert',
  chooseOtherFormat: 'Kies een ander formaat, en meld dit als een fout van het programma.',
};
