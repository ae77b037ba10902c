import type { ScreeningWording } from './en.ts';

export const screening: ScreeningWording = {
  noOtherScreening: 'ningún otro cribado con esta versión publicada al mismo tiempo',
  screeningRuns: (id) => `el cribado ${id}, que está en marcha`,
  waitForScreening: 'Espere a que termine o deténgalo.',
  reasonOfDisagreement: 'un motivo para un desacuerdo, y para ninguna otra decisión',
  reasonMissingOrTooMany: 'un desacuerdo sin motivo, o un motivo para otra decisión',
  giveReason: 'Elija un motivo de la lista; lo que falte puede decirse en la observación.',
};
