/** Why a model says what it says. */
export const insight = {
  oneOfClasses: (classes: readonly string[]) => `a class of the model: ${classes.join(', ')}`,
  nameOther: 'Name one of them, or none for the class that the model looks for.',
  textWithWords: 'a note with at least one word',
  noWords: 'none',
  chooseOtherNote: 'Choose a note that has text.',
};

export type InsightWording = typeof insight;
