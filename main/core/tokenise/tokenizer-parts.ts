import type { TokenizerDefinition } from './definition.ts';
import type { SpecialTokenNames } from './special-tokens.ts';

/** All that a tokenizer is made of. */
export interface TokenizerParts {
  readonly definition: TokenizerDefinition;
  readonly names: SpecialTokenNames;
  /** tokenizer_config.json as it was found, to be handed on. */
  readonly configuration: Readonly<Record<string, unknown>>;
}
