/** A stretch of text; offsets count UTF-16 units, `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One text of an unlabelled corpus. */
export interface TextDocument {
  readonly id: string;
  /** The file it came from, as the user named it. */
  readonly source: string;
  readonly text: string;
}

/** One note with the class a person gave it. */
export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  /** What must not be split between train and test, usually the patient. */
  readonly groupId: string | null;
  /** When it was written, ISO 8601, as exact as is known; read only where folds are periods. */
  readonly date?: string | null | undefined;
}

/** One note with the labels that a person gave it: several, one or none. */
export interface MultiLabelNote {
  readonly id: string;
  readonly text: string;
  /** Each once, in alphabetical order. */
  readonly labels: readonly string[];
  /** What must not be split between train and test, usually the patient. */
  readonly groupId: string | null;
  /** When it was written, ISO 8601, as exact as is known; read only where folds are periods. */
  readonly date?: string | null | undefined;
}

/** An entity that an annotator marked in a text. */
export interface EntitySpan extends Span {
  readonly type: string;
}

/** A whole document with its entities, as brat holds it. Entities are sorted and do not overlap. */
export interface AnnotatedDocument {
  readonly id: string;
  /** The file that holds the text, as the user named it; the id where there is none. */
  readonly file?: string;
  readonly text: string;
  readonly entities: readonly EntitySpan[];
}

/** One sentence with a BIO tag per word: what entity recognition is trained and judged on. */
export interface TaggedSentence {
  readonly id: string;
  readonly text: string;
  /** Words in order, without overlap. */
  readonly words: readonly Span[];
  /** One of "O", "B-TYPE", "I-TYPE" per word; valid IOB2. */
  readonly tags: readonly string[];
  /** The document or patient it belongs to. */
  readonly groupId: string | null;
  /** When its document was written, ISO 8601; read only where folds are periods. */
  readonly date?: string | null | undefined;
}

/** Text outside a workspace, cleaned as the corpora of a plan are. */
export interface CleanText {
  readonly name: string;
  /** SHA-256 over the names and bytes of its files. */
  readonly hash: string;
  readonly lines: readonly string[];
}
