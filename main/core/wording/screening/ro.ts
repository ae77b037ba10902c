import type { ScreeningWording } from './en.ts';

export const screening: ScreeningWording = {
  noOtherScreening: 'nicio altă triere cu această versiune în același timp',
  screeningRuns: (id) => `trierea ${id}, care este în curs`,
  waitForScreening: 'Așteptați să se încheie sau opriți-o.',
  reasonOfDisagreement: 'un motiv pentru un dezacord și pentru nicio altă decizie',
  reasonMissingOrTooMany: 'un dezacord fără motiv sau un motiv pentru altă decizie',
  giveReason: 'Alegeți un motiv din listă; ce lipsește poate fi spus în observație.',
};
