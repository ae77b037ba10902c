/** Why a model says what it says. */
export const insight = {
  oneOfClasses: (classes: readonly string[]) => `a class of the model: ${classes.join(', ')}`,
  nameOther: 'Name one of them, or none for the class that the model looks for.',
  textWithWords: 'a note with at least one word',
  noWords: 'none',
  chooseOtherNote: 'Choose a note that has text.',
  modelOfClasses: 'a model that says the class of a note',
  modelOfEntities: 'one that finds entities',
  modelOfNothing: 'one that was not fine-tuned on labels',
  chooseClassifier:
    'Choose a model of a task of kind "classification": set "finalModel": true in a task of its plan and run it.',
  sameWeights: 'the model with the weights that it had when this was begun',
  otherWeights: 'other weights',
  beginAnew: 'Remove what was begun, and begin it anew.',
  layerUpTo: (count: number) => `a layer from 1 to ${count}`,
  nameOtherLayer: 'Name a layer that all models have, or none for the last of each.',
  labelledMentions: 'documents in which mentions are marked',
  noMentions: 'no mention',
  chooseLabelled: 'Choose documents or a set with annotated mentions.',
  mentionLike: 'a mention with this text',
  correctMention: 'Write it as one of the documents has it; upper and lower case are alike.',
  enoughForMap: (count: number) => `at least ${count} mentions`,
  smallerPerplexity: 'Choose more documents, or a smaller perplexity.',
  anExplanation: 'an explanation of notes',
  aGeometry: 'mentions as models see them',
  termInEachLine: 'a term in each line, or a file like those in resources/indicator-conditions',
  noText: 'a file that is no text',
  noTerm: 'no term',
  nameOtherList: 'Choose another file, or one of es, nl, ro for the shipped lists.',
  nothingUnderWay: 'nothing under way on models',
};

export type InsightWording = typeof insight;
