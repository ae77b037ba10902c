import type { PlanWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('ro');
const { count } = createNumbers('ro');

export const plan: PlanWording = {
  asDocumented: 'un plan așa cum îl descrie docs/plan.md',
  correctKeys: 'Corectați aceste chei; un editor care citește docs/plan.schema.json le marchează.',
  jsonHere: (what) => `un fișier în JSON, aici: ${what}`,
  somethingElse: 'altceva',
  correctThere:
    'Corectați fișierul în acel loc; JSON nu permite comentarii și nici virgule finale, iar un plan nu permite aceeași cheie de două ori.',
  definedName: 'un nume pe care planul îl definește',
  oneOf: (names) => `unul dintre ${names.join(', ')}`,
  correctOrDefine: 'Corectați numele sau definiți-l în plan.',
  textColumn: 'textColumn, deoarece formatul este csv',
  none: 'niciunul',
  nameTextColumn: 'Indicați coloana care conține textul.',
  labelBesideText: 'o coloană labelColumn pe lângă textColumn',
  sameColumn: 'aceeași coloană pentru amândouă',
  nameLabelColumn: 'Indicați ca labelColumn coloana care conține clasa unei note.',
  differentPairs: 'două modele diferite și fiecare pereche o singură dată',
  removeComparison: 'Eliminați această comparație.',
  extendOnlyWeights: 'extendVocabulary doar pentru un model care pornește cu ponderi',
  fromScratch: 'unul care pornește de la zero',
  multipleOfHeads: 'un hiddenSize care este multiplu de heads',
  sizeAndHeads: (hiddenSize, heads) => `hiddenSize ${hiddenSize} și ${heads} capete`,
  changeOne: 'Modificați una dintre ele, de exemplu 64 pe cap.',
  noCircle: 'modele care pornesc de la zero, de la un punct de control sau de la un model anterior',
  circle: (names) => `un cerc: ${names.join(' → ')}`,
  breakCircle: 'Faceți ca unul dintre ele să pornească de la zero sau de la un punct de control.',
  uniqueTitle: 'un titlu pe care niciun altul nu îl are ca titlu sau nume',
  anotherTitle: 'Dați-i alt titlu.',
  idlePlan: 'planul unui studiu care nu rulează',
  runningPlan: (study) => `cel al studiului ${study}, care rulează`,
  waitOrStop: 'Așteptați să se termine sau opriți-l.',
  entitiesNeeded: 'propoziții cu entități',
  sentencesWithout: (sentences) =>
    `${plural(sentences, { one: 'o propoziție', few: '# propoziții', other: '# de propoziții' })} fără nicio entitate`,
  checkAnnotations: 'Verificați că adnotările au fost importate împreună cu textul.',
  twoClasses: 'exemple din cel puțin două clase',
  checkLabelColumn: 'Verificați coloana de etichete sau adăugați exemple din cealaltă clasă.',
  twoOfEach: 'cel puțin 2 exemple din fiecare clasă',
  classesForExamples: (classes, examples) =>
    `${plural(classes, { one: 'o clasă', few: '# clase', other: '# de clase' })} pentru ${plural(examples, { one: 'un exemplu', few: '# exemple', other: '# de exemple' })}`,
  notClasses: 'Verificați coloana de etichete: pare să conțină altceva decât clase.',
  datedExamples: 'exemple ale căror documente au dată',
  noneDated: (examples) => `${count(examples)} exemple, niciunul cu dată`,
  giveDates:
    'Importați documentele cu coloana datei lor și înghețați setul din nou, sau lăsați deoparte "foldsBy".',
  periodsForFolds: (folds) =>
    `zile pentru o perioadă din care se învață și ${folds} care se testează, cu tot atâtea exemple fiecare`,
  periodsFound: (examples, days) =>
    `${count(examples)} exemple cu dată, în ${plural(days, { one: '# zi', few: '# zile', other: '# de zile' })}`,
  fewerPeriods: 'Folosiți mai puține folduri, adăugați exemple sau lăsați deoparte "foldsBy".',
  labelsEarlier: (kind) =>
    kind === 'entities'
      ? 'entități în ceea ce este dinaintea fiecărei perioade'
      : 'exemple din două clase în ceea ce este dinaintea fiecărei perioade',
  foundEarlier: (fold, from, examples, labels) =>
    `pentru foldul ${fold}, a cărui perioadă începe la ${from}, ${plural(examples, { one: '# exemplu anterior', few: '# exemple anterioare', other: '# de exemple anterioare' })} ale altor pacienți${labels.length === 0 ? '' : `, numai cu ${labels.join(', ')}`}`,
  timeOnce: 'folduri după timp, care se pot face într-un singur fel, fără "repeats"',
  timeRepeated: (repeats) => `${repeats} repetări`,
  removeRepeats: 'Lăsați deoparte "repeats", sau "foldsBy".',
  timeOfSets:
    'un set etichetat al spațiului de lucru acolo unde foldurile se fac după timp: datele calendaristice sunt ale documentelor',
  timeOfFiles: 'fișiere',
  freezeDated:
    'Importați fișierele ca o colecție cu coloana datei lor, înghețați un set și numiți-l, sau lăsați deoparte "foldsBy".',
  foldsWhole: 'un număr întreg de folduri, cel puțin 2',
  setFolds: 'Setați "folds" la 5 sau 10.',
  examplesForFolds: (folds) => `cel puțin ${folds} exemple, câte unul pentru fiecare fold`,
  fewerFolds: 'Folosiți mai puține folduri sau adăugați exemple.',
  groupsForFolds: (folds) => `cel puțin ${folds} grupuri, câte unul pentru fiecare fold`,
  fewerFoldsOrOthers:
    'Folosiți mai puține folduri sau adăugați exemple ale altor pacienți sau documente.',
  ownName: 'un nume pe care nicio sarcină nu îl are',
  otherTarget: 'o țintă care nu este sursa',
  dividedOnce: 'o țintă ale cărei exemple se împart o singură dată',
  sameKind: 'două sarcini de același fel',
  eachNumberOnce: 'fiecare număr de exemple o singură dată',
  changeTransfer: 'Corectați transferul.',
  labelOf: (task, labels) => `o clasă sau un tip al sarcinii ${task}: ${labels}`,
  nameAsTask: 'Numiți-o așa cum se numește după "labels" și "types" ale sarcinii.',
  learnedLabels: (target, source) =>
    `ca fiecare clasă sau tip din ${target} să fie învățat din ${source}`,
  unlearnedLabels: (unlearned, known) => `niciuna care devine ${unlearned}; sursa are ${known}`,
  mapOrLeaveOut:
    'Spuneți în "labels" al transferului cum le numește sursa, sau lăsați-le în afara țintei prin "types" sau "labels" ale sarcinii ei.',
  examplesAtMost: (most) => `cel mult ${most} exemple, cele din afara celui mai mare fold`,
  fewerExamples: 'Cereți mai puține, sau "all".',
  allRuns: (runs) =>
    `să se termine ${plural(runs, { one: 'un pas', few: 'toți cei # pași', other: 'toți cei # de pași' })}`,
  failedRuns: (failed, named) =>
    `${plural(failed, { one: 'unul care a eșuat', few: '# care au eșuat', other: '# care au eșuat' })}: ${named}`,
  retryRuns:
    'Vedeți motivul fiecăruia. Continuarea studiului îi încearcă din nou; pot fi încercați sau omiși și unul câte unul.',
  oneLabelEach: 'sarcini ale căror exemple au câte o etichetă; mai multe etichete nu se transferă',
  oneOfRuns: (named) => `un pas al planului: ${named}`,
  seeRuns: 'Vedeți „anamnesis study runs”.',
  failedRun: 'un pas care a eșuat',
  waitingRun: 'un pas care nu a început',
};
