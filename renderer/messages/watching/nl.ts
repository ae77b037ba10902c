import type { WatchingMessages } from './messages.ts';

export const watching: WatchingMessages = {
  title: 'Bewaken',
  lead: 'Of de vrijgave nog ziet waarvan zij heeft geleerd. Elke maand wordt één keer beoordeeld, als zij voorbij is; een alarm zegt wat er veranderd is en wat te doen. De drempel verschuift er nooit door.',
  worklist: 'Patiënten',
  months: 'Maanden',
  month: 'Maand',
  patients: 'Patiënten',
  alerts: 'Signalen',
  notJudged: 'Niet beoordeeld',
  agreed: 'Terechte signalen',
  prevalence: 'Prevalentie, geschat',
  result: 'Uitkomst',
  reference: 'latere maanden worden ermee vergeleken',
  noAlarm: 'geen alarm',
  alarm: 'alarm',
  noMonths: 'Er is nog geen maand beoordeeld',
  noMonthsHint:
    'Een maand kan worden beoordeeld als zij voorbij is en de vrijgave erin naar notities keek.',
  pictureTitle: 'Aandelen per maand',
  pictureMeaning:
    'Aandeel patiënten met een signaal, en het geschatte aandeel van wie is wat wordt gezocht, met een interval van 95 % waarin fouten van de kalibratie niet zitten. Waar weinigen het hebben, kan zo’n fout de schatting meer verschuiven dan er is: vergelijk er maanden mee, en houd haar niet voor de waarheid.',
  shareAxis: 'Aandeel patiënten (%)',
  whatIsCompared: 'Wat wordt vergeleken',
  before: 'Eerder',
  now: 'In de maand',
  distance: 'Afstand',
  p: 'p, aangepast',
  pMeaning:
    'p is aangepast voor alles wat in de maand wordt vergeleken. Scores zijn medianen, al het andere aandelen; afstand: van verdelingen, of MMD².',
  sample: 'Wat is gemist',
  noSample:
    'Er is nog geen steekproef getrokken. In de terminal: “anamnesis screen sample” trekt patiënten zonder signaal, die mensen lezen.',
  names: {
    scores: 'scores',
    text: 'woorden van notities',
    'unknown-words': 'woorden die het nooit tegenkwam',
    prevalence: 'prevalentie',
    alerts: 'signalen',
    'not-judged': 'niet beoordeeld',
    agreement: 'terechte signalen',
    sensitivity: 'sensitiviteit, volgens de steekproef',
  },
  judge: (months) => `Beoordeel ${months}`,
  between: (value, lower, upper) => `${value} (${lower} tot ${upper})`,
  agreedOf: (agreed, decided) => `${agreed} van ${decided}`,
  pictureLabel: (months, alarms) =>
    `Aandelen in ${months} maanden, waarvan ${alarms} met een alarm`,
  alarmIn: (month) => `Alarm in ${month}`,
  comparedIn: (month) => `Vergeleken in ${month}`,
  comparedWith: (months, rate) =>
    `Met ${months}. Van de maanden zonder enige verandering heeft hoogstens ${rate} een alarm.`,
  sampleRead: (month, read, drawn) =>
    `Patiënten van ${month} zonder signaal, door het toeval getrokken: ${read} van ${drawn} gelezen.`,
  missed: (interval) => `In de maand gemist, geschat: ${interval}.`,
  sensitivity: (interval) => `Sensitiviteit, geschat: ${interval}.`,
  claimed: (value) => `De vrijgave beweert ${value}.`,
};
