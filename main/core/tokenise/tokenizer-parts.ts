import type { TokenizerDefinition } from './definition.ts';
import type { TokenizerRemark } from './folder/remarks.ts';
import type { SpecialTokenNames } from './special-tokens.ts';

/** All that a tokenizer is made of. */
export interface TokenizerParts {
  readonly definition: TokenizerDefinition;
  readonly names: SpecialTokenNames;
  /** tokenizer_config.json as it was found. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** What was made of files that left something open; left out where nothing was read. */
  readonly remarks?: readonly TokenizerRemark[];
}
