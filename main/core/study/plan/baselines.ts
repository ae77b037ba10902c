/** What a model of a classification must beat, by the names that tables show. */
export const classificationBaselines = ['majority', 'tf-idf', 'keywords'] as const;
/** What a model must beat where notes may have several labels. */
export const labelSetBaselines = ['majority', 'tf-idf'] as const;
/** What a model of entity recognition must beat. */
export const entityBaselines = ['dictionary'] as const;

export type ClassificationBaseline = (typeof classificationBaselines)[number];
export type LabelSetBaseline = (typeof labelSetBaselines)[number];
export type BaselineName = ClassificationBaseline | (typeof entityBaselines)[number];

/** One phrase each, for the list of models. */
export const baselineDescriptions: Readonly<Record<BaselineName, string>> = {
  majority: 'a baseline: the commonest class of the training side',
  'tf-idf': 'a baseline: words and pairs of words counted (TF-IDF), logistic regression',
  keywords: 'a baseline: the terms of the plan, unless negated',
  dictionary: 'a baseline: the mentions of the training side, looked up',
};

export function isBaseline(name: string): name is BaselineName {
  return Object.hasOwn(baselineDescriptions, name);
}
