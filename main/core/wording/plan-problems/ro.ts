import type { PlanProblemsWording } from './en.ts';

export const planProblems: PlanProblemsWording = {
  atLeast: (least) => `cel puțin ${least}`,
  moreThan: (least) => `mai mult de ${least}`,
  atMost: (most) => `cel mult ${most}`,
  number: 'un număr',
  wholeNumber: 'un număr întreg',
  textValue: 'text',
  truth: 'da sau nu (true sau false)',
  table: 'un obiect între acolade',
  list: 'o listă între paranteze drepte',
  atLeastOne: 'cel puțin unul',
  shorter: (most) => `cel mult ${most} caractere`,
  oneOfThese: (choices) => `unul dintre ${choices.join(', ')}`,
  keyOfPlans: 'chei pe care le au planurile',
  oneClassOnly:
    'nimic: este pentru note cu o singură clasă; notele cu mai multe etichete nu au o singură clasă de ponderat sau de căutat',
  nameRule:
    'un nume din litere mici, cifre, punct, liniuță de subliniere și cratimă, cel mult 64, cu o literă sau cifră la început',
  titleRule: 'o linie de text fără caractere de control',
  classRule: 'o linie fără spații la capete',
  typeRule: 'un nume fără spații',
  dateRule: 'o dată precum 2026, 2026-03 sau 2026-03-31',
  allowedName: 'un nume din literele permise',
  nothing: 'nimic',
  anObject: 'altceva',
  correctField: 'Schimbați acest câmp.',
  correctText: 'Schimbați în planul ca text.',
};
