import type { ModelView } from '#contract/study.ts';

/** The tab of models of a study. */
export interface ModelsMessages {
  readonly title: string;
  readonly note: string;
  readonly none: string;
  readonly noneHint: string;
  readonly ofStudy: string;
  readonly model: string;
  readonly origin: string;
  readonly preTrainedOn: string;
  readonly shape: string;
  readonly parameters: string;
  readonly vocabulary: string;
  readonly cameFrom: (parent: string) => string;
  readonly origins: Readonly<Record<ModelView['origin'], string>>;
}
