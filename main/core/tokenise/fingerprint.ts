import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DefinitionPart } from './definition.ts';
import type { SpecialTokenIds } from './tokenizer.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';
import { modelTokens } from './vocabulary.ts';

/**
 * SHA-256, in hexadecimal, over all that determines the ids of a text, written in one fixed order:
 * a tokenizer opened from vocab.txt and from the tokenizer.json made of it have the same.
 */
export function fingerprintOf(tokenizer: TokenizerParts, special: SpecialTokenIds): string {
  const { added_tokens, normalizer, pre_tokenizer, model } = tokenizer.definition;
  const { vocab, ...settings } = model;
  const parts = [
    added_tokens.map(sorted),
    sorted(normalizer),
    sorted(pre_tokenizer),
    sorted(settings),
    modelTokens(model).sort(([, a], [, b]) => a - b),
    Array.isArray(vocab) ? vocab.map(([, score]) => score) : [],
    sorted(special),
    // Where earlier versions had steps that tokenizer_config.json asked for.
    [],
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));
}

function sorted(
  values: DefinitionPart | Readonly<Record<string, unknown>> | SpecialTokenIds | null,
): unknown {
  if (values === null) return null;
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
