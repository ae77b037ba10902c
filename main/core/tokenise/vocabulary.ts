import type { ModelDefinition, TokenizerDefinition } from './definition.ts';

/** The spellings and ids of a model's own tokens, without added ones, in the file's order. */
export function modelTokens(model: ModelDefinition): [string, number][] {
  return Array.isArray(model.vocab)
    ? model.vocab.map(([token], id) => [token, id])
    : Object.entries(model.vocab);
}

/** Both directions between spellings and ids, added tokens included. */
export interface Vocabulary {
  readonly idOf: Map<string, number>;
  /** Sparse where ids were left out. */
  readonly tokenOf: readonly (string | undefined)[];
  /** Highest id + 1. */
  readonly size: number;
}

export function createVocabulary(definition: TokenizerDefinition): Vocabulary {
  const tokens = modelTokens(definition.model);
  for (const { content, id } of definition.added_tokens) tokens.push([content, id]);
  const idOf = new Map(tokens);
  const tokenOf: (string | undefined)[] = [];
  let size = 0;
  for (const [token, id] of tokens) {
    tokenOf[id] = token;
    if (id >= size) size = id + 1;
  }
  return { idOf, tokenOf, size };
}
