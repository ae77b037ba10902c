import type { PlanWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('nl');
const { count } = createNumbers('nl');

export const plan: PlanWording = {
  asDocumented: 'een plan zoals docs/plan.md het beschrijft',
  correctKeys: 'Verbeter deze sleutels; een editor die docs/plan.schema.json leest, markeert ze.',
  jsonHere: (what) => `een bestand in JSON, met hier: ${what}`,
  somethingElse: 'iets anders',
  correctThere:
    'Verbeter het bestand op die plaats; JSON kent geen commentaar en geen komma aan het eind, en een plan geen sleutel twee keer.',
  definedName: 'een naam die het plan definieert',
  oneOf: (names) => `een van ${names.join(', ')}`,
  correctOrDefine: 'Verbeter de naam of definieer die in het plan.',
  textColumn: 'textColumn, omdat het formaat csv is',
  none: 'geen',
  nameTextColumn: 'Noem de kolom die de tekst bevat.',
  labelBesideText: 'een labelColumn naast de textColumn',
  sameColumn: 'dezelfde kolom voor beide',
  nameLabelColumn: 'Noem de kolom die de klasse van een notitie bevat als labelColumn.',
  differentPairs: 'twee verschillende modellen, en elk paar één keer',
  removeComparison: 'Verwijder deze vergelijking.',
  extendOnlyWeights: 'extendVocabulary alleen voor een model dat met gewichten begint',
  fromScratch: 'een dat vanaf nul begint',
  multipleOfHeads: 'een hiddenSize die een veelvoud is van heads',
  sizeAndHeads: (hiddenSize, heads) => `hiddenSize ${hiddenSize} en ${heads} koppen`,
  changeOne: 'Wijzig een van beide, bijvoorbeeld 64 per kop.',
  noCircle: 'modellen die vanaf nul, een checkpoint of een eerder model beginnen',
  circle: (names) => `een kring: ${names.join(' → ')}`,
  breakCircle: 'Laat een ervan vanaf nul of vanaf een checkpoint beginnen.',
  uniqueTitle: 'een titel die geen ander als titel of naam heeft',
  anotherTitle: 'Geef het een andere titel.',
  idlePlan: 'het plan van een studie die niet draait',
  runningPlan: (study) => `dat van ${study}, die draait`,
  waitOrStop: 'Wacht tot die klaar is, of stop die.',
  entitiesNeeded: 'zinnen met entiteiten',
  sentencesWithout: (sentences) =>
    `${plural(sentences, { one: '# zin', other: '# zinnen' })} zonder`,
  checkAnnotations: 'Controleer of de annotaties met de tekst zijn geïmporteerd.',
  twoClasses: 'voorbeelden van minstens twee klassen',
  checkLabelColumn: 'Controleer de labelkolom, of voeg voorbeelden van de andere klasse toe.',
  twoOfEach: 'minstens 2 voorbeelden van elke klasse',
  classesForExamples: (classes, examples) =>
    `${plural(classes, { one: '# klasse', other: '# klassen' })} voor ${plural(examples, { one: '# voorbeeld', other: '# voorbeelden' })}`,
  notClasses: 'Controleer de labelkolom: die lijkt iets anders dan klassen te bevatten.',
  datedExamples: 'voorbeelden waarvan de documenten een datum hebben',
  noneDated: (examples) => `${count(examples)} voorbeelden, geen met een datum`,
  giveDates:
    'Importeer de documenten met de kolom van hun datum en bevries de set opnieuw, of laat "foldsBy" weg.',
  periodsForFolds: (folds) =>
    `dagen voor één periode waarvan wordt geleerd en ${folds} die worden getest, met elk evenveel voorbeelden`,
  periodsFound: (examples, days) =>
    `${count(examples)} voorbeelden met een datum, op ${plural(days, { one: '# dag', other: '# dagen' })}`,
  fewerPeriods: 'Gebruik minder folds, voeg voorbeelden toe of laat "foldsBy" weg.',
  labelsEarlier: (kind) =>
    kind === 'entities'
      ? 'entiteiten in wat ouder is dan elke periode'
      : 'voorbeelden van twee klassen in wat ouder is dan elke periode',
  foundEarlier: (fold, from, examples, labels) =>
    `voor fold ${fold}, waarvan de periode op ${from} begint, ${plural(examples, { one: '# ouder voorbeeld', other: '# oudere voorbeelden' })} van andere patiënten${labels.length === 0 ? '' : `, met alleen ${labels.join(', ')}`}`,
  timeOnce: 'folds naar tijd, die maar op één manier te maken zijn, zonder "repeats"',
  timeRepeated: (repeats) => `${repeats} herhalingen`,
  removeRepeats: 'Laat "repeats" weg, of "foldsBy".',
  timeOfSets:
    'een gelabelde set van de werkruimte waar folds naar tijd worden gemaakt: datums horen bij documenten',
  timeOfFiles: 'bestanden',
  freezeDated:
    'Importeer de bestanden als collectie met de kolom van hun datum, bevries een set en noem die, of laat "foldsBy" weg.',
  foldsWhole: 'een geheel aantal folds, minstens 2',
  setFolds: 'Zet "folds" op 5 of 10.',
  examplesForFolds: (folds) => `minstens ${folds} voorbeelden, één voor elke fold`,
  fewerFolds: 'Gebruik minder folds of voeg voorbeelden toe.',
  groupsForFolds: (folds) => `minstens ${folds} groepen, één voor elke fold`,
  fewerFoldsOrOthers:
    'Gebruik minder folds, of voeg voorbeelden van andere patiënten of documenten toe.',
  ownName: 'een naam die geen taak heeft',
  otherTarget: 'een doel dat niet de bron is',
  dividedOnce: 'een doel waarvan de voorbeelden één keer zijn verdeeld',
  sameKind: 'twee taken van dezelfde soort',
  eachNumberOnce: 'elk aantal voorbeelden één keer',
  changeTransfer: 'Verbeter de overdracht.',
  labelOf: (task, labels) => `een klasse of type van de taak ${task}: ${labels}`,
  nameAsTask: 'Noem die zoals die na "labels" en "types" van de taak heet.',
  learnedLabels: (target, source) =>
    `dat elke klasse of elk type van ${target} uit ${source} wordt geleerd`,
  unlearnedLabels: (unlearned, known) => `geen die ${unlearned} wordt; de bron heeft ${known}`,
  mapOrLeaveOut:
    'Zeg in "labels" van de overdracht hoe de bron ze noemt, of laat ze weg uit het doel met "types" of "labels" van de taak.',
  examplesAtMost: (most) => `hoogstens ${most} voorbeelden, wat er naast de grootste fold is`,
  fewerExamples: 'Vraag er minder, of "all".',
  allRuns: (runs) =>
    `dat alle ${plural(runs, { one: '# stap klaarkomt', other: '# stappen klaarkomen' })}`,
  failedRuns: (failed, named) =>
    `${plural(failed, { one: '# die is mislukt', other: '# die zijn mislukt' })}: ${named}`,
  retryRuns:
    'Bekijk van elk de reden. Doorgaan met de studie probeert ze opnieuw; losse stappen kunnen worden geprobeerd of weggelaten.',
  oneLabelEach:
    'taken waarvan elk voorbeeld één label heeft; meerdere labels worden niet overgedragen',
  oneOfRuns: (named) => `een stap van het plan: ${named}`,
  seeRuns: 'Zie “anamnesis study runs”.',
  failedRun: 'een stap die is mislukt',
  waitingRun: 'een stap die niet is begonnen',
};
