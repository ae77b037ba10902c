import type { AddedToken, TokenizerDefinition } from '../definition.ts';
import { specialRoles, spelling, type SpecialTokenNames } from '../special-tokens.ts';
import { vocabularyOf } from '../vocabulary.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A definition in which the five special tokens, and those that a folder lists beside them, are
 * looked for in a text before anything else, also where they are but pieces of the vocabulary.
 */
export function withSpecialPieces(
  definition: TokenizerDefinition,
  names: SpecialTokenNames,
  configurations: readonly Json[],
): TokenizerDefinition {
  const { idOf } = vocabularyOf(definition);
  const known = new Set(definition.added_tokens.map(({ content }) => content));
  const wanted = new Set([
    ...specialRoles.map((role) => names[role]),
    ...configurations.flatMap(listOthers),
  ]);
  const more = [...wanted].flatMap((content): AddedToken[] => {
    const id = idOf.get(content);
    return known.has(content) || id === undefined ? [] : [{ id, content, special: true }];
  });
  return { ...definition, added_tokens: [...definition.added_tokens, ...more] };
}

/** Newer folders have another key for them. */
function listOthers(values: Json): string[] {
  return [values.additional_special_tokens, values.extra_special_tokens].flatMap((listed) => {
    const tokens = typeof listed === 'object' && listed !== null ? Object.values(listed) : [];
    return tokens.map(spelling).filter((content) => content !== null && content !== '');
  }) as string[];
}
