import type { PlanProblemsWording } from './en.ts';

export const planProblems: PlanProblemsWording = {
  atLeast: (least) => `minstens ${least}`,
  moreThan: (least) => `meer dan ${least}`,
  atMost: (most) => `hoogstens ${most}`,
  number: 'een getal',
  wholeNumber: 'een geheel getal',
  textValue: 'tekst',
  truth: 'ja of nee (true of false)',
  table: 'een object tussen accolades',
  list: 'een lijst tussen vierkante haken',
  atLeastOne: 'minstens één',
  shorter: (most) => `hoogstens ${most} tekens`,
  oneOfThese: (choices) => `een van ${choices.join(', ')}`,
  keyOfPlans: 'sleutels die plannen hebben',
  oneClassOnly:
    'niets: het is voor notities met één klasse; notities met meerdere labels hebben geen enkele klasse om te wegen of te zoeken',
  nameRule:
    'een naam van kleine letters, cijfers, punt, laag streepje en koppelteken, hoogstens 64, met een letter of cijfer vooraan',
  titleRule: 'één regel tekst zonder stuurtekens',
  classRule: 'één regel zonder spaties aan de uiteinden',
  typeRule: 'een naam zonder spaties',
  dateRule: 'een datum zoals 2026, 2026-03 of 2026-03-31',
  allowedName: 'een naam van toegestane letters',
  nothing: 'niets',
  anObject: 'iets anders',
  correctField: 'Wijzig dit veld.',
  correctText: 'Wijzig het in het plan als tekst.',
};
