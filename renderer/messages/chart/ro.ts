import type { ChartMessages } from './messages.ts';

export const chart: ChartMessages = {
  lossDescription: ({ firstLoss, firstStep, lastLoss, lastStep }) =>
    `Pierdere de la ${firstLoss} la pasul ${firstStep} până la ${lastLoss} la pasul ${lastStep}`,
  lossByStep: 'Pierderea pe pas',
  lossByStepSmoothed: 'Pierderea pe pas; linia groasă este netezită',
};
