import type { ChartMessages } from './messages.ts';

export const chart: ChartMessages = {
  lossDescription: ({ firstLoss, firstStep, lastLoss, lastStep }) =>
    `Pérdida de ${firstLoss} en el paso ${firstStep} a ${lastLoss} en el paso ${lastStep}`,
  heldOutDescription: ({ first, last, lowest }) =>
    `Perplejidad en texto apartado de ${first} a ${last}, en el mejor caso ${lowest}`,
  heldOutPoint: (step, perplexity) => `Paso ${step}: perplejidad ${perplexity} en texto apartado`,
  heldOutLine: 'Discontinua: pérdida en texto apartado.',
  lossByStep: 'Pérdida por paso.',
  lossByStepSmoothed: 'Pérdida por paso; la línea gruesa está suavizada.',
  numbers: 'Números',
  numbersOf: (title) => `Los números de: ${title}`,
  svg: 'SVG',
  saveAsSvg: (title) => `Guardar como SVG: ${title}`,
};
