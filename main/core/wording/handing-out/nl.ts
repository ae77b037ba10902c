import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { HandingOutWording } from './en.ts';

const { count, score } = createNumbers('nl');
const plural = createPlural('nl');

export const handingOut: HandingOutWording = {
  madeByAi: 'Gemaakt door kunstmatige intelligentie: een voorstel, dat een mens moet beoordelen.',
  forTrial: 'Op proef: vertrouw er niet op.',
  intendedUse: (text) => `Beoogd gebruik: ${text}`,
  population: (text) => `Populatie: ${text}`,
  method: (model) => `Screening van notities door het taalmodel ${model}`,
  looksFor: (label) => `Screening op ${label}`,
  screened: 'Notities zijn gescreend',
  patientUnknown: 'De patiënt van de notitie is niet bekend',
  lookAndDecide: (use) => `Bekijk de notities van deze patiënt en beslis: ${use}`,
  uncalibrated: 'De kans is zoals het model haar geeft, niet gekalibreerd.',
  undecided: 'Van een van de notities weet het model het niet: een mens moet haar lezen.',
  notJudged: (notes) =>
    `${count(notes)} ${notes === 1 ? 'notitie is' : 'notities zijn'} niet door het model beoordeeld: een mens moet ${notes === 1 ? 'haar' : 'ze'} lezen.`,
  noThreshold:
    'Er is geen drempel te beweren: de kans ordent de patiënten, en geeft van geen een melding.',
  besideThreshold: (isAlert, threshold) =>
    `${isAlert ? 'Op of boven' : 'Onder'} de drempel van ${score(threshold)}`,
  kind: (kind) =>
    ({ agree: 'eens', disagree: 'oneens', defer: 'uitgesteld', refer: 'doorverwezen' })[kind],
  reason: (reason) =>
    ({
      denied: 'de notitie ontkent het',
      past: 'alleen in het verleden',
      'someone-else': 'van iemand anders',
      'not-in-text': 'staat niet in de tekst',
      'known-already': 'al bekend',
      'not-suitable': 'niet geschikt voor deze patiënt',
      other: 'een andere reden',
    })[reason],
  title: (release) => `${release} – werklijst`,
  worklist: 'Werklijst',
  written: 'Geschreven',
  standing: 'Status',
  standings: (standing) =>
    ({
      'for-trial': 'op proef',
      'in-use': 'in gebruik',
      expired: 'verlopen',
      replaced: 'vervangen',
    })[standing],
  release: 'Vrijgave',
  model: 'Model',
  threshold: 'Drempel',
  none: 'geen',
  patients: 'Patiënten',
  patient: 'Patiënt',
  probability: 'Kans',
  why: 'Waarom op de lijst',
  newestNote: 'Nieuwste notitie',
  decision: 'Beslissing',
  listed: 'Patiënten, de waarschijnlijkste eerst',
  nobody: 'Er staat niemand op de lijst.',
  alert: 'melding',
  cannotTell: 'het model weet het niet',
  unjudged: (notes) => `${count(notes)} niet beoordeeld`,
  ofNotes: (likeliest, notes) =>
    plural(notes, {
      one: `notitie ${likeliest}`,
      other: `# notities, de waarschijnlijkste ${likeliest}`,
    }),
  toMark: 'eens · oneens · uitstellen · doorverwijzen',
  somebody: 'iemand zonder naam',
  howToMark:
    'Wat op papier wordt aangestreept, telt zodra het in het programma is ingevoerd. Het papier noemt patiënten: vernietig het zoals de huisregels zeggen.',
  closing: (version) =>
    `Geschreven door Anamnesis ${version}. Er staat geen tekst van notities in.`,
};
