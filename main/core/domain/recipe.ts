/** What a study can be begun for; each is a plan that grows with the data it is given. */
export const recipes = [
  'adapt-screening',
  'adapt-entities',
  'reference',
  'compare',
  'transfer',
  'adapt-only',
] as const;

export type Recipe = (typeof recipes)[number];
