/** What a study for a purpose cannot do without. */
export const recipes = {
  textToAdaptTo: 'text that the models are adapted to',
  labelledData: 'labelled data that the models are tested on',
  oneModel: 'a model to start from',
  twoModels: 'two models or more to compare',
  twoTasks: 'two sets of labelled data of one kind: one to learn from, one to test on',
  oneTransfer: 'a transfer from one task to another',
  tooFew: 'too few or none',
  addText: 'Add a collection of the workspace, or files.',
  addTask: 'Add a labelled set of the workspace, or files with labels.',
  addTransfer: 'Add a transfer, or arrange the models anew.',
  addStart: 'Add a model of the library, the folder of a checkpoint, or a new model.',
};

export type RecipesWording = typeof recipes;
