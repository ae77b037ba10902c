/** Curves of training. */
export interface ChartMessages {
  readonly lossDescription: (curve: {
    readonly firstLoss: string;
    readonly firstStep: string;
    readonly lastLoss: string;
    readonly lastStep: string;
  }) => string;
  readonly lossByStep: string;
  readonly lossByStepSmoothed: string;
}
