import { formatInstant } from '../format-instant.ts';
import { createNumbers } from '../numbers.ts';
import type { ScreeningWording } from './en.ts';

const { count, percentage } = createNumbers('es');

export const screening: ScreeningWording = {
  noOtherScreening: 'ningún otro cribado con esta versión publicada al mismo tiempo',
  screeningRuns: (id) => `el cribado ${id}, que está en marcha`,
  waitForScreening: 'Espere a que termine o deténgalo.',
  reasonOfDisagreement: 'un motivo para un desacuerdo, y para ninguna otra decisión',
  reasonMissingOrTooMany: 'un desacuerdo sin motivo, o un motivo para otra decisión',
  giveReason: 'Elija un motivo de la lista; lo que falte puede decirse en la observación.',
  clockAfter: (atMs) => `un reloj en ${formatInstant(atMs, 'es')} o después`,
  clockAt: (atMs) => `${formatInstant(atMs, 'es')} según esta máquina`,
  setClock: 'Ponga en hora esta máquina: lo que se guarda de un cribado se ordena por el tiempo.',
  classifierOfStudy: 'un modelo que un estudio ajustó para decir la clase de una nota',
  modelOfNoStudy: 'uno que ningún estudio de este espacio de trabajo ajustó',
  otherModel: 'uno ajustado para otra cosa, o para nada',
  releaseOneOfTask:
    'Elija un modelo de una tarea de tipo "classification": ponga "finalModel": true en una tarea de su plan y ejecútelo.',
  modelThatLooks: 'un modelo que busca una clase',
  looksForNothing: 'uno que no busca ninguna de sus clases',
  namePositiveClass: 'Ponga "positiveClass" en la tarea del plan y ejecute el estudio de nuevo.',
  wholeDecision: 'un nombre, un uso previsto, una población y un fin que esté por llegar',
  endInPast: 'un fin que ya ha pasado',
  emptyText: 'uno de los textos vacío',
  completeDecision: 'Indíquelos todos: se leen junto a cada lista.',
  nothingLearned:
    'No se aprendió nada de sus puntuaciones en notas de las que no había aprendido: no tiene umbral.',
  noThreshold: (positives, needed, sensitivity) =>
    `No puede afirmarse ningún umbral: una sensibilidad de ${percentage(sensitivity)} requiere ${count(needed)} positivos, y había ${count(positives)}.`,
  noLastTest: 'No se probó con un conjunto bloqueado.',
  claimContradicted:
    'Su última prueba con un conjunto bloqueado contradice la sensibilidad afirmada.',
  releaseThatHolds: 'la versión publicada más reciente de su nombre, antes de su fin',
  replacedBy: (id) => `una que la versión ${id} sustituyó`,
  expiredAt: (atMs) => `una que terminó el ${formatInstant(atMs, 'es')}`,
  releaseAnew: 'Cribe con la versión más reciente, o publique el modelo de nuevo.',
  modelOfRelease: (name) => `el modelo ${name} con los pesos que se publicaron`,
  modelRemoved: 'ninguno: se eliminó',
  releaseOther: 'Publique un modelo que esté en el espacio de trabajo.',
  screenedPatient: 'un paciente o una nota que la versión publicada ha cribado',
  noneScreened: 'ninguno',
  lookAtList: 'Mire la lista de nuevo: sus notas pueden ser de otra versión publicada.',
  aRelease: 'una versión publicada',
  oneOf: (names) => `una de ${names.join(', ')}`,
  releaseFirst: 'Nombre una de la lista ("screen list") o publique un modelo ("release").',
  claimOpen:
    'Su última prueba con un conjunto bloqueado ni confirma ni contradice una sensibilidad afirmada.',
  textUnknown:
    'Las notas de las que aprendió ya no están: no se advierte el texto que no se les parece.',
  patientsToPrint: (most) => `como mucho ${count(most)} pacientes en un PDF`,
  patientsFound: (patients) => `${count(patients)} pacientes`,
  chooseFewer: 'Elija menos listas u otro formato.',
  nothingUnderWay: 'ningún otro cribado en curso en esta ventana',
};
