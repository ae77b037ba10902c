import { formatCount, formatPercentage } from '#core/base/format-number.ts';
import { usualCharactersPerToken } from '../execution/characters-per-token.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';

/**
 * What each way to read texts that are longer than the model would leave out. Before a tokenizer is
 * known the tokens are estimated from the characters; null where no text is too long.
 */
export function tellOfLongTexts(
  plan: TaskPlan,
  { lengths, seenShare }: { readonly lengths: readonly number[]; readonly seenShare: number },
): string | null {
  const charactersPerToken = usualCharactersPerToken.ofTask();
  const room = plan.maxTokens - 2;
  const tokens = lengths.map((length) => length / charactersPerToken);
  const beyond = tokens.map((count) => Math.max(0, count - room)).filter((count) => count > 0);
  if (beyond.length === 0) return null;
  const all = tokens.reduce((sum, count) => sum + count, 0);
  const share = formatPercentage(beyond.reduce((sum, count) => sum + count, 0) / all);
  const count = formatCount(Math.round(beyond.length / seenShare));
  const isOfNotes = plan.kind !== 'entities';
  const longer = `About ${count} ${isOfNotes ? 'notes' : 'sentences'} are longer than ${plan.maxTokens} tokens`;
  if (!isOfNotes) return `${longer} and are read in several windows, which leave out nothing.`;
  const ways = {
    head: `their head alone, as the plan has it, leaves out ${share} of all text; head and tail as much, windows nothing ("longNotes")`,
    'head-tail': `head and tail, as the plan has it, leave out ${share} of all text, windows nothing ("longNotes")`,
  };
  const { longNotes } = plan;
  const way = longNotes === 'head' || longNotes === 'head-tail' ? ways[longNotes] : null;
  return way === null
    ? `${longer} and are read in several windows, which leave out nothing; their head alone would leave out ${share} of all text.`
    : `${longer}: ${way}.`;
}
