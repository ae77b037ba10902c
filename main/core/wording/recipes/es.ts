import type { RecipesWording } from './en.ts';

export const recipes: RecipesWording = {
  textToAdaptTo: 'texto al que se adapten los modelos',
  labelledData: 'datos etiquetados con los que se prueben los modelos',
  oneModel: 'un modelo con el que empezar',
  twoModels: 'dos modelos o más para comparar',
  twoTasks:
    'dos conjuntos etiquetados de una misma clase: uno del que aprender y otro con el que probar',
  oneTransfer: 'una transferencia de una tarea a otra',
  tooFew: 'demasiado pocos o ninguno',
  addText: 'Añada una colección del espacio de trabajo o archivos.',
  addTask: 'Añada un conjunto etiquetado del espacio de trabajo o archivos con etiquetas.',
  addTransfer: 'Añada una transferencia u ordene de nuevo los modelos.',
  addStart:
    'Añada un modelo de la biblioteca, la carpeta de un punto de control o un modelo nuevo.',
};
