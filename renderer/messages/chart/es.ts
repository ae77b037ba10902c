import type { ChartMessages } from './messages.ts';

export const chart: ChartMessages = {
  lossDescription: ({ firstLoss, firstStep, lastLoss, lastStep }) =>
    `Pérdida de ${firstLoss} en el paso ${firstStep} a ${lastLoss} en el paso ${lastStep}`,
  lossByStep: 'Pérdida por paso',
  lossByStepSmoothed: 'Pérdida por paso; la línea gruesa está suavizada',
};
