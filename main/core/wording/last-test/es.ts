import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { LastTestWording } from './en.ts';

const { count } = createNumbers('es');
const plural = createPlural('es');

export const lastTest: LastTestWording = {
  oneOfTasks: (tasks) => `una tarea del estudio: ${tasks.join(', ')}`,
  correctTask: 'Nombre una tarea como la nombra el plan.',
  aLockedSet: 'un estudio cuyo plan nombra un conjunto de prueba bloqueado',
  noLockedSet: 'uno que no nombra ninguno',
  lockASet:
    'Congele un conjunto con --locked, nómbrelo como "lockedSet" en el plan y ejecute el estudio de nuevo, para que nada de lo que aprende haya visto esos documentos.',
  aFinalModel: 'un modelo del estudio que aprendió de todas las etiquetas de la tarea',
  noFinalModel: 'ninguno terminado',
  makeFinalModel: 'Ponga "finalModel": true en la tarea del plan y ejecute el estudio de nuevo.',
  examplesOfTask: 'documentos con etiquetas de la tarea en el conjunto bloqueado',
  noExamples: (unknown) =>
    unknown.length === 0
      ? 'ninguno'
      : `ninguno que el modelo conozca: ${unknown.map(({ label, count: times }) => `${label} (${count(times)})`).join(', ')}`,
  labelTheSet: 'Bloquee un conjunto cuyos documentos estén etiquetados como los de la tarea.',
  title: 'Última prueba en el conjunto bloqueado',
  caption: (task, sets) => `Última prueba de ${task} en ${sets.join(', ')}`,
  rulesCaption: (task) => `Umbrales de ${task} en el conjunto bloqueado`,
  tested: (model, examples, groups, instant) =>
    `${model}: ${plural(examples, { one: '# ejemplo', many: '# de ejemplos', other: '# ejemplos' })} de ${plural(groups, { one: '# paciente o documento', many: '# de pacientes o documentos', other: '# pacientes o documentos' })}, ${instant}.`,
  firstOpening: 'El conjunto no se había abierto antes para una última prueba.',
  earlier: (times) =>
    `El conjunto ya se había abierto para ${plural(times, { one: '# última prueba', many: '# de últimas pruebas', other: '# últimas pruebas' })}: un modelo elegido con ellas parece mejor de lo que es.`,
  unknownNotes: (unknown) =>
    `Etiquetas que el modelo no conoce: ${unknown.map(({ label, count: times }) => `${label} (${count(times)})`).join(', ')}.`,
  verdict: 'Veredicto',
  positives: 'Positivos',
  bounds: (value, lower, upper) => `${value} (≥ ${lower}, ≤ ${upper})`,
  confirmed: 'confirmado',
  contradicted: 'refutado',
  open: 'ninguno de los dos: muy pocos positivos',
  rulesNote: (confidence) =>
    `Los límites son unilaterales al ${confidence}, con las notas de un paciente juntas. Confirmado: la sensibilidad deseada está por debajo del límite inferior; refutado: por encima del superior.`,
};
