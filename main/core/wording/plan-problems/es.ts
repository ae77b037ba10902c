import type { PlanProblemsWording } from './en.ts';

export const planProblems: PlanProblemsWording = {
  atLeast: (least) => `al menos ${least}`,
  moreThan: (least) => `más de ${least}`,
  atMost: (most) => `como máximo ${most}`,
  number: 'un número',
  wholeNumber: 'un número entero',
  textValue: 'texto',
  truth: 'sí o no (true o false)',
  table: 'un objeto entre llaves',
  list: 'una lista entre corchetes',
  atLeastOne: 'al menos uno',
  shorter: (most) => `como máximo ${most} caracteres`,
  oneOfThese: (choices) => `uno de ${choices.join(', ')}`,
  keyOfPlans: 'claves que tengan los planes',
  oneClassOnly:
    'nada: es para notas con una sola clase; las notas con varias etiquetas no tienen una única clase que ponderar o buscar',
  nameRule:
    'un nombre de minúsculas, cifras, punto, guion bajo y guion, 64 como máximo, con una letra o cifra al principio',
  titleRule: 'una línea de texto sin caracteres de control',
  classRule: 'una línea sin espacios en los extremos',
  typeRule: 'un nombre sin espacios',
  dateRule: 'una fecha como 2026, 2026-03 o 2026-03-31',
  allowedName: 'un nombre de letras permitidas',
  nothing: 'nada',
  anObject: 'otra cosa',
  correctField: 'Cambie este campo.',
  correctText: 'Cámbielo en el plan como texto.',
};
