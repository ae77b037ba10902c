import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { LabelErrorsMessages } from './messages.ts';

const plural = createPlural('ro');

export const labelErrors: LabelErrorsMessages = {
  title: 'Etichete care pot fi greșite',
  lead: 'Un model citește fiecare document într-un fold care nu a învățat din el și spune cât de probabile sunt etichetele date. Cele mai puțin probabile vin primele; le păstrați sau le schimbați, iar ce s-a schimbat face versiunea următoare a setului.',
  setVersion: (set, version) => `${isolate(set)}, versiunea ${version}`,
  find: 'Puneți un model să privească',
  findNote: 'Este un studiu ca oricare: poate fi oprit și continuă mai târziu.',
  labels: 'Etichete',
  labelKinds: { classes: 'clase ale documentelor', spans: 'marcaje în text' },
  model: 'De către',
  words: 'cuvinte numărate (numai clase, secunde)',
  chooseModel: 'Alegeți…',
  folds: 'Folduri',
  frozen: 'Învață numai capul: minute în loc de ore',
  start: 'Începe',
  checks: 'Ce au spus modelele',
  noChecks: 'Încă niciun model nu a privit această versiune.',
  foldsOf: (done, all) => `${done} din ${all} folduri`,
  walk: 'Parcurge',
  walkNamed: (model) => `Parcurge ce nu crede ${isolate(model)}`,
  progressOf: (model) => `Foldurile modelului ${model}`,
  queue: 'Etichete îndoielnice',
  kind: 'Ce poate fi greșit',
  kinds: {
    class: 'Clasă',
    boundary: 'Început sau sfârșit',
    missing: 'Lipsește',
    spurious: 'În plus',
  },
  allKinds: 'Toate',
  found: (count) => plural(count, { one: '# etichetă', few: '# etichete', other: '# de etichete' }),
  decided: (kept, changed) => `${kept} păstrate, ${changed} schimbate`,
  none: 'Nimic nu este îndoielnic',
  noneHint: 'Modelul crede toate etichetele de acest fel.',
  given: 'Dată',
  expected: 'Așteptată',
  nothing: 'nimic',
  keep: 'Păstrează',
  change: 'Schimbă',
  openAgain: 'Redeschide',
  decisions: { open: 'deschisă', kept: 'păstrată', changed: 'schimbată' },
  text: 'Textul documentului',
  markOf: { given: (label) => `dată: ${label}`, expected: (label) => `așteptată: ${label}` },
  apply: 'Fă versiunea următoare',
  applied: (version, changed) =>
    plural(changed, {
      one: `Versiunea ${version} are # etichetă schimbată.`,
      few: `Versiunea ${version} are # etichete schimbate.`,
      other: `Versiunea ${version} are # de etichete schimbate.`,
    }),
  compared: (other, same) =>
    plural(other, {
      one: `# document are alte etichete decât înainte, ${same} sunt la fel.`,
      few: `# documente au alte etichete decât înainte, ${same} sunt la fel.`,
      other: `# de documente au alte etichete decât înainte, ${same} sunt la fel.`,
    }),
  toVersion: 'Vedeți-o și exportați-o',
  backToSet: 'Setul',
};
