import type { ChartMessages } from './messages.ts';

export const chart: ChartMessages = {
  lossDescription: ({ firstLoss, firstStep, lastLoss, lastStep }) =>
    `Loss van ${firstLoss} bij stap ${firstStep} tot ${lastLoss} bij stap ${lastStep}`,
  heldOutDescription: ({ first, last, lowest }) =>
    `Perplexiteit op apart gehouden tekst van ${first} tot ${last}, op zijn best ${lowest}`,
  heldOutPoint: (step, perplexity) =>
    `Stap ${step}: perplexiteit ${perplexity} op apart gehouden tekst`,
  heldOutLine: 'Gestreept: loss op apart gehouden tekst.',
  lossByStep: 'Loss per stap.',
  lossByStepSmoothed: 'Loss per stap; de dikke lijn is afgevlakt.',
  numbers: 'Getallen',
  numbersOf: (title) => `De getallen van: ${title}`,
  svg: 'SVG',
  saveAsSvg: (title) => `Opslaan als SVG: ${title}`,
};
