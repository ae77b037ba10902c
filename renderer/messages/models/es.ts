import type { ModelsMessages } from './messages.ts';

export const models: ModelsMessages = {
  title: 'Modelos',
  note: 'Cada uno debajo de aquel de cuyos pesos partió',
  none: 'Este plan no nombra ningún modelo',
  noneHint: 'Añada al menos un modelo al plan.',
  ofStudy: 'Modelos del estudio',
  model: 'Modelo',
  origin: 'Origen',
  preTrainedOn: 'Preentrenado con',
  shape: 'Capas × tamaño oculto',
  parameters: 'Parámetros',
  vocabulary: 'Vocabulario',
  cameFrom: (parent) => `procede de ${parent}`,
  origins: {
    'from-scratch': 'Entrenado desde cero',
    checkpoint: 'Punto de control tal como se dio',
    'further-pretraining': 'Preentrenamiento adicional',
  },
};
