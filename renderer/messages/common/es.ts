import { createPlural } from '#contract/language.ts';
import type { CommonMessages } from './messages.ts';

const plural = createPlural('es');
const runStates: CommonMessages['runStates'] = {
  queued: 'En espera',
  running: 'En curso',
  stopping: 'Deteniéndose',
  stopped: 'Detenido',
  interrupted: 'Interrumpido',
  failed: 'Fallido',
  'left-out': 'Omitido',
  finished: 'Terminado',
};

export const common: CommonMessages = {
  cancel: 'Cancelar',
  close: 'Cerrar',
  tryAgain: 'Volver a intentar',
  dismiss: 'Descartar',
  runStates,
  studyStates: { ...runStates, queued: 'Por iniciar' },
  placeInQueue: (place) => `En la cola, puesto ${place}`,
  runKinds: {
    vocabulary: 'Vocabulario',
    pretraining: 'Preentrenamiento',
    perplexity: 'Perplejidad',
    baseline: 'Referencia',
    'fine-tuning': 'Ajuste fino',
    final: 'Modelo final',
    transfer: 'Transferencia: origen aprendido',
    'zero-shot': 'Prueba sin ejemplos (zero-shot)',
    'few-shot': 'Pocos ejemplos',
  },
  fold: (number) => `partición ${number}`,
  folds: (count) =>
    plural(count, { one: '# partición', many: '# de particiones', other: '# particiones' }),
  steps: (count) => plural(count, { one: '# paso', many: '# de pasos', other: '# pasos' }),
  notes: (count) => plural(count, { one: '# nota', many: '# de notas', other: '# notas' }),
  sentences: (count) =>
    plural(count, { one: '# oración', many: '# de oraciones', other: '# oraciones' }),
  secondsLeft: 'quedan unos segundos',
  timeLeft: (duration) => `tiempo restante: unos ${duration}`,
};
