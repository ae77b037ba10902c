import type { ModelDefinition, TokenizerDefinition } from '#core/tokenise/definition.ts';
import type { Vocabulary } from '#core/tokenise/vocabulary.ts';

/** A token that a vocabulary has learned. */
export interface NewToken {
  readonly id: number;
  /** Ids of the known tokens that spelled it before. */
  readonly pieces: readonly number[];
}

export interface ExtensionRequest {
  readonly definition: TokenizerDefinition;
  readonly vocabulary: Vocabulary;
  /** Words as the tokenizer cuts them. */
  readonly wordCounts: ReadonlyMap<string, number>;
  readonly tokenCount: number;
  readonly minFrequency: number;
}

export interface Extension {
  readonly model: ModelDefinition;
  readonly added: readonly NewToken[];
}
