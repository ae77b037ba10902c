/** Pictures of figures, and curves of training. */
export interface ChartMessages {
  readonly lossDescription: (curve: {
    readonly firstLoss: string;
    readonly firstStep: string;
    readonly lastLoss: string;
    readonly lastStep: string;
  }) => string;
  readonly heldOutDescription: (perplexities: {
    readonly first: string;
    readonly last: string;
    readonly lowest: string;
  }) => string;
  readonly heldOutPoint: (step: string, perplexity: string) => string;
  /** What the dashed line is; a sentence of its own. */
  readonly heldOutLine: string;
  readonly lossByStep: string;
  readonly lossByStepSmoothed: string;
  /** Shows them in the place of the picture. */
  readonly numbers: string;
  readonly numbersOf: (title: string) => string;
  readonly svg: string;
  readonly saveAsSvg: (title: string) => string;
}
