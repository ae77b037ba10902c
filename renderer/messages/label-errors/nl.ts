import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { LabelErrorsMessages } from './messages.ts';

const plural = createPlural('nl');

export const labelErrors: LabelErrorsMessages = {
  title: 'Labels die fout kunnen zijn',
  lead: 'Een model leest elk document in een fold die er niet van geleerd heeft, en zegt hoe waarschijnlijk de gegeven labels zijn. De minst waarschijnlijke komen eerst; u houdt of wijzigt ze, en wat gewijzigd is maakt de volgende versie van de set.',
  setVersion: (set, version) => `${isolate(set)}, versie ${version}`,
  find: 'Een model laten kijken',
  findNote: 'Het is een studie als elke andere: zij kan worden gestopt en later verdergaan.',
  labels: 'Labels',
  labelKinds: { classes: 'klassen van documenten', spans: 'markeringen in de tekst' },
  model: 'Door',
  words: 'getelde woorden (alleen klassen, seconden)',
  chooseModel: 'Kies…',
  folds: 'Folds',
  frozen: 'Alleen de kop leert: minuten in plaats van uren',
  start: 'Beginnen',
  checks: 'Wat modellen zeiden',
  noChecks: 'Nog geen model heeft deze versie bekeken.',
  foldsOf: (done, all) => `${done} van ${all} folds`,
  walk: 'Doorlopen',
  walkNamed: (model) => `Doorlopen wat ${isolate(model)} niet gelooft`,
  progressOf: (model) => `Folds van ${model}`,
  queue: 'Twijfelachtige labels',
  kind: 'Wat er fout kan zijn',
  kinds: {
    class: 'Klasse',
    boundary: 'Begin of einde',
    missing: 'Ontbreekt',
    spurious: 'Onterecht',
  },
  allKinds: 'Alle',
  found: (count) => plural(count, { one: '# label', other: '# labels' }),
  decided: (kept, changed) => `${kept} gehouden, ${changed} gewijzigd`,
  none: 'Niets is twijfelachtig',
  noneHint: 'Het model gelooft alle labels van deze soort.',
  given: 'Gegeven',
  expected: 'Verwacht',
  nothing: 'niets',
  keep: 'Houden',
  change: 'Wijzigen',
  openAgain: 'Weer openen',
  decisions: { open: 'open', kept: 'gehouden', changed: 'gewijzigd' },
  text: 'Tekst van het document',
  markOf: { given: (label) => `gegeven: ${label}`, expected: (label) => `verwacht: ${label}` },
  apply: 'De volgende versie maken',
  applied: (version, changed) =>
    plural(changed, {
      one: `Versie ${version} heeft # gewijzigd label.`,
      other: `Versie ${version} heeft # gewijzigde labels.`,
    }),
  compared: (other, same) =>
    plural(other, {
      one: `# document heeft andere labels dan eerst, ${same} zijn gelijk.`,
      other: `# documenten hebben andere labels dan eerst, ${same} zijn gelijk.`,
    }),
  toVersion: 'Bekijken en exporteren',
  backToSet: 'De set',
};
