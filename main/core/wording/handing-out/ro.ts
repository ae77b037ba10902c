import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { HandingOutWording } from './en.ts';

const { count, score } = createNumbers('ro');
const plural = createPlural('ro');

export const handingOut: HandingOutWording = {
  madeByAi: 'Făcut de inteligența artificială: o propunere, pe care o judecă un om.',
  forTrial: 'De probă: nu vă bazați pe aceasta.',
  intendedUse: (text) => `Utilizare prevăzută: ${text}`,
  population: (text) => `Populație: ${text}`,
  method: (model) => `Triajul notelor de către modelul de limbă ${model}`,
  looksFor: (label) => `Triaj pentru ${label}`,
  screened: 'Notele au fost triate',
  patientUnknown: 'Pacientul notei nu este cunoscut',
  lookAndDecide: (use) => `Priviți notele acestui pacient și decideți: ${use}`,
  uncalibrated: 'Probabilitatea este cea dată de model, necalibrată.',
  undecided: 'Despre una dintre note modelul nu știe: trebuie citită de un om.',
  notJudged: (notes) =>
    notes === 1
      ? 'O notă nu a fost judecată de model: trebuie citită de un om.'
      : `Note nejudecate de model: ${count(notes)}; trebuie citite de un om.`,
  noThreshold:
    'Niciun prag nu poate fi susținut: probabilitatea ordonează pacienții și nu alertează pentru niciunul.',
  besideThreshold: (isAlert, threshold) =>
    `${isAlert ? 'La prag sau peste acesta' : 'Sub prag'}: ${score(threshold)}`,
  kind: (kind) =>
    ({
      agree: 'de acord',
      disagree: 'dezacord',
      defer: 'amânat',
      refer: 'trimis mai departe',
    })[kind],
  reason: (reason) =>
    ({
      denied: 'nota neagă',
      past: 'numai în trecut',
      'someone-else': 'al altcuiva',
      'not-in-text': 'nu este în text',
      'known-already': 'cunoscut deja',
      'not-suitable': 'nepotrivit pentru acest pacient',
      other: 'alt motiv',
    })[reason],
  title: (release) => `${release} – listă de lucru`,
  worklist: 'Listă de lucru',
  written: 'Scrisă',
  standing: 'Stare',
  standings: (standing) =>
    ({
      'for-trial': 'de probă',
      'in-use': 'în uz',
      expired: 'expirată',
      replaced: 'înlocuită',
    })[standing],
  release: 'Versiune publicată',
  model: 'Model',
  threshold: 'Prag',
  none: 'niciunul',
  patients: 'Pacienți',
  patient: 'Pacient',
  probability: 'Probabilitate',
  why: 'De ce este pe listă',
  newestNote: 'Cea mai nouă notă',
  decision: 'Decizie',
  listed: 'Pacienți, întâi cei mai probabili',
  nobody: 'Nimeni nu este pe listă.',
  alert: 'alertă',
  cannotTell: 'modelul nu știe',
  unjudged: (notes) => `${count(notes)} nejudecate`,
  ofNotes: (likeliest, notes) =>
    plural(notes, {
      one: `nota ${likeliest}`,
      few: `# note, cea mai probabilă ${likeliest}`,
      other: `# de note, cea mai probabilă ${likeliest}`,
    }),
  toMark: 'de acord · dezacord · amânare · trimitere',
  somebody: 'cineva fără nume',
  howToMark:
    'Ce se marchează pe hârtie contează după ce este introdus în program. Hârtia numește pacienți: distrugeți-o după regulile casei.',
  closing: (version) => `Scrisă de Anamnesis ${version}. Nu conține text din note.`,
};
