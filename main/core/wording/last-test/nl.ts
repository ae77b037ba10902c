import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { LastTestWording } from './en.ts';

const { count } = createNumbers('nl');
const plural = createPlural('nl');

export const lastTest: LastTestWording = {
  oneOfTasks: (tasks) => `een taak van de studie: ${tasks.join(', ')}`,
  correctTask: 'Noem een taak zoals het plan haar noemt.',
  aLockedSet: 'een studie waarvan het plan een vergrendelde testset noemt',
  noLockedSet: 'een die er geen noemt',
  lockASet:
    'Zet een set vast met --locked, noem hem in het plan als "lockedSet" en voer de studie opnieuw uit, zodat niets waarvan zij leert die documenten heeft gezien.',
  aFinalModel: 'een model van de studie dat van alle labels van de taak heeft geleerd',
  noFinalModel: 'geen dat voltooid is',
  makeFinalModel: 'Zet "finalModel": true in de taak van het plan en voer de studie opnieuw uit.',
  examplesOfTask: 'documenten met labels van de taak in de vergrendelde set',
  noExamples: (unknown) =>
    unknown.length === 0
      ? 'geen'
      : `geen die het model kent: ${unknown.map(({ label, count: times }) => `${label} (${count(times)})`).join(', ')}`,
  labelTheSet: 'Vergrendel een set waarvan de documenten gelabeld zijn zoals die van de taak.',
  title: 'Laatste test op de vergrendelde set',
  caption: (task, sets) => `Laatste test van ${task} op ${sets.join(', ')}`,
  rulesCaption: (task) => `Drempels van ${task} op de vergrendelde set`,
  tested: (model, examples, groups, instant) =>
    `${model}: ${plural(examples, { one: '# voorbeeld', other: '# voorbeelden' })} van ${plural(groups, { one: '# patiënt of document', other: '# patiënten of documenten' })}, ${instant}.`,
  firstOpening: 'De set was nog niet eerder voor een laatste test geopend.',
  earlier: (times) =>
    `De set was al voor ${plural(times, { one: '# laatste test', other: '# laatste tests' })} geopend: een model dat daarmee gekozen is, lijkt beter dan het is.`,
  unknownNotes: (unknown) =>
    `Labels die het model niet kent: ${unknown.map(({ label, count: times }) => `${label} (${count(times)})`).join(', ')}.`,
  verdict: 'Oordeel',
  positives: 'Positieven',
  bounds: (value, lower, upper) => `${value} (≥ ${lower}, ≤ ${upper})`,
  confirmed: 'bevestigd',
  contradicted: 'weerlegd',
  open: 'geen van beide: te weinig positieven',
  rulesNote: (confidence) =>
    `Grenzen zijn eenzijdig bij ${confidence}, met de notities van een patiënt bij elkaar gehouden. Bevestigd: de gewenste sensitiviteit ligt onder de ondergrens; weerlegd: boven de bovengrens.`,
};
