/** What agreement is measured by. F1 of spans and alpha of classes lead. */
export const agreementMeasures = [
  'span-f1-exact',
  'span-f1-overlapping',
  'nominal-alpha',
  'fleiss-kappa',
  'cohen-kappa',
] as const;
export type AgreementMeasure = (typeof agreementMeasures)[number];

/** Why an agreement has no value. The list is closed. */
export const undefinedAgreements = [
  /** Nobody labelled the same document as another. */
  'no-shared-documents',
  /** All gave one and the same category to all: chance alone explains it. */
  'one-category',
  /** Nobody marked anything. */
  'nothing-marked',
  /** Documents were labelled by different numbers of persons. */
  'uneven-raters',
] as const;
export type UndefinedAgreement = (typeof undefinedAgreements)[number];
