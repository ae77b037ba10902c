import type { ModelDefinition, TokenizerDefinition } from './definition.ts';

/** The spellings and ids of a model's own tokens, without added ones, in the file's order. */
export function modelTokens({ vocab }: ModelDefinition): [string, number][] {
  if (Array.isArray(vocab)) return vocab.map(([token], id) => [token, id]);
  // Object.entries takes several times as long, which counts with 10⁵ tokens.
  return Object.keys(vocab).map((token) => [token, vocab[token]]);
}

/** Both directions between spellings and ids, added tokens included. */
export interface Vocabulary {
  readonly idOf: ReadonlyMap<string, number>;
  /** Sparse where ids were left out. */
  readonly tokenOf: readonly (string | undefined)[];
  /** Highest id + 1. */
  readonly size: number;
}

/** Nobody changes a definition, and opening a tokenizer asks more than once. */
const made = new WeakMap<TokenizerDefinition, Vocabulary>();

/** The model’s own tokens, then the added ones, which win where both have a spelling. */
export function vocabularyOf(definition: TokenizerDefinition): Vocabulary {
  const vocabulary = made.get(definition) ?? createVocabulary(definition);
  made.set(definition, vocabulary);
  return vocabulary;
}

function createVocabulary({ model, added_tokens }: TokenizerDefinition): Vocabulary {
  const tokens = modelTokens(model);
  for (const { content, id } of added_tokens) tokens.push([content, id]);
  const idOf = new Map(tokens);
  const tokenOf: (string | undefined)[] = [];
  let size = 0;
  for (const [token, id] of tokens) {
    tokenOf[id] = token;
    if (id >= size) size = id + 1;
  }
  return { idOf, tokenOf, size };
}
