/** What is wrong with a value of a plan, beside the field that shows it. */
export const planProblems = {
  atLeast: (least: number) => `at least ${least}`,
  moreThan: (least: number) => `more than ${least}`,
  atMost: (most: number) => `at most ${most}`,
  number: 'a number',
  wholeNumber: 'a whole number',
  textValue: 'text',
  truth: 'yes or no (true or false)',
  table: 'an object in braces',
  list: 'a list in brackets',
  atLeastOne: 'at least one',
  shorter: (most: number) => `at most ${most} characters`,
  oneOfThese: (choices: readonly string[]) => `one of ${choices.join(', ')}`,
  keyOfPlans: 'keys that plans have',
  oneClassOnly:
    'nothing: it is for notes with one class; notes with several labels have no single class to weigh or look for',
  nameRule:
    'a name of lower-case letters, digits, dot, underscore and hyphen, at most 64, a letter or digit first',
  titleRule: 'one line of text without control characters',
  classRule: 'one line without blanks at its ends',
  typeRule: 'a name without blanks',
  dateRule: 'a date such as 2026, 2026-03 or 2026-03-31',
  allowedName: 'a name of letters that are allowed',
  nothing: 'nothing',
  anObject: 'something else',
  correctField: 'Change this field.',
  correctText: 'Change it in the plan as text.',
};

export type PlanProblemsWording = typeof planProblems;
