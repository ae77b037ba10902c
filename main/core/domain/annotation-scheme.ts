/** Colours by name: the window has a light and a dark shade of each that is told apart on its page. */
export const labelColours = [
  'blue',
  'orange',
  'green',
  'red',
  'purple',
  'brown',
  'pink',
  'grey',
  'olive',
  'cyan',
] as const;

/** How a span is drawn, so that labels are told apart without their colour. */
export const labelPatterns = [
  'solid',
  'dashed',
  'dotted',
  'double',
  'wavy',
  'thick',
  'thick-dashed',
  'thick-dotted',
  'box',
  'box-dashed',
] as const;

export type LabelColour = (typeof labelColours)[number];
export type LabelPattern = (typeof labelPatterns)[number];

/** A class or a type of spans, and how it is chosen and seen. Its name is what is exported. */
export interface SchemeLabel {
  readonly name: string;
  /** One letter or digit, which gives it; null where it has none. */
  readonly key: string | null;
  readonly colour: LabelColour;
  readonly pattern: LabelPattern;
}

/** What is said of a span beside its type, such as negated: one value of a closed list, or none. */
export interface SchemeAttribute {
  readonly name: string;
  readonly values: readonly string[];
  /** Types that it is said of; null for all. */
  readonly types: readonly string[] | null;
}

export const classChoices = ['none', 'one', 'several'] as const;
export type ClassChoice = (typeof classChoices)[number];

/** What is labelled in a project. */
export interface AnnotationScheme {
  /** How many classes a document may have. With `one` it is done only when it has one. */
  readonly classChoice: ClassChoice;
  readonly classes: readonly SchemeLabel[];
  readonly types: readonly SchemeLabel[];
  readonly attributes: readonly SchemeAttribute[];
}
