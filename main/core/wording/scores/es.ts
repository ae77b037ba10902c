import type { ScoresWording } from './en.ts';

export const scores: ScoresWording = {
  testedExample: 'un ejemplo con el que se probó un modelo del estudio',
  none: 'ninguno',
  lookAnew: 'Consulte de nuevo los resultados del estudio.',
  taskOfStudy: 'una tarea del estudio',
  modelOfTask: 'un modelo medido en la tarea, o una de sus referencias',
  anotherName: 'otro nombre',
  finishedFold: 'puntuaciones de una partición (fold) terminada',
  finishFold:
    'Termine primero una partición (fold) de la tarea con este modelo; las de una versión anterior del programa no tienen puntuaciones.',
  classification: 'una tarea con clases',
  entities: 'una con entidades',
  noCurves: 'Consulte sus errores y cifras: las curvas y los umbrales son de clases.',
  oneOfClasses: 'una de las clases de la tarea',
  nameClass: 'Indique una clase tal como figura en las etiquetas de la tarea.',
};
