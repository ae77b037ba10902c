import type { ChartMessages } from './messages.ts';

export const chart: ChartMessages = {
  lossDescription: ({ firstLoss, firstStep, lastLoss, lastStep }) =>
    `Pierdere de la ${firstLoss} la pasul ${firstStep} până la ${lastLoss} la pasul ${lastStep}`,
  heldOutDescription: ({ first, last, lowest }) =>
    `Perplexitate pe text pus deoparte de la ${first} la ${last}, în cel mai bun caz ${lowest}`,
  heldOutPoint: (step, perplexity) =>
    `Pasul ${step}: perplexitate ${perplexity} pe text pus deoparte`,
  heldOutLine: 'Întreruptă: pierderea pe text pus deoparte.',
  lossByStep: 'Pierderea pe pas.',
  lossByStepSmoothed: 'Pierderea pe pas; linia groasă este netezită.',
  numbers: 'Numere',
  numbersOf: (title) => `Numerele pentru: ${title}`,
  svg: 'SVG',
  saveAsSvg: (title) => `Salvează ca SVG: ${title}`,
};
