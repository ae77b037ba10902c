import type { ChartMessages } from './messages.ts';

export const chart: ChartMessages = {
  lossDescription: ({ firstLoss, firstStep, lastLoss, lastStep }) =>
    `Loss from ${firstLoss} at step ${firstStep} to ${lastLoss} at step ${lastStep}`,
  heldOutDescription: ({ first, last, lowest }) =>
    `Perplexity on held-out text from ${first} to ${last}, at best ${lowest}`,
  heldOutPoint: (step, perplexity) => `Step ${step}: perplexity ${perplexity} on held-out text`,
  heldOutLine: 'Dashed: loss on held-out text.',
  lossByStep: 'Loss by step.',
  lossByStepSmoothed: 'Loss by step; the bold line is smoothed.',
  numbers: 'Numbers',
  numbersOf: (title) => `The numbers of: ${title}`,
  svg: 'SVG',
  saveAsSvg: (title) => `Save as SVG: ${title}`,
};
