import type { ChartMessages } from './messages.ts';

export const chart: ChartMessages = {
  lossDescription: ({ firstLoss, firstStep, lastLoss, lastStep }) =>
    `Loss from ${firstLoss} at step ${firstStep} to ${lastLoss} at step ${lastStep}`,
  lossByStep: 'Loss by step',
  lossByStepSmoothed: 'Loss by step; the bold line is smoothed',
};
