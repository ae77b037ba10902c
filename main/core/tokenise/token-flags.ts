import type { AddedToken } from './definition.ts';
import { configurationKeys, specialRoles } from './special-tokens.ts';

type Json = Readonly<Record<string, unknown>>;
type Flag = (typeof flags)[number];
type TokenFlags = Readonly<Partial<Record<Flag, boolean>>>;

/** How an added token is looked for, in the words of a tokenizer.json. */
const flags = ['single_word', 'lstrip', 'rstrip', 'normalized', 'special'] as const;

/**
 * What a folder without tokenizer.json says of its added tokens, by spelling: newer ones list all of
 * them in `added_tokens_decoder`, older ones write a special token as an object instead of a text.
 * What the first of `configurations` says counts.
 */
function readTokenFlags(configurations: readonly Json[]): ReadonlyMap<string, TokenFlags> {
  const found = new Map<string, TokenFlags>();
  const describers = configurations.flatMap((values) => [
    ...Object.values((values.added_tokens_decoder ?? {}) as Json),
    ...specialRoles.map((role) => values[configurationKeys[role]]),
  ]);
  for (const described of describers) {
    if (typeof described !== 'object' || described === null) continue;
    const { content } = described as Json;
    if (typeof content === 'string' && !found.has(content))
      found.set(content, pickFlags(described as Json));
  }
  return found;
}

function pickFlags(described: Json): TokenFlags {
  return Object.fromEntries(
    flags.map((flag) => [flag, described[flag]]).filter(([, value]) => typeof value === 'boolean'),
  ) as TokenFlags;
}

/** The tokens with what a folder says of them instead of what is customary. */
export function withTokenFlags(
  tokens: readonly AddedToken[],
  configurations: readonly Json[],
): AddedToken[] {
  const flagsOf = readTokenFlags(configurations);
  return tokens.map((token) => ({ ...token, ...flagsOf.get(token.content) }));
}
