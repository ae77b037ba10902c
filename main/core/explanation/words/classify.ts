/**
 * A classifier as an explanation sees it: probabilities of all classes for each text, in the order
 * of the texts.
 */
export type Classify = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;
