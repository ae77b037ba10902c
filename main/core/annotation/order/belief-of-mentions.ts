/**
 * What a model that finds mentions thinks of a text, in the form of one that knows classes: how sure
 * it is that a text has a mention of a type, by the surest of them.
 */
export function surestOfTypes(
  mentions: readonly { readonly type: string; readonly score: number }[],
  types: readonly string[],
): number[] {
  return types.map((type) =>
    mentions.reduce((most, each) => (each.type === type ? Math.max(most, each.score) : most), 0),
  );
}

/**
 * How sure it is of all that it finds: the mean probability of its mentions, and the rest. A text
 * without any is one of which it has no doubt.
 */
export function doubtOfMentions(mentions: readonly { readonly score: number }[]): number[] {
  if (mentions.length === 0) return [1, 0];
  const mean = mentions.reduce((sum, { score }) => sum + score, 0) / mentions.length;
  return [mean, 1 - mean];
}
