import type { EnginesWording } from './en.ts';

export const engines: EnginesWording = {
  onThisMachine: (name) => `el motor de cálculo ${name} en este equipo`,
  useAnother: 'O use otro motor de cálculo: anamnesis doctor los enumera.',
  mixedPrecisionHere: 'un motor que calcule aquí en precisión mixta',
  whichDoesNot: (name, detail) => `${name}, que no lo hace: ${detail}`,
  leavePrecisionOrWebgpu:
    'Omita la precisión o indique onnx-webgpu en un equipo cuyo procesador gráfico tenga media precisión: anamnesis doctor lo dice.',
  float32Only: 'solo float32',
  oneOf: (names) => `uno de ${names.join(', ')}`,
  correctEngineName:
    'Corrija el nombre u omítalo: entonces se usa el motor más rápido de este equipo.',
  precisionOnThisMachine: (precision) =>
    `un motor que calcule en precisión ${precision} en este equipo`,
  noneOf: (names) => `ninguno de ${names.join(', ')}`,
  leavePrecision:
    'Omita la precisión o calcule en un equipo cuyo procesador gráfico tenga media precisión: anamnesis doctor dice lo que hay.',
  anyOnThisMachine: 'un motor con el que este equipo pueda calcular',
  none: 'ninguno',
  runDoctor: 'Ejecute anamnesis doctor: dice qué falta y qué hacer.',
  measureAgain: 'Use otro motor, o mida de nuevo cuando el equipo tenga menos carga y más memoria.',
};
