import { createNumbers } from '../numbers.ts';
import type { HandingOutWording } from './en.ts';

const { count, score } = createNumbers('es');

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
};
