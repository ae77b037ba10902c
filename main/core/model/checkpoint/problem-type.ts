const problemTypes = [
  'regression',
  'single_label_classification',
  'multi_label_classification',
] as const;

/**
 * What `problem_type` of a classifier's `config.json` says: whether the pipelines of transformers
 * hold its classes against each other, judge each by itself, or give its numbers as they are.
 */
export type ProblemType = (typeof problemTypes)[number];

/** Undefined for anything else: transformers then goes by the number of classes. */
export function readProblemType(value: unknown): ProblemType | undefined {
  return problemTypes.find((type) => type === value);
}
