/** What is said where scores of tested examples are asked for. */
export const scores = {
  testedExample: 'an example on which a model of the study was tested',
  none: 'none',
  lookAnew: 'Look at the results of the study anew.',
  taskOfStudy: 'a task of the study',
  modelOfTask: 'a model that was measured on the task, or one of its baselines',
  anotherName: 'another name',
  finishedFold: 'scores of a finished fold',
  finishFold:
    'Finish a fold of the task with this model first; folds of an earlier version of the program have no scores.',
  classification: 'a task with classes',
  entities: 'one with entities',
  noCurves: 'Look at its errors and figures: curves and thresholds are of classes.',
  oneOfClasses: 'one of the classes of the task',
  nameClass: 'Name a class as the labels of the task have it.',
};

export type ScoresWording = typeof scores;
