import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { LastTestWording } from './en.ts';

const { count } = createNumbers('ro');
const plural = createPlural('ro');

export const lastTest: LastTestWording = {
  oneOfTasks: (tasks) => `o sarcină a studiului: ${tasks.join(', ')}`,
  correctTask: 'Numiți o sarcină așa cum o numește planul.',
  aLockedSet: 'un studiu al cărui plan numește un set de test blocat',
  noLockedSet: 'unul care nu numește niciunul',
  lockASet:
    'Înghețați un set cu --locked, numiți-l "lockedSet" în plan și rulați studiul din nou, pentru ca nimic din ce învață să nu fi văzut acele documente.',
  aFinalModel: 'un model al studiului care a învățat din toate etichetele sarcinii',
  noFinalModel: 'niciunul terminat',
  makeFinalModel: 'Puneți "finalModel": true în sarcina din plan și rulați studiul din nou.',
  examplesOfTask: 'documente cu etichete ale sarcinii în setul blocat',
  noExamples: (unknown) =>
    unknown.length === 0
      ? 'niciunul'
      : `niciunul pe care modelul să-l cunoască: ${unknown.map(({ label, count: times }) => `${label} (${count(times)})`).join(', ')}`,
  labelTheSet: 'Blocați un set ale cărui documente sunt etichetate ca ale sarcinii.',
  title: 'Ultimul test pe setul blocat',
  caption: (task, sets) => `Ultimul test al sarcinii ${task} pe ${sets.join(', ')}`,
  rulesCaption: (task) => `Pragurile sarcinii ${task} pe setul blocat`,
  tested: (model, examples, groups, instant) =>
    `${model}: ${plural(examples, { one: '# exemplu', few: '# exemple', other: '# de exemple' })} de la ${plural(groups, { one: '# pacient sau document', few: '# pacienți sau documente', other: '# de pacienți sau documente' })}, ${instant}.`,
  firstOpening: 'Setul nu mai fusese deschis pentru un ultim test.',
  earlier: (times) =>
    `Setul mai fusese deschis pentru ${plural(times, { one: '# ultim test', few: '# ultime teste', other: '# de ultime teste' })}: un model ales cu ajutorul lor pare mai bun decât este.`,
  unknownNotes: (unknown) =>
    `Etichete pe care modelul nu le cunoaște: ${unknown.map(({ label, count: times }) => `${label} (${count(times)})`).join(', ')}.`,
  verdict: 'Verdict',
  positives: 'Pozitive',
  bounds: (value, lower, upper) => `${value} (≥ ${lower}, ≤ ${upper})`,
  confirmed: 'confirmat',
  contradicted: 'infirmat',
  open: 'niciuna: prea puține pozitive',
  rulesNote: (confidence) =>
    `Limitele sunt unilaterale la ${confidence}, cu notele unui pacient ținute laolaltă. Confirmat: sensibilitatea dorită este sub limita inferioară; infirmat: peste cea superioară.`,
};
