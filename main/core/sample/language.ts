import type { Grammar } from './grammar.ts';

export type SampleLanguage = 'nl' | 'ro' | 'es';

/** All that is needed to write in one language. */
export interface LanguageMaterial extends Grammar {
  /** Templates of encyclopaedic sentences about health, for lay readers. */
  readonly general: readonly string[];
  /** Templates of sentences as they stand in patients' records. */
  readonly clinical: readonly string[];
}
