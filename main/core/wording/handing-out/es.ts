import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { HandingOutWording } from './en.ts';

const { count, score } = createNumbers('es');
const plural = createPlural('es');

export const handingOut: HandingOutWording = {
  madeByAi: 'Hecho por inteligencia artificial: una propuesta, que debe juzgar una persona.',
  forTrial: 'A prueba: no se fíe de ello.',
  intendedUse: (text) => `Uso previsto: ${text}`,
  population: (text) => `Población: ${text}`,
  method: (model) => `Cribado de notas por el modelo de lenguaje ${model}`,
  looksFor: (label) => `Cribado de ${label}`,
  screened: 'Se cribaron notas',
  patientUnknown: 'No se conoce al paciente de la nota',
  lookAndDecide: (use) => `Mire las notas de este paciente y decida: ${use}`,
  uncalibrated: 'La probabilidad es la que da el modelo, sin calibrar.',
  undecided: 'De una de las notas el modelo no lo sabe: debe leerla una persona.',
  notJudged: (notes) =>
    notes === 1
      ? 'El modelo no juzgó una nota: debe leerla una persona.'
      : `El modelo no juzgó ${count(notes)} notas: debe leerlas una persona.`,
  noThreshold:
    'No puede afirmarse ningún umbral: la probabilidad ordena a los pacientes y no avisa de ninguno.',
  besideThreshold: (isAlert, threshold) =>
    `${isAlert ? 'En el umbral o por encima' : 'Por debajo del umbral'}: ${score(threshold)}`,
  kind: (kind) =>
    ({
      agree: 'de acuerdo',
      disagree: 'en desacuerdo',
      defer: 'aplazado',
      refer: 'derivado',
    })[kind],
  reason: (reason) =>
    ({
      denied: 'la nota lo niega',
      past: 'solo en el pasado',
      'someone-else': 'de otra persona',
      'not-in-text': 'no está en el texto',
      'known-already': 'ya se sabía',
      'not-suitable': 'no conviene a este paciente',
      other: 'otro motivo',
    })[reason],
  title: (release) => `${release} – lista de trabajo`,
  worklist: 'Lista de trabajo',
  written: 'Escrita',
  standing: 'Situación',
  standings: (standing) =>
    ({
      'for-trial': 'a prueba',
      'in-use': 'en uso',
      expired: 'caducada',
      replaced: 'sustituida',
    })[standing],
  release: 'Versión publicada',
  model: 'Modelo',
  threshold: 'Umbral',
  none: 'ninguno',
  patients: 'Pacientes',
  patient: 'Paciente',
  probability: 'Probabilidad',
  why: 'Por qué está en la lista',
  newestNote: 'Nota más reciente',
  decision: 'Decisión',
  listed: 'Pacientes, primero los más probables',
  nobody: 'No hay nadie en la lista.',
  alert: 'aviso',
  cannotTell: 'el modelo no lo sabe',
  unjudged: (notes) => `${count(notes)} sin juzgar`,
  ofNotes: (likeliest, notes) =>
    plural(notes, {
      one: `nota ${likeliest}`,
      many: `# de notas, la más probable ${likeliest}`,
      other: `# notas, la más probable ${likeliest}`,
    }),
  toMark: 'de acuerdo · en desacuerdo · aplazar · derivar',
  somebody: 'alguien sin nombre',
  howToMark:
    'Lo que se marque en el papel cuenta cuando se introduzca en el programa. El papel nombra a pacientes: destrúyalo como digan las normas de la casa.',
  closing: (version) => `Escrita por Anamnesis ${version}. No contiene texto de las notas.`,
};
