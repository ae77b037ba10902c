import { createPlural } from '#contract/language.ts';
import type { EnginesMessages } from './messages.ts';

const plural = createPlural('es');

export const engines: EnginesMessages = {
  title: 'Motores de cálculo',
  lead: 'Con qué puede calcular este equipo. Todos los motores ejecutan el mismo grafo. Se usa el más rápido, salvo que un plan indique otro con «engine», o una orden con --engine.',
  states: {
    measured: 'Encontrado',
    missing: 'No disponible',
    failed: 'Fallido',
    unmeasured: 'Sin medir',
  },
  measuring: 'Midiendo…',
  measureAgain: 'Medir de nuevo',
  onThisMachine: 'En este equipo',
  engine: 'Motor',
  state: 'Estado',
  stepsPerSecond: 'Pasos por segundo',
  tokensPerSecond: 'Tokens por segundo',
  detail: 'Cómo calcula, o qué falta',
  chosen: 'elegido',
  othersShare: (share) => `Entretanto, otros programas usaron el ${share} de los procesadores.`,
  measuringNow: (engines) =>
    `Midiendo ${engines}: unos pocos pasos de entrenamiento de un modelo pequeño. Un estudio que se inicie ahora termina la medición y mide por sí mismo lo que necesite.`,
  notMeasured: 'Aún sin medir. Un estudio mide antes de su primera ejecución.',
  measuredAt: (moment) => `Medido: ${moment}`,
  measuredWith: ({ layers, hiddenSize, rows, tokens }) =>
    `con pasos de entrenamiento de un modelo de ${layers} capas y tamaño oculto ${hiddenSize}, ${rows} filas de ${tokens} tokens. Se repite por sí solo cuando cambian el equipo o el programa, o cuando los pasos tardan otro tiempo que entonces; «anamnesis doctor --workspace» mide modelos de otros tamaños.`,
  studies: (count) =>
    plural(count, { one: '# estudio', many: '# de estudios', other: '# estudios' }),
  models: (count) => plural(count, { one: '# modelo', many: '# de modelos', other: '# modelos' }),
  corpora: (count) => plural(count, { one: '# corpus', many: '# de corpus', other: '# corpus' }),
  workspaceHolds: (workspace, held) => `El espacio de trabajo ${workspace} contiene ${held}.`,
  version: (version) => `Anamnesis ${version}.`,
};
