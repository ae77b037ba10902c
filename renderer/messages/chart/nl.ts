import type { ChartMessages } from './messages.ts';

export const chart: ChartMessages = {
  lossDescription: ({ firstLoss, firstStep, lastLoss, lastStep }) =>
    `Loss van ${firstLoss} bij stap ${firstStep} tot ${lastLoss} bij stap ${lastStep}`,
  lossByStep: 'Loss per stap',
  lossByStepSmoothed: 'Loss per stap; de dikke lijn is afgevlakt',
};
