import type { ModelDefinition } from '../definition.ts';

type Merge = NonNullable<ModelDefinition['merges']>[number];

/**
 * The merges whose pieces, and whose outcome, the vocabulary has. Other programs refuse a file with
 * any other; here they would make pieces that nothing stands for.
 */
export function keepKnownMerges(
  model: ModelDefinition,
  known: { has(token: string): boolean },
): { readonly merges: Merge[]; readonly leftOutCount: number } {
  const all = model.merges ?? [];
  const prefix = model.continuing_subword_prefix ?? '';
  const isKnown = (merge: Merge): boolean => {
    const [left, right] = typeof merge === 'string' ? merge.split(' ') : merge;
    const rest = prefix !== '' && right.startsWith(prefix) ? right.slice(prefix.length) : right;
    return known.has(left) && known.has(right) && known.has(left + rest);
  };
  const merges = all.filter(isKnown);
  return { merges, leftOutCount: all.length - merges.length };
}
