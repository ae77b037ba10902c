import type { ScreeningWording } from './en.ts';

export const screening: ScreeningWording = {
  noOtherScreening: 'geen andere screening met deze vrijgave tegelijk',
  screeningRuns: (id) => `screening ${id}, die bezig is`,
  waitForScreening: 'Wacht tot die is beëindigd, of stop haar.',
  reasonOfDisagreement: 'een reden bij een afwijzing, en bij geen ander besluit',
  reasonMissingOrTooMany: 'een afwijzing zonder reden, of een reden bij een ander besluit',
  giveReason: 'Kies een reden uit de lijst; wat daarin ontbreekt, past in de opmerking.',
};
