/** Models that were released to screen, and what becomes of it. */
export const screening = {
  noOtherScreening: 'no other screening by this release at the same time',
  screeningRuns: (id: number) => `screening ${id}, which is running`,
  waitForScreening: 'Wait until it has ended, or stop it.',
  reasonOfDisagreement: 'a reason for a disagreement, and for no other decision',
  reasonMissingOrTooMany: 'a disagreement without a reason, or a reason for another decision',
  giveReason: 'Choose a reason of the list; what it lacks can be said in the remark.',
};

export type ScreeningWording = typeof screening;
