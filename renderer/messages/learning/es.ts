import { createPlural } from '#contract/language.ts';
import type { LearningMessages } from './messages.ts';

const plural = createPlural('es');

export const learning: LearningMessages = {
  title: 'Pérdida durante el aprendizaje',
  lead: 'Sobre aquello de lo que aprende cada partición, no sobre lo que se prueba: una pérdida que sigue bajando no dice que el modelo mejore con notas nuevas. Una que se queda, sube o difiere entre particiones dice que algo va mal. Todos los gráficos tienen los mismos ejes.',
  none: 'Aún no hay pérdidas',
  noneWhy: 'Aparecen en cuanto aprende la primera partición de esta tarea.',
  step: 'Paso',
  loss: 'Pérdida',
  fold: 'Partición',
  steps: 'Pasos',
  firstLoss: 'Primera pérdida',
  lastLoss: 'Última pérdida',
  foldsShown: (folds) =>
    plural(folds, {
      one: '# partición.',
      many: 'Finas: # de particiones; gruesa: su media.',
      other: 'Finas: # particiones; gruesa: su media.',
    }),
  picture: (model, first, last) => `Pérdida media de ${model}, de ${first} a ${last}`,
};
