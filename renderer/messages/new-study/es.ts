import { createPlural } from '#contract/language.ts';
import type { NewStudyMessages } from './messages.ts';

const plural = createPlural('es');

export const newStudy: NewStudyMessages = {
  lead: 'En cuatro pasos de un propósito a un plan: para qué, qué datos, qué modelos y una última mirada a lo que cuesta. Se comprueba mientras lo rellena; el plan como texto está al lado para quien lo prefiera.',
  pathsFrom: (folder) => `JSON. Las rutas son relativas a ${folder}`,
  emptyAgain: 'Lo que rellenó aquí se pierde y el formulario queda vacío de nuevo.',
  backToStudy: 'Volver al estudio',
  changeLead:
    'Los resultados que el cambio no afecta se conservan. Antes de eliminar alguno se pregunta cuáles; un plan con otro nombre es otro estudio, y este permanece.',
  wholePlan: 'JSON, con rutas completas y con todos los ajustes que se habían omitido',
  planAgain: 'Lo que ha escrito aquí se pierde y vuelve a aparecer el plan actual del estudio.',
  plan: 'Plan',
  check: 'Comprobar',
  checking: 'Comprobando…',
  start: 'Iniciar',
  beginAnew: 'Empezar de nuevo…',
  beginAnewTitle: '¿Empezar de nuevo?',
  discard: 'Descartar lo escrito',
  startWithFaultsTitle: '¿Iniciar de todos modos?',
  startWithFaults: 'Iniciar de todos modos',
  faultsAbove: 'La comprobación encontró lo que terminaría el estudio; está en la página.',
  faults: (count) =>
    plural(count, {
      one: '# problema haría terminar el estudio:',
      many: '# de problemas harían terminar el estudio:',
      other: '# problemas harían terminar el estudio:',
    }),
  noFaults: 'No se encontró nada que haría terminar el estudio.',
  wouldReplace: (study) => `Reemplazaría el plan del estudio «${study}», que ya existe.`,
  asksFor: 'Lo que pide',
  stepsByKind: (steps, kinds) => `${steps}: ${kinds}`,
  runs: {
    vocabulary: (count) =>
      plural(count, { one: '# vocabulario', many: '# de vocabularios', other: '# vocabularios' }),
    pretraining: (count) =>
      plural(count, {
        one: '# preentrenamiento',
        many: '# de preentrenamientos',
        other: '# preentrenamientos',
      }),
    transfer: (count) =>
      plural(count, {
        one: '# origen de transferencia',
        many: '# de orígenes de transferencia',
        other: '# orígenes de transferencia',
      }),
    'zero-shot': (count) =>
      plural(count, {
        one: '# prueba sin ejemplos',
        many: '# de pruebas sin ejemplos',
        other: '# pruebas sin ejemplos',
      }),
    'few-shot': (count) =>
      plural(count, {
        one: '# entrenamiento con pocos ejemplos',
        many: '# de entrenamientos con pocos ejemplos',
        other: '# entrenamientos con pocos ejemplos',
      }),
    final: (count) =>
      plural(count, {
        one: '# modelo final',
        many: '# de modelos finales',
        other: '# modelos finales',
      }),
    perplexity: (count) =>
      plural(count, {
        one: '# medición de perplejidad',
        many: '# de mediciones de perplejidad',
        other: '# mediciones de perplejidad',
      }),
    baseline: (count) =>
      plural(count, { one: '# referencia', many: '# de referencias', other: '# referencias' }),
    'fine-tuning': (count) =>
      plural(count, { one: '# ajuste fino', many: '# de ajustes finos', other: '# ajustes finos' }),
  },
  corpus: (name) => `corpus ${name}`,
  task: (name) => `tarea ${name}`,
  model: (name) => `modelo ${name}`,
  files: (count) => plural(count, { one: '# archivo', many: '# de archivos', other: '# archivos' }),
  documents: (count) =>
    plural(count, { one: '# documento', many: '# de documentos', other: '# documentos' }),
  seenInPart: (items, share) => `aproximadamente ${items} (solo se examinó el primer ${share})`,
  moreLabels: (count) => plural(count, { one: '# más', many: '# más', other: '# más' }),
  startsFrom: (start) => `a partir de ${start}`,
  parameters: (count) =>
    plural(count, { one: '# parámetro', many: '# de parámetros', other: '# parámetros' }),
  longestText: (tokens) => `textos de hasta ${tokens} tokens`,
  time: 'tiempo',
  timeUnknown: 'aún desconocido: no se ha medido el motor de cálculo en este equipo',
  timeAbout: (duration, engine) =>
    `${duration} para todos los pasos, muy aproximadamente, con ${engine}`,
  room: 'espacio en disco',
  roomAbout: (needed) => `aproximadamente ${needed}`,
  roomOfFree: (needed, free) => `aproximadamente ${needed}, de ${free} libres`,
  replaceTitle: (study) => `¿Reemplazar el plan de «${study}»?`,
  replace: 'Reemplazar',
  replaceAndLose: 'Reemplazar y perder estos resultados',
  sameName:
    'Existe un estudio con este nombre y otro plan, que continuaría con este. Para conservar ambos, dé otro nombre al plan.',
  noneFinished: 'Ninguno de sus pasos ha terminado aún: no se pierde ningún resultado.',
  noneTouched: (finished) =>
    plural(finished, {
      one: 'El cambio no afecta a su único paso terminado: no se pierde ningún resultado, siempre que los archivos que nombra el plan sigan siendo los mismos.',
      many: 'El cambio no afecta a ninguno de sus # de pasos terminados: no se pierde ningún resultado, siempre que los archivos que nombra el plan sigan siendo los mismos.',
      other:
        'El cambio no afecta a ninguno de sus # pasos terminados: no se pierde ningún resultado, siempre que los archivos que nombra el plan sigan siendo los mismos.',
    }),
  lost: (steps) =>
    plural(steps, {
      one: '# paso terminado pierde sus resultados y debe calcularse de nuevo; nadie puede recuperarlos, salvo a partir de una copia de seguridad del espacio de trabajo:',
      many: '# de pasos terminados pierden sus resultados y deben calcularse de nuevo; nadie puede recuperarlos, salvo a partir de una copia de seguridad del espacio de trabajo:',
      other:
        '# pasos terminados pierden sus resultados y deben calcularse de nuevo; nadie puede recuperarlos, salvo a partir de una copia de seguridad del espacio de trabajo:',
    }),
  lostResults: 'Resultados que se perderían',
  lostStep: (kind, name) => `${kind} ${name}`,
  lostFolds: (task, model, folds) =>
    `${task}, ${model}: ${folds.length === 1 ? 'partición' : 'particiones'} ${folds.join(', ')}`,
  noneKept: 'Ningún otro paso ha terminado.',
  kept: (steps) =>
    plural(steps, {
      one: '# paso terminado más conserva sus resultados.',
      many: '# de pasos terminados más conservan sus resultados.',
      other: '# pasos terminados más conservan sus resultados.',
    }),
  keepBoth: 'Para conservar ambos, dé otro nombre al plan modificado.',
};
