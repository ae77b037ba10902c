/** How losses fell while models were fine-tuned. */
export interface LearningMessages {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly step: string;
  readonly loss: string;
  readonly fold: string;
  readonly steps: string;
  readonly firstLoss: string;
  readonly lastLoss: string;
  readonly foldsShown: (folds: number) => string;
  readonly picture: (model: string, first: string, last: string) => string;
}
