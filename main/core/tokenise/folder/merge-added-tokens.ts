import { isIds, type AddedToken } from '../definition.ts';
import { malformed } from '../errors.ts';
import { withTokenFlags } from '../token-flags.ts';

type Json = Readonly<Record<string, unknown>>;

/** The tokens that a folder adds beside its tokenizer.json, and how it says that they are looked for. */
export function mergeAddedTokens(
  tokens: readonly AddedToken[],
  {
    configuration,
    added,
    isSpecial,
    idOf,
  }: {
    readonly configuration: Json;
    /** added_tokens.json. It counts where tokenizer_config.json lists none. */
    readonly added: Json;
    readonly isSpecial: (content: string) => boolean;
    readonly idOf: ReadonlyMap<string, number>;
  },
): AddedToken[] {
  const listed = configuration.added_tokens_decoder;
  const isListed = typeof listed === 'object' && listed !== null;
  const more = isListed ? readListed(listed as Json) : readOlder(added, isSpecial);
  const known = new Set(tokens.map(({ content }) => content));
  const taken = new Set([...idOf.values(), ...tokens.map(({ id }) => id)]);
  const merged = [...tokens];
  for (const token of more) {
    if (known.has(token.content)) continue;
    // As the tokenizers give them: the id of the piece, or else the next.
    const id = idOf.get(token.content) ?? (taken.has(token.id) ? nextId(taken) : token.id);
    taken.add(id);
    merged.push({ ...token, id });
  }
  return isListed ? withTokenFlags(merged, [configuration]) : merged;
}

function nextId(taken: ReadonlySet<number>): number {
  let highest = -1;
  for (const id of taken) highest = Math.max(highest, id);
  return highest + 1;
}

function readListed(listed: Json): AddedToken[] {
  return Object.entries(listed)
    .flatMap(([key, described]): AddedToken[] => {
      const id = Number(key);
      const content = (described as Json | null)?.content;
      return Number.isSafeInteger(id) && id >= 0 && typeof content === 'string' && content !== ''
        ? [{ id, content }]
        : [];
    })
    .sort((a, b) => a.id - b.id);
}

function readOlder(added: Json, isSpecial: (content: string) => boolean): AddedToken[] {
  if (!isIds(added)) throw malformed('added_tokens.json', 'an id for each token', 'something else');
  return Object.entries(added)
    .map(([content, id]) => {
      const special = isSpecial(content);
      return { id, content, normalized: !special, special };
    })
    .sort((a, b) => a.id - b.id);
}
