import { createPlural } from '#contract/language.ts';
import type { StudyMessages } from './messages.ts';

const plural = createPlural('es');

export const study: StudyMessages = {
  lead: 'Un estudio adapta modelos de lenguaje a sus propios textos, los prueba con sus notas etiquetadas y dice cuál es mejor y si la diferencia es más que azar.',
  study: 'Estudio',
  state: 'Estado',
  steps: 'Pasos',
  timeLeft: 'Tiempo restante',
  created: 'Creado',
  takeOutOrRemove: 'Sacar de la cola o eliminar',
  takeOut: (name) => `Sacar ${name} de la cola`,
  notKnownYet: 'aún desconocido',
  finishedOf: (finished, all) => `${finished} de ${all}`,
  finishedSteps: (name) => `Pasos terminados de ${name}`,
  noStudies: 'Aún no hay estudios',
  firstSteps: [
    {
      title: 'Indique sus textos y sus notas etiquetadas',
      text: 'Un plan es un archivo corto: los corpus de los que se aprende, las notas u oraciones etiquetadas con las que se prueba y los modelos que se comparan.',
    },
    {
      title: 'Inicie el estudio',
      text: 'El programa lee y limpia los textos, entrena y prueba cada modelo con las mismas particiones. Se puede detener y continúa donde estaba.',
    },
    {
      title: 'Lea el veredicto',
      text: 'Tablas por tarea con la media y la dispersión entre particiones, comparaciones con valores p y un informe para compartir.',
    },
  ],
  writePlan: 'Escribir un plan',
  demo: 'Para ver uno antes: «npm run demo» crea notas sintéticas y ejecuta con ellas un pequeño estudio en unos minutos.',
  stepsFinished: (finished, all) => `${finished} de ${all} pasos terminados`,
  timeLeftUnknown: 'tiempo restante aún desconocido',
  beginsByItself: 'empieza por sí solo cuando acaben los anteriores',
  queueWaits: 'la cola continúa cuando se inicie un estudio',
  wasInterrupted: 'su entrenador se terminó desde fuera: Reanudar continúa desde ahí',
  createdAt: (moment) => `creado: ${moment}`,
  startedAt: (moment) => `iniciado: ${moment}`,
  took: (duration) => `duró ${duration}`,
  stop: 'Detener',
  stopping: 'Deteniendo…',
  takeOutOfQueue: 'Sacar de la cola',
  start: 'Iniciar',
  resume: 'Reanudar',
  finishedStepsOfStudy: 'Pasos terminados del estudio',
  stopTitle: '¿Detener este estudio?',
  stopStudy: 'Detener el estudio',
  stopMeans:
    'El paso en curso termina en su próximo punto seguro. Lo hecho se conserva, y Reanudar continúa desde ahí.',
  warnings: 'Advertencias',
  warningKinds: {
    'old-results': 'resultados no comparados con el plan',
    'failed-step': 'pasos fallidos',
    'mixed-engines': 'pasos en motores de cálculo distintos',
    'left-out': 'pérdidas de la importación',
    'opened-set': 'pruebas con un conjunto bloqueado',
    'cut-texts': 'textos más largos de lo que leen los modelos',
    'repeated-texts': 'textos de prueba de los que se aprendió',
    'near-duplicates': 'textos de prueba casi iguales a otros aprendidos',
    'seen-data': 'pruebas que un modelo de partida ya ha visto',
    'seen-texts': 'textos de prueba presentes en un corpus',
    'ungrouped-examples': 'ejemplos sin su grupo',
    'rare-labels': 'clases o tipos que no están en todas las particiones',
    'not-above-baseline': 'modelos que no superan una referencia',
    'missed-labels': 'clases o tipos nunca encontrados',
  },
  warningsByKind: (count, kinds) =>
    plural(count, {
      one: `# advertencia: ${kinds}`,
      many: `# de advertencias: ${kinds}`,
      other: `# advertencias: ${kinds}`,
    }),
  noSteps: {
    reading: {
      title: 'Leyendo y limpiando los textos',
      text: 'Los pasos del estudio aparecen en cuanto se han leído todos los archivos del plan.',
    },
    failed: {
      title: 'El estudio terminó antes de su primer paso',
      text: 'Aún no se había calculado nada, así que no se ha perdido nada. Corrija lo que se indica arriba y reanúdelo, o cambie el plan.',
    },
    interrupted: {
      title: 'El estudio se interrumpió antes de su primer paso',
      text: 'Aún no se había calculado nada, así que no se ha perdido nada. Reanúdelo para volver a leer sus archivos.',
    },
    waiting: {
      title: 'El estudio no se ha iniciado',
      text: 'Cuando se inicie, se leerán los archivos que nombra su plan.',
    },
  },
  plan: 'Plan',
  planNote:
    'Tal como está ahora, con rutas completas y con todos los ajustes que se habían omitido',
  changePlan: 'Cambiar…',
  models: 'Modelos',
  learnedFirst: 'Lo que se aprende antes de ver ninguna nota etiquetada',
  progressOf: (step) => `Progreso de ${step}`,
  taskKinds: {
    classification: 'clasificación',
    'entity-recognition': 'reconocimiento de entidades',
  },
  grouped: (folds) => `${folds}, agrupadas por paciente o documento`,
  foldsOfTask: (task) =>
    `Particiones de ${task}. Las teclas de flecha llevan de una partición a otra`,
  model: 'Modelo',
  foldColumn: (number) => `Partición ${number}`,
  finished: 'Terminadas',
  foldState: (model, fold, state) => `${model}, partición ${fold}: ${state.toLowerCase()}`,
  messages: 'Mensajes',
  newestFirst: 'Los más recientes primero',
  now: 'Ahora',
  step: 'Paso',
  follow: 'Seguir',
  nothingRan: {
    title: 'Aún no se ha ejecutado nada',
    text: 'Los pasos de la izquierda empiezan uno tras otro. Elija uno para ver sus detalles.',
  },
  kindOfModel: (kind, model) => `${kind} de ${model}`,
  taskFold: (task, fold) => `${task}, partición ${fold}`,
  stepProgress: 'Progreso de este paso',
  stepOf: (step, all) => `paso ${step} de ${all}`,
  gotTo: (step, all) => `Llegó al paso ${step} de ${all}.`,
  loss: 'Pérdida',
  heldOutPerplexity: 'Perplejidad (texto apartado)',
  tokensPerSecond: 'Tokens por segundo',
  timeTaken: 'Tiempo empleado',
  engine: 'Motor de cálculo',
  engineChosenBy: {
    measurement: (engine) => engine,
    plan: (engine) => `${engine} (según el plan)`,
    command: (engine) => `${engine} (según la orden)`,
  },
  vocabularyCuts: 'Cómo divide los textos el vocabulario',
  vocabulary: 'Vocabulario',
  remove: (name) => `Eliminar ${name}…`,
  removing: 'Eliminando…',
  removeTitle: (name) => `¿Eliminar «${name}»?`,
  removeStudy: 'Eliminar el estudio',
  looking: 'Mirando qué se perdería…',
  goes: (steps, size) =>
    plural(steps, {
      one: `Se elimina para siempre: # paso con sus resultados, y ${size} de archivos.`,
      many: `Se eliminan para siempre: # de pasos con sus resultados, y ${size} de archivos.`,
      other: `Se eliminan para siempre: # pasos con sus resultados, y ${size} de archivos.`,
    }),
  modelNamed: (name) => `modelo ${name}`,
  trainings: (count) =>
    plural(count, {
      one: 'lo que se guarda de # entrenamiento en curso',
      many: 'lo que se guarda de # de entrenamientos en curso',
      other: 'lo que se guarda de # entrenamientos en curso',
    }),
  corpusText: (name, lines) =>
    `corpus ${name}, ${plural(lines, { one: '# línea', many: '# de líneas', other: '# líneas' })}`,
  labelledSet: (name, examples) =>
    `conjunto etiquetado ${name}, ${plural(examples, { one: '# ejemplo', many: '# de ejemplos', other: '# ejemplos' })}`,
  stays: 'Lo que permanece, porque otros estudios lo han leído:',
  noReturn:
    'Nadie puede recuperarlo, salvo a partir de una copia de seguridad del espacio de trabajo. Los archivos de fuera del espacio de trabajo permanecen.',
};
